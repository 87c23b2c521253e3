/* Every example of RFC 5545 section 3.8.5.3, with the times that the RFC gives: facts of the RFC, in a notation of
 * our own. "1997 9/2,4 10/1-3" are days of a year; times of day come after an "@" and stand for all days before
 * them; "..." at the end means that the rule goes on. */
#include "core/calendar/reader.h"

#include <string.h>

typedef struct
{
  const char *start; /* on the clock of New York, 9:00 */
  const char *rules; /* alternatives, one a line */
  const char *times;
} Example;

#define ALL_OF_JANUARY "1998 1/1-31 1999 1/1-31 2000 1/1-31"
#define WORKING_DAY                                                                                \
  "1997 9/2,3 @ 9:00 9:20 9:40 10:00 10:20 10:40 11:00 11:20 11:40 12:00 12:20 12:40 13:00 "       \
  "13:20 13:40 14:00 14:20 14:40 15:00 15:20 15:40 16:00 16:20 16:40 ..."

static const Example days[] = {
  { "19970902", "FREQ=DAILY;COUNT=10", "1997 9/2-11" },
  { "19970902", "FREQ=DAILY;UNTIL=19971224T000000Z", "1997 9/2-30 10/1-31 11/1-30 12/1-23" },
  { "19970902", "FREQ=DAILY;INTERVAL=2",
    "1997 9/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 10/2,4,6,8,10,12,14,16,18,20,22,24,26,28,30 "
    "11/1,3,5,7,9,11,13,15,17,19,21,23,25,27,29 12/1,3 ..." },
  { "19970902", "FREQ=DAILY;INTERVAL=10;COUNT=5", "1997 9/2,12,22 10/2,12" },
  { "19980101",
    "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA\n"
    "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
    ALL_OF_JANUARY },
};

