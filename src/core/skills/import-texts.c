/* What a skill says after the import: what the file says, and where it says nothing, what is there. */
#include "core/skills/import-private.h"
#include "core/skills/private.h"

#include <glib/gi18n-lib.h>

/* What the note is with the lines that are kept in it, each once (transfer full). */
static char *
make_note (const WayImportSkill *skill)
{
  const char *own = skill->texts[WAY_COLUMN_NOTE];
  g_autoptr (GString) note = g_string_new (own != NULL            ? own
                                           : skill->known != NULL ? skill->known->note
                                                                  : "");
  g_auto (GStrv) kept = g_strsplit (skill->kept != NULL ? skill->kept : "", "\n", -1);

  for (char **line = kept; *line != NULL; line++)
    {
      g_auto (GStrv) there = g_strsplit (note->str, "\n", -1);
      if (**line == '\0' || g_strv_contains ((const char *const *) there, *line))
        continue;
      g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", *line);
    }
  return g_strdup (note->str);
}

/* The heading to store: "" for the one that it stands under anyway (transfer full). */
static char *
make_group (const WayImportSkill *skill)
{
  const char *said = skill->texts[WAY_COLUMN_GROUP];
  const WaySkill *known = skill->known;
  g_autofree char *usual =
      known != NULL ? g_strdup (known->group) : way_skill_default_group (WAY_SKILL_OWN, NULL);

  if (said != NULL && !way_import_same_name (said, usual))
    return g_strdup (said);
  return g_strdup (known != NULL && known->own_group ? known->group : "");
}

static int
choose_number (const WayImportSkill *skill, WayImportColumn column, int known)
{
  return skill->lines[column] != 0 ? skill->numbers[column] : known;
}

static char *
choose_text (const WayImportSkill *skill, WayImportColumn column, const char *known)
{
  return g_strdup (skill->texts[column] != NULL ? skill->texts[column] : known);
}

void
way_import_texts_init (WaySkillTexts *texts, const WayImportSkill *skill)
{
  const WaySkill *known = skill->known;

  *texts = (WaySkillTexts) {
    .title = g_strdup (known != NULL ? known->title : skill->title),
    .group = make_group (skill),
    .gap_action =
        choose_text (skill, WAY_COLUMN_GAP_ACTION, known != NULL ? known->gap_action : ""),
    .note = make_note (skill),
    .synonyms = choose_text (skill, WAY_COLUMN_SYNONYMS, known != NULL ? known->synonyms : ""),
    .interview_percent = choose_number (
        skill, WAY_COLUMN_INTERVIEWS, known != NULL ? known->interview_percent : WAY_SKILL_UNKNOWN),
    .ad_percent = choose_number (skill, WAY_COLUMN_JOB_ADS,
                                 known != NULL ? known->ad_percent_typed : WAY_SKILL_UNKNOWN),
  };
}

void
way_import_texts_clear (WaySkillTexts *texts)
{
  g_free ((char *) texts->title);
  g_free ((char *) texts->group);
  g_free ((char *) texts->gap_action);
  g_free ((char *) texts->note);
  g_free ((char *) texts->synonyms);
}

/* Whatever space is around it. */
static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *x = g_strstrip (g_strdup (a)), *y = g_strstrip (g_strdup (b));

  return g_str_equal (x, y);
}

gboolean
way_import_texts_differ (const WayImportSkill *skill)
{
  g_auto (WaySkillTexts) texts = { 0 };
  const WaySkill *known = skill->known;

  if (known == NULL)
    return FALSE;
  way_import_texts_init (&texts, skill);
  return !g_str_equal (texts.group, known->own_group ? known->group : "") ||
         !same_text (texts.gap_action, known->gap_action) || !same_text (texts.note, known->note) ||
         !same_text (texts.synonyms, known->synonyms) ||
         texts.interview_percent != known->interview_percent ||
         texts.ad_percent != known->ad_percent_typed;
}

gboolean
way_import_target_differs (const WayImportSkill *skill)
{
  int known = skill->known != NULL ? skill->known->target : WAY_SKILL_BLANK;

  return choose_number (skill, WAY_COLUMN_TARGET, known) != known;
}
