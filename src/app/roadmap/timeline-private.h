/* What the timeline and its drawing share. */
#pragma once

#include "app/roadmap/timeline.h"
#include "core/roadmap/time-scale.h"

G_BEGIN_DECLS

#define WAY_TIMELINE_RULER  44 /* pixels */
#define WAY_TIMELINE_ROW    46
#define WAY_TIMELINE_BAR    14
#define WAY_TIMELINE_MARKS  34
#define WAY_TIMELINE_LOAD   68
#define WAY_TIMELINE_MARGIN 12

/* A row: a heading that folds, or a phase. */
typedef struct
{
  const char *heading;          /* guide's title; %NULL for a phase */
  const WayRoadmapPhase *phase; /* %NULL for a heading */
  double y;
} WayTimelineRow;

struct _WayTimeline
{
  GtkWidget parent_instance;

  WayRoadmap *roadmap;
  GArray *weeks;
  GArray *reviews;
  WayDate today;
  WayTimeScale scale;
  GArray *rows;       /* of WayTimelineRow: what is not folded */
  GHashTable *folded; /* titles of guides */
  gboolean headings;  /* also of one guide alone */
  int selected;       /* index in rows; -1: none */
  double marks_y, load_y, height;
  double drag_from;    /* of the scale, when a drag began */
  double pinch;        /* the last scale of a pinch */
  double pointer_x;    /* the last one seen; -1: none */
  PangoContext *paper; /* the fonts to draw on paper with; %NULL: on the screen */
};

void way_timeline_draw (WayTimeline *self, GtkSnapshot *snapshot);

/* Pixels from the left, mirrored where the language runs from the right. */
double way_timeline_x (WayTimeline *self, double day);

/* The last day of a bar that is drawn; what is ongoing goes on to the end of the line. */
WayDate way_timeline_last_day (const WayTimeline *self, const WayRoadmapPhase *phase);

G_END_DECLS
