#include "app/widgets/form.h"

#include <adwaita.h>
#include <math.h>

void
way_form_set_error (GtkWidget *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
unfold (GtkWidget *row)
{
  GtkWidget *around = gtk_widget_get_ancestor (gtk_widget_get_parent (row), ADW_TYPE_EXPANDER_ROW);

  if (around != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (around), TRUE);
}

/* The first row in @form that is wrong, and there for the person. */
static GtkWidget *
find_error (GtkWidget *form)
{
  if (!gtk_widget_get_visible (form))
    return NULL;
  GtkWidget *found = gtk_widget_has_css_class (form, "error") ? form : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (form); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_error (child);
  return found;
}

gboolean
way_form_focus_error (GtkWidget *form)
{
  GtkWidget *row = find_error (form);

  if (row == NULL)
    return FALSE;
  unfold (row);
  return gtk_widget_grab_focus (row);
}

/* @data: the first frame in which the message has its place. */
static gboolean
on_tick (GtkWidget *form, GdkFrameClock *clock, gpointer data)
{
  if (gdk_frame_clock_get_frame_counter (clock) < *(gint64 *) data)
    return G_SOURCE_CONTINUE;
  way_form_focus_error (form);
  return G_SOURCE_REMOVE;
}

void
way_form_focus_error_soon (GtkWidget *form)
{
  if (find_error (form) == NULL)
    return;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (form);
  gint64 frame = gdk_frame_clock_get_frame_counter (clock) + 2;

  gtk_root_set_focus (gtk_widget_get_root (form), NULL);
  gtk_widget_add_tick_callback (form, on_tick, g_memdup2 (&frame, sizeof frame), g_free);
}

void
way_form_say (GtkLabel *message, GtkWidget *form, const char *text)
{
  gtk_label_set_text (message, text);
  gtk_widget_set_visible (GTK_WIDGET (message), *text != '\0');
  if (*text != '\0')
    way_form_focus_error_soon (form);
}

char *
way_form_get_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
way_form_set_notation (GtkEditable *row)
{
  GtkWidget *text = GTK_WIDGET (gtk_editable_get_delegate (row));

  /* It keeps its side: with its own direction the text would start at the left. */
  if (gtk_widget_get_direction (GTK_WIDGET (row)) == GTK_TEXT_DIR_RTL)
    gtk_editable_set_alignment (row, 1);
  gtk_widget_set_direction (text, GTK_TEXT_DIR_LTR);
}

int
way_form_get_int (GtkSpinButton *spin)
{
  gtk_spin_button_update (spin);
  return gtk_spin_button_get_value_as_int (spin);
}

int
way_form_get_minutes (GtkSpinButton *spin, int stored)
{
  gtk_spin_button_update (spin);
  double hours = gtk_spin_button_get_value (spin);
  double shown = pow (10, -(double) gtk_spin_button_get_digits (spin)) / 2;

  return fabs (hours - stored / 60.0) <= shown ? stored : (int) lround (hours * 60);
}
