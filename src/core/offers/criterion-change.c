/* What offers are compared by: criteria and their weights. Behind the lock each weight that comes, goes or changes is
 * written down in the same action. */
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/change.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* @old_weight, @new_weight: NAN for none. */
static gboolean
log_change (WayStore *store,
            gint64 criterion_id,
            double old_weight,
            double new_weight,
            gint64 now_utc,
            GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "INSERT INTO weight_change (scorecard_id, criterion, old_weight, new_weight, changed_utc) "
      "SELECT c.id, k.title, ?2, ?3, ?4 FROM criterion k JOIN scorecard c ON c.id = k.scorecard_id "
      "WHERE k.id = ?1 AND c.locked_utc IS NOT NULL");

  return old_weight == new_weight ||
         way_statement_run (s, error, "iddi", criterion_id, old_weight, new_weight, now_utc);
}

/* The weight as it is stored; %FALSE with @error when the criterion is gone. */
static gboolean
read_weight (WayStore *store, gint64 id, double *weight, WayRange *range, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT weight, weight_low, weight_high FROM criterion WHERE id = ?1");

  way_statement_bind (s, "i", id);
  gboolean found = way_statement_step (s);
  if (found)
    {
      *weight = way_statement_double (s, 0);
      *range = way_statement_is_null (s, 1) || way_statement_is_null (s, 2)
                   ? WAY_RANGE_BLANK
                   : (WayRange) { way_statement_double (s, 1), way_statement_double (s, 2) };
    }
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, way_criterion_gone ());
  return found;
}

static gboolean
check_weight (double weight, WayRange range, GError **error)
{
  if (!way_card_check_number (_ ("Weight"), weight, 0, WAY_CARD_MAX_NUMBER, error))
    return FALSE;
  if (isnan (range.low) && isnan (range.high))
    return TRUE;
  if (!way_card_check_number (_ ("Least weight"), range.low, 0, WAY_CARD_MAX_NUMBER, error) ||
      !way_card_check_number (_ ("Largest weight"), range.high, 0, WAY_CARD_MAX_NUMBER, error))
    return FALSE;
  if (range.low <= weight && weight <= range.high)
    return TRUE;
  return way_card_refuse (error,
                          _ ("The weight of %.10g does not lie in its range, %.10g to %.10g."),
                          weight, range.low, range.high);
}

static gboolean
check_criterion (const WayCriterionRow *it, const char *title, GError **error)
{
  double most = WAY_CARD_MAX_NUMBER;

  if (*title == '\0')
    return way_card_refuse (error, _ ("A criterion needs a title."));
  if (!check_weight (it->weight, it->weight_range, error) ||
      !way_card_check_number (_ ("Lowest value"), it->scale.low, -most, most, error) ||
      !way_card_check_number (_ ("Highest value"), it->scale.high, -most, most, error) ||
      !way_card_check_known (_ ("Must be at least"), it->must_at_least, -most, most, error) ||
      !way_card_check_known (_ ("Must be at most"), it->must_at_most, -most, most, error))
    return FALSE;
  if (!(it->scale.low < it->scale.high))
    return way_card_refuse (error,
                            _ ("The lowest value, %.10g, must be below the highest, %.10g. Where "
                               "less is better, say so instead."),
                            it->scale.low, it->scale.high);
  if (it->must_at_least > it->must_at_most)
    return way_card_refuse (error, _ ("Nothing is at least %.10g and at most %.10g."),
                            it->must_at_least, it->must_at_most);
  return TRUE;
}

/* ?1 … ?12: the columns of both statements below. */
static void
bind_criterion (WayStatement *s, gint64 id, const WayCriterionRow *it, const char *title)
{
  g_autofree char *note = way_card_text (it->note);
  g_autofree char *unit = way_card_line (it->unit);

  way_statement_bind (s, "issddddd", id, title, note, it->weight, it->weight_range.low,
                      it->weight_range.high, it->scale.low, it->scale.high);
  way_statement_bind_from (s, 8, "sidds", unit, (gint64) (it->less_is_better != 0),
                           it->must_at_least, it->must_at_most,
                           way_measure_to_string (it->measure));
}

gboolean
way_criterion_insert (WayStore *store,
                      gint64 scorecard_id,
                      const WayCriterionRow *criterion,
                      gint64 now_utc,
                      gint64 *id,
                      GError **error)
{
  g_autofree char *title = way_card_line (criterion->title);
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "INSERT INTO criterion (scorecard_id, position, title, note, weight, weight_low, "
      "weight_high, scale_low, scale_high, unit, less_is_better, must_at_least, must_at_most, "
      "measure) SELECT id, (SELECT coalesce (max (position) + 1, 0) FROM criterion "
      "WHERE scorecard_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13 "
      "FROM scorecard WHERE id = ?1");

  bind_criterion (s, scorecard_id, criterion, title);
  way_statement_step (s);
  if (!way_card_changed (store, way_statement_finish (s, error), way_card_gone (), error))
    return FALSE;
  gint64 added = way_store_last_id (store);
  if (id != NULL)
    *id = added;
  return log_change (store, added, NAN, criterion->weight, now_utc, error);
}

gboolean
way_criterion_add (WayStore *store,
                   gint64 scorecard_id,
                   const WayCriterionRow *criterion,
                   gint64 now_utc,
                   gint64 *id,
                   GError **error)
{
  g_autofree char *title = way_card_line (criterion->title);

  if (!check_criterion (criterion, title, error) ||
      !way_store_begin (store, _ ("Add Criterion"), now_utc, error))
    return FALSE;
  return way_card_end (
      store, way_criterion_insert (store, scorecard_id, criterion, now_utc, id, error), error);
}

