/* The plan as a calendar file. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* What to export; a mask. */
typedef enum
{
  WAY_EXPORT_STUDY = 1 << 0,
  WAY_EXPORT_MOCK = 1 << 1,
  WAY_EXPORT_DRILL = 1 << 2,
  WAY_EXPORT_REVIEW = 1 << 3,
  WAY_EXPORT_MILESTONE = 1 << 4,
  WAY_EXPORT_CHECKLIST = 1 << 5,
  WAY_EXPORT_ALL = (1 << 6) - 1,
} WayExportKinds;

typedef struct
{
  guint kinds;       /* mask of WayExportKinds */
  WayDate from_date; /* WAY_DATE_NONE: from the first */
  WayDate to_date;   /* included; WAY_DATE_NONE: to the last */
  gboolean utc;      /* times in UTC instead of the plan's zone */
} WayExportOptions;

/* The calendar file in memory (transfer full). @n_entries: (out) (optional): how many events it has.
 * %WAY_ERROR_NOT_FOUND when there is nothing to export. */
GBytes *way_export_to_bytes (WayStore *store,
                             const WayExportOptions *options,
                             int *n_entries,
                             GError **error);

/* Writes it to @path by temporary file, fsync and rename, mode 0600; "-" is standard output.
 * %WAY_ERROR_IO names the path and the reason. */
gboolean way_export_to_file (WayStore *store,
                             const WayExportOptions *options,
                             const char *path,
                             int *n_entries,
                             GError **error);

G_END_DECLS
