/* Backups: verified copies of the database beside it, in backups/. */
#pragma once

#include "core/store/store.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  gint64 time_utc;
  gint64 size;  /* bytes */
  char *reason; /* "daily", "migration", "import", "restore", "manual" */
} WayBackup;

void way_backup_free (WayBackup *backup);

/* Writes a copy with SQLite's backup API, checks it (open + integrity_check), then gives it its
 * name. @path: %NULL for the backups folder (name from @now_utc and @reason). Returns the path
 * (transfer full). */
char *way_store_backup (WayStore *self,
                        const char *path,
                        const char *reason,
                        gint64 now_utc,
                        GError **error);

/* A daily backup when the newest is older than a day; thins the folder to 10 daily, 8 weekly and 12
 * monthly ones, never below 10. %TRUE also when nothing was to do. */
gboolean way_store_backup_daily (WayStore *self, gint64 now_utc, GError **error);

/* The folder of the backups of that database, which may not be there yet (transfer full). */
char *way_store_backups_folder (const char *database_path);

/* (element-type WayBackup) newest first. */
GPtrArray *way_store_list_backups (const char *database_path, GError **error);

G_END_DECLS
