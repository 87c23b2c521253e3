/* A trial: the plan as it would be with other settings, looked at beside the plan as it is. Nothing is stored; there is
 * one for each store, and it follows the data as long as it is shown. */
#pragma once

#include "core/planner/variant.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define WAY_TYPE_TRIAL (way_trial_get_type ())
G_DECLARE_FINAL_TYPE (WayTrial, way_trial, WAY, TRIAL, GObject)

/* Signal "changed": another one is shown, or none. */

/* (transfer none) */
WayTrial *way_trial_of (WayStore *store);

gboolean way_trial_show (WayTrial *self, const WayPlanSettings *settings, GError **error);
void way_trial_close (WayTrial *self);

/* What is shown, and the plan as it is; %NULL: nothing (transfer none). */
const WayVariant *way_trial_get_then (WayTrial *self);
const WayVariant *way_trial_get_now (WayTrial *self);

/* "What if: 9 h a week, the low end of the ranges" (transfer full). */
char *way_trial_describe (WayTrial *self);

/* "Finished on 4 March 2027 instead of 15 April 2027, 6 weeks earlier" (transfer full). */
char *way_trial_compare (WayTrial *self);

G_END_DECLS
