/* The bar of a phase on a time scale that all bars of the view share: solid to the early finish, a
 * lighter hatched tail to the late one, fading without an end when ongoing; today is a thin line. */
#pragma once

#include "core/base/date.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PHASE_BAR (way_phase_bar_get_type ())
G_DECLARE_FINAL_TYPE (WayPhaseBar, way_phase_bar, WAY, PHASE_BAR, GtkWidget)

typedef struct
{
  WayDate scale_from, scale_to; /* the whole width; scale_to is excluded */
  WayDate start;
  WayDate early_finish; /* WAY_DATE_NONE: ongoing */
  WayDate late_finish;
  WayDate today;
} WayPhaseBarDates;

/* @description: the dates in words, for assistive technology */
void
way_phase_bar_set_dates (WayPhaseBar *self, const WayPhaseBarDates *dates, const char *description);

G_END_DECLS
