/* Where days and rows lie on the timeline, and what moves the line under them. */
#pragma once

#include "app/roadmap/timeline-private.h"

G_BEGIN_DECLS

gboolean way_timeline_is_rtl (WayTimeline *self);

/* From pixels on the screen to pixels along the line, and back. */
double way_timeline_mirror (WayTimeline *self, double x);

/* Pixels from the left, mirrored where the language runs from the right. */
double way_timeline_x (WayTimeline *self, double day);

/* The day, and the part of it, at so many pixels from the left. */
double way_timeline_day (WayTimeline *self, double x);

/* The last day of a bar that is drawn; what is ongoing goes on to the end of the line. */
WayDate way_timeline_last_day (const WayTimeline *self, const WayRoadmapPhase *phase);

/* First and last day of what is moved, as it would be; WAY_DATE_NONE as in the hit. */
void way_timeline_drag_dates (const WayTimelineDrag *drag, WayDate *start, WayDate *end);

/* Puts the rows that are not folded one below the other, and what follows them. */
void way_timeline_lay_out (WayTimeline *self);

/* Says the days that are shown, and draws them. */
void way_timeline_show_range (WayTimeline *self);

/* Zooms around @x, pixels along the line. */
void way_timeline_zoom (WayTimeline *self, double x, double factor);

/* Moves what is shown by so many pixels, to later days. */
void way_timeline_pan (WayTimeline *self, double dx);

G_END_DECLS
