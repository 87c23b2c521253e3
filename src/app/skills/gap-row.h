/* A gap: what it is worth closing first by, or what has to be known for that. */
#pragma once

#include "core/skills/gaps.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_GAP_ROW (way_gap_row_get_type ())
G_DECLARE_FINAL_TYPE (WayGapRow, way_gap_row, WAY, GAP_ROW, GtkWidget)

/* @open: how often the skill is asked for is not known, and can be typed. */
GtkWidget *way_gap_row_new (gboolean open);

/* @rank: from 1; ignored where it is open. */
void way_gap_row_set_gap (WayGapRow *self, const WaySkillGap *gap, guint rank);

gint64 way_gap_row_get_skill (WayGapRow *self);

G_END_DECLS
