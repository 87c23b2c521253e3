#include "app/offers/range-text.h"

#include "app/offers/amount.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>

char *
way_number_text (double number, int decimals)
{
  double unit = pow (10, decimals);

  return way_amount_format (round (number * unit) / unit, NULL);
}

/* @low, @high: taken */
static char *
join (char *low, char *high)
{
  /* Translators: the lowest and the highest number of a range: "3 – 5" */
  char *text =
      g_str_equal (low, high) ? g_strdup (low) : g_strdup_printf (_ ("%s – %s"), low, high);

  g_free (low);
  g_free (high);
  return text;
}

char *
way_range_text (WayRange range, int decimals)
{
  if (way_range_is_blank (range))
    return g_strdup ("");
  return join (way_number_text (range.low, decimals), way_number_text (range.high, decimals));
}

char *
way_range_edit_text (WayRange range)
{
  if (way_range_is_blank (range))
    return g_strdup ("");
  g_autofree char *low = way_amount_format (range.low, NULL);
  g_autofree char *high = way_amount_format (range.high, NULL);
  return way_range_is_exact (range) ? g_steal_pointer (&low)
                                    : g_strdup_printf ("%s..%s", low, high);
}

/* Where the sign of a range begins; its length goes to @length. %NULL: there is none. */
static const char *
find_dots (const char *text, gsize *length)
{
  static const char *const signs[] = { "...", "..", "…", "–" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *at = strstr (text, signs[i]);
      *length = strlen (signs[i]);
      if (at != NULL)
        return at;
    }
  /* A hyphen that is not the sign of the first number. */
  *length = 1;
  return *text != '\0' ? strchr (text + 1, '-') : NULL;
}

/* Both ends, when neither is left out. */
static gboolean
parse_ends (const char *low, const char *high, WayRange *range)
{
  return way_amount_parse (low, NULL, &range->low, NULL) &&
         way_amount_parse (high, NULL, &range->high, NULL) && !way_range_is_blank (*range);
}

gboolean
way_range_parse (const char *text, WayRange *range, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  gsize length;
  const char *dots = find_dots (typed, &length);
  g_autofree char *low = dots != NULL ? g_strndup (typed, (gsize) (dots - typed)) : NULL;
  WayRange ends;

  *range = WAY_RANGE_BLANK;
  if (*typed == '\0')
    return TRUE;
  if (!parse_ends (dots != NULL ? low : typed, dots != NULL ? dots + length : typed, &ends))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   /* Translators: what was typed. */
                   _ ("“%s” is not a number. Type one such as 4, a range such as 3..5, or nothing "
                      "for what is not known."),
                   typed);
      return FALSE;
    }
  *range = (WayRange) { MIN (ends.low, ends.high), MAX (ends.low, ends.high) };
  return TRUE;
}

char *
way_points_text (double share, int decimals)
{
  return way_number_text (100 * share, decimals);
}

char *
way_points_range_text (WayRange share, int decimals)
{
  return join (way_points_text (share.low, decimals), way_points_text (share.high, decimals));
}
