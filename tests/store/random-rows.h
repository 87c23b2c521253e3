/* Random rows for every table, from the schema alone: a new table or column is in it without a word here. */
#pragma once

#include "fixture.h"

typedef struct
{
  char *name;
  gboolean is_text;
  gboolean is_real;
  gboolean nullable;
  char *parent;     /* the table that it refers to, or %NULL */
  char **words;     /* of CHECK (… IN ('a', 'b')), or %NULL */
  gint64 low, high; /* of CHECK (… BETWEEN a AND b) */
  gboolean bounded;
} RandomColumn;

typedef struct
{
  char *name;
  GPtrArray *columns; /* of RandomColumn */
} RandomTable;

static inline void
random_column_free (RandomColumn *column)
{
  g_free (column->name);
  g_free (column->parent);
  g_strfreev (column->words);
  g_free (column);
}

static inline void
random_table_free (RandomTable *table)
{
  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static inline char *
match_rule (const char *sql, const char *column, const char *rule, int group)
{
  g_autofree char *pattern = g_strdup_printf ("\\b%s %s", column, rule);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, sql, 0, &match) ? g_match_info_fetch (match, group) : NULL;
}

static inline void
read_rules (RandomColumn *column, const char *sql)
{
  g_autofree char *words = match_rule (sql, column->name, "IN \\('(.*?)'\\)", 1);
  g_autofree char *flags = match_rule (sql, column->name, "IN \\(0, 1\\)", 0);
  g_autofree char *one = match_rule (sql, column->name, "= 1\\)", 0);
  g_autofree char *low = match_rule (sql, column->name, "BETWEEN (\\d+) AND (\\d+)", 1);
  g_autofree char *high = match_rule (sql, column->name, "BETWEEN (\\d+) AND (\\d+)", 2);

  if (words != NULL)
    column->words = g_strsplit (words, "', '", -1);
  column->bounded = flags != NULL || one != NULL || low != NULL;
  column->low = low != NULL ? g_ascii_strtoll (low, NULL, 10) : one != NULL;
  column->high = high != NULL ? g_ascii_strtoll (high, NULL, 10) : 1;
}

static inline GPtrArray *
list_random_columns (WayStore *store, const char *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) random_column_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT c.name, c.type, c.\"notnull\" OR c.pk, f.\"table\", t.sql "
             "FROM sqlite_schema AS t, pragma_table_info (t.name) AS c "
             "LEFT JOIN pragma_foreign_key_list (t.name) AS f ON f.\"from\" = c.name "
             "WHERE t.type = 'table' AND t.name = ?1 ORDER BY c.cid");

  way_statement_bind (s, "s", table);
  while (way_statement_step (s))
    {
      RandomColumn *column = g_new0 (RandomColumn, 1);
      column->name = g_strdup (way_statement_text (s, 0));
      column->is_text = g_str_equal (way_statement_text (s, 1), "TEXT");
      column->is_real = g_str_equal (way_statement_text (s, 1), "REAL");
      column->nullable = way_statement_int (s, 2) == 0;
      column->parent = way_statement_is_null (s, 3) ? NULL : g_strdup (way_statement_text (s, 3));
      read_rules (column, way_statement_text (s, 4));
      g_ptr_array_add (columns, column);
    }
  return columns;
}

static inline gint64
random_integer (void)
{
  const gint64 end = (gint64) way_date_from_ymd (2201, 1, 1);
  const gint64 interesting[] = {
    0,          -1,         1,   G_MAXINT64, G_MININT64,  1LL << 53,      (1LL << 53) + 1,
    G_MININT32, G_MAXINT32, end, end - 1,    end * 86400, end * 86400 - 1
  };

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      return interesting[g_test_rand_int_range (0, G_N_ELEMENTS (interesting))];
    case 1:
      return g_test_rand_int_range (0, 100);
    case 2: /* a day */
      return g_test_rand_int_range (0, 90000);
    default: /* an instant */
      return (gint64) g_test_rand_int_range (0, 90000) * 86400 + g_test_rand_int_range (0, 86400);
    }
}

static inline double
random_real (const RandomColumn *column)
{
  static const double interesting[] = { 0,       -0.0,    1,           0.1,
                                        1.0 / 3, 5e-324,  G_MAXDOUBLE, -G_MAXDOUBLE,
                                        1e9,     1.5e-10, 4503.25,     0x1.fffffep1,
                                        100,     1e15,    1e16 };

  if (column->bounded)
    return g_test_rand_double_range ((double) column->low, (double) column->high);
  if (g_test_rand_bit ())
    return interesting[g_test_rand_int_range (0, G_N_ELEMENTS (interesting))];
  return g_test_rand_double_range (-1e6, 1e6);
}

