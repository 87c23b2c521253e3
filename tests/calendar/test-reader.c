#include "core/base/error.h"
#include "core/calendar/reader.h"

#include <string.h>

#define DAY 86400
#define T0  G_GINT64_CONSTANT (1798761600) /* 2027-01-01T00:00:00Z */

static const WayCalendarReadOptions options = { .zone = "Europe/Berlin",
                                                .from_utc = T0,
                                                .to_utc = T0 + 365 * DAY,
                                                .all_day_busy = TRUE };

static WayCalendarContent *
read_bytes (const char *text, gsize length, GError **error)
{
  return way_calendar_read (text, length, "x.ics", &options, error);
}

static WayCalendarContent *
read_events (const char *events)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text =
      g_strconcat ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", events, "END:VCALENDAR\r\n", NULL);
  WayCalendarContent *content = read_bytes (text, strlen (text), &error);

  g_assert_no_error (error);
  return content;
}

static void
test_what_is_no_calendar_is_refused (void)
{
  static const char *const texts[] = { "",
                                       "\n\n",
                                       "hello",
                                       "{}",
                                       "BEGIN:VCARD\nEND:VCARD\n",
                                       "\x7f"
                                       "ELF\x01\x02" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (read_bytes (texts[i], strlen (texts[i]), &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "x.ics"));
    }
}

static void
test_one_bad_event_does_not_stop_the_others (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20270105T090000Z\r\n"
                   "DTEND:20270105T100000Z\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:bad\r\nDTSTART:yesterday\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:last\r\nDTSTART:20270106T090000Z\r\n"
                   "DURATION:PT30M\r\nEND:VEVENT\r\n");
  const WayCalendarSkip *skip;

  g_assert_cmpint (content->events->len, ==, 2);
  g_assert_cmpint (content->skipped->len, ==, 1);
  skip = content->skipped->pdata[0];
  g_assert_cmpint (skip->line, >=, 8);
  g_assert_cmpint (skip->line, <=, 10);
  g_assert_cmpstr (skip->uid, ==, "bad");
}

static void
test_an_unknown_zone_is_named_and_not_taken_for_utc (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Mars/Olympus:20270105T090000\r\n"
                   "DTEND;TZID=Mars/Olympus:20270105T100000\r\nEND:VEVENT\r\n");

  const WayCalendarTimes *times = content->times->pdata[0];

  g_assert_cmpint (content->times->len, ==, 1);
  g_assert_cmpint (times->kind, ==, WAY_TIMES_UNKNOWN);
  g_assert_cmpstr (times->tzid, ==, "Mars/Olympus");
  g_assert_cmpstr (times->zone, ==, "Europe/Berlin");
  g_assert_cmpint (times->n_events, ==, 1);
}

static void
test_free_and_cancelled_events_do_not_block (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:a\r\nTRANSP:TRANSPARENT\r\nDTSTART:20270105T090000Z\r\n"
                   "DTEND:20270105T100000Z\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:b\r\nSTATUS:CANCELLED\r\nDTSTART:20270105T090000Z\r\n"
                   "DTEND:20270105T100000Z\r\nEND:VEVENT\r\n");

  g_assert_cmpint (content->n_events, ==, 2);
  g_assert_cmpint (content->events->len, ==, 0);
}

/* The reasons of all reports, one a line. */
static char *
reasons (const WayCalendarContent *content)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < content->skipped->len; i++)
    {
      const WayCalendarSkip *skip = content->skipped->pdata[i];
      g_assert_cmpint (skip->line, >, 0);
      g_string_append_printf (text, "%d %s %s\n", skip->line, skip->uid, skip->reason);
    }
  return g_string_free (text, FALSE);
}

