#include "app/offers/look-back-row.h"

#include "app/format.h"

#include <glib/gi18n.h>

struct _WayLookBackRow
{
  AdwEntryRow parent_instance;

  gint64 id;
  gboolean showing; /* not the person's doing */
  GtkCheckButton *done;
};

G_DEFINE_FINAL_TYPE (WayLookBackRow, way_look_back_row, ADW_TYPE_ENTRY_ROW)

static void
set (WayLookBackRow *self, gboolean done)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "scorecard.look-back", "(xbs)", self->id, done,
                              gtk_editable_get_text (GTK_EDITABLE (self)));
}

static void
on_toggled (WayLookBackRow *self)
{
  if (!self->showing)
    set (self, gtk_check_button_get_active (self->done));
}

/* Who writes what became of it has looked back. */
static void
on_apply (WayLookBackRow *self)
{
  set (self, TRUE);
}

static char *
title_of (const WayLookBack *it, WayDate today)
{
  g_autofree char *due = way_format_date (it->due_date);
  g_autofree char *done = it->done_date != WAY_DATE_NONE ? way_format_date (it->done_date) : NULL;

  if (done != NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("Looked back on %s: what became of it"), done);
  if (it->due_date < today)
    /* Translators: a day. */
    return g_strdup_printf (_ ("Look back, late since %s: what became of it"), due);
  /* Translators: a day. */
  return g_strdup_printf (_ ("Look back on %s: what became of it"), due);
}

void
way_look_back_row_show (WayLookBackRow *self, const WayLookBack *it, WayDate today)
{
  g_autofree char *title = title_of (it, today);

  self->showing = TRUE;
  self->id = it->id;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self)), it->note))
    gtk_editable_set_text (GTK_EDITABLE (self), it->note);
  gtk_check_button_set_active (self->done, it->done_date != WAY_DATE_NONE);
  self->showing = FALSE;
}

static void
way_look_back_row_class_init (WayLookBackRowClass *klass)
{
}

static void
way_look_back_row_init (WayLookBackRow *self)
{
  self->done = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->done), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Looked back"), -1);
  adw_entry_row_add_prefix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->done));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (self), TRUE);
  g_signal_connect_object (self->done, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "apply", G_CALLBACK (on_apply), NULL);
}

GtkWidget *
way_look_back_row_new (void)
{
  return g_object_new (WAY_TYPE_LOOK_BACK_ROW, NULL);
}
