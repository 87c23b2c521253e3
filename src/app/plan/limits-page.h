/* What limits a plan beyond hours and days: the work of the guide, dates, breaks, days off, shares. */
#pragma once

#include "core/planner/settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_LIMITS_PAGE (way_limits_page_get_type ())
G_DECLARE_FINAL_TYPE (WayLimitsPage, way_limits_page, WAY, LIMITS_PAGE, AdwBin)

/* Shows @settings. Once. @guides: (element-type WayFollowedGuide) (transfer full). @today: what relative dates
 * count from. */
void way_limits_page_set_settings (WayLimitsPage *self,
                                   const WayPlanSettings *settings,
                                   GPtrArray *guides,
                                   WayDate today);

/* Puts what was typed into @settings, whatever it amounts to; %FALSE with the first text that says nothing. */
gboolean way_limits_page_write (WayLimitsPage *self, WayPlanSettings *settings, GError **error);

/* (element-type WayFollowedGuide) with the shares as they are set (transfer none). */
const GPtrArray *way_limits_page_get_guides (WayLimitsPage *self);

G_END_DECLS
