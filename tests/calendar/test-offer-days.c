/* The days of offers in calendar files, and what they do not tell. */
#include "core/calendar/export.h"
#include "core/calendar/live.h"
#include "fixture.h"

#include <string.h>

#define NOW   G_GINT64_CONSTANT (1795420800) /* 2026-11-23T08:00:00Z */
#define TODAY 20780                          /* that day */

static const WayExportOptions events = { .kinds = WAY_EXPORT_OFFERS,
                                         .from_date = WAY_DATE_NONE,
                                         .to_date = WAY_DATE_NONE };
static const WayExportOptions todos = { .kinds = WAY_EXPORT_ALL,
                                        .from_date = WAY_DATE_NONE,
                                        .to_date = WAY_DATE_NONE,
                                        .form = WAY_EXPORT_AS_TODOS };

/* Two offers and a decision with two days to look back, the first of them done. There is no plan. */
static void
add_offers (WayStore *store)
{
  act (store, "Add Scorecard",
       "INSERT INTO scorecard (id, title, currency, private, created_utc) "
       "VALUES (1, 'Spring', 'EUR', 0, 1795420800)");
  act (
      store, "Add Offers",
      "INSERT INTO offer (id, scorecard_id, position, company, role, place, currency, state, "
      "deadline_date, uid, created_utc) VALUES "
      "(1, 1, 0, 'Acme', 'Staff Engineer', 'Berlin', 'EUR', 'offered', 20784, 'acme', 1795420800), "
      "(2, 1, 1, 'Umbrella', '', '', 'EUR', 'declined', 20785, 'umbrella', 1795420800), "
      "(3, 1, 2, 'Initech', '', '', 'EUR', 'applied', NULL, 'initech', 1795420800)");
  act (store, "Write Decision",
       "INSERT INTO decision (id, scorecard_id, offer_id, decided_date, reason, expectations) "
       "VALUES (1, 1, 1, 20780, 'The team', 'More money')");
  act (store, "Write Decision",
       "INSERT INTO look_back (decision_id, due_date, done_date, uid, created_utc) "
       "VALUES (1, 20870, 20871, 'first', 1795420800), (1, 20960, NULL, 'second', 1795420800)");
}

static char *
export_with (WayStore *store, const WayExportOptions *o, int *n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_export_to_bytes (store, o, n, &error);

  g_assert_no_error (error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);
  return g_strjoinv ("", parts);
}

/* The event or to-do @uid, to its end. */
static char *
component (const char *text, const char *uid)
{
  g_autofree char *line = g_strdup_printf ("UID:%s\r\n", uid);
  const char *at = strstr (text, line);

  g_assert_nonnull (at);
  const char *event = strstr (at, "END:VEVENT"), *todo = strstr (at, "END:VTODO");
  return g_strndup (at, (gsize) ((event != NULL ? event : todo) - at));
}

static void
assert_has (const char *text, const char *line)
{
  g_autofree char *whole = g_strconcat (line, "\r\n", NULL);

  if (strstr (text, whole) == NULL)
    g_error ("no %s in %s", line, text);
}

static void
test_open_offers_have_a_day_and_decisions_too (Fixture *f, gconstpointer data)
{
  int n = 0;

  add_offers (f->store);
  g_autofree char *text = export_with (f->store, &events, &n);
  g_assert_cmpint (n, ==, 3);
  g_autofree char *answer = component (text, "acme");
  assert_has (answer, "SUMMARY:Answer to Acme");
  assert_has (answer, "DESCRIPTION:The last day to answer\\, about: Staff Engineer");
  assert_has (answer, "DTSTART;VALUE=DATE:20261127");
  assert_has (answer, "DTEND;VALUE=DATE:20261128");
  assert_has (answer, "TRANSP:TRANSPARENT");
  assert_has (answer, "TRIGGER:-PT900M");
  g_assert_null (strstr (answer, "CLASS:PRIVATE"));
  g_autofree char *back = component (text, "second");
  assert_has (back, "SUMMARY:Look back on the decision: Spring");
  assert_has (back, "DTSTART;VALUE=DATE:20270522");
  g_assert_null (strstr (text, "Umbrella"));
  g_assert_null (strstr (text, "More money"));
}

