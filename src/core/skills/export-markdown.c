#include "core/base/markdown.h"
#include "core/skills/export.h"
#include "core/skills/gaps.h"

#include <glib/gi18n-lib.h>

/* What is not known is said to be blank, and is no 0. */
static char *
score_cell (int score)
{
  return score == WAY_SKILL_BLANK ? g_strdup (_ ("blank")) : g_strdup_printf ("%d", score);
}

static void
append_skill (GString *out, const WaySkill *skill)
{
  g_autofree char *current = score_cell (skill->score), *target = score_cell (skill->target);
  int gap;
  gboolean known = way_skill_gap (skill, &gap);
  g_autofree char *gap_text = known ? g_strdup_printf ("%d", MAX (gap, 0)) : g_strdup (_ ("blank"));
  char *cells[] = { skill->title, skill->gap_action, current, target, gap_text, NULL };

  way_markdown_append_row (out, cells);
}

static void
append_group (GString *out, const char *group)
{
  char *heading[] = { _ ("Skill"), _ ("Gap action"), _ ("Current"), _ ("Target"), _ ("Gap"), NULL };

  g_string_append (out, "\n## ");
  way_markdown_append (out, group);
  g_string_append (out, "\n\n");
  way_markdown_append_heading (out, heading, 2);
}

static void
append_gaps (GString *out, const WayMatrix *matrix)
{
  g_autoptr (GArray) gaps = way_skill_gaps (matrix);
  char *heading[] = { _ ("Skill"), _ ("Gap × interviews × job descriptions"), NULL };

  if (gaps->len == 0)
    return;
  g_string_append_printf (out, "\n## %s\n\n", _ ("Gaps"));
  way_markdown_append_heading (out, heading, 2);
  for (guint i = 0; i < gaps->len; i++)
    {
      const WaySkillGap *gap = &g_array_index (gaps, WaySkillGap, i);
      g_autofree char *arithmetic = way_skill_gap_arithmetic (gap);
      way_markdown_append_row (out, (char *[]) { gap->skill->title, arithmetic, NULL });
    }
}

/* "For Backend Engineer, 3–5 years, on 4 January 2027." */
static void
append_target (GString *out, const WayMatrix *matrix)
{
  g_autofree char *day = way_date_format (matrix->date, "%-e %B %Y");
  g_autofree char *line = NULL;

  if (*matrix->role_title != '\0' && *matrix->band_title != '\0')
    /* Translators: a role, a band of experience, and a date */
    line = g_strdup_printf (_ ("For %s, %s, on %s."), matrix->role_title, matrix->band_title, day);
  else if (*matrix->role_title != '\0' || *matrix->band_title != '\0')
    /* Translators: a role or a band of experience, and a date */
    line = g_strdup_printf (_ ("For %s, on %s."),
                            *matrix->role_title != '\0' ? matrix->role_title : matrix->band_title,
                            day);
  else
    line = g_strdup (day);
  way_markdown_append_paragraph (out, line);
}

char *
way_skills_export_markdown (const WayMatrix *matrix)
{
  GString *out = g_string_new (NULL);
  const char *group = NULL;

  g_string_append_printf (out, "# %s\n\n", _ ("Skill Matrix"));
  append_target (out, matrix);
  g_string_truncate (out, out->len - 1);
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      if (group == NULL || !g_str_equal (group, skill->group))
        append_group (out, skill->group);
      group = skill->group;
      append_skill (out, skill);
    }
  append_gaps (out, matrix);
  return g_string_free (out, FALSE);
}
