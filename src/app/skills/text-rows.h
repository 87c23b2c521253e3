/* Rows of a group that only say something, made anew when it differs: so the keyboard stays where it is. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_TEXT_ROWS (way_text_rows_get_type ())
G_DECLARE_FINAL_TYPE (WayTextRows, way_text_rows, WAY, TEXT_ROWS, AdwPreferencesGroup)

/* Signal "row-activated" (guint i): of the rows that can be. */

typedef struct
{
  char *title, *subtitle;
} WayTextRow;

void way_text_row_free (WayTextRow *row);

/* Both taken. */
WayTextRow *way_text_row_new (char *title, char *subtitle);

/* @rows: (element-type WayTextRow); without any the group is hidden, or shows @empty (nullable). */
void way_text_rows_show (WayTextRows *self,
                         const GPtrArray *rows,
                         gboolean activatable,
                         const char *empty);

/* Of the row at @i (transfer full). */
char *way_text_rows_get_title (WayTextRows *self, guint i);

G_END_DECLS
