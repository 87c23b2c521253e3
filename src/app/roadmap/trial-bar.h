/* The bar over the timeline that says what is tried, with a way to use it and one to close it; out of sight when nothing
 * is. */
#pragma once

#include "app/roadmap/timeline.h"
#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_TRIAL_BAR (way_trial_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayTrialBar, way_trial_bar, WAY, TRIAL_BAR, AdwBin)

/* @timeline: shows what is tried beside what is */
void way_trial_bar_set_store (WayTrialBar *self, WayStore *store, WayTimeline *timeline);

G_END_DECLS
