#include "core/offers/change.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>
#include <string.h>

char *
way_card_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text != NULL ? text : ""), "\r\n\t", ' '));
}

char *
way_card_text (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

gboolean
way_card_refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autoptr (GError) refusal = g_error_new_valist (WAY_ERROR, WAY_ERROR_INVALID, format, args);
  va_end (args);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

gboolean
way_card_check_currency (const char *typed, char **code, GError **error)
{
  g_autofree char *line = way_card_line (typed);
  gboolean letters = strlen (line) == 3;

  for (const char *c = line; *c != '\0'; c++)
    letters &= g_ascii_isalpha (*c);
  if (!letters)
    return way_card_refuse (
        error, _ ("“%s” is not a currency. Give its three letters, for example EUR."), line);
  *code = g_ascii_strup (line, -1);
  return TRUE;
}

gboolean
way_card_check_number (const char *what, double number, double low, double high, GError **error)
{
  if (number >= low && number <= high)
    return TRUE;
  if (isnan (number))
    /* Translators: the title of a number that has to be typed, as "Weight" */
    return way_card_refuse (error, _ ("%s: give a number."), what);
  if (high >= WAY_CARD_MAX_NUMBER)
    {
      if (number < low)
        /* Translators: the title of a number, and the least it may be */
        return way_card_refuse (error, _ ("%s: give a number that is not below %.10g."), what, low);
      /* Translators: the title of a number */
      return way_card_refuse (error, _ ("%s: this number is too large."), what);
    }
  /* Translators: the title of a number, the least and the most it may be */
  return way_card_refuse (error, _ ("%s: give a number from %.10g to %.10g."), what, low, high);
}

gboolean
way_card_check_known (const char *what, double number, double low, double high, GError **error)
{
  return isnan (number) || way_card_check_number (what, number, low, high, error);
}

gboolean
way_card_check_date (const char *what, WayDate date, GError **error)
{
  if (date >= way_date_from_ymd (WAY_DATE_MIN_YEAR, 1, 1) &&
      date <= way_date_from_ymd (WAY_DATE_MAX_YEAR, 12, 31))
    return TRUE;
  /* Translators: the title of a date, the first and the last year */
  return way_card_refuse (error, _ ("%s: give a day between the years %d and %d."), what,
                          WAY_DATE_MIN_YEAR, WAY_DATE_MAX_YEAR);
}

gboolean
way_card_end (WayStore *store, gboolean ran, GError **error)
{
  if (ran)
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_card_changed (WayStore *store, gboolean ran, const char *gone, GError **error)
{
  if (!ran || way_store_changes (store) > 0)
    return ran;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, gone);
  return FALSE;
}

gboolean
way_card_has (WayStore *store, const char *table, gint64 id, const char *gone, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1", table);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  way_statement_bind (s, "i", id);
  gboolean found = way_statement_step (s);
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, gone);
  return found;
}

/* The ids of the rows of the scorecard of @id in their new order; %NULL with @error. */
static GArray *
new_order (WayStore *store, const char *table, gint64 id, gint64 before_id, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE scorecard_id = (SELECT scorecard_id FROM %s WHERE "
                       "id = ?1) ORDER BY position, id",
                       table, table);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean placed = before_id == 0;

  way_statement_bind (s, "i", id);
  while (way_statement_step (s))
    {
      gint64 it = way_statement_int (s, 0);
      if (it == before_id)
        {
          g_array_append_val (ids, id);
          placed = TRUE;
        }
      if (it != id)
        g_array_append_val (ids, it);
    }
  if (!placed || before_id == 0)
    g_array_append_val (ids, id);
  return way_statement_finish (s, error) ? g_steal_pointer (&ids) : NULL;
}

gboolean
way_card_move (WayStore *store,
               const char *table,
               gint64 id,
               gint64 before_id,
               const char *gone,
               GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("UPDATE %s SET position = ?2 WHERE id = ?1 AND position <> ?2", table);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  if (!way_card_has (store, table, id, gone, error))
    return FALSE;
  if (id == before_id)
    return TRUE;
  g_autoptr (GArray) ids = new_order (store, table, id, before_id, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!way_statement_run (s, error, "ii", g_array_index (ids, gint64, i), (gint64) i))
      return FALSE;
  return ids != NULL;
}

const char *
way_card_gone (void)
{
  return _ ("This scorecard is no longer there.");
}

const char *
way_criterion_gone (void)
{
  return _ ("This criterion is no longer there.");
}

const char *
way_offer_gone (void)
{
  return _ ("This offer is no longer there.");
}
