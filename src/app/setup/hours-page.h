/* How many hours, from when, on which days, and who the plan is for: the second step of the assistant, and
 * a page of "Hours and Limits". */
#pragma once

#include "core/guide/guide.h"
#include "core/planner/settings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_HOURS_PAGE (way_hours_page_get_type ())
G_DECLARE_FINAL_TYPE (WayHoursPage, way_hours_page, WAY, HOURS_PAGE, AdwBin)

/* Shows @settings (transfer full). Once. @today: what relative dates count from. */
void way_hours_page_set_settings (WayHoursPage *self, WayPlanSettings *settings, WayDate today);

/* Offers the bands and roles of @guide. */
void way_hours_page_set_guide (WayHoursPage *self, const WayGuide *guide);

/* What was typed, checked; %NULL with the first thing that is wrong. Belongs to the page. */
const WayPlanSettings *way_hours_page_read (WayHoursPage *self, GError **error);

/* Puts what was typed into @settings, whatever it amounts to; %FALSE with the first text that says nothing. */
gboolean way_hours_page_write (WayHoursPage *self, WayPlanSettings *settings, GError **error);

G_END_DECLS
