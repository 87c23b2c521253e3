#include "app/widgets/saved-text.h"

#include <adwaita.h>

#define DATA "way-saved-text"

typedef struct
{
  char *saved; /* what is stored, as far as is known here */
  WaySaveTextFunc save;
  gpointer user_data;
  guint leaving; /* source */
} SavedText;

static void
saved_text_free (gpointer data)
{
  SavedText *self = data;

  g_clear_handle_id (&self->leaving, g_source_remove);
  g_free (self->saved);
  g_free (self);
}

static void
flush (GtkEditable *entry)
{
  SavedText *self = g_object_get_data (G_OBJECT (entry), DATA);
  g_autofree char *text = g_strdup (gtk_editable_get_text (entry));

  g_clear_handle_id (&self->leaving, g_source_remove);
  /* What is saved comes back by way_saved_text_set(); what could not be is tried again the next time. */
  if (!g_str_equal (text, self->saved))
    self->save (entry, text, self->user_data);
}

static void
on_left (gpointer entry)
{
  SavedText *self = g_object_get_data (G_OBJECT (entry), DATA);

  self->leaving = 0;
  flush (entry);
}

/* The keyboard is on its way to another widget, which may go when the text is saved. */
static void
on_leave (GtkEditable *entry)
{
  SavedText *self = g_object_get_data (G_OBJECT (entry), DATA);

  if (self->leaving == 0)
    self->leaving = g_idle_add_once (on_left, entry);
}

void
way_saved_text_set_up (GtkEditable *entry, WaySaveTextFunc save, gpointer user_data)
{
  SavedText *self = g_new0 (SavedText, 1);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->saved = g_strdup ("");
  self->save = save;
  self->user_data = user_data;
  g_object_set_data_full (G_OBJECT (entry), DATA, self, saved_text_free);
  g_signal_connect (entry, ADW_IS_ENTRY_ROW (entry) ? "entry-activated" : "activate",
                    G_CALLBACK (flush), NULL);
  g_signal_connect (entry, "unmap", G_CALLBACK (flush), NULL);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), entry);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

void
way_saved_text_set (GtkEditable *entry, const char *text, gboolean other)
{
  SavedText *self = g_object_get_data (G_OBJECT (entry), DATA);
  gboolean typed = !g_str_equal (gtk_editable_get_text (entry), self->saved);

  if (typed && other)
    flush (entry);
  if (typed && !other && !g_str_equal (gtk_editable_get_text (entry), text))
    return;
  g_free (self->saved);
  self->saved = g_strdup (text);
  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}
