/* The reviews of a guide as one event that repeats: whatever is done to them, the file says their times. */
#include "core/base/zone.h"
#include "core/calendar/export.h"
#include "core/calendar/reader.h"
#include "fixture.h"
#include "made-plan.h"

#include <string.h>

#define N 5

/* The second Tuesday of a month, at half past six in Berlin, an hour long: winter and summer. */
static const int days[N][3] = {
  { 2027, 4, 13 }, { 2027, 7, 13 }, { 2027, 10, 12 }, { 2028, 1, 11 }, { 2028, 4, 11 },
};

typedef struct
{
  Fixture store;
  WayZone *zone;
  WayExportOptions options;
  char *text; /* of the last export, unfolded */
} Series;

static void
clear (Series *f)
{
  act (f->store.store, "Clear", "DELETE FROM block WHERE kind = 'review'");
}

static void
add_review (Series *f, int i, WayDate date, int minute, int minutes)
{
  gint64 start = way_zone_to_utc (f->zone, date, minute);
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO block (uid, kind, guide_id, title, start_utc, end_utc, "
                       "created_utc, changed_utc) "
                       "SELECT 'review-%d', 'review', id, 'Quarterly review', %" G_GINT64_FORMAT
                       ", %" G_GINT64_FORMAT ", 1795420800, 1795420800 FROM guide",
                       i, start, start + 60 * minutes);

  act (f->store.store, "Add", sql);
}

static void
set_up (Series *f, gconstpointer data)
{
  fixture_set_up (&f->store, NULL);
  make_plan (f->store.store, "3-5");
  f->zone = way_zone_new ("Europe/Berlin", NULL);
  f->options = (WayExportOptions) { .kinds = WAY_EXPORT_REVIEW,
                                    .from_date = WAY_DATE_NONE,
                                    .to_date = WAY_DATE_NONE };
  clear (f);
  for (int i = 0; i < N; i++)
    add_review (f, i, way_date_from_ymd (days[i][0], days[i][1], days[i][2]), 1110, 60);
}

static void
tear_down (Series *f, gconstpointer data)
{
  g_free (f->text);
  way_zone_free (f->zone);
  fixture_tear_down (&f->store, NULL);
}

static void
export_now (Series *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_export_to_bytes (f->store.store, &f->options, NULL, &error);

  g_assert_no_error (error);
  g_autofree char *raw = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (raw, "\r\n ", -1);
  g_free (f->text);
  f->text = g_strjoinv ("", parts);
}

static gboolean
has (const Series *f, const char *line)
{
  g_autofree char *whole = g_strdup_printf ("\r\n%s\r\n", line);

  return strstr (f->text, whole) != NULL;
}

static int
count_of (const Series *f, const char *part)
{
  g_auto (GStrv) parts = g_strsplit (f->text, part, -1);

  return (int) g_strv_length (parts) - 1;
}

/* What a reader finds in the file is what the plan has, for the whole of it. */
static void
assert_times (Series *f)
{
  const WayCalendarReadOptions options = { .zone = "UTC",
                                           .from_utc = PLAN_NOW,
                                           .to_utc = PLAN_NOW + 4 * 366 * 86400LL };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayStatement) s = way_statement_new (
      f->store.store, "SELECT start_utc, end_utc FROM block WHERE kind = 'review' "
                      "AND state <> 'skipped' ORDER BY start_utc");
  guint n = 0;

  export_now (f);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (f->text, strlen (f->text), "plan.ics", &options, &error);
  g_assert_no_error (error);
  g_assert_cmpint (content->skipped->len, ==, 0);
  for (; way_statement_step (s); n++)
    {
      g_assert_cmpint (n, <, content->events->len);
      const WayCalendarEvent *it = g_ptr_array_index (content->events, n);
      g_assert_cmpint (it->start_utc, ==, way_statement_int (s, 0));
      g_assert_cmpint (it->end_utc, ==, way_statement_int (s, 1));
      g_assert_cmpstr (it->uid, ==, "review-0");
    }
  g_assert_cmpint (n, ==, content->events->len);
}

