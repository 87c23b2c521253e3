/* The planner at full size: prints time, blocks per second, memory, and growth when the work doubles.
 * Limits are far above what was measured, and on the ratio; the absolute budget is printed beside. */
#include "../planner/calendar-case.h"

#include <stdio.h>
#include <string.h>

/* Phases of five guides one after the other, drills each week, and busy times all over the day. */
static void
make_case (Case *c, int blocks, int busy, int years)
{
  WayDate from = way_date_from_ymd (2027, 1, 4);
  int days = years * 365, n_guides = 5, n_phases = 4;
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  case_init (c, "Europe/Berlin", from, days);
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      WayAvailability it = { weekday, WAY_BLOCK_ALL_KINDS, 15 * 60, 1440 };
      g_array_append_val (c->availability, it);
    }
  for (int i = 0; i < busy; i++)
    {
      gint64 start = ((gint64) from + g_rand_int_range (random, 0, days)) * 86400 +
                     g_rand_int_range (random, 7 * 60, 19 * 60) * 60;
      way_interval_set_add (c->busy, start, start + g_rand_int_range (random, 10, 60) * 60);
    }
  way_interval_set_normalize (c->busy);
  for (int g = 0; g < n_guides; g++)
    for (int k = 0; k < n_phases; k++)
      {
        WayWorkItem it = { "phase",
                           WAY_BLOCK_STUDY,
                           blocks / (n_guides * n_phases) * 60,
                           60,
                           from,
                           from + days * (k + 1) / n_phases * 9 / 10 + g,
                           WAY_DATE_NONE };
        WayWorkOrder order = { c->items->len - 1, c->items->len };
        if (k > 0)
          g_array_append_val (c->order, order);
        g_array_append_val (c->items, it);
      }
  for (int week = 0; week < days / 7; week++)
    {
      WayDate monday = from + 7 * week;
      WayWorkItem it = { "drill", WAY_BLOCK_DRILL, 30, 30, monday, monday + 6, monday + 2 };
      g_array_append_val (c->items, it);
    }
  c->in.not_before_utc = (gint64) from * 86400;
  c->in.daily_minutes = 360;
  c->in.weekly_minutes = MAX (360, blocks * 60 * 5 / 4 / (days / 7) + 90);
}

/* The fastest of some runs, seconds. */
static double
measure (const Case *c, int runs, WaySchedulerResult **result)
{
  double best = G_MAXDOUBLE;

  for (int i = 0; i < runs; i++)
    {
      gint64 start = g_get_monotonic_time ();
      WaySchedulerResult *it = way_scheduler_solve (&c->in);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1e6);
      if (*result != NULL)
        way_scheduler_result_free (*result);
      *result = it;
    }
  return best;
}

/* MiB at the peak of this process. */
static double
peak_memory (void)
{
  g_autofree char *status = NULL;
  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  const char *at = status != NULL ? strstr (status, "VmHWM:") : NULL;

  return at != NULL ? (double) g_ascii_strtoll (at + 6, NULL, 10) / 1024 : 0;
}

/* Plans, adds one event on a block in the middle, and plans again. */
static double
run (int blocks, int busy, int years, double budget_ms)
{
  Case c;
  WaySchedulerResult *first = NULL, *second = NULL;
  int moved = 0;

  make_case (&c, blocks, busy, years);
  double fresh = measure (&c, 5, &first);
  for (guint i = 0; i < first->blocks->len; i++)
    {
      const WayScheduledBlock *b = &g_array_index (first->blocks, WayScheduledBlock, i);
      WayPreviousBlock it = { b->item, b->start_utc };
      g_array_append_val (c.previous, it);
    }
  const WayScheduledBlock *hit =
      &g_array_index (first->blocks, WayScheduledBlock, first->blocks->len / 2);
  way_interval_set_add (c.busy, hit->start_utc, hit->end_utc);
  way_interval_set_normalize (c.busy);
  double again = measure (&c, 5, &second);
  for (guint i = 0; i < second->blocks->len; i++)
    moved += !g_array_index (second->blocks, WayScheduledBlock, i).reason.stayed;
  printf ("%6u blocks, %6d busy: %7.1f ms (budget %.0f), %.0f blocks/s; again after one event: "
          "%.1f ms, %d moved; %u without a place, lateness %d; peak %.0f MiB\n",
          first->blocks->len, busy, fresh * 1e3, budget_ms, first->blocks->len / fresh, again * 1e3,
          moved, first->unscheduled->len, first->max_lateness, peak_memory ());
  way_scheduler_result_free (first);
  way_scheduler_result_free (second);
  case_clear (&c);
  return MAX (fresh, again);
}

int
main (int argc, char **argv)
{
  double small = run (1500, 20000, 3, 20);
  double twice = run (3000, 40000, 6, 60);
  double large = run (10000, 100000, 10, 300);

  printf ("growth when the work doubles: %.2f\n", twice / small);
  printf ("growth for 6.7 times the work: %.2f\n", large / small);
  return twice / small < 4 && large / small < 30 ? 0 : 1;
}