static const Example weeks[] = {
  { "19970902", "FREQ=WEEKLY;COUNT=10", "1997 9/2,9,16,23,30 10/7,14,21,28 11/4" },
  { "19970902", "FREQ=WEEKLY;UNTIL=19971224T000000Z",
    "1997 9/2,9,16,23,30 10/7,14,21,28 11/4,11,18,25 12/2,9,16,23" },
  { "19970902", "FREQ=WEEKLY;INTERVAL=2;WKST=SU",
    "1997 9/2,16,30 10/14,28 11/11,25 12/9,23 1998 1/6,20 2/3,17 ..." },
  { "19970902",
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH\n"
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "1997 9/2,4,9,11,16,18,23,25,30 10/2" },
  { "19970901", "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    "1997 9/1,3,5,15,17,19,29 10/1,3,13,15,17,27,29,31 11/10,12,14,24,26,28 12/8,10,12,22" },
  { "19970902", "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "1997 9/2,4,16,18,30 10/2,14,16" },
  { "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997 8/5,10,19,24" },
  { "19970805", "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997 8/5,17,19,31" },
};

static const Example months[] = {
  { "19970905", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
    "1997 9/5 10/3 11/7 12/5 1998 1/2 2/6 3/6 4/3 5/1 6/5" },
  { "19970905", "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", "1997 9/5 10/3 11/7 12/5" },
  { "19970907", "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    "1997 9/7,28 11/2,30 1998 1/4,25 3/1,29 5/3,31" },
  { "19970922", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997 9/22 10/20 11/17 12/22 1998 1/19 2/16" },
  { "19970928", "FREQ=MONTHLY;BYMONTHDAY=-3", "1997 9/28 10/29 11/28 12/29 1998 1/29 2/26 ..." },
  { "19970902", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
    "1997 9/2,15 10/2,15 11/2,15 12/2,15 1998 1/2,15" },
  { "19970930", "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    "1997 9/30 10/1,31 11/1,30 12/1,31 1998 1/1,31 2/1" },
  { "19970910", "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    "1997 9/10-15 1999 3/10-13" },
  { "19970902", "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
    "1997 9/2,9,16,23,30 11/4,11,18,25 1998 1/6,13,20,27 3/3,10,17,24,31 ..." },
  /* its first Tuesday is left out by an EXDATE there */
  { "19970902",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13\r\nEXDATE;TZID=America/New_York:19970902T090000",
    "1998 2/13 3/13 11/13 1999 8/13 2000 10/13 ..." },
  { "19970913", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
    "1997 9/13 10/11 11/8 12/13 1998 1/10 2/7 3/7 4/11 5/9 6/13 ..." },
  { "19970904", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997 9/4 10/7 11/6" },
  { "19970929", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
    "1997 9/29 10/30 11/27 12/30 1998 1/29 2/26 3/30 ..." },
  { "20070115", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007 1/15,30 2/15 3/15,30" },
};

static const Example years[] = {
  { "19970610", "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
    "1997 6/10 7/10 1998 6/10 7/10 1999 6/10 7/10 2000 6/10 7/10 2001 6/10 7/10" },
  { "19970310", "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
    "1997 3/10 1999 1/10 2/10 3/10 2001 1/10 2/10 3/10 2003 1/10 2/10 3/10" },
  { "19970101", "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    "1997 1/1 4/10 7/19 2000 1/1 4/9 7/18 2003 1/1 4/10 7/19 2006 1/1" },
  { "19970519", "FREQ=YEARLY;BYDAY=20MO", "1997 5/19 1998 5/18 1999 5/17 ..." },
  { "19970512", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997 5/12 1998 5/11 1999 5/17 ..." },
  { "19970313", "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
    "1997 3/13,20,27 1998 3/5,12,19,26 1999 3/4,11,18,25 ..." },
  { "19970605", "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
    "1997 6/5,12,19,26 7/3,10,17,24,31 8/7,14,21,28 1998 6/4,11,18,25 7/2,9,16,23,30 "
    "8/6,13,20,27 1999 6/3,10,17,24 7/1,8,15,22,29 8/5,12,19,26 ..." },
  { "19961105", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996 11/5 2000 11/7 2004 11/2 ..." },
};

static const Example hours[] = {
  /* The RFC lists 9:00, 12:00 and 15:00, for which UNTIL would have to be 17:00 in New York; 17:00Z is 13:00. */
  { "19970902", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z", "1997 9/2 @ 9:00 12:00" },
  { "19970902", "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z", "1997 9/2 @ 9:00 12:00 15:00" },
  { "19970902", "FREQ=MINUTELY;INTERVAL=15;COUNT=6", "1997 9/2 @ 9:00 9:15 9:30 9:45 10:00 10:15" },
  { "19970902", "FREQ=MINUTELY;INTERVAL=90;COUNT=4", "1997 9/2 @ 9:00 10:30 12:00 13:30" },
  { "19970902",
    "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40\n"
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    WORKING_DAY },
};

/* The one that section 3.3.10 works through. */
static const Example steps[] = {
  { "19970105", "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=SU;BYHOUR=8,9;BYMINUTE=30",
    "1997 1/5,12,19,26 1999 1/3,10,17,24,31 2001 1/7,14,21,28 @ 8:30 9:30 ..." },
};

static void
add_days (GPtrArray *all, int year, const char *word)
{
  g_auto (GStrv) sides = g_strsplit (word, "/", 2);
  g_auto (GStrv) ranges = g_strsplit (sides[1], ",", -1);

  for (char **range = ranges; *range != NULL; range++)
    {
      const char *dash = strchr (*range, '-');
      int first = atoi (*range), last = dash != NULL ? atoi (dash + 1) : first;
      for (int day = first; day <= last; day++)
        g_ptr_array_add (all, g_strdup_printf ("%04d-%02d-%02d", year, atoi (sides[0]), day));
    }
}

/* The expected times as "1997-09-02 09:00", and whether there are more. */
static GPtrArray *
expected_times (const char *notation, gboolean *goes_on)
{
  g_auto (GStrv) words = g_strsplit (notation, " ", -1);
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) clock = g_ptr_array_new ();
  GPtrArray *times = g_ptr_array_new_with_free_func (g_free);
  int year = 0;

  *goes_on = FALSE;
  for (char **word = words; *word != NULL; word++)
    if (g_str_equal (*word, "..."))
      *goes_on = TRUE;
    else if (strchr (*word, '/') != NULL)
      add_days (dates, year, *word);
    else if (strchr (*word, ':') != NULL)
      g_ptr_array_add (clock, *word);
    else if (**word != '@')
      year = atoi (*word);
  if (clock->len == 0)
    g_ptr_array_add (clock, (gpointer) "9:00");
  for (guint d = 0; d < dates->len; d++)
    for (guint t = 0; t < clock->len; t++)
      g_ptr_array_add (times,
                       g_strconcat (dates->pdata[d], strlen (clock->pdata[t]) < 5 ? " 0" : " ",
                                    clock->pdata[t], NULL));
  return times;
}

static GPtrArray *
found_times (const char *start, const char *rule)
{
  const WayCalendarReadOptions options = { .zone = "America/New_York",
                                           .from_utc = G_GINT64_CONSTANT (820454400), /* 1996 */
                                           .to_utc = G_GINT64_CONSTANT (1230768000) /* 2009 */ };
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (options.zone);
  g_autofree char *text = g_strdup_printf (
      "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=America/New_York:%sT%s00\r\n"
      "DURATION:PT1M\r\nRRULE:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      start, strstr (rule, "BYHOUR=8,9;") != NULL ? "0830" : "0900", rule);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (text, strlen (text), "x.ics", &options, NULL);
  GPtrArray *times = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < content->events->len; i++)
    {
      const WayCalendarEvent *event = content->events->pdata[i];
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (event->start_utc);
      g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
      g_ptr_array_add (times, g_date_time_format (local, "%Y-%m-%d %H:%M"));
    }
  return times;
}

static void
check (const Example *example, const char *rule)
{
  gboolean goes_on;
  g_autoptr (GPtrArray) expected = expected_times (example->times, &goes_on);
  g_autoptr (GPtrArray) found = found_times (example->start, rule);

  for (guint i = 0; i < MIN (expected->len, found->len); i++)
    if (!g_str_equal (expected->pdata[i], found->pdata[i]))
      g_error ("%s: time %u is %s, not %s", rule, i + 1, (char *) found->pdata[i],
               (char *) expected->pdata[i]);
  if (goes_on ? found->len <= expected->len : found->len != expected->len)
    g_error ("%s: %u times, not %u", rule, found->len, expected->len);
}

static void
check_all (const Example *examples, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_auto (GStrv) rules = g_strsplit (examples[i].rules, "\n", -1);
      /* CR LF is a further line of the event, LF alone another rule of the same times. */
      if (strchr (examples[i].rules, '\r') != NULL)
        check (&examples[i], examples[i].rules);
      else
        for (char **rule = rules; *rule != NULL; rule++)
          check (&examples[i], *rule);
    }
}

#define TEST(name)                                                                                 \
  static void test_##name (void)                                                                   \
  {                                                                                                \
    check_all (name, G_N_ELEMENTS (name));                                                         \
  }

TEST (days)
TEST (weeks)
TEST (months)
TEST (years)
TEST (hours)
TEST (steps)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule-examples/daily", test_days);
  g_test_add_func ("/rule-examples/weekly", test_weeks);
  g_test_add_func ("/rule-examples/monthly", test_months);
  g_test_add_func ("/rule-examples/yearly", test_years);
  g_test_add_func ("/rule-examples/hours-and-minutes", test_hours);
  g_test_add_func ("/rule-examples/a-rule-step-by-step", test_steps);
  return g_test_run ();
}
