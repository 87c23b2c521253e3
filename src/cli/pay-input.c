#include "cli/pay-input.h"

#include "cli/pay-grants.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_RATE     1e6
#define MAX_SHARE    10.0
#define MAX_ENTRIES  100
#define MAX_HOURS    8784.0
#define MAX_CLAWBACK 120
/* Yearly: beyond, somebody has typed per cent for a share. */
#define MAX_DISCOUNT 1.0

static gboolean
read_share (const WayPayInput *input, const WayJsonValue *value, double *share, GError **error)
{
  return way_json_read_number (value, 0, MAX_SHARE, share, error);
}

/* Money, or {"share"} of the base. */
static gboolean
read_part (const WayPayInput *input, const WayJsonValue *value, WayPayPart *part, GError **error)
{
  *part = (WayPayPart) { NAN, NAN };
  if (way_json_is_given (value) && JSON_NODE_HOLDS_OBJECT (value->node))
    {
      WayJsonValue share = way_json_member (value, "share"),
                   amount = way_json_member (value, "amount");
      if (way_json_is_given (&share) && way_json_is_given (&amount))
        return way_json_fail (&share, error,
                              _ ("there is an amount, too. Give the share or the amount."));
      if (way_json_is_given (&share))
        return read_share (input, &share, &part->share, error);
      if (!way_json_is_given (&amount))
        return TRUE;
      /* {"amount": n} without a currency, or with an amount in another one */
      WayJsonValue code = way_json_member (value, "currency");
      return way_pay_read_money (input, way_json_is_given (&code) ? value : &amount, &part->amount,
                                 error);
    }
  return way_pay_read_money (input, value, &part->amount, error);
}

static gboolean
read_exchange (WayPayInput *input, const WayJsonValue *root, GError **error)
{
  WayJsonValue list = way_json_member (root, "exchange");
  guint n;

  if (!way_json_read_list (&list, MAX_ENTRIES, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (&list, i);
      WayExchange it = { .currency = "" };
      if (!way_json_require_object (&object, error))
        return FALSE;
      WayJsonValue code = way_json_member (&object, "currency"),
                   rate = way_json_member (&object, "rate"),
                   date = way_json_member (&object, "date");
      if (!way_pay_read_currency (&code, &it.currency, error) || !way_json_require (&rate, error) ||
          !way_json_read_number (&rate, 1 / MAX_RATE, MAX_RATE, &it.rate, error) ||
          !way_json_require (&date, error) || !way_json_read_date (&date, &it.date, error))
        return FALSE;
      if (!isnan (way_pay_find_rate (input, it.currency)))
        return way_json_fail (&code, error, _ ("%s has a rate already. Give one rate for each."),
                              it.currency);
      g_array_append_val (input->exchange, it);
    }
  return TRUE;
}

/* The base, what is a part of it, and the years. */
static gboolean
read_base (WayPayInput *input, const WayJsonValue *root, GError **error)
{
  WayPayOffer *offer = &input->offer;
  WayJsonValue years = way_json_member (root, "years"), base = way_json_member (root, "base"),
               raise = way_json_member (root, "raise"), pension = way_json_member (root, "pension"),
               bonus = way_json_member (root, "bonus");

  offer->years = WAY_PAY_MIN_YEARS;
  offer->base = offer->payout.middle = NAN;
  if (!way_json_read_int (&years, WAY_PAY_MIN_YEARS, WAY_PAY_MAX_YEARS, &offer->years, error) ||
      !way_pay_read_money (input, &base, &offer->base, error) ||
      !way_json_read_number (&raise, 0, MAX_DISCOUNT, &offer->raise, error) ||
      !read_part (input, &pension, &offer->pension, error) ||
      !read_part (input, &bonus, &offer->bonus, error))
    return FALSE;
  if (!way_json_is_given (&bonus) || !JSON_NODE_HOLDS_OBJECT (bonus.node))
    return TRUE;
  WayJsonValue payout = way_json_member (&bonus, "payout"),
               promised = way_json_member (&bonus, "guaranteed");
  return way_pay_read_scenarios (input, &payout, read_share, &offer->payout, error) &&
         way_pay_read_money (input, &promised, &offer->bonus_promised, error);
}

static gboolean
read_sign_on (WayPayInput *input, const WayJsonValue *root, GError **error)
{
  WayJsonValue list = way_json_member (root, "sign_on");
  guint n;

  if (!way_json_is_given (&list))
    return TRUE;
  if (!way_json_read_list (&list, MAX_ENTRIES, &n, error))
    return FALSE;
  input->offer.sign_on = g_array_new (FALSE, FALSE, sizeof (WaySignOn));
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (&list, i);
      WaySignOn it = { .year = 1 };
      if (!way_json_require_object (&object, error))
        return FALSE;
      WayJsonValue year = way_json_member (&object, "year"),
                   amount = way_json_member (&object, "amount"),
                   clawback = way_json_member (&object, "clawback_months"),
                   prorated = way_json_member (&object, "prorated");
      if (!way_json_read_int (&year, 1, WAY_PAY_MAX_YEARS, &it.year, error) ||
          !way_json_require (&amount, error) ||
          !way_pay_read_money (input, &amount, &it.amount, error) ||
          !way_json_read_int (&clawback, 0, MAX_CLAWBACK, &it.clawback_months, error) ||
          !way_json_read_bool (&prorated, &it.prorated, error))
        return FALSE;
      g_array_append_val (input->offer.sign_on, it);
    }
  return TRUE;
}

