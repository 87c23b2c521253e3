#include "core/skills/gaps.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whole percents are multiplied before they are divided: equal products are equal, whatever their factors. */
static double
priority_of (const WaySkillGap *gap)
{
  return gap->interview_percent == WAY_SKILL_UNKNOWN || gap->ad_percent == WAY_SKILL_UNKNOWN
             ? NAN
             : gap->gap * gap->interview_percent * gap->ad_percent / 10000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const WaySkillGap *x = a, *y = b;

  if (isnan (x->priority) || isnan (y->priority))
    return !isnan (y->priority) ? 1 : !isnan (x->priority) ? -1 : y->gap - x->gap;
  return (x->priority < y->priority) - (x->priority > y->priority);
}

GArray *
way_skill_gaps (const WayMatrix *matrix)
{
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (WaySkillGap));

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      WaySkillGap gap = { .skill = g_ptr_array_index (matrix->skills, i) };
      if (!way_skill_gap (gap.skill, &gap.gap) || gap.gap <= 0)
        continue;
      gap.interview_percent = gap.skill->interview_percent;
      gap.ad_percent = way_skill_ad_percent (gap.skill);
      gap.priority = priority_of (&gap);
      g_array_append_val (gaps, gap);
    }
  g_array_sort (gaps, compare); /* stable */
  return gaps;
}

static char *
percent_text (int percent)
{
  if (percent == WAY_SKILL_UNKNOWN)
    /* Translators: stands in a multiplication for a share that is not known: "3 × not known × 60 %". */
    return g_strdup (_ ("not known"));
  /* Translators: a share, "40 %". */
  return g_strdup_printf (_ ("%d %%"), percent);
}

char *
way_skill_gap_arithmetic (const WaySkillGap *gap)
{
  g_autofree char *interview = percent_text (gap->interview_percent);
  g_autofree char *ad = percent_text (gap->ad_percent);

  if (isnan (gap->priority))
    /* Translators: a gap, times how often interviews and job descriptions ask for the skill: "3 × 40 % × not known". */
    return g_strdup_printf (_ ("%d × %s × %s"), gap->gap, interview, ad);
  /* Translators: a gap, times how often interviews and job descriptions ask for the skill: "3 × 40 % × 60 % = 0.72". All
   * digits that the product has fit into five. */
  return g_strdup_printf (_ ("%d × %s × %s = %.5g"), gap->gap, interview, ad, gap->priority);
}
