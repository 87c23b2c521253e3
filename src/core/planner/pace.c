#include "core/planner/pace.h"

/* Parts of a block and of a day in which the pace is counted: integers come out the same everywhere. */
#define UNIT 1024

/* Study blocks that so many minutes a week hold beside @drills. */
static gint64
study_rate (const WayPlanSettings *settings, int minutes, int drills)
{
  int room = MAX (0, MIN (drills, (minutes - settings->block_minutes) / WAY_DRILL_MINUTES));

  return (gint64) MAX (1, (minutes - room * WAY_DRILL_MINUTES) / settings->block_minutes) * UNIT;
}

/* Blocks a week, on the average, that a guide's reviews take, and its mock interviews from its last dated phase
 * on. */
static gint64
rhythm_rate (const WayPlanSettings *settings, const WayWorkGuide *guide, gboolean last)
{
  gint64 rate = 0;

  if (guide->review_months > 0)
    rate += WAY_REVIEW_MINUTES * 7 * UNIT / (guide->review_months * 30 * settings->block_minutes);
  if (last && guide->mock_days > 0)
    rate += WAY_MOCK_MINUTES * 7 * UNIT / (guide->mock_days * settings->block_minutes);
  return rate;
}

/* Study blocks in a week of the guide, in its last dated phase or before. */
static gint64
guide_rate (const WayPlanSettings *settings, const WayWorkGuide *guide, gboolean last)
{
  int minutes = settings->guide_minutes != 0 ? settings->guide_minutes : settings->weekly_minutes;
  gint64 rate = study_rate (settings, minutes, guide->drills_per_week);

  return MAX (rate / 4, rate - rhythm_rate (settings, guide, last));
}

gboolean
way_pace_is_dated (const WayWorkPhase *phase)
{
  return !phase->ongoing && phase->max_days > 0;
}

static int
days_of (const WayWorkPhase *phase, gboolean low_end)
{
  return low_end ? phase->min_days : phase->max_days;
}

int
way_pace_last_phase (const WayWorkGuide *guide)
{
  int last = -1;

  for (guint i = 0; i < guide->phases->len; i++)
    if (way_pace_is_dated (g_ptr_array_index (guide->phases, i)))
      last = (int) i;
  return last;
}

/* Work of a phase: study blocks · 7, in units of 1 / UNIT. */
static gint64
phase_work (const WayPlanSettings *settings,
            const WayWorkGuide *guide,
            guint phase,
            gboolean low_end)
{
  gboolean last = (int) phase == way_pace_last_phase (guide);

  return days_of (g_ptr_array_index (guide->phases, phase), low_end) *
         guide_rate (settings, guide, last);
}

int
way_pace_phase_blocks (const WayPlanSettings *settings,
                       const WayWorkGuide *guide,
                       guint phase,
                       gboolean low_end)
{
  gint64 work = phase_work (settings, guide, phase, low_end);

  return (int) MAX (1, (work * 2 + 7 * UNIT) / (14 * UNIT));
}

/* A guide on its way through its phases, while all share the hours. */
typedef struct
{
  const WayWorkGuide *guide;
  guint phase;
  gint64 left;  /* of the work of the phase; 0: look for the next phase */
  gint64 wait;  /* the person's due date of the phase before is over; in the unit of @ends */
  GArray *ends; /* of gint64: days from the start to the end of each phase, in units of 1 / UNIT */
} Walker;

/* Days from the start of the plan to the morning of @date; 0 without a date. */
static gint64
units_before (const WayPlanSettings *settings, WayDate date)
{
  return date == WAY_DATE_NONE ? 0 : MAX (0, (gint64) date - settings->start_date) * UNIT;
}

/* When the next dated phase may be taken up at the earliest; 0: at once. */
static gint64
waits_until (const WayPlanSettings *settings, const Walker *w)
{
  for (guint i = w->phase; i < w->guide->phases->len; i++)
    {
      const WayWorkPhase *phase = g_ptr_array_index (w->guide->phases, i);
      if (way_pace_is_dated (phase))
        return MAX (w->wait, units_before (settings, phase->release_date));
    }
  return 0;
}

