/* The instances of a calendar brought up to date: what is counted, and what is stored then. */
#include "core/calendar/busy-merge.h"
#include "fixture.h"

#define HOUR 3600

static WayCalendarEvent *
instance (int number, int hour, const char *title)
{
  WayCalendarEvent *it = g_new0 (WayCalendarEvent, 1);

  it->uid = g_strdup_printf ("%d@x", number);
  it->title = g_strdup (title);
  it->start_utc = (gint64) hour * HOUR;
  it->end_utc = it->start_utc + HOUR;
  return it;
}

/* @n instances in a row. */
static GPtrArray *
instances (int n)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) way_calendar_event_free);

  for (int i = 0; i < n; i++)
    g_ptr_array_add (all, instance (i, i, "A"));
  return all;
}

static void
assert_merge (WayStore *store,
              const GPtrArray *events,
              int added,
              int updated,
              int unchanged,
              int removed)
{
  g_autoptr (GError) error = NULL;
  WayBusyReport report = { .calendar_id = 1 };

  way_store_begin (store, "Merge", 1, &error);
  g_assert_true (way_busy_merge (store, events, &report, &error));
  g_assert_no_error (error);
  way_store_commit (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report.added, ==, added);
  g_assert_cmpint (report.updated, ==, updated);
  g_assert_cmpint (report.unchanged, ==, unchanged);
  g_assert_cmpint (report.removed, ==, removed);
}

/* @events: by start, each once. */
static void
assert_stored (WayStore *store, const GPtrArray *events)
{
  g_autoptr (GPtrArray) stored = way_busy_load_events (store, 0, G_MAXINT64, NULL);

  g_assert_cmpint (stored->len, ==, events->len);
  for (guint i = 0; i < events->len; i++)
    {
      const WayCalendarEvent *x = events->pdata[i], *y = stored->pdata[i];
      g_assert_cmpstr (x->uid, ==, y->uid);
      g_assert_cmpstr (x->title, ==, y->title);
      g_assert_cmpint (x->start_utc, ==, y->start_utc);
      g_assert_cmpint (x->end_utc, ==, y->end_utc);
    }
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture_set_up (f, data);
  way_store_begin (f->store, "Calendar", 1, &error);
  run_sql (f->store,
           "INSERT INTO busy_calendar (id, name, path, zone, content_hash, from_utc, to_utc, "
           "imported_utc) VALUES (1, 'x', '/x', 'UTC', '', 0, 1, 1)");
  way_store_commit (f->store, &error);
  g_assert_no_error (error);
}

/* Rows go fifty at a time. */
static void
test_any_number_is_stored_once (Fixture *f, gconstpointer data)
{
  static const int numbers[] = { 0, 1, 49, 50, 51, 100, 130 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) events = instances (numbers[i]);
      int before = i > 0 ? numbers[i - 1] : 0;
      assert_merge (f->store, events, numbers[i] - before, 0, before, 0);
      assert_stored (f->store, events);
      assert_merge (f->store, events, 0, 0, numbers[i], 0);
    }
}

static void
test_what_changed_is_brought_up_to_date (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = instances (120);
  g_autoptr (GError) error = NULL;

  assert_merge (f->store, events, 120, 0, 0, 0);
  g_ptr_array_remove_range (events, 40, 5);
  for (int i = 0; i < 3; i++)
    {
      WayCalendarEvent *it = events->pdata[i];
      g_free (it->title);
      it->title = g_strdup ("B");
    }
  ((WayCalendarEvent *) events->pdata[60])->end_utc += 60; /* moved: one gone, one new */
  g_ptr_array_add (events, instance (7, 500, "same UID"));
  assert_merge (f->store, events, 1, 4, 111, 5);
  assert_stored (f->store, events);
  way_store_undo (f->store, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) first = instances (120);
  assert_stored (f->store, first);
}

static void
test_one_that_is_there_twice_counts_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = instances (2);
  g_autoptr (GPtrArray) wanted = instances (2);
  WayCalendarEvent *last = wanted->pdata[1];

  g_free (last->title);
  last->title = g_strdup ("the last");
  g_ptr_array_add (events, instance (1, 1, "the last"));
  assert_merge (f->store, events, 2, 0, 0, 0);
  assert_stored (f->store, wanted);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/merge/any-number-is-stored-once", Fixture, NULL, set_up,
              test_any_number_is_stored_once, fixture_tear_down);
  g_test_add ("/merge/what-changed-is-brought-up-to-date", Fixture, NULL, set_up,
              test_what_changed_is_brought_up_to_date, fixture_tear_down);
  g_test_add ("/merge/one-that-is-there-twice-counts-once", Fixture, NULL, set_up,
              test_one_that_is_there_twice_counts_once, fixture_tear_down);
  return g_test_run ();
}
