/* What the files of the archive share. */
#pragma once

#include "core/store/archive.h"
#include "core/store/json-reader.h"
#include "core/store/private.h"

G_BEGIN_DECLS

/* That are told one by one; the others are counted. */
#define WAY_ARCHIVE_MAX_PROBLEMS 20

struct _WayArchive
{
  sqlite3 *db; /* in memory; its schema is that of a store */
};

typedef struct
{
  const char *file; /* its name */
  WayJsonReader json;
  sqlite3 *db;
  GArray *members;   /* of the document */
  GHashTable *ids;   /* table → GArray of gint64, in the order of the file */
  GString *problems; /* a line each */
  guint n_problems;

  /* Where the reader is: what a problem is noted at. */
  const WayTable *table; /* %NULL: in the document itself */
  guint row;
  gboolean in_row;
} WayArchiveReader;

/* Notes what is wrong at "$.table[row].@name"; @name may be %NULL. Always %FALSE. */
gboolean way_archive_complain (WayArchiveReader *r, const char *name, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* A text of the file as it can stand in a message: one line, cut where it is long (transfer full). */
char *way_archive_show (const char *text);

/* Reads the list that the reader stands at into r->table. @ids: gets the id of each row, 0 of one that is wrong. */
void way_archive_read_rows (WayArchiveReader *r, GArray *ids);

G_END_DECLS
