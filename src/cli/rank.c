/* The ranking as JSON. */
#include "cli/cli.h"
#include "cli/offers.h"

/* Of totals, weights and shares of samples. */
#define DECIMALS 9

static void
add_range (JsonBuilder *b, const char *name, WayRange range)
{
  if (way_range_is_exact (range))
    {
      way_cli_json_number (b, name, range.low, DECIMALS);
      return;
    }
  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
  way_cli_json_number (b, NULL, range.low, DECIMALS);
  way_cli_json_number (b, NULL, range.high, DECIMALS);
  json_builder_end_array (b);
}

static void
begin_list (JsonBuilder *b, const char *name)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
}

/* Weights or shares by the criteria's ids. */
static void
add_by_criterion (JsonBuilder *b, const char *name, const WayOffersInput *input, const double *of)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_object (b);
  for (guint c = 0; c < input->in.n_criteria; c++)
    way_cli_json_number (b, input->in.criteria[c].id, of[c], DECIMALS);
  json_builder_end_object (b);
}

static void
add_total (JsonBuilder *b, const WayOffersInput *input, const WayRankedOffer *it, guint offer)
{
  const WayRange *scores = input->in.scores + (gsize) offer * input->in.n_criteria;

  add_range (b, "total", it->total);
  json_builder_set_member_name (b, "contributions");
  json_builder_begin_object (b);
  for (guint c = 0; c < input->in.n_criteria; c++)
    add_range (b, input->in.criteria[c].id, it->contributions[c]);
  json_builder_end_object (b);
  begin_list (b, "missing");
  for (guint c = 0; c < input->in.n_criteria; c++)
    if (way_range_is_blank (scores[c]))
      json_builder_add_string_value (b, input->in.criteria[c].id);
  json_builder_end_array (b);
}

static void
add_musts (JsonBuilder *b,
           const char *name,
           const WayOffersInput *input,
           const WayRankedOffer *it,
           WayMust must)
{
  begin_list (b, name);
  for (guint c = 0; c < input->in.n_criteria; c++)
    if (it->musts[c] == must)
      json_builder_add_string_value (b, input->in.criteria[c].id);
  json_builder_end_array (b);
}

static void
add_acceptability (JsonBuilder *b, const WayRanking *ranking, const WayRankedOffer *it)
{
  begin_list (b, "acceptability");
  for (guint r = 0; r < ranking->n_ranked; r++)
    way_cli_json_number (b, NULL, it->acceptability[r], DECIMALS);
  json_builder_end_array (b);
  begin_list (b, "standard_error");
  for (guint r = 0; r < ranking->n_ranked; r++)
    way_cli_json_number (b, NULL, way_rank_standard_error (it->acceptability[r], ranking->samples),
                         DECIMALS);
  json_builder_end_array (b);
}

static void
add_central (JsonBuilder *b, const WayOffersInput *input, const WayRankedOffer *it)
{
  if (it->is_ever_first)
    {
      add_by_criterion (b, "central_weights", input, it->central);
      way_cli_json_number (b, "confidence", it->confidence, DECIMALS);
      way_cli_json_number (b, "confidence_error",
                           way_rank_standard_error (it->confidence, it->confidence_from), DECIMALS);
      return;
    }
  json_builder_set_member_name (b, "central_weights");
  json_builder_add_null_value (b);
  json_builder_set_member_name (b, "confidence");
  json_builder_add_null_value (b);
  json_builder_set_member_name (b, "confidence_error");
  json_builder_add_null_value (b);
}

static void
add_offer (JsonBuilder *b, const WayOffersInput *input, const WayRanking *ranking, guint offer)
{
  const WayRankedOffer *it = &ranking->offers[offer];

  json_builder_begin_object (b);
  way_cli_json_string (b, "id", input->offers->pdata[offer]);
  add_total (b, input, it, offer);
  way_cli_json_bool (b, "vetoed", it->vetoed);
  add_musts (b, "must_missed", input, it, WAY_MUST_MISSED);
  add_musts (b, "must_open", input, it, WAY_MUST_OPEN);
  begin_list (b, "dominated_by");
  for (guint o = 0; o < ranking->n_offers; o++)
    if (it->dominated_by[o])
      json_builder_add_string_value (b, input->offers->pdata[o]);
  json_builder_end_array (b);
  add_acceptability (b, ranking, it);
  add_central (b, input, it);
  json_builder_end_object (b);
}

static void
add_flip (JsonBuilder *b, const WayOffersInput *input, const WayFlip *flip)
{
  json_builder_set_member_name (b, "flip");
  if (flip->criterion < 0)
    {
      json_builder_add_null_value (b);
      return;
    }
  json_builder_begin_object (b);
  way_cli_json_string (b, "criterion", input->in.criteria[flip->criterion].id);
  way_cli_json_number (b, "from", flip->from, DECIMALS);
  way_cli_json_number (b, "to", flip->to, DECIMALS);
  way_cli_json_number (b, "change", flip->to - flip->from, DECIMALS);
  way_cli_json_number (b, "to_weight", flip->points, DECIMALS);
  way_cli_json_string (b, "winner", input->offers->pdata[flip->offer]);
  json_builder_end_object (b);
}

/* The id of an offer, or null. */
static void
add_name (JsonBuilder *b, const char *name, const WayOffersInput *input, int offer)
{
  json_builder_set_member_name (b, name);
  if (offer >= 0)
    json_builder_add_string_value (b, input->offers->pdata[offer]);
  else
    json_builder_add_null_value (b);
}

static void
add_verdict (JsonBuilder *b, const WayOffersInput *input, const WayRanking *ranking)
{
  static const char *const words[] = { NULL, "vetoed", "must_open", "close", "weights" };
  gboolean clear = ranking->unclear == WAY_CLEAR;
  double share = ranking->leader >= 0 ? ranking->offers[ranking->leader].acceptability[0] : 0;

  add_name (b, "leader", input, ranking->leader);
  add_name (b, "winner", input, clear ? ranking->leader : -1);
  json_builder_set_member_name (b, "unclear");
  if (clear)
    json_builder_add_null_value (b);
  else
    json_builder_add_string_value (b, words[ranking->unclear]);
  way_cli_json_number (b, "margin", ranking->lead, DECIMALS);
  way_cli_json_number (b, "margin_needed", input->in.lead_needed, DECIMALS);
  way_cli_json_number (b, "share", share, DECIMALS);
  way_cli_json_number (b, "share_needed", input->in.share_needed, DECIMALS);
}

void
way_offers_print_ranking (const WayOffersInput *input, const WayRanking *ranking)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  add_by_criterion (b, "weights", input, ranking->shares);
  begin_list (b, "offers");
  for (guint o = 0; o < ranking->n_offers; o++)
    add_offer (b, input, ranking, o);
  json_builder_end_array (b);
  add_flip (b, input, &ranking->flip);
  add_verdict (b, input, ranking);
  way_cli_json_int (b, "samples", ranking->samples);
  way_cli_json_int (b, "seed", (gint64) input->in.seed);
  json_builder_end_object (b);
  way_cli_print_json (b);
}
