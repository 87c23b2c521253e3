#include "core/planner/work.h"

WayWorkGuide *
way_work_guide_new (void)
{
  WayWorkGuide *guide = g_new0 (WayWorkGuide, 1);

  guide->share = 100;
  guide->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) way_work_phase_free);
  guide->gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) way_work_gap_free);
  return guide;
}

WayWorkPhase *
way_work_phase_new (void)
{
  WayWorkPhase *phase = g_new0 (WayWorkPhase, 1);

  phase->release_date = phase->due_date = WAY_DATE_NONE;
  return phase;
}

void
way_work_phase_free (WayWorkPhase *phase)
{
  g_free (phase->title);
  g_free (phase->activities);
  g_free (phase);
}

void
way_work_gap_free (WayWorkGap *gap)
{
  g_free (gap->skill_title);
  g_free (gap->title);
  g_free (gap);
}

void
way_work_guide_free (WayWorkGuide *guide)
{
  g_free (guide->title);
  g_ptr_array_unref (guide->phases);
  g_ptr_array_unref (guide->gaps);
  g_free (guide);
}

int
way_work_gap_blocks (const WayPlanSettings *settings, const WayWorkGap *gap)
{
  return (gap->minutes + settings->block_minutes - 1) / settings->block_minutes;
}
