/* What the timeline is made of, for its own files. Each says in its header what it offers, and includes only those that
 * it stands on: -geometry and -color at the bottom; on them -hit, which knows what lies where, -text, which says it,
 * -overlay and -draw, which show it; -drag, which moves it by pointer and by keyboard, -menu, which offers the same,
 * -input, which takes what a person does; and the widget itself at the top. What a lower file has for a higher one, it
 * says by a signal or an action. */
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

G_END_DECLS
