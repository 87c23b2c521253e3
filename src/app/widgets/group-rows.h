/* The rows of a preferences group that are made from data, and made anew when it changes. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Replaces @rows in @group by @made (both of GtkWidget; @made is emptied into @rows). The keyboard stays in the row at
 * its place, or goes to @other when there is none left. */
void way_group_rows_replace (AdwPreferencesGroup *group,
                             GPtrArray *rows,
                             GPtrArray *made,
                             GtkWidget *other);

/* A button that opens @uri, for the end of the row of @title. @link: as the person typed it. */
GtkWidget *way_group_rows_make_link (const char *title, const char *link, const char *uri);

G_END_DECLS
