/* Offers: added, changed with their sign-on money and grants, scored. */
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/change.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* ?1: the offer, or its scorecard; ?2 … ?7: what it is; ?8 … ?22: what it pays. */
static void
bind_offer (WayStatement *s, gint64 id, const WayOffer *it, const char *currency)
{
  g_autofree char *company = way_card_line (it->company);
  g_autofree char *role = way_card_line (it->role);
  g_autofree char *place = way_card_line (it->place);
  g_autofree char *note = way_card_text (it->note);

  way_statement_bind (s, "issssss", id, company, role, place, currency,
                      way_offer_state_to_string (it->state), note);
  way_statement_bind_from (s, 7, "dddddddd", it->base,
                           isnan (it->raise_percent) ? 0 : it->raise_percent, it->bonus_amount,
                           it->bonus_percent, it->payout_low, it->payout_middle, it->payout_high,
                           isnan (it->bonus_promised) ? 0 : it->bonus_promised);
  way_statement_bind_from (s, 15, "iiddddd", (gint64) (it->no_sign_on != 0),
                           (gint64) (it->no_equity != 0), it->pension_amount, it->pension_percent,
                           it->allowance, it->commute_cost, it->commute_hours);
  if (it->deadline_date != WAY_DATE_NONE)
    way_statement_bind_from (s, 22, "i", (gint64) it->deadline_date);
}

static gboolean
insert_offer (WayStore *store,
              gint64 scorecard_id,
              const WayOffer *offer,
              const char *currency,
              gint64 now_utc,
              GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "INSERT INTO offer (scorecard_id, position, company, role, place, currency, state, note, "
      "base, raise_percent, bonus_amount, bonus_percent, payout_low, payout_middle, payout_high, "
      "bonus_promised, no_sign_on, no_equity, pension_amount, pension_percent, allowance, "
      "commute_cost, commute_hours, deadline_date, uid, created_utc) "
      "SELECT id, (SELECT coalesce (max (position) + 1, 0) FROM offer WHERE scorecard_id = ?1), "
      "?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
      "?21, ?22, ?23, ?24, ?25 FROM scorecard WHERE id = ?1");

  bind_offer (s, scorecard_id, offer, currency);
  way_statement_bind_from (s, 23, "si", uid, now_utc);
  way_statement_step (s);
  return way_card_changed (store, way_statement_finish (s, error), way_card_gone (), error);
}

