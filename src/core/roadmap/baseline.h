/* Baselines: the roadmap as it was on a day, kept to compare with. */
#pragma once

#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *name;
  WayDate taken_date;
} WayBaseline;

void way_baseline_free (WayBaseline *baseline);

/* Keeps the dates of now as one action. @name: %NULL or "" for "Planned on 4 January 2027". The id goes to @id (out,
 * optional). %WAY_ERROR_NOT_FOUND without a plan. */
gboolean way_baseline_take (WayStore *store,
                            const char *name,
                            WayDate today,
                            gint64 now_utc,
                            gint64 *id,
                            GError **error);

/* One action; %WAY_ERROR_NOT_FOUND. */
gboolean way_baseline_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* (element-type WayBaseline) the newest first. */
GPtrArray *way_baseline_list (WayStore *store, GError **error);

/* Fills the planned dates of @roadmap in; what is newer than the baseline has none. %WAY_ERROR_NOT_FOUND. */
gboolean way_baseline_compare (WayStore *store, gint64 id, WayRoadmap *roadmap, GError **error);

/* "12 days later than planned on 4 January 2027" (transfer full); "" without planned dates. @taken_date: of the
 * baseline; WAY_DATE_NONE: there is none. */
char *way_baseline_phase_text (WayDate taken_date, const WayRoadmapPhase *phase);
char *way_baseline_point_text (WayDate taken_date, const WayRoadmapPoint *point);

G_END_DECLS
