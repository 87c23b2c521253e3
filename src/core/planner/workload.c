#include "core/planner/workload.h"

#include "core/planner/pace.h"

/* A plan without an end date may run late by this factor before work counts as unplaced. */
#define LATE_FACTOR       3
#define LATE_DAYS         366
#define LONGEST_PLAN_DAYS (10 * 366)

/* What is fixed for all guides while the items are made. */
typedef struct
{
  const WayPlanSettings *settings;
  WayWorkload *out;
  int drills_room;  /* drills a week that leave room for one study block */
  gboolean shared;  /* several guides */
  WayDate end_date; /* of the rhythm: the plan's end, or the end of the dated phases */
} Maker;

static void
add (Maker *m, WayWorkItem item, const WayWorkGuide *guide, const WayWorkPhase *phase)
{
  WayWorkSource source = { guide, phase, NULL };

  item.id = phase != NULL ? phase->title : guide->title;
  g_array_append_val (m->out->items, item);
  g_array_append_val (m->out->sources, source);
}

/* An appointment around @ideal, from @before days earlier to @after days later, inside the plan. */
static void
add_appointment (Maker *m,
                 WayBlockKind kind,
                 int minutes,
                 WayDate ideal,
                 WayDate release,
                 WayDate due,
                 const WayWorkGuide *guide,
                 const WayWorkPhase *phase)
{
  WayWorkItem item = {
    .kind = kind,
    .minutes = minutes,
    .block_minutes = minutes,
    .release_date = MAX (release, m->settings->start_date),
    .due_date = due,
    .ideal_date = ideal,
  };

  if (m->settings->until_date != WAY_DATE_NONE)
    item.due_date = MIN (due, m->settings->until_date);
  item.ideal_date = CLAMP (ideal, item.release_date, MAX (item.release_date, item.due_date));
  if (item.release_date <= item.due_date)
    add (m, item, guide, phase);
}

static void
add_phases (Maker *m, const WayWorkGuide *guide, guint group, const GArray *dues)
{
  guint previous = WAY_NO_ITEM;

  for (guint i = 0; i < guide->phases->len; i++)
    {
      const WayWorkPhase *phase = g_ptr_array_index (guide->phases, i);
      int length = m->settings->block_minutes;
      if (!way_pace_is_dated (phase))
        continue;
      WayWorkItem item = {
        .kind = WAY_BLOCK_STUDY,
        .minutes = way_pace_phase_blocks (m->settings, guide, i, m->settings->low_end) * length,
        .block_minutes = length,
        .release_date = MAX (m->settings->start_date, phase->release_date),
        .due_date = g_array_index (dues, WayDate, i),
        .ideal_date = WAY_DATE_NONE,
        .group = m->shared ? group : 0,
        .share = m->shared ? guide->share : 0,
      };
      item.spare_minutes =
          item.minutes - way_pace_phase_blocks (m->settings, guide, i, TRUE) * length;
      add (m, item, guide, phase);
      WayWorkOrder order = { previous, m->out->items->len - 1 };
      if (previous != WAY_NO_ITEM)
        g_array_append_val (m->out->order, order);
      previous = order.then;
    }
}

static void
add_gaps (Maker *m, const WayWorkGuide *guide, guint group)
{
  for (guint i = 0; i < guide->gaps->len; i++)
    {
      const WayWorkGap *gap = g_ptr_array_index (guide->gaps, i);
      WayWorkSource source = { guide, NULL, gap };
      WayWorkItem item = {
        .id = gap->title,
        .kind = WAY_BLOCK_STUDY,
        .minutes = way_work_gap_blocks (m->settings, gap) * m->settings->block_minutes,
        .block_minutes = m->settings->block_minutes,
        .release_date = m->settings->start_date,
        .due_date = MAX (gap->due_date, m->settings->start_date),
        .ideal_date = WAY_DATE_NONE,
        .group = m->shared ? group : 0,
        .share = m->shared ? guide->share : 0,
      };
      g_array_append_val (m->out->items, item);
      g_array_append_val (m->out->sources, source);
    }
}

static void
add_drills (Maker *m, const WayWorkGuide *guide)
{
  int count = MIN (guide->drills_per_week, m->drills_room);

  for (WayDate monday = way_date_week_start (m->settings->start_date); monday <= m->end_date;
       monday += 7)
    for (int i = 0; i < count; i++)
      {
        /* Evenly over Monday to Friday, two a day when there are more than five. */
        WayDate ideal = monday + (2 * i + 1) * 5 / (2 * count);
        add_appointment (m, WAY_BLOCK_DRILL, WAY_DRILL_MINUTES, ideal, monday, monday + 6, guide,
                         NULL);
      }
}

static const WayWorkPhase *
ongoing_phase (const WayWorkGuide *guide)
{
  for (guint i = 0; i < guide->phases->len; i++)
    {
      const WayWorkPhase *phase = g_ptr_array_index (guide->phases, i);
      if (phase->ongoing)
        return phase;
    }
  return NULL;
}

/* The day after the dated phase before the one at @last. */
static WayDate
phase_start (const Maker *m, const WayWorkGuide *guide, const GArray *dues, int last)
{
  for (int i = last - 1; i >= 0; i--)
    if (way_pace_is_dated (g_ptr_array_index (guide->phases, i)))
      return g_array_index (dues, WayDate, i) + 1;
  return m->settings->start_date;
}

