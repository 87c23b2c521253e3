#include "core/calendar/live.h"

#include "core/base/error.h"
#include "core/calendar/export.h"
#include "core/store/statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PATH_SETTING  "live-path"
#define GNOME_SETTING "live-gnome" /* "yes" or "no"; none of earlier versions: as it is */

static char *
load_setting (WayStore *store, const char *key)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT value FROM setting WHERE key = ?1");

  way_statement_bind (s, "s", key);
  return way_statement_step (s) ? g_strdup (way_statement_text (s, 0)) : NULL;
}

/* Inside an action; %NULL removes it. */
static gboolean
store_setting (WayStore *store, const char *key, const char *value, GError **error)
{
  g_autoptr (WayStatement) drop = way_statement_new (store, "DELETE FROM setting WHERE key = ?1");
  g_autoptr (WayStatement) put =
      way_statement_new (store, "INSERT INTO setting (key, value) VALUES (?1, ?2)");

  return way_statement_run (drop, error, "s", key) &&
         (value == NULL || way_statement_run (put, error, "ss", key, value));
}

char *
way_live_get_path (WayStore *store)
{
  return load_setting (store, PATH_SETTING);
}

char *
way_live_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "waymark", "live", "learning-plan.ics", NULL);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  int code = errno;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("The folder “%s” cannot be made: %s."), folder,
               g_strerror (code));
  return FALSE;
}

static char *
gnome_source_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "evolution", "sources",
                           "io.github.waymark.Waymark.source", NULL);
}

/* The file that the source shows; %NULL when there is no source (transfer full). */
static char *
gnome_source_target (const char *source)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *uri = NULL;

  if (!g_key_file_load_from_file (keys, source, G_KEY_FILE_NONE, NULL))
    return NULL;
  uri = g_key_file_get_string (keys, "Local Backend", "CustomFile", NULL);
  return uri != NULL ? g_filename_from_uri (uri, NULL, NULL) : NULL;
}

/* Another database of the same person may have the source: ours shows a file that we wrote. */
static gboolean
is_ours (WayStore *store, const char *target)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT 1 FROM sent_target WHERE path = ?1");

  way_statement_bind (s, "s", target);
  return way_statement_step (s);
}

gboolean
way_live_is_in_gnome (WayStore *store)
{
  g_autofree char *source = gnome_source_path ();
  g_autofree char *target = gnome_source_target (source);

  return target != NULL && is_ours (store, target);
}

/* The keys are those of Evolution Data Server's ESourceLocal and ESourceCalendar. */
static gboolean
write_source (const char *source, const char *path, GError **error)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, error);

  if (uri == NULL || !make_folder (source, error))
    return FALSE;
  g_key_file_set_string (keys, "Data Source", "DisplayName", _ ("Learning plan"));
  g_key_file_set_boolean (keys, "Data Source", "Enabled", TRUE);
  g_key_file_set_string (keys, "Data Source", "Parent", "local-stub");
  g_key_file_set_string (keys, "Calendar", "BackendName", "local");
  g_key_file_set_string (keys, "Calendar", "Color", "#4682B4");
  g_key_file_set_boolean (keys, "Calendar", "Selected", TRUE);
  g_key_file_set_string (keys, "Local Backend", "CustomFile", uri);
  g_key_file_set_boolean (keys, "Local Backend", "Writable", FALSE);
  return g_key_file_save_to_file (keys, source, error);
}

static gboolean
remove_source (const char *source, GError **error)
{
  if (g_unlink (source) == 0 || errno == ENOENT)
    return TRUE;
  int code = errno;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be removed: %s"), source,
               g_strerror (code));
  return FALSE;
}

/* Makes the source what the settings say, also where an undo changed them. @take_over: also when it is not ours. */
static gboolean
update_source (WayStore *store, const char *path, gboolean take_over, GError **error)
{
  g_autofree char *source = gnome_source_path ();
  g_autofree char *target = gnome_source_target (source);
  g_autofree char *setting = load_setting (store, GNOME_SETTING);
  gboolean ours = target != NULL && is_ours (store, target);
  gboolean wanted = path != NULL && (g_strcmp0 (setting, "yes") == 0 || (setting == NULL && ours));

  if (target != NULL && !ours && !take_over)
    return TRUE;
  if (wanted && g_strcmp0 (target, path) != 0)
    return write_source (source, path, error);
  return wanted || !ours || remove_source (source, error);
}

gboolean
way_live_update (WayStore *store, gint64 now_utc, GError **error)
{
  const WayExportOptions options = {
    .kinds = WAY_EXPORT_ALL, .from_date = WAY_DATE_NONE, .to_date = WAY_DATE_NONE, .live = TRUE
  };
  g_autofree char *path = way_live_get_path (store);
  g_auto (WayExportResult) result = { 0 };

  /* Of data that is only looked at nothing is sent either. */
  if (way_store_is_read_only (store))
    return TRUE;
  return (path == NULL || way_export_to_file (store, &options, path, now_utc, &result, error)) &&
         update_source (store, path, FALSE, error);
}

gboolean
way_live_set (WayStore *store, const char *path, gint64 now_utc, GError **error)
{
  g_autofree char *absolute = path != NULL ? g_canonicalize_filename (path, NULL) : NULL;
  g_autofree char *old = way_live_get_path (store);

  if (g_strcmp0 (absolute, old) == 0)
    return way_live_update (store, now_utc, error);
  if (!way_store_begin (store,
                        absolute != NULL ? _ ("Start Live Calendar") : _ ("Stop Live Calendar"),
                        now_utc, error))
    return FALSE;
  if (store_setting (store, PATH_SETTING, absolute, error) &&
      (absolute == NULL || make_folder (absolute, error)) &&
      way_live_update (store, now_utc, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_live_show_in_gnome (WayStore *store, gboolean show, gint64 now_utc, GError **error)
{
  g_autofree char *path = way_live_get_path (store);

  if (show && path == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There is no live calendar yet. Start one first."));
      return FALSE;
    }
  if (!way_store_begin (store,
                        show ? _ ("Show in GNOME Calendar") : _ ("Take out of GNOME Calendar"),
                        now_utc, error))
    return FALSE;
  if (store_setting (store, GNOME_SETTING, show ? "yes" : "no", error) &&
      update_source (store, path, show, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}
