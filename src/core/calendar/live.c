#include "core/calendar/live.h"

#include "core/base/error.h"
#include "core/calendar/export.h"
#include "core/store/statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define SETTING "live-path"

char *
way_live_get_path (WayStore *store)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT value FROM setting WHERE key = '" SETTING "'");

  return way_statement_step (s) ? g_strdup (way_statement_text (s, 0)) : NULL;
}

char *
way_live_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "waymark", "live", "learning-plan.ics", NULL);
}

static gboolean
store_path (WayStore *store, const char *path, GError **error)
{
  g_autoptr (WayStatement) drop =
      way_statement_new (store, "DELETE FROM setting WHERE key = '" SETTING "'");
  g_autoptr (WayStatement) put =
      way_statement_new (store, "INSERT INTO setting (key, value) VALUES ('" SETTING "', ?1)");

  return way_statement_run (drop, error, "") &&
         (path == NULL || way_statement_run (put, error, "s", path));
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
  if (store_path (store, absolute, error) &&
      (absolute == NULL ||
       (make_folder (absolute, error) && way_live_update (store, now_utc, error) &&
        (!way_live_is_in_gnome () || way_live_show_in_gnome (store, TRUE, error)))))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_live_update (WayStore *store, gint64 now_utc, GError **error)
{
  const WayExportOptions options = {
    .kinds = WAY_EXPORT_ALL, .from_date = WAY_DATE_NONE, .to_date = WAY_DATE_NONE, .live = TRUE
  };
  g_autofree char *path = way_live_get_path (store);
  g_auto (WayExportResult) result = { 0 };

  return path == NULL || way_export_to_file (store, &options, path, now_utc, &result, error);
}

static char *
gnome_source_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "evolution", "sources",
                           "io.github.waymark.Waymark.source", NULL);
}

gboolean
way_live_is_in_gnome (void)
{
  g_autofree char *source = gnome_source_path ();

  return g_file_test (source, G_FILE_TEST_EXISTS);
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

gboolean
way_live_show_in_gnome (WayStore *store, gboolean show, GError **error)
{
  g_autofree char *source = gnome_source_path ();
  g_autofree char *path = way_live_get_path (store);

  if (show && path == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There is no live calendar yet. Start one first."));
      return FALSE;
    }
  if (show)
    return write_source (source, path, error);
  if (g_unlink (source) == 0 || errno == ENOENT)
    return TRUE;
  int code = errno;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be removed: %s"), source,
               g_strerror (code));
  return FALSE;
}
