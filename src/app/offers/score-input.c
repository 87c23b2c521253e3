#include "app/offers/score-input.h"

#include "app/offers/range-text.h"
#include "app/session.h"
#include "core/offers/card-change.h"

#include <math.h>

/* A range of a weight alone means its middle; a weight alone stays in the range there is, or is exact. */
static gboolean
parse_weight (const char *text,
              const WayCriterionRow *criterion,
              double *weight,
              WayRange *range,
              GError **error)
{
  WayRange typed, old = criterion->weight_range;

  if (!way_range_parse (text, &typed, error))
    return FALSE;
  *weight = way_range_is_blank (typed) ? 0 : way_range_middle (typed);
  if (!way_range_is_exact (typed) && !way_range_is_blank (typed))
    *range = typed;
  else
    *range = *weight >= old.low && *weight <= old.high ? old : WAY_RANGE_BLANK;
  return TRUE;
}

void
way_score_input_try (WayScorecard *card, int row, int column, const char *text)
{
  WayCriterionRow *criterion = g_ptr_array_index (card->criteria, row);
  WayRange range;
  double weight;

  if (column != WAY_SCORE_INPUT_WEIGHT)
    {
      if (way_range_parse (text, &range, NULL))
        ((WayOffer *) g_ptr_array_index (card->offers, column))->scores[row] = range;
    }
  else if (parse_weight (text, criterion, &weight, &range, NULL) && weight >= 0)
    {
      criterion->weight = weight;
      criterion->weight_range = range;
    }
}

static gboolean
same_range (WayRange a, WayRange b)
{
  return (way_range_is_blank (a) && way_range_is_blank (b)) || (a.low == b.low && a.high == b.high);
}

static gboolean
set_weight (WayStore *store, const WayCriterionRow *criterion, const char *text, GError **error)
{
  WayRange range;
  double weight;

  if (!parse_weight (text, criterion, &weight, &range, error))
    return FALSE;
  if (weight == criterion->weight && same_range (range, criterion->weight_range))
    return TRUE;
  return way_criterion_set_weight (store, criterion->id, weight, range, way_session_now (), error);
}

static gboolean
set_score (WayStore *store,
           const WayOffer *offer,
           const WayCriterionRow *criterion,
           int row,
           const char *text,
           GError **error)
{
  WayRange score;

  if (!way_range_parse (text, &score, error))
    return FALSE;
  if (same_range (score, offer->scores[row]))
    return TRUE;
  return way_offer_set_score (store, offer->id, criterion->id, score, NULL, way_session_now (),
                              error);
}

gboolean
way_score_input_save (WayStore *store,
                      const WayScorecard *card,
                      int row,
                      int column,
                      const char *text,
                      GError **error)
{
  const WayCriterionRow *criterion = g_ptr_array_index (card->criteria, row);

  if (column == WAY_SCORE_INPUT_WEIGHT)
    return set_weight (store, criterion, text, error);
  return set_score (store, g_ptr_array_index (card->offers, column), criterion, row, text, error);
}