static void
test_regular_reviews_are_one_event (Series *f, gconstpointer data)
{
  assert_times (f);
  g_assert_true (has (f, "DTSTART;TZID=Europe/Berlin:20270413T183000"));
  g_assert_true (has (f, "DTEND;TZID=Europe/Berlin:20270413T193000"));
  g_assert_true (has (f, "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=5"));
  g_assert_cmpint (count_of (f, "BEGIN:VEVENT"), ==, 1);
  g_assert_cmpint (count_of (f, "EXDATE"), ==, 0);
}

static void
test_a_moved_one_is_an_override (Series *f, gconstpointer data)
{
  act (f->store.store, "Move",
       "UPDATE block SET start_utc = start_utc - 86400, end_utc = end_utc - 82800 "
       "WHERE uid = 'review-2'");
  assert_times (f);
  g_assert_cmpint (count_of (f, "BEGIN:VEVENT"), ==, 2);
  g_assert_cmpint (count_of (f, "UID:review-0\r\n"), ==, 2);
  g_assert_cmpint (count_of (f, "RRULE:FREQ=MONTHLY"), ==, 1);
  g_assert_true (has (f, "RECURRENCE-ID;TZID=Europe/Berlin:20271012T183000"));
  g_assert_true (has (f, "DTSTART;TZID=Europe/Berlin:20271011T183000"));
  g_assert_true (has (f, "DTEND;TZID=Europe/Berlin:20271011T203000"));
}

/* The rule does not follow the first one when it moves, even before the beginning of the year. */
static void
test_a_moved_first_one_leaves_the_rule (Series *f, gconstpointer data)
{
  act (f->store.store, "Move",
       "UPDATE block SET start_utc = start_utc - 120 * 86400, end_utc = end_utc - 120 * 86400 "
       "WHERE uid = 'review-0'");
  assert_times (f);
  g_assert_true (has (f, "DTSTART;TZID=Europe/Berlin:20261214T173000"));
  g_assert_true (has (f, "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=6"));
}

static void
test_one_that_does_not_take_place_is_excepted (Series *f, gconstpointer data)
{
  act (f->store.store, "Skip",
       "UPDATE block SET state = 'skipped' WHERE uid IN ('review-1', 'review-3')");
  assert_times (f);
  g_assert_true (has (f, "EXDATE;TZID=Europe/Berlin:20270713T183000"));
  g_assert_true (has (f, "EXDATE;TZID=Europe/Berlin:20280111T183000"));
  act (f->store.store, "Skip", "UPDATE block SET state = 'skipped' WHERE uid = 'review-0'");
  assert_times (f);
  g_assert_true (has (f, "DTSTART;TZID=Europe/Berlin:20271012T183000"));
  g_assert_true (has (f, "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=3"));
}

/* The fifth Tuesday is always written as the last one. */
static void
test_a_fifth_weekday_is_the_last (Series *f, gconstpointer data)
{
  clear (f);
  add_review (f, 0, way_date_from_ymd (2027, 3, 29), 1110, 60);
  add_review (f, 1, way_date_from_ymd (2027, 6, 28), 1110, 60);
  add_review (f, 2, way_date_from_ymd (2027, 9, 27), 1110, 60);
  assert_times (f);
  g_assert_true (has (f, "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=-1MO;COUNT=3"));
}

/* From 01:50 for an hour and a half on the night of the change: the end is the second 02:20. */
static void
test_a_night_of_two_hours_keeps_its_length (Series *f, gconstpointer data)
{
  clear (f);
  add_review (f, 0, way_date_from_ymd (2027, 10, 31), 110, 90);
  add_review (f, 1, way_date_from_ymd (2028, 1, 30), 110, 90);
  assert_times (f);
  g_assert_true (has (f, "DURATION:PT90M"));
}

/* Nothing agrees: still each has its time. */
static void
test_any_times_can_be_written (Series *f, gconstpointer data)
{
  for (int k = 0; k < 60; k++)
    {
      clear (f);
      for (int i = 0; i < N; i++)
        add_review (f, i, way_date_from_ymd (2027, 1, 4) + g_test_rand_int_range (0, 900),
                    g_test_rand_int_range (0, 48) * 30, g_test_rand_int_range (1, 5) * 30);
      act (f->store.store, "Skip",
           "UPDATE block SET state = 'skipped' WHERE uid <> 'review-0' AND random () % 4 = 0");
      assert_times (f);
    }
}

