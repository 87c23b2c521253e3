#include "core/skills/matrix.h"

#include "core/skills/private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const struct
{
  const char *title, *text;
} levels[WAY_SKILL_MAX + 1] = {
  { N_ ("Blank"), N_ ("Not scored yet.") },
  /* Translators: what a score from 1 to 5 means, in one word and in one sentence. */
  { N_ ("New"), N_ ("You know what it is about, and have not used it yet.") },
  { N_ ("Guided"), N_ ("You can do it with help, or along an example.") },
  { N_ ("Working"), N_ ("You do everyday work in it on your own.") },
  { N_ ("Strong"), N_ ("You solve the hard cases, and can defend your choices.") },
  { N_ ("Leading"), N_ ("Others come to you for it; you set the standard and teach it.") },
};

static void
free_rating (gpointer data)
{
  WaySkillRating *rating = data;

  g_free (rating->rater);
  g_free (rating);
}

WaySkill *
way_skill_new (void)
{
  WaySkill *skill = g_new0 (WaySkill, 1);

  skill->score_date = WAY_DATE_NONE;
  skill->ratings = g_ptr_array_new_with_free_func (free_rating);
  return skill;
}

void
way_skill_free (WaySkill *skill)
{
  if (skill == NULL)
    return;
  g_free (skill->key);
  g_free (skill->title);
  g_free (skill->detail);
  g_free (skill->group);
  g_ptr_array_unref (skill->ratings);
  g_free (skill->gap_action);
  g_free (skill->note);
  g_free (skill->synonyms);
  g_free (skill);
}

void
way_matrix_free (WayMatrix *matrix)
{
  if (matrix == NULL)
    return;
  g_free (matrix->role);
  g_free (matrix->band);
  g_free (matrix->role_title);
  g_free (matrix->band_title);
  g_clear_pointer (&matrix->skills, g_ptr_array_unref);
  g_free (matrix);
}

const WaySkill *
way_matrix_find (const WayMatrix *matrix, gint64 skill_id)
{
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      if (skill->id == skill_id)
        return skill;
    }
  return NULL;
}

gboolean
way_skill_gap (const WaySkill *skill, int *gap)
{
  if (skill->score == WAY_SKILL_BLANK || skill->target == WAY_SKILL_BLANK)
    return FALSE;
  *gap = skill->target - skill->score;
  return TRUE;
}

int
way_skill_ad_percent (const WaySkill *skill)
{
  if (skill->ad_percent_typed != WAY_SKILL_UNKNOWN || skill->n_ads == 0)
    return skill->ad_percent_typed;
  return (200 * skill->ad_count + skill->n_ads) / (2 * skill->n_ads);
}

gboolean
way_skill_difference (const WaySkill *skill, const WaySkillRating *rating, int *difference)
{
  if (skill->score == WAY_SKILL_BLANK)
    return FALSE;
  *difference = rating->score - skill->score;
  return TRUE;
}

double
way_matrix_mean (const WayMatrix *matrix, guint *n)
{
  guint scored = 0;
  int sum = 0;

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      scored += skill->score != WAY_SKILL_BLANK;
      sum += skill->score;
    }
  if (n != NULL)
    *n = scored;
  return scored > 0 ? (double) sum / scored : NAN;
}

const char *
way_skill_level_title (int score)
{
  g_return_val_if_fail (score >= WAY_SKILL_BLANK && score <= WAY_SKILL_MAX, "");
  return _ (levels[score].title);
}

const char *
way_skill_level_text (int score)
{
  g_return_val_if_fail (score >= WAY_SKILL_BLANK && score <= WAY_SKILL_MAX, "");
  return _ (levels[score].text);
}

WaySkillKind
way_skill_kind_from_string (const char *word)
{
  if (g_str_equal (word, "own"))
    return WAY_SKILL_OWN;
  return g_str_equal (word, "area") ? WAY_SKILL_AREA : WAY_SKILL_LISTED;
}

char *
way_skill_default_group (WaySkillKind kind, const char *guide_title)
{
  if (kind == WAY_SKILL_OWN)
    return g_strdup (_ ("Own skills"));
  if (guide_title == NULL)
    return g_strdup (kind == WAY_SKILL_AREA ? _ ("Skill areas") : _ ("Skills to show"));
  /* Translators: a heading; before the colon is the title of a guide. */
  return g_strdup_printf (kind == WAY_SKILL_AREA ? _ ("%s: skill areas") : _ ("%s: skills to show"),
                          guide_title);
}
