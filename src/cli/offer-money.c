/* Sign-on money and grants as they are typed: numbers with colons between them, then details with commas before them:
 * "40000:48:12,kind=options,low=10000". */
#include "cli/offer.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The numbers between colons; how many there are, or 0 with @error. */
static guint
parse_numbers (const char *text, guint least, guint most, double *numbers, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ":", -1);
  guint n = g_strv_length (words);

  if (n < least || n > most)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” has not the numbers that are asked for, with colons between them."),
                   text);
      return 0;
    }
  for (guint i = 0; i < n; i++)
    {
      if (!way_cli_parse_number (words[i], &numbers[i], error))
        return 0;
      /* Months and years are whole; the offer's check says which are possible. */
      numbers[i] = CLAMP (numbers[i], -1e13, 1e13);
    }
  return n;
}

/* Whole numbers of months or years, of what was typed. */
static int
whole (double number)
{
  return isnan (number) ? -1 : (int) CLAMP (round (number), -1, 100000);
}

WaySignOnRow *
way_cli_parse_sign_on (const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", 2);
  double numbers[3] = { 0 };

  if (parts[0] == NULL || (parts[1] != NULL && !g_str_equal (parts[1], "prorated")))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is no sign-on money: behind a comma there is “prorated” or nothing."),
                   text);
      return NULL;
    }
  if (parse_numbers (parts[0], 2, 3, numbers, error) == 0)
    return NULL;
  WaySignOnRow *row = g_new0 (WaySignOnRow, 1);
  *row = (WaySignOnRow) { .year = whole (numbers[0]),
                          .amount = numbers[1],
                          .clawback_months = whole (numbers[2]),
                          .prorated = parts[1] != NULL };
  return row;
}

static gboolean
put (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

/* @detail: "NAME=VALUE" */
static gboolean
apply_detail (const char *detail, WayGrantRow *row, GError **error)
{
  g_auto (GStrv) words = g_strsplit (detail, "=", 2);
  const char *name = words[0] != NULL ? words[0] : "", *value = words[0] != NULL ? words[1] : NULL;
  double start;

  if (value == NULL)
    ;
  else if (g_str_equal (name, "title"))
    return put (&row->title, value);
  else if (g_str_equal (name, "kind"))
    return way_grant_kind_parse (value, &row->kind, error);
  else if (g_str_equal (name, "low"))
    return way_cli_parse_number (value, &row->low, error);
  else if (g_str_equal (name, "high"))
    return way_cli_parse_number (value, &row->high, error);
  else if (g_str_equal (name, "discount"))
    return way_cli_parse_number (value, &row->discount_percent, error);
  else if (g_str_equal (name, "years"))
    return put (&row->year_percents, value);
  else if (g_str_equal (name, "months"))
    return put (&row->vest_table, value);
  else if (g_str_equal (name, "start"))
    {
      if (!way_cli_parse_number (value, &start, error))
        return FALSE;
      row->start_month = whole (start);
      return TRUE;
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is no detail of a grant. There are title=, kind=, low=, high=, discount=, "
                  "start=, years= and months=."),
               detail);
  return FALSE;
}

/* What can be sold at once needs no discount; what one of the others is worth today, the person says. */
WayGrantRow *
way_cli_parse_grant (const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  g_autoptr (WayGrantRow) row = way_grant_row_new ();
  double numbers[4];
  guint n = parse_numbers (parts[0] != NULL ? parts[0] : "", 1, 4, numbers, error);

  if (n == 0)
    return NULL;
  row->middle = numbers[0];
  row->months = n > 1 ? whole (numbers[1]) : row->months;
  row->cliff_months = n > 2 ? whole (numbers[2]) : MIN (row->cliff_months, row->months);
  row->every_months = n > 3 ? whole (numbers[3]) : row->every_months;
  for (char **detail = parts + 1; *detail != NULL; detail++)
    if (!apply_detail (*detail, row, error))
      return NULL;
  if (row->kind == WAY_GRANT_STOCK && strstr (text, ",discount=") == NULL)
    row->discount_percent = 0;
  return g_steal_pointer (&row);
}
