/* Reading in a child: what it says is what reading here says, and what happens to it is a message. The
 * child is this program. */
#include "core/base/error.h"
#include "core/calendar/worker.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define DAY 86400
#define T0  G_GINT64_CONSTANT (1798761600) /* 2027-01-01T00:00:00Z */

static const WayCalendarReadOptions options = { .zone = "Europe/Berlin",
                                                .from_utc = T0 - 3000 * DAY,
                                                .to_utc = T0 + 1500 * DAY,
                                                .all_day_busy = TRUE };

static const WayCalendarWorkerLimits roomy = { .memory_bytes = 1LL << 30,
                                               .cpu_s = 20,
                                               .wall_ms = 30000,
                                               .answer_bytes = 512LL << 20 };

static void
assert_same (const WayCalendarContent *a, const WayCalendarContent *b)
{
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpint (a->n_events, ==, b->n_events);
  g_assert_cmpint (a->n_own, ==, b->n_own);
  g_assert_cmpint (a->events->len, ==, b->events->len);
  g_assert_cmpint (a->skipped->len, ==, b->skipped->len);
  g_assert_cmpint (a->times->len, ==, b->times->len);
  g_assert_cmpint (a->own->len, ==, b->own->len);
  for (guint i = 0; i < a->events->len; i++)
    {
      const WayCalendarEvent *x = a->events->pdata[i], *y = b->events->pdata[i];
      g_assert_cmpstr (x->uid, ==, y->uid);
      g_assert_cmpstr (x->title, ==, y->title);
      g_assert_cmpint (x->start_utc, ==, y->start_utc);
      g_assert_cmpint (x->end_utc, ==, y->end_utc);
      g_assert_cmpint (x->all_day, ==, y->all_day);
    }
  for (guint i = 0; i < a->skipped->len; i++)
    {
      const WayCalendarSkip *x = a->skipped->pdata[i], *y = b->skipped->pdata[i];
      g_assert_cmpint (x->line, ==, y->line);
      g_assert_cmpstr (x->uid, ==, y->uid);
      g_assert_cmpstr (x->reason, ==, y->reason);
    }
  for (guint i = 0; i < a->times->len; i++)
    {
      const WayCalendarTimes *x = a->times->pdata[i], *y = b->times->pdata[i];
      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpstr (x->tzid, ==, y->tzid);
      g_assert_cmpstr (x->zone, ==, y->zone);
      g_assert_cmpint (x->n_events, ==, y->n_events);
    }
  for (guint i = 0; i < a->own->len; i++)
    {
      const WayCalendarOwn *x = a->own->pdata[i], *y = b->own->pdata[i];
      g_assert_cmpstr (x->uid, ==, y->uid);
      g_assert_cmpint (x->recurrence_utc, ==, y->recurrence_utc);
      g_assert_cmpint (x->start_utc, ==, y->start_utc);
      g_assert_cmpint (x->end_utc, ==, y->end_utc);
      g_assert_cmpint (x->sequence, ==, y->sequence);
      g_assert_cmpint (x->modified_utc, ==, y->modified_utc);
    }
}

static void
take (GBytes *bytes, WayCalendarInput *file)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  way_calendar_input_take (data, length, file, &error);
  g_assert_no_error (error);
}

static void
compare_with (GBytes *bytes, const WayCalendarReadOptions *how)
{
  g_auto (WayCalendarInput) file = { 0 };
  g_autoptr (GError) here = NULL;
  g_autoptr (GError) there = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (WayCalendarContent) a =
      way_calendar_read (data ? data : "", length, "x.ics", how, &here);
  take (bytes, &file);
  g_autoptr (WayCalendarContent) b = way_calendar_read_isolated (&file, "x.ics", how, &there);

  g_assert_true ((a == NULL) == (b == NULL));
  if (a != NULL)
    assert_same (a, b);
  else
    {
      g_assert_error (there, here->domain, here->code);
      g_assert_cmpstr (there->message, ==, here->message);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* All files below @folder, in an order of their own. */
static void
collect (const char *folder, GPtrArray *paths)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_ptr_array_add (paths, path);
          continue;
        }
      collect (path, paths);
      g_free (path);
    }
  g_ptr_array_sort (paths, compare_names);
}

/* A sample of some 150, spread over all projects. */
static void
test_the_corpus_reads_the_same_in_a_child (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("WAYMARK_SHARED") ? g_getenv ("WAYMARK_SHARED") : "/nonexistent",
                        "ics-corpus", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  collect (folder, paths);
  if (paths->len == 0)
    {
      g_test_skip ("no corpus");
      return;
    }
  for (guint i = 0; i < paths->len; i += MAX (paths->len / 150, 1))
    {
      char *data;
      gsize length;
      if (!g_file_get_contents (paths->pdata[i], &data, &length, NULL))
        continue;
      g_autoptr (GBytes) bytes = g_bytes_new_take (data, length);
      g_test_message ("%s", (char *) paths->pdata[i]);
      compare_with (bytes, &options);
    }
}

static GBytes *
from_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