/* Lines that cannot be read, each with what must be said about it. The event begins on line 3. */
static void
test_nothing_is_lost_without_a_word (void)
{
  static const char *const cases[][2] = {
    { "DTEND:tomorrow\r\n", "7 a Its end cannot be read: “tomorrow”." },
    { "DURATION:1 hour\r\n", "7 a Its end cannot be read: “1 hour”." },
    { "DTEND:20270104T090000Z\r\n", "3 a It ends before it starts." },
    { "DTEND;VALUE=DATE:20270106\r\n", "3 a It starts at a time and ends on a date" },
    { "DURATION:P400D\r\n", "3 a It lasts longer than a year" },
    { "EXDATE:20270105T090000Z,never\r\n",
      "7 a A date it is left out on cannot be read: “never”." },
    { "RDATE:2027\r\n", "7 a A further date of it cannot be read: “2027”." },
    { "RDATE;VALUE=PERIOD:20270105T090000Z/\r\n", "7 a A period cannot be read" },
    { "RECURRENCE-ID:once\r\n", "7 a The time it stands for cannot be read" },
    { "RRULE:FREQ=DAILY;UNTIL=soon\r\n", "7 a The end of its repeat rule cannot be read" },
    { "RRULE:FREQ=DAILY;BYEASTER=1\r\n",
      "7 a Its repeat rule is not understood at “BYEASTER=1”; its first time was kept." },
    { "RRULE:FREQ=DAILY;FREQ=WEEKLY\r\n",
      "7 a Its repeat rule is not understood at “FREQ=WEEKLY”" },
    { "RRULE:FREQ=DAILY;COUNT=0\r\n",
      "7 a The number of times of its repeat rule is out of range" },
    { "RRULE:FREQ=WEEKLY;BYDAY=2TU\r\n", "7 a Its repeat rule numbers the weekdays of a week" },
    { "RRULE:FREQ=DAILY;BYDAY=2TU\r\n", "7 a Its repeat rule numbers weekdays of a day" },
    { "RRULE:FREQ=WEEKLY;BYMONTHDAY=13\r\n", "7 a Its weekly repeat rule names days of the month" },
    { "EXRULE:FREQ=WEEKLY;BYWEEKNO=20\r\n", "7 a Its repeat rule names weeks of the year" },
    { "RRULE:FREQ=MONTHLY;BYYEARDAY=100\r\n", "7 a Its repeat rule names days of the year" },
    { "RRULE:FREQ=DAILY;BYSETPOS=2\r\n", "7 a Its repeat rule names positions (BYSETPOS)" },
    { "RRULE:FREQ=DAILY;COUNT=9;UNTIL=20270110T000000Z\r\n",
      "7 a Its repeat rule has a number of times and a last day" },
    { "RRULE:RSCALE=HEBREW;FREQ=YEARLY\r\n", "7 a It repeats by another calendar" },
    { "DTSTART;TZID=Europe/Berlin\r\n", "7 a The DTSTART line cannot be read" },
    { "SUMMARY:caf\xe9\r\n", "7 a The text is not UTF-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event =
          g_strconcat ("BEGIN:VEVENT\r\nUID:a\r\nSTATUS:CONFIRMED\r\nDTSTART:20270105T090000Z\r\n",
                       cases[i][0], "END:VEVENT\r\n", NULL);
      g_autoptr (WayCalendarContent) content = read_events (event);
      g_autofree char *said = reasons (content);
      /* What the line pass says comes before anybody knows the event. */
      g_auto (GStrv) parts = g_strsplit (cases[i][1], " a ", 2);
      if (strstr (said, cases[i][1]) == NULL && strstr (said, parts[1]) == NULL)
        g_error ("%s: %s", cases[i][0], said);
    }
}

/* A part without its END takes no neighbour with it. */
static void
test_parts_that_are_not_closed_end_at_the_next (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270105T090000Z\r\nDURATION:PT1H\r\n"
                   "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20270106T090000Z\r\nDURATION:PT1H\r\n"
                   "BEGIN:VALARM\r\nDURATION:PT5M\r\nEND:VEVENT\r\n"
                   "BEGIN:VTODO\r\nUID:c\r\n"
                   "BEGIN:VEVENT\r\nUID:d\r\nEND:VALARM\r\nDTSTART:20270107T090000Z\r\n"
                   "DURATION:PT1H\r\n");
  g_autofree char *said = reasons (content);

  g_assert_cmpint (content->n_events, ==, 3);
  g_assert_cmpint (content->events->len, ==, 3);
  g_assert_nonnull (strstr (said, "3 a It has no END:VEVENT"));
  g_assert_nonnull (strstr (said, "16 d It has no END:VEVENT"));
}

