/* A text of many lines that saves itself: after a pause, and when the person turns to something else. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_NOTE_VIEW (way_note_view_get_type ())
G_DECLARE_FINAL_TYPE (WayNoteView, way_note_view, WAY, NOTE_VIEW, GtkTextView)

/* Signal "save" (char *text): the text differs from the one it was given, and the person paused, left it, or what it
 * stands in goes away. */

/* Shows @text. What the person has typed and not yet saved is saved first when @other: the text of another thing; else
 * it stays, for it is newer. */
void way_note_view_set_text (WayNoteView *self, const char *text, gboolean other);

/* Saves now what is not saved. */
void way_note_view_flush (WayNoteView *self);

G_END_DECLS