/* Takes up the next dated phase; %FALSE at the end of the guide, and while it waits. */
static gboolean
enter_phase (const WayPlanSettings *settings, Walker *w, gint64 now)
{
  if (w->left == 0 && waits_until (settings, w) > now)
    return FALSE;
  while (w->left == 0 && w->phase < w->guide->phases->len)
    {
      const WayWorkPhase *phase = g_ptr_array_index (w->guide->phases, w->phase);
      if (way_pace_is_dated (phase))
        w->left = phase_work (settings, w->guide, w->phase, settings->low_end);
      if (w->left > 0)
        return TRUE;
      g_array_append_val (w->ends, now);
      w->phase++;
    }
  return w->left > 0;
}

/* Study blocks a week for all guides together, beside their rhythm and what goes on after their last phase. */
static gint64
common_rate (const WayPlanSettings *settings, const GArray *walkers)
{
  gint64 taken = 0;
  int drills = 0;

  for (guint i = 0; i < walkers->len; i++)
    {
      const Walker *w = &g_array_index (walkers, Walker, i);
      gboolean last = (int) w->phase >= way_pace_last_phase (w->guide);
      drills += w->guide->drills_per_week;
      taken += rhythm_rate (settings, w->guide, last);
      for (guint k = 0; w->phase == w->guide->phases->len && k < w->phase; k++)
        taken += ((const WayWorkPhase *) g_ptr_array_index (w->guide->phases, k))->ongoing * UNIT;
    }
  gint64 rate = study_rate (settings, settings->weekly_minutes, drills);
  return MAX (rate / 4, rate - taken);
}

/* The phase is over. */
static void
leave_phase (const WayPlanSettings *settings, Walker *w, gint64 now)
{
  const WayWorkPhase *phase = g_ptr_array_index (w->guide->phases, w->phase);

  g_array_append_val (w->ends, now);
  w->wait = phase->due_date == WAY_DATE_NONE ? 0 : units_before (settings, phase->due_date + 1);
  w->phase++;
}

/* Takes up what can be taken up; how long it is until another one can. @shares: (out): of those with work */
static gint64
enter_phases (const WayPlanSettings *settings, GArray *walkers, gint64 now, gint64 *shares)
{
  gint64 step = G_MAXINT64;

  *shares = 0;
  for (guint i = 0; i < walkers->len; i++)
    {
      Walker *w = &g_array_index (walkers, Walker, i);
      if (enter_phase (settings, w, now))
        *shares += w->guide->share;
      else if (waits_until (settings, w) > now)
        step = MIN (step, waits_until (settings, w) - now);
    }
  return step;
}

/* Lets all guides get on, each by its share of the hours of those that still have work, until the first one
 * is through a phase, or may take one up. */
static gboolean
walk (const WayPlanSettings *settings, GArray *walkers, gint64 *now)
{
  gint64 shares, step = enter_phases (settings, walkers, *now, &shares);
  gboolean goes_on = shares > 0 || step < G_MAXINT64;

  gint64 rate = common_rate (settings, walkers);
  for (guint i = 0; i < walkers->len; i++)
    {
      const Walker *w = &g_array_index (walkers, Walker, i);
      if (w->left > 0)
        step = MIN (step, MAX (1, w->left * shares * UNIT / (rate * w->guide->share)));
    }
  for (guint i = 0; i < walkers->len && shares > 0; i++)
    {
      Walker *w = &g_array_index (walkers, Walker, i);
      if (w->left == 0)
        continue;
      gint64 needed = w->left * shares * UNIT / (rate * w->guide->share);
      gint64 done = step * rate * w->guide->share / (shares * UNIT);
      w->left = needed <= step ? 0 : MAX (1, w->left - done);
      if (w->left > 0)
        continue;
      leave_phase (settings, w, *now + step);
    }
  *now += goes_on ? step : 0;
  return goes_on;
}

/* Days from the start after which each phase of each guide is done at the hours of the plan
 * (element-type GArray of gint64, in units of 1 / UNIT; transfer full). @days: until all are. */
