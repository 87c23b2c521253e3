/* What columns are called: here, in files, and by others. */
#include "core/skills/import-column.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>

/* @others: usual headings, as way_import_column_guess() compares them: small letters and digits only */
static const struct
{
  const char *word, *heading, *title, *others;
} columns[WAY_COLUMN_N] = {
  /* Translators: what a column of a table is */
  { "left-out", "", N_ ("Left out"), "" },
  { "kept", "", N_ ("Kept in the note"), "" },
  { "skill", "Skill", N_ ("Skill"), "title name skillname skilltitle competency topic" },
  { "group", "Group", N_ ("Group"), "area category section domain skillarea skillgroup" },
  { "current", "Current", N_ ("Current score"),
    "score self selfscore selfrating level currentlevel currentscore myscore rating" },
  { "target", "Target", N_ ("Target"), "goal targetscore targetlevel targetrole required" },
  { "gap-action", "Gap action", N_ ("Gap action"), "action nextstep toclosethegap" },
  { "note", "Note", N_ ("Note"), "notes comment comments remark remarks" },
  { "synonyms", "Synonyms", N_ ("Synonyms"), "synonym aliases alias othernames alsocalled" },
  { "interviews", "Interviews %", N_ ("Interviews that ask for it, %"),
    "interview interviewfrequency interviewshare" },
  { "job-ads", "Job ads %", N_ ("Job descriptions that ask for it, %"),
    "ads jobad jobdescriptions jobs jobfrequency jobadfrequency adshare" },
  { "date", "Date", N_ ("Date of the score"), "day lookedaton scoredon scoredate asof" },
  { "by", "By", N_ ("Whose score it is"), "rater ratedby scoredby who reviewer" },
};

const char *
way_import_column_to_string (WayImportColumn column)
{
  g_return_val_if_fail ((guint) column < WAY_COLUMN_N, "left-out");
  return columns[column].word;
}

gboolean
way_import_column_parse (const char *word, WayImportColumn *column, GError **error)
{
  for (guint i = 0; i < WAY_COLUMN_N; i++)
    if (g_str_equal (columns[i].word, word))
      {
        *column = i;
        return TRUE;
      }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is nothing that a column can be. There are skill, group, current, target, "
                  "gap-action, "
                  "note, synonyms, interviews, job-ads, date, by, kept and left-out."),
               word);
  return FALSE;
}

const char *
way_import_column_title (WayImportColumn column)
{
  g_return_val_if_fail ((guint) column < WAY_COLUMN_N, "");
  return _ (columns[column].title);
}

const char *
way_import_column_heading (WayImportColumn column)
{
  g_return_val_if_fail ((guint) column < WAY_COLUMN_N, "");
  return columns[column].heading;
}

/* Letters and digits alone, small (transfer full). */
static char *
make_key (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);
  GString *key = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  return g_string_free (key, FALSE);
}

static gboolean
is_called (const char *key, const char *name)
{
  g_autofree char *other = make_key (name);

  return *other != '\0' && g_str_equal (key, other);
}

WayImportColumn
way_import_column_guess (const char *heading)
{
  g_autofree char *key = make_key (heading);

  for (guint i = WAY_COLUMN_SKILL; i < WAY_COLUMN_N; i++)
    {
      g_auto (GStrv) others = g_strsplit (columns[i].others, " ", -1);
      if (is_called (key, columns[i].heading) || is_called (key, columns[i].title) ||
          is_called (key, _ (columns[i].title)) ||
          g_strv_contains ((const char *const *) others, key))
        return i;
    }
  return WAY_COLUMN_LEFT_OUT;
}