static void
test_done_days_are_done_as_to_dos (Fixture *f, gconstpointer data)
{
  int n = 0;

  add_offers (f->store);
  g_autofree char *text = export_with (f->store, &todos, &n);
  g_assert_cmpint (n, ==, 3);
  g_autofree char *first = component (text, "first");
  g_autofree char *second = component (text, "second");
  assert_has (first, "STATUS:COMPLETED");
  g_assert_null (strstr (second, "STATUS:COMPLETED"));
}

/* Neither company nor role nor title, in any form of the file. */
static void
test_a_private_card_says_nothing (Fixture *f, gconstpointer data)
{
  static const char *const told[] = {
    "Acme", "Staff", "Spring", "Berlin", "The team", "More money"
  };
  const WayExportOptions *const forms[] = { &events, &todos };

  add_offers (f->store);
  act (f->store, "Change Scorecard", "UPDATE scorecard SET private = 1");
  for (gsize form = 0; form < G_N_ELEMENTS (forms); form++)
    {
      g_autofree char *text = export_with (f->store, forms[form], NULL);
      g_autofree char *answer = component (text, "acme");
      g_autofree char *back = component (text, "second");
      assert_has (answer, "SUMMARY:Answer an offer");
      assert_has (answer, "CLASS:PRIVATE");
      assert_has (back, "SUMMARY:Look back on a decision");
      assert_has (back, "CLASS:PRIVATE");
      for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
        g_assert_null (strstr (text, told[i]));
    }
}

static void
test_the_range_counts (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayExportOptions o = events;
  int counts[WAY_EXPORT_N_KINDS];

  add_offers (f->store);
  o.to_date = TODAY + 4;
  g_assert_true (way_export_count (f->store, &o, counts, &error));
  g_assert_cmpint (counts[6], ==, 1);
  o.to_date = TODAY + 3;
  g_assert_true (way_export_count (f->store, &o, counts, &error));
  g_assert_cmpint (counts[6], ==, 0);
}

static char *
export_file (WayStore *store, const char *path, WayExportResult *result)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  way_export_to_file (store, &events, path, NOW, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The UID is for life; a change is a new revision, and what is answered is sent once more as cancelled. */
static void
test_a_file_is_told_what_changed_and_what_is_over (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "offers.ics", NULL);
  g_auto (WayExportResult) one = { 0 };
  g_auto (WayExportResult) same = { 0 };
  g_auto (WayExportResult) later = { 0 };
  g_auto (WayExportResult) over = { 0 };

  add_offers (f->store);
  g_autofree char *first = export_file (f->store, path, &one);
  g_autofree char *again = export_file (f->store, path, &same);
  g_assert_cmpstr (first, ==, again);
  act (f->store, "Change Offer", "UPDATE offer SET deadline_date = 20786 WHERE id = 1");
  g_autofree char *moved = export_file (f->store, path, &later);
  g_autofree char *answer = component (moved, "acme");
  g_assert_cmpint (later.changed, ==, 1);
  assert_has (answer, "SEQUENCE:1");
  assert_has (answer, "DTSTART;VALUE=DATE:20261129");
  act (f->store, "Change Offer", "UPDATE offer SET state = 'accepted' WHERE id = 1");
  g_autofree char *gone = export_file (f->store, path, &over);
  g_autofree char *cancelled = component (gone, "acme");
  g_assert_cmpint (over.cancelled, ==, 1);
  assert_has (cancelled, "STATUS:CANCELLED");
  assert_has (cancelled, "SEQUENCE:2");
}

static void
test_the_live_calendar_follows (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (f->folder, "live.ics", NULL);
  g_autofree char *text = NULL;

  add_offers (f->store);
  g_assert_true (way_live_set (f->store, path, NOW, &error));
  act (f->store, "Change Offer", "UPDATE offer SET company = 'Initrode' WHERE id = 1");
  g_assert_true (way_live_update (f->store, NOW, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "SUMMARY:Answer to Initrode\r\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/offer-days/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("open-offers-have-a-day-and-decisions-too", test_open_offers_have_a_day_and_decisions_too);
  ADD ("done-days-are-done-as-to-dos", test_done_days_are_done_as_to_dos);
  ADD ("a-private-card-says-nothing", test_a_private_card_says_nothing);
  ADD ("the-range-counts", test_the_range_counts);
  ADD ("a-file-is-told-what-changed-and-what-is-over",
       test_a_file_is_told_what_changed_and_what_is_over);
  ADD ("the-live-calendar-follows", test_the_live_calendar_follows);
  return g_test_run ();
}
