/* The application in this process: what it makes, it also frees. Pictures and behaviour are tested from
 * outside; this is what the leak checker sees. */
#include "config.h"

#include "app/application.h"
#include "app/roadmap/paper-file.h"
#include "app/roadmap/paper-print.h"
#include "app/window-private.h"
#include "core/planner/gap-work.h"
#include "made-offers.h"
#include "made-plan.h"
#include "paint.h"

static char *database;
static const char *part; /* "skills", "offers"; "": the rest */

/* The window that came up last. */
static GtkWindow *
newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWindow *window = g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);

  g_object_unref (window); /* the list keeps it */
  return window;
}

/* A dialog on top of @window, after @action. */
static GtkWindow *
open_dialog (GtkWindow *window, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  GtkWindow *dialog = newest_window ();
  g_assert_true (dialog != window);
  paint (GTK_WIDGET (dialog));
  return dialog;
}

/* The same, of a view. Takes @target. */
static GtkWindow *
open_dialog_of (GtkWidget *view, const char *action, GVariant *target)
{
  g_autoptr (GVariant) taken = target != NULL ? g_variant_ref_sink (target) : NULL;

  g_assert_true (gtk_widget_activate_action_variant (view, action, taken));
  GtkWindow *dialog = newest_window ();
  g_assert_true (GTK_WIDGET (dialog) != GTK_WIDGET (gtk_widget_get_root (view)));
  paint (GTK_WIDGET (dialog));
  return dialog;
}

/* The first widget of the class @name in @widget. */
static GtkWidget *
find (GtkWidget *widget, const char *name)
{
  GtkWidget *found = g_str_equal (G_OBJECT_TYPE_NAME (widget), name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, name);
  return found;
}

static void
paint_week (GtkWindow *dialog)
{
  static const char *const actions[] = { "week.copy",      "week.paste",       "week.clear-day",
                                         "week.undo",      "week.copy-to-all", "week.undo",
                                         "week.preferred", "week.early",       "week.clear-day" };
  GtkWidget *painter = find (GTK_WIDGET (dialog), "WayWeekPainter");

  g_assert_true (gtk_widget_activate_action (painter, "week.brush", "s", "drill"));
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    g_assert_true (gtk_widget_activate_action (painter, actions[i], NULL));
  gtk_widget_grab_focus (painter);
  paint (painter);
}

/* With an artifact and a note that is not saved when the window goes. */
static void
visit_phase (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "roadmap");
  paint (GTK_WIDGET (window));
  g_signal_emit_by_name (find (GTK_WIDGET (window), "WayTimeline"), "phase-activated",
                         G_GINT64_CONSTANT (1));
  paint (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "phase.add-artifact", "(xsssi)",
                              G_GINT64_CONSTANT (1), "rfc", "Design", "https://example.org/",
                              PLAN_START);
  gtk_widget_activate_action (GTK_WIDGET (window), "phase.close-gate", "(xss)",
                              G_GINT64_CONSTANT (1), "It runs", "");
  paint (GTK_WIDGET (window));
  GtkWidget *group = find (GTK_WIDGET (window), "WayArtifactGroup");
  g_signal_emit_by_name (find (group, "GtkButton"), "clicked");
  GtkWindow *dialog = newest_window ();
  g_assert_true (dialog != window);
  paint (GTK_WIDGET (dialog));
  gtk_window_close (dialog);
  GtkWidget *note = find (GTK_WIDGET (window), "WayNoteView");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ask Ana", -1);
}

