/* Times on their way through a file: the zone, its changes of offset, and back. */
#include "core/base/zone.h"
#include "core/calendar/reader.h"
#include "writer-fixture.h"

#include <string.h>

/* 18:30 in Berlin stays 18:30 on both sides of the change of 28 March 2027. */
static void
test_the_wall_clock_survives_the_change_of_offset (void)
{
  WayCalendarEntry winter = entry ("a@x", 1805995800, "winter"); /* 2027-03-25T17:30Z */
  WayCalendarEntry summer = entry ("b@x", 1806337800, "summer"); /* 2027-03-29T16:30Z */
  g_autofree char *text =
      write_file ((WayCalendarEntry *[]) { &winter, &summer, NULL }, "Europe/Berlin");

  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20270325T183000\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20270329T183000\r\n"));
  g_assert_nonnull (strstr (text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"));
}

static void
test_what_is_written_reads_back (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A"), b = entry ("b@x", T0 + 100 * 24 * HOUR, "B");
  WayCalendarEntry day = entry ("c@x", 0, "Due");
  const WayCalendarReadOptions options = {
    .zone = "UTC", .from_utc = T0 - HOUR, .to_utc = T0 + 400 * 24 * HOUR, .all_day_busy = TRUE
  };
  g_autoptr (GError) error = NULL;

  day.all_day = TRUE;
  day.date = 20900;
  day.busy = FALSE;
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, &b, &day, NULL }, "Asia/Tokyo");
  /* As somebody else's: our own blocks are never planned around. */
  memcpy (strstr (text, "Waymark//Waymark"), "Another", 7);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (text, strlen (text), "x.ics", &options, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) busy = way_calendar_content_busy (content, options.from_utc, options.to_utc);
  g_assert_cmpint (content->n_events, ==, 3);
  g_assert_cmpint (content->skipped->len, ==, 0);
  g_assert_cmpint (busy->len, ==, 2);
  g_assert_cmpint (g_array_index (busy, WayInterval, 0).start_utc, ==, a.start_utc);
  g_assert_cmpint (g_array_index (busy, WayInterval, 1).end_utc, ==, b.end_utc);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20270323\r\n"));
  g_assert_nonnull (strstr (text, "DTEND;VALUE=DATE:20270324\r\n"));
}

/* Blocks of 20 minutes, one each half hour, six hours around each change of offset of 2027. */
static void
check_changes_of (const char *zone_id)
{
  g_autoptr (WayZone) zone = way_zone_new (zone_id, NULL);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  const WayCalendarFile file = { "Plan", zone_id, array, FALSE };
  g_autoptr (GError) error = NULL;
  const WayCalendarReadOptions options = { .zone = "UTC", .to_utc = T0 + 400 * 24 * HOUR };

  for (gint64 hour = T0; hour < T0 + 360 * 24 * HOUR; hour += HOUR)
    if (way_zone_offset_at (zone, hour) != way_zone_offset_at (zone, hour + HOUR))
      for (gint64 start = hour - 6 * HOUR; start < hour + 7 * HOUR; start += HOUR / 2)
        {
          WayCalendarEntry *block = g_new (WayCalendarEntry, 1);
          g_ptr_array_add (uids, g_strdup_printf ("%" G_GINT64_FORMAT, start));
          *block = entry (g_ptr_array_index (uids, uids->len - 1), start, "A");
          block->end_utc = start + HOUR / 3;
          g_ptr_array_add (array, block);
        }
  g_autoptr (GBytes) bytes = way_calendar_write (&file, &error);
  g_assert_no_error (error);
  gsize length;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  memcpy (strstr (text, "Waymark//Waymark"), "Another", 7);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (text, length, "x.ics", &options, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) busy = way_calendar_content_busy (content, 0, options.to_utc);
  g_assert_cmpuint (busy->len, ==, array->len);
  g_assert_cmpuint (busy->len, >=, 26);
  for (guint i = 0; i < busy->len; i++)
    {
      const WayCalendarEntry *block = g_ptr_array_index (array, i);
      g_assert_cmpint (g_array_index (busy, WayInterval, i).start_utc, ==, block->start_utc);
      g_assert_cmpint (g_array_index (busy, WayInterval, i).end_utc, ==, block->end_utc);
    }
}

/* Among them half an hour (Lord Howe), summer before winter (Santiago), negative summer time (Dublin),
 * changes at midnight (Beirut) and two hours (Troll). */
static void
test_every_time_around_a_change_of_offset_comes_back (void)
{
  static const char *const zones[] = { "Europe/Berlin",    "America/New_York",
                                       "Europe/Dublin",    "Australia/Lord_Howe",
                                       "America/Santiago", "Asia/Beirut",
                                       "Pacific/Auckland", "Antarctica/Troll",
                                       "Africa/Casablanca" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    check_changes_of (zones[i]);
}

/* RFC 5545 3.3.5: 02:30 of 31 October 2027 in Berlin means 00:30Z; 01:30Z has no local form. */
static void
test_the_second_of_two_equal_times_is_written_in_utc (void)
{
  WayCalendarEntry first = entry ("a@x", 1824942600, "first"); /* 2027-10-31T00:30Z */
  WayCalendarEntry second = entry ("b@x", 1824946200, "second");

  first.end_utc = first.start_utc + HOUR / 3;
  g_autofree char *text =
      write_file ((WayCalendarEntry *[]) { &first, &second, NULL }, "Europe/Berlin");
  g_assert_nonnull (strstr (text, "\r\nDTSTART;TZID=Europe/Berlin:20271031T023000\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDTSTART:20271031T013000Z\r\nDTEND:20271031T023000Z\r\n"));
}

/* The rules of the zone begin before the first event, have no end, and its name no vendor. */
static void
test_the_zone_is_trimmed_to_the_range (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Tokyo",
                                       "Africa/Casablanca", "Australia/Lord_Howe" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      WayCalendarEntry a = entry ("a@x", T0, "A");
      g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, zones[i]);
      g_autofree char *name = g_strdup_printf ("BEGIN:VTIMEZONE\r\nTZID:%s\r\n", zones[i]);
      const char *rules = strstr (text, name);
      g_assert_nonnull (rules);
      g_assert_cmpint (strstr (text, "END:VTIMEZONE") - rules, <, 4096);
      g_assert_true (strstr (text, "END:VTIMEZONE") < strstr (text, "BEGIN:VEVENT"));
      g_assert_null (strstr (text, "freeassociation"));
      g_assert_null (strstr (text, "X-LIC-"));
      g_assert_null (strstr (rules, "UNTIL="));
      const char *onset = strstr (rules, "\r\nDTSTART:");
      g_assert_cmpint (strncmp (onset + strlen ("\r\nDTSTART:"), "2027", 4), <, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer-times/the-wall-clock-survives-the-change-of-offset",
                   test_the_wall_clock_survives_the_change_of_offset);
  g_test_add_func ("/writer-times/what-is-written-reads-back", test_what_is_written_reads_back);
  g_test_add_func ("/writer-times/every-time-around-a-change-of-offset-comes-back",
                   test_every_time_around_a_change_of_offset_comes_back);
  g_test_add_func ("/writer-times/the-second-of-two-equal-times-is-written-in-utc",
                   test_the_second_of_two_equal_times_is_written_in_utc);
  g_test_add_func ("/writer-times/the-zone-is-trimmed-to-the-range",
                   test_the_zone_is_trimmed_to_the_range);
  return g_test_run ();
}
