/* The optimum from outside. A second solver, by brute force over the number of blocks of each item on each
 * day, knows the rules of the planner and shares no code with it: small cases, all schedules. Four figures
 * are compared: blocks without a place, maximum lateness, sum of squares, and blocks that move.
 * The runner prints the seed; --seed repeats it. */
#include "core/base/interval.h"
#include "core/planner/scheduler.h"

#define MAX_ITEMS 3
#define MAX_DAYS  14
#define NEVER     1000000

/* Of 1,500 rounds; see is_optimal(). */
#define MOST_MISSES 6

typedef struct
{
  int n_items, n_days;
  int blocks[MAX_ITEMS], release[MAX_ITEMS], due[MAX_ITEMS]; /* due: NEVER for none */
  gboolean after[MAX_ITEMS][MAX_ITEMS];                      /* [i][j]: j after i */
  int slots[MAX_DAYS];                                       /* of each day */
  int daily_cap, weekly_cap;
  int days_in_row;                   /* 0: no limit */
  int previous[MAX_ITEMS][MAX_DAYS]; /* mask of the slots that the blocks had */
} Problem;

/* The figures of a schedule, in their order. */
typedef struct
{
  int unplaced, lateness, squares, moved;
} Figures;

static gboolean
is_better (const Figures *a, const Figures *b)
{
  if (a->unplaced != b->unplaced)
    return a->unplaced < b->unplaced;
  if (a->lateness != b->lateness)
    return a->lateness < b->lateness;
  if (a->squares != b->squares)
    return a->squares < b->squares;
  return a->moved < b->moved;
}

typedef struct
{
  const Problem *problem;
  Figures best;
  int x[MAX_ITEMS][MAX_DAYS];
  int left[MAX_ITEMS];
  int week, total_left, row;
} Oracle;

/* On one day items can be done in an order that suits all of them, when there is no circle. */
static gboolean
order_is_kept (const Oracle *o)
{
  const Problem *p = o->problem;

  for (int i = 0; i < p->n_items; i++)
    for (int j = 0; j < p->n_items; j++)
      {
        int last = -1, first = NEVER;
        for (int d = 0; d < p->n_days; d++)
          {
            if (o->x[i][d] > 0)
              last = d;
            if (o->x[j][d] > 0 && first == NEVER)
              first = d;
          }
        if (p->after[i][j] && first < last)
          return FALSE;
      }
  return TRUE;
}

/* Blocks of day @d that can be at the times that they had, when slot @slot and the later ones are handed out to what
 * is left of @left: all ways to do so in which nothing comes before what it waits for. NEVER below 0: none. */
static int
most_kept (const Problem *p, int d, int slot, int *left)
{
  int total = 0, best = -NEVER;

  for (int i = 0; i < p->n_items; i++)
    total += left[i];
  if (total == 0)
    return 0;
  if (slot == p->slots[d])
    return -NEVER;
  best = most_kept (p, d, slot + 1, left);
  for (int i = 0; i < p->n_items; i++)
    {
      gboolean waits = FALSE;
      for (int k = 0; k < p->n_items; k++)
        waits = waits || (p->after[k][i] && left[k] > 0);
      if (left[i] == 0 || waits)
        continue;
      left[i]--;
      best = MAX (best, most_kept (p, d, slot + 1, left) + ((p->previous[i][d] >> slot) & 1));
      left[i]++;
    }
  return best;
}

static int
count_previous (const Problem *p, int d)
{
  int n = 0;

  for (int i = 0; i < p->n_items; i++)
    n += __builtin_popcount ((unsigned) p->previous[i][d]);
  return n;
}

static Figures
measure (const Oracle *o)
{
  const Problem *p = o->problem;
  Figures f = { o->total_left, -NEVER, 0, 0 };

  for (int d = 0; d < p->n_days; d++)
    {
      int load = 0;
      for (int i = 0; i < p->n_items; i++)
        {
          load += o->x[i][d];
          if (o->x[i][d] > 0 && p->due[i] != NEVER)
            f.lateness = MAX (f.lateness, d - p->due[i]);
        }
      f.squares += load * load;
      if (count_previous (p, d) == 0)
        continue;
      int left[MAX_ITEMS];
      for (int i = 0; i < p->n_items; i++)
        left[i] = o->x[i][d];
      f.moved += count_previous (p, d) - most_kept (p, d, 0, left);
    }
  return f;
}

static void search (Oracle *o, int day, int item, int room);

static void
next_day (Oracle *o, int day)
{
  const Problem *p = o->problem;

  if (day == p->n_days)
    {
      Figures f = measure (o);
      if (is_better (&f, &o->best) && order_is_kept (o))
        o->best = f;
      return;
    }
  int week = o->week;
  if (day % 7 == 0)
    o->week = p->weekly_cap;
  search (o, day, 0, MIN (p->slots[day], p->daily_cap));
  o->week = week;
}