static void
test_errors_and_own_uids_come_through (void)
{
  static const char *const texts[] = {
    "",
    "hello",
    "BEGIN:VCALENDAR\r\nX-WR-CALNAME:Work \xc3\xa4\r\nBEGIN:VEVENT\r\nUID:mine\r\n"
    "DTSTART:20270105T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:other\r\nDTSTART;TZID=Mars/Olympus:20270105T090000\r\n"
    "RRULE:FREQ=DAILY;COUNT=9\r\nDURATION:PT1H\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
  };
  g_autoptr (GHashTable) own = g_hash_table_new (g_str_hash, g_str_equal);
  WayCalendarReadOptions mine = options, nowhere = options;

  g_hash_table_add (own, (gpointer) "mine");
  mine.own_uids = own;
  nowhere.zone = "Mars/Olympus";
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = from_text (texts[i]);
      compare_with (bytes, &options);
      compare_with (bytes, &mine);
      compare_with (bytes, &nowhere);
    }
}

/* Enough work for some seconds in a build for tests. */
static GBytes *
large_file (int n_events)
{
  GString *text = g_string_new ("BEGIN:VCALENDAR\r\n");

  for (int i = 0; i < n_events; i++)
    g_string_append_printf (text,
                            "BEGIN:VEVENT\r\nUID:%d@example.com\r\nDTSTART:20270105T090000Z\r\n"
                            "DURATION:PT1H\r\nSUMMARY:A title that is as long as titles are, or a "
                            "little longer\r\nRRULE:FREQ=DAILY;COUNT=3\r\nEND:VEVENT\r\n",
                            i);
  g_string_append (text, "END:VCALENDAR\r\n");
  return g_string_free_to_bytes (text);
}

static int
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  int n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_ends_with (GBytes *bytes, const WayCalendarWorkerLimits *limits, const char *words)
{
  g_auto (WayCalendarInput) file = { 0 };
  g_autoptr (GError) error = NULL;

  take (bytes, &file);
  int before = count_descriptors ();
  g_assert_null (way_calendar_read_limited (&file, "x.ics", &options, limits, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, "x.ics could not be read"));
  g_assert_nonnull (strstr (error->message, words));
  /* Nothing is left behind. */
  g_assert_cmpint (waitpid (-1, NULL, WNOHANG), ==, -1);
  g_assert_cmpint (count_descriptors (), ==, before);
}

/* A child that its file has taken over holds the same memory. */
static void
test_nobody_can_change_what_was_read (void)
{
  g_autoptr (GBytes) bytes = from_text ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
  g_auto (WayCalendarInput) file = { 0 };

  take (bytes, &file);
  g_assert_cmpint (file.length, ==, g_bytes_get_size (bytes));
  g_assert_cmpint (pwrite (file.fd, "x", 1, 0), ==, -1);
  g_assert_cmpint (ftruncate (file.fd, 0), ==, -1);
  g_assert_cmpint (ftruncate (file.fd, 1 << 20), ==, -1);
  g_autofree char *sum = way_calendar_input_checksum (&file, NULL);
  g_autofree char *wanted = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_assert_cmpstr (sum, ==, wanted);
}

static void
test_a_child_that_takes_too_long_is_ended (void)
{
  g_autoptr (GBytes) bytes = large_file (200000);
  WayCalendarWorkerLimits limits = roomy;
  gint64 begin = g_get_monotonic_time ();

  limits.wall_ms = 100;
  assert_ends_with (bytes, &limits, "took too long");
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 10 * G_USEC_PER_SEC);
}

static void
test_a_child_that_computes_too_long_is_ended (void)
{
  g_autoptr (GBytes) bytes = large_file (400000);
  WayCalendarWorkerLimits limits = roomy;

  limits.cpu_s = 1;
  limits.memory_bytes = 8LL << 30;
  assert_ends_with (bytes, &limits, "took too long");
}

static void
test_a_child_that_takes_too_much_memory_is_ended (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the address sanitizer takes all addresses");
#else
  g_autoptr (GBytes) bytes = large_file (400000);
  WayCalendarWorkerLimits limits = roomy;

  limits.memory_bytes = 192LL << 20;
  assert_ends_with (bytes, &limits, "too much memory");
#endif
}

static void
test_an_answer_that_is_too_large_is_not_taken (void)
{
  g_autoptr (GBytes) bytes = large_file (2000);
  WayCalendarWorkerLimits limits = roomy;

  limits.answer_bytes = 1000;
  assert_ends_with (bytes, &limits, "too much memory");
}

static gpointer
read_in_thread (gpointer data)
{
  for (int i = 0; i < 5; i++)
    compare_with (data, &options);
  return NULL;
}

static void
test_several_threads_may_read_at_once (void)
{
  g_autoptr (GBytes) bytes = large_file (100);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("reader", read_in_thread, bytes);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  way_calendar_worker_init (argc, argv);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/worker/the-corpus-reads-the-same-in-a-child",
                   test_the_corpus_reads_the_same_in_a_child);
  g_test_add_func ("/worker/errors-and-own-uids-come-through",
                   test_errors_and_own_uids_come_through);
  g_test_add_func ("/worker/nobody-can-change-what-was-read", test_nobody_can_change_what_was_read);
  g_test_add_func ("/worker/a-child-that-takes-too-long-is-ended",
                   test_a_child_that_takes_too_long_is_ended);
  g_test_add_func ("/worker/a-child-that-computes-too-long-is-ended",
                   test_a_child_that_computes_too_long_is_ended);
  g_test_add_func ("/worker/a-child-that-takes-too-much-memory-is-ended",
                   test_a_child_that_takes_too_much_memory_is_ended);
  g_test_add_func ("/worker/an-answer-that-is-too-large-is-not-taken",
                   test_an_answer_that_is_too_large_is_not_taken);
  g_test_add_func ("/worker/several-threads-may-read-at-once",
                   test_several_threads_may_read_at_once);
  return g_test_run ();
}
