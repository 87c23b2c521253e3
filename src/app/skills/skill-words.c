#include "app/skills/skill-words.h"

#include "core/base/error.h"

#include <glib/gi18n.h>

const char *
way_skill_words_proof (WaySkillProof proof)
{
  switch (proof)
    {
    case WAY_SKILL_SELF:
      /* Translators: how well a score is founded */
      return _ ("self only");
    case WAY_SKILL_PRACTISED:
      return _ ("practised");
    case WAY_SKILL_SHOWN:
      return _ ("shown");
    case WAY_SKILL_CONFIRMED:
      return _ ("confirmed");
    case WAY_SKILL_NO_SCORE:
    default:
      return "";
    }
}

char *
way_skill_words_value (int value)
{
  return value == WAY_SKILL_BLANK ? g_strdup (_ ("blank")) : g_strdup_printf ("%d", value);
}

char *
way_skill_words_target (const WaySkill *skill)
{
  if (skill->target == WAY_SKILL_BLANK)
    return g_strdup (_ ("no target"));
  return g_strdup_printf (_ ("target %d"), skill->target);
}

char *
way_skill_words_gap (const WaySkill *skill)
{
  int gap;

  if (way_skill_gap (skill, &gap))
    /* Translators: how many steps a skill is below its target; and that it is not below */
    return gap > 0 ? g_strdup_printf (_ ("%d to go"), gap) : g_strdup (_ ("met"));
  return g_strdup (skill->target == WAY_SKILL_BLANK ? _ ("no target") : _ ("no score yet"));
}

char *
way_skill_words_age (WayDate date, WayDate today)
{
  int months = 0;

  while (months < 1200 && way_date_add_months (date, months + 1) <= today)
    months++;
  if (date >= today)
    return g_strdup (_ ("today"));
  if (months == 0)
    return g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) (today - date)),
                            today - date);
  if (months < 24)
    return g_strdup_printf (ngettext ("%d month ago", "%d months ago", (gulong) months), months);
  return g_strdup_printf (ngettext ("%d year ago", "%d years ago", (gulong) (months / 12)),
                          months / 12);
}

char *
way_skill_words_score_age (const WaySkill *skill, WayDate today)
{
  if (skill->score == WAY_SKILL_BLANK)
    return g_strdup ("");
  if (skill->score_date == WAY_DATE_NONE)
    return g_strdup (_ ("from the guide"));
  g_autofree char *age = way_skill_words_age (skill->score_date, today);
  /* Translators: an old score, and how old it is: "stale, 8 months ago" */
  return skill->stale ? g_strdup_printf (_ ("stale, %s"), age) : g_steal_pointer (&age);
}

char *
way_skill_words_difference (const WaySkill *skill, const WaySkillRating *rating)
{
  int difference;

  if (!way_skill_difference (skill, rating, &difference))
    return g_strdup ("");
  if (difference == 0)
    /* Translators: another one's score compared with the person's own */
    return g_strdup (_ ("the same"));
  return difference < 0 ? g_strdup_printf (_ ("%d lower"), -difference)
                        : g_strdup_printf (_ ("%d higher"), difference);
}

char *
way_skill_words_ratings (const WaySkill *skill)
{
  if (skill->ratings->len == 0)
    return g_strdup ("");
  const WaySkillRating *first = g_ptr_array_index (skill->ratings, 0);
  g_autofree char *difference = way_skill_words_difference (skill, first);
  g_autofree char *said =
      *difference == '\0'
          /* Translators: a person and a score: "Ana: 3" */
          ? g_strdup_printf (_ ("%s: %d"), first->rater, first->score)
          /* Translators: a person, a score, and how it compares with one's own: "Ana: 3, 1 lower" */
          : g_strdup_printf (_ ("%s: %d, %s"), first->rater, first->score, difference);
  int more = (int) skill->ratings->len - 1;
  if (more == 0)
    return g_steal_pointer (&said);
  /* Translators: the score of one, and how many others gave one */
  return g_strdup_printf (ngettext ("%s; and %d more", "%s; and %d more", (gulong) more), said,
                          more);
}

/* "self only, 8 months ago" */
static char *
founded_text (const WaySkill *skill, WayDate today)
{
  const char *proof = way_skill_words_proof (skill->proof);
  g_autofree char *age = way_skill_words_score_age (skill, today);

  if (*proof == '\0' || *age == '\0')
    return g_strdup (*proof != '\0' ? proof : age);
  /* Translators: how well a score is founded, and how old it is: "self only, 8 months ago" */
  return g_strdup_printf (_ ("%s, %s"), proof, age);
}

/* Between parts that stand side by side. */
static void
append_part (GString *text, const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

char *
way_skill_words_summary (const WaySkill *skill, WayDate today)
{
  GString *text = g_string_new (NULL);
  g_autofree char *target = way_skill_words_target (skill);
  g_autofree char *gap = way_skill_words_gap (skill);
  g_autofree char *founded = founded_text (skill, today);
  g_autofree char *ratings = way_skill_words_ratings (skill);

  append_part (text, gap);
  if (skill->target != WAY_SKILL_BLANK)
    append_part (text, target);
  append_part (text, founded);
  append_part (text, ratings);
  append_part (text, skill->gap_action);
  return g_string_free (text, FALSE);
}

char *
way_skill_words_row (const WaySkill *skill, WayDate today)
{
  g_autofree char *score = way_skill_words_value (skill->score);
  g_autofree char *target = way_skill_words_value (skill->target);
  g_autofree char *gap = way_skill_words_gap (skill);
  g_autofree char *founded = founded_text (skill, today);
  g_autofree char *ratings = way_skill_words_ratings (skill);
  GString *text = g_string_new (NULL);

  /* Translators: a skill, its score and its target, 1 to 5 or "blank" */
  g_string_printf (text, _ ("%s, score %s, target %s"), skill->title, score, target);
  append_part (text, gap);
  append_part (text, founded);
  append_part (text, ratings);
  append_part (text, skill->gap_action);
  return g_string_free (text, FALSE);
}

char *
way_skill_words_percent (int percent)
{
  /* Translators: a share */
  return percent == WAY_SKILL_UNKNOWN ? g_strdup ("") : g_strdup_printf (_ ("%d %%"), percent);
}

gboolean
way_skill_words_read_percent (const char *text, int *percent, GError **error)
{
  g_autofree char *typed = g_strdup (text);
  char *sign = strchr (typed, '%');
  gint64 value;

  if (sign != NULL && *g_strstrip (sign + 1) == '\0')
    *sign = '\0';
  g_strstrip (typed);
  *percent = WAY_SKILL_UNKNOWN;
  if (*typed == '\0' && sign == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (typed, 10, 0, 100, &value, NULL))
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is no percentage: type a whole number from 0 to 100, or nothing while "
                      "it is not known."),
                   text);
      return FALSE;
    }
  *percent = (int) value;
  return TRUE;
}
