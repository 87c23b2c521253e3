/* The application opens the store once and gives it to its window. When the store cannot be opened
 * there is no window to lose data in: only what is wrong, and the way out. */
#include "config.h"

#include "app/application.h"

#include "app/session.h"
#include "app/store/opening.h"
#include "app/window-actions.h"
#include "core/planner/settings.h"
#include "core/store/backup.h"

#include <glib/gi18n.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

struct _WayApplication
{
  AdwApplication parent_instance;

  char *database;
  WayStore *store;
  guint hourly; /* source */
};

G_DEFINE_FINAL_TYPE (WayApplication, way_application, ADW_TYPE_APPLICATION)

static void open_data (gpointer data);

static void
run_backup (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;

  if (way_backup_daily (path, way_session_now (), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_backed_up (GObject *window, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) ||
      !gtk_widget_get_realized (GTK_WIDGET (window)))
    return;
  /* Translators: the reason, a sentence. */
  g_autofree char *message = g_strdup_printf (_ ("No daily backup: %s"), error->message);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-message", "s", message);
}

/* Checking a copy of large data takes seconds: the window does not wait for it. */
static void
start_daily_backup (WayApplication *self, GtkWindow *window)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, on_backed_up, NULL);

  g_task_set_task_data (task, g_strdup (self->database), g_free);
  g_task_run_in_thread (task, run_backup);
}

/* A window may stay open for weeks. */
static gboolean
on_hour (gpointer data)
{
  WayApplication *self = data;

  for (GList *it = gtk_application_get_windows (GTK_APPLICATION (self)); it != NULL; it = it->next)
    if (WAY_IS_WINDOW (it->data))
      start_daily_backup (self, it->data);
  return G_SOURCE_CONTINUE;
}

static void
show_window (WayApplication *self)
{
  GtkWindow *window = GTK_WINDOW (way_window_new (ADW_APPLICATION (self), self->store));

  way_window_install_actions (WAY_WINDOW (window));
  gtk_window_present (window);
  if (way_store_is_read_only (self->store))
    return;
  start_daily_backup (self, window);
  if (self->hourly == 0)
    self->hourly = g_timeout_add_seconds (3600, on_hour, self);
  if (!way_plan_exists (self->store))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.new-plan", NULL);
}

static void
open_data (gpointer data)
{
  WayApplication *self = data;
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    self->store = way_store_open_anyhow (self->database, &error);
  if (self->store != NULL)
    show_window (self);
  else
    way_opening_explain (GTK_APPLICATION (self), self->database, error, open_data, self);
}

static void
way_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_data (application);
}

/* Closes what only reads, and opens it again: it may be writable now. */
static void
on_open_again (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayApplication *self = data;
  GtkWindow *window;

  g_application_hold (G_APPLICATION (self));
  while ((window = gtk_application_get_active_window (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (window);
  g_clear_object (&self->store);
  open_data (self);
  g_application_release (G_APPLICATION (self));
}

static int
way_application_handle_options (GApplication *application, GVariantDict *options)
{
  WayApplication *self = WAY_APPLICATION (application);

  g_variant_dict_lookup (options, "database", "^ay", &self->database);
  if (self->database == NULL)
    self->database = way_store_default_path ();
  return -1;
}

static void
on_about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WayApplication *self = data;

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "application-name", _ ("Waymark"), "application-icon", APP_ID, "version",
                         PACKAGE_VERSION, "developer-name", _ ("The Waymark developers"),
                         "comments", _ ("From a learning guide to a dated plan"), "license-type",
                         GTK_LICENSE_GPL_3_0, NULL);
}

static void
on_quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window;

  /* They save what is not saved yet. */
  while ((window = gtk_application_get_active_window (data)) != NULL)
    gtk_window_destroy (window);
  g_application_quit (G_APPLICATION (data));
}

