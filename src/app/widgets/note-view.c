#include "app/widgets/note-view.h"

#define PAUSE_MSEC 4000

struct _WayNoteView
{
  GtkTextView parent_instance;

  char *saved;      /* what is stored, as far as is known here */
  gboolean setting; /* the text is being set, not typed */
  guint pause;      /* source */
};

G_DEFINE_FINAL_TYPE (WayNoteView, way_note_view, GTK_TYPE_TEXT_VIEW)

enum
{
  SAVE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* transfer full */
static char *
get_text (WayNoteView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
way_note_view_flush (WayNoteView *self)
{
  g_autofree char *text = get_text (self);

  g_clear_handle_id (&self->pause, g_source_remove);
  /* What is saved comes back by way_note_view_set_text(); what could not be is tried again the next time. */
  if (!g_str_equal (text, self->saved))
    g_signal_emit (self, signals[SAVE], 0, text);
}

static void
on_pause (gpointer data)
{
  WayNoteView *self = data;

  self->pause = 0;
  way_note_view_flush (self);
}

static void
on_changed (WayNoteView *self)
{
  if (self->setting)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_once (PAUSE_MSEC, on_pause, self);
}

void
way_note_view_set_text (WayNoteView *self, const char *text, gboolean other)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *shown = get_text (self);
  gboolean typed = !g_str_equal (shown, self->saved);

  if (typed && other)
    way_note_view_flush (self);
  if (typed && !other && !g_str_equal (shown, text))
    return;
  g_free (self->saved);
  self->saved = g_strdup (text);
  if (g_str_equal (shown, text))
    return;
  self->setting = TRUE;
  /* Ctrl+Z takes back what was typed, not this. */
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->setting = FALSE;
}

static void
way_note_view_unmap (GtkWidget *widget)
{
  way_note_view_flush (WAY_NOTE_VIEW (widget));
  GTK_WIDGET_CLASS (way_note_view_parent_class)->unmap (widget);
}

static void
way_note_view_dispose (GObject *object)
{
  WayNoteView *self = WAY_NOTE_VIEW (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  G_OBJECT_CLASS (way_note_view_parent_class)->dispose (object);
}

static void
way_note_view_finalize (GObject *object)
{
  g_free (WAY_NOTE_VIEW (object)->saved);
  G_OBJECT_CLASS (way_note_view_parent_class)->finalize (object);
}

static void
way_note_view_class_init (WayNoteViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_note_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_note_view_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = way_note_view_unmap;
  signals[SAVE] = g_signal_new ("save", WAY_TYPE_NOTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
way_note_view_init (WayNoteView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->saved = g_strdup ("");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self), GTK_WRAP_WORD_CHAR);
  /* Tab goes on to what follows: a note is no program. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "changed",
                           G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (way_note_view_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
