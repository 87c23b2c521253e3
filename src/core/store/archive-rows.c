/* The rows of an archive: what each column takes, and in whose words a rule of the database was broken. */
#include "core/base/date.h"
#include "core/store/archive-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_';
}

static const WayColumn *
find_column (const WayTable *table, const char *name, gsize length, guint *index)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const WayColumn *column = g_ptr_array_index (table->columns, i);
      if (strlen (column->name) == length && memcmp (column->name, name, length) == 0)
        {
          *index = i;
          return column;
        }
    }
  return NULL;
}

/* The column that the rule is about: the first that it names. */
static const char *
column_of_rule (const WayTable *table, const char *rule)
{
  for (const char *at = rule; *at != '\0';)
    {
      gsize length = 0;
      guint index;
      while (is_word (at[length]))
        length++;
      const WayColumn *column = find_column (table, at, length, &index);
      if (column != NULL)
        return column->name;
      at += MAX (length, 1);
    }
  return NULL;
}

/* What SQLite says of a row that breaks a rule: "CHECK constraint failed: end_utc > start_utc" or "UNIQUE
 * constraint failed: block.uid" or, of several columns, "…: busy_own.calendar_id, busy_own.uid". */
static gboolean
complain_of_rule (WayArchiveReader *r)
{
  const char *message = sqlite3_errmsg (r->db);
  const char *rule = strstr (message, "failed: ");

  if (rule == NULL)
    return way_archive_complain (r, NULL, "%s", message);
  rule += strlen ("failed: ");
  if (sqlite3_extended_errcode (r->db) == SQLITE_CONSTRAINT_CHECK)
    return way_archive_complain (r, column_of_rule (r->table, rule), _ ("the rule is “%s”"), rule);
  const char *dot = strchr (rule, '.');
  if (strchr (rule, ',') == NULL && dot != NULL)
    return way_archive_complain (r, dot + 1, _ ("another row has the same"));
  return way_archive_complain (r, NULL, _ ("another row has the same %s"), rule);
}

static gboolean
bind_bytes (WayArchiveReader *r, const WayColumn *column, sqlite3_stmt *insert, int at)
{
  gboolean coded = way_json_reader_member (&r->json) && g_str_equal (r->json.text->str, "base64") &&
                   way_json_reader_read (&r->json) == WAY_JSON_STRING;
  g_autofree char *text = coded ? g_strdup (r->json.text->str) : NULL;
  gsize length = 0;

  if (!coded || way_json_reader_member (&r->json))
    return way_archive_complain (r, column->name, _ ("a text is expected"));
  g_autofree guchar *bytes = g_base64_decode (text, &length);
  g_autofree char *again = g_base64_encode (bytes, length);
  if (!g_str_equal (again, text) || memchr (bytes, '\0', length) != NULL)
    return way_archive_complain (r, column->name, _ ("this is not the base64 of a text"));
  sqlite3_bind_text (insert, at, (const char *) bytes, (int) length, SQLITE_TRANSIENT);
  return TRUE;
}

static gboolean
bind_time (WayArchiveReader *r, const WayColumn *column, sqlite3_stmt *insert, int at)
{
  const char *text = r->json.text->str;
  g_autofree char *shown = way_archive_show (text);
  gint64 value = 0;
  WayDate date;

  if (column->kind == WAY_COLUMN_INSTANT)
    {
      if (!way_instant_parse (text, &value, NULL))
        return way_archive_complain (
            r, column->name,
            _ ("“%s” is not an instant of the years %d to %d, in UTC, such as "
               "2027-01-04T08:00:00Z"),
            shown, WAY_DATE_MIN_YEAR, WAY_DATE_MAX_YEAR);
    }
  else
    {
      if (!g_ascii_isdigit (*text) || !way_date_parse (text, 0, &date, NULL))
        return way_archive_complain (
            r, column->name, _ ("“%s” is not a day of the years %d to %d, such as 2027-01-04"),
            shown, WAY_DATE_MIN_YEAR, WAY_DATE_MAX_YEAR);
      value = date;
    }
  sqlite3_bind_int64 (insert, at, value);
  return TRUE;
}

static gboolean
bind_real (WayArchiveReader *r, const WayColumn *column, sqlite3_stmt *insert, int at)
{
  double value = g_ascii_strtod (r->json.text->str, NULL);

  if (!isfinite (value))
    return way_archive_complain (r, column->name, _ ("the number is too large"));
  sqlite3_bind_double (insert, at, value);
  return TRUE;
}

static const char *
name_kind (WayColumnKind kind)
{
  switch (kind)
    {
    case WAY_COLUMN_INSTANT:
      return _ ("an instant is expected, such as 2027-01-04T08:00:00Z");
    case WAY_COLUMN_DATE:
      return _ ("a day is expected, such as 2027-01-04");
    case WAY_COLUMN_TEXT:
      return _ ("a text is expected");
    case WAY_COLUMN_REAL:
      return _ ("a number is expected");
    default:
      return _ ("a whole number of at most 64 bits is expected");
    }
}

