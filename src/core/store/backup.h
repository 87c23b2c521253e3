/* Backups: verified copies of the database beside it, in backups/. */
#pragma once

#include "core/store/backup-list.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* Writes a copy with SQLite's backup API, checks it (open + integrity_check), gives it its name and waits until file
 * and name are on the disk. @path: %NULL for the backups folder (name from @now_utc and @reason); another file is
 * replaced only when it is a backup. Returns the path (transfer full). */
char *way_store_backup (WayStore *self,
                        const char *path,
                        const char *reason,
                        gint64 now_utc,
                        GError **error);

/* A daily backup unless there is one of this day (UTC), written through a connection of its own, so that a thread may
 * do it; then thins the folder. %TRUE also when nothing was to do. */
gboolean way_backup_daily (const char *database_path, gint64 now_utc, GError **error);
gboolean way_store_backup_daily (WayStore *self, gint64 now_utc, GError **error);

/* What is in a backup. */
typedef struct
{
  int version; /* of the schema */
  int guides, blocks, calendars;
  char *last_action; /* that was not undone; "" without one */
  gint64 last_action_utc;
} WayBackupSummary;

void way_backup_summary_free (WayBackupSummary *summary);

/* "2 guides, 120 blocks, 1 calendar"; for %NULL, that the file is damaged (transfer full). */
char *way_backup_summary_to_text (const WayBackupSummary *summary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBackupSummary, way_backup_summary_free)

/* Reads it from the file, which stays as it is, to the byte (transfer full). %WAY_ERROR_DATA when it is none or is
 * damaged. */
WayBackupSummary *way_backup_describe (const char *path, GError **error);

G_END_DECLS
