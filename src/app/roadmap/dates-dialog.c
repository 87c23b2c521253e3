#include "app/roadmap/dates-dialog.h"

#include "app/session.h"
#include "app/widgets/date-row.h"
#include "app/widgets/form.h"
#include "core/base/error.h"
#include "core/roadmap/roadmap.h"

#include <glib/gi18n.h>

#define WAY_TYPE_DATES_DIALOG (way_dates_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayDatesDialog, way_dates_dialog, WAY, DATES_DIALOG, AdwWindow)

struct _WayDatesDialog
{
  AdwWindow parent_instance;

  gint64 id;
  gboolean phase;
  gboolean checklist;
  WayDate old_from, old_due; /* as they were when it opened */
  AdwWindowTitle *title;
  GtkLabel *message;
  WayDateRow *from;
  WayDateRow *due;
};

G_DEFINE_FINAL_TYPE (WayDatesDialog, way_dates_dialog, ADW_TYPE_WINDOW)

static void
show_error (WayDatesDialog *self, const char *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_show (GTK_WIDGET (self->message));
  way_form_focus_error (GTK_WIDGET (self));
}

static void
on_save (WayDatesDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  WayDate from = WAY_DATE_NONE, due = WAY_DATE_NONE;
  g_autoptr (GError) error = NULL;

  if ((self->phase && !way_date_row_get_date (self->from, &from, &error)) ||
      (gtk_widget_get_visible (GTK_WIDGET (self->due)) &&
       !way_date_row_get_date (self->due, &due, &error)))
    {
      show_error (self, error->message);
      return;
    }
  if (from != WAY_DATE_NONE && due != WAY_DATE_NONE && due < from)
    {
      show_error (self, _ ("The phase would be due before its first day."));
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  if (from == self->old_from && due == self->old_due)
    return;
  if (parent != NULL && self->phase)
    gtk_widget_activate_action (GTK_WIDGET (parent), "dates.phase", "(xii)", self->id, from, due);
  else if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "dates.due", "(bxi)", self->checklist,
                                self->id, due);
}

static gboolean
show_phase (WayDatesDialog *self, const WayRoadmap *roadmap, WayDate today)
{
  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      if (phase->id != self->id)
        continue;
      adw_window_title_set_subtitle (self->title, phase->title);
      self->old_from = phase->release_date;
      self->old_due = phase->due_date;
      way_date_row_set_date (self->from, phase->release_date, today);
      way_date_row_set_date (self->due, phase->due_date, today);
      gtk_widget_set_visible (GTK_WIDGET (self->due), !phase->ongoing);
      return TRUE;
    }
  return FALSE;
}

static gboolean
show_point (WayDatesDialog *self, const WayRoadmap *roadmap, WayDate today)
{
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      if (point->id != self->id || point->checklist != self->checklist)
        continue;
      adw_window_title_set_subtitle (self->title, point->title);
      self->old_from = WAY_DATE_NONE;
      self->old_due = point->due_set ? point->due_date : WAY_DATE_NONE;
      way_date_row_set_date (self->due, self->old_due, today);
      gtk_widget_hide (GTK_WIDGET (self->from));
      return TRUE;
    }
  return FALSE;
}

static void
way_dates_dialog_class_init (WayDatesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/roadmap/dates-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayDatesDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayDatesDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayDatesDialog, from);
  gtk_widget_class_bind_template_child (widget_class, WayDatesDialog, due);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_dates_dialog_init (WayDatesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_dates_dialog_new (WayStore *store, const char *kind, gint64 id, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, error);
  WayDate today = way_session_today (store);

  if (roadmap == NULL)
    return NULL;
  WayDatesDialog *self = g_object_new (WAY_TYPE_DATES_DIALOG, NULL);
  self->id = id;
  self->phase = g_str_equal (kind, "phase");
  self->checklist = g_str_equal (kind, "checklist");
  if (self->phase ? show_phase (self, roadmap, today) : show_point (self, roadmap, today))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->phase ? self->from : self->due));
      return GTK_WIDGET (self);
    }
  gtk_window_destroy (GTK_WINDOW (self));
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This item is no longer there."));
  return NULL;
}
