#include "cli/pay-money.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_CURRENCY 20

gboolean
way_pay_read_currency (const WayJsonValue *value, const char **currency, GError **error)
{
  if (!way_json_require (value, error) || !way_json_read_text (value, currency, error))
    return FALSE;
  if (**currency != '\0' && strlen (*currency) <= MAX_CURRENCY)
    return TRUE;
  return way_json_fail (value, error, _ ("give a currency by its code, as EUR."));
}

double
way_pay_find_rate (const WayPayInput *input, const char *currency)
{
  for (guint i = 0; i < input->exchange->len; i++)
    if (g_str_equal (g_array_index (input->exchange, WayExchange, i).currency, currency))
      return g_array_index (input->exchange, WayExchange, i).rate;
  return g_str_equal (currency, input->currency) ? 1 : NAN;
}

gboolean
way_pay_read_money (const WayPayInput *input,
                    const WayJsonValue *value,
                    double *amount,
                    GError **error)
{
  const char *currency = "";

  if (!way_json_is_given (value) || !JSON_NODE_HOLDS_OBJECT (value->node))
    return way_json_read_number (value, 0, WAY_PAY_MAX_AMOUNT, amount, error);
  WayJsonValue number = way_json_member (value, "amount"),
               code = way_json_member (value, "currency");
  if (!way_pay_read_currency (&code, &currency, error))
    return FALSE;
  double rate = way_pay_find_rate (input, currency);
  if (isnan (rate))
    return way_json_fail (&code, error,
                          _ ("there is no rate for %s. Add it to “exchange”, with its date."),
                          currency);
  if (!way_json_is_given (&number))
    return TRUE;
  if (!way_json_read_number (&number, 0, WAY_PAY_MAX_AMOUNT, amount, error))
    return FALSE;
  *amount *= rate;
  return TRUE;
}

gboolean
way_pay_read_scenarios (const WayPayInput *input,
                        const WayJsonValue *value,
                        WayPayReadFunc read,
                        WayScenarios *scenarios,
                        GError **error)
{
  double numbers[3];
  guint n;

  if (!way_json_is_given (value))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (value->node))
    {
      double number = scenarios->middle;
      if (!read (input, value, &number, error))
        return FALSE;
      *scenarios = (WayScenarios) { number, number, number };
      return TRUE;
    }
  if (!way_json_read_list (value, G_MAXUINT, &n, error))
    return FALSE;
  if (n != G_N_ELEMENTS (numbers))
    return way_json_fail (value, error,
                          _ ("a low, a middle and a high number are expected here, as [1, 2, 3]."));
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue element = way_json_element (value, i);
      if (!way_json_require (&element, error) || !read (input, &element, &numbers[i], error))
        return FALSE;
    }
  if (!(numbers[0] <= numbers[1] && numbers[1] <= numbers[2]))
    return way_json_fail (value, error, _ ("these do not rise. Give low, middle and high."));
  *scenarios = (WayScenarios) { numbers[0], numbers[1], numbers[2] };
  return TRUE;
}
