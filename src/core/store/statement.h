/* Prepared statements for the query layers of the features: a thin wrapper that turns each SQLite
 * failure into a GError and keeps binding and reading to one line.
 *
 *   g_autoptr (WayStatement) s = way_statement_new (store, "SELECT title FROM guide WHERE id = ?1");
 *   way_statement_bind (s, "i", guide_id);
 *   while (way_statement_step (s))
 *     puts (way_statement_text (s, 0));
 *   if (!way_statement_finish (s, error)) … */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

typedef struct _WayStatement WayStatement;

/* Never %NULL: a failure to prepare is kept and reported by way_statement_finish(). */
WayStatement *way_statement_new (WayStore *store, const char *sql);
void way_statement_free (WayStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayStatement, way_statement_free)

/* Resets the statement and binds ?1, ?2, … in order. @format: 'i' gint64 — pass (gint64) —,
 * 'd' double, 's' const char * (%NULL binds SQL NULL; copied), 'n' SQL NULL (takes no argument). */
void way_statement_bind (WayStatement *self, const char *format, ...);

/* Binds the parameters behind the first @n in order and keeps the others: for statements with many. To be used
 * before the first step, or behind way_statement_finish(). */
void way_statement_bind_from (WayStatement *self, int n, const char *format, ...);

/* %TRUE while there is a row. */
gboolean way_statement_step (WayStatement *self);

/* Columns of the current row, from 0. Text is valid until the next step; "" for NULL. */
gint64 way_statement_int (WayStatement *self, int column);
double way_statement_double (WayStatement *self, int column);
const char *way_statement_text (WayStatement *self, int column);
gboolean way_statement_is_null (WayStatement *self, int column);
WayDate way_statement_date (WayStatement *self, int column); /* WAY_DATE_NONE for NULL */

/* Whether every step so far went well; the first failure goes to @error. Resets the statement. */
gboolean way_statement_finish (WayStatement *self, GError **error);

/* bind + step + finish for a statement that returns no row. */
gboolean way_statement_run (WayStatement *self, GError **error, const char *format, ...);

/* The rowid of the last insert. */
gint64 way_store_last_id (WayStore *store);

/* Rows changed by the last INSERT, UPDATE or DELETE. */
int way_store_changes (WayStore *store);

/* Rows changed since the store was opened: tells whether an upsert with a WHERE wrote anything. */
gint64 way_store_total_changes (WayStore *store);

G_END_DECLS
