#include "core/base/error.h"
#include "core/calendar/reader.h"
#include "core/calendar/writer.h"

#include <string.h>

#define HOUR 3600
#define T0   G_GINT64_CONSTANT (1799053200) /* 2027-01-04T09:00:00Z */

static WayCalendarEntry
entry (const char *uid, gint64 start_utc, const char *summary)
{
  return (WayCalendarEntry) { .uid = uid,
                              .created_utc = T0,
                              .changed_utc = T0,
                              .summary = summary,
                              .description = "",
                              .categories = "",
                              .related_to = "",
                              .start_utc = start_utc,
                              .end_utc = start_utc + HOUR,
                              .busy = TRUE };
}

static char *
write_file (WayCalendarEntry **entries, const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile file = { "Plan", zone, array };

  for (; *entries != NULL; entries++)
    g_ptr_array_add (array, *entries);
  g_autoptr (GBytes) bytes = way_calendar_write (&file, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* RFC 5545 section 3.1: CRLF, at most 75 octets, no character cut in two. */
static void
test_lines_are_folded_at_75_octets (void)
{
  for (int length = 1; length < 120; length++)
    {
      GString *summary = g_string_new (NULL);
      for (int i = 0; i < length; i++)
        g_string_append (summary, i % 3 == 0 ? "ü" : i % 3 == 1 ? "日" : "a");
      WayCalendarEntry a = entry ("a@x", T0, summary->str);
      g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, "Europe/Berlin");
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

      for (char **line = lines; *line != NULL; line++)
        {
          g_assert_cmpint (strlen (*line), <=, 75);
          g_assert_true (g_utf8_validate (*line, -1, NULL));
          g_assert_null (strpbrk (*line, "\r\n"));
        }
      g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);
      g_autofree char *unfolded = g_strjoinv ("", parts);
      g_assert_nonnull (strstr (unfolded, summary->str));
      g_string_free (summary, TRUE);
    }
}

static void
test_text_is_escaped (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "a,b;c\\d\ne");
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);

  g_assert_nonnull (strstr (text, "SUMMARY:a\\,b\\;c/d\\ne\r\n"));
}

static void
test_the_order_of_the_input_does_not_matter (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A"), b = entry ("b@x", T0 + HOUR, "B"),
                   c = entry ("c@x", T0, "C");
  g_autofree char *one = write_file ((WayCalendarEntry *[]) { &a, &b, &c, NULL }, "Europe/Berlin");
  g_autofree char *two = write_file ((WayCalendarEntry *[]) { &c, &b, &a, NULL }, "Europe/Berlin");

  g_assert_cmpstr (one, ==, two);
}

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

static void
test_bad_input_is_refused (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "caf\xe9");
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile bad_text = { "Plan", NULL, array };
  const WayCalendarFile bad_zone = { "Plan", "Europe/Nowhere", array };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (array, &a);
  g_assert_null (way_calendar_write (&bad_text, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  a.summary = "A";
  g_assert_null (way_calendar_write (&bad_zone, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/lines-are-folded-at-75-octets", test_lines_are_folded_at_75_octets);
  g_test_add_func ("/writer/text-is-escaped", test_text_is_escaped);
  g_test_add_func ("/writer/the-order-of-the-input-does-not-matter",
                   test_the_order_of_the_input_does_not_matter);
  g_test_add_func ("/writer/the-wall-clock-survives-the-change-of-offset",
                   test_the_wall_clock_survives_the_change_of_offset);
  g_test_add_func ("/writer/what-is-written-reads-back", test_what_is_written_reads_back);
  g_test_add_func ("/writer/bad-input-is-refused", test_bad_input_is_refused);
  return g_test_run ();
}
