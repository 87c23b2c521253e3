/* Appointments are few and each has its own days: one after the other stays where it is, takes the slot that its
 * series has for it, or the free one closest to its ideal day. */
#include "core/planner/private.h"

typedef struct
{
  WayPlanning *p;
  guint item;
  const GArray *windows;
  GArray *recent; /* normal: placed since the windows were made, with breaks */
  gint64 best;    /* start; -1: none yet */
} Search;

/* Whether the limits allow @item on @day; what they do not goes to @limits. */
static gboolean
within_limits (const WayPlanning *p, guint item, int day, guint *limits)
{
  int minutes = WAY_ITEM (p, item).minutes;
  gboolean day_ok, week_ok, row_ok;

  if (day < 0 || day >= p->n_days)
    return FALSE;
  day_ok = p->day_minutes[day] + minutes <= p->in->daily_minutes;
  week_ok = p->week_minutes[day / 7] + minutes <= p->in->weekly_minutes;
  row_ok = way_planning_row_allows (p, day);
  *limits |= (day_ok ? 0 : WAY_LIMIT_DAILY) | (week_ok ? 0 : WAY_LIMIT_WEEKLY) |
             (row_ok ? 0 : WAY_LIMIT_ROW);
  return day_ok && week_ok && row_ok;
}

/* The index of the first window that ends after @utc. */
static guint
first_window (const GArray *windows, gint64 utc)
{
  guint low = 0, high = windows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (windows, WayInterval, middle).end_utc <= utc)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Looks at the first free place on @day at or after @from in @window. */
static void
look_at (Search *s, const WayInterval *window, int day, gint64 from, guint *limits)
{
  WayPlanning *p = s->p;
  const WayWorkItem *item = &WAY_ITEM (p, s->item);
  gint64 length = (gint64) item->minutes * 60;
  gint64 start = way_interval_set_next_free (s->recent, MAX (from, p->now_utc), length);
  int ideal = item->ideal_date - p->first_date;

  if (start + length > window->end_utc || way_planning_day (p, start) != day ||
      !within_limits (p, s->item, day, limits))
    return;
  if (s->best < 0 || ABS (day - ideal) < ABS (way_planning_day (p, s->best) - ideal))
    s->best = start;
}

/* Looks at each day between release and due of the part of @window that lies there. */
static void
look_through (Search *s, const WayInterval *window, guint *limits)
{
  const WayPlanning *p = s->p;
  const WayWorkItem *item = &WAY_ITEM (p, s->item);
  int first = MAX (way_planning_day (p, window->start_utc), item->release_date - p->first_date);
  int last = MIN (way_planning_day (p, window->end_utc - 1), item->due_date - p->first_date);

  for (int day = first; day <= last; day++)
    {
      gint64 midnight = way_zone_to_utc (p->in->zone, p->first_date + day, 0);
      look_at (s, window, day, MAX (window->start_utc, midnight), limits);
    }
}

/* %TRUE when the block may be at @start_utc. */
static gboolean
is_free (const Search *s, gint64 start_utc)
{
  const WayPlanning *p = s->p;
  const WayWorkItem *item = &WAY_ITEM (p, s->item);
  gint64 end_utc = start_utc + (gint64) item->minutes * 60;
  WayDate date = p->first_date + way_planning_day (p, start_utc);
  guint i = first_window (s->windows, start_utc), limits = 0;

  return start_utc >= p->now_utc && date >= item->release_date && date <= item->due_date &&
         !way_interval_set_overlaps (s->recent, start_utc, end_utc) &&
         within_limits (p, s->item, date - p->first_date, &limits) && i < s->windows->len &&
         g_array_index (s->windows, WayInterval, i).start_utc <= start_utc &&
         end_utc <= g_array_index (s->windows, WayInterval, i).end_utc;
}

static int
months_between (WayDate from, WayDate to)
{
  int from_year, from_month, to_year, to_month, day;

  way_date_to_ymd (from, &from_year, &from_month, &day);
  way_date_to_ymd (to, &to_year, &to_month, &day);
  return (to_year - from_year) * 12 + to_month - from_month;
}

/* Where the series of @item has it: at the weekday and the time of its first one, so that a person gets used to
 * it, and calendars hold one event that repeats. -1: it is the first one, or of no series. */
