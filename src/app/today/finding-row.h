/* What a check has found, whose words of the guide it is about, and the button that puts it right. */
#pragma once

#include "core/review/checks.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_FINDING_ROW (way_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (WayFindingRow, way_finding_row, WAY, FINDING_ROW, GtkWidget)

GtkWidget *way_finding_row_new (void);

/* @name_guide: the plan follows several */
void
way_finding_row_set_finding (WayFindingRow *self, const WayFinding *finding, gboolean name_guide);

G_END_DECLS