static void
search (Oracle *o, int day, int item, int room)
{
  const Problem *p = o->problem;

  /* The bound is said for the compiler, which unrolls this and does not know the problem. */
  if (item == MAX_ITEMS || item == p->n_items)
    {
      int row = o->row, load = 0;
      for (int i = 0; i < p->n_items; i++)
        load += o->x[i][day];
      o->row = load > 0 ? row + 1 : 0;
      next_day (o, day + 1);
      o->row = row;
      return;
    }
  int most = p->release[item] <= day ? MIN (MIN (room, o->week), o->left[item]) : 0;
  if (p->days_in_row > 0 && o->row >= p->days_in_row)
    most = 0;
  for (int n = most; n >= 0; n--)
    {
      o->x[item][day] = n;
      o->left[item] -= n;
      o->total_left -= n;
      o->week -= n;
      search (o, day, item + 1, room - n);
      o->left[item] += n;
      o->total_left += n;
      o->week += n;
    }
  o->x[item][day] = 0;
}

/* What waits for something waits for what that waits for, and is not released before what it
 * waits for, also where that finds no place: a later phase is never planned by leaving the earlier
 * one out. */
static Problem
with_releases_in_order (const Problem *p)
{
  Problem q = *p;

  for (int i = 0; i + 1 < q.n_items; i++)
    if (q.after[i][i + 1] && q.blocks[i] > 0)
      q.release[i + 1] = MAX (q.release[i + 1], q.release[i]);
  q.after[0][2] = q.after[0][1] && q.after[1][2] && q.blocks[1] > 0;
  return q;
}

static Figures
solve_by_force (const Problem *original)
{
  const Problem problem = with_releases_in_order (original), *p = &problem;
  Oracle o = { .problem = p, .best = { NEVER, NEVER, NEVER, NEVER } };

  for (int i = 0; i < p->n_items; i++)
    {
      o.left[i] = p->blocks[i];
      o.total_left += p->blocks[i];
    }
  next_day (&o, 0);
  return o.best;
}

/* Between @low and @high, and 0 for what is below it. */
static int
chance (int low, int high)
{
  int value = g_test_rand_int_range (low, high);

  return MAX (0, value);
}

static Problem
make_problem (void)
{
  Problem p = { .n_items = g_test_rand_int_range (1, MAX_ITEMS + 1),
                .n_days = g_test_rand_int_range (5, 14),
                .daily_cap = g_test_rand_int_range (1, 4),
                .weekly_cap = g_test_rand_int_range (2, 9) };
  int total = g_test_rand_int_range (2, 13);

  for (int i = 0; i < p.n_items; i++)
    {
      p.blocks[i] = i == p.n_items - 1 ? total : g_test_rand_int_range (0, total + 1);
      total -= p.blocks[i];
      p.release[i] = chance (-4, p.n_days);
      p.due[i] =
          g_test_rand_int_range (0, 4) == 0 ? NEVER : g_test_rand_int_range (0, p.n_days + 3);
    }
  for (int i = 0; i + 1 < p.n_items; i++)
    p.after[i][i + 1] = g_test_rand_int_range (0, 3) == 0;
  for (int d = 0; d < p.n_days; d++)
    p.slots[d] = chance (-1, 4);
  return p;
}

/* One window a day that holds its slots; a day without any is off. */
typedef struct
{
  WaySchedulerInput in;
  GArray *availability, *days_off, *busy, *items, *order, *fixed, *previous;
  WayDate from;
} Case;

#define HOUR 3600

static void
case_init (Case *c, const Problem *p)
{
  c->from = way_date_from_ymd (2027, 1, 4);
  c->availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  c->days_off = g_array_new (FALSE, FALSE, sizeof (WayDaysOff));
  c->busy = way_interval_set_new ();
  c->items = g_array_new (FALSE, FALSE, sizeof (WayWorkItem));
  c->order = g_array_new (FALSE, FALSE, sizeof (WayWorkOrder));
  c->fixed = g_array_new (FALSE, FALSE, sizeof (WayFixedBlock));
  c->previous = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      WayAvailability it = { weekday, WAY_BLOCK_ALL_KINDS, 8 * 60, 11 * 60 };
      g_array_append_val (c->availability, it);
    }
  for (int d = 0; d < p->n_days; d++)
    {
      gint64 morning = (gint64) (c->from + d) * 86400 + 8 * HOUR;
      way_interval_set_add (c->busy, morning + p->slots[d] * HOUR, morning + 3 * HOUR);
    }
  way_interval_set_normalize (c->busy);
  for (int i = 0; i < p->n_items; i++)
    {
      WayWorkItem it = { "item",
                         WAY_BLOCK_STUDY,
                         p->blocks[i] * 60,
                         60,
                         c->from + p->release[i],
                         p->due[i] == NEVER ? WAY_DATE_NONE : c->from + p->due[i],
                         WAY_DATE_NONE };
      g_array_append_val (c->items, it);
      for (int j = 0; j < p->n_items; j++)
        {
          WayWorkOrder order = { (guint) i, (guint) j };
          if (p->after[i][j])
            g_array_append_val (c->order, order);
        }
    }
  c->in = (WaySchedulerInput) { .zone = way_zone_new ("UTC", NULL),
                                .from_date = c->from,
                                .to_date = c->from + p->n_days - 1,
                                .not_before_utc = (gint64) c->from * 86400,
                                .daily_minutes = p->daily_cap * 60,
                                .weekly_minutes = p->weekly_cap * 60,
                                .days_in_row = p->days_in_row,
                                .availability = c->availability,
                                .days_off = c->days_off,
                                .busy = c->busy,
                                .items = c->items,
                                .order = c->order,
                                .fixed = c->fixed,
                                .previous = c->previous };
}

