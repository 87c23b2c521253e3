/* The years of an offer as JSON. */
#include "cli/cli.h"
#include "cli/offers.h"

#include <math.h>

/* Of money. */
#define DECIMALS 2

/* The words of the contract. */
static const char *const component_words[WAY_PAY_N_COMPONENTS] = {
  "base", "bonus", "sign_on", "equity", "pension", "allowance", "commute",
};

static void
add_number (JsonBuilder *b, const char *name, double value)
{
  way_cli_json_number (b, name, value, DECIMALS);
}

static void
add_null (JsonBuilder *b, const char *name)
{
  json_builder_set_member_name (b, name);
  json_builder_add_null_value (b);
}

static void
add_scenarios (JsonBuilder *b, const char *name, WayScenarios it)
{
  if (isnan (it.middle))
    {
      add_null (b, name);
      return;
    }
  json_builder_set_member_name (b, name);
  json_builder_begin_object (b);
  add_number (b, "low", it.low);
  add_number (b, "mid", it.middle);
  add_number (b, "high", it.high);
  json_builder_end_object (b);
}

/* A sum is a total only when nothing is missing. */
static void
add_sums (JsonBuilder *b, const WayPay *pay, WayScenarios known, double guaranteed)
{
  if (pay->missing == 0)
    add_scenarios (b, "total", known);
  else
    add_null (b, "total");
  add_scenarios (b, "known", known);
  add_number (b, "guaranteed", guaranteed);
}

static void
add_year (JsonBuilder *b, const WayPayInput *input, const WayPay *pay, int index)
{
  const WayPayYear *it = &pay->years[index];

  json_builder_begin_object (b);
  way_cli_json_int (b, "year", index + 1);
  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if (k == WAY_PAY_BONUS || k == WAY_PAY_EQUITY)
      add_scenarios (b, component_words[k], it->parts[k]);
    else
      add_number (b, component_words[k], it->parts[k].middle);
  add_sums (b, pay, it->known, it->guaranteed);
  add_number (b, "owed_when_leaving", it->owed);
  json_builder_end_object (b);
}

static void
add_exchange (JsonBuilder *b, const GArray *exchange)
{
  json_builder_set_member_name (b, "exchange");
  json_builder_begin_array (b);
  for (guint i = 0; i < exchange->len; i++)
    {
      const WayExchange *it = &g_array_index (exchange, WayExchange, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "currency", it->currency);
      way_cli_json_number (b, "rate", it->rate, 9);
      way_cli_json_date (b, "date", it->date);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
add_present (JsonBuilder *b, const WayPayInput *input, const WayPay *pay)
{
  if (isnan (input->offer.rate))
    {
      add_null (b, "present_value");
      return;
    }
  json_builder_set_member_name (b, "present_value");
  json_builder_begin_object (b);
  way_cli_json_number (b, "rate", input->offer.rate, 9);
  way_cli_json_string (b, "timing", input->offer.mid_year ? "mid" : "end");
  add_sums (b, pay, pay->present, pay->present_guaranteed);
  json_builder_end_object (b);
}

void
way_offers_print_pay (const WayPayInput *input, const WayPay *pay)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  way_cli_json_string (b, "currency", input->currency);
  add_exchange (b, input->exchange);
  json_builder_set_member_name (b, "years");
  json_builder_begin_array (b);
  for (int i = 0; i < pay->n_years; i++)
    add_year (b, input, pay, i);
  json_builder_end_array (b);
  json_builder_set_member_name (b, "sum");
  json_builder_begin_object (b);
  add_sums (b, pay, pay->sum, pay->guaranteed);
  json_builder_end_object (b);
  add_present (b, input, pay);
  json_builder_set_member_name (b, "missing");
  json_builder_begin_array (b);
  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if ((pay->missing & (1u << k)) != 0)
      json_builder_add_string_value (b, component_words[k]);
  json_builder_end_array (b);
  add_number (b, "commute_hours", input->offer.commute_hours);
  json_builder_end_object (b);
  way_cli_print_json (b);
}
