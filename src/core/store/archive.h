/* The archive: everything a person has in one JSON document, for other machines, other programs and other days.
 * data/archive.schema.json describes it; in short:
 *
 *   {"format": "waymark-archive", "version": 1, "program": "Waymark 0.1.0", "schema": 4,
 *    "guide": [{"id": 1, "slug": "…", …}, …], "block": […], …}
 *
 * One list per table of the database, one object per row, a member per column, in the order of the schema.
 * "…_utc" is an instant in UTC (2027-01-04T08:00:00Z), "…_date" and "date" a day (2027-01-04); both are the plain
 * number of the database, seconds or days since 1970, outside the years 1970 to 2200. A text that is not UTF-8
 * (the name of a file may be anything) is {"base64": "…"}. So nothing is lost, and there is no time of its
 * writing: the same data is the same bytes.
 *
 * The tables sent_… are in it: on another machine, too, an event that was sent must keep its UID, and its next
 * revision must be a later one. They tell what happened outside, so an import never forgets what they say here:
 * it adds to them what the archive knows, and the newer revision of either side counts. */
#pragma once

#include "core/store/store.h"

G_BEGIN_DECLS

#define WAY_ARCHIVE_FORMAT    "waymark-archive"
#define WAY_ARCHIVE_VERSION   1
#define WAY_ARCHIVE_MAX_BYTES (256 * 1024 * 1024)

/* Writes the archive, whole or not at all, for the person alone (0600). "-" is standard output. */
gboolean way_archive_export (WayStore *store, const char *path, GError **error);

/* An archive that was read and found right: it follows every rule of the database. */
typedef struct _WayArchive WayArchive;

/**
 * way_archive_read:
 * @path: "-" is standard input
 *
 * Touches no store, and may run in a thread of its own. An archive of an older schema is brought up to date.
 *
 * Returns: (transfer full): the archive, or %NULL. With %WAY_ERROR_INVALID the message has a line for each of the
 * first problems: "FILE: $.block[12].start_utc: what is wrong".
 */
WayArchive *way_archive_read (const char *path, GError **error);

void way_archive_free (WayArchive *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayArchive, way_archive_free)

/* How many rows a table has. */
typedef struct
{
  char *table;
  gint64 now;         /* in the store */
  gint64 in_archive;  /* and so after an import, but for a record */
  gboolean differs;   /* a row is not the same */
  gboolean is_record; /* sent_…: what is here is kept, and added to */
} WayArchiveCount;

/* (element-type WayArchiveCount) one per table, in the order of the archive. No action may run. */
GPtrArray *way_archive_compare (WayArchive *self, WayStore *store, GError **error);

/* Whether an import would change what the person has, whatever was sent. */
gboolean way_archive_differs (const GPtrArray *counts);

/**
 * way_archive_import:
 * @backup: (out) (optional) (nullable): where the backup is
 *
 * Replaces all of the person's data by that of the archive: one action, "Import Archive", which touches only the
 * rows that differ. A store that is not empty and would change is backed up before. No action may run.
 */
gboolean way_archive_import (WayArchive *self,
                             WayStore *store,
                             gint64 now_utc,
                             char **backup,
                             GError **error);

G_END_DECLS
