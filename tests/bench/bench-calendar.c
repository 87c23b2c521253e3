/* Calendar files at full size, each against bare libical on the same data in the same run: the export of
 * 20,000 blocks of a real store, and the import of that file with series in it. What is compared does less
 * than we do: libical's writer checks nothing, its parser expands nothing. Only the ratios have a bound. */
#include "bare-writer.h"
#include "core/calendar/collect.h"
#include "core/calendar/worker.h"
#include "fixture.h"
#include "made-plan.h"

#include <stdio.h>
#include <string.h>

#define N_EVENTS 20000
#define N_SERIES 1000
#define N_PAIRS  9
#define YEAR     (365 * 86400LL)

static const WayExportOptions export_options = { .kinds = WAY_EXPORT_BLOCKS,
                                                 .from_date = WAY_DATE_NONE,
                                                 .to_date = WAY_DATE_NONE };

/* The blocks of a planned guide, again and again in the following weeks until there are enough; reviews would
 * become one event. */
static void
fill_store (WayStore *store)
{
  g_autoptr (GError) error = NULL;

  make_plan (store, "3-5");
  way_store_begin (store, "Copy", PLAN_NOW, &error);
  run_sql (store,
           "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
           "INSERT INTO block (uid, kind, guide_id, phase_id, title, start_utc, end_utc, "
           "created_utc, changed_utc) "
           "SELECT printf ('%08x', n.i) || substr (b.uid, 9), b.kind, b.guide_id, b.phase_id, "
           "b.title, b.start_utc + n.i * 86400, b.end_utc + n.i * 86400, b.created_utc, "
           "b.changed_utc FROM n, block b WHERE b.kind <> 'review' LIMIT " G_STRINGIFY (
               N_EVENTS) " - (SELECT count(*) FROM block)");
  way_store_commit (store, &error);
  g_assert_no_error (error);
}

typedef struct
{
  WayStore *store;
  WayCalendarFile file;
  GBytes *bytes;          /* to read; a NUL follows, for libical */
  WayCalendarInput input; /* the same, as it comes from a file */
  WayCalendarReadOptions options;
} Subject;

static void
export_store (Subject *s)
{
  g_autoptr (GError) error = NULL;
  int n = 0;
  g_autoptr (GBytes) bytes = way_export_to_bytes (s->store, &export_options, &n, &error);

  g_assert_no_error (error);
  g_assert_cmpint (n, ==, N_EVENTS);
}

static void
write_ours (Subject *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_calendar_write (&s->file, &error);

  g_assert_no_error (error);
}

static void
write_bare (Subject *s)
{
  g_free (bare_write (&s->file));
}

static void
read_ours (Subject *s)
{
  gsize length;
  const char *data = g_bytes_get_data (s->bytes, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (data, length, "bench.ics", &s->options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (content->n_events, >, N_EVENTS);
}

static void
read_isolated (Subject *s)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCalendarContent) content =
      way_calendar_read_isolated (&s->input, "bench.ics", &s->options, &error);

  g_assert_no_error (error);
  g_assert_cmpint (content->n_events, >, N_EVENTS);
}

static void
read_bare (Subject *s)
{
  icalcomponent *root = icalparser_parse_string (g_bytes_get_data (s->bytes, NULL));

  g_assert_nonnull (root);
  icalcomponent_free (root);
}

