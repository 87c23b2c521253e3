#include "core/offers/vesting-notation.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_MONTH 480

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autoptr (GError) refusal = g_error_new_valist (WAY_ERROR, WAY_ERROR_INVALID, format, args);
  va_end (args);
  g_propagate_error (error, g_steal_pointer (&refusal));
  return FALSE;
}

/* The words of @text, with nothing between several spaces (transfer full). */
static char **
split (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (text, " \t\r\n;", -1);

  for (char **part = parts; *part != NULL; part++)
    if (**part != '\0')
      g_strv_builder_add (words, *part);
  return g_strv_builder_end (words);
}

static gboolean
parse_percent (const char *word, double *percent, GError **error)
{
  char *end;

  *percent = g_ascii_strtod (word, &end);
  if (end != word && *end == '%')
    end++;
  if (end == word || *end != '\0' || !(*percent >= 0 && *percent <= 100))
    return refuse (error, _ ("“%s” is not a percentage. Give numbers from 0 to 100, as 12.5."),
                   word);
  return TRUE;
}

gboolean
way_vesting_parse_years (const char *text,
                         double by_year[WAY_VESTING_MAX_YEARS],
                         int *n_years,
                         GError **error)
{
  g_auto (GStrv) words = split (text);
  guint n = g_strv_length (words);
  double sum = 0;

  *n_years = 0;
  if (n > WAY_VESTING_MAX_YEARS)
    return refuse (error, _ ("A grant vests in at most %d years."), WAY_VESTING_MAX_YEARS);
  for (guint i = 0; i < n; i++)
    {
      double percent;
      if (!parse_percent (words[i], &percent, error))
        return FALSE;
      by_year[i] = percent / 100;
      sum += percent;
    }
  if (n > 0 && fabs (sum - 100) > WAY_VESTING_NEARLY_PERCENT + 1e-9)
    return refuse (error, _ ("The years “%s” add up to %.10g %%. Give shares of all, 100 %%."),
                   text, sum);
  *n_years = (int) n;
  return TRUE;
}

static gboolean
parse_vest (const char *word, int after, WayVest *vest, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (word, ":", -1);
  guint64 month;
  double percent;

  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (parts[0], 10, 1, MAX_MONTH, &month, NULL))
    return refuse (
        error, _ ("“%s” is not a month with its share. Give them as 12:25, month 12 and 25 %%."),
        word);
  if (!parse_percent (parts[1], &percent, error))
    return FALSE;
  if ((int) month <= after)
    return refuse (error, _ ("Month %d comes behind month %d. Give the months in their order."),
                   (int) month, after);
  *vest = (WayVest) { (int) month, percent / 100 };
  return TRUE;
}

gboolean
way_vesting_parse_table (const char *text, GArray **table, GError **error)
{
  g_auto (GStrv) words = split (text);
  g_autoptr (GArray) vests = g_array_new (FALSE, FALSE, sizeof (WayVest));
  double sum = 0;

  *table = NULL;
  for (char **word = words; *word != NULL; word++)
    {
      int after = vests->len > 0 ? g_array_index (vests, WayVest, vests->len - 1).month : 0;
      WayVest vest;
      if (!parse_vest (*word, after, &vest, error))
        return FALSE;
      sum += 100 * vest.share;
      g_array_append_val (vests, vest);
    }
  if (sum > 100 + WAY_VESTING_NEARLY_PERCENT + 1e-9)
    return refuse (error, _ ("The months “%s” add up to %.10g %%, more than all."), text, sum);
  if (vests->len > 0)
    *table = g_steal_pointer (&vests);
  return TRUE;
}
