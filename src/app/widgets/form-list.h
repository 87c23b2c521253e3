/* A group of rows that grows and shrinks: each unfolds to a form of its own and can be removed; the last row adds
 * another. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_FORM_LIST (way_form_list_get_type ())
G_DECLARE_FINAL_TYPE (WayFormList, way_form_list, WAY, FORM_LIST, AdwPreferencesGroup)

/* Properties: "add-title", of the row that adds one.
 * Signals: "add": the person wants another; who listens makes one and appends it with @open. "changed": a row has come
 * or gone. */

/* At the end; @open: unfolded, with the keyboard in its first entry. */
void way_form_list_append (WayFormList *self, AdwExpanderRow *row, gboolean open);

/* (element-type AdwExpanderRow) from the first on (transfer container). */
GPtrArray *way_form_list_get_rows (WayFormList *self);

/* Says what @row is, in its title and in the name of its button. @title: plain text. */
void way_form_list_set_title (AdwExpanderRow *row, const char *title);

G_END_DECLS
