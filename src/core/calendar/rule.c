/* Recurrence rules as text. Part by part, each once, whole numbers in their range: a rule that is read in part
 * is busy time that is wrong. Names may be of any case, and blanks, an empty part at the end and the
 * backslashes of programs that escape what needs none are no harm. */
#include "core/calendar/rule.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define N_LISTS      8
#define QUOTED_CHARS 40

/* A list of whole numbers, in the order of WayRule. */
typedef struct
{
  const char *name;
  gsize offset; /* of its WayRuleSet */
  int low, high;
  gboolean from_back; /* "-1" is the last one */
} ListPart;

static const ListPart list_parts[N_LISTS] = {
  { "BYSECOND", G_STRUCT_OFFSET (WayRule, second), 0, 60, FALSE },
  { "BYMINUTE", G_STRUCT_OFFSET (WayRule, minute), 0, 59, FALSE },
  { "BYHOUR", G_STRUCT_OFFSET (WayRule, hour), 0, 23, FALSE },
  { "BYMONTHDAY", G_STRUCT_OFFSET (WayRule, month_day), 1, 31, TRUE },
  { "BYYEARDAY", G_STRUCT_OFFSET (WayRule, year_day), 1, 366, TRUE },
  { "BYWEEKNO", G_STRUCT_OFFSET (WayRule, week_no), 1, 53, TRUE },
  { "BYMONTH", G_STRUCT_OFFSET (WayRule, month), 1, 12, FALSE },
  { "BYSETPOS", G_STRUCT_OFFSET (WayRule, set_pos), 1, 366, TRUE },
};

typedef struct
{
  WayRule *rule;
  guint seen; /* a bit for each name */
  gboolean has_freq;
  const char *calendar; /* RFC 7529: it goes by another one, and its numbers may be no fault */
  const char *range;    /* a number is out of range */
} Reader;

/* Cuts the text before the next @separator off the front of @rest, without the blanks around it; %NULL when
 * there is no more. */
static char *
cut (char **rest, char separator)
{
  char *field = *rest;

  if (field == NULL)
    return NULL;
  char *end = strchr (field, separator);
  *rest = end != NULL ? end + 1 : NULL;
  if (end != NULL)
    *end = '\0';
  return g_strstrip (field);
}

/* Digits to the end of @text, behind a sign. */
static gboolean
read_number (const char *text, gint64 *value)
{
  int sign = *text == '-' ? -1 : 1;

  *value = 0;
  text += *text == '-' || *text == '+';
  if (*text == '\0')
    return FALSE;
  for (; g_ascii_isdigit (*text); text++)
    *value = MIN (WAY_RULE_HUGE, *value * 10 + (*text - '0'));
  *value *= sign;
  return *text == '\0';
}

static gboolean
read_list (const ListPart *part, char *text, WayRule *rule)
{
  WayRuleSet *set = G_STRUCT_MEMBER_P (rule, part->offset);
  gint64 value;

  for (char *item = cut (&text, ','); item != NULL; item = cut (&text, ','))
    {
      if (!read_number (item, &value) || ABS (value) < part->low || ABS (value) > part->high ||
          (!part->from_back && !g_ascii_isdigit (*item)))
        return FALSE;
      /* A leap second is read as the second before it. */
      way_rule_set_add (set, set == &rule->second ? MIN ((int) value, 59) : (int) value);
    }
  return TRUE;
}

