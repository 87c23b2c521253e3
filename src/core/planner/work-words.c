#include "core/planner/work-words.h"

#include "core/planner/gap-work.h"

#include <glib/gi18n-lib.h>

char *
way_work_title (const WayWorkSource *source)
{
  if (source->gap != NULL)
    return way_gap_work_name (source->gap->skill_title, source->gap->title);
  return g_strdup (source->phase != NULL ? source->phase->title : source->guide->title);
}

char *
way_work_block_title (const WayWorkItem *item, const WayWorkSource *source)
{
  switch (item->kind)
    {
    case WAY_BLOCK_MOCK:
      return g_strdup (_ ("Mock interview"));
    case WAY_BLOCK_DRILL:
      return g_strdup (_ ("Question drill"));
    case WAY_BLOCK_REVIEW:
      return g_strdup (source->guide->review_months == 3 ? _ ("Quarterly review") : _ ("Review"));
    case WAY_BLOCK_STUDY:
    default:
      if (source->phase == NULL || *source->phase->activities == '\0')
        return way_work_title (source);
      /* Translators: a phase of the guide, and what to do in it: "Core: one course". */
      return g_strdup_printf (_ ("%s: %s"), source->phase->title, source->phase->activities);
    }
}
