#include "app/skills/gap-work-dialog.h"

#include "app/session.h"
#include "app/widgets/date-row.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/planner/gap-work.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What a new action starts with. */
#define USUAL_MINUTES 240
#define USUAL_DAYS    28

#define WAY_TYPE_GAP_WORK_DIALOG (way_gap_work_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayGapWorkDialog, way_gap_work_dialog, WAY, GAP_WORK_DIALOG, AdwWindow)

struct _WayGapWorkDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  gint64 skill_id;
  gint64 work_id; /* 0: a new one */
  int minutes;    /* as stored */
  GtkButton *save;
  GtkLabel *message;
  AdwPreferencesGroup *skill;
  GtkEditable *title;
  GtkSpinButton *hours;
  WayDateRow *due;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (WayGapWorkDialog, way_gap_work_dialog, ADW_TYPE_WINDOW)

static void
say (WayGapWorkDialog *self, const char *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *message != '\0');
}

static gboolean
store_work (WayGapWorkDialog *self, WayDate due, GError **error)
{
  const char *title = gtk_editable_get_text (self->title);
  int minutes = way_form_get_minutes (self->hours, self->minutes);
  gint64 now_utc = way_session_now ();

  if (self->work_id == 0)
    return way_gap_work_add (self->store, self->skill_id, title, minutes, due, now_utc, NULL,
                             error);
  return way_gap_work_change (self->store, self->work_id, title, minutes, due, now_utc, error);
}

static void
on_save (WayGapWorkDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  WayDate due;

  if (!way_date_row_get_date (self->due, &due, &error))
    {
      say (self, error->message);
      way_form_focus_error (GTK_WIDGET (self));
    }
  else if (!store_work (self, due, &error))
    say (self, error->message);
  else
    {
      gtk_window_close (GTK_WINDOW (self));
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.plan", NULL);
    }
}

static void
on_remove (WayGapWorkDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;
  gboolean done = way_gap_work_remove (self->store, self->work_id, way_session_now (), &error);

  if (parent != NULL)
    way_tell_outcome (GTK_WIDGET (parent), self->store, done, _ ("Gap action removed"), error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
way_gap_work_dialog_dispose (GObject *object)
{
  WayGapWorkDialog *self = WAY_GAP_WORK_DIALOG (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_gap_work_dialog_parent_class)->dispose (object);
}

static void
way_gap_work_dialog_class_init (WayGapWorkDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = way_gap_work_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/skills/gap-work-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, skill);
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, due);
  gtk_widget_class_bind_template_child (widget_class, WayGapWorkDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_gap_work_dialog_init (WayGapWorkDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The action of the skill that is not done yet; %NULL without one. */
static const WayGapWork *
find_open (const GPtrArray *works, gint64 skill_id)
{
  for (guint i = 0; i < works->len; i++)
    {
      const WayGapWork *it = g_ptr_array_index (works, i);
      if (it->skill_id == skill_id && it->done_minutes < it->minutes)
        return it;
    }
  return NULL;
}

static void
fill (WayGapWorkDialog *self, const WayGapWork *work, const WayGapPurpose *usual)
{
  WayDate today = way_session_today (self->store);
  g_autofree char *skill = g_markup_escape_text (usual->skill_title, -1);

  self->work_id = work != NULL ? work->id : 0;
  self->minutes = work != NULL ? work->minutes : USUAL_MINUTES;
  adw_preferences_group_set_title (self->skill, skill);
  gtk_editable_set_text (self->title, work != NULL ? work->title : usual->title);
  gtk_spin_button_set_value (self->hours, self->minutes / 60.0);
  way_date_row_set_date (self->due, work != NULL ? work->due_date : today + USUAL_DAYS, today);
  gtk_window_set_title (GTK_WINDOW (self), work != NULL ? _ ("Gap Action") : _ ("Plan Gap Action"));
  gtk_widget_set_visible (self->remove, work != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}

GtkWidget *
way_gap_work_dialog_new (WayStore *store, gint64 skill_id, GError **error)
{
  g_autoptr (WayGapPurpose) usual = way_gap_purpose_load (store, skill_id, error);
  g_autoptr (GPtrArray) works = usual != NULL ? way_gap_work_list (store, error) : NULL;

  if (works == NULL)
    return NULL;
  WayGapWorkDialog *self = g_object_new (WAY_TYPE_GAP_WORK_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->skill_id = skill_id;
  fill (self, find_open (works, skill_id), usual);
  return GTK_WIDGET (self);
}
