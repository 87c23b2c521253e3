/* A guide as plain structs: what every reader gives and the store takes.
 *
 * Texts are UTF-8, one line each, trimmed. Keys are slugs ("production-ops"), unique within their
 * kind, made from the title, so that a newer edition of the guide finds the same item again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayGuideKind: what an item of a guide is. Columns by kind (title / detail / extra):
 * @WAY_GUIDE_PHASE: name / activities / exit criteria; min_days, max_days, ongoing
 * @WAY_GUIDE_AREA: skill area of the matrix / gap action / ""; current, target (0 = blank)
 * @WAY_GUIDE_EXPECTATION: skill / junior expectation / senior expectation
 * @WAY_GUIDE_BAND: years as written ("3–5") / priority / ""; min_years, max_years
 * @WAY_GUIDE_ROLE_EMPHASIS: role / what to emphasise / ""
 * @WAY_GUIDE_CHECKLIST: the item / "" / due rule as an ISO 8601 duration from the plan's start
 * @WAY_GUIDE_MISTAKE: the mistake / "" / ""
 * @WAY_GUIDE_PRACTICE: the best practice / "" / ""
 * @WAY_GUIDE_PRACTICE_REASON: practice / why it works / ""
 * @WAY_GUIDE_QUESTION: question prompt / "" / ""
 * @WAY_GUIDE_FAQ: question / answer / ""
 * @WAY_GUIDE_RESOURCE: resource / "" / ""
 * @WAY_GUIDE_SKILL: skill / how to show it / ""
 * @WAY_GUIDE_ROLE: related role / "" / ""
 * @WAY_GUIDE_READER: who it is for ("Mid-level (3–5 yrs)") / value / ""
 * @WAY_GUIDE_EXAMPLE: setting ("Enterprise") / what was done / ""
 * @WAY_GUIDE_TRIGGER: an event that re-opens the checklist ("performance reviews") / "" / ""
 * @WAY_GUIDE_RELATED: title of a related guide / "" / ""
 */
typedef enum
{
  WAY_GUIDE_PHASE,
  WAY_GUIDE_AREA,
  WAY_GUIDE_EXPECTATION,
  WAY_GUIDE_BAND,
  WAY_GUIDE_ROLE_EMPHASIS,
  WAY_GUIDE_CHECKLIST,
  WAY_GUIDE_MISTAKE,
  WAY_GUIDE_PRACTICE,
  WAY_GUIDE_PRACTICE_REASON,
  WAY_GUIDE_QUESTION,
  WAY_GUIDE_FAQ,
  WAY_GUIDE_RESOURCE,
  WAY_GUIDE_SKILL,
  WAY_GUIDE_ROLE,
  WAY_GUIDE_READER,
  WAY_GUIDE_EXAMPLE,
  WAY_GUIDE_TRIGGER,
  WAY_GUIDE_RELATED,
  WAY_GUIDE_N_KINDS,
} WayGuideKind;

/* "phase", "area", …: the word used in the database, in JSON and in packs. */
const char *way_guide_kind_to_string (WayGuideKind kind);

/* -1 for an unknown word. */
int way_guide_kind_from_string (const char *word);

typedef struct
{
  WayGuideKind kind;
  char *key;
  char *title;
  char *detail;
  char *extra;
  int line;     /* in the source file, from 1; 0 in a pack */
  int min_days; /* phase: shortest duration in calendar days (a week is 7), 0 when ongoing */
  int max_days; /* phase: longest */
  gboolean ongoing;
  int min_years; /* band */
  int max_years; /* band: exclusive; -1 open ended */
  int current;   /* area: 1…5, 0 blank */
  int target;
} WayGuideItem;

typedef struct
{
  char *slug;
  char *title;
  char *summary;
  char *updated;       /* as written: "July 2026"; "" unknown */
  char *origin;        /* "text", "pack" or "built-in" */
  char *content_hash;  /* SHA-256 of the bytes read, hex */
  int drills_per_week; /* 0 when the guide names none */
  int review_months;   /* 3 for a quarterly review, 0 none */
  int mock_days;       /* a mock interview each so many days, 0 none */
  GPtrArray *items;    /* of WayGuideItem *, grouped by kind in enum order, source order within */
  GPtrArray *notes;    /* of char *: what was not understood, with its line: "line 40: …" */
} WayGuide;

WayGuide *way_guide_new (void);
void way_guide_free (WayGuide *guide);
void way_guide_item_free (WayGuideItem *item);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGuide, way_guide_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGuideItem, way_guide_item_free)

guint way_guide_count (const WayGuide *guide, WayGuideKind kind);

/* The @index-th item of @kind, or %NULL. */
const WayGuideItem *way_guide_get (const WayGuide *guide, WayGuideKind kind, guint index);

/* "Production ops" → "production-ops" (transfer full). */
char *way_guide_slug (const char *text);

G_END_DECLS