static void
test_an_older_event_of_the_same_uid_is_named (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:a\r\nSEQUENCE:1\r\nDTSTART:20270105T090000Z\r\n"
                   "DURATION:PT1H\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270106T090000Z\r\n"
                   "DURATION:PT1H\r\nEND:VEVENT\r\n");
  g_autofree char *said = reasons (content);

  g_assert_cmpint (content->events->len, ==, 1);
  g_assert_cmpstr (said, ==,
                   "9 a The file has a newer event of the same UID; this one was left out.\n");
}

/* The starts of all instances as "MM-DD HH:MM", in UTC. */
static char *
starts (const char *event)
{
  g_autofree char *text = g_strconcat ("BEGIN:VEVENT\r\nUID:a\r\n", event, "END:VEVENT\r\n", NULL);
  g_autoptr (WayCalendarContent) content = read_events (text);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < content->events->len; i++)
    {
      const WayCalendarEvent *it = content->events->pdata[i];
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (it->start_utc);
      g_autofree char *start = g_date_time_format (at, i == 0 ? "%m-%d %H:%M" : " %m-%d %H:%M");
      g_string_append (all, start);
    }
  return g_string_free (all, FALSE);
}

/* What programs write although the RFC wants one type. The zone of the reader is Berlin's. */
static void
test_mixed_types_mean_what_was_meant (void)
{
  static const char *const cases[][2] = {
    /* dates on a series of times: the time of the series */
    { "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nRDATE;VALUE=DATE:20270107\r\n",
      "01-05 09:00 01-07 09:00" },
    { "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
      "EXDATE;VALUE=DATE:20270106\r\n",
      "01-05 09:00 01-07 09:00" },
    /* times on a series of dates: their day */
    { "DTSTART;VALUE=DATE:20270105\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20270106T000000Z\r\n",
      "01-04 23:00 01-06 23:00" },
    { "DTSTART;VALUE=DATE:20270105\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEXDATE:20270105T230000Z\r\n",
      "01-04 23:00 01-06 23:00" },
    { "DTSTART;VALUE=DATE:20270105\r\nRDATE:20270107T100000\r\n", "01-04 23:00 01-06 23:00" },
    { "DTSTART;VALUE=DATE:20270105T000000\r\n", "01-04 23:00" },
    { "DTSTART;VALUE=DATE:20270105\r\nRDATE;VALUE=DATE:20270107Z\r\n", "01-04 23:00 01-06 23:00" },
    { "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY\\;COUNT=2\r\n",
      "01-05 09:00 01-06 09:00" },
    { "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=4\r\n"
      "EXRULE:FREQ=DAILY;INTERVAL=2\r\n",
      "01-06 09:00 01-08 09:00" },
    { "DTSTART:20270105T085960Z\r\nDURATION:PT1H\r\n", "01-05 08:59" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = starts (cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

#define ALL_HOURS   "BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23"
#define TEN_SECONDS "BYSECOND=0,1,2,3,4,5,6,7,8,9"
#define ALL_DAYS    "BYDAY=MO,TU,WE,TH,FR,SA,SU"
#define QUARTER     "BYMINUTE=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15"

/* DTSTART counts as the first time also where the rule does not meet it (RFC 5545 section 3.3.10, COUNT); weeks
 * belong to years (BYWEEKNO); what is not allowed is followed where it means one thing. */
static void
test_doubtful_rules_mean_one_thing (void)
{
  static const char *const cases[][2] = {
    { "FREQ=WEEKLY;BYDAY=FR;COUNT=3", "01-05 09:00 01-08 09:00 01-15 09:00" },
    { "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "01-05 09:00 01-12 09:00 01-19 09:00" },
    { "FREQ=WEEKLY;BYDAY=FR;COUNT=1", "01-05 09:00" },
    { "FREQ=DAILY;COUNT=9;UNTIL=20270106T090000Z", "01-05 09:00 01-06 09:00" },
    { "FREQ=WEEKLY;BYDAY=2TU;COUNT=2", "01-05 09:00 01-12 09:00" },
    { "FREQ=WEEKLY;BYMONTHDAY=13;COUNT=3", "01-05 09:00 01-13 09:00 02-13 09:00" },
    { "FREQ=DAILY;BYSETPOS=2;COUNT=2", "01-05 09:00 01-06 09:00" },
    { "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;BYHOUR=8,9;COUNT=3",
      "01-05 09:00 02-02 08:00 03-02 08:00" },
    { "FREQ=DAILY;" ALL_HOURS ";" QUARTER ";BYSETPOS=366,-366;COUNT=4",
      "01-05 09:00 01-05 22:13 01-06 01:02 01-06 22:13" },
    { "FREQ=YEARLY;BYWEEKNO=52,53,1;BYDAY=FR", "01-05 09:00 01-08 09:00 12-31 09:00" },
    { "FREQ=YEARLY;BYWEEKNO=20", "01-05 09:00 05-18 09:00" },
    { "FREQ=DAILY;INTERVAL=2147483648", "01-05 09:00" },
    { "FREQ=DAILY;BYSECOND=60;COUNT=2", "01-05 09:00 01-05 09:00" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event = g_strdup_printf (
          "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nRRULE:%s\r\n", cases[i][0]);
      g_autofree char *found = starts (event);
      if (!g_str_equal (found, cases[i][1]))
        g_error ("%s: %s", cases[i][0], found);
    }
}

/* Of a series of whole days, which has no times. */
static void
test_times_of_whole_days_are_ignored (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:20270105\r\n"
                   "RRULE:FREQ=DAILY;BYHOUR=9,10;COUNT=3\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;VALUE=DATE:20270105\r\n"
                   "RRULE:FREQ=MINUTELY;COUNT=3\r\nEND:VEVENT\r\n");
  g_autofree char *said = reasons (content);

  g_assert_cmpint (content->events->len, ==, 4);
  g_assert_nonnull (
      strstr (said, "6 a Its repeat rule names times of day, but it lasts whole days"));
  g_assert_nonnull (strstr (said, "11 b It lasts whole days and repeats within one"));
}

/* Rules that take an iterator minutes, or for ever: each ends, with as many instances in the range and with what
 * is said, and without what nobody asked for in memory. */
static void
test_hostile_rules_end (void)
{
  static const struct
  {
    const char *rule;
    guint n;
    const char *said;
  } cases[] = {
    { "FREQ=SECONDLY", 5000, "It repeats too often; the first times were kept." },
    { "FREQ=MINUTELY", 5000, "It repeats too often; the first times were kept." },
    { "FREQ=SECONDLY;COUNT=2147483647", 5000, "It repeats too often" },
    { "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", 0, NULL },
    { "FREQ=SECONDLY;INTERVAL=2;BYSECOND=1", 0, NULL },
    { "FREQ=MINUTELY;BYHOUR=9;BYMINUTE=0", 365, NULL },
    { "FREQ=MINUTELY;INTERVAL=1440", 365, NULL },
    { "FREQ=MINUTELY;BYHOUR=9;BYMINUTE=0;BYSECOND=0,30;BYSETPOS=-1", 365, NULL },
    { "FREQ=SECONDLY;BYHOUR=9;BYSETPOS=2", 0, NULL },
    { "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2", 0, NULL },
    { "FREQ=DAILY;INTERVAL=999999999", 0, NULL },
    { "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO", 0, NULL },
    { "FREQ=DAILY;COUNT=2147483647", 365, NULL },
    { "FREQ=YEARLY;" ALL_DAYS ";" ALL_HOURS ";" TEN_SECONDS, 5000, "It repeats too often" },
    { "FREQ=YEARLY;" ALL_DAYS ";" ALL_HOURS ";" TEN_SECONDS ";BYSETPOS=1", 1, NULL },
    { "FREQ=YEARLY;" ALL_DAYS ";" ALL_HOURS ";" TEN_SECONDS ";BYMINUTE=0,1;BYSETPOS=1", 0,
      "Its repeat rule chooses among too many times (BYSETPOS); its first time was kept." },
    { "FREQ=MINUTELY;BYSECOND=0;COUNT=99999999", 0,
      "The file repeats too much in all; the first times of this were kept." },
    { "FREQ=", 0, "not understood" },
    { "X", 0, "not understood" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *event =
          g_strdup_printf ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:19700101T090000Z\r\n"
                           "DURATION:PT1S\r\nRRULE:%s\r\nEND:VEVENT\r\n",
                           cases[i].rule);
      g_autoptr (WayCalendarContent) content = read_events (event);
      g_autofree char *said = reasons (content);
      if (content->events->len != cases[i].n)
        g_error ("%s: %u instances, not %u", cases[i].rule, content->events->len, cases[i].n);
      if (cases[i].said == NULL ? *said != '\0' : strstr (said, cases[i].said) == NULL)
        g_error ("%s: %s", cases[i].rule, said);
    }
}

/* The first times of a range are kept, not those before it. */
static void
test_what_repeats_too_often_fills_the_beginning (void)
{
  g_autoptr (WayCalendarContent) content =
      read_events ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=America/New_York:19700101T090000\r\n"
                   "DURATION:PT30S\r\nRRULE:FREQ=MINUTELY\r\nEND:VEVENT\r\n");
  const WayCalendarEvent *first = content->events->pdata[0];
  const WayCalendarEvent *last = content->events->pdata[content->events->len - 1];

  g_assert_cmpint (first->start_utc, ==, T0);
  g_assert_cmpint (last->start_utc, ==, T0 + 4999 * 60);
}

/* Any cut and any flipped byte of a good file ends as an answer. */
static void
test_damaged_files_end (void)
{
  g_autofree char *good =
      g_strdup ("BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:My\r\nBEGIN:STANDARD\r\n"
                "DTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
                "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
                "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=My:20270105T090000\r\nDURATION:PT1H\r\n"
                "RRULE:FREQ=WEEKLY;COUNT=10\r\nEXDATE;TZID=My:20270112T090000\r\nEND:VEVENT\r\n"
                "END:VCALENDAR\r\n");
  gsize length = strlen (good);

  for (gsize cut = 0; cut < length; cut++)
    {
      WayCalendarContent *content = read_bytes (good, cut, NULL);
      way_calendar_content_free (content);
    }
  for (int i = 0; i < 4000; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (int) length);
      char old = good[at];
      good[at] = (char) g_test_rand_int_range (0, 256);
      way_calendar_content_free (read_bytes (good, length, NULL));
      good[at] = old;
    }
}

static void
test_deep_nesting_ends (void)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\n");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "BEGIN:VEVENT\r\n");
  way_calendar_content_free (read_bytes (text->str, text->len, &error));
  g_string_free (text, TRUE);
}

static void
test_a_file_over_the_limit_is_refused (void)
{
  gsize length = (gsize) WAY_CALENDAR_MAX_BYTES + 1;
  g_autofree char *text = g_malloc (length);
  g_autoptr (GError) error = NULL;

  memset (text, '\n', length);
  memcpy (text, "BEGIN:VCALENDAR", 15);
  g_assert_null (read_bytes (text, length, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_LIMIT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/what-is-no-calendar-is-refused", test_what_is_no_calendar_is_refused);
  g_test_add_func ("/reader/one-bad-event-does-not-stop-the-others",
                   test_one_bad_event_does_not_stop_the_others);
  g_test_add_func ("/reader/an-unknown-zone-is-named-and-not-taken-for-utc",
                   test_an_unknown_zone_is_named_and_not_taken_for_utc);
  g_test_add_func ("/reader/free-and-cancelled-events-do-not-block",
                   test_free_and_cancelled_events_do_not_block);
  g_test_add_func ("/reader/nothing-is-lost-without-a-word", test_nothing_is_lost_without_a_word);
  g_test_add_func ("/reader/parts-that-are-not-closed-end-at-the-next",
                   test_parts_that_are_not_closed_end_at_the_next);
  g_test_add_func ("/reader/an-older-event-of-the-same-uid-is-named",
                   test_an_older_event_of_the_same_uid_is_named);
  g_test_add_func ("/reader/mixed-types-mean-what-was-meant", test_mixed_types_mean_what_was_meant);
  g_test_add_func ("/reader/doubtful-rules-mean-one-thing", test_doubtful_rules_mean_one_thing);
  g_test_add_func ("/reader/times-of-whole-days-are-ignored", test_times_of_whole_days_are_ignored);
  g_test_add_func ("/reader/hostile-rules-end", test_hostile_rules_end);
  g_test_add_func ("/reader/what-repeats-too-often-fills-the-beginning",
                   test_what_repeats_too_often_fills_the_beginning);
  g_test_add_func ("/reader/damaged-files-end", test_damaged_files_end);
  g_test_add_func ("/reader/deep-nesting-ends", test_deep_nesting_ends);
  g_test_add_func ("/reader/a-file-over-the-limit-is-refused",
                   test_a_file_over_the_limit_is_refused);
  return g_test_run ();
}
