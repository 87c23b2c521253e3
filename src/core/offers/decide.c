/* A decision: written down with its reason and what is expected of it, and days to look back on it. */
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/change.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static gboolean
check_decision (const WayDecision *decision, const char *reason, GError **error)
{
  if (*reason == '\0')
    return way_card_refuse (error,
                            _ ("A decision needs its reason: later it tells whether it was a "
                               "good one."));
  if (!way_card_check_date (_ ("Day of the decision"), decision->date, error))
    return FALSE;
  for (guint i = 0; decision->look_backs != NULL && i < decision->look_backs->len; i++)
    {
      const WayLookBack *it = decision->look_backs->pdata[i];
      if (!way_card_check_date (_ ("Day to look back"), it->due_date, error))
        return FALSE;
      if (it->due_date <= decision->date)
        return way_card_refuse (error,
                                _ ("A day to look back comes after the day of the decision."));
    }
  return TRUE;
}

/* The offer must be of the scorecard; 0 is none of them. */
static gboolean
check_offer (WayStore *store, gint64 scorecard_id, gint64 offer_id, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT 1 FROM offer WHERE id = ?1 AND scorecard_id = ?2");

  if (!way_card_has (store, "scorecard", scorecard_id, way_card_gone (), error))
    return FALSE;
  if (offer_id == 0)
    return TRUE;
  way_statement_bind (s, "ii", offer_id, scorecard_id);
  gboolean found = way_statement_step (s);
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, way_offer_gone ());
  return found;
}

/* The offer of an earlier decision is one of those that were offered again. */
static gboolean
set_states (WayStore *store, gint64 scorecard_id, gint64 chosen, gboolean decline, GError **error)
{
  g_autoptr (WayStatement) earlier = way_statement_new (
      store, "UPDATE offer SET state = 'offered' WHERE state = 'accepted' AND id <> ?2 "
             "AND id = (SELECT offer_id FROM decision WHERE scorecard_id = ?1)");
  g_autoptr (WayStatement) others = way_statement_new (
      store, "UPDATE offer SET state = 'declined' WHERE scorecard_id = ?1 AND id <> ?2 "
             "AND state = 'offered'");
  g_autoptr (WayStatement) taken = way_statement_new (
      store, "UPDATE offer SET state = 'accepted' WHERE id = ?1 AND state <> 'accepted'");

  return way_statement_run (earlier, error, "ii", scorecard_id, chosen) &&
         (!decline || way_statement_run (others, error, "ii", scorecard_id, chosen)) &&
         way_statement_run (taken, error, "i", chosen);
}

static gboolean
insert_look_back (WayStatement *s, gint64 decision_id, WayDate due, gint64 now_utc, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();

  return way_statement_run (s, error, "iisi", decision_id, (gint64) due, uid, now_utc);
}

static gboolean
insert_look_backs (WayStore *store,
                   gint64 decision_id,
                   const WayDecision *decision,
                   gint64 now_utc,
                   GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "INSERT INTO look_back (decision_id, due_date, uid, created_utc) "
                                "VALUES (?1, ?2, ?3, ?4)");

  if (decision->look_backs == NULL || decision->look_backs->len == 0)
    return insert_look_back (s, decision_id, decision->date + WAY_LOOK_BACK_SHORT_DAYS, now_utc,
                             error) &&
           insert_look_back (s, decision_id, decision->date + WAY_LOOK_BACK_LONG_DAYS, now_utc,
                             error);
  for (guint i = 0; i < decision->look_backs->len; i++)
    {
      const WayLookBack *it = decision->look_backs->pdata[i];
      if (!insert_look_back (s, decision_id, it->due_date, now_utc, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_decision (WayStore *store,
                gint64 scorecard_id,
                const WayDecision *decision,
                const char *reason,
                gint64 now_utc,
                GError **error)
{
  g_autofree char *expectations = way_card_text (decision->expectations);
  g_autoptr (WayStatement) old =
      way_statement_new (store, "DELETE FROM decision WHERE scorecard_id = ?1");
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO decision (scorecard_id, offer_id, decided_date, reason, expectations) "
             "VALUES (?1, nullif (?2, 0), ?3, ?4, ?5)");

  return way_statement_run (old, error, "i", scorecard_id) &&
         way_statement_run (s, error, "iiiss", scorecard_id, decision->offer_id,
                            (gint64) decision->date, reason, expectations) &&
         insert_look_backs (store, way_store_last_id (store), decision, now_utc, error);
}

gboolean
way_scorecard_decide (WayStore *store,
                      gint64 scorecard_id,
                      const WayDecision *decision,
                      gboolean decline_others,
                      gint64 now_utc,
                      GError **error)
{
  g_autofree char *reason = way_card_text (decision->reason);

  if (!check_decision (decision, reason, error) ||
      !way_store_begin (store, _ ("Decide"), now_utc, error))
    return FALSE;
  gboolean ran = check_offer (store, scorecard_id, decision->offer_id, error) &&
                 set_states (store, scorecard_id, decision->offer_id, decline_others, error) &&
                 write_decision (store, scorecard_id, decision, reason, now_utc, error);
  return way_card_end (store, ran, error);
}

gboolean
way_scorecard_undecide (WayStore *store, gint64 scorecard_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "DELETE FROM decision WHERE scorecard_id = ?1");

  if (!way_store_begin (store, _ ("Withdraw Decision"), now_utc, error))
    return FALSE;
  gboolean ran = way_statement_run (s, error, "i", scorecard_id);
  return way_card_end (
      store,
      way_card_changed (store, ran, _ ("There is no decision that could be withdrawn."), error),
      error);
}

gboolean
way_look_back_set (WayStore *store,
                   gint64 id,
                   WayDate done_date,
                   const char *note,
                   gint64 now_utc,
                   GError **error)
{
  g_autofree char *text = note != NULL ? way_card_text (note) : NULL;
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE look_back SET note = coalesce (?2, note), done_date = ?3 WHERE id = ?1");

  if ((done_date != WAY_DATE_NONE &&
       !way_card_check_date (_ ("Day of looking back"), done_date, error)) ||
      !way_store_begin (store, _ ("Look Back"), now_utc, error))
    return FALSE;
  way_statement_bind (s, "is", id, text);
  if (done_date != WAY_DATE_NONE)
    way_statement_bind_from (s, 2, "i", (gint64) done_date);
  way_statement_step (s);
  gboolean ran = way_statement_finish (s, error);
  return way_card_end (
      store, way_card_changed (store, ran, _ ("This day to look back is no longer there."), error),
      error);
}