/* 0 = Monday … 6 = Sunday; -1 for anything else. */
static int
read_weekday (const char *text)
{
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  for (int i = 0; i < 7; i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      return i;
  return -1;
}

/* "MO", "2MO", "-1SU". */
static gboolean
read_weekdays (char *text, WayRule *rule)
{
  gint64 nth = 0;

  for (char *item = cut (&text, ','); item != NULL; item = cut (&text, ','))
    {
      gsize length = strlen (item);
      int weekday = length >= 2 ? read_weekday (item + length - 2) : -1;
      if (weekday < 0)
        return FALSE;
      item[length - 2] = '\0';
      if (*item == '\0')
        rule->weekdays |= (guint8) (1 << weekday);
      else if (!read_number (g_strstrip (item), &nth) || nth == 0 || ABS (nth) > 53)
        return FALSE;
      else
        (nth < 0 ? rule->nth_from_back : rule->nth)[weekday] |= G_GUINT64_CONSTANT (1) << ABS (nth);
    }
  rule->has_weekdays = TRUE;
  return TRUE;
}

static gboolean
read_freq (const char *text, Reader *r)
{
  static const char *const names[] = { "SECONDLY", "MINUTELY", "HOURLY", "DAILY",
                                       "WEEKLY",   "MONTHLY",  "YEARLY" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (text, names[i]) == 0)
      {
        r->rule->freq = (WayFreq) i;
        r->has_freq = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* INTERVAL and COUNT: none and less are told apart from what is no number. */
static gboolean
read_amount (const char *text, gint64 *value, Reader *r, const char *out_of_range)
{
  if (!read_number (text, value))
    return FALSE;
  if (*value < 1)
    r->range = out_of_range;
  return TRUE;
}

/* The parts that are no lists. */
typedef enum
{
  PART_FREQ,
  PART_UNTIL,
  PART_COUNT,
  PART_INTERVAL,
  PART_BYDAY,
  PART_WKST,
  PART_RSCALE,
  PART_SKIP,
  N_SINGLE,
} SinglePart;

static gboolean
read_single (SinglePart part, char *value, Reader *r)
{
  WayRule *rule = r->rule;

  switch (part)
    {
    case PART_FREQ:
      return read_freq (value, r);
    case PART_UNTIL:
      /* What is longer than any time is none. */
      return g_strlcpy (rule->until, value, sizeof rule->until) < sizeof rule->until;
    case PART_COUNT:
      return read_amount (value, &rule->count, r,
                          _ ("The number of times of its repeat rule is out of range; its first "
                             "time was kept."));
    case PART_INTERVAL:
      return read_amount (value, &rule->interval, r,
                          _ ("The interval of its repeat rule is out of range; its first time was "
                             "kept."));
    case PART_BYDAY:
      return read_weekdays (value, rule);
    case PART_WKST:
      rule->week_start = read_weekday (value);
      return rule->week_start >= 0;
    case PART_RSCALE:
      if (g_ascii_strcasecmp (value, "GREGORIAN") != 0)
        r->calendar = _ ("It repeats by another calendar than ours; its first time was kept.");
      return TRUE;
    case PART_SKIP:
      if (g_ascii_strcasecmp (value, "OMIT") != 0 && r->calendar == NULL)
        r->calendar = _ ("Its repeat rule moves days that do not exist; its first time was kept.");
      return TRUE;
    case N_SINGLE:
    default:
      g_assert_not_reached ();
    }
}

/* A SinglePart or, from N_SINGLE on, a list; -1 for an unknown name. */
static int
find_part (const char *name)
{
  static const char *const singles[N_SINGLE] = { "FREQ",  "UNTIL", "COUNT",  "INTERVAL",
                                                 "BYDAY", "WKST",  "RSCALE", "SKIP" };

  for (int i = 0; i < N_SINGLE; i++)
    if (g_ascii_strcasecmp (name, singles[i]) == 0)
      return i;
  for (int i = 0; i < N_LISTS; i++)
    if (g_ascii_strcasecmp (name, list_parts[i].name) == 0)
      return N_SINGLE + i;
  return -1;
}

/* One "NAME=VALUE". */
static gboolean
read_part (const char *name, char *value, Reader *r)
{
  int part = find_part (name);

  if (g_ascii_strncasecmp (name, "X-", 2) == 0)
    return TRUE;
  /* Each name once: which of two would be meant? */
  if (part < 0 || *value == '\0' || (r->seen & 1u << part) != 0)
    return FALSE;
  r->seen |= 1u << part;
  return part < N_SINGLE ? read_single ((SinglePart) part, value, r)
                         : read_list (&list_parts[part - N_SINGLE], value, r->rule);
}

/* "Its repeat rule is not understood", with the part of @text that begins at @offset. */
static char *
not_understood (const char *text, gsize offset)
{
  g_autofree char *part = g_strdup (text + offset);

  part[strcspn (part, ";")] = '\0';
  g_strstrip (part);
  if (g_utf8_strlen (part, -1) > QUOTED_CHARS)
    *g_utf8_offset_to_pointer (part, QUOTED_CHARS) = '\0';
  return g_strdup_printf (_ ("Its repeat rule is not understood at “%s”; its first time was kept."),
                          part);
}

/* The offset of the first part that is not understood; -1 when all are. */
static gssize
read_parts (const char *text, Reader *r)
{
  g_autofree char *copy = g_strdup (text);
  char *rest = g_strdelimit (copy, "\\", ' ');
  gssize bad = -1;

  while (rest != NULL)
    {
      gssize offset = rest - copy;
      char *value = cut (&rest, ';');
      if (*value == '\0')
        continue;
      char *name = cut (&value, '=');
      if ((value == NULL || !read_part (name, g_strstrip (value), r)) && bad < 0)
        bad = offset;
    }
  return bad;
}

gboolean
way_rule_parse (const char *text, WayRule *rule, char **reason)
{
  Reader r = { .rule = rule };

  *rule = (WayRule) { .interval = 1 };
  gssize bad = read_parts (text, &r);
  if (r.calendar != NULL)
    *reason = g_strdup (r.calendar);
  else if (bad >= 0)
    *reason = not_understood (text, (gsize) bad);
  else if (!r.has_freq)
    *reason = g_strdup (_ ("The repeat rule has no frequency; its first time was kept."));
  else if (r.range != NULL)
    *reason = g_strdup (r.range);
  else
    return TRUE;
  return FALSE;
}

gboolean
way_rule_has_conditions (const WayRule *rule)
{
  for (guint i = 0; i < N_LISTS; i++)
    if (((const WayRuleSet *) G_STRUCT_MEMBER_P (rule, list_parts[i].offset))->given)
      return TRUE;
  return rule->has_weekdays;
}

static int
count_times (const WayRuleSet *set, int otherwise)
{
  return set->given ? __builtin_popcountll (set->front[0]) : otherwise;
}

gboolean
way_rule_is_dense (const WayRule *rule)
{
  int hours = count_times (&rule->hour, rule->freq <= WAY_FREQ_HOURLY ? 24 : 1);
  int minutes = count_times (&rule->minute, rule->freq <= WAY_FREQ_MINUTELY ? 60 : 1);
  int seconds = count_times (&rule->second, rule->freq <= WAY_FREQ_SECONDLY ? 60 : 1);

  return hours * minutes * seconds > 24;
}