static void
add_mocks (Maker *m, const WayWorkGuide *guide, const GArray *dues)
{
  if (guide->mock_days == 0)
    return;
  int slack = MAX (0, guide->mock_days / 2 - 1);
  const WayWorkPhase *ongoing = ongoing_phase (guide);
  WayDate release = ongoing != NULL ? ongoing->release_date : WAY_DATE_NONE;
  WayDate start = phase_start (m, guide, dues, way_pace_last_phase (guide));
  for (WayDate ideal = start + guide->mock_days; ideal <= m->end_date; ideal += guide->mock_days)
    add_appointment (m, WAY_BLOCK_MOCK, WAY_MOCK_MINUTES, ideal, MAX (ideal - slack, release),
                     ideal + slack, guide, ongoing);
}

/* The first review is planned even where the dated phases end before it. */
static void
add_reviews (Maker *m, const WayWorkGuide *guide, guint series)
{
  if (guide->review_months == 0)
    return;
  for (int k = 1;; k++)
    {
      WayDate ideal = way_date_add_months (m->settings->start_date, k * guide->review_months);
      if (k > 1 && ideal > m->end_date)
        return;
      if (m->settings->until_date != WAY_DATE_NONE && ideal > m->settings->until_date)
        return;
      guint n = m->out->items->len;
      add_appointment (m, WAY_BLOCK_REVIEW, WAY_REVIEW_MINUTES, ideal, ideal - 7, ideal + 14, guide,
                       NULL);
      for (; n < m->out->items->len; n++)
        g_array_index (m->out->items, WayWorkItem, n).series = series;
    }
}

static void
add_ongoing (Maker *m, const WayWorkGuide *guide, const GArray *dues)
{
  const WayWorkPhase *phase = ongoing_phase (guide);
  int last = way_pace_last_phase (guide);
  WayDate from = last >= 0 ? g_array_index (dues, WayDate, last) + 1 : m->settings->start_date;

  if (phase == NULL)
    return;
  from = MAX (from, phase->release_date);
  for (WayDate monday = way_date_week_start (from + 6); monday <= m->end_date; monday += 7)
    add_appointment (m, WAY_BLOCK_STUDY, m->settings->block_minutes, monday + 1, monday, monday + 6,
                     guide, phase);
}

/* The day by which all phases are due; the first day when there is none. */
static WayDate
latest_due (const Maker *m, const GPtrArray *dues)
{
  WayDate latest = m->settings->start_date;

  for (guint i = 0; i < dues->len; i++)
    {
      const GArray *of_guide = g_ptr_array_index (dues, i);
      for (guint k = 0; k < of_guide->len; k++)
        latest = MAX (latest, g_array_index (of_guide, WayDate, k));
    }
  return latest;
}

/* How far a schedule may go. */
static WayDate
last_date (const Maker *m, const GPtrArray *guides)
{
  WayDate due = m->out->target_date;

  for (guint i = 0; i < guides->len; i++)
    {
      const GPtrArray *gaps = ((const WayWorkGuide *) g_ptr_array_index (guides, i))->gaps;
      if (gaps->len > 0)
        due = MAX (due, ((const WayWorkGap *) g_ptr_array_index (gaps, gaps->len - 1))->due_date);
    }
  gint64 days = (gint64) due - m->settings->start_date + 1;

  if (m->settings->until_date != WAY_DATE_NONE)
    return m->settings->until_date;
  return m->settings->start_date +
         (WayDate) MIN (days * LATE_FACTOR + LATE_DAYS, LONGEST_PLAN_DAYS);
}

/* What the guides ask for together. */
static Maker
start_making (const GPtrArray *guides, const WayPlanSettings *settings, WayWorkload *out)
{
  Maker m = { .settings = settings, .out = out, .shared = guides->len > 1 };
  int drills = 0;

  for (guint i = 0; i < guides->len; i++)
    drills += ((const WayWorkGuide *) g_ptr_array_index (guides, i))->drills_per_week;
  m.drills_room =
      MIN (drills, (settings->weekly_minutes - settings->block_minutes) / WAY_DRILL_MINUTES);
  return m;
}

WayWorkload *
way_workload_new (const GPtrArray *guides, const WayPlanSettings *settings)
{
  WayWorkload *out = g_new0 (WayWorkload, 1);
  Maker m = start_making (guides, settings, out);
  g_autoptr (GPtrArray) dues = way_pace_due_dates (guides, settings);

  out->items = g_array_new (FALSE, TRUE, sizeof (WayWorkItem));
  out->order = g_array_new (FALSE, FALSE, sizeof (WayWorkOrder));
  out->sources = g_array_new (FALSE, TRUE, sizeof (WayWorkSource));
  out->target_date = latest_due (&m, dues);
  out->last_date = last_date (&m, guides);
  m.end_date = settings->until_date != WAY_DATE_NONE ? settings->until_date : out->target_date;
  for (guint i = 0; i < guides->len; i++)
    {
      const WayWorkGuide *guide = g_ptr_array_index (guides, i);
      const GArray *of_guide = g_ptr_array_index (dues, i);
      add_phases (&m, guide, i + 1, of_guide);
      add_gaps (&m, guide, i + 1);
      add_drills (&m, guide);
      add_mocks (&m, guide, of_guide);
      add_reviews (&m, guide, i + 1);
      add_ongoing (&m, guide, of_guide);
    }
  return out;
}

void
way_workload_free (WayWorkload *workload)
{
  g_array_unref (workload->items);
  g_array_unref (workload->order);
  g_array_unref (workload->sources);
  g_free (workload);
}
