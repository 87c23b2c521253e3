/* What is beside the database: the backups, and who may read all of it. */
#include "core/store/backup.h"
#include "core/store/finding.h"
#include "core/store/private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define DAY      86400
#define OLD_DAYS 7

static void
check_age (WayStore *self, GPtrArray *findings, GPtrArray *backups, gint64 now_utc)
{
  g_autofree char *folder = way_store_backups_folder (self->path);
  const WayBackup *newest = NULL;

  /* One of a time still to come says nothing about its age. */
  for (guint i = backups->len; i-- > 0;)
    {
      const WayBackup *it = g_ptr_array_index (backups, i);
      if (newest == NULL || it->time_utc <= now_utc)
        newest = it;
    }
  if (g_file_test (folder, G_FILE_TEST_EXISTS) && g_access (folder, W_OK) != 0)
    way_findings_add (findings, "backups", WAY_FINDING_BAD, FALSE,
                      g_strdup_printf (_ ("No backup can be written into “%s”; make the folder "
                                          "writable."),
                                       folder));
  if (newest == NULL)
    {
      way_findings_add (
          findings, "backups", WAY_FINDING_HINT, FALSE,
          g_strdup (_ ("No backup yet. The first one is written within a day of use.")));
      return;
    }
  int days = (int) MAX (0, (now_utc - newest->time_utc) / DAY);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%d backup", "%d backups", backups->len), (int) backups->len);
  /* Translators: "12 backups", and days. */
  way_findings_add (findings, "backups", days > OLD_DAYS ? WAY_FINDING_BAD : WAY_FINDING_GOOD,
                    days > OLD_DAYS,
                    g_strdup_printf (ngettext ("%s; the newest is %d day old.",
                                               "%s; the newest is %d days old.", days),
                                     count, days));
}

static gboolean
is_whole (const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *name = g_strconcat (uri, "?immutable=1", NULL);
  g_autofree char *result = NULL;
  g_autoptr (WayBackupSummary) summary = way_backup_describe (path, NULL);
  sqlite3 *db = NULL;
  gboolean ok =
      summary != NULL &&
      sqlite3_open_v2 (name, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK &&
      way_store_read_text (db, "PRAGMA quick_check (1)", &result, NULL) &&
      g_str_equal (result, "ok");

  sqlite3_close (db);
  return ok;
}

static void
check_each (GPtrArray *findings, GPtrArray *backups)
{
  int bad = 0;

  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *backup = g_ptr_array_index (backups, i);
      if (is_whole (backup->path))
        continue;
      bad++;
      way_findings_add (findings, "backup-files", WAY_FINDING_BAD, TRUE,
                        g_strdup_printf (_ ("The backup “%s” is damaged."), backup->path));
    }
  if (bad == 0 && backups->len > 0)
    way_findings_add (findings, "backup-files", WAY_FINDING_GOOD, FALSE,
                      g_strdup (_ ("Every backup is whole.")));
}

/* Calls @func for what others could read, and must not. */
typedef void (*OpenFileFunc) (const char *path, int mode, gpointer data);

static void
look_at (const char *path, int mode, OpenFileFunc func, gpointer data)
{
  GStatBuf info;

  if (g_stat (path, &info) == 0 && (info.st_mode & 0077) != 0)
    func (path, mode, data);
}

static void
find_open_files (WayStore *self, OpenFileFunc func, gpointer data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *folder = way_store_backups_folder (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (self->path, suffixes[i], NULL);
      look_at (path, 0600, func, data);
    }
  look_at (folder, 0700, func, data);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      look_at (path, 0600, func, data);
    }
}

static void
report_open (const char *path, int mode, gpointer findings)
{
  way_findings_add (findings, "permissions", WAY_FINDING_BAD, TRUE,
                    g_strdup_printf (_ ("Others may read or change “%s”."), path));
}

void
way_doctor_examine_files (WayStore *self, GPtrArray *findings, gint64 now_utc)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (self->path, NULL);

  check_age (self, findings, backups, now_utc);
  check_each (findings, backups);
  guint before = findings->len;
  find_open_files (self, report_open, findings);
  if (findings->len == before)
    way_findings_add (findings, "permissions", WAY_FINDING_GOOD, FALSE,
                      g_strdup (_ ("Only you can read the data and its backups.")));
}

static void
close_file (const char *path, int mode, gpointer done)
{
  GStatBuf info;

  /* Some file systems have no permissions, and do not say so. */
  if (g_chmod (path, mode) == 0 && g_stat (path, &info) == 0 && (info.st_mode & 0077) == 0)
    g_ptr_array_add (done, g_strdup_printf (_ ("Only you can read “%s” now."), path));
}

void
way_doctor_repair_files (WayStore *self, GPtrArray *done)
{
  g_autoptr (GPtrArray) backups = way_store_list_backups (self->path, NULL);

  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *backup = g_ptr_array_index (backups, i);
      /* Not a name of a backup any more, and what can be read of it can still be looked for. */
      g_autofree char *aside = g_strconcat (backup->path, ".damaged", NULL);
      if (!is_whole (backup->path) && !g_file_test (aside, G_FILE_TEST_EXISTS) &&
          g_rename (backup->path, aside) == 0)
        g_ptr_array_add (done, g_strdup_printf (_ ("A damaged backup is called “%s” now."), aside));
    }
  find_open_files (self, close_file, done);
}
