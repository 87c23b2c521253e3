/* Tables as comma-separated values (RFC 4180).
 *
 * Read: records end with CRLF, LF or CR; a field that begins with a quote ends with one, and may hold separators, line
 * breaks and doubled quotes. A quote further inside a field is a character. Empty lines are no records.
 *
 * Written: CRLF, quotes where they are needed. A spreadsheet takes a cell that begins with = + - @ or a tab for a
 * formula, whoever wrote it; so text like that is guarded by an apostrophe before it, as spreadsheets mark text
 * themselves. way_csv_unguard() takes it off again: what was written is what is read. A plain number needs none. */
#pragma once

#include "core/base/text-encoding.h"

G_BEGIN_DECLS

#define WAY_CSV_MAX_BYTES   (50 * 1024 * 1024)
#define WAY_CSV_MAX_RECORDS 200000
#define WAY_CSV_MAX_FIELDS  1000

typedef struct _WayCsv WayCsv;

/**
 * way_csv_read:
 * @encoding: of the bytes
 * @separator: ',', ';' or '\t'; '\0' finds it out from the first records
 *
 * Pure. All or nothing: behind a wrong quote nothing means what its writer meant.
 *
 * Returns: (transfer full): the table, or %NULL with %WAY_ERROR_LIMIT or %WAY_ERROR_INVALID, which name the line
 */
WayCsv *way_csv_read (GBytes *bytes, WayTextEncoding encoding, char separator, GError **error);
void way_csv_free (WayCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCsv, way_csv_free)

/* What was given, or found out. */
WayTextEncoding way_csv_get_encoding (const WayCsv *self);
char way_csv_get_separator (const WayCsv *self);

guint way_csv_get_n_records (const WayCsv *self);
/* At least 1. */
guint way_csv_get_n_fields (const WayCsv *self, guint record);
/* As it stands in the file, without its quotes; UTF-8. */
const char *way_csv_get_field (const WayCsv *self, guint record, guint field);
/* The line of the file in which the record begins, from 1. */
guint way_csv_get_line (const WayCsv *self, guint record);

/* Appends one record of @n ≥ 1 fields of UTF-8. @guard: against being taken for formulas */
void way_csv_append (GString *out, const char *const *fields, guint n, gboolean guard);

/* Where the text of a field begins: behind the apostrophe of way_csv_append(), if it has one. */
const char *way_csv_unguard (const char *field);

G_END_DECLS
