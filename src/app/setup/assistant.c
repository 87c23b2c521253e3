#include "app/setup/assistant.h"

#include "app/calendar/import-dialog.h"
#include "app/session.h"
#include "app/setup/calendar-page.h"
#include "app/setup/guide-page.h"
#include "app/setup/hours-page.h"
#include "core/guide/library.h"
#include "core/planner/draft.h"

#include <glib/gi18n.h>

#define N_STEPS 3

struct _WayAssistant
{
  AdwWindow parent_instance;

  WayStore *store;
  int step;
  GtkFileChooserNative *chooser;
  AdwWindowTitle *title;
  GtkStack *steps;
  WayGuidePage *guide;
  WayHoursPage *hours;
  WayCalendarPage *calendar;
  GtkButton *back;
  GtkButton *next;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (WayAssistant, way_assistant, ADW_TYPE_WINDOW)

static void
say (WayAssistant *self, const char *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *message != '\0');
}

static void
on_say (GtkWidget *widget, const char *action, GVariant *parameter)
{
  say (WAY_ASSISTANT (widget), g_variant_get_string (parameter, NULL));
}

static void
show_step (WayAssistant *self, int step)
{
  static const char *const pages[N_STEPS] = { "guide", "hours", "calendar" };
  /* Translators: the number of this step, the number of steps. */
  g_autofree char *subtitle = g_strdup_printf (_ ("Step %d of %d"), step + 1, N_STEPS);

  self->step = step;
  say (self, "");
  gtk_stack_set_visible_child_name (self->steps, pages[step]);
  adw_window_title_set_subtitle (self->title, subtitle);
  gtk_button_set_label (self->back, step == 0 ? _ ("_Cancel") : _ ("_Back"));
  gtk_button_set_label (self->next, step == N_STEPS - 1 ? _ ("_Make Plan") : _ ("_Next"));
  gtk_widget_grab_focus (GTK_WIDGET (self->next));
}

static gboolean
add_calendars (WayAssistant *self, gint64 now_utc, GError **error)
{
  GPtrArray *readings = way_calendar_page_get_readings (self->calendar);

  for (guint i = 0; i < readings->len; i++)
    {
      g_autoptr (WayBusyReport) report =
          way_busy_keep (self->store, g_ptr_array_index (readings, i), now_utc, error);
      if (report == NULL)
        return FALSE;
    }
  return TRUE;
}

/* The main job; the caller rolls back what a failure leaves half done. */
static WayDraft *
make_plan (WayAssistant *self, GError **error)
{
  gint64 now_utc = way_session_now ();
  WayGuideMerge merge = { 0 };
  const WayPlanSettings *settings = way_hours_page_read (self->hours, error);

  if (settings == NULL ||
      !way_library_import (self->store, way_guide_page_get_guide (self->guide), now_utc, &merge,
                           error) ||
      !way_plan_change (self->store, settings, NULL, now_utc, error) ||
      !way_plan_follow_guide (self->store, merge.guide_id, now_utc, error) ||
      !add_calendars (self, now_utc, error))
    return NULL;
  g_autoptr (WayDraft) draft = way_draft_new (self->store, now_utc, error);
  if (draft == NULL || !way_draft_apply (draft, self->store, now_utc, error))
    return NULL;
  return g_steal_pointer (&draft);
}

static void
tell_result (WayAssistant *self, const WayDraft *draft)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *message =
      draft->unplaced->len > 0
          ? g_strdup_printf (_ ("%d blocks planned; some work found no place, see Plan"),
                             draft->added + draft->moved + draft->unchanged)
          : g_strdup_printf (_ ("%d blocks planned"),
                             draft->added + draft->moved + draft->unchanged);

  if (parent == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.view", "s", "roadmap");
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", message);
}

static void
finish (WayAssistant *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDraft) draft = NULL;

  if (!way_store_begin (self->store, _ ("Make Plan"), way_session_now (), &error))
    {
      say (self, error->message);
      return;
    }
  draft = make_plan (self, &error);
  if (draft == NULL || !way_store_commit (self->store, &error))
    {
      way_store_rollback (self->store);
      say (self, error->message);
      return;
    }
  tell_result (self, draft);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_next (WayAssistant *self)
{
  g_autoptr (GError) error = NULL;

  if (self->step == 0)
    way_hours_page_set_guide (self->hours, way_guide_page_get_guide (self->guide));
  if (self->step == 1 && way_hours_page_read (self->hours, &error) == NULL)
    say (self, error->message);
  else if (self->step == N_STEPS - 1)
    finish (self);
  else
    show_step (self, self->step + 1);
}

static void
on_back (WayAssistant *self)
{
  if (self->step == 0)
    gtk_window_close (GTK_WINDOW (self));
  else
    show_step (self, self->step - 1);
}

static void
on_accepted (WayAssistant *self, WayImportDialog *dialog)
{
  way_calendar_page_take (self->calendar, way_import_dialog_take_reading (dialog));
}

static void
show_import (WayAssistant *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = way_import_dialog_new (self->store, path, &error);

  if (dialog == NULL)
    {
      say (self, error->message);
      return;
    }
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_accepted), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_chosen (WayAssistant *self, int response)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  g_clear_object (&self->chooser);
  say (self, "");
  if (path != NULL && self->step == 0)
    way_guide_page_open (self->guide, path);
  else if (path != NULL)
    show_import (self, path);
}

static void
choose_file (WayAssistant *self, const char *title)
{
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_open_guide (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_file (WAY_ASSISTANT (widget), _ ("Open Guide"));
}

static void
on_add_calendar (GtkWidget *widget, const char *action, GVariant *parameter)
{
  choose_file (WAY_ASSISTANT (widget), _ ("Open Calendar"));
}

static void
way_assistant_dispose (GObject *object)
{
  WayAssistant *self = WAY_ASSISTANT (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_assistant_parent_class)->dispose (object);
}

static void
way_assistant_class_init (WayAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_GUIDE_PAGE);
  g_type_ensure (WAY_TYPE_HOURS_PAGE);
  g_type_ensure (WAY_TYPE_CALENDAR_PAGE);
  G_OBJECT_CLASS (klass)->dispose = way_assistant_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/setup/assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, title);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, steps);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, guide);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, hours);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, calendar);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, back);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, next);
  gtk_widget_class_bind_template_child (widget_class, WayAssistant, message);
  gtk_widget_class_bind_template_callback (widget_class, on_next);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_install_action (widget_class, "assistant.say", "s", on_say);
  gtk_widget_class_install_action (widget_class, "assistant.open-guide", NULL, on_open_guide);
  gtk_widget_class_install_action (widget_class, "assistant.add-calendar", NULL, on_add_calendar);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_assistant_init (WayAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_assistant_new (WayStore *store)
{
  WayAssistant *self = g_object_new (WAY_TYPE_ASSISTANT, NULL);
  WayPlanSettings *settings = way_plan_settings_load (store, NULL);
  WayDate today = way_session_today (store);

  self->store = g_object_ref (store);
  if (settings == NULL)
    {
      g_autofree char *zone = way_zone_local_id ();
      settings = way_plan_settings_new (today, zone);
    }
  way_guide_page_set_store (self->guide, store);
  way_hours_page_set_settings (self->hours, settings, today);
  show_step (self, 0);
  return GTK_WIDGET (self);
}
