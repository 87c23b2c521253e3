/* An entry whose text saves itself: at Enter, and when the person turns to something else; what WayNoteView is for
 * texts of many lines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: differs from what is stored. */
typedef void (*WaySaveTextFunc) (GtkEditable *entry, const char *text, gpointer user_data);

/* @entry: a GtkEntry or an AdwEntryRow. Once. */
void way_saved_text_set_up (GtkEditable *entry, WaySaveTextFunc save, gpointer user_data);

/* Shows @text. What the person has typed and not yet saved is saved first when @other: the text of another thing; else
 * it stays, for it is newer. */
void way_saved_text_set (GtkEditable *entry, const char *text, gboolean other);

G_END_DECLS
