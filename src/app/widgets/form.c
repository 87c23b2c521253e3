#include "app/widgets/form.h"

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

gboolean
way_form_focus_error (GtkWidget *form)
{
  GtkWidget *child = gtk_widget_get_first_child (form);

  if (gtk_widget_has_css_class (form, "error"))
    return gtk_widget_grab_focus (form);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (way_form_focus_error (child))
      return TRUE;
  return FALSE;
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
