/* The backups beside a database. Names sort by time: waymark-2027-01-04T080000Z-daily.db. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_BACKUP_PREFIX "waymark-"

typedef struct
{
  char *path;
  gint64 time_utc;
  gint64 size;  /* bytes */
  char *reason; /* "daily", "migration", "import", "restore", "repair", "manual" */
} WayBackup;

void way_backup_free (WayBackup *backup);

/* Which of @backups (element-type WayBackup, newest first) thinning keeps: of the daily ones the newest of each of the
 * last 10 days, 8 weeks and 12 months that have one, and never fewer than 10; 10 from before imports, restores
 * and repairs; all that a person or a migration made, and all of a time still to come, which a wrong clock made
 * (transfer full; freed with g_free()). */
gboolean *way_backups_to_keep (const GPtrArray *backups, gint64 now_utc);

/* The folder of the backups of that database, which may not be there yet (transfer full). */
char *way_store_backups_folder (const char *database_path);

/* (element-type WayBackup) newest first. */
GPtrArray *way_store_list_backups (const char *database_path, GError **error);

/* Where a backup of that reason goes (transfer full). */
char *way_backup_path (const char *database_path, const char *reason, gint64 now_utc);

G_END_DECLS
