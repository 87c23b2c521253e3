#include "app/skills/text-rows.h"

struct _WayTextRows
{
  AdwPreferencesGroup parent_instance;

  char *shown;     /* all that the rows say */
  GPtrArray *rows; /* of GtkWidget * */
};

G_DEFINE_FINAL_TYPE (WayTextRows, way_text_rows, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
way_text_row_free (WayTextRow *row)
{
  g_free (row->title);
  g_free (row->subtitle);
  g_free (row);
}

WayTextRow *
way_text_row_new (char *title, char *subtitle)
{
  WayTextRow *row = g_new0 (WayTextRow, 1);

  row->title = title;
  row->subtitle = subtitle;
  return row;
}

static void
on_activated (WayTextRows *self, GtkWidget *row)
{
  guint i;

  if (g_ptr_array_find (self->rows, row, &i))
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, i);
}

static void
add_row (WayTextRows *self, const char *title, const char *subtitle, gboolean activatable)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), activatable);
  gtk_widget_set_focusable (row, activatable);
  g_object_set_data_full (G_OBJECT (row), "way-title", g_strdup (title), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
clear (WayTextRows *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

/* The place of the row that has the keyboard; −1: none. */
static int
focused_row (WayTextRows *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint i;

  return focus != NULL && g_ptr_array_find (self->rows, focus, &i) ? (int) i : -1;
}

/* Marks one text from the next. */
static char *
join (const GPtrArray *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const WayTextRow *row = g_ptr_array_index (rows, i);
      g_string_append_printf (text, "%s\1%s\2", row->title, row->subtitle);
    }
  return g_string_free (text, FALSE);
}

void
way_text_rows_show (WayTextRows *self,
                    const GPtrArray *rows,
                    gboolean activatable,
                    const char *empty)
{
  g_autofree char *said = join (rows);
  int focus = focused_row (self);

  gtk_widget_set_visible (GTK_WIDGET (self), rows->len > 0 || empty != NULL);
  if (g_strcmp0 (said, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&said);
  clear (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const WayTextRow *row = g_ptr_array_index (rows, i);
      add_row (self, row->title, row->subtitle, activatable);
    }
  if (rows->len == 0 && empty != NULL)
    add_row (self, empty, "", FALSE);
  if (focus >= 0 && rows->len > 0)
    gtk_widget_grab_focus (
        g_ptr_array_index (self->rows, MIN ((guint) focus, self->rows->len - 1)));
}

char *
way_text_rows_get_title (WayTextRows *self, guint i)
{
  return g_strdup (g_object_get_data (g_ptr_array_index (self->rows, i), "way-title"));
}

static void
way_text_rows_finalize (GObject *object)
{
  WayTextRows *self = WAY_TEXT_ROWS (object);

  g_free (self->shown);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (way_text_rows_parent_class)->finalize (object);
}

static void
way_text_rows_class_init (WayTextRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_text_rows_finalize;
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", WAY_TYPE_TEXT_ROWS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
way_text_rows_init (WayTextRows *self)
{
  self->rows = g_ptr_array_new ();
}
