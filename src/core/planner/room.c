#include "core/planner/private.h"

void
way_room_free (WayRoom *room)
{
  if (room == NULL)
    return;
  g_array_unref (room->windows);
  g_array_unref (room->preferred);
  g_array_unref (room->slots);
  g_free (room->segment_start);
  g_free (room->segment_day);
  g_free (room->first_segment);
  g_free (room->first_slot);
  g_free (room->day_caps);
  g_free (room->day_stop);
  g_free (room->preferred_slots);
  g_free (room->week_caps);
  g_free (room->day_blocks);
  g_free (room);
}

/* Of @n instants that lie @stride bytes apart, in order: the last one that is not after @utc; -1: none. */
static int
last_not_after (gconstpointer instants, gsize stride, int n, gint64 utc)
{
  int low = -1, high = n;

  while (high - low > 1)
    {
      int middle = low + (high - low) / 2;
      if (*(const gint64 *) (gconstpointer) ((const char *) instants + stride * (gsize) middle) <=
          utc)
        low = middle;
      else
        high = middle;
    }
  return low;
}

int
way_room_segment_at (const WayRoom *room, gint64 utc)
{
  return last_not_after (room->segment_start, sizeof (gint64), room->n_segments, utc);
}

gboolean
way_room_is_open (const WayRoom *room, gint64 start_utc)
{
  const WayInterval *windows = (const WayInterval *) (const void *) room->windows->data;
  int at = room->windows->len == 0 ? -1
                                   : last_not_after (&windows->start_utc, sizeof (WayInterval),
                                                     (int) room->windows->len, start_utc);

  return at >= 0 && start_utc + (gint64) room->block_minutes * 60 <= windows[at].end_utc;
}

int
way_room_segment_behind (const WayRoom *room, int day, gint64 end_utc)
{
  if (day < 0 || day >= room->n_days)
    return day < 0 ? 0 : room->n_segments;
  for (int s = room->first_segment[day]; s < room->first_segment[day + 1]; s++)
    if (room->first_slot[s] == room->first_slot[s + 1] ||
        g_array_index (room->slots, WaySlot, room->first_slot[s]).start_utc >= end_utc)
      return s;
  return room->first_segment[day + 1];
}

int
way_room_segment_before (const WayRoom *room, int day, gint64 start_utc)
{
  if (day < 0 || day >= room->n_days)
    return day < 0 ? -1 : room->n_segments - 1;
  for (int s = room->first_segment[day + 1]; s-- > room->first_segment[day];)
    if (room->first_slot[s] == room->first_slot[s + 1] ||
        g_array_index (room->slots, WaySlot, room->first_slot[s + 1] - 1).end_utc <= start_utc)
      return s;
  return room->first_segment[day] - 1;
}

static int
longest_block (const WayPlanning *p)
{
  int longest = 0;

  for (guint i = 0; i < p->in->items->len; i++)
    if (WAY_ITEM (p, i).ideal_date == WAY_DATE_NONE && WAY_ITEM (p, i).minutes > 0)
      longest = MAX (longest, WAY_ITEM (p, i).block_minutes);
  return longest;
}

/* Appends the slots of @windows to @slots when it is not %NULL, and counts those of each day. */
static void
lay_out_slots (const WayPlanning *p, const GArray *windows, GArray *slots, int *of_day)
{
  gint64 length = (gint64) p->room->block_minutes * 60;
  gint64 earliest = p->now_utc;

  for (guint i = 0; i < windows->len; i++)
    {
      WayInterval window = g_array_index (windows, WayInterval, i);
      for (gint64 start = MAX (window.start_utc, earliest); start + length <= window.end_utc;
           start = earliest)
        {
          WaySlot slot = { start, start + length };
          int day = way_planning_day (p, start);
          earliest = slot.end_utc + p->room->rest;
          if (day < 0 || day >= p->n_days)
            continue;
          of_day[day]++;
          if (slots != NULL)
            g_array_append_val (slots, slot);
        }
    }
}

/* Whether a fixed block that the order speaks of ends between two neighbouring slots. Both move along. */
static gboolean
is_cut (const GArray *cuts, guint *at, gint64 before_utc, gint64 after_utc)
{
  while (*at < cuts->len && g_array_index (cuts, gint64, *at) < before_utc)
    (*at)++;
  return *at < cuts->len && g_array_index (cuts, gint64, *at) <= after_utc;
}