static void
way_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { "about", on_about, NULL, NULL, NULL, { 0 } },
    { "open-again", on_open_again, NULL, NULL, NULL, { 0 } },
    { "quit", on_quit, NULL, NULL, NULL, { 0 } },
  };
  static const struct
  {
    const char *action, *keys[3];
  } shortcuts[] = {
    { "app.quit", { "<Control>q", NULL, NULL } },
    { "win.show-help-overlay", { "<Control>question", "<Control>F1", NULL } },
    { "win.undo", { "<Control>z", NULL, NULL } },
    { "win.history", { "<Control>h", NULL, NULL } },
    { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.hours", { "<Control>comma", NULL, NULL } },
    { "win.what-if", { "<Control>i", NULL, NULL } },
    { "win.plan", { "<Control>r", NULL, NULL } },
    { "win.export", { "<Control>e", NULL, NULL } },
    { "win.print-roadmap", { "<Control>p", NULL, NULL } },
    { "win.export-roadmap('pdf')", { "<Control><Shift>e", NULL, NULL } },
    { "win.live-calendar", { "<Control>l", NULL, NULL } },
    { "win.new-plan", { "<Control>n", NULL, NULL } },
    { "win.import-guide", { "<Control>o", NULL, NULL } },
    { "mark.toggle-now", { "<Control>Return", "<Control>KP_Enter", NULL } },
    { "mark.finish-now", { "<Control><Shift>Return", "<Control><Shift>KP_Enter", NULL } },
    { "win.view('today')", { "<Alt>1", NULL, NULL } },
    { "win.view('roadmap')", { "<Alt>2", NULL, NULL } },
    { "win.view('schedule')", { "<Alt>3", NULL, NULL } },
    { "win.view('skills')", { "<Alt>4", NULL, NULL } },
    { "win.view('offers')", { "<Alt>5", NULL, NULL } },
    { "win.view('library')", { "<Alt>6", NULL, NULL } },
  };

  G_APPLICATION_CLASS (way_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), shortcuts[i].action,
                                           (const char *const *) shortcuts[i].keys);
  gtk_window_set_default_icon_name (APP_ID);
}

/* A window that is left open would keep the store open, and a store that was not closed is looked through at the next
 * start. */
static void
way_application_shutdown (GApplication *application)
{
  GtkWindow *window;

  while ((window = gtk_application_get_active_window (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (window);
  g_clear_object (&WAY_APPLICATION (application)->store);
  G_APPLICATION_CLASS (way_application_parent_class)->shutdown (application);
}

static void
way_application_finalize (GObject *object)
{
  WayApplication *self = WAY_APPLICATION (object);

  g_clear_handle_id (&self->hourly, g_source_remove);
  g_clear_object (&self->store);
  g_free (self->database);
  G_OBJECT_CLASS (way_application_parent_class)->finalize (object);
}

static void
way_application_class_init (WayApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_application_finalize;
  G_APPLICATION_CLASS (klass)->activate = way_application_activate;
  G_APPLICATION_CLASS (klass)->startup = way_application_startup;
  G_APPLICATION_CLASS (klass)->shutdown = way_application_shutdown;
  G_APPLICATION_CLASS (klass)->handle_local_options = way_application_handle_options;
}

static void
way_application_init (WayApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "database", 0, 0, G_OPTION_ARG_FILENAME,
                                 N_ ("Use this database"), "FILE");
}

/* Icons are drawn in threads, and each would have a heap of its own, most of it unused; with one heap for all they would
 * wait for one another. What a view has freed would be kept for the next. */
static void
save_memory (void)
{
#ifdef __GLIBC__
  mallopt (M_ARENA_MAX, 2);
  mallopt (M_TRIM_THRESHOLD, 128 * 1024);
  mallopt (M_TOP_PAD, 64 * 1024);
#endif
}

WayApplication *
way_application_new (void)
{
  save_memory ();
  /* Two windows of one database are one program; another database is another program. */
  return g_object_new (WAY_TYPE_APPLICATION, "application-id", APP_ID, "resource-base-path",
                       "/io/github/waymark/Waymark", "flags", G_APPLICATION_NON_UNIQUE, NULL);
}