static double
seconds_of (void (*work) (Subject *), Subject *subject)
{
  gint64 begin = g_get_monotonic_time ();

  work (subject);
  return (double) (g_get_monotonic_time () - begin) / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (double *values)
{
  qsort (values, N_PAIRS, sizeof *values, compare_doubles);
  return values[N_PAIRS / 2];
}

/* One right after the other, so that both meet the same machine, and each as often first; the median of the
 * pairs. Whether it is within @bound. */
static gboolean
compare (const char *what,
         void (*ours) (Subject *),
         void (*bare) (Subject *),
         Subject *subject,
         double bound)
{
  double a[N_PAIRS], b[N_PAIRS], ratios[N_PAIRS];

  for (int i = 0; i < N_PAIRS; i++)
    {
      if (i % 2 == 0)
        a[i] = seconds_of (ours, subject);
      b[i] = seconds_of (bare, subject);
      if (i % 2 == 1)
        a[i] = seconds_of (ours, subject);
      ratios[i] = a[i] / b[i];
    }
  double ratio = median (ratios);
  printf ("%-40s %6.1f ms, bare libical %6.1f ms: ratio %.2f (bound %.1f)%s\n", what,
          median (a) * 1e3, median (b) * 1e3, ratio, bound, ratio <= bound ? "" : ", MISSED");
  return ratio <= bound;
}

/* Meetings of every kind, each with an exception and a moved instance, among the events of @plain. */
static char *
add_series (GBytes *plain)
{
  static const char *const rules[] = { "FREQ=WEEKLY;BYDAY=MO",
                                       "FREQ=WEEKLY;BYDAY=TU,TH",
                                       "FREQ=WEEKLY;INTERVAL=2",
                                       "FREQ=MONTHLY;BYDAY=2WE",
                                       "FREQ=DAILY;COUNT=30",
                                       "FREQ=YEARLY",
                                       "FREQ=WEEKLY;UNTIL=20280630T220000Z",
                                       "FREQ=MONTHLY;BYDAY=-1FR" };
  static const char last_line[] = "END:VCALENDAR\r\n";
  GString *out = g_string_new_len (g_bytes_get_data (plain, NULL),
                                   (gssize) (g_bytes_get_size (plain) - strlen (last_line)));

  for (int i = 0; i < N_SERIES; i++)
    {
      int hour = 8 + i % 9;
      g_string_append_printf (
          out,
          "BEGIN:VEVENT\r\nUID:series-%d@example.com\r\nDTSTAMP:20261101T080000Z\r\n"
          "DTSTART;TZID=Europe/Berlin:20270104T%02d1500\r\nDTEND;TZID=Europe/Berlin:"
          "20270104T%02d4500\r\nRRULE:%s\r\nEXDATE;TZID=Europe/Berlin:20270118T%02d1500\r\n"
          "SUMMARY:Team %d\\, weekly\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:series-%d@example.com\r\n"
          "DTSTAMP:20261101T080000Z\r\nRECURRENCE-ID;TZID=Europe/Berlin:20270111T%02d1500\r\n"
          "DTSTART;TZID=Europe/Berlin:20270112T%02d0000\r\nDTEND;TZID=Europe/Berlin:"
          "20270112T%02d3000\r\nSUMMARY:Team %d\\, moved\r\nEND:VEVENT\r\n",
          i, hour, hour, rules[i % G_N_ELEMENTS (rules)], hour, i, i, hour, hour, hour, i);
    }
  g_string_append (out, last_line);
  return g_string_free (out, FALSE);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const WayCalendarEntry *x = *(WayCalendarEntry *const *) a, *y = *(WayCalendarEntry *const *) b;
  int order = (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);

  return order != 0 ? order : strcmp (x->uid, y->uid);
}

static char *
unfold (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);

  return g_strjoinv ("", parts);
}

/* Both write the same, but that libical folds at spaces. */
static void
check_same_data (const WayCalendarFile *file, GBytes *written)
{
  g_autofree char *bare = bare_write (file);
  g_autofree char *text = g_strndup (g_bytes_get_data (written, NULL), g_bytes_get_size (written));
  g_autofree char *theirs = unfold (bare), *ours = unfold (text);

  g_assert_true (g_str_equal (theirs, ours));
}

/* The database, and the file of its blocks with series among them. */
static gboolean
run (WayStore *store)
{
  g_auto (WayExporter) x = { 0 };
  g_autoptr (GError) error = NULL;

  fill_store (store);
  way_exporter_collect (&x, store, &export_options, &error);
  g_assert_no_error (error);
  g_ptr_array_sort (x.entries, compare_entries); /* as they stand in the file */
  Subject s = { .store = store,
                .file = { .name = "Learning plan", .zone = "Europe/Berlin", .entries = x.entries },
                .options = { .zone = "Europe/Berlin",
                             .from_utc = PLAN_NOW,
                             .to_utc = PLAN_NOW + 2 * YEAR,
                             .all_day_busy = TRUE } };
  g_autoptr (GBytes) written = way_calendar_write (&s.file, &error);
  g_assert_no_error (error);
  check_same_data (&s.file, written);
  g_autofree char *text = add_series (written);
  s.bytes = g_bytes_new_static (text, strlen (text));
  way_calendar_input_take (text, strlen (text), &s.input, &error);
  g_assert_no_error (error);
  printf ("%d events, %.1f MB; with %d series %.1f MB\n", N_EVENTS,
          (double) g_bytes_get_size (written) / 1e6, N_SERIES,
          (double) g_bytes_get_size (s.bytes) / 1e6);
  gboolean ok = compare ("write, with the check", write_ours, write_bare, &s, 1.3);
  ok = compare ("export from the database", export_store, write_bare, &s, 1.3) && ok;
  ok = compare ("read and expand over two years", read_ours, read_bare, &s, 2.0) && ok;
  ok = compare ("the same, in a process of its own", read_isolated, read_bare, &s, 2.0) && ok;
  way_calendar_input_clear (&s.input);
  g_bytes_unref (s.bytes);
  return ok;
}

int
main (int argc, char **argv)
{
  Fixture f = { 0 };

  way_calendar_worker_init (argc, argv);
  fixture_set_up (&f, NULL);
  gboolean ok = run (f.store);
  fixture_tear_down (&f, NULL);
  return ok ? 0 : 1;
}