static gint64
regular_start (const WayPlanning *p, const WayWorkItem *item)
{
  for (guint i = 0; item->series != 0 && i < p->out->blocks->len; i++)
    {
      const WayScheduledBlock *first = &g_array_index (p->out->blocks, WayScheduledBlock, i);
      const WayWorkItem *of = &WAY_ITEM (p, first->item);
      int minute;
      if (of->series != item->series)
        continue;
      WayDate date = way_zone_to_local (p->in->zone, first->start_utc, &minute);
      date =
          way_date_add_months_by_weekday (date, months_between (of->ideal_date, item->ideal_date));
      return way_zone_to_utc (p->in->zone, date, minute);
    }
  return -1;
}

/* Looks through the windows between release and due. */
static void
look_everywhere (Search *s, guint *limits)
{
  const WayPlanning *p = s->p;
  const WayWorkItem *item = &WAY_ITEM (p, s->item);
  gint64 from = way_zone_to_utc (p->in->zone, item->release_date, 0);
  gint64 to = way_zone_to_utc (p->in->zone, item->due_date, 1440);

  for (guint i = first_window (s->windows, from); i < s->windows->len; i++)
    {
      const WayInterval *window = &g_array_index (s->windows, WayInterval, i);
      if (window->start_utc >= to)
        break;
      look_through (s, window, limits);
    }
}

static void
place (Search *s, gint64 previous_utc)
{
  WayPlanning *p = s->p;
  const WayWorkItem *item = &WAY_ITEM (p, s->item);
  gint64 regular_utc = regular_start (p, item);
  gboolean stays = previous_utc >= 0 && is_free (s, previous_utc);
  guint limits = 0;

  s->best = stays ? previous_utc : -1;
  if (!stays && regular_utc >= 0 && is_free (s, regular_utc))
    s->best = regular_utc;
  else if (!stays)
    look_everywhere (s, &limits);
  if (s->best < 0)
    {
      WayUnscheduled it = { s->item, item->minutes, limits != 0 ? limits : WAY_LIMIT_WINDOWS };
      g_array_append_val (p->out->unscheduled, it);
      return;
    }
  way_planning_count (p, way_planning_day (p, s->best), item->minutes);
  way_planning_put (p, s->item, s->best, item->minutes, stays);
  g_array_index (p->out->blocks, WayScheduledBlock, p->out->blocks->len - 1).reason.regular =
      s->best == regular_utc;
  way_planning_take (p, s->recent, s->best, s->best + (gint64) item->minutes * 60);
  way_interval_set_normalize (s->recent);
}

/* Where each item is now; -1: nowhere (transfer full). */
static gint64 *
previous_starts (const WayPlanning *p)
{
  guint n = p->in->items->len;
  gint64 *starts = g_new (gint64, n + 1);

  for (guint i = 0; i < n; i++)
    starts[i] = -1;
  for (guint i = 0; p->in->previous != NULL && i < p->in->previous->len; i++)
    {
      const WayPreviousBlock *it = &g_array_index (p->in->previous, WayPreviousBlock, i);
      starts[it->item] = it->start_utc;
    }
  return starts;
}

static int
compare_items (gconstpointer a, gconstpointer b, gpointer planning)
{
  return way_planning_compare_items (planning, *(const guint *) a, *(const guint *) b);
}

/* The appointments, in an order that does not depend on that of the input (transfer full). */
static GArray *
list_appointments (WayPlanning *p)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < p->in->items->len; i++)
    if (WAY_ITEM (p, i).ideal_date != WAY_DATE_NONE && WAY_ITEM (p, i).minutes > 0)
      g_array_append_val (list, i);
  g_array_sort_with_data (list, compare_items, p);
  return list;
}

void
way_planning_place_appointments (WayPlanning *p)
{
  g_autofree gint64 *previous = previous_starts (p);
  g_autoptr (GArray) list = list_appointments (p);

  for (WayBlockKind kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      g_autoptr (GArray) recent = way_interval_set_new ();
      g_autoptr (GArray) windows = NULL;

      for (guint k = 0; k < list->len; k++)
        {
          guint i = g_array_index (list, guint, k);
          if (WAY_ITEM (p, i).kind != kind)
            continue;
          if (windows == NULL)
            windows = way_planning_windows (p, kind, FALSE);
          Search search = { p, i, windows, recent, -1 };
          place (&search, previous[i]);
        }
      g_array_append_vals (p->taken, recent->data, recent->len);
      way_interval_set_normalize (p->taken);
    }
}
