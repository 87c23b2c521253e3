/* Scorecards as a whole: added, changed, removed, locked, and their exchange rates. */
#include "core/offers/card-change.h"

#include "core/base/error.h"
#include "core/offers/change.h"
#include "core/offers/pay.h"
#include "core/offers/templates.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The criteria to start with (transfer full); %NULL with @error. */
static GPtrArray *
first_criteria (WayStore *store, const char *template, gint64 from_id, GError **error)
{
  if (template != NULL)
    {
      GPtrArray *rows = way_criteria_template_rows (template);
      if (rows == NULL)
        g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("There is no set of criteria “%s”."),
                     template);
      return rows;
    }
  if (from_id == 0)
    return g_ptr_array_new ();
  g_autoptr (WayScorecard) from = way_scorecard_load (store, from_id, error);
  return from != NULL ? g_ptr_array_ref (from->criteria) : NULL;
}

static gboolean
insert_card (WayStore *store,
             const char *title,
             const char *currency,
             const GPtrArray *criteria,
             gint64 now_utc,
             gint64 *id,
             GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO scorecard (title, currency, created_utc) VALUES (?1, ?2, ?3)");

  if (!way_statement_run (s, error, "ssi", title, currency, now_utc))
    return FALSE;
  *id = way_store_last_id (store);
  for (guint i = 0; i < criteria->len; i++)
    if (!way_criterion_insert (store, *id, criteria->pdata[i], now_utc, NULL, error))
      return FALSE;
  return TRUE;
}

gboolean
way_scorecard_add (WayStore *store,
                   const char *title,
                   const char *currency,
                   const char *template,
                   gint64 from_id,
                   gint64 now_utc,
                   gint64 *id,
                   GError **error)
{
  g_autofree char *line = way_card_line (title);
  g_autofree char *code = NULL;
  gint64 added = 0;

  if (*line == '\0')
    return way_card_refuse (error, _ ("A scorecard needs a title."));
  if (!way_card_check_currency (currency, &code, error))
    return FALSE;
  g_autoptr (GPtrArray) criteria = first_criteria (store, template, from_id, error);
  if (criteria == NULL || !way_store_begin (store, _ ("Add Scorecard"), now_utc, error))
    return FALSE;
  gboolean ran = insert_card (store, line, code, criteria, now_utc, &added, error);
  if (id != NULL)
    *id = added;
  return way_card_end (store, ran, error);
}

static gboolean
check_card (const WayScorecard *card, const char *title, char **currency, GError **error)
{
  if (*title == '\0')
    return way_card_refuse (error, _ ("A scorecard needs a title."));
  return way_card_check_currency (card->currency, currency, error) &&
         way_card_check_number (_ ("Years"), card->years, WAY_PAY_MIN_YEARS, WAY_PAY_MAX_YEARS,
                                error) &&
         way_card_check_known (_ ("Discount rate"), card->discount_percent, 0, 100, error) &&
         way_card_check_number (_ ("Lead of a clear winner"), card->lead_percent, 0, 100, error);
}

/* Rates are of the currency of the scorecard: another one makes them wrong. */
static gboolean
drop_rates (WayStore *store, gint64 id, const char *currency, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "DELETE FROM exchange_rate WHERE scorecard_id = ?1 "
                                "AND (SELECT currency FROM scorecard WHERE id = ?1) <> ?2");

  return way_statement_run (s, error, "is", id, currency);
}

gboolean
way_scorecard_set (WayStore *store, const WayScorecard *card, gint64 now_utc, GError **error)
{
  g_autofree char *title = way_card_line (card->title);
  g_autofree char *currency = NULL;
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE scorecard SET title = ?2, currency = ?3, years = ?4, discount_percent = ?5, "
             "any_weights = ?6, lead_percent = ?7, private = ?8, blind = ?9 WHERE id = ?1");

  if (!check_card (card, title, &currency, error) ||
      !way_store_begin (store, _ ("Change Scorecard"), now_utc, error))
    return FALSE;
  gboolean ran =
      drop_rates (store, card->id, currency, error) &&
      way_card_changed (store,
                        way_statement_run (s, error, "issididii", card->id, title, currency,
                                           (gint64) card->years, card->discount_percent,
                                           (gint64) (card->any_weights != 0), card->lead_percent,
                                           (gint64) (card->is_private != 0),
                                           (gint64) (card->blind != 0)),
                        way_card_gone (), error);
  return way_card_end (store, ran, error);
}

gboolean
way_scorecard_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM scorecard WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Scorecard"), now_utc, error))
    return FALSE;
  gboolean ran = way_statement_run (s, error, "i", id);
  return way_card_end (store, way_card_changed (store, ran, way_card_gone (), error), error);
}

gboolean
way_scorecard_lock (WayStore *store, gint64 id, gboolean lock, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, lock ? "UPDATE scorecard SET locked_utc = ?2 WHERE id = ?1 AND locked_utc IS NULL"
                  : "UPDATE scorecard SET locked_utc = NULL WHERE id = ?1 "
                    "AND locked_utc IS NOT NULL AND ?2 IS NOT NULL");

  if (!way_store_begin (store, lock ? _ ("Lock Weights") : _ ("Unlock Weights"), now_utc, error))
    return FALSE;
  gboolean ran = way_card_has (store, "scorecard", id, way_card_gone (), error) &&
                 way_statement_run (s, error, "ii", id, now_utc);
  return way_card_end (store, ran, error);
}

static gboolean
check_rate (WayStore *store,
            gint64 id,
            const WayExchangeRate *rate,
            const char *code,
            GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT currency = ?2 FROM scorecard WHERE id = ?1");

  way_statement_bind (s, "is", id, code);
  gboolean found = way_statement_step (s), own = found && way_statement_int (s, 0) != 0;
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, way_card_gone ());
  if (!found || rate->rate == 0)
    return found;
  if (own)
    return way_card_refuse (error, _ ("%s is the currency of the scorecard: it needs no rate."),
                            code);
  if (!(rate->rate > 0 && rate->rate <= WAY_CARD_MAX_NUMBER))
    return way_card_refuse (error, _ ("An exchange rate is a number above 0, as 0.92."));
  return way_card_check_date (_ ("Day of the exchange rate"), rate->date, error);
}

gboolean
way_scorecard_set_rate (WayStore *store,
                        gint64 id,
                        const WayExchangeRate *rate,
                        gint64 now_utc,
                        GError **error)
{
  g_autofree char *code = NULL;
  g_autoptr (WayStatement) s = way_statement_new (
      store, rate->rate != 0
                 ? "INSERT INTO exchange_rate (scorecard_id, currency, rate, rate_date) "
                   "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (scorecard_id, currency) "
                   "DO UPDATE SET rate = ?3, rate_date = ?4"
                 : "DELETE FROM exchange_rate WHERE scorecard_id = ?1 AND currency = ?2 "
                   "AND ?3 IS NOT NULL AND ?4 IS NOT NULL");

  if (!way_card_check_currency (rate->currency, &code, error) ||
      !check_rate (store, id, rate, code, error) ||
      !way_store_begin (store, _ ("Set Exchange Rate"), now_utc, error))
    return FALSE;
  return way_card_end (
      store, way_statement_run (s, error, "isdi", id, code, rate->rate, (gint64) rate->date),
      error);
}
