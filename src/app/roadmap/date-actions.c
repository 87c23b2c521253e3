#include "app/roadmap/date-actions.h"

#include "app/format.h"
#include "app/plan/draft-dialog.h"
#include "app/plan/trial.h"
#include "app/roadmap/dates-dialog.h"
#include "app/session.h"
#include "core/planner/draft.h"
#include "core/roadmap/baseline.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static WayStore *
get_store (gpointer window)
{
  return g_object_get_data (G_OBJECT (window), "way-dates-store");
}

static void
say (gpointer window, const char *message)
{
  gtk_widget_activate_action (window, "win.show-message", "s", message);
}

/* Whether anything can be changed; says so when not. */
static gboolean
may_write (gpointer window)
{
  if (!way_store_is_read_only (get_store (window)))
    return TRUE;
  /* The notice of the window has the reason. */
  say (window, _ ("You can look, but nothing can be changed"));
  return FALSE;
}

static void
present (gpointer window, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_phase (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayPlanWish wish;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xii)", &wish.phase_id, &wish.release_date, &wish.due_date);
  if (!may_write (window))
    return;
  WayDraft *draft = way_draft_new_for (get_store (window), &wish, way_session_now (), &error);
  if (draft == NULL)
    say (window, error->message);
  else
    present (window, way_draft_dialog_new (get_store (window), draft));
}

static void
on_due (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gboolean checklist;
  gint64 id;
  WayDate date;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(bxi)", &checklist, &id, &date);
  if (!may_write (window))
    return;
  if (!way_roadmap_set_due (get_store (window), checklist, id, date, way_session_now (), &error))
    {
      say (window, error->message);
      return;
    }
  g_autofree char *day = date != WAY_DATE_NONE ? way_format_date (date) : NULL;
  g_autofree char *message = day != NULL
                                 /* Translators: a day */
                                 ? g_strdup_printf (_ ("Now due on %s"), day)
                                 : g_strdup (_ ("Due when the plan says"));
  gtk_widget_activate_action (window, "win.show-undo", "s", message);
}

static void
on_set (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *kind;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(&sx)", &kind, &id);
  if (!may_write (window))
    return;
  GtkWidget *dialog = way_dates_dialog_new (get_store (window), kind, id, &error);
  if (dialog == NULL)
    say (window, error->message);
  else
    present (window, dialog);
}

static void
on_named (AdwMessageDialog *dialog, const char *response, gpointer window)
{
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);
  WayStore *store = get_store (window);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "take"))
    return;
  if (way_baseline_take (store, gtk_editable_get_text (GTK_EDITABLE (entry)),
                         way_session_today (store), way_session_now (), NULL, &error))
    gtk_widget_activate_action (window, "win.show-undo", "s", _ ("Baseline taken"));
  else
    say (window, error->message);
}

static void
on_take_baseline (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autofree char *day = way_format_date (way_session_today (get_store (window)));
  /* Translators: a day */
  g_autofree char *name = g_strdup_printf (_ ("Planned on %s"), day);
  GtkWidget *entry = gtk_entry_new ();

  if (!may_write (window))
    return;
  GtkWidget *dialog = adw_message_dialog_new (
      window, _ ("Take Baseline"), _ ("The dates of now are kept, to compare later ones with."));
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "take",
                                    _ ("_Take"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "take");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_named), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
on_remove_baseline (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;

  if (!may_write (window))
    return;
  if (way_baseline_remove (get_store (window), g_variant_get_int64 (parameter), way_session_now (),
                           &error))
    gtk_widget_activate_action (window, "win.show-undo", "s", _ ("Baseline removed"));
  else
    say (window, error->message);
}

static void
on_close_trial (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  way_trial_close (way_trial_of (get_store (window)));
}

static void
on_use_trial (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayTrial *trial = way_trial_of (get_store (window));
  g_autoptr (GError) error = NULL;

  if (way_trial_get_then (trial) == NULL || !may_write (window))
    return;
  g_autoptr (WayPlanSettings) settings =
      way_plan_settings_copy (way_trial_get_then (trial)->settings);
  way_trial_close (trial);
  if (way_plan_change (get_store (window), settings, NULL, way_session_now (), &error))
    gtk_widget_activate_action (window, "win.plan", NULL);
  else
    say (window, error->message);
}

void
way_date_actions_install (GtkWidget *window, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "phase", on_phase, "(xii)", NULL, NULL, { 0 } },
    { "due", on_due, "(bxi)", NULL, NULL, { 0 } },
    { "set", on_set, "(sx)", NULL, NULL, { 0 } },
    { "take-baseline", on_take_baseline, NULL, NULL, NULL, { 0 } },
    { "remove-baseline", on_remove_baseline, "x", NULL, NULL, { 0 } },
    { "use-trial", on_use_trial, NULL, NULL, NULL, { 0 } },
    { "close-trial", on_close_trial, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (window), "way-dates-store", g_object_ref (store),
                          g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "dates", G_ACTION_GROUP (group));
}
