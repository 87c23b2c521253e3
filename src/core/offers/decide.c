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

/* One that is there already stays as it is: its calendar entry, and what was found when looking back. */
static gboolean
insert_look_back (WayStatement *s, gint64 decision_id, WayDate due, gint64 now_utc, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();

  return way_statement_run (s, error, "iisi", decision_id, (gint64) due, uid, now_utc);
}

/* (element-type WayDate) of @decision, or the usual ones (transfer full). */
static GArray *
list_due_dates (const WayDecision *decision)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (WayDate));
  const WayDate usual[] = { decision->date + WAY_LOOK_BACK_SHORT_DAYS,
                            decision->date + WAY_LOOK_BACK_LONG_DAYS };

  for (guint i = 0; decision->look_backs != NULL && i < decision->look_backs->len; i++)
    {
      const WayLookBack *it = decision->look_backs->pdata[i];
      g_array_append_val (dates, it->due_date);
    }
  if (dates->len == 0)
    g_array_append_vals (dates, usual, G_N_ELEMENTS (usual));
  return dates;
}

static gboolean
has_date (const GArray *dates, WayDate date)
{
  for (guint i = 0; i < dates->len; i++)
    if (g_array_index (dates, WayDate, i) == date)
      return TRUE;
  return FALSE;
}

/* Those on days that are not wanted any more. */
static gboolean
remove_look_backs (WayStore *store, gint64 decision_id, const GArray *dates, GError **error)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (WayStatement) all =
      way_statement_new (store, "SELECT id, due_date FROM look_back WHERE decision_id = ?1");
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM look_back WHERE id = ?1");

  way_statement_bind (all, "i", decision_id);
  while (way_statement_step (all))
    {
      gint64 id = way_statement_int (all, 0);
      if (!has_date (dates, (WayDate) way_statement_int (all, 1)))
        g_array_append_val (gone, id);
    }
  gboolean ran = way_statement_finish (all, error);
  for (guint i = 0; ran && i < gone->len; i++)
    ran = way_statement_run (s, error, "i", g_array_index (gone, gint64, i));
  return ran;
}

static gboolean
write_look_backs (WayStore *store,
                  gint64 decision_id,
                  const WayDecision *decision,
                  gint64 now_utc,
                  GError **error)
{
  g_autoptr (GArray) dates = list_due_dates (decision);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO look_back (decision_id, due_date, uid, created_utc) "
             "SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS "
             "(SELECT 1 FROM look_back WHERE decision_id = ?1 AND due_date = ?2)");
  gboolean ran = remove_look_backs (store, decision_id, dates, error);

  for (guint i = 0; ran && i < dates->len; i++)
    ran = insert_look_back (s, decision_id, g_array_index (dates, WayDate, i), now_utc, error);
  return ran;
}

/* @id: (out): 0 when there is none */
static gboolean
find_decision (WayStore *store, gint64 scorecard_id, gint64 *id, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT id FROM decision WHERE scorecard_id = ?1");

  way_statement_bind (s, "i", scorecard_id);
  *id = way_statement_step (s) ? way_statement_int (s, 0) : 0;
  return way_statement_finish (s, error);
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
  g_autoptr (WayStatement) insert = way_statement_new (
      store, "INSERT INTO decision (scorecard_id, offer_id, decided_date, reason, expectations) "
             "VALUES (?1, nullif (?2, 0), ?3, ?4, ?5)");
  g_autoptr (WayStatement) update = way_statement_new (
      store, "UPDATE decision SET offer_id = nullif (?2, 0), decided_date = ?3, reason = ?4, "
             "expectations = ?5 WHERE scorecard_id = ?1");
  gint64 id;

  if (!find_decision (store, scorecard_id, &id, error) ||
      !way_statement_run (id == 0 ? insert : update, error, "iiiss", scorecard_id,
                          decision->offer_id, (gint64) decision->date, reason, expectations))
    return FALSE;
  return write_look_backs (store, id == 0 ? way_store_last_id (store) : id, decision, now_utc,
                           error);
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