/* A rule would move by an hour with the seasons. */
static void
test_in_utc_each_is_an_event (Series *f, gconstpointer data)
{
  f->options.utc = TRUE;
  export_now (f);
  g_assert_cmpint (count_of (f, "BEGIN:VEVENT"), ==, N);
  g_assert_cmpint (count_of (f, "RRULE:FREQ=MONTHLY"), ==, 0);
  g_assert_true (has (f, "UID:review-4"));
}

static void
test_a_range_takes_its_part (Series *f, gconstpointer data)
{
  int counts[WAY_EXPORT_N_KINDS];

  f->options.from_date = way_date_from_ymd (2027, 7, 1);
  f->options.to_date = way_date_from_ymd (2028, 1, 31);
  export_now (f);
  g_assert_true (has (f, "DTSTART;TZID=Europe/Berlin:20270713T183000"));
  g_assert_true (has (f, "RRULE:FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU;COUNT=3"));
  g_assert_true (way_export_count (f->store.store, &f->options, counts, NULL));
  g_assert_cmpint (counts[3], ==, 3);
  f->options.to_date = way_date_from_ymd (2027, 7, 31);
  export_now (f);
  g_assert_cmpint (count_of (f, "RRULE:FREQ=MONTHLY"), ==, 0);
  g_assert_true (has (f, "UID:review-0"));
}

static void
assert_sent (Series *f, const char *path, int added, int changed, int unchanged)
{
  g_autoptr (GError) error = NULL;
  g_auto (WayExportResult) result = { 0 };

  way_export_to_file (f->store.store, &f->options, path, PLAN_NOW, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.added, ==, added);
  g_assert_cmpint (result.changed, ==, changed);
  g_assert_cmpint (result.unchanged, ==, unchanged);
  g_assert_cmpint (result.cancelled, ==, 0);
}

/* Another range is no new revision, but the file is sent the rest. */
static void
test_what_a_file_was_sent_of_a_series_is_known (Series *f, gconstpointer data)
{
  g_autofree char *whole = g_build_filename (f->store.folder, "whole.ics", NULL);
  g_autofree char *part = g_build_filename (f->store.folder, "part.ics", NULL);

  f->options.changes_only = TRUE;
  assert_sent (f, whole, 1, 0, 0);
  f->options.to_date = way_date_from_ymd (2028, 1, 31);
  assert_sent (f, part, 1, 0, 0);
  assert_sent (f, part, 0, 0, 1);
  f->options.to_date = WAY_DATE_NONE;
  assert_sent (f, whole, 0, 0, 1);
  assert_sent (f, part, 0, 1, 0);
  assert_sent (f, part, 0, 0, 1);
  export_now (f);
  g_assert_true (has (f, "SEQUENCE:0"));
  act (f->store.store, "Move",
       "UPDATE block SET start_utc = start_utc - 86400, end_utc = end_utc - 86400 "
       "WHERE uid = 'review-2'");
  assert_sent (f, whole, 0, 1, 0);
  export_now (f);
  g_assert_cmpint (count_of (f, "SEQUENCE:1\r\n"), ==, 2);
}

#define ADD(name, function) g_test_add ("/series/" name, Series, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("regular-reviews-are-one-event", test_regular_reviews_are_one_event);
  ADD ("a-moved-one-is-an-override", test_a_moved_one_is_an_override);
  ADD ("a-moved-first-one-leaves-the-rule", test_a_moved_first_one_leaves_the_rule);
  ADD ("one-that-does-not-take-place-is-excepted", test_one_that_does_not_take_place_is_excepted);
  ADD ("a-fifth-weekday-is-the-last", test_a_fifth_weekday_is_the_last);
  ADD ("a-night-of-two-hours-keeps-its-length", test_a_night_of_two_hours_keeps_its_length);
  ADD ("any-times-can-be-written", test_any_times_can_be_written);
  ADD ("in-utc-each-is-an-event", test_in_utc_each_is_an_event);
  ADD ("a-range-takes-its-part", test_a_range_takes_its_part);
  ADD ("what-a-file-was-sent-of-a-series-is-known", test_what_a_file_was_sent_of_a_series_is_known);
  return g_test_run ();
}
