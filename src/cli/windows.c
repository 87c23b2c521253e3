/* Windows of the week as words of the command line. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/planner/availability.h"

#include <glib/gi18n.h>
#include <string.h>

/* "mon" … "sun", also in full: 1 … 7; 0 when it is none. */
static int
weekday_from_word (const char *word, gsize length)
{
  static const char *const names[] = { "monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday" };

  for (int i = 0; i < 7 && length >= 3; i++)
    if (length <= strlen (names[i]) && g_ascii_strncasecmp (names[i], word, length) == 0)
      return i + 1;
  return 0;
}

/* "mon-fri" or "sat,sun" or "wed" as a mask of 1 << weekday; 0 when it is neither. */
static guint
parse_weekdays (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint mask = 0;

  for (char **part = parts; *part != NULL; part++)
    {
      const char *dash = strchr (*part, '-');
      int from = weekday_from_word (*part, dash ? (gsize) (dash - *part) : strlen (*part));
      int to = dash ? weekday_from_word (dash + 1, strlen (dash + 1)) : from;
      if (from == 0 || to == 0)
        return 0;
      for (int day = from;; day = day % 7 + 1)
        {
          mask |= 1u << day;
          if (day == to)
            break;
        }
    }
  return mask;
}

gboolean
way_cli_parse_window (const char *text, GArray *availability, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 2);
  guint mask = words[0] ? parse_weekdays (words[0]) : 0;
  gboolean times = mask != 0 && words[1] != NULL && *words[1] != '\0';

  for (int day = WAY_MONDAY; times && day <= WAY_SUNDAY; day++)
    if (mask & (1u << day))
      times = way_availability_parse_times (words[1], day, availability, NULL);
  if (!times)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("“%s” is not a window. Write it as “mon-fri 18:30-21:30”, “sat,sun "
                    "09:00-12:00 preferred” or “wed 12:00-12:30 drill”."),
                 text);
  return times;
}
