/* Appointments first, each on the free slot closest to its ideal day. Then study, week by week: the
 * week's budget is spread over its days, each next block going to the day with the least load (the
 * earlier one of equals), and the chosen slots are handed out in order of time to the stream that is
 * furthest behind its share. Handing out in order of time keeps the items of a stream in order.
 *
 * Slots are laid out by one walk through the windows in order of time, each a block and a break
 * after the one before, so that any choice of them is free of overlaps. */
#include "core/planner/scheduler.h"

#include "core/base/interval.h"
#include "core/planner/availability.h"

/* Loads by day and by week, in minutes, over all kinds. */
typedef struct
{
  const WaySchedulerInput *in;
  WaySchedulerResult *out;
  WayDate first_date; /* the Monday of the week of from_date */
  int n_days;
  int *day_load;
  int *week_load;
  GArray *taken;     /* normal: busy and buffers, and all placed blocks with their breaks */
  int *minutes_left; /* by item */
  gint64 *item_end;  /* by item: end of its last block; 0 none yet */
  guint *limits;     /* by item */
} Solver;

#define ITEM(s, i) g_array_index ((s)->in->items, WayWorkItem, (i))

static int
day_index (const Solver *s, WayDate date)
{
  return CLAMP (date - s->first_date, 0, s->n_days - 1);
}

static int *
day_load (const Solver *s, WayDate date)
{
  return &s->day_load[day_index (s, date)];
}

static int *
week_load (const Solver *s, WayDate date)
{
  return &s->week_load[day_index (s, date) / 7];
}

static void
count_load (Solver *s, WayDate date, int minutes)
{
  if (date < s->first_date || date >= s->first_date + s->n_days)
    return;
  *day_load (s, date) += minutes;
  *week_load (s, date) += minutes;
}

/* Time is taken with a break on both sides. */
static void
take (const Solver *s, GArray *set, gint64 start_utc, gint64 end_utc)
{
  gint64 rest = (gint64) s->in->break_minutes * 60;

  way_interval_set_add (set, start_utc - rest, end_utc + rest);
}

static void
place (Solver *s, guint item, gint64 start_utc, WayDate date, int minutes, int days_open)
{
  const WayWorkItem *work = &ITEM (s, item);
  WayScheduledBlock block = {
    .item = item,
    .start_utc = start_utc,
    .end_utc = start_utc + (gint64) minutes * 60,
    .reason = { .due_date = work->due_date,
                .ideal_date = work->ideal_date,
                .days_open = days_open,
                .day_minutes = *day_load (s, date),
                .week_minutes = *week_load (s, date) },
  };

  g_array_append_val (s->out->blocks, block);
  count_load (s, date, minutes);
  s->minutes_left[item] -= minutes;
  s->item_end[item] = MAX (s->item_end[item], block.end_utc);
}

static GArray *
free_windows (const Solver *s, WayBlockKind kind)
{
  return way_availability_windows (s->in->availability, s->in->days_off, kind, s->in->zone,
                                   s->in->from_date, s->in->to_date, s->taken);
}

/* Whole minutes: a "now" within one rounds up. */
static gint64
now_minute (const Solver *s)
{
  return (s->in->not_before_utc + 59) / 60 * 60;
}

/* The first start in @window for a block of @minutes; -1 when it does not fit. */
static gint64
fit (const Solver *s, const WayWindow *window, int minutes)
{
  gint64 start = MAX (window->start_utc, now_minute (s));

  return start + (gint64) minutes * 60 <= window->end_utc ? start : -1;
}

static gboolean
within_limits (Solver *s, guint item, WayDate date, int minutes)
{
  gboolean day_ok = *day_load (s, date) + minutes <= s->in->daily_minutes;
  gboolean week_ok = *week_load (s, date) + minutes <= s->in->weekly_minutes;

  if (!day_ok)
    s->limits[item] |= WAY_LIMIT_DAILY;
  if (!week_ok)
    s->limits[item] |= WAY_LIMIT_WEEKLY;
  return day_ok && week_ok;
}

/* @recent: what was placed since @windows were made; a normal set, breaks included. */
static void
place_appointment (Solver *s, guint item, const GArray *windows, GArray *recent)
{
  const WayWorkItem *work = &ITEM (s, item);
  gint64 best_start = -1;
  WayDate best_date = 0;
  int days_open = 0;

  for (guint i = 0; i < windows->len; i++)
    {
      WayWindow window = g_array_index (windows, WayWindow, i);
      /* A window that crosses midnight begins on the day before. */
      if (window.date < work->release_date - 1)
        continue;
      if (window.date > work->due_date)
        break;
      window.start_utc = way_interval_set_next_free (recent, MAX (window.start_utc, now_minute (s)),
                                                     (gint64) work->minutes * 60);
      gint64 start = fit (s, &window, work->minutes);
      WayDate date = start < 0 ? 0 : way_zone_to_local (s->in->zone, start, NULL);
      if (start < 0 || date < work->release_date || date > work->due_date ||
          !within_limits (s, item, date, work->minutes))
        continue;
      days_open++;
      if (best_start < 0 || ABS (date - work->ideal_date) < ABS (best_date - work->ideal_date))
        {
          best_start = start;
          best_date = date;
        }
    }
  if (best_start >= 0)
    {
      place (s, item, best_start, best_date, work->minutes, days_open);
      take (s, recent, best_start, best_start + (gint64) work->minutes * 60);
      way_interval_set_normalize (recent);
    }
  else if (s->limits[item] == 0)
    s->limits[item] = WAY_LIMIT_WINDOWS;
}