/* Scores that were typed must fit the scale when they are scores. */
static gboolean
check_scores (WayStore *store, const WayCriterionRow *it, GError **error)
{
  g_autofree char *unit = way_card_line (it->unit);
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "SELECT o.company FROM offer_score s JOIN offer o ON o.id = s.offer_id "
      "WHERE s.criterion_id = ?1 AND (s.low < ?2 OR s.high > ?3) ORDER BY o.position LIMIT 1");

  if (*unit != '\0' || it->measure != WAY_MEASURE_TYPED)
    return TRUE;
  way_statement_bind (s, "idd", it->id, it->scale.low, it->scale.high);
  g_autofree char *company = way_statement_step (s) ? g_strdup (way_statement_text (s, 0)) : NULL;
  if (!way_statement_finish (s, error))
    return FALSE;
  return company == NULL ||
         way_card_refuse (error,
                          _ ("%s has a score that lies outside of %.10g to %.10g. Change that "
                             "score first."),
                          company, it->scale.low, it->scale.high);
}

static gboolean
update_criterion (WayStore *store,
                  const WayCriterionRow *criterion,
                  const char *title,
                  gint64 now_utc,
                  GError **error)
{
  WayRange range;
  double weight;
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE criterion SET title = ?2, note = ?3, weight = ?4, weight_low = ?5, "
             "weight_high = ?6, scale_low = ?7, scale_high = ?8, unit = ?9, less_is_better = ?10, "
             "must_at_least = ?11, must_at_most = ?12, measure = ?13 WHERE id = ?1");

  if (!read_weight (store, criterion->id, &weight, &range, error) ||
      !check_scores (store, criterion, error))
    return FALSE;
  bind_criterion (s, criterion->id, criterion, title);
  way_statement_step (s);
  return way_statement_finish (s, error) &&
         log_change (store, criterion->id, weight, criterion->weight, now_utc, error);
}

gboolean
way_criterion_set (WayStore *store,
                   const WayCriterionRow *criterion,
                   gint64 now_utc,
                   GError **error)
{
  g_autofree char *title = way_card_line (criterion->title);

  if (!check_criterion (criterion, title, error) ||
      !way_store_begin (store, _ ("Change Criterion"), now_utc, error))
    return FALSE;
  return way_card_end (store, update_criterion (store, criterion, title, now_utc, error), error);
}

gboolean
way_criterion_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  WayRange range;
  double weight;
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM criterion WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Criterion"), now_utc, error))
    return FALSE;
  gboolean ran = read_weight (store, id, &weight, &range, error) &&
                 log_change (store, id, weight, NAN, now_utc, error) &&
                 way_statement_run (s, error, "i", id);
  return way_card_end (store, ran, error);
}

gboolean
way_criterion_move (WayStore *store, gint64 id, gint64 before_id, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Move Criterion"), now_utc, error))
    return FALSE;
  return way_card_end (
      store, way_card_move (store, "criterion", id, before_id, way_criterion_gone (), error),
      error);
}

static gboolean
same_range (WayRange a, WayRange b)
{
  return (way_range_is_blank (a) && way_range_is_blank (b)) || (a.low == b.low && a.high == b.high);
}

/* Within an action; a weight that is the same already is left alone. */
static gboolean
write_weight (WayStore *store,
              gint64 id,
              double weight,
              WayRange range,
              gint64 now_utc,
              GError **error)
{
  WayRange old_range;
  double old_weight;
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE criterion SET weight = ?2, weight_low = ?3, weight_high = ?4 WHERE id = ?1");

  if (!read_weight (store, id, &old_weight, &old_range, error))
    return FALSE;
  if (old_weight == weight && same_range (old_range, range))
    return TRUE;
  return way_statement_run (s, error, "iddd", id, weight, range.low, range.high) &&
         log_change (store, id, old_weight, weight, now_utc, error);
}

gboolean
way_criterion_set_weight (WayStore *store,
                          gint64 id,
                          double weight,
                          WayRange range,
                          gint64 now_utc,
                          GError **error)
{
  if (!check_weight (weight, range, error) ||
      !way_store_begin (store, _ ("Set Weight"), now_utc, error))
    return FALSE;
  return way_card_end (store, write_weight (store, id, weight, range, now_utc, error), error);
}

/* A range that does not hold the new weight says nothing of it. */
static gboolean
write_weights (WayStore *store,
               const gint64 *ids,
               const double *weights,
               guint n,
               gint64 now_utc,
               GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      WayRange range;
      double old_weight;
      if (!read_weight (store, ids[i], &old_weight, &range, error))
        return FALSE;
      if (!(range.low <= weights[i] && weights[i] <= range.high))
        range = WAY_RANGE_BLANK;
      if (!write_weight (store, ids[i], weights[i], range, now_utc, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
way_criteria_set_weights (WayStore *store,
                          const gint64 *ids,
                          const double *weights,
                          guint n,
                          gint64 now_utc,
                          GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!check_weight (weights[i], WAY_RANGE_BLANK, error))
      return FALSE;
  if (!way_store_begin (store, _ ("Set Weights"), now_utc, error))
    return FALSE;
  return way_card_end (store, write_weights (store, ids, weights, n, now_utc, error), error);
}
