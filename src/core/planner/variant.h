/* What if: the plan with other settings, computed without touching the data. */
#pragma once

#include "core/planner/settings.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *title;
  WayDate start_date;        /* WAY_DATE_NONE: no block finds a place */
  WayDate early_finish_date; /* when all phases need the low end of their ranges only */
  WayDate late_finish_date;  /* when all need the high end */
  gboolean complete;         /* all its work at the high end finds a place */
} WayVariantPhase;

typedef struct
{
  WayPlanSettings *settings;
  WayDate early_finish_date, late_finish_date; /* of all phases */
  int early_minutes, late_minutes;             /* work of the phases at both ends */
  int blocks;                                  /* of all kinds, at the end that is planned */
  int unplaced_minutes;                        /* likewise, of the phases and the gap actions */
  int max_lateness;                            /* days; WAY_NO_LATENESS: nothing is due */
  GPtrArray *phases;                           /* of WayVariantPhase *, in guide order */
  GPtrArray *milestones;                       /* of char *: what the band brings */
  char *emphasis;                              /* of the role; "" for none */
} WayVariant;

/* The plan with @settings instead of the stored ones (transfer full). %WAY_ERROR_INVALID for settings that no
 * plan can be made of, %WAY_ERROR_NOT_FOUND for a band or role that no guide has. */
WayVariant *
way_variant_new (WayStore *store, const WayPlanSettings *settings, gint64 now_utc, GError **error);
void way_variant_free (WayVariant *variant);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayVariant, way_variant_free)

/* The fewest hours a week, in steps of 30 minutes, with which all phases of @settings are in time when the last one is
 * due on @finish_date; 0 with %WAY_ERROR_NO_ROOM when 80 are not enough. */
int way_variant_weekly_minutes_for (WayStore *store,
                                    const WayPlanSettings *settings,
                                    WayDate finish_date,
                                    gint64 now_utc,
                                    GError **error);

G_END_DECLS
