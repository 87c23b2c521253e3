/* The roadmap on a line of time: phases as bars with their late end, milestones, checklist and reviews as marks, the
 * hours of each week below. The list beside it says the same in words: this is a picture for assistive technology. */
#pragma once

#include "core/roadmap/load.h"
#include "core/roadmap/roadmap.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_TIMELINE (way_timeline_get_type ())
G_DECLARE_FINAL_TYPE (WayTimeline, way_timeline, WAY, TIMELINE, GtkWidget)

/* Actions: "timeline.zoom-in", "timeline.zoom-out", "timeline.fit", "timeline.today"; for what is selected
 * "timeline.move", "timeline.set-dates", "timeline.clear-dates". It asks for new days with "dates.…", see
 * date-actions.h.
 *
 * Properties: "show-critical", "show-slack", "show-load".
 *
 * Signal "phase-activated" (gint64 id): a phase was clicked, or chosen by keyboard. */

/* Shows @roadmap (taken) with the load of its @weeks (element-type WayWeekLoad) and @reviews (element-type WayDate), both
 * taken. The zoom stays. */
void way_timeline_show (WayTimeline *self,
                        WayRoadmap *roadmap,
                        GArray *weeks,
                        GArray *reviews,
                        WayDate today);

/* Whether a guide that is alone has its title above it, too. To be said before the roadmap is shown. */
void way_timeline_set_headings (WayTimeline *self, gboolean headings);

/* The phase that the keyboard is on; 0: none. */
gint64 way_timeline_get_selected (WayTimeline *self);

/* Pixels that all rows need. */
double way_timeline_get_height (WayTimeline *self);

/* Draws the days from @first to @last, both whole, on @width pixels of white paper: in light colours, with @fonts. For
 * a timeline that is in no window. */
void way_timeline_draw_on_paper (WayTimeline *self,
                                 GtkSnapshot *snapshot,
                                 PangoContext *fonts,
                                 double width,
                                 WayDate first,
                                 WayDate last);

/* A phase as it would be. */
typedef struct
{
  gint64 id;
  WayDate start_date, early_finish_date, late_finish_date;
} WayTimelineGhost;

/* Draws these beside the bars, until others are given; %NULL: none. @ghosts: (element-type WayTimelineGhost) */
void way_timeline_show_ghosts (WayTimeline *self, GArray *ghosts);

G_END_DECLS
