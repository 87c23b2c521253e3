/* What the review of a draft says, text by text. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/draft-choice.h"

G_BEGIN_DECLS

/* A draft, what is chosen of it, and what that means. Borrowed. */
typedef struct
{
  const WayDraft *draft;
  const GPtrArray *groups; /* of WayDraftGroup * */
  const GPtrArray *blocks; /* of WayBlock *: all stored ones */
  WayZone *zone;
  WayDate today;
} WayDraftShown;

/* What a row shows. */
typedef struct
{
  char *title;
  char *subtitle;
  const char *icon;
  gboolean late;
  gboolean left; /* a group that is left out */
  guint index;   /* of the fix, or of the group */
} WayDraftText;

/* "3 added, 30 moved, 58 unchanged" (transfer full). */
char *way_draft_counts_text (int added, int moved, int removed, int unchanged);

/* (element-type WayDraftText) what is to be told; empty: nothing (transfer full). */
GPtrArray *way_draft_wish_texts (const WayDraft *draft, WayDate today);
GPtrArray *way_draft_late_texts (const WayDraft *draft, WayDate today);
GPtrArray *way_draft_unplaced_texts (const WayDraft *draft, WayDate today);
GPtrArray *way_draft_full_texts (const WayDraft *draft);
GPtrArray *way_draft_fix_texts (const WayDraft *draft);
GPtrArray *way_draft_group_texts (const WayDraftShown *shown);

/* The chosen changes of these days. */
GPtrArray *
way_draft_change_texts (const WayDraftShown *shown, WayDate first_date, WayDate last_date);

G_END_DECLS
