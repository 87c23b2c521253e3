#include "core/review/offer-days.h"

#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

const char *
way_offer_day_kind_to_string (WayOfferDayKind kind)
{
  return kind == WAY_OFFER_DAY_ANSWER ? "answer" : "look-back";
}

void
way_offer_day_free (WayOfferDay *day)
{
  if (day == NULL)
    return;
  g_free (day->title);
  g_free (day);
}

static WayOfferDay *
read_day (WayStatement *s)
{
  WayOfferDay *day = g_new0 (WayOfferDay, 1);
  const char *name = way_statement_text (s, 4);

  day->kind = (WayOfferDayKind) way_statement_int (s, 0);
  day->id = way_statement_int (s, 1);
  day->scorecard_id = way_statement_int (s, 2);
  day->due_date = way_statement_date (s, 3);
  if (day->kind == WAY_OFFER_DAY_ANSWER)
    /* Translators: a company, whose offer is open until this day */
    day->title = g_strdup_printf (_ ("Answer to %s"), name);
  else
    /* Translators: the title of a scorecard */
    day->title = g_strdup_printf (_ ("Look back on the decision: %s"), name);
  return day;
}

GPtrArray *
way_offer_days_load (WayStore *store, WayDate until_date, GError **error)
{
  g_autoptr (GPtrArray) days = g_ptr_array_new_with_free_func ((GDestroyNotify) way_offer_day_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT 0 AS kind, id, scorecard_id, deadline_date AS due, company FROM offer "
             "WHERE deadline_date <= ?1 AND state IN ('applied', 'interviewing', 'offered') "
             "UNION ALL SELECT 1, l.id, d.scorecard_id, l.due_date, c.title FROM look_back l "
             "JOIN decision d ON d.id = l.decision_id JOIN scorecard c ON c.id = d.scorecard_id "
             "WHERE l.due_date <= ?1 AND l.done_date IS NULL ORDER BY due, kind, id");

  way_statement_bind (s, "i", (gint64) until_date);
  while (way_statement_step (s))
    g_ptr_array_add (days, read_day (s));
  return way_statement_finish (s, error) ? g_steal_pointer (&days) : NULL;
}