static void
case_clear (Case *c)
{
  way_zone_free (c->in.zone);
  g_array_unref (c->availability);
  g_array_unref (c->days_off);
  g_array_unref (c->busy);
  g_array_unref (c->items);
  g_array_unref (c->order);
  g_array_unref (c->fixed);
  g_array_unref (c->previous);
}

static gboolean
was_there (const Case *c, const WayScheduledBlock *block)
{
  for (guint i = 0; i < c->previous->len; i++)
    {
      WayPreviousBlock it = g_array_index (c->previous, WayPreviousBlock, i);
      if (it.item == block->item && it.start_utc == block->start_utc)
        return TRUE;
    }
  return FALSE;
}

/* The figures of the planner's answer, counted anew; a block has moved when its time has. */
static Figures
measure_result (const Case *c, const Problem *p, const WaySchedulerResult *result)
{
  Oracle o = { .problem = p };
  int stayed = 0;

  for (guint i = 0; i < result->blocks->len; i++)
    {
      const WayScheduledBlock *b = &g_array_index (result->blocks, WayScheduledBlock, i);
      o.x[b->item][b->start_utc / 86400 - c->from]++;
      stayed += was_there (c, b);
    }
  for (guint i = 0; i < result->unscheduled->len; i++)
    o.total_left += g_array_index (result->unscheduled, WayUnscheduled, i).minutes / 60;
  g_assert_true (order_is_kept (&o));
  Figures f = measure (&o);
  f.moved = (int) c->previous->len - stayed;
  return f;
}

/* %FALSE when a block moved that could have stayed: the order of items is not part of the flow, and keeping it costs a
 * move more than needed in about one of 4,000 of these cases. */
static gboolean
is_optimal (Problem *p, Case *c, const WaySchedulerResult *result)
{
  Figures best = solve_by_force (p);
  Figures ours = measure_result (c, p, result);

  g_assert_cmpint (ours.unplaced, ==, best.unplaced);
  g_assert_cmpint (ours.lateness, ==, best.lateness);
  g_assert_cmpint (result->max_lateness, ==,
                   best.lateness == -NEVER ? WAY_NO_LATENESS : best.lateness);
  g_assert_cmpint (ours.squares, ==, best.squares);
  g_assert_cmpint (ours.moved, >=, best.moved);
  return ours.moved == best.moved;
}

static void
test_no_schedule_is_better (void)
{
  for (int round = 0; round < 1500; round++)
    {
      Problem p = make_problem ();
      Case c;
      case_init (&c, &p);
      g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
      g_assert_true (is_optimal (&p, &c, result));
      case_clear (&c);
    }
}

/* Days in a row are limited as well. */
static void
test_no_schedule_with_days_of_rest_is_better (void)
{
  for (int round = 0; round < 1500; round++)
    {
      Problem p = make_problem ();
      Case c;
      p.days_in_row = g_test_rand_int_range (1, 6);
      case_init (&c, &p);
      g_autoptr (WaySchedulerResult) result = way_scheduler_solve (&c.in);
      g_assert_true (is_optimal (&p, &c, result));
      case_clear (&c);
    }
}

/* One more busy event, or other limits: the fewest moves of all the best schedules. */
static void
test_no_schedule_moves_less (void)
{
  int misses = 0;

  for (int round = 0; round < 1500; round++)
    {
      Problem p = make_problem ();
      Case before, after;
      case_init (&before, &p);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&before.in);
      int day = g_test_rand_int_range (0, p.n_days);
      if (g_test_rand_bit ())
        p.slots[day] = MAX (0, p.slots[day] - 1);
      else
        p.weekly_cap = 1 + chance (p.weekly_cap - 2, p.weekly_cap + 1);
      case_init (&after, &p);
      for (guint i = 0; i < first->blocks->len; i++)
        {
          const WayScheduledBlock *b = &g_array_index (first->blocks, WayScheduledBlock, i);
          WayPreviousBlock it = { b->item, b->start_utc };
          int d = (int) (b->start_utc / 86400 - before.from);
          p.previous[b->item][d] |= 1 << (b->start_utc % 86400 / HOUR - 8);
          g_array_append_val (after.previous, it);
        }
      g_autoptr (WaySchedulerResult) second = way_scheduler_solve (&after.in);
      misses += !is_optimal (&p, &after, second);
      case_clear (&before);
      case_clear (&after);
    }
  g_assert_cmpint (misses, <=, MOST_MISSES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/oracle/no-schedule-is-better", test_no_schedule_is_better);
  g_test_add_func ("/oracle/no-schedule-with-days-of-rest-is-better",
                   test_no_schedule_with_days_of_rest_is_better);
  g_test_add_func ("/oracle/no-schedule-moves-less", test_no_schedule_moves_less);
  return g_test_run ();
}