static GPtrArray *
walk_phases (const WayPlanSettings *settings, const GPtrArray *guides, gint64 *days)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) walkers = g_array_new (FALSE, FALSE, sizeof (Walker));

  for (guint i = 0; i < guides->len; i++)
    {
      Walker walker = { .guide = g_ptr_array_index (guides, i),
                        .ends = g_array_new (FALSE, FALSE, sizeof (gint64)) };
      g_ptr_array_add (ends, walker.ends);
      g_array_append_val (walkers, walker);
    }
  *days = 0;
  while (walk (settings, walkers, days))
    ;
  return ends;
}

/* How long the gap actions of a guide keep its phases waiting, at the pace that the plan begins with, and from when on
 * (element-type GapTime, transfer full), by time. Actions that are due together go one after the other. */
typedef struct
{
  gint64 start, length; /* days, in units of 1 / UNIT */
} GapTime;

static GArray *
gap_times (const WayPlanSettings *settings, const GPtrArray *guides, const WayWorkGuide *guide)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (GapTime));
  g_autoptr (GArray) walkers = g_array_new (FALSE, FALSE, sizeof (Walker));
  gint64 shares = 0, before = G_MAXINT64;

  for (guint i = 0; i < guides->len; i++)
    {
      Walker walker = { .guide = g_ptr_array_index (guides, i) };
      shares += walker.guide->share;
      g_array_append_val (walkers, walker);
    }
  gint64 rate = common_rate (settings, walkers);
  for (guint i = guide->gaps->len; i-- > 0;)
    {
      const WayWorkGap *gap = g_ptr_array_index (guide->gaps, i);
      gint64 work = (gint64) way_work_gap_blocks (settings, gap) * 7 * UNIT;
      GapTime time = { .length = work * shares * UNIT / (rate * guide->share) };
      before = MIN (before, units_before (settings, gap->due_date + 1));
      before = time.start = MAX (0, before - time.length);
      g_array_prepend_val (times, time);
    }
  return times;
}

static void
make_room (GArray *ends, const GArray *times)
{
  for (guint k = 0; k < ends->len; k++)
    for (guint i = 0; i < times->len; i++)
      {
        GapTime time = g_array_index (times, GapTime, i);
        gint64 *end = &g_array_index (ends, gint64, k);
        if (*end > time.start)
          *end += time.length;
      }
}

/* Ends of phases as dates, stretched to the target; those of the person as they are. */
static GArray *
to_dates (const WayPlanSettings *settings,
          const WayWorkGuide *guide,
          const GArray *ends,
          gint64 days)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (WayDate));
  gboolean stretched = settings->target_date != WAY_DATE_NONE && days > 0;
  gint64 wanted = stretched ? settings->target_date - settings->start_date + 1 : 0;

  for (guint k = 0; k < ends->len; k++)
    {
      gint64 end = g_array_index (ends, gint64, k);
      gint64 n = stretched ? (end * wanted + days - 1) / days : (end + UNIT - 1) / UNIT;
      const WayWorkPhase *phase = g_ptr_array_index (guide->phases, k);
      WayDate due = settings->start_date + (WayDate) MAX (1, n) - 1;
      if (way_pace_is_dated (phase) && phase->due_date != WAY_DATE_NONE)
        due = MAX (phase->due_date, settings->start_date);
      g_array_append_val (dates, due);
    }
  return dates;
}

GPtrArray *
way_pace_due_dates (const GPtrArray *guides, const WayPlanSettings *settings)
{
  GPtrArray *dues = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  gint64 days = 0;
  g_autoptr (GPtrArray) ends = walk_phases (settings, guides, &days);

  for (guint i = 0; i < ends->len; i++)
    {
      const WayWorkGuide *guide = g_ptr_array_index (guides, i);
      g_autoptr (GArray) times = gap_times (settings, guides, guide);
      if (settings->target_date == WAY_DATE_NONE)
        make_room (g_ptr_array_index (ends, i), times);
      g_ptr_array_add (dues, to_dates (settings, guide, g_ptr_array_index (ends, i), days));
    }
  return dues;
}