static gboolean
insert_sign_on (WayStore *store, gint64 offer_id, const WayOffer *offer, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "INSERT INTO offer_sign_on (offer_id, year, amount, "
                                "clawback_months, prorated) VALUES (?1, ?2, ?3, ?4, ?5)");

  for (guint i = 0; i < offer->sign_on->len; i++)
    {
      const WaySignOnRow *it = offer->sign_on->pdata[i];
      if (!way_statement_run (s, error, "iidii", offer_id, (gint64) it->year, it->amount,
                              (gint64) it->clawback_months, (gint64) (it->prorated != 0)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_grants (WayStore *store, gint64 offer_id, const WayOffer *offer, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO offer_grant (offer_id, title, kind, low, middle, high, "
             "discount_percent, start_month, months, cliff_months, every_months, year_percents, "
             "vest_table) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");

  for (guint i = 0; i < offer->grants->len; i++)
    {
      const WayGrantRow *it = offer->grants->pdata[i];
      g_autofree char *title = way_card_line (it->title);
      g_autofree char *years = way_card_line (it->year_percents);
      g_autofree char *table = way_card_line (it->vest_table);
      if (!way_statement_run (s, error, "issddddiiiiss", offer_id, title,
                              way_grant_kind_to_string (it->kind), it->low, it->middle, it->high,
                              it->discount_percent, (gint64) it->start_month, (gint64) it->months,
                              (gint64) it->cliff_months, (gint64) it->every_months, years, table))
        return FALSE;
    }
  return TRUE;
}

gboolean
way_offer_add (WayStore *store,
               gint64 scorecard_id,
               const WayOffer *offer,
               gint64 now_utc,
               gint64 *id,
               GError **error)
{
  g_autofree char *currency = NULL;

  if (!way_offer_check (offer, &currency, error) ||
      !way_store_begin (store, _ ("Add Offer"), now_utc, error))
    return FALSE;
  gboolean ran = insert_offer (store, scorecard_id, offer, currency, now_utc, error);
  gint64 added = way_store_last_id (store);
  if (id != NULL)
    *id = ran ? added : 0;
  return way_card_end (store,
                       ran && insert_sign_on (store, added, offer, error) &&
                           insert_grants (store, added, offer, error),
                       error);
}

static gboolean
update_offer (WayStore *store, const WayOffer *offer, const char *currency, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE offer SET company = ?2, role = ?3, place = ?4, currency = ?5, state = ?6, "
             "note = ?7, base = ?8, raise_percent = ?9, bonus_amount = ?10, bonus_percent = ?11, "
             "payout_low = ?12, payout_middle = ?13, payout_high = ?14, bonus_promised = ?15, "
             "no_sign_on = ?16, no_equity = ?17, pension_amount = ?18, pension_percent = ?19, "
             "allowance = ?20, commute_cost = ?21, commute_hours = ?22, deadline_date = ?23 "
             "WHERE id = ?1");
  g_autoptr (WayStatement) sign_on =
      way_statement_new (store, "DELETE FROM offer_sign_on WHERE offer_id = ?1");
  g_autoptr (WayStatement) grants =
      way_statement_new (store, "DELETE FROM offer_grant WHERE offer_id = ?1");

  bind_offer (s, offer->id, offer, currency);
  way_statement_step (s);
  return way_card_changed (store, way_statement_finish (s, error), way_offer_gone (), error) &&
         way_statement_run (sign_on, error, "i", offer->id) &&
         way_statement_run (grants, error, "i", offer->id) &&
         insert_sign_on (store, offer->id, offer, error) &&
         insert_grants (store, offer->id, offer, error);
}

gboolean
way_offer_set (WayStore *store, const WayOffer *offer, gint64 now_utc, GError **error)
{
  g_autofree char *currency = NULL;

  if (!way_offer_check (offer, &currency, error) ||
      !way_store_begin (store, _ ("Change Offer"), now_utc, error))
    return FALSE;
  return way_card_end (store, update_offer (store, offer, currency, error), error);
}

gboolean
way_offer_set_state (WayStore *store,
                     gint64 id,
                     WayOfferState state,
                     gint64 now_utc,
                     GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE offer SET state = ?2 WHERE id = ?1 AND state <> ?2");

  if (!way_store_begin (store, _ ("Set State of Offer"), now_utc, error))
    return FALSE;
  gboolean ran = way_card_has (store, "offer", id, way_offer_gone (), error) &&
                 way_statement_run (s, error, "is", id, way_offer_state_to_string (state));
  return way_card_end (store, ran, error);
}

gboolean
way_offer_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM offer WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Offer"), now_utc, error))
    return FALSE;
  gboolean ran = way_statement_run (s, error, "i", id);
  return way_card_end (store, way_card_changed (store, ran, way_offer_gone (), error), error);
}

gboolean
way_offer_move (WayStore *store, gint64 id, gint64 before_id, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Move Offer"), now_utc, error))
    return FALSE;
  return way_card_end (
      store, way_card_move (store, "offer", id, before_id, way_offer_gone (), error), error);
}

/* Whether the criterion takes @score, of an offer of its scorecard. */
static gboolean
check_score (WayStore *store, gint64 offer_id, gint64 criterion_id, WayRange score, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT k.title, k.measure <> 'typed', k.unit = '', k.scale_low, k.scale_high "
             "FROM criterion k JOIN offer o ON o.scorecard_id = k.scorecard_id "
             "WHERE k.id = ?1 AND o.id = ?2");

  way_statement_bind (s, "ii", criterion_id, offer_id);
  gboolean found = way_statement_step (s);
  g_autofree char *title = found ? g_strdup (way_statement_text (s, 0)) : NULL;
  gboolean computed = found && way_statement_int (s, 1) != 0;
  gboolean scores = found && way_statement_int (s, 2) != 0;
  double low = found ? way_statement_double (s, 3) : 0;
  double high = found ? way_statement_double (s, 4) : 0;
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                         _ ("This offer or this criterion is no longer there."));
  if (!found || way_range_is_blank (score))
    return found;
  if (computed)
    return way_card_refuse (error, _ ("“%s” comes from what the offer pays: it is not scored."),
                            title);
  if (!scores)
    return way_card_check_number (title, score.low, -WAY_CARD_MAX_NUMBER, WAY_CARD_MAX_NUMBER,
                                  error) &&
           way_card_check_number (title, score.high, -WAY_CARD_MAX_NUMBER, WAY_CARD_MAX_NUMBER,
                                  error);
  if (score.low >= low && score.high <= high)
    return TRUE;
  return way_card_refuse (error, _ ("“%s” is scored from %.10g to %.10g."), title, low, high);
}

static gboolean
write_score (WayStore *store,
             gint64 offer_id,
             gint64 criterion_id,
             WayRange score,
             const char *note,
             GError **error)
{
  g_autofree char *text = note != NULL ? way_card_text (note) : NULL;
  g_autoptr (WayStatement) clear = way_statement_new (
      store, "DELETE FROM offer_score WHERE offer_id = ?1 AND criterion_id = ?2");
  g_autoptr (WayStatement) set = way_statement_new (
      store, "INSERT INTO offer_score (offer_id, criterion_id, low, high, note) "
             "VALUES (?1, ?2, ?3, ?4, coalesce (?5, '')) ON CONFLICT (offer_id, criterion_id) "
             "DO UPDATE SET low = ?3, high = ?4, note = coalesce (?5, note) "
             "WHERE low <> ?3 OR high <> ?4 OR note <> coalesce (?5, note)");

  if (way_range_is_blank (score))
    return way_statement_run (clear, error, "ii", offer_id, criterion_id);
  return way_statement_run (set, error, "iidds", offer_id, criterion_id, score.low, score.high,
                            text);
}

gboolean
way_offer_set_score (WayStore *store,
                     gint64 offer_id,
                     gint64 criterion_id,
                     WayRange score,
                     const char *note,
                     gint64 now_utc,
                     GError **error)
{
  gboolean blank = way_range_is_blank (score);

  if (isnan (score.low) != isnan (score.high))
    return way_card_refuse (error, _ ("A range of scores needs both of its ends."));
  if (score.low > score.high)
    return way_card_refuse (error, _ ("The lower end of a range comes first: %.10g to %.10g."),
                            score.high, score.low);
  if (!way_store_begin (store, blank ? _ ("Clear Score") : _ ("Score Offer"), now_utc, error))
    return FALSE;
  gboolean ran = check_score (store, offer_id, criterion_id, score, error) &&
                 write_score (store, offer_id, criterion_id, score, note, error);
  return way_card_end (store, ran, error);
}