static void
place_appointments (Solver *s)
{
  for (WayBlockKind kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      g_autoptr (GArray) windows = free_windows (s, kind);
      g_autoptr (GArray) recent = way_interval_set_new ();

      for (guint i = 0; i < s->in->items->len; i++)
        if (ITEM (s, i).kind == kind && ITEM (s, i).ideal_date != WAY_DATE_NONE &&
            ITEM (s, i).minutes > 0)
          place_appointment (s, i, windows, recent);
      g_array_append_vals (s->taken, recent->data, recent->len);
      way_interval_set_normalize (s->taken);
    }
}

/* A possible place for one block of ordinary work. */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  WayDate date;
  gboolean chosen;
  int days_open;
} Slot;

static gboolean
is_study (const Solver *s, guint item)
{
  return ITEM (s, item).ideal_date == WAY_DATE_NONE;
}

static int
study_block_minutes (const Solver *s)
{
  int longest = 0;

  for (guint i = 0; i < s->in->items->len; i++)
    if (is_study (s, i))
      longest = MAX (longest, ITEM (s, i).block_minutes);
  return longest;
}

static GArray *
lay_out_slots (const Solver *s, int block_minutes)
{
  g_autoptr (GArray) windows = free_windows (s, WAY_BLOCK_STUDY);
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (Slot));
  gint64 step = (gint64) block_minutes * 60;
  gint64 rest = (gint64) s->in->break_minutes * 60;
  gint64 earliest = G_MININT64; /* the end of the slot before, and a break */

  for (guint i = 0; i < windows->len; i++)
    {
      WayWindow window = g_array_index (windows, WayWindow, i);
      window.start_utc = MAX (window.start_utc, earliest);
      for (gint64 start; (start = fit (s, &window, block_minutes)) >= 0;)
        {
          WayDate date = way_zone_to_local (s->in->zone, start, NULL);
          Slot slot = { start, start + step, date, FALSE, 0 };
          g_array_append_val (slots, slot);
          window.start_utc = earliest = slot.end_utc + rest;
        }
    }
  return slots;
}

/* The item that a slot goes to: of all that may start, the one whose stream is furthest behind its
 * share, then the earlier item. -1: none. */
static int
next_item (const Solver *s, const Slot *slot, const gint64 *stream_minutes)
{
  int best = -1;
  double best_progress = 0;

  for (guint i = 0; i < s->in->items->len; i++)
    {
      const WayWorkItem *work = &ITEM (s, i);
      if (!is_study (s, i) || s->minutes_left[i] <= 0 || work->release_date > slot->date)
        continue;
      if (work->after >= 0 &&
          (s->minutes_left[work->after] > 0 || s->item_end[work->after] > slot->start_utc))
        continue;
      double progress = (double) stream_minutes[work->stream] / work->share;
      if (best < 0 || progress < best_progress)
        {
          best = (int) i;
          best_progress = progress;
        }
    }
  return best;
}

/* Marks the slots of one week that are to be used, at most @wanted of them: always one more on the
 * day with the least load. @slots is the week's part, in order of time. */
static void
choose_slots (Solver *s, Slot *slots, guint n_slots, int wanted, int block_minutes)
{
  int load[7], used[7] = { 0 }, available[7] = { 0 };
  int week = 0;

  if (n_slots == 0)
    return;
  for (guint i = 0; i < n_slots; i++)
    available[way_date_weekday (slots[i].date) - 1]++;
  WayDate monday = way_date_week_start (slots[0].date);
  for (int d = 0; d < 7; d++)
    load[d] = *day_load (s, monday + d);
  week = *week_load (s, monday);

  for (; wanted > 0 && week + block_minutes <= s->in->weekly_minutes; wanted--)
    {
      int best = -1, open = 0;
      for (int d = 0; d < 7; d++)
        if (used[d] < available[d] && load[d] + block_minutes <= s->in->daily_minutes)
          {
            open++;
            if (best < 0 || load[d] < load[best])
              best = d;
          }
      if (best < 0)
        return;
      int skip = used[best]++;
      load[best] += block_minutes;
      week += block_minutes;
      for (guint i = 0; i < n_slots; i++)
        if (way_date_weekday (slots[i].date) - 1 == best && skip-- == 0)
          {
            slots[i].chosen = TRUE;
            slots[i].days_open = open;
          }
    }
}

