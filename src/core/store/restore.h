/* Putting a backup in the place of the data: shown before, undone like any action. */
#pragma once

#include "core/store/store.h"

G_BEGIN_DECLS

/* What a restore does to one table. */
typedef struct
{
  char *table;
  int now, then;               /* rows */
  int added, removed, changed; /* rows, from now to then */
} WayRestoreChange;

void way_restore_change_free (WayRestoreChange *change);

/* A table by the name that people know it by; its own for one that they do not. */
const char *way_restore_name_table (const char *table);

/* A backup that was checked, and brought to the version of this program: a copy, the file stays as it is. */
typedef struct _WayRestore WayRestore;

/**
 * way_restore_new:
 * @path: a database file: a backup, or the data of another profile
 *
 * Returns: (transfer full): %NULL with %WAY_ERROR_NOT_FOUND, %WAY_ERROR_DATA when it is damaged or no database of
 * ours, %WAY_ERROR_NEWER
 */
WayRestore *way_restore_new (WayStore *store, const char *path, GError **error);
void way_restore_free (WayRestore *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRestore, way_restore_free)

/* (element-type WayRestoreChange): of every table of the person's data. */
GPtrArray *way_restore_preview (WayRestore *self, GError **error);

/* Makes the data what the backup has, as one action, after a backup of what there is now. What was sent to calendar
 * files stays known: no restore takes that back. */
gboolean way_restore_run (WayRestore *self, gint64 now_utc, GError **error);

G_END_DECLS
