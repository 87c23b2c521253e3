#include "core/planner/pace.h"

/* Study blocks that a week of @guide stands for. */
static int
guide_blocks (const WayPlanSettings *settings, const WayWorkGuide *guide)
{
  int minutes = settings->guide_minutes != 0 ? settings->guide_minutes : settings->weekly_minutes;
  int drills =
      MIN (guide->drills_per_week, (minutes - settings->block_minutes) / WAY_DRILL_MINUTES);

  return MAX (1, (minutes - MAX (0, drills) * WAY_DRILL_MINUTES) / settings->block_minutes);
}

int
way_pace_phase_blocks (const WayPlanSettings *settings, const WayWorkGuide *guide, int days)
{
  return MAX (1, (days * guide_blocks (settings, guide) * 2 + 7) / 14);
}

int
way_pace_days (const WayPlanSettings *settings, const WayWorkPhase *phase)
{
  return settings->low_end ? phase->min_days : phase->max_days;
}

gboolean
way_pace_is_dated (const WayWorkPhase *phase)
{
  return !phase->ongoing && phase->max_days > 0;
}

/* A guide on its way through its phases, while all share the hours. */
typedef struct
{
  const WayWorkGuide *guide;
  guint phase;
  gint64 left; /* of the phase: block-weeks / 7, in units of 1 / UNIT; 0: look for the next phase */
  GArray *ends; /* of gint64: days from the start to the end of each phase, in units of 1 / UNIT */
} Walker;

#define UNIT (1 << 16)

/* Takes up the next dated phase; %FALSE at the end of the guide. */
static gboolean
enter_phase (const WayPlanSettings *settings, Walker *w, gint64 now)
{
  while (w->left == 0 && w->phase < w->guide->phases->len)
    {
      const WayWorkPhase *phase = g_ptr_array_index (w->guide->phases, w->phase);
      if (way_pace_is_dated (phase))
        w->left =
            (gint64) way_pace_days (settings, phase) * guide_blocks (settings, w->guide) * UNIT;
      if (w->left > 0)
        return TRUE;
      g_array_append_val (w->ends, now);
      w->phase++;
    }
  return w->left > 0;
}

/* Lets all guides get on, each by its share of the hours of those that still have work, until the first one
 * is through a phase. Integers, so that it comes out the same everywhere. */
static gboolean
walk (const WayPlanSettings *settings, gint64 rate, GArray *walkers, gint64 *now)
{
  gint64 shares = 0, step = G_MAXINT64;

  for (guint i = 0; i < walkers->len; i++)
    {
      Walker *w = &g_array_index (walkers, Walker, i);
      if (enter_phase (settings, w, *now))
        shares += w->guide->share;
    }
  for (guint i = 0; i < walkers->len; i++)
    {
      const Walker *w = &g_array_index (walkers, Walker, i);
      if (w->left > 0)
        step = MIN (step, MAX (1, w->left * shares / (rate * w->guide->share)));
    }
  for (guint i = 0; i < walkers->len && shares > 0; i++)
    {
      Walker *w = &g_array_index (walkers, Walker, i);
      gint64 done = step * rate * w->guide->share / shares;
      gint64 needed = w->left * shares / (rate * w->guide->share);
      if (w->left == 0)
        continue;
      w->left = needed <= step ? 0 : MAX (1, w->left - done);
      if (w->left > 0)
        continue;
      gint64 end = *now + step;
      g_array_append_val (w->ends, end);
      w->phase++;
    }
  *now += shares > 0 ? step : 0;
  return shares > 0;
}

/* Days from the start after which each phase of each guide is done at the hours of the plan
 * (element-type GArray of gint64, in units of 1 / UNIT; transfer full). @days: until all are. */
static GPtrArray *
walk_phases (const WayPlanSettings *settings, const GPtrArray *guides, int rate, gint64 *days)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) walkers = g_array_new (FALSE, TRUE, sizeof (Walker));

  for (guint i = 0; i < guides->len; i++)
    {
      Walker walker = { .guide = g_ptr_array_index (guides, i),
                        .ends = g_array_new (FALSE, FALSE, sizeof (gint64)) };
      g_ptr_array_add (ends, walker.ends);
      g_array_append_val (walkers, walker);
    }
  *days = 0;
  while (walk (settings, rate, walkers, days))
    ;
  return ends;
}

/* Ends of phases as dates, stretched to the target. */
static GArray *
to_dates (const WayPlanSettings *settings, const GArray *ends, gint64 days)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (WayDate));
  gboolean stretched = settings->target_date != WAY_DATE_NONE && days > 0;
  gint64 wanted = stretched ? settings->target_date - settings->start_date + 1 : 0;

  for (guint k = 0; k < ends->len; k++)
    {
      gint64 end = g_array_index (ends, gint64, k);
      gint64 n = stretched ? (end * wanted + days - 1) / days : (end + UNIT - 1) / UNIT;
      WayDate due = settings->start_date + (WayDate) MAX (1, n) - 1;
      g_array_append_val (dates, due);
    }
  return dates;
}

GPtrArray *
way_pace_due_dates (const GPtrArray *guides, const WayPlanSettings *settings, int blocks_per_week)
{
  GPtrArray *dues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gint64 days = 0;
  g_autoptr (GPtrArray) ends = walk_phases (settings, guides, blocks_per_week, &days);

  for (guint i = 0; i < ends->len; i++)
    g_ptr_array_add (dues, to_dates (settings, g_ptr_array_index (ends, i), days));
  return dues;
}