/* Blocks that the open study items still need. */
static int
blocks_wanted (const Solver *s)
{
  int wanted = 0;

  for (guint i = 0; i < s->in->items->len; i++)
    if (is_study (s, i) && s->minutes_left[i] > 0)
      wanted += (s->minutes_left[i] - 1) / ITEM (s, i).block_minutes + 1;
  return wanted;
}

static void
place_study (Solver *s)
{
  int block_minutes = study_block_minutes (s);
  int n_streams = 1;

  if (block_minutes == 0)
    return;
  for (guint i = 0; i < s->in->items->len; i++)
    n_streams = MAX (n_streams, ITEM (s, i).stream + 1);
  g_autofree gint64 *stream_minutes = g_new0 (gint64, n_streams);
  g_autoptr (GArray) slots = lay_out_slots (s, block_minutes);
  Slot *all = (Slot *) (void *) slots->data;

  for (guint from = 0, to; from < slots->len; from = to)
    {
      WayDate monday = way_date_week_start (all[from].date);
      for (to = from; to < slots->len && way_date_week_start (all[to].date) == monday;)
        to++;
      int wanted = blocks_wanted (s);
      if (wanted == 0)
        break;
      choose_slots (s, all + from, to - from, wanted, block_minutes);
      for (guint i = from; i < to; i++)
        {
          int item = all[i].chosen ? next_item (s, &all[i], stream_minutes) : -1;
          if (item < 0)
            continue;
          int minutes = MIN (s->minutes_left[item], ITEM (s, item).block_minutes);
          place (s, item, all[i].start_utc, all[i].date, minutes, all[i].days_open);
          stream_minutes[ITEM (s, item).stream] += minutes;
        }
    }
}

/* What stopped the study that is left over: the limits that were reached in the last weeks are those
 * of every week, so they are read off the loads. */
static void
explain_study (Solver *s)
{
  guint limits = WAY_LIMIT_WINDOWS;
  int block_minutes = study_block_minutes (s);

  for (int d = 0; d < s->n_days; d++)
    {
      if (s->day_load[d] > 0 && s->day_load[d] + block_minutes > s->in->daily_minutes)
        limits |= WAY_LIMIT_DAILY;
      if (s->week_load[d / 7] + block_minutes > s->in->weekly_minutes)
        limits |= WAY_LIMIT_WEEKLY;
    }
  /* Full weeks: more windows would not help. */
  gboolean all_full = TRUE;
  for (int w = 0; w < s->n_days / 7; w++)
    all_full = all_full && s->week_load[w] + block_minutes > s->in->weekly_minutes;
  if (all_full)
    limits = WAY_LIMIT_WEEKLY;
  for (guint i = 0; i < s->in->items->len; i++)
    if (is_study (s, i))
      s->limits[i] = limits;
}

static int
compare_blocks (gconstpointer a, gconstpointer b)
{
  const WayScheduledBlock *x = a, *y = b;

  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

static void
init_taken (Solver *s)
{
  s->taken = way_availability_buffered (s->in->busy, s->in->buffer_minutes);
  for (guint i = 0; i < s->in->fixed->len; i++)
    {
      WayFixedBlock block = g_array_index (s->in->fixed, WayFixedBlock, i);
      take (s, s->taken, block.start_utc, block.end_utc);
      count_load (s, way_zone_to_local (s->in->zone, block.start_utc, NULL),
                  (int) ((block.end_utc - block.start_utc) / 60));
    }
  way_interval_set_normalize (s->taken);
}

WaySchedulerResult *
way_scheduler_solve (const WaySchedulerInput *input)
{
  WayDate first = way_date_week_start (input->from_date);
  int weeks = MAX (1, (input->to_date - first) / 7 + 1);
  guint n = input->items->len;
  g_autofree int *day_loads = g_new0 (int, 7 * weeks);
  g_autofree int *week_loads = g_new0 (int, weeks);
  g_autofree int *left = g_new0 (int, n + 1);
  g_autofree gint64 *item_end = g_new0 (gint64, n + 1);
  g_autofree guint *limits = g_new0 (guint, n + 1);
  WaySchedulerResult *out = g_new0 (WaySchedulerResult, 1);
  Solver s = { input, out, first, 7 * weeks, day_loads, week_loads, NULL, left, item_end, limits };

  out->blocks = g_array_new (FALSE, FALSE, sizeof (WayScheduledBlock));
  out->unscheduled = g_array_new (FALSE, FALSE, sizeof (WayUnscheduled));
  for (guint i = 0; i < n; i++)
    left[i] = ITEM (&s, i).minutes;
  init_taken (&s);
  place_appointments (&s);
  place_study (&s);
  explain_study (&s);
  g_array_sort (out->blocks, compare_blocks);
  for (guint i = 0; i < n; i++)
    if (left[i] > 0)
      {
        WayUnscheduled missing = { i, left[i], limits[i] };
        g_array_append_val (out->unscheduled, missing);
      }
  g_array_unref (s.taken);
  return out;
}

void
way_scheduler_result_free (WaySchedulerResult *schedule)
{
  g_array_unref (schedule->blocks);
  g_array_unref (schedule->unscheduled);
  g_free (schedule);
}
