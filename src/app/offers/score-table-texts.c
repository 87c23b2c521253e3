#include "app/offers/score-table-texts.h"

#include "app/offers/offer-words.h"
#include "app/offers/range-text.h"

#include <glib/gi18n.h>

/* What the values of the criterion are, and what they must be (transfer full). */
static char *
describe (const WayScorecard *card, const WayCriterionRow *it)
{
  g_autofree char *must = way_criterion_must_text (it);
  g_autofree char *scale = way_range_text (it->scale, 2);
  const char *unit = it->measure == WAY_MEASURE_COMMUTE ? _ ("hours a year")
                     : way_criterion_is_money (it)      ? card->currency
                     : *it->unit != '\0'                ? it->unit
                                                        : scale;

  if (must != NULL)
    /* Translators: a condition that an offer has to meet: "Must be at least 3" */
    return g_strdup_printf (_ ("Must be %s"), must);
  if (it->less_is_better)
    /* Translators: a unit, such as "hours a year". */
    return g_strdup_printf (_ ("%s, less is better"), unit);
  return g_strdup (unit);
}

void
way_table_set_title (const WayTableData *data, guint criterion, WayScoreCell *cell)
{
  const WayCriterionRow *it = g_ptr_array_index (data->card->criteria, criterion);
  g_autofree char *text = describe (data->card, it);
  g_autofree char *tooltip =
      *it->note != '\0' ? g_strdup_printf ("%s\n%s", it->title, it->note) : g_strdup (it->title);

  way_score_cell_set (cell, &(WayCellTexts) { .text = it->title,
                                              .small = text,
                                              .edit = "",
                                              .name = it->title,
                                              .tooltip = tooltip,
                                              .flags = WAY_CELL_TITLE | WAY_CELL_READ_ONLY });
}

/* "23 %", "23 %, 20 – 40" (transfer full). */
static char *
share_text (const WayTableData *data, const WayCriterionRow *it, guint criterion)
{
  const WayRanking *ranking = data->comparison->ranking;
  g_autofree char *share =
      ranking != NULL ? way_points_text (ranking->shares[criterion], 0) : g_strdup ("");
  g_autofree char *range = way_range_text (it->weight_range, 1);

  if (data->card->any_weights)
    return g_strdup (_ ("any"));
  if (ranking == NULL)
    return g_steal_pointer (&range);
  if (*range != '\0')
    /* Translators: a share in percent, and the lowest and highest weight: "23 %, 20 – 40" */
    return g_strdup_printf (_ ("%s %%, %s"), share, range);
  /* Translators: a share in percent. */
  return g_strdup_printf (_ ("%s %%"), share);
}

void
way_table_set_weight (const WayTableData *data, guint criterion, WayScoreCell *cell)
{
  const WayCriterionRow *it = g_ptr_array_index (data->card->criteria, criterion);
  WayRange weight = { it->weight, it->weight };
  g_autofree char *text = way_range_text (weight, 1);
  g_autofree char *edit = way_range_edit_text (weight);
  g_autofree char *share = share_text (data, it, criterion);
  /* Translators: a criterion */
  g_autofree char *name = g_strdup_printf (_ ("Weight of %s"), it->title);

  way_score_cell_set (cell,
                      &(WayCellTexts) { .text = text, .small = share, .edit = edit, .name = name });
}

/* What the score adds to the total, and why it does not. */
static char *
contribution_text (const WayTableData *data, guint criterion, guint offer, WayCellFlags *flags)
{
  int at = way_comparison_rank_index (data->comparison, offer);

  if (at < 0)
    return g_strdup ("");
  const WayRankedOffer *it = &data->comparison->ranking->offers[at];
  if (it->musts[criterion] == WAY_MUST_MISSED)
    {
      *flags |= WAY_CELL_WRONG;
      return g_strdup (_ ("must-have missed"));
    }
  if (it->musts[criterion] == WAY_MUST_OPEN)
    return g_strdup (_ ("must-have open"));
  g_autofree char *points = way_points_range_text (it->contributions[criterion], 1);
  /* Translators: points that a score adds to the total. */
  return g_strdup_printf (_ ("adds %s"), points);
}

static void
set_hidden (const char *name, WayScoreCell *cell)
{
  way_score_cell_set (cell, &(WayCellTexts) { .text = _ ("Hidden"),
                                              .small = _ ("until all is scored"),
                                              .edit = "",
                                              .name = name,
                                              .flags = WAY_CELL_READ_ONLY | WAY_CELL_DIM });
}

void
way_table_set_score (const WayTableData *data, guint criterion, guint offer, WayScoreCell *cell)
{
  const WayCriterionRow *it = g_ptr_array_index (data->card->criteria, criterion);
  const WayOffer *whose = g_ptr_array_index (data->card->offers, offer);
  WayRange score = data->comparison->offers[offer].scores[criterion];
  gboolean typed = it->measure == WAY_MEASURE_TYPED;
  WayCellFlags flags = typed ? 0 : WAY_CELL_READ_ONLY;
  g_autofree char *company = way_offer_name (data->card, offer);
  /* Translators: an offer, and a criterion: the name of a cell of a table */
  g_autofree char *name = g_strdup_printf (_ ("%s, %s"), company, it->title);
  g_autofree char *value = way_range_text (score, way_criterion_decimals (it));
  g_autofree char *with_unit = *value != '\0' && typed && *it->unit != '\0'
                                   /* Translators: a value, and its unit: "45 min" */
                                   ? g_strdup_printf (_ ("%s %s"), value, it->unit)
                                   : g_strdup (value);
  g_autofree char *edit = way_range_edit_text (score);

  if (data->hides_money && way_criterion_is_money (it))
    {
      set_hidden (name, cell);
      return;
    }
  g_autofree char *adds = contribution_text (data, criterion, offer, &flags);
  const char *note = whose->score_notes != NULL ? whose->score_notes[criterion] : NULL;
  way_score_cell_set (cell,
                      &(WayCellTexts) { .text = with_unit,
                                        .small = *value != '\0' || typed ? adds : _ ("not known"),
                                        .edit = edit,
                                        .name = name,
                                        .tooltip = note != NULL && *note != '\0' ? note : NULL,
                                        .flags = flags });
}
