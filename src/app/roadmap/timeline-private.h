/* What the files of the timeline share: -hit knows what lies where, -input takes what a person does, -drag moves it, by pointer and by keyboard, -menu
 * offers the same, -text says it, -draw and -overlay show it. */
#pragma once

#include "app/roadmap/timeline.h"
#include "core/roadmap/time-scale.h"

G_BEGIN_DECLS

/* Pixels; what holds text grows with it. */
#define WAY_TIMELINE_RULER(self) (8 + 36 * (self)->em)
#define WAY_TIMELINE_ROW(self)   (28 + 18 * (self)->em)
#define WAY_TIMELINE_BAR_Y(self) (6 + 18 * (self)->em) /* of a bar in its row */
#define WAY_TIMELINE_LOAD(self)  (48 + 20 * (self)->em)
#define WAY_TIMELINE_BAR         14
#define WAY_TIMELINE_MARKS       34
#define WAY_TIMELINE_MARGIN      12

/* A row: a heading that folds, or a phase. */
typedef struct
{
  const char *heading;          /* guide's title; %NULL for a phase */
  const WayRoadmapPhase *phase; /* %NULL for a heading */
  double y;
} WayTimelineRow;

typedef enum
{
  WAY_TIMELINE_GROUND,
  WAY_TIMELINE_WHOLE, /* a bar */
  WAY_TIMELINE_START, /* its first day */
  WAY_TIMELINE_END,   /* its last day */
  WAY_TIMELINE_POINT, /* a milestone, or an item of the checklist */
} WayTimelinePart;

/* What can be moved, and where it is now. A phase or a point is known by its id: the roadmap may be read again while it
 * moves. */
typedef struct
{
  WayTimelinePart part;
  gint64 id;
  gboolean checklist;
  WayDate start; /* of a point: its due date */
  WayDate end;   /* its last day; WAY_DATE_NONE: ongoing */
} WayTimelineHit;

/* A move under way. */
typedef struct
{
  WayTimelineHit hit;
  gboolean moving;   /* else it may become one: the pointer has not gone far enough */
  gboolean by_keys;  /* else by pointer */
  gboolean given_up; /* what is left of the gesture does nothing */
  gboolean free;     /* nothing attracts it */
  double grab_day;   /* what was under the pointer when it began */
  double start_x, start_y;
  double x, y; /* the pointer */
  int days;    /* so far */
  guint tick;  /* the callback that scrolls at the edges; 0: none */
} WayTimelineDrag;

struct _WayTimeline
{
  GtkWidget parent_instance;

  WayRoadmap *roadmap;
  GArray *weeks;
  GArray *reviews;
  WayDate today;
  WayTimeScale scale;
  double em;          /* size of the text: 1 for the usual one, never less */
  GArray *rows;       /* of WayTimelineRow: what is not folded */
  GHashTable *folded; /* titles of guides */
  gboolean headings;  /* also of one guide alone */
  int selected;       /* index in rows; -1: none */
  int mark;           /* index in the points of the roadmap; -1: none. One of the two at most */
  double marks_y, load_y, height;
  double drag_from; /* of the scale, when a drag began */
  double pinch;     /* the last scale of a pinch */
  double pointer_x; /* the last one seen; -1: none */
  WayTimelineDrag drag;
  GArray *ghosts;  /* of WayTimelineGhost; %NULL: none */
  GtkWidget *menu; /* a popover; %NULL until it is asked for */
  gboolean show_critical, show_slack, show_load;
  PangoContext *paper; /* the fonts to draw on paper with; %NULL: on the screen */
};

void way_timeline_draw (WayTimeline *self, GtkSnapshot *snapshot);

/* Slack, baseline and what is being moved, over all else. */
void way_timeline_draw_overlay (WayTimeline *self, GtkSnapshot *snapshot);

/* A colour of style.css, or of the text for %NULL. */
GdkRGBA way_timeline_color (WayTimeline *self, const char *name, float alpha);

/* Pixels from the left, mirrored where the language runs from the right. */
double way_timeline_x (WayTimeline *self, double day);

/* The day, and the part of it, at so many pixels from the left. */
double way_timeline_day (WayTimeline *self, double x);

gboolean way_timeline_is_rtl (WayTimeline *self);

/* Moves what is shown by so many pixels, to later days. */
void way_timeline_pan (WayTimeline *self, double dx);

/* Says the days that are shown, and draws them. */
void way_timeline_show_range (WayTimeline *self);

/* The last day of a bar that is drawn; what is ongoing goes on to the end of the line. */
WayDate way_timeline_last_day (const WayTimeline *self, const WayRoadmapPhase *phase);

/* Zooms around @x, pixels along the line. */
void way_timeline_zoom (WayTimeline *self, double x, double factor);

/* Says that a phase was chosen, or folds a heading. */
void way_timeline_activate_row (WayTimeline *self, int i);

/* -input */
void way_timeline_add_input (WayTimeline *self);

/* -hit */
int way_timeline_row_at (WayTimeline *self, double y);
int way_timeline_mark_at (WayTimeline *self, double x, double y); /* index of a point; -1 */
WayTimelineHit way_timeline_hit (WayTimeline *self, double x, double y);
WayTimelineHit way_timeline_selected (WayTimeline *self); /* what the keyboard is on */
const WayRoadmapPhase *way_timeline_find_phase (WayTimeline *self, gint64 id);
int way_timeline_find_mark (WayTimeline *self, gboolean checklist, gint64 id);
void way_timeline_select (WayTimeline *self, const WayTimelineHit *hit);

/* -drag; all but the last two return whether the event was for them */
gboolean way_timeline_drag_begin (WayTimeline *self, double x, double y);
gboolean way_timeline_drag_update (WayTimeline *self, double dx, double dy, gboolean is_free);
gboolean way_timeline_drag_end (WayTimeline *self);
gboolean way_timeline_drag_key (WayTimeline *self, guint key, GdkModifierType state);
void way_timeline_drag_start_by_keys (WayTimeline *self);
void way_timeline_drag_cancel (WayTimeline *self);

/* First and last day of what is moved, as it would be; WAY_DATE_NONE as in the hit. */
void way_timeline_drag_dates (const WayTimelineDrag *drag, WayDate *start, WayDate *end);

/* -menu */
void way_timeline_menu_add_actions (GtkWidgetClass *widget_class);
void way_timeline_menu_open (WayTimeline *self, double x, double y);
void way_timeline_menu_open_selected (WayTimeline *self);

/* -text; transfer full, %NULL for nothing */
char *way_timeline_describe (WayTimeline *self, double x, double y);
char *way_timeline_describe_phase (WayTimeline *self, const WayRoadmapPhase *phase);
char *way_timeline_describe_point (WayTimeline *self, const WayRoadmapPoint *point);
char *way_timeline_describe_drag (WayTimeline *self); /* "12 Jan – 20 Feb, +5 days" */

G_END_DECLS
