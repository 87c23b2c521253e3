#include "app/store/opening.h"

#include "app/session.h"
#include "core/base/error.h"
#include "core/store/backup.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkApplication *application;
  char *database;
  GError *error;
  int n_backups;
  WayOpeningRetryFunc retry;
  gpointer data;
} Opening;

static void show (Opening *self);

static void
opening_free (Opening *self)
{
  g_application_release (G_APPLICATION (self->application));
  g_object_unref (self->application);
  g_free (self->database);
  g_error_free (self->error);
  g_free (self);
}

static const char *
heading_of (const GError *error)
{
  switch ((WayError) error->code)
    {
    case WAY_ERROR_LOCKED:
      return _ ("Your data is in use");
    case WAY_ERROR_FULL:
      return _ ("The disk is full");
    case WAY_ERROR_ACCESS:
    case WAY_ERROR_READ_ONLY:
      return _ ("Your data cannot be reached");
    case WAY_ERROR_IO:
      return _ ("Your data cannot be brought up to date");
    default:
      return _ ("Your data cannot be read");
    }
}

static void
show_backups (Opening *self)
{
  g_autofree char *folder = g_path_get_dirname (self->database);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *uri = g_filename_to_uri (backups, NULL, NULL);

  gtk_show_uri (NULL, uri, GDK_CURRENT_TIME);
}

/* @self goes with the answer. */
static GtkWidget *
dialog_new (Opening *self, const char *heading, const char *body, GCallback on_response)
{
  GtkWidget *dialog = adw_message_dialog_new (NULL, heading, body);

  gtk_window_set_title (GTK_WINDOW (dialog), heading);
  gtk_window_set_application (GTK_WINDOW (dialog), self->application);
  g_signal_connect_swapped (dialog, "response", on_response, self);
  return dialog;
}

static void
start_empty (Opening *self)
{
  GError *error = NULL;
  g_autofree char *aside = way_store_move_aside (self->database, way_session_now (), &error);

  if (aside == NULL)
    {
      g_error_free (self->error);
      self->error = error;
      show (self);
      return;
    }
  self->retry (self->data);
  opening_free (self);
}

static void
on_empty_response (Opening *self, const char *response)
{
  if (g_str_equal (response, "empty"))
    start_empty (self);
  else
    show (self);
}

static void
ask_to_start_empty (Opening *self)
{
  g_autofree char *folder = g_path_get_dirname (self->database);
  g_autofree char *name = g_path_get_basename (self->database);
  g_autofree char *backups =
      g_strdup_printf (ngettext ("The %d backup stays as it is.",
                                 "The %d backups stay as they are.", self->n_backups),
                       self->n_backups);
  /* Translators: the name of a file, a folder, and a sentence about the backups. */
  g_autofree char *body =
      g_strdup_printf (_ ("“%s” gets another name and stays in “%s”: nothing is lost by this. %s"),
                       name, folder, self->n_backups > 0 ? backups : "");
  GtkWidget *dialog =
      dialog_new (self, _ ("Start with an empty plan?"), body, G_CALLBACK (on_empty_response));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "empty",
                                    _ ("Start _Empty"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "empty",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_response (Opening *self, const char *response)
{
  if (g_str_equal (response, "empty"))
    ask_to_start_empty (self);
  else if (g_str_equal (response, "backups"))
    {
      show_backups (self);
      show (self); /* one of them may be put in place now */
    }
  else
    {
      if (g_str_equal (response, "again"))
        self->retry (self->data);
      opening_free (self);
    }
}

/* A restore from one of the backups belongs here, too, before "empty". */
static void
show (Opening *self)
{
  GtkWidget *widget =
      dialog_new (self, heading_of (self->error), self->error->message, G_CALLBACK (on_response));
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "quit", _ ("_Quit"), "again", _ ("_Try Again"), NULL);
  if (self->error->code == WAY_ERROR_DATA)
    {
      if (self->n_backups > 0)
        adw_message_dialog_add_response (dialog, "backups", _ ("Show _Backups"));
      adw_message_dialog_add_response (dialog, "empty", _ ("Start _Empty…"));
    }
  else
    adw_message_dialog_set_response_appearance (dialog, "again", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "again");
  adw_message_dialog_set_close_response (dialog, "quit");
  gtk_window_present (GTK_WINDOW (dialog));
}

void
way_opening_explain (GtkApplication *application,
                     const char *database,
                     const GError *error,
                     WayOpeningRetryFunc retry,
                     gpointer data)
{
  Opening *self = g_new0 (Opening, 1);
  g_autoptr (GPtrArray) backups = way_store_list_backups (database, NULL);

  self->application = g_object_ref (application);
  self->database = g_strdup (database);
  self->error = g_error_copy (error);
  self->n_backups = (int) backups->len;
  self->retry = retry;
  self->data = data;
  /* Between two windows there is none. */
  g_application_hold (G_APPLICATION (application));
  show (self);
}
