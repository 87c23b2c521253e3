/* Recurrence rules as text. libical 3.0 refuses some whole for one unknown part, and reads some wrong without a
 * word (an INTERVAL beyond 16 bits): what it gets is only what it understands. */
#include "core/calendar/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_INTERVAL 32767

typedef struct
{
  GPtrArray *parts; /* of "NAME=VALUE", owned */
  guint seen;       /* a bit for each known name */
  gboolean odd;     /* a part that is unknown, without a value or there twice */
  gboolean other_calendar;
  const char *freq;
  const char *until;
  gint64 interval;
  gboolean has_ordinal; /* BYDAY=2MO */
} Parts;

static const char *const known[] = { "FREQ",     "UNTIL",   "COUNT",    "INTERVAL",   "BYSECOND",
                                     "BYMINUTE", "BYHOUR",  "BYDAY",    "BYMONTHDAY", "BYYEARDAY",
                                     "BYWEEKNO", "BYMONTH", "BYSETPOS", "WKST" };

/* Each name once: libical and we must not read different ones. */
static gboolean
is_new (Parts *p, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i], name) && (p->seen & (1u << i)) == 0)
      {
        p->seen |= 1u << i;
        return TRUE;
      }
  return FALSE;
}

static void
read_part (Parts *p, const char *name, const char *value)
{
  if (g_str_equal (name, "RSCALE") || g_str_equal (name, "SKIP"))
    p->other_calendar = p->other_calendar || (g_ascii_strcasecmp (value, "GREGORIAN") != 0 &&
                                              g_ascii_strcasecmp (value, "OMIT") != 0);
  else if (g_str_has_prefix (name, "X-"))
    ;
  else if (!is_new (p, name))
    p->odd = TRUE;
  else if (g_str_equal (name, "UNTIL"))
    p->until = value; /* applied by us, in UTC */
  else
    g_ptr_array_add (p->parts, g_strdup_printf ("%s=%s", name, value));
  if (g_str_equal (name, "FREQ"))
    p->freq = value;
  else if (g_str_equal (name, "INTERVAL"))
    p->interval = g_ascii_strtoll (value, NULL, 10);
  else if (g_str_equal (name, "BYDAY"))
    p->has_ordinal = strpbrk (value, "0123456789") != NULL;
}

/* Splits the rule and leaves out what libical would refuse it for without need. */
static void
read_parts (Parts *p, char **words)
{
  p->interval = 1;
  for (char **word = words; *word != NULL; word++)
    {
      char *equals = strchr (g_strstrip (*word), '=');
      if (equals != NULL)
        {
          g_autofree char *raw = g_strndup (*word, (gsize) (equals - *word));
          g_autofree char *name = g_ascii_strup (g_strstrip (raw), -1);
          read_part (p, name, equals + 1);
        }
      else if (**word != '\0')
        p->odd = TRUE;
    }
}

static gboolean
refuse (char **reason, const char *text)
{
  *reason = g_strdup (text);
  return FALSE;
}

static gboolean
is_freq (const Parts *p, const char *name)
{
  return g_ascii_strcasecmp (p->freq, name) == 0;
}

static gboolean
check_parts (const Parts *p, char **reason)
{
  if (p->freq == NULL)
    return refuse (reason, _ ("The repeat rule has no frequency; its first time was kept."));
  if (p->odd)
    return refuse (reason, _ ("Its repeat rule is not understood; its first time was kept."));
  if (p->other_calendar)
    return refuse (reason,
                   _ ("It repeats by another calendar than ours; its first time was kept."));
  if (is_freq (p, "SECONDLY") || is_freq (p, "MINUTELY"))
    return refuse (reason, _ ("It repeats by the minute; its first time was kept."));
  if (p->has_ordinal && (is_freq (p, "HOURLY") || is_freq (p, "DAILY")))
    return refuse (reason,
                   _ ("Its repeat rule numbers weekdays of a day; its first time was kept."));
  if (p->interval < 1 || p->interval > MAX_INTERVAL)
    return refuse (reason, _ ("The interval of its repeat rule is out of range; its first time was "
                              "kept."));
  return TRUE;
}

/* UNTIL on the wall clock of the series, for rules run without a zone. */
static gboolean
read_until (const char *text, const WayFileTime *start, WayZone *floating, gint64 *local)
{
  WayFileTime until;

  /* "99991231T235959Z" stands for no end. */
  *local = G_MAXINT64;
  if (g_ascii_strtoll (text, NULL, 10) / 10000 > 2200)
    return TRUE;
  if (!way_file_time_parse (text, &until))
    return FALSE;
  *local = until.local;
  if (start->is_date)
    *local = way_local_day (until.local) * 86400;
  else if (until.is_date)
    *local += 86399; /* the whole local day counts */
  else if (until.is_utc && !start->is_utc)
    {
      /* The last wall-clock time whose instant is not past it: search from a day ahead. */
      gint64 low = *local - 2 * 86400, high = *local + 2 * 86400;
      while (low < high)
        {
          gint64 middle = low + (high - low + 1) / 2;
          if (way_file_time_at (start, middle, floating) <= until.local)
            low = middle;
          else
            high = middle - 1;
        }
      *local = low;
    }
  return TRUE;
}

gboolean
way_rule_prepare (const char *value,
                  const WayFileTime *start,
                  WayZone *floating,
                  struct icalrecurrencetype *rule,
                  gint64 *until,
                  char **reason)
{
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  Parts p = { .parts = owned };
  g_autofree char *unescaped = g_strdup (value);

  g_strdelimit (unescaped, "\\", ' ');
  g_auto (GStrv) words = g_strsplit (unescaped, ";", -1);
  read_parts (&p, words);
  if (!check_parts (&p, reason))
    return FALSE;
  /* RFC 5545 3.3.10: a date has no hours. Each would be the same midnight again, and use up COUNT. */
  if (start->is_date && is_freq (&p, "HOURLY"))
    return refuse (reason, _ ("Its repeat rule is not understood; its first time was kept."));
  g_ptr_array_add (owned, NULL);
  g_autofree char *text = g_strjoinv (";", (char **) owned->pdata);
  *rule = icalrecurrencetype_from_string (text);
  if (rule->freq == ICAL_NO_RECURRENCE)
    return refuse (reason, _ ("Its repeat rule is not understood; its first time was kept."));
  *until = G_MAXINT64;
  if (p.until != NULL && !read_until (p.until, start, floating, until))
    return refuse (reason,
                   _ ("The end of its repeat rule cannot be read; its first time was kept."));
  if (p.until != NULL)
    rule->count = 0;
  return TRUE;
}