static int
compare_instants (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/* The ends of fixed blocks that something waits for, or that wait for something (transfer full). */
static GArray *
find_cuts (const WayPlanning *p)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree gboolean *ordered = g_new0 (gboolean, p->in->items->len + 1);

  for (guint k = 0; p->in->order != NULL && k < p->in->order->len; k++)
    {
      WayWorkOrder it = g_array_index (p->in->order, WayWorkOrder, k);
      ordered[it.first] = ordered[it.then] = TRUE;
    }
  for (guint f = 0; f < p->in->fixed->len; f++)
    {
      const WayFixedBlock *block = &g_array_index (p->in->fixed, WayFixedBlock, f);
      if (block->item != WAY_NO_ITEM && ordered[block->item])
        g_array_append_val (cuts, block->end_utc);
    }
  g_array_sort (cuts, compare_instants);
  return cuts;
}

static void
add_segment (WayRoom *room, int day, int slot, gint64 start_utc)
{
  room->segment_day[room->n_segments] = day;
  room->first_slot[room->n_segments] = slot;
  room->segment_start[room->n_segments] = start_utc;
  room->n_segments++;
}

static void
lay_out_segments (const WayPlanning *p, const int *of_day)
{
  WayRoom *room = p->room;
  g_autoptr (GArray) cuts = find_cuts (p);
  gsize most = (gsize) p->n_days + cuts->len + 1;
  const WaySlot *slots = (const WaySlot *) (const void *) room->slots->data;
  int slot = 0;
  guint at = 0;

  room->segment_day = g_new (int, most);
  room->segment_start = g_new (gint64, most);
  room->first_slot = g_new (int, most + 1);
  for (int day = 0; day < p->n_days; day++)
    {
      int end = slot + of_day[day];
      room->first_segment[day] = room->n_segments;
      add_segment (room, day, slot, way_zone_to_utc (p->in->zone, p->first_date + day, 0));
      for (; slot < end; slot++)
        if (slot > room->first_slot[room->n_segments - 1] &&
            is_cut (cuts, &at, slots[slot - 1].end_utc, slots[slot].start_utc))
          add_segment (room, day, slot, slots[slot].start_utc);
    }
  room->first_segment[p->n_days] = room->n_segments;
  room->first_slot[room->n_segments] = slot;
}

/* Blocks that fit into what a limit leaves. */
static int
blocks_left (int limit_minutes, int used_minutes, int block_minutes)
{
  return MAX (0, limit_minutes - used_minutes) / block_minutes;
}

static void
set_caps (WayPlanning *p, const int *of_day)
{
  WayRoom *room = p->room;

  for (int d = 0; d < p->n_days; d++)
    {
      int allowed = blocks_left (p->in->daily_minutes, p->day_minutes[d], room->block_minutes);
      room->day_caps[d] = MIN (of_day[d], allowed);
      room->day_stop[d] = allowed < of_day[d] ? WAY_LIMIT_DAILY : WAY_LIMIT_WINDOWS;
    }
  for (int w = 0; w < p->n_days / 7; w++)
    room->week_caps[w] =
        blocks_left (p->in->weekly_minutes, p->week_minutes[w], room->block_minutes);
}

void
way_planning_lay_out (WayPlanning *p)
{
  WayRoom *room = p->room = g_new0 (WayRoom, 1);
  g_autofree int *of_day = g_new0 (int, p->n_days);

  room->n_days = p->n_days;
  room->block_minutes = longest_block (p);
  room->rest = (gint64) p->in->break_minutes * 60;
  room->slots = g_array_new (FALSE, FALSE, sizeof (WaySlot));
  room->first_segment = g_new0 (int, p->n_days + 1);
  room->day_caps = g_new0 (int, p->n_days);
  room->day_stop = g_new0 (WayPlanLimit, p->n_days);
  room->preferred_slots = g_new0 (int, p->n_days);
  room->week_caps = g_new0 (int, p->n_days / 7);
  room->day_blocks = g_memdup2 (p->day_blocks, sizeof (int) * (gsize) p->n_days);
  if (room->block_minutes == 0)
    {
      room->windows = g_array_new (FALSE, FALSE, sizeof (WayInterval));
      room->preferred = g_array_new (FALSE, FALSE, sizeof (WayInterval));
    }
  else
    {
      room->windows = way_planning_windows (p, WAY_BLOCK_STUDY, FALSE);
      room->preferred = way_planning_windows (p, WAY_BLOCK_STUDY, TRUE);
      lay_out_slots (p, room->windows, room->slots, of_day);
      lay_out_slots (p, room->preferred, NULL, room->preferred_slots);
      set_caps (p, of_day);
    }
  lay_out_segments (p, of_day);
}
