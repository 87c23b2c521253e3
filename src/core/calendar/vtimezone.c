/* VTIMEZONEs, in and out.
 *
 * Out: libical's own component begins in 1893 and carries a vendor's prefix in its TZID. It is cut to
 * start before the first event, without an end (an end would write RDATEs that are not valid), its
 * observances beyond 2037 and the UNTILs they leave are dropped: one yearly rule each is what clients
 * read best. In: only yearly rules, few observances, sane offsets. */
#include "core/calendar/vtimezone.h"

#include "core/calendar/private.h"

#include <stdlib.h>
#include <string.h>

#define LAST_YEAR        2037
#define MAX_OBSERVANCES  300
#define MAX_OFFSET_HOURS 18

static void
drop_until (icalcomponent *observance)
{
  icalproperty *p = icalcomponent_get_first_property (observance, ICAL_RRULE_PROPERTY);

  if (p == NULL)
    return;
  struct icalrecurrencetype rule = icalproperty_get_rrule (p);
  if (!icaltime_is_null_time (rule.until) && rule.until.year >= LAST_YEAR - 1)
    {
      rule.until = icaltime_null_time ();
      icalproperty_set_rrule (p, rule);
    }
}

static void
trim (icalcomponent *vtimezone)
{
  g_autoptr (GPtrArray) late = g_ptr_array_new ();

  for (icalcomponent *c = icalcomponent_get_first_component (vtimezone, ICAL_ANY_COMPONENT);
       c != NULL; c = icalcomponent_get_next_component (vtimezone, ICAL_ANY_COMPONENT))
    if (icalcomponent_get_dtstart (c).year >= LAST_YEAR)
      g_ptr_array_add (late, c);
    else
      drop_until (c);
  for (guint i = 0; i < late->len; i++)
    {
      icalcomponent_remove_component (vtimezone, g_ptr_array_index (late, i));
      icalcomponent_free (g_ptr_array_index (late, i));
    }
}

/* X-LIC-LOCATION says nothing that TZID does not, and dateutil refuses a VTIMEZONE for it. */
static void
drop_vendor_properties (icalcomponent *vtimezone)
{
  icalproperty *p;

  while ((p = icalcomponent_get_first_property (vtimezone, ICAL_X_PROPERTY)) != NULL)
    {
      icalcomponent_remove_property (vtimezone, p);
      icalproperty_free (p);
    }
}

icalcomponent *
way_vtimezone_new (const char *zone, int first_year)
{
  icaltimezone *builtin = icaltimezone_get_builtin_timezone (zone);
  icalcomponent *component = builtin != NULL ? icaltimezone_get_component (builtin) : NULL;
  icaltimetype start = icaltime_null_time ();

  if (component == NULL)
    return NULL;
  component = icalcomponent_new_clone (component);
  start.year = first_year - 1;
  start.month = start.day = 1;
  icaltimezone_truncate_vtimezone (component, start, icaltime_null_time (), 1);
  icalproperty *tzid = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);
  icalproperty_set_tzid (tzid, zone);
  drop_vendor_properties (component);
  trim (component);
  return component;
}

static gboolean
offset_is_sane (const char *value)
{
  return (value[0] == '+' || value[0] == '-') && strlen (value) >= 5 &&
         atoi (value + 1) / (strlen (value) > 5 ? 10000 : 100) <= MAX_OFFSET_HOURS;
}

/* libical lists all changes of a zone up to its last year: once a year, on a day, and nothing finer. */
static gboolean
rule_is_safe (const char *value)
{
  static const char *const names[] = { "FREQ",  "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY",
                                       "COUNT", "UNTIL",    "WKST",    NULL };
  g_autofree char *rule = g_ascii_strup (value, -1);
  g_auto (GStrv) words = g_strsplit (rule, ";", -1);
  gboolean yearly = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) sides = g_strsplit (g_strstrip (*word), "=", 2);
      if (**word == '\0' || g_str_has_prefix (*word, "X-"))
        continue;
      /* A week of month days stands for a Sunday; months and weekdays come one by one. */
      if (!g_strv_contains ((const char *const *) names, sides[0]) || sides[1] == NULL ||
          (strchr (sides[1], ',') != NULL && !g_str_equal (sides[0], "BYMONTHDAY")))
        return FALSE;
      if (g_str_equal (sides[0], "FREQ") && !g_str_equal (sides[1], "YEARLY"))
        return FALSE;
      yearly = yearly || g_str_equal (sides[0], "FREQ");
    }
  return yearly;
}

static gboolean
line_is_safe (const WayContentLine *line)
{
  if (g_str_equal (line->name, "RRULE"))
    return rule_is_safe (line->value);
  if (g_str_has_prefix (line->name, "TZOFFSET"))
    return offset_is_sane (line->value);
  return TRUE;
}

/* Observances inside the zone, each closed: libical complains about the rest on standard error. */
static gboolean
follow_nesting (const WayContentLine *line, const char **observance, int *depth)
{
  gboolean outer = g_ascii_strcasecmp (line->value, "VTIMEZONE") == 0;

  if (g_str_equal (line->name, "BEGIN"))
    {
      gboolean known = g_ascii_strcasecmp (line->value, "STANDARD") == 0 ||
                       g_ascii_strcasecmp (line->value, "DAYLIGHT") == 0;
      if (*depth == 1)
        *observance = line->value;
      return ++*depth == 1 ? outer : *depth == 2 && known;
    }
  if (g_str_equal (line->name, "END"))
    return (*depth)-- == 1
               ? outer
               : *observance != NULL && g_ascii_strcasecmp (line->value, *observance) == 0;
  return TRUE;
}

/* The lines as libical may have them; %NULL when they are not safe. */
static char *
vtimezone_text (const GPtrArray *lines, guint first, guint last)
{
  static const char *const kept[] = { "BEGIN",        "END",        "TZID",  "DTSTART", "RRULE",
                                      "TZOFFSETFROM", "TZOFFSETTO", "RDATE", "TZNAME",  NULL };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *observance = NULL;
  int observances = 0, depth = 0;

  for (guint i = first; i < last; i++)
    {
      const WayContentLine *line = g_ptr_array_index (lines, i);
      if (!g_strv_contains (kept, line->name))
        continue;
      observances += g_str_equal (line->name, "BEGIN");
      if (!line_is_safe (line) || observances > MAX_OBSERVANCES ||
          !follow_nesting (line, &observance, &depth))
        return NULL;
      /* A quoted or odd TZID must not reach libical's file look-up: the name is ours. */
      if (g_str_equal (line->name, "TZID"))
        g_string_append (text, "TZID:x-own\r\n");
      else
        g_string_append_printf (text, "%s:%s\r\n", line->name, line->value);
    }
  return depth == 0 && observances >= 2 ? g_strdup (text->str) : NULL;
}

icaltimezone *
way_vtimezone_parse (const GPtrArray *lines, guint first, guint last)
{
  g_autofree char *text = vtimezone_text (lines, first, last);
  icalcomponent *component = text != NULL ? icalparser_parse_string (text) : NULL;

  if (component == NULL)
    return NULL;
  icaltimezone *zone = icaltimezone_new ();
  if (icalcomponent_isa (component) == ICAL_VTIMEZONE_COMPONENT &&
      icaltimezone_set_component (zone, component))
    return zone;
  icalcomponent_free (component);
  icaltimezone_free (zone, 1);
  return NULL;
}