static gboolean
read_rest (WayPayInput *input, const WayJsonValue *root, GError **error)
{
  WayPayOffer *offer = &input->offer;
  WayJsonValue allowance = way_json_member (root, "allowance"),
               commute = way_json_member (root, "commute"), rate = way_json_member (root, "rate"),
               timing = way_json_member (root, "timing");
  const char *word = "end";

  offer->allowance = offer->commute_cost = offer->commute_hours = offer->rate = NAN;
  if (!way_pay_read_money (input, &allowance, &offer->allowance, error) ||
      !way_json_read_number (&rate, 0, MAX_DISCOUNT, &offer->rate, error) ||
      !way_json_read_text (&timing, &word, error))
    return FALSE;
  if (!g_str_equal (word, "end") && !g_str_equal (word, "mid"))
    return way_json_fail (
        &timing, error, _ ("“%s” is not known here. Give end or mid: when in a year money counts."),
        word);
  offer->mid_year = g_str_equal (word, "mid");
  if (!way_json_is_given (&commute))
    return TRUE;
  if (!way_json_require_object (&commute, error))
    return FALSE;
  WayJsonValue cost = way_json_member (&commute, "cost"),
               hours = way_json_member (&commute, "hours");
  return way_pay_read_money (input, &cost, &offer->commute_cost, error) &&
         way_json_read_number (&hours, 0, MAX_HOURS, &offer->commute_hours, error);
}

WayPayInput *
way_pay_input_read (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (WayPayInput) input = g_new0 (WayPayInput, 1);
  WayJsonValue root;

  input->exchange = g_array_new (FALSE, FALSE, sizeof (WayExchange));
  input->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  input->document = way_json_parse (data, length, name, &root, error);
  if (input->document == NULL || !way_json_require_object (&root, error))
    return NULL;
  WayJsonValue currency = way_json_member (&root, "currency");
  if (!way_pay_read_currency (&currency, &input->currency, error) ||
      !read_exchange (input, &root, error) || !read_base (input, &root, error) ||
      !read_sign_on (input, &root, error) || !way_pay_read_equity (input, &root, error) ||
      !read_rest (input, &root, error))
    return NULL;
  return g_steal_pointer (&input);
}

void
way_pay_input_free (WayPayInput *input)
{
  if (input == NULL)
    return;
  g_clear_object (&input->document);
  g_array_unref (input->exchange);
  g_ptr_array_unref (input->tables);
  g_clear_pointer (&input->offer.sign_on, g_array_unref);
  g_clear_pointer (&input->offer.equity, g_array_unref);
  g_free (input);
}
