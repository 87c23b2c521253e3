/* A week that a draft changes: its days, its hours before and after, and both as pictures. */
#pragma once

#include "core/planner/draft-weeks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_DRAFT_WEEK_ROW (way_draft_week_row_get_type ())
G_DECLARE_FINAL_TYPE (WayDraftWeekRow, way_draft_week_row, WAY, DRAFT_WEEK_ROW, GtkWidget)

GtkWidget *way_draft_week_row_new (void);

/* @hours: mask of 1 << hour: those that the pictures show. */
void way_draft_week_row_set_week (WayDraftWeekRow *self,
                                  const WayDraftWeek *week,
                                  WayDate today,
                                  guint hours);

G_END_DECLS