/* With scores of two, a text that is not saved when the window goes, and each page. */
static void
visit_skills (GtkWindow *window)
{
  static const char *const modes[] = { "gaps", "history", "matrix" };
  gint64 skill = 1;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "skills");
  paint (GTK_WIDGET (window));
  GtkWidget *view = find (GTK_WIDGET (window), "WaySkillsView");
  gtk_widget_activate_action (view, "skill.score", "(xi)", skill, 2);
  gtk_widget_activate_action (view, "skill.target", "(xi)", skill, 4);
  gtk_widget_activate_action (view, "skill.rate", "(xsii)", skill, "Ana", 3, PLAN_START);
  gtk_widget_activate_action (view, "skill.set", "(xss)", skill, "gap-action", "Read");
  gtk_widget_activate_action (view, "skill.move", "(xx)", skill, G_GINT64_CONSTANT (0));
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      gtk_widget_activate_action (view, "skills.mode", "s", modes[i]);
      paint (view);
    }
  gtk_window_close (open_dialog_of (view, "skills.add", NULL));
  gtk_window_close (open_dialog_of (view, "skills.job-ads", NULL));
  gtk_window_close (open_dialog_of (view, "skills.rate", g_variant_new ("(xs)", skill, "Ana")));
  gtk_window_close (open_dialog_of (view, "win.plan-gap", g_variant_new_int64 (skill)));
  gtk_widget_activate_action (view, "skills.details", "x", skill);
  paint (view);
  GtkWidget *pane = find (view, "WaySkillPane");
  gtk_editable_set_text (GTK_EDITABLE (find (pane, "AdwEntryRow")), "Read a book");
  GtkWidget *note = find (pane, "WayNoteView");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (note)), "Ask Ana", -1);
}

/* In every format, and as for a printer. */
static void
put_on_paper (WayWindow *window)
{
  WayStore *store = way_window_get_store (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strconcat (database, ".pdf", NULL);
  g_autoptr (WayPaper) paper = way_paper_new (store, PLAN_START + 14, &error);

  g_assert_no_error (error);
  for (int format = 0; format < WAY_PAPER_N_FORMATS; format++)
    way_paper_write (paper, (WayPaperFormat) format, 1, path, &error);
  g_assert_no_error (error);
  g_autoptr (GtkPrintOperation) operation = way_paper_print_new (g_steal_pointer (&paper));
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
}

/* The plan is late: a way out is used and taken back. */
static void
visit_dialogs (GtkWindow *window)
{
  GtkWindow *review = open_dialog (window, "win.plan");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (review), "draft.use", "u", 0));
  paint (GTK_WIDGET (review));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (review), "draft.undo", NULL));
  paint (GTK_WIDGET (review));
  gtk_window_close (review);
  GtkWindow *hours = open_dialog (window, "win.hours");
  paint_week (hours);
  gtk_window_close (hours);
  gtk_window_close (open_dialog (window, "win.what-if"));
}

static GtkWindow *
open_gap_work (GtkWindow *window, gint64 skill_id)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.plan-gap", "x", skill_id);
  GtkWindow *dialog = newest_window ();
  g_assert_true (dialog != window);
  paint (GTK_WIDGET (dialog));
  return dialog;
}

/* Time for a gap: what is wrong is said and stays; what is right is stored, and its draft is shown. Another time the same
 * action is there to be changed or taken back. */
static void
visit_gap_work (GtkWindow *window)
{
  WayStore *store = way_window_get_store (WAY_WINDOW (window));
  GtkWindow *dialog = open_gap_work (window, 1);
  GtkWidget *due = find (GTK_WIDGET (dialog), "WayDateRow");

  gtk_editable_set_text (GTK_EDITABLE (due), "2020-01-01");
  g_signal_emit_by_name (due, "entry-activated");
  g_assert_true (newest_window () == dialog);
  g_autoptr (GPtrArray) none = way_gap_work_list (store, NULL);
  g_assert_cmpint (none->len, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (due), "2027-02-14");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (find (GTK_WIDGET (dialog), "GtkSpinButton")), 2.5);
  g_signal_emit_by_name (due, "entry-activated");
  GtkWindow *review = newest_window ();
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (review), ==, "WayDraftDialog");
  paint (GTK_WIDGET (review));
  gtk_window_close (review);
  g_autoptr (GPtrArray) works = way_gap_work_list (store, NULL);
  g_assert_cmpint (works->len, ==, 1);
  const WayGapWork *work = works->pdata[0];
  g_assert_cmpint (work->minutes, ==, 150);
  dialog = open_gap_work (window, 1);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Gap Action");
  gtk_window_close (dialog);
}

