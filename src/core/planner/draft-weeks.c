#include "core/planner/draft-weeks.h"

static void
week_free (WayDraftWeek *week)
{
  g_array_unref (week->before);
  g_array_unref (week->after);
  g_free (week);
}

WayDate
way_draft_week_of (gint64 utc, WayZone *zone, int first_weekday)
{
  WayDate date = way_zone_to_local (zone, utc, NULL);

  return date - (way_date_weekday (date) - first_weekday + 7) % 7;
}

static WayDraftWeek *
find_week (GPtrArray *weeks, WayDate first_date)
{
  guint from = 0, to = weeks->len;

  while (from < to)
    {
      guint middle = (from + to) / 2;
      WayDraftWeek *it = g_ptr_array_index (weeks, middle);
      if (it->first_date == first_date)
        return it;
      if (it->first_date < first_date)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

static void
add_week (GPtrArray *weeks, WayDate first_date)
{
  guint at = weeks->len;

  if (find_week (weeks, first_date) != NULL)
    return;
  while (at > 0 && ((WayDraftWeek *) g_ptr_array_index (weeks, at - 1))->first_date > first_date)
    at--;
  WayDraftWeek *week = g_new0 (WayDraftWeek, 1);
  week->first_date = first_date;
  week->before = g_array_new (FALSE, FALSE, sizeof (WayDraftBar));
  week->after = g_array_new (FALSE, FALSE, sizeof (WayDraftBar));
  g_ptr_array_insert (weeks, (int) at, week);
}

static void
add_bar (GPtrArray *weeks,
         const WayDraftPlace *place,
         WayDate date,
         int from,
         int to,
         int first_weekday,
         gboolean after)
{
  int day = (way_date_weekday (date) - first_weekday + 7) % 7;
  WayDraftWeek *week = find_week (weeks, date - day);
  WayDraftBar bar = { day, from, to, place->kind,
                      after ? place->carried : place->change != WAY_DRAFT_NONE };

  if (week != NULL)
    g_array_append_val (after ? week->after : week->before, bar);
}

static void
add_place (GPtrArray *weeks, const WayDraftPlace *place, WayZone *zone, int first, gboolean after)
{
  int minutes = (int) ((place->end_utc - place->start_utc) / 60), from;
  WayDate date = way_zone_to_local (zone, place->start_utc, &from);
  WayDraftWeek *week = find_week (weeks, way_draft_week_of (place->start_utc, zone, first));

  if (week != NULL)
    *(after ? &week->after_minutes : &week->before_minutes) += minutes;
  add_bar (weeks, place, date, from, MIN (1440, from + minutes), first, after);
  if (from + minutes > 1440)
    add_bar (weeks, place, date + 1, 0, from + minutes - 1440, first, after);
}

GPtrArray *
way_draft_weeks (const WayDraft *draft,
                 const GPtrArray *groups,
                 const GPtrArray *blocks,
                 WayZone *zone,
                 int first_weekday)
{
  GPtrArray *weeks = g_ptr_array_new_with_free_func ((GDestroyNotify) week_free);
  g_autoptr (GArray) before = way_draft_places (draft, NULL, blocks);
  g_autoptr (GArray) after = way_draft_places (draft, groups, blocks);

  for (guint i = 0; i < draft->changes->len; i++)
    {
      const WayChange *it = g_ptr_array_index (draft->changes, i);
      guint group = way_draft_group_of (groups, it);
      if (!((WayDraftGroup *) g_ptr_array_index (groups, group))->chosen)
        continue;
      if (it->change != WAY_CHANGE_ADDED)
        add_week (weeks, way_draft_week_of (it->old_start_utc, zone, first_weekday));
      if (it->change != WAY_CHANGE_REMOVED)
        add_week (weeks, way_draft_week_of (it->new_start_utc, zone, first_weekday));
    }
  for (guint i = 0; i < before->len; i++)
    {
      WayDraftPlace *it = &g_array_index (before, WayDraftPlace, i);
      const WayChange *change =
          it->change != WAY_DRAFT_NONE ? g_ptr_array_index (draft->changes, it->change) : NULL;
      guint group = change != NULL ? way_draft_group_of (groups, change) : WAY_DRAFT_NONE;
      /* What is left out does not change. */
      if (change != NULL && !((WayDraftGroup *) g_ptr_array_index (groups, group))->chosen)
        it->change = WAY_DRAFT_NONE;
      add_place (weeks, it, zone, first_weekday, FALSE);
    }
  for (guint i = 0; i < after->len; i++)
    add_place (weeks, &g_array_index (after, WayDraftPlace, i), zone, first_weekday, TRUE);
  return weeks;
}