/* Reads the value of @column, which is parameter @at of @insert; of a list or an object maybe not to its end. */
static gboolean
bind_value (WayArchiveReader *r, const WayColumn *column, sqlite3_stmt *insert, int at)
{
  WayJsonKind kind = way_json_reader_read (&r->json);
  gboolean is_text = column->kind == WAY_COLUMN_TEXT;
  gboolean is_time = column->kind == WAY_COLUMN_INSTANT || column->kind == WAY_COLUMN_DATE;

  if (kind == WAY_JSON_NULL && column->nullable)
    return TRUE; /* a parameter that is not bound is NULL */
  if (kind == WAY_JSON_STRING && is_text)
    {
      const GString *text = r->json.text;
      sqlite3_bind_text (insert, at, text->str, (int) text->len, SQLITE_TRANSIENT);
      return TRUE;
    }
  if ((kind == WAY_JSON_INTEGER || kind == WAY_JSON_NUMBER) && column->kind == WAY_COLUMN_REAL)
    return bind_real (r, column, insert, at);
  if (kind == WAY_JSON_INTEGER && !is_text)
    {
      sqlite3_bind_int64 (insert, at, r->json.integer);
      return TRUE;
    }
  if (kind == WAY_JSON_OBJECT && is_text)
    return bind_bytes (r, column, insert, at);
  if (kind == WAY_JSON_STRING && is_time)
    return bind_time (r, column, insert, at);
  return way_archive_complain (r, column->name, "%s", name_kind (column->kind));
}

/* Reads over a value that starts at @value, from wherever in it the reader is. */
static void
leave_value (WayArchiveReader *r, const char *value, int depth)
{
  r->json.at = value;
  r->json.depth = depth;
  way_json_reader_skip (&r->json);
}

/* Reads the members of a row. @given: a flag per column. */
static gboolean
bind_row (WayArchiveReader *r, sqlite3_stmt *insert, gboolean *given)
{
  gboolean ok = TRUE;

  while (way_json_reader_member (&r->json))
    {
      guint i;
      const WayColumn *column = find_column (r->table, r->json.text->str, r->json.text->len, &i);
      if (column == NULL || given[i])
        {
          ok = way_archive_complain (r, r->json.text->str,
                                     column == NULL ? _ ("there is no such column")
                                                    : _ ("this comes twice"));
          way_json_reader_skip (&r->json);
          continue;
        }
      const char *value = r->json.at;
      int depth = r->json.depth;
      given[i] = TRUE;
      if (!bind_value (r, column, insert, (int) i + 1))
        {
          leave_value (r, value, depth);
          ok = FALSE;
        }
    }
  for (guint i = 0; i < r->table->columns->len; i++)
    {
      const WayColumn *column = g_ptr_array_index (r->table->columns, i);
      if (!given[i])
        ok = way_archive_complain (r, NULL, _ ("“%s” is missing"), column->name);
    }
  return ok;
}

static void
read_row (WayArchiveReader *r, sqlite3_stmt *insert, GArray *ids)
{
  g_autofree gboolean *given = g_new0 (gboolean, r->table->columns->len);
  WayJsonKind kind = way_json_reader_read (&r->json);
  gint64 id = 0;

  sqlite3_reset (insert);
  sqlite3_clear_bindings (insert);
  g_array_append_val (ids, id);
  if (kind != WAY_JSON_OBJECT)
    {
      way_json_reader_skip_rest (&r->json, kind);
      way_archive_complain (r, NULL, _ ("an object is expected, as {\"id\": …}"));
      return;
    }
  if (!bind_row (r, insert, given))
    return;
  if (sqlite3_step (insert) == SQLITE_DONE)
    g_array_index (ids, gint64, r->row) = sqlite3_last_insert_rowid (r->db);
  else
    complain_of_rule (r);
}

static sqlite3_stmt *
prepare_insert (WayArchiveReader *r)
{
  g_autofree char *names = way_table_list_columns (r->table);
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *insert = NULL;

  g_string_append_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?", r->table->name, names);
  for (guint i = 1; i < r->table->columns->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  sqlite3_prepare_v2 (r->db, sql->str, -1, &insert, NULL);
  return insert;
}

void
way_archive_read_rows (WayArchiveReader *r, GArray *ids)
{
  if (way_json_reader_read (&r->json) != WAY_JSON_LIST)
    {
      way_archive_complain (r, NULL, _ ("a list is expected"));
      return;
    }
  sqlite3_stmt *insert = prepare_insert (r);
  for (r->row = 0; way_json_reader_element (&r->json); r->row++)
    {
      r->in_row = TRUE;
      read_row (r, insert, ids);
    }
  r->in_row = FALSE;
  sqlite3_finalize (insert);
}
