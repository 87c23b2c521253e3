/* The button with the menu of what the timeline shows beside the plan: critical path, slack, hours, a baseline. The
 * choice is kept. */
#pragma once

#include "app/roadmap/timeline.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SHOW_BUTTON (way_show_button_get_type ())
G_DECLARE_FINAL_TYPE (WayShowButton, way_show_button, WAY, SHOW_BUTTON, AdwBin)

/* Signal "changed": @roadmap is to be read again, since another baseline was chosen, or other words are said. */

/* @timeline: follows the choice */
void way_show_button_set_timeline (WayShowButton *self, WayTimeline *timeline);

/* Compares @roadmap with the baseline that is chosen, and offers those that there are. */
void way_show_button_compare (WayShowButton *self, WayStore *store, WayRoadmap *roadmap);

/* What to say of @phase beside its dates (transfer full): "you set: due 4 April 2027 · critical";
 * "" for nothing. */
char *way_show_button_describe (WayShowButton *self, const WayRoadmapPhase *phase);

/* The same of a milestone. */
char *way_show_button_describe_point (WayShowButton *self, const WayRoadmapPoint *point);

G_END_DECLS
