#include "app/plan/what-if-dialog.h"

#include "app/plan/choices.h"
#include "app/plan/trial.h"
#include "app/plan/what-if-table.h"
#include "app/session.h"
#include "app/widgets/choice-row.h"
#include "app/widgets/date-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define WAY_TYPE_WHAT_IF_DIALOG (way_what_if_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayWhatIfDialog, way_what_if_dialog, WAY, WHAT_IF_DIALOG, AdwWindow)

struct _WayWhatIfDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayVariant *now;
  WayPlanSettings *settings; /* what is typed; %NULL while it is wrong */
  guint update;              /* source */
  GtkButton *use;
  GtkButton *show;
  GtkSpinButton *hours;
  AdwComboRow *range;
  AdwComboRow *band;
  AdwComboRow *role;
  WayDateRow *finish;
  GtkLabel *message;
  WayWhatIfTable *table;
};

G_DEFINE_FINAL_TYPE (WayWhatIfDialog, way_what_if_dialog, ADW_TYPE_WINDOW)

/* The positions of the combo row. */
enum
{
  RANGE_HIGH,
  RANGE_LOW,
};

static void
say (WayWhatIfDialog *self, const char *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *message != '\0');
}

/* The hours as they are typed: the spin button takes them over later, when the keyboard leaves it. */
static int
typed_minutes (WayWhatIfDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->hours));
  char *end = NULL;
  double hours = g_strtod (text, &end);
  int stored = self->now->settings->weekly_minutes;
  g_autofree char *as_shown =
      g_strdup_printf ("%.*f", gtk_spin_button_get_digits (self->hours), stored / 60.0);

  if (g_str_equal (text, as_shown))
    return stored;
  return end != text && *end == '\0' && fabs (hours) <= 10000 ? (int) lround (hours * 60) : 0;
}

static void
set_text (char **to, const char *from)
{
  g_free (*to);
  *to = g_strdup (from);
}

/* What is typed, whatever it amounts to; %NULL with @error for what says nothing. */
static WayPlanSettings *
read_settings (WayWhatIfDialog *self, GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_copy (self->now->settings);

  settings->weekly_minutes = typed_minutes (self);
  settings->low_end = adw_combo_row_get_selected (self->range) == RANGE_LOW;
  set_text (&settings->band, way_choice_row_get_key (self->band));
  set_text (&settings->role, way_choice_row_get_key (self->role));
  if (!way_date_row_get_date (self->finish, &settings->target_date, error))
    return NULL;
  return g_steal_pointer (&settings);
}

static gboolean
differs (const WayPlanSettings *a, const WayPlanSettings *b)
{
  return a->weekly_minutes != b->weekly_minutes || a->low_end != b->low_end ||
         a->target_date != b->target_date || !g_str_equal (a->band, b->band) ||
         !g_str_equal (a->role, b->role);
}

/* What is wrong is said where it is typed; the last comparison stays, grey. */
static void
update (WayWhatIfDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlanSettings) settings = read_settings (self, &error);
  g_autoptr (WayVariant) then =
      settings != NULL ? way_variant_new (self->store, settings, way_session_now (), &error) : NULL;

  g_clear_pointer (&self->settings, way_plan_settings_free);
  say (self, error != NULL ? error->message : "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->table), then != NULL);
  gboolean useful = then != NULL && differs (settings, self->now->settings);
  gtk_widget_set_sensitive (GTK_WIDGET (self->use), useful);
  gtk_widget_set_sensitive (GTK_WIDGET (self->show), useful);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "what-if.find-hours",
                                 settings != NULL && settings->target_date != WAY_DATE_NONE);
  if (then == NULL)
    return;
  way_what_if_table_show (self->table, self->now, then, way_session_today (self->store));
  self->settings = g_steal_pointer (&settings);
}

static gboolean
on_idle (gpointer data)
{
  WayWhatIfDialog *self = data;

  self->update = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Several changes at once, as another offer of choices, are one update. */
static void
on_changed (WayWhatIfDialog *self)
{
  if (self->now != NULL && self->update == 0)
    self->update = g_idle_add (on_idle, self);
}

static void
on_find_hours (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWhatIfDialog *self = WAY_WHAT_IF_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlanSettings) settings = read_settings (self, &error);

  if (settings == NULL || settings->target_date == WAY_DATE_NONE)
    return;
  /* The hours are what is looked for: those that are typed may be none. */
  settings->weekly_minutes = self->now->settings->weekly_minutes;
  int minutes = way_variant_weekly_minutes_for (self->store, settings, settings->target_date,
                                                way_session_now (), &error);
  if (minutes == 0)
    say (self, error->message);
  else
    gtk_spin_button_set_value (self->hours, minutes / 60.0);
}

/* What was typed a moment ago counts. */
static void
update_now (WayWhatIfDialog *self)
{
  if (self->update == 0)
    return;
  g_clear_handle_id (&self->update, g_source_remove);
  update (self);
}

static void
on_show (WayWhatIfDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  update_now (self);
  if (self->settings == NULL)
    return;
  if (!way_trial_show (way_trial_of (self->store), self->settings, &error))
    {
      say (self, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.view", "s", "roadmap");
}

static void
on_use (WayWhatIfDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  update_now (self);
  if (self->settings == NULL)
    return;
  if (!way_plan_change (self->store, self->settings, NULL, way_session_now (), &error))
    {
      say (self, error->message);
      return;
    }
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.plan", NULL);
}

static void
way_what_if_dialog_dispose (GObject *object)
{
  WayWhatIfDialog *self = WAY_WHAT_IF_DIALOG (object);

  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_pointer (&self->now, way_variant_free);
  g_clear_pointer (&self->settings, way_plan_settings_free);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_what_if_dialog_parent_class)->dispose (object);
}

static void
way_what_if_dialog_class_init (WayWhatIfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  g_type_ensure (WAY_TYPE_WHAT_IF_TABLE);
  G_OBJECT_CLASS (klass)->dispose = way_what_if_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/plan/what-if-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, use);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, show);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, range);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, band);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, role);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, finish);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayWhatIfDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
  gtk_widget_class_install_action (widget_class, "what-if.find-hours", NULL, on_find_hours);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_what_if_dialog_init (WayWhatIfDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_what_if_dialog_new (WayStore *store, GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, error);
  g_autoptr (WayVariant) now =
      settings != NULL ? way_variant_new (store, settings, way_session_now (), error) : NULL;

  if (now == NULL)
    return NULL;
  WayWhatIfDialog *self = g_object_new (WAY_TYPE_WHAT_IF_DIALOG, NULL);
  g_autoptr (WayGuide) choices = way_plan_choices (store);

  self->store = g_object_ref (store);
  gtk_spin_button_set_value (self->hours, settings->weekly_minutes / 60.0);
  adw_combo_row_set_selected (self->range, settings->low_end ? RANGE_LOW : RANGE_HIGH);
  /* Translators: a range of years of experience: "3–5 years" */
  way_choice_row_offer (self->band, choices, WAY_GUIDE_BAND, _ ("%s years"), settings->band);
  way_choice_row_offer (self->role, choices, WAY_GUIDE_ROLE_EMPHASIS, "%s", settings->role);
  way_date_row_set_date (self->finish, settings->target_date, way_session_today (store));
  self->now = g_steal_pointer (&now);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->hours));
  return GTK_WIDGET (self);
}
