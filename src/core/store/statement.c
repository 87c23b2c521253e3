#include "core/store/statement.h"

#include "core/store/private.h"

#include <stdarg.h>

struct _WayStatement
{
  WayStore *store;
  sqlite3_stmt *stmt;
  GError *error; /* the first failure */
};

WayStatement *
way_statement_new (WayStore *store, const char *sql)
{
  WayStatement *self = g_new0 (WayStatement, 1);

  self->store = g_object_ref (store);
  if (sqlite3_prepare_v2 (store->db, sql, -1, &self->stmt, NULL) != SQLITE_OK)
    way_store_set_error (store->db, &self->error);
  return self;
}

void
way_statement_free (WayStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->stmt);
  g_clear_error (&self->error);
  g_object_unref (self->store);
  g_free (self);
}

/* @n: how many parameters are before the first to bind. */
static void
bind_from (WayStatement *self, int n, const char *format, va_list args)
{
  for (int i = n + 1; *format != '\0'; i++, format++)
    {
      int code = SQLITE_OK;
      const char *text;
      switch (*format)
        {
        case 'i':
          code = sqlite3_bind_int64 (self->stmt, i, va_arg (args, gint64));
          break;
        case 'd':
          code = sqlite3_bind_double (self->stmt, i, va_arg (args, double));
          break;
        case 's':
          text = va_arg (args, const char *);
          code = sqlite3_bind_text (self->stmt, i, text, -1, SQLITE_TRANSIENT);
          break;
        case 'n':
          break; /* cleared bindings are NULL */
        default:
          g_assert_not_reached ();
        }
      if (code != SQLITE_OK && self->error == NULL)
        way_store_set_error (self->store->db, &self->error);
    }
}

static void
bind (WayStatement *self, const char *format, va_list args)
{
  sqlite3_reset (self->stmt);
  sqlite3_clear_bindings (self->stmt);
  bind_from (self, 0, format, args);
}

void
way_statement_bind (WayStatement *self, const char *format, ...)
{
  va_list args;

  if (self->stmt == NULL)
    return;
  va_start (args, format);
  bind (self, format, args);
  va_end (args);
}

void
way_statement_bind_from (WayStatement *self, int n, const char *format, ...)
{
  va_list args;

  if (self->stmt == NULL)
    return;
  va_start (args, format);
  bind_from (self, n, format, args);
  va_end (args);
}

gboolean
way_statement_step (WayStatement *self)
{
  if (self->error != NULL || !way_store_may_go_on (self->store, &self->error))
    return FALSE;
  int code = sqlite3_step (self->stmt);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE && way_store_may_go_on (self->store, &self->error))
    way_store_set_error (self->store->db, &self->error);
  return FALSE;
}

gint64
way_statement_int (WayStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
way_statement_double (WayStatement *self, int column)
{
  return sqlite3_column_double (self->stmt, column);
}

const char *
way_statement_text (WayStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  return text != NULL ? text : "";
}

gboolean
way_statement_is_null (WayStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column) == SQLITE_NULL;
}

WayDate
way_statement_date (WayStatement *self, int column)
{
  return way_statement_is_null (self, column) ? WAY_DATE_NONE
                                              : (WayDate) way_statement_int (self, column);
}

gboolean
way_statement_finish (WayStatement *self, GError **error)
{
  sqlite3_reset (self->stmt);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
way_statement_run (WayStatement *self, GError **error, const char *format, ...)
{
  va_list args;

  if (self->stmt != NULL)
    {
      va_start (args, format);
      bind (self, format, args);
      va_end (args);
      while (way_statement_step (self))
        ;
    }
  return way_statement_finish (self, error);
}

gint64
way_store_last_id (WayStore *store)
{
  return sqlite3_last_insert_rowid (store->db);
}

int
way_store_changes (WayStore *store)
{
  return sqlite3_changes (store->db);
}

gint64
way_store_total_changes (WayStore *store)
{
  return sqlite3_total_changes (store->db);
}
