/* Rows come in the order of their ids and each on a line of its own, so that two archives can be compared with any
 * program that compares lines. */
#include "config.h"

#include "core/base/date.h"
#include "core/base/file.h"
#include "core/store/archive-private.h"

static void
put_string (GString *out, const char *text, gsize length)
{
  g_string_append_c (out, '"');
  for (const char *at = text; at < text + length; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (out, "\\%c", *at);
    else if (*at == '\n')
      g_string_append (out, "\\n");
    else if (*at == '\t')
      g_string_append (out, "\\t");
    else if ((guchar) *at < ' ')
      g_string_append_printf (out, "\\u%04x", (guint) *at);
    else
      g_string_append_c (out, *at);
  g_string_append_c (out, '"');
}

static void
put_text (GString *out, sqlite3_stmt *row, int column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);
  gsize length = (gsize) sqlite3_column_bytes (row, column);

  if (g_utf8_validate_len (text, length, NULL))
    {
      put_string (out, text, length);
      return;
    }
  g_autofree char *coded = g_base64_encode ((const guchar *) text, length);
  g_string_append_printf (out, "{\"base64\": \"%s\"}", coded);
}

static void
put_number (GString *out, gint64 value, WayColumnKind kind)
{
  static const gint64 day_s = 86400;
  gint64 first = way_date_from_ymd (WAY_DATE_MIN_YEAR, 1, 1);
  gint64 behind = way_date_from_ymd (WAY_DATE_MAX_YEAR + 1, 1, 1);
  g_autofree char *text = NULL;

  if (kind == WAY_COLUMN_INSTANT && value >= first * day_s && value < behind * day_s)
    text = way_instant_to_iso (value);
  else if (kind == WAY_COLUMN_DATE && value >= first && value < behind)
    text = way_date_to_iso ((WayDate) value);
  if (text != NULL)
    g_string_append_printf (out, "\"%s\"", text);
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

/* The shortest of the notations that are read as the same number. An infinite one, which only another program can
 * have written, becomes the largest there is. */
static void
put_real (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  value = CLAMP (value, -G_MAXDOUBLE, G_MAXDOUBLE);
  for (int digits = 15; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);
      if (g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, value), NULL) == value)
        break;
    }
  g_string_append (out, text);
}

static void
put_row (GString *out, const WayTable *table, sqlite3_stmt *row)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const WayColumn *column = g_ptr_array_index (table->columns, i);
      g_string_append_printf (out, "%s\"%s\": ", i > 0 ? ", " : "{", column->name);
      if (sqlite3_column_type (row, (int) i) == SQLITE_NULL)
        g_string_append (out, "null");
      else if (column->kind == WAY_COLUMN_TEXT)
        put_text (out, row, (int) i);
      else if (column->kind == WAY_COLUMN_REAL)
        put_real (out, sqlite3_column_double (row, (int) i));
      else
        put_number (out, sqlite3_column_int64 (row, (int) i), column->kind);
    }
  g_string_append_c (out, '}');
}

static gboolean
put_table (GString *out, sqlite3 *db, const WayTable *table, GError **error)
{
  g_autofree char *names = way_table_list_columns (table);
  g_autofree char *sql =
      g_strdup_printf ("SELECT %s FROM main.\"%s\" ORDER BY id", names, table->name);
  sqlite3_stmt *rows = NULL;
  const char *before = "\n    ";

  g_string_append_printf (out, ",\n  \"%s\": [", table->name);
  sqlite3_prepare_v2 (db, sql, -1, &rows, NULL);
  for (; sqlite3_step (rows) == SQLITE_ROW; before = ",\n    ")
    {
      g_string_append (out, before);
      put_row (out, table, rows);
    }
  g_string_append (out, *before == ',' ? "\n  ]" : "]");
  return sqlite3_finalize (rows) == SQLITE_OK || way_store_set_error (db, error);
}

static gboolean
put_document (GString *out, WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) tables = way_store_list_tables (store->db, error);

  if (tables == NULL)
    return FALSE;
  g_string_append_printf (out,
                          "{\n  \"format\": \"%s\",\n  \"version\": %d,\n"
                          "  \"program\": \"Waymark %s\",\n  \"schema\": %d",
                          WAY_ARCHIVE_FORMAT, WAY_ARCHIVE_VERSION, PACKAGE_VERSION,
                          way_store_newest_version ());
  for (guint i = 0; i < tables->len; i++)
    if (!put_table (out, store->db, g_ptr_array_index (tables, i), error))
      return FALSE;
  g_string_append (out, "\n}\n");
  return TRUE;
}

gboolean
way_archive_export (WayStore *store, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  /* One reading, whatever another process writes meanwhile. */
  if (store->depth == 0 && !way_store_exec (store->db, "BEGIN", error))
    return FALSE;
  gboolean ok = put_document (out, store, error);
  if (store->depth == 0)
    way_store_exec (store->db, "ROLLBACK", NULL);
  return ok && way_file_write (path, out->str, out->len, error);
}
