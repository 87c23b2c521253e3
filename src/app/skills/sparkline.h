/* The person's scores of a skill over the last twelve months as a small line in steps. Where the skill was blank the
 * line has a gap; the last score is a dot. */
#pragma once

#include "core/skills/history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SPARKLINE (way_sparkline_get_type ())
G_DECLARE_FINAL_TYPE (WaySparkline, way_sparkline, WAY, SPARKLINE, GtkWidget)

#define WAY_SPARKLINE_MONTHS 12

/* A stretch of one score, in parts of the twelve months: 0 their beginning, 1 today. */
typedef struct
{
  float from, to;
  int score; /* never blank */
} WaySparklineStep;

/* (element-type WaySparklineStep) in order of time (transfer full). Pure. @points: (element-type WaySkillPoint)
 * (nullable): by date */
GArray *way_sparkline_steps (const GArray *points, WayDate today);

/* "2 in January 2027, blank in March 2027, 4 since May 2027": the last changes, in words (transfer full). */
char *way_sparkline_describe (const GArray *points, WayDate today);

GtkWidget *way_sparkline_new (void);

/* @points: (element-type WaySkillPoint) (nullable): by date */
void way_sparkline_set_points (WaySparkline *self, const GArray *points, WayDate today);

G_END_DECLS
