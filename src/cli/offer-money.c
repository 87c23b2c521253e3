/* Sign-on money and grants as they are typed: numbers with colons between them, then details with commas before them:
 * "40000:48:12,kind=options,low=10000". */
#include "cli/offer.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* The numbers between colons; how many there are, or 0 with @error. */
static guint
parse_numbers (const char *text, guint least, guint most, double *found, GError **error)
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
      if (!way_cli_parse_number (words[i], &found[i], error))
        return 0;
      /* Months and years are whole; the offer's check says which are possible. */
      found[i] = CLAMP (found[i], -1e13, 1e13);
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
  double found[3] = { 0 };

  if (parts[0] == NULL || (parts[1] != NULL && !g_str_equal (parts[1], "prorated")))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is no sign-on money: behind a comma there is “prorated” or nothing."),
                   text);
      return NULL;
    }
  if (parse_numbers (parts[0], 2, 3, found, error) == 0)
    return NULL;
  WaySignOnRow *row = g_new0 (WaySignOnRow, 1);
  *row = (WaySignOnRow) { .year = whole (found[0]),
                          .amount = found[1],
                          .clawback_months = whole (found[2]),
                          .prorated = parts[1] != NULL };
  return row;
}

static const struct
{
  const char *name;
  gsize offset; /* of a number of the grant */
} numbers[] = {
  { "low", G_STRUCT_OFFSET (WayGrantRow, low) },
  { "high", G_STRUCT_OFFSET (WayGrantRow, high) },
  { "discount", G_STRUCT_OFFSET (WayGrantRow, discount_percent) },
};

static const struct
{
  const char *name;
  gsize offset; /* of a text of the grant */
} texts[] = {
  { "title", G_STRUCT_OFFSET (WayGrantRow, title) },
  { "years", G_STRUCT_OFFSET (WayGrantRow, year_percents) },
  { "months", G_STRUCT_OFFSET (WayGrantRow, vest_table) },
};

/* @detail: "NAME=VALUE" */
static gboolean
apply_detail (const char *detail, WayGrantRow *row, GError **error)
{
  const char *sign = strchr (detail, '=');
  g_autofree char *name = g_strndup (detail, sign != NULL ? (gsize) (sign - detail) : 0);
  const char *value = sign != NULL ? sign + 1 : "";
  double start;

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (name, numbers[i].name))
      return way_cli_parse_number (value, &G_STRUCT_MEMBER (double, row, numbers[i].offset), error);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (name, texts[i].name))
      {
        char **place = &G_STRUCT_MEMBER (char *, row, texts[i].offset);
        g_free (*place);
        *place = g_strdup (value);
        return TRUE;
      }
  if (g_str_equal (name, "kind"))
    return way_grant_kind_parse (value, &row->kind, error);
  if (g_str_equal (name, "start"))
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
  double found[4];
  guint n = parse_numbers (parts[0] != NULL ? parts[0] : "", 1, 4, found, error);

  if (n == 0)
    return NULL;
  row->middle = found[0];
  row->months = n > 1 ? whole (found[1]) : row->months;
  row->cliff_months = n > 2 ? whole (found[2]) : MIN (row->cliff_months, row->months);
  row->every_months = n > 3 ? whole (found[3]) : row->every_months;
  for (char **detail = parts + 1; *detail != NULL; detail++)
    if (!apply_detail (*detail, row, error))
      return NULL;
  if (row->kind == WAY_GRANT_STOCK && strstr (text, ",discount=") == NULL)
    row->discount_percent = 0;
  return g_steal_pointer (&row);
}