static inline char *
random_text (void)
{
  static const char *const interesting[] = { "",
                                             " ",
                                             "'",
                                             "\"\\/",
                                             "a\r\nb\tc\b\f",
                                             "\x01\x02\x1e\x1f\x7f",
                                             "\xff\xfe",
                                             "/home/\xe9/plan.ics",
                                             "\xed\xa0\x80",
                                             "\xf0\x9f\x98\x80",
                                             "\xe2\x80\xa8",
                                             "null",
                                             "2027-01-04",
                                             "{\"base64\": \"AA==\"}",
                                             "\\u0041",
                                             "0",
                                             "\xef\xbb\xbf" };

  if (g_test_rand_bit ())
    return g_strdup (interesting[g_test_rand_int_range (0, G_N_ELEMENTS (interesting))]);
  GString *text = g_string_new (NULL);
  int length = g_test_rand_int_range (0, g_test_rand_int_range (0, 20) == 0 ? 3000 : 12);
  while (length-- > 0)
    {
      gunichar c = (gunichar) g_test_rand_int_range (1, g_test_rand_bit () ? 0x80 : 0x11000);
      g_string_append_unichar (text, g_unichar_validate (c) ? c : '?');
    }
  return g_string_free (text, FALSE);
}

/* Binds parameter @n + 1. %FALSE: there is no row to refer to. */
static inline gboolean
bind_random (WayStore *store, WayStatement *insert, int n, const RandomColumn *column)
{
  if (column->nullable && g_test_rand_int_range (0, 3) == 0)
    way_statement_bind_from (insert, n, "n");
  else if (column->parent != NULL)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY id * ?1 %% 101", column->parent);
      g_autoptr (WayStatement) parents = way_statement_new (store, sql);
      way_statement_bind (parents, "i", (gint64) g_test_rand_int_range (1, 100));
      if (!way_statement_step (parents))
        return FALSE;
      way_statement_bind_from (insert, n, "i", way_statement_int (parents, 0));
    }
  else if (column->words != NULL)
    way_statement_bind_from (
        insert, n, "s",
        column->words[g_test_rand_int_range (0, (int) g_strv_length (column->words))]);
  else if (column->is_text)
    {
      g_autofree char *text = random_text ();
      way_statement_bind_from (insert, n, "s", text);
    }
  else if (column->is_real)
    way_statement_bind_from (insert, n, "d", random_real (column));
  else if (column->bounded)
    way_statement_bind_from (
        insert, n, "i", (gint64) g_test_rand_int_range ((int) column->low, (int) column->high + 1));
  else
    way_statement_bind_from (insert, n, "i", random_integer ());
  return TRUE;
}

/* (element-type RandomTable) those that others refer to first, as they were created. */
static inline GPtrArray *
list_random_tables (WayStore *store)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) random_table_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' "
             "AND name NOT GLOB 'undo_*' ORDER BY rowid");

  while (way_statement_step (s))
    {
      RandomTable *table = g_new0 (RandomTable, 1);
      table->name = g_strdup (way_statement_text (s, 0));
      table->columns = list_random_columns (store, table->name);
      g_ptr_array_add (tables, table);
    }
  return tables;
}

/* Tries to insert some rows; those that break a rule between columns, or are there already, are left out. */
static inline void
fill_table (WayStore *store, const RandomTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT OR IGNORE INTO \"%s\" VALUES (?", table->name);
  for (guint i = 1; i < table->columns->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  g_autoptr (WayStatement) insert = way_statement_new (store, sql->str);
  for (int tries = g_test_rand_int_range (0, 12); tries > 0; tries--)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = TRUE;
      for (guint i = 0; ok && i < table->columns->len; i++)
        ok = bind_random (store, insert, (int) i, g_ptr_array_index (table->columns, i));
      if (ok)
        while (way_statement_step (insert))
          ;
      way_statement_finish (insert, &error);
      g_assert_no_error (error);
    }
}

/* Adds rows to every table. @tables: of any store. */
static inline void
fill_at_random (WayStore *store, const GPtrArray *tables)
{
  g_assert_true (way_store_begin (store, "Fill", 1000, NULL));
  for (guint i = 0; i < tables->len; i++)
    fill_table (store, g_ptr_array_index (tables, i));
  g_assert_true (way_store_commit (store, NULL));
}
