/* The limits that a part of a draft exceeds. Blocks that were put somewhere by hand may exceed them in the whole draft
 * already; that is no news, so only what is worse than there counts. */
#include "core/planner/draft-choice.h"

#include <glib/gi18n-lib.h>

/* Minutes by day: WayDate to int. */
static GHashTable *
count_days (const GArray *places, WayZone *zone)
{
  GHashTable *days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const WayDraftPlace *it = &g_array_index (places, WayDraftPlace, i);
      gpointer day = GINT_TO_POINTER (way_zone_to_local (zone, it->start_utc, NULL));
      int minutes = GPOINTER_TO_INT (g_hash_table_lookup (days, day));
      minutes += (int) ((it->end_utc - it->start_utc) / 60);
      g_hash_table_insert (days, day, GINT_TO_POINTER (minutes));
    }
  return days;
}

static int
minutes_on (GHashTable *days, WayDate date)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (days, GINT_TO_POINTER (date)));
}

static int
minutes_of_week (GHashTable *days, WayDate monday)
{
  int minutes = 0;

  for (int i = 0; i < 7; i++)
    minutes += minutes_on (days, monday + i);
  return minutes;
}

/* How many days with blocks there are in a row around @date. */
static int
row_around (GHashTable *days, WayDate date)
{
  int n = minutes_on (days, date) > 0;

  for (WayDate day = date - 1; n > 0 && minutes_on (days, day) > 0; day--)
    n++;
  for (WayDate day = date + 1; n > 0 && minutes_on (days, day) > 0; day++)
    n++;
  return n;
}

static void
add_excess (GArray *excess, WayPlanLimit limit, WayDate date, int amount)
{
  WayDraftExcess it = { limit, date, amount };

  g_array_append_val (excess, it);
}

static void
look_at_day (GArray *excess,
             GHashTable *part,
             GHashTable *whole,
             WayDate date,
             const WayPlanSettings *s)
{
  int minutes = minutes_on (part, date);
  WayDate monday = date - way_date_weekday (date) + 1;
  int week = minutes_of_week (part, monday), row = row_around (part, date);
  gboolean first_of_week = TRUE;

  for (WayDate day = monday; day < date; day++)
    first_of_week = first_of_week && minutes_on (part, day) == 0;
  if (minutes > s->daily_minutes && minutes > minutes_on (whole, date))
    add_excess (excess, WAY_LIMIT_DAILY, date, minutes);
  if (first_of_week && week > s->weekly_minutes && week > minutes_of_week (whole, monday))
    add_excess (excess, WAY_LIMIT_WEEKLY, monday, week);
  if (s->days_in_row == 0 || row <= s->days_in_row || minutes_on (part, date - 1) > 0)
    return;
  for (WayDate day = date; day < date + row; day++)
    if (row_around (whole, day) >= row)
      return;
  add_excess (excess, WAY_LIMIT_ROW, date, row);
}

static int
compare_excess (gconstpointer a, gconstpointer b)
{
  const WayDraftExcess *x = a, *y = b;

  return x->limit != y->limit ? (int) x->limit - (int) y->limit : x->date - y->date;
}

GArray *
way_draft_excess (const WayDraft *draft,
                  const GPtrArray *groups,
                  const GPtrArray *blocks,
                  const WayPlanSettings *settings,
                  WayZone *zone)
{
  GArray *excess = g_array_new (FALSE, FALSE, sizeof (WayDraftExcess));
  g_autoptr (GPtrArray) all = way_draft_groups_new (draft);
  g_autoptr (GArray) part_places = way_draft_places (draft, groups, blocks);
  g_autoptr (GArray) whole_places = way_draft_places (draft, all, blocks);
  g_autoptr (GHashTable) part = count_days (part_places, zone);
  g_autoptr (GHashTable) whole = count_days (whole_places, zone);
  GHashTableIter days;
  gpointer day;

  g_hash_table_iter_init (&days, part);
  while (g_hash_table_iter_next (&days, &day, NULL))
    look_at_day (excess, part, whole, GPOINTER_TO_INT (day), settings);
  g_array_sort (excess, compare_excess);
  return excess;
}

static guint
count (const GArray *excess, WayPlanLimit limit)
{
  guint n = 0;

  for (guint i = 0; i < excess->len; i++)
    n += g_array_index (excess, WayDraftExcess, i).limit == limit;
  return n;
}

GStrv
way_draft_excess_text (const GArray *excess, const WayPlanSettings *settings)
{
  GStrvBuilder *lines = g_strv_builder_new ();
  guint days = count (excess, WAY_LIMIT_DAILY), weeks = count (excess, WAY_LIMIT_WEEKLY);
  guint rows = count (excess, WAY_LIMIT_ROW);
  /* Translators: a count of days, and the most hours on one day. */
  g_autofree char *day = g_strdup_printf (
      ngettext ("%u day gets more than %.4g h.", "%u days get more than %.4g h.", days), days,
      settings->daily_minutes / 60.0);
  /* Translators: a count of weeks, and the most hours in one week. */
  g_autofree char *week = g_strdup_printf (
      ngettext ("%u week gets more than %.4g h.", "%u weeks get more than %.4g h.", weeks), weeks,
      settings->weekly_minutes / 60.0);
  /* Translators: a count of stretches of days, and the most days with blocks in a row. */
  g_autofree char *row =
      g_strdup_printf (ngettext ("%u time there are more than %d days in a row.",
                                 "%u times there are more than %d days in a row.", rows),
                       rows, settings->days_in_row);

  if (days > 0)
    g_strv_builder_add (lines, day);
  if (weeks > 0)
    g_strv_builder_add (lines, week);
  if (rows > 0)
    g_strv_builder_add (lines, row);
  GStrv all = g_strv_builder_end (lines);
  g_strv_builder_unref (lines);
  return all;
}
