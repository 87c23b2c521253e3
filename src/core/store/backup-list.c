#include "core/store/backup-list.h"

#include "core/base/date.h"
#include "core/store/private.h"

#include <glib/gstdio.h>
#include <string.h>

#define KEEP_DAYS     10
#define KEEP_WEEKS    8
#define KEEP_MONTHS   12
#define KEEP_AT_LEAST 10
#define KEEP_MOMENTS  10 /* from before an import or a restore */
#define STAMP_LENGTH  18 /* 2027-01-04T080000Z */

void
way_backup_free (WayBackup *backup)
{
  if (backup == NULL)
    return;
  g_free (backup->path);
  g_free (backup->reason);
  g_free (backup);
}

char *
way_store_backups_folder (const char *database_path)
{
  g_autofree char *folder = g_path_get_dirname (database_path);

  return g_build_filename (folder, "backups", NULL);
}

char *
way_store_stamp (gint64 utc)
{
  g_autofree char *stamp = way_instant_to_iso (utc);
  g_auto (GStrv) parts = g_strsplit (stamp, ":", -1);

  return g_strjoinv ("", parts);
}

char *
way_backup_path (const char *database_path, const char *reason, gint64 now_utc)
{
  g_autofree char *folder = way_store_backups_folder (database_path);
  g_autofree char *stamp = way_store_stamp (now_utc);
  g_autofree char *name = g_strdup_printf (WAY_BACKUP_PREFIX "%s-%s.db", stamp, reason);

  return g_build_filename (folder, name, NULL);
}

/* Time and reason from a file name; %FALSE for a file that is none of ours. */
static gboolean
parse_name (const char *name, WayBackup *backup)
{
  const char *stamp = name + strlen (WAY_BACKUP_PREFIX);

  if (!g_str_has_prefix (name, WAY_BACKUP_PREFIX) || !g_str_has_suffix (name, ".db") ||
      strlen (stamp) < STAMP_LENGTH + 5)
    return FALSE;
  g_autofree char *iso = g_strdup_printf ("%.13s:%.2s:%.3s", stamp, stamp + 13, stamp + 15);
  const char *reason = stamp + STAMP_LENGTH + 1;
  backup->reason = g_strndup (reason, strlen (reason) - 3);
  return way_instant_parse (iso, &backup->time_utc, NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const WayBackup *x = *(WayBackup *const *) a, *y = *(WayBackup *const *) b;

  return (y->time_utc > x->time_utc) - (y->time_utc < x->time_utc);
}

GPtrArray *
way_store_list_backups (const char *database_path, GError **error)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) way_backup_free);
  g_autofree char *folder = way_store_backups_folder (database_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  /* No folder: no backup was written yet. */
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      WayBackup *backup = g_new0 (WayBackup, 1);
      GStatBuf info;
      backup->path = g_build_filename (folder, name, NULL);
      if (parse_name (name, backup) && g_stat (backup->path, &info) == 0)
        {
          backup->size = info.st_size;
          g_ptr_array_add (backups, backup);
        }
      else
        way_backup_free (backup);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/* One step of the walk from the newest to the oldest: whether @period is one more of the kind that is counted. */
static gboolean
is_next (WayDate period, WayDate *last, int *count, int limit)
{
  if (period == *last || *count >= limit)
    return FALSE;
  *last = period;
  (*count)++;
  return TRUE;
}

gboolean *
way_backups_to_keep (const GPtrArray *backups, gint64 now_utc)
{
  gboolean *keep = g_new0 (gboolean, backups->len + 1);
  int days = 0, weeks = 0, months = 0, kept = 0, moments = 0;
  WayDate last_day = WAY_DATE_NONE, last_week = WAY_DATE_NONE, last_month = WAY_DATE_NONE;

  for (guint i = 0; i < backups->len; i++)
    {
      const WayBackup *backup = g_ptr_array_index (backups, i);
      WayDate day = (WayDate) (backup->time_utc / 86400);
      int y, m, d;
      way_date_to_ymd (day, &y, &m, &d);
      gboolean moment = g_str_equal (backup->reason, "import") ||
                        g_str_equal (backup->reason, "restore") ||
                        g_str_equal (backup->reason, "repair");
      if (backup->time_utc > now_utc || (!moment && !g_str_equal (backup->reason, "daily")))
        keep[i] = TRUE;
      else if (moment)
        keep[i] = moments++ < KEEP_MOMENTS;
      else
        {
          gboolean new_day = is_next (day, &last_day, &days, KEEP_DAYS);
          gboolean new_week = is_next (way_date_week_start (day), &last_week, &weeks, KEEP_WEEKS);
          gboolean new_month =
              is_next (way_date_from_ymd (y, m, 1), &last_month, &months, KEEP_MONTHS);
          keep[i] = new_day || new_week || new_month || kept < KEEP_AT_LEAST;
          kept += keep[i];
        }
    }
  return keep;
}
