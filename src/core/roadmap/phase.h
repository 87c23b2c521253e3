/* One phase with all there is to it: its dates, what to do, the gate at its end, what it left behind. */
#pragma once

#include "core/roadmap/artifact.h"
#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

/* An exit criterion is a gate: it closes with evidence, or with a reason to go on without. */
typedef struct
{
  WayDate closed_date;   /* WAY_DATE_NONE: open */
  char *evidence;        /* "": none */
  char *override_reason; /* ""; else it was closed without evidence, and that is why */
} WayGate;

typedef struct
{
  gint64 id;
  char *title;
  char *guide_title;
  char *guide_origin;   /* "text", "pack" or "built-in" */
  int line;             /* in the guide; 0: unknown, as for packs */
  char **activities;    /* one each */
  char **exit_criteria; /* one each */
  WayGate gate;
  char *note;
  GPtrArray *artifacts;         /* of WayArtifact * */
  WayRoadmap *roadmap;          /* that @dates lie in */
  const WayRoadmapPhase *dates; /* %NULL when the guide is not followed */
  int done_minutes;             /* of the planned ones */
} WayPhase;

void way_phase_free (WayPhase *phase);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPhase, way_phase_free)

/* %WAY_ERROR_NOT_FOUND when it is not there (transfer full). */
WayPhase *way_phase_load (WayStore *store, gint64 id, GError **error);

/* The phase that @name says: its number, or its title, in any case of letters. 0 with %WAY_ERROR_NOT_FOUND, or with
 * %WAY_ERROR_INVALID when there are several; both list what there is. */
gint64 way_phase_find (WayStore *store, const char *name, GError **error);

/* Closes the gate on @date, as one action: with @evidence or with @override_reason, never with neither or both
 * (%WAY_ERROR_INVALID). "" and %NULL say nothing. */
gboolean way_phase_close_gate (WayStore *store,
                               gint64 id,
                               const char *evidence,
                               const char *override_reason,
                               WayDate date,
                               gint64 now_utc,
                               GError **error);

/* Opens it again, as one action; evidence or reason go. */
gboolean way_phase_open_gate (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* Sets the note, as one action; no action where it is the same. */
gboolean
way_phase_set_note (WayStore *store, gint64 id, const char *note, gint64 now_utc, GError **error);

/* What a guide lists in one text: parts at the semicolons, or, where there is none and @commas, at the commas; not
 * inside brackets (transfer full). */
char **way_phase_split (const char *text, gboolean commas);

G_END_DECLS
