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

  g_assert_cmpint (content->unknown_zones->len, ==, 1);
  g_assert_cmpstr (content->unknown_zones->pdata[0], ==, "Mars/Olympus");
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

/* Rules that take an iterator minutes, or for ever: bounded, and said so. */
static void
test_hostile_rules_end (void)
{
  static const char *const rules[] = { "FREQ=SECONDLY",
                                       "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                                       "FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2",
                                       "FREQ=DAILY;INTERVAL=999999999",
                                       "FREQ=MONTHLY;BYSETPOS=366;BYDAY=MO",
                                       "FREQ=DAILY;COUNT=2147483647",
                                       "FREQ=",
                                       "X" };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *event =
          g_strdup_printf ("BEGIN:VEVENT\r\nUID:a\r\nDTSTART:19700101T090000Z\r\n"
                           "DTEND:19700101T090030Z\r\nRRULE:%s\r\nEND:VEVENT\r\n",
                           rules[i]);
      g_autoptr (WayCalendarContent) content = read_events (event);
      g_assert_cmpint (content->events->len, <=, 5000);
    }
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
  g_test_add_func ("/reader/hostile-rules-end", test_hostile_rules_end);
  g_test_add_func ("/reader/damaged-files-end", test_damaged_files_end);
  g_test_add_func ("/reader/deep-nesting-ends", test_deep_nesting_ends);
  g_test_add_func ("/reader/a-file-over-the-limit-is-refused",
                   test_a_file_over_the_limit_is_refused);
  return g_test_run ();
}
