#include "cli/pay-grants.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_GRANTS 50
#define MAX_MONTHS (12 * WAY_VESTING_MAX_YEARS)
/* Shares are typed with so many digits that 0.333333 × 3 is all. */
#define NEARLY 1e-5

static gboolean
check_sum (const WayJsonValue *list, double sum, GError **error)
{
  return fabs (sum - 1) <= NEARLY ||
         way_json_fail (list, error,
                        _ ("the shares add up to %.15g. Give shares that add up to 1."), sum);
}

static gboolean
read_table (WayPayInput *input, const WayJsonValue *list, WayVesting *vesting, GError **error)
{
  double sum = 0;
  guint n;

  if (!way_json_read_list (list, MAX_MONTHS, &n, error))
    return FALSE;
  vesting->table = g_array_new (FALSE, FALSE, sizeof (WayVest));
  g_ptr_array_add (input->tables, vesting->table);
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (list, i);
      WayVest it;
      if (!way_json_require_object (&object, error))
        return FALSE;
      WayJsonValue month = way_json_member (&object, "month"),
                   share = way_json_member (&object, "share");
      if (!way_json_require (&month, error) ||
          !way_json_read_int (&month, 1, MAX_MONTHS, &it.month, error) ||
          !way_json_require (&share, error) ||
          !way_json_read_number (&share, 0, 1, &it.share, error))
        return FALSE;
      sum += it.share;
      g_array_append_val (vesting->table, it);
    }
  return check_sum (list, sum, error);
}

static gboolean
read_by_year (const WayJsonValue *list, WayVesting *vesting, GError **error)
{
  double sum = 0;
  guint n;

  if (!way_json_read_list (list, WAY_VESTING_MAX_YEARS, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue share = way_json_element (list, i);
      if (!way_json_require (&share, error) ||
          !way_json_read_number (&share, 0, 1, &vesting->by_year[i], error))
        return FALSE;
      sum += vesting->by_year[i];
    }
  vesting->n_years = (int) n;
  vesting->months = 12 * (int) n;
  return check_sum (list, sum, error);
}

static gboolean
read_vesting (WayPayInput *input, const WayJsonValue *grant, WayVesting *vesting, GError **error)
{
  WayJsonValue start = way_json_member (grant, "start_month"),
               table = way_json_member (grant, "table"),
               by_year = way_json_member (grant, "by_year"),
               months = way_json_member (grant, "months"),
               cliff = way_json_member (grant, "cliff_months"),
               every = way_json_member (grant, "every_months");

  if (!way_json_read_int (&start, 0, 12 * WAY_PAY_MAX_YEARS, &vesting->start_month, error))
    return FALSE;
  if (way_json_is_given (&table))
    return read_table (input, &table, vesting, error);
  if (way_json_is_given (&by_year))
    {
      if (!read_by_year (&by_year, vesting, error))
        return FALSE;
    }
  else if (!way_json_require (&months, error) ||
           !way_json_read_int (&months, 1, MAX_MONTHS, &vesting->months, error))
    return FALSE;
  vesting->every_months = 1;
  return way_json_read_int (&cliff, 0, vesting->months, &vesting->cliff_months, error) &&
         way_json_read_int (&every, 1, vesting->months, &vesting->every_months, error);
}

/* Shares of a listed company can be sold; for others only the person can say what they are worth less. */
static gboolean
read_discount (const WayJsonValue *object, double *discount, GError **error)
{
  WayJsonValue kind = way_json_member (object, "kind"),
               value = way_json_member (object, "discount");
  const char *word = "";

  if (!way_json_require (&kind, error) || !way_json_read_text (&kind, &word, error))
    return FALSE;
  if (!g_str_equal (word, "listed") && !g_str_equal (word, "private") &&
      !g_str_equal (word, "options"))
    return way_json_fail (
        &kind, error, _ ("“%s” is not a kind of equity. Give listed, private or options."), word);
  *discount = g_str_equal (word, "listed") ? 0 : NAN;
  return way_json_read_number (&value, 0, 1, discount, error);
}

gboolean
way_pay_read_equity (WayPayInput *input, const WayJsonValue *root, GError **error)
{
  WayJsonValue list = way_json_member (root, "equity");
  guint n;

  if (!way_json_is_given (&list))
    return TRUE;
  if (!way_json_read_list (&list, MAX_GRANTS, &n, error))
    return FALSE;
  input->offer.equity = g_array_new (FALSE, FALSE, sizeof (WayGrant));
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (&list, i);
      WayGrant it = { .value = { NAN, NAN, NAN } };
      if (!way_json_require_object (&object, error))
        return FALSE;
      WayJsonValue value = way_json_member (&object, "value");
      if (!way_pay_read_scenarios (input, &value, way_pay_read_money, &it.value, error) ||
          !read_discount (&object, &it.discount, error) ||
          !read_vesting (input, &object, &it.vesting, error))
        return FALSE;
      g_array_append_val (input->offer.equity, it);
    }
  return TRUE;
}
