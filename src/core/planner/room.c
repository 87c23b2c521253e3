#include "core/planner/private.h"

void
way_room_free (WayRoom *room)
{
  if (room == NULL)
    return;
  g_array_unref (room->windows);
  g_array_unref (room->slots);
  g_free (room->first_slot);
  g_free (room->day_caps);
  g_free (room->day_limited);
  g_free (room->week_caps);
  g_free (room->day_blocks);
  g_free (room);
}

static int
longest_block (const WayPlanning *p)
{
  int longest = 0;

  for (guint i = 0; i < p->in->items->len; i++)
    if (WAY_ITEM (p, i).ideal_date == WAY_DATE_NONE)
      longest = MAX (longest, WAY_ITEM (p, i).block_minutes);
  return longest;
}

static void
lay_out_slots (const WayPlanning *p, WayRoom *room)
{
  gint64 length = (gint64) room->block_minutes * 60;
  gint64 earliest = p->now_utc;
  int day = 0;

  for (guint i = 0; i < room->windows->len; i++)
    {
      WayWindow window = g_array_index (room->windows, WayWindow, i);
      for (gint64 start = MAX (window.start_utc, earliest); start + length <= window.end_utc;
           start = earliest)
        {
          WaySlot slot = { start, start + length };
          int at = way_planning_day (p, start);
          while (day <= at && day <= room->n_days)
            room->first_slot[day++] = (int) room->slots->len;
          g_array_append_val (room->slots, slot);
          earliest = slot.end_utc + room->rest;
        }
    }
  while (day <= room->n_days)
    room->first_slot[day++] = (int) room->slots->len;
}

/* Blocks that fit into what a limit leaves. */
static int
blocks_left (int limit_minutes, int used_minutes, int block_minutes)
{
  return MAX (0, limit_minutes - used_minutes) / block_minutes;
}

void
way_planning_lay_out (WayPlanning *p)
{
  WayRoom *room = p->room = g_new0 (WayRoom, 1);

  room->first_date = p->first_date;
  room->n_days = p->n_days;
  room->block_minutes = longest_block (p);
  room->rest = (gint64) p->in->break_minutes * 60;
  room->slots = g_array_new (FALSE, FALSE, sizeof (WaySlot));
  room->first_slot = g_new0 (int, p->n_days + 2);
  room->day_caps = g_new0 (int, p->n_days);
  room->day_limited = g_new0 (gboolean, p->n_days);
  room->week_caps = g_new0 (int, p->n_days / 7);
  room->day_blocks = g_memdup2 (p->day_blocks, sizeof (int) * (gsize) p->n_days);
  room->windows = room->block_minutes > 0 ? way_planning_windows (p, WAY_BLOCK_STUDY, FALSE)
                                          : g_array_new (FALSE, FALSE, sizeof (WayWindow));
  lay_out_slots (p, room);
  if (room->block_minutes == 0)
    return;
  for (int d = 0; d < p->n_days; d++)
    {
      int slots = room->first_slot[d + 1] - room->first_slot[d];
      int allowed = blocks_left (p->in->daily_minutes, p->day_minutes[d], room->block_minutes);
      room->day_caps[d] = MIN (slots, allowed);
      room->day_limited[d] = allowed < slots;
    }
  for (int w = 0; w < p->n_days / 7; w++)
    room->week_caps[w] =
        blocks_left (p->in->weekly_minutes, p->week_minutes[w], room->block_minutes);
}