/* A calendar file dropped on @window is shown, and imported when the person wants that. */
static void
drop_calendar (GtkWindow *window)
{
  g_autofree char *path = g_strconcat (database, ".ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));
  g_autoptr (GtkEventController) drop = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_file_set_contents (path,
                       "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Office:"
                       "20270105T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                       -1, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && drop == NULL; i++)
    {
      g_autoptr (GtkEventController) it = g_list_model_get_item (controllers, i);
      if (GTK_IS_DROP_TARGET (it))
        drop = g_steal_pointer (&it);
    }
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (drop, "drop", &value, 1.0, 1.0, &taken);
  g_assert_true (taken);
  GtkWindow *dialog = newest_window ();
  g_assert_true (dialog != window);
  GtkWidget *import = gtk_window_get_default_widget (dialog);
  while (!gtk_widget_get_sensitive (import))
    g_main_context_iteration (NULL, TRUE);
  paint (GTK_WIDGET (dialog));
  g_signal_emit_by_name (import, "clicked");
  /* Closed while it is read: what is read is freed all the same. */
  g_signal_emit_by_name (drop, "drop", &value, 1.0, 1.0, &taken);
  gtk_window_close (newest_window ());
}

/* The cells are made anew, and another scorecard comes up. */
static void
visit_offers (GtkWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", "offers");
  paint (GTK_WIDGET (window));
  GtkWidget *table = find (GTK_WIDGET (window), "WayScoreTable");
  gtk_widget_grab_focus (find (table, "WayScoreCell"));
  gtk_widget_activate_action (table, "table.menu", NULL);
  paint (GTK_WIDGET (window));
  g_assert_true (gtk_widget_activate_action (table, "offer.remove", "x", G_GINT64_CONSTANT (2)));
  g_assert_true (gtk_widget_activate_action (table, "scorecard.lock", NULL));
  paint (GTK_WIDGET (window));
  make_offers (way_window_get_store (WAY_WINDOW (window)), 1, 2);
  paint (GTK_WIDGET (window));
}

/* The last one ends the program. */
static void
destroy_windows (void)
{
  GList *windows = gtk_window_list_toplevels ();

  for (GList *it = windows; it != NULL; it = it->next)
    gtk_window_destroy (it->data);
  g_list_free (windows);
}

static void
visit_views (GtkWindow *window)
{
  static const char *const views[] = { "today", "roadmap", "schedule", "library" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", views[i]);
      paint (GTK_WIDGET (window));
    }
  visit_dialogs (window);
  visit_gap_work (window);
  gtk_window_close (open_dialog (window, "win.history"));
  gtk_window_close (open_dialog (window, "win.backups"));
  gtk_window_close (open_dialog (window, "win.export"));
  gtk_window_close (open_dialog (window, "win.live-calendar"));
  drop_calendar (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.redo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-plan", NULL);
  paint (GTK_WIDGET (window));
  visit_phase (window);
  put_on_paper (WAY_WINDOW (window));
}

static gboolean
visit (gpointer application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (g_str_equal (part, "skills"))
    visit_skills (window);
  else if (g_str_equal (part, "offers"))
    visit_offers (window);
  else
    visit_views (window);
  destroy_windows ();
  return G_SOURCE_REMOVE;
}

static void
on_activate (GApplication *application)
{
  g_idle_add (visit, application);
}

/* Due long before the hours can do it. */
static void
make_late (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, &error);
  WayDaysOff off = { PLAN_START + 14, PLAN_START + 20 };
  WayExtraHours extra = { PLAN_START + 5, WAY_BLOCK_ALL_KINDS, 15 * 60, 17 * 60 };

  settings->target_date = PLAN_START + 50;
  g_array_append_val (settings->days_off, off);
  g_array_append_val (settings->extra_hours, extra);
  way_plan_change (store, settings, NULL, PLAN_NOW, &error);
  g_assert_no_error (error);
}

static void
test_all_views (void)
{
  char *argv[] = { (char *) "waymark", (char *) "--database", database, NULL };
  WayApplication *application = way_application_new ();

  g_autoptr (GError) error = NULL;
  WayStore *store = way_store_open (database, &error);

  g_assert_no_error (error);
  make_plan (store, "3-5");
  make_late (store);
  make_offers (store, 3, 5);
  g_object_unref (store);
  g_signal_connect_after (application, "activate", G_CALLBACK (on_activate), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 3, argv), ==, 0);
  g_assert_finalize_object (application);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-app-XXXXXX", NULL);

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  part = argc > 1 ? argv[1] : "";
  database = g_build_filename (folder, "waymark.db", NULL);
  g_test_add_func ("/app/every-view-is-freed", test_all_views);
  return g_test_run ();
}
