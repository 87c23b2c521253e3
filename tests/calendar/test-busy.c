/* Calendars to plan around, in the store: matched by UID, answered zones, and what was moved of ours. */
#include "core/base/zone.h"
#include "core/calendar/busy.h"
#include "core/calendar/export.h"
#include "core/calendar/moved.h"
#include "fixture.h"
#include "made-plan.h"

#include <glib/gstdio.h>
#include <string.h>

#define HOUR 3600

typedef struct
{
  Fixture store;
  char *path;
} Busy;

static void
set_up (Busy *f, gconstpointer data)
{
  fixture_set_up (&f->store, NULL);
  f->path = g_build_filename (f->store.folder, "work.ics", NULL);
}

static void
tear_down (Busy *f, gconstpointer data)
{
  g_free (f->path);
  fixture_tear_down (&f->store, NULL);
}

static void
write_text (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
write_events (Busy *f, const char *events)
{
  g_autofree char *text = g_strconcat ("BEGIN:VCALENDAR\r\n", events, "END:VCALENDAR\r\n", NULL);

  write_text (f->path, text);
}

static WayBusyReport *
import (Busy *f, const char *path)
{
  g_autoptr (GError) error = NULL;
  WayBusyReport *report =
      way_busy_add (f->store.store, path, "Europe/Berlin", TRUE, PLAN_NOW, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_report (Busy *f, int added, int updated, int unchanged, int removed)
{
  g_autoptr (WayBusyReport) report = import (f, f->path);

  g_assert_cmpint (report->added, ==, added);
  g_assert_cmpint (report->updated, ==, updated);
  g_assert_cmpint (report->unchanged, ==, unchanged);
  g_assert_cmpint (report->removed, ==, removed);
}

#define EVENT(uid, start)                                                                          \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTART:" start "\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"

static void
test_an_event_that_moves_is_updated (Busy *f, gconstpointer data)
{
  write_events (f, EVENT ("a", "20270105T090000Z") EVENT ("b", "20270106T090000Z"));
  assert_report (f, 2, 0, 0, 0);
  assert_report (f, 0, 0, 2, 0);
  write_events (f, EVENT ("a", "20270105T100000Z") EVENT ("b", "20270106T090000Z"));
  assert_report (f, 0, 1, 1, 0);
  write_events (f, EVENT ("a", "20270105T110000Z") EVENT ("c", "20270107T090000Z"));
  assert_report (f, 1, 1, 0, 1);
  g_autoptr (GError) error = NULL;
  g_assert_true (way_store_undo (f->store.store, NULL, &error));
  g_assert_no_error (error);
  assert_report (f, 1, 1, 0, 1);
}

/* The times of a series: one more, one moved, one gone. */
static void
test_a_series_is_matched_by_its_times (Busy *f, gconstpointer data)
{
  write_events (f, "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270105T090000Z\r\nDURATION:PT1H\r\n"
                   "RRULE:FREQ=DAILY;COUNT=4\r\nEND:VEVENT\r\n");
  assert_report (f, 4, 0, 0, 0);
  write_events (f, "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270105T090000Z\r\nDURATION:PT1H\r\n"
                   "RRULE:FREQ=DAILY;COUNT=4\r\nEXDATE:20270106T090000Z\r\nEND:VEVENT\r\n"
                   "BEGIN:VEVENT\r\nUID:a\r\nRECURRENCE-ID:20270107T090000Z\r\n"
                   "DTSTART:20270107T150000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n");
  assert_report (f, 0, 1, 2, 1);
}

static WayBusyReading *
reading_new (Busy *f)
{
  g_autoptr (GError) error = NULL;
  WayBusyReading *reading =
      way_busy_reading_new (f->store.store, f->path, "Europe/Berlin", TRUE, PLAN_NOW, &error);

  g_assert_no_error (error);
  return reading;
}

static gint64
first_start (Busy *f)
{
  g_autoptr (WayStatement) s =
      way_statement_new (f->store.store, "SELECT min (start_utc) FROM busy_event");

  g_assert_true (way_statement_step (s));
  return way_statement_int (s, 0);
}

/* 09:00 of a zone that only its owner knows: asked once, and held to. */
static void
test_what_a_zone_means_is_remembered (Busy *f, gconstpointer data)
{
  static const char event[] = "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Office:20270105T090000\r\n"
                              "DURATION:PT1H\r\nEND:VEVENT\r\n";
  const gint64 midnight = G_GINT64_CONSTANT (1799107200); /* 2027-01-05 */
  g_autoptr (GError) error = NULL;
  g_autoptr (WayBusyReading) reading = NULL;

  write_events (f, event);
  assert_report (f, 1, 0, 0, 0);
  g_assert_cmpint (first_start (f), ==, midnight + 8 * HOUR);
  reading = reading_new (f);
  g_assert_false (way_busy_reading_answer (reading, "Office", "Mars/Olympus", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (way_busy_reading_answer (reading, "Office", "Asia/Tokyo", &error));
  g_assert_true (way_busy_reading_run (reading, FALSE, &error));
  g_assert_false (way_busy_reading_is_known (reading));
  g_autoptr (WayBusyReport) report = way_busy_keep (f->store.store, reading, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->updated, ==, 1);
  const WayCalendarTimes *times = report->times->pdata[0];
  g_assert_cmpint (times->kind, ==, WAY_TIMES_ANSWERED);
  g_assert_cmpstr (times->zone, ==, "Asia/Tokyo");
  g_assert_cmpint (first_start (f), ==, midnight);

  write_events (f, "X-A:B\r\n"
                   "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Office:20270105T100000\r\n"
                   "DURATION:PT1H\r\nEND:VEVENT\r\n");
  g_autoptr (GPtrArray) all = way_busy_refresh_new (f->store.store, PLAN_NOW, &error);
  way_busy_refresh_run (all);
  g_autoptr (WayBusyReport) again = way_busy_refresh_keep (f->store.store, all, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (again->updated, ==, 1);
  g_assert_cmpint (first_start (f), ==, midnight + HOUR);
}

static void
test_one_lost_file_does_not_stop_the_others (Busy *f, gconstpointer data)
{
  g_autofree char *other = g_build_filename (f->store.folder, "other.ics", NULL);
  g_autoptr (GError) error = NULL;

  write_text (other, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  g_autoptr (WayBusyReport) empty = import (f, other);
  write_events (f, EVENT ("a", "20270105T090000Z"));
  assert_report (f, 1, 0, 0, 0);
  write_events (f, EVENT ("a", "20270105T100000Z"));
  g_unlink (other);
  g_autoptr (GPtrArray) all = way_busy_refresh_new (f->store.store, PLAN_NOW, &error);
  g_assert_cmpint (all->len, ==, 2);
  way_busy_refresh_run (all);
  g_autoptr (WayBusyReport) report = way_busy_refresh_keep (f->store.store, all, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->failed->len, ==, 1);
  g_assert_nonnull (strstr (report->failed->pdata[0], "other.ics"));
  g_assert_cmpint (report->updated, ==, 1);
}

static void
test_a_file_that_is_known_is_not_read_again (Busy *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  write_events (f, EVENT ("a", "20270105T090000Z"));
  assert_report (f, 1, 0, 0, 0);
  g_autoptr (WayBusyReading) reading = reading_new (f);
  g_assert_true (way_busy_reading_run (reading, FALSE, &error));
  g_assert_true (way_busy_reading_is_known (reading));
  g_assert_null (way_busy_reading_get_content (reading));
  g_assert_true (way_busy_reading_run (reading, TRUE, &error));
  g_assert_cmpint (way_busy_reading_get_content (reading)->events->len, ==, 1);
  way_busy_reading_set_all_day_busy (reading, FALSE);
  g_assert_true (way_busy_reading_run (reading, FALSE, &error));
  g_assert_false (way_busy_reading_is_known (reading));
}

/* The plan as a file; @old in it replaced by @new. */
static void
export_and_edit (Busy *f, const char *old, const char *new)
{
  const WayExportOptions options = { .kinds = WAY_EXPORT_ALL,
                                     .from_date = WAY_DATE_NONE,
                                     .to_date = WAY_DATE_NONE };
  g_autofree char *plan = g_build_filename (f->store.folder, "plan.ics", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (WayExportResult) result = { 0 };

  way_export_to_file (f->store.store, &options, plan, PLAN_NOW, &result, &error);
  g_assert_no_error (error);
  g_file_get_contents (plan, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) parts = g_strsplit (text, old, -1);
  g_assert_cmpint (g_strv_length (parts), ==, 2);
  g_autofree char *edited = g_strjoinv (new, parts);
  write_text (f->path, edited);
}

static GPtrArray *
list_moved (Busy *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = way_moved_list (f->store.store, &error);

  g_assert_no_error (error);
  return list;
}

static void
assert_moved (Busy *f, guint n)
{
  g_autoptr (GPtrArray) list = list_moved (f);

  g_assert_cmpint (list->len, ==, n);
}

/* The first block of the plan: 2027-01-04, 18:30 to 19:30 in Berlin. */
#define FIRST                                                                                      \
  "DTSTART;TZID=Europe/Berlin:20270104T183000\r\nDTEND;TZID=Europe/Berlin:20270104T193000"
#define MOVED                                                                                      \
  "DTSTART;TZID=Europe/Berlin:20270104T070000\r\nDTEND;TZID=Europe/Berlin:20270104T080000"

static gint64
number (Busy *f, const char *sql)
{
  g_autoptr (WayStatement) s = way_statement_new (f->store.store, sql);

  g_assert_true (way_statement_step (s));
  return way_statement_int (s, 0);
}

static void
test_a_block_that_was_moved_can_be_followed (Busy *f, gconstpointer data)
{
  static const char at_seven[] = "SELECT count(*) FROM block WHERE start_utc = 1799042400 AND "
                                 "end_utc = 1799046000 AND pinned AND sequence = 1";
  g_autoptr (GError) error = NULL;

  make_plan (f->store.store, "3-5");
  export_and_edit (f, FIRST, MOVED);
  g_autoptr (WayBusyReport) report = import (f, f->path);
  g_assert_cmpint (report->added, ==, 0);
  g_autoptr (GPtrArray) list = list_moved (f);
  g_assert_cmpint (list->len, ==, 1);
  const WayMovedBlock *moved = list->pdata[0];
  g_assert_cmpint (moved->start_utc, ==, 1799083800);
  g_assert_cmpint (moved->moved_start_utc, ==, 1799042400);
  g_assert_cmpstr (moved->calendar, ==, "Learning plan");
  g_assert_cmpint (way_moved_follow (f->store.store, PLAN_NOW + 60, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (number (f, at_seven), ==, 1);
  assert_moved (f, 0);
  g_assert_cmpint (way_moved_follow (f->store.store, PLAN_NOW + 60, &error), ==, 0);
  g_assert_true (way_store_undo (f->store.store, NULL, &error));
  g_assert_cmpint (number (f, at_seven), ==, 0);
  assert_moved (f, 1);
}

static void
test_who_keeps_the_plan_is_not_asked_again (Busy *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store.store, "3-5");
  export_and_edit (f, FIRST, MOVED);
  g_autoptr (WayBusyReport) report = import (f, f->path);
  assert_moved (f, 1);
  g_assert_true (way_moved_keep (f->store.store, PLAN_NOW, &error));
  assert_moved (f, 0);
  g_autoptr (WayBusyReport) again = import (f, f->path);
  assert_moved (f, 0);
}

/* What the plan moved since is not undone by a file of before. */
static void
test_an_older_file_is_not_followed (Busy *f, gconstpointer data)
{
  make_plan (f->store.store, "3-5");
  export_and_edit (f, "BEGIN:VCALENDAR", "BEGIN:VCALENDAR");
  act (f->store.store, "Move",
       "UPDATE block SET start_utc = start_utc + 60, end_utc = end_utc + 60, "
       "sequence = sequence + 1, changed_utc = changed_utc + 3600");
  g_autoptr (WayBusyReport) report = import (f, f->path);
  assert_moved (f, 0);
}

/* One time of a series, as programs change it: an event with RECURRENCE-ID. */
static void
test_a_moved_review_is_that_review (Busy *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_zone_new ("Europe/Berlin", NULL);

  make_plan (f->store.store, "3-5");
  act (f->store.store, "Clear", "DELETE FROM block WHERE kind = 'review'");
  for (int i = 0; i < 3; i++)
    {
      gint64 start = way_zone_to_utc (
          zone, way_date_add_months_by_weekday (way_date_from_ymd (2027, 4, 13), 3 * i), 1110);
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO block (uid, kind, guide_id, title, start_utc, end_utc, created_utc, "
          "changed_utc) SELECT 'review-%d', 'review', id, 'Quarterly review', %" G_GINT64_FORMAT
          ", %" G_GINT64_FORMAT ", 1795420800, 1795420800 FROM guide",
          i, start, start + HOUR);
      act (f->store.store, "Add", sql);
    }
  export_and_edit (f, "END:VCALENDAR",
                   "BEGIN:VEVENT\r\nUID:review-0\r\nDTSTAMP:20261124T080000Z\r\n"
                   "RECURRENCE-ID;TZID=Europe/Berlin:20270713T183000\r\n"
                   "DTSTART;TZID=Europe/Berlin:20270714T090000\r\n"
                   "DTEND;TZID=Europe/Berlin:20270714T100000\r\nEND:VEVENT\r\nEND:VCALENDAR");
  g_autoptr (WayBusyReport) report = import (f, f->path);
  assert_moved (f, 1);
  g_assert_cmpint (way_moved_follow (f->store.store, PLAN_NOW + 60, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpint (number (f, "SELECT start_utc FROM block WHERE uid = 'review-1'"), ==,
                   way_zone_to_utc (zone, way_date_from_ymd (2027, 7, 14), 540));
  /* What is sent now says the same, so there is nothing to follow. */
  export_and_edit (f, "BEGIN:VCALENDAR", "BEGIN:VCALENDAR");
  g_autoptr (WayBusyReport) again = import (f, f->path);
  assert_moved (f, 0);
}

static gboolean
any_changed (Busy *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) calendars = way_busy_list (f->store.store, &error);

  g_assert_no_error (error);
  return way_busy_any_changed (calendars);
}

static void
test_a_file_that_changed_is_seen_by_its_bytes (Busy *f, gconstpointer data)
{
  write_events (f, "");
  g_autoptr (WayBusyReport) report = import (f, f->path);
  g_assert_false (any_changed (f));
  write_events (f, "X-WR-CALNAME:Other\r\n");
  g_assert_true (any_changed (f));
  g_assert_cmpint (g_remove (f->path), ==, 0);
  g_assert_false (any_changed (f));
}

#define ADD(name, function) g_test_add ("/busy/" name, Busy, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-event-that-moves-is-updated", test_an_event_that_moves_is_updated);
  ADD ("a-series-is-matched-by-its-times", test_a_series_is_matched_by_its_times);
  ADD ("what-a-zone-means-is-remembered", test_what_a_zone_means_is_remembered);
  ADD ("one-lost-file-does-not-stop-the-others", test_one_lost_file_does_not_stop_the_others);
  ADD ("a-file-that-is-known-is-not-read-again", test_a_file_that_is_known_is_not_read_again);
  ADD ("a-block-that-was-moved-can-be-followed", test_a_block_that_was_moved_can_be_followed);
  ADD ("who-keeps-the-plan-is-not-asked-again", test_who_keeps_the_plan_is_not_asked_again);
  ADD ("an-older-file-is-not-followed", test_an_older_file_is_not_followed);
  ADD ("a-moved-review-is-that-review", test_a_moved_review_is_that_review);
  ADD ("a-file-that-changed-is-seen-by-its-bytes", test_a_file_that_changed_is_seen_by_its_bytes);
  return g_test_run ();
}
