#include "core/planner/wish.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

gboolean
way_plan_wish_is_empty (const WayPlanWish *wish)
{
  return wish->release_date == WAY_DATE_NONE && wish->due_date == WAY_DATE_NONE;
}

const char *
way_plan_wish_name (const WayPlanWish *wish)
{
  return way_plan_wish_is_empty (wish) ? _ ("Back to the Plan's Dates") : _ ("Move Phase");
}

static gboolean
is_possible (WayDate date)
{
  int year, month, day;

  if (date == WAY_DATE_NONE)
    return TRUE;
  way_date_to_ymd (date, &year, &month, &day);
  return way_date_is_valid_ymd (year, month, day);
}

static gboolean
check (const WayPlanWish *wish, gboolean ongoing, GError **error)
{
  gboolean both = wish->release_date != WAY_DATE_NONE && wish->due_date != WAY_DATE_NONE;

  if (ongoing && wish->due_date != WAY_DATE_NONE)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("An ongoing phase has no end, so it cannot be due."));
  else if (!is_possible (wish->release_date) || !is_possible (wish->due_date))
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("A phase lies in the years from %d to %d."), WAY_DATE_MIN_YEAR,
                 WAY_DATE_MAX_YEAR);
  else if (both && wish->due_date < wish->release_date)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("The phase would be due before its first day."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
complain_of_phase (GError **error)
{
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This phase is no longer in the plan."));
  return FALSE;
}

gboolean
way_plan_wish_use (const WayPlanWish *wish, WayPlanFacts *facts, GError **error)
{
  for (guint g = 0; g < facts->guides->len; g++)
    {
      const WayWorkGuide *guide = g_ptr_array_index (facts->guides, g);
      for (guint i = 0; i < guide->phases->len; i++)
        {
          WayWorkPhase *phase = g_ptr_array_index (guide->phases, i);
          if (phase->id != wish->phase_id)
            continue;
          phase->release_date = wish->release_date;
          phase->due_date = wish->due_date;
          return check (wish, phase->ongoing, error);
        }
    }
  return complain_of_phase (error);
}

/* Inside an action. */
static gboolean
update_phase (const WayPlanWish *wish, WayStore *store, GError **error)
{
  g_autoptr (WayStatement) find =
      way_statement_new (store, "SELECT p.ongoing FROM phase p JOIN plan_guide f "
                                "ON f.guide_id = p.guide_id WHERE p.id = ?1");
  g_autoptr (WayStatement) update =
      way_statement_new (store, "UPDATE phase SET release_date = nullif (?1, -2147483648), "
                                "due_date = nullif (?2, -2147483648) WHERE id = ?3");

  way_statement_bind (find, "i", wish->phase_id);
  gboolean found = way_statement_step (find);
  gboolean ongoing = found && way_statement_int (find, 0) != 0;
  if (!way_statement_finish (find, error))
    return FALSE;
  return (found || complain_of_phase (error)) && check (wish, ongoing, error) &&
         way_statement_run (update, error, "iii", (gint64) wish->release_date,
                            (gint64) wish->due_date, wish->phase_id);
}

gboolean
way_plan_wish_store (const WayPlanWish *wish, WayStore *store, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, way_plan_wish_name (wish), now_utc, error))
    return FALSE;
  if (update_phase (wish, store, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}
