/* Which skill a row is about, and what all its rows together say of it. */
#include "core/skills/import-private.h"
#include "core/skills/private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
way_import_name_key (const char *name)
{
  g_autofree char *line = way_skill_tidy (name);
  g_autofree char *composed = g_utf8_normalize (line, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (composed != NULL ? composed : line, -1);
}

char *
way_import_event_key (gint64 skill, const char *by, WayDate date)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %d %s", skill, date, by);
}

gboolean
way_import_same_name (const char *a, const char *b)
{
  g_autofree char *x = way_import_name_key (a), *y = way_import_name_key (b);

  return g_str_equal (x, y);
}

static WayImportSkill *
skill_at (WaySkillsImport *self, guint i)
{
  return &g_array_index (self->skills, WayImportSkill, i);
}

/* Of skill @index, as in the keys of events. */
static gint64
event_id (WaySkillsImport *self, guint index)
{
  const WayImportSkill *skill = skill_at (self, index);

  return skill->known != NULL ? skill->known->id : -1 - (gint64) index;
}

static WayDate
date_of (const WaySkillsImport *self, const WayImportRow *row)
{
  return row->date != WAY_DATE_NONE ? row->date : self->today;
}

/* The line that says something of that skill, person and day already; 0. */
static guint
line_before (WaySkillsImport *self, gint64 id, const WayImportRow *row)
{
  g_autofree char *key = way_import_event_key (id, row->by, date_of (self, row));

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));
}

/* The one of @candidates that @row is about; %NULL with a problem. Of several that are called alike in one group, each
 * row is the next one. */
static const WaySkill *
choose_known (WaySkillsImport *self, WayImportRow *row, const GPtrArray *candidates)
{
  const WaySkill *found = NULL;

  if (candidates->len == 1)
    return g_ptr_array_index (candidates, 0);
  for (guint i = 0; i < candidates->len; i++)
    {
      const WaySkill *it = g_ptr_array_index (candidates, i);
      if (row->group == NULL || !way_import_same_name (it->group, row->group))
        continue;
      found = it;
      if (line_before (self, it->id, row) == 0)
        break;
    }
  if (found == NULL)
    way_import_complain (
        self, row, -1,
        g_strdup_printf (
            ngettext ("There is %u skill “%s”. Name the group of the one that is meant.",
                      "There are %u skills “%s”. Name the group of the one that is meant.",
                      candidates->len),
            candidates->len, row->title));
  return found;
}

/* The index + 1 that @table has for @key, as an index; of what is not in it, the one that comes next. */
static guint
index_in (WaySkillsImport *self, GHashTable *table, gconstpointer key)
{
  gpointer number = g_hash_table_lookup (table, key);

  return number != NULL ? GPOINTER_TO_UINT (number) - 1 : self->skills->len;
}

/* @index: (out): of the skill; that of a new one is behind all others. */
static gboolean
find_skill (WaySkillsImport *self, WayImportRow *row, const WaySkill **known, guint *index)
{
  g_autofree char *key = way_import_name_key (row->title);
  const GPtrArray *candidates = g_hash_table_lookup (self->by_name, key);

  *known = candidates != NULL ? choose_known (self, row, candidates) : NULL;
  *index = *known != NULL ? index_in (self, self->known_index, *known)
                          : index_in (self, self->new_by_name, key);
  return candidates == NULL || *known != NULL;
}

/* Text of @row by column; %NULL: not said, or no text. */
static const char *
text_of (const WayImportRow *row, WayImportColumn column)
{
  switch ((int) column)
    {
    case WAY_COLUMN_GROUP:
      return row->group;
    case WAY_COLUMN_GAP_ACTION:
      return row->gap_action;
    case WAY_COLUMN_NOTE:
      return row->note;
    case WAY_COLUMN_SYNONYMS:
      return row->synonyms;
    default:
      return NULL;
    }
}

static int
number_of (const WayImportRow *row, WayImportColumn column)
{
  switch ((int) column)
    {
    case WAY_COLUMN_TARGET:
      return row->target;
    case WAY_COLUMN_INTERVIEWS:
      return row->interview_percent;
    case WAY_COLUMN_JOB_ADS:
      return row->ad_percent;
    default:
      return WAY_IMPORT_NOT_SAID;
    }
}

static int
column_index (const WaySkillsImport *self, WayImportColumn what)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] == what)
      return (int) i;
  return -1;
}

/* Rows of one skill may repeat what it is, and not say something else. */
static gboolean
check_agreement (WaySkillsImport *self, WayImportRow *row, const WayImportSkill *skill)
{
  for (WayImportColumn i = WAY_COLUMN_GROUP; i < WAY_COLUMN_N; i++)
    {
      const char *text = text_of (row, i);
      int number = number_of (row, i);
      if (skill->lines[i] == 0 || (text == NULL && number == WAY_IMPORT_NOT_SAID) ||
          (text != NULL ? g_str_equal (text, skill->texts[i]) : number == skill->numbers[i]))
        continue;
      way_import_complain (
          self, row, column_index (self, i),
          g_strdup_printf (_ ("Line %u says something else of the same skill."), skill->lines[i]));
      return FALSE;
    }
  return TRUE;
}

static void
merge_row (WaySkillsImport *self, const WayImportRow *row, WayImportSkill *skill)
{
  for (WayImportColumn i = WAY_COLUMN_GROUP; i < WAY_COLUMN_N; i++)
    {
      const char *text = text_of (row, i);
      int number = number_of (row, i);
      if (skill->lines[i] != 0 || (text == NULL && number == WAY_IMPORT_NOT_SAID))
        continue;
      skill->lines[i] = row->line;
      skill->texts[i] = text;
      skill->numbers[i] = number;
    }
  if (row->kept != NULL && skill->kept != NULL)
    {
      g_autofree char *both = g_strjoin ("\n", skill->kept, row->kept, NULL);
      skill->kept = g_string_chunk_insert (self->texts, both);
    }
  else if (row->kept != NULL)
    skill->kept = row->kept;
}

/* The last score of @by, as the matrix has it. */
static int
score_now (const WaySkill *skill, const char *by)
{
  if (*by == '\0')
    return skill->score;
  for (guint i = 0; i < skill->ratings->len; i++)
    {
      const WaySkillRating *rating = g_ptr_array_index (skill->ratings, i);
      if (g_str_equal (rating->rater, by))
        return rating->score;
    }
  return WAY_SKILL_BLANK;
}

/* Whether the score of @row is not there yet. Without a day, what counts is what is there now. */
static gboolean
is_new_score (WaySkillsImport *self, const WayImportRow *row, const WayImportSkill *skill)
{
  gpointer score;

  if (row->current == WAY_IMPORT_NOT_SAID)
    return FALSE;
  if (skill->known == NULL)
    return row->current != WAY_SKILL_BLANK || skill->lines[WAY_COLUMN_CURRENT] != 0;
  if (row->date == WAY_DATE_NONE)
    return row->current != score_now (skill->known, row->by);
  g_autofree char *key = way_import_event_key (skill->known->id, row->by, row->date);
  if (g_hash_table_lookup_extended (self->events, key, NULL, &score))
    return GPOINTER_TO_INT (score) != row->current;
  return row->current != WAY_SKILL_BLANK || score_now (skill->known, row->by) != WAY_SKILL_BLANK;
}

static gboolean
refuse (WaySkillsImport *self, char *why)
{
  g_free (self->check.refusal);
  self->check.refusal = why;
  return FALSE;
}

static gboolean
add_skill (WaySkillsImport *self, const WayImportRow *row, const WaySkill *known)
{
  WayImportSkill skill = { .known = known,
                           .id = known != NULL ? known->id : 0,
                           .row = self->check.rows->len,
                           .title = row->title };

  if (known == NULL && self->n_new++ == WAY_IMPORT_MAX_SKILLS)
    return refuse (self, g_strdup_printf (_ ("Line %u: at most %d new skills are imported at once. "
                                             "Split the file."),
                                          row->line, WAY_IMPORT_MAX_SKILLS));
  g_array_append_val (self->skills, skill);
  if (known != NULL)
    g_hash_table_insert (self->known_index, (gpointer) known, GUINT_TO_POINTER (self->skills->len));
  else
    g_hash_table_insert (self->new_by_name, way_import_name_key (row->title),
                         GUINT_TO_POINTER (self->skills->len));
  return TRUE;
}

gboolean
way_import_place_row (WaySkillsImport *self, WayImportRow *row)
{
  const WaySkill *known;
  guint index, before;

  if (!find_skill (self, row, &known, &index))
    return TRUE;
  gboolean first = index == self->skills->len;
  if (!first && (before = line_before (self, event_id (self, index), row)) > 0)
    {
      way_import_complain (self, row, -1,
                           g_strdup_printf (_ ("“%s” is in line %u already."), row->title, before));
      return TRUE;
    }
  if (!first && !check_agreement (self, row, skill_at (self, index)))
    return TRUE;
  if (first && !add_skill (self, row, known))
    return FALSE;
  WayImportSkill *skill = skill_at (self, index);
  row->skill = index;
  row->new_score = is_new_score (self, row, skill);
  row->kind = first && known == NULL ? WAY_IMPORT_NEW
              : row->new_score       ? WAY_IMPORT_SCORED
                                     : WAY_IMPORT_UNCHANGED;
  if (row->new_score && self->n_scores++ == WAY_IMPORT_MAX_SCORES)
    return refuse (self, g_strdup_printf (_ ("Line %u: at most %d scores are imported at once. "
                                             "Split the file."),
                                          row->line, WAY_IMPORT_MAX_SCORES));
  merge_row (self, row, skill);
  if (row->current >= WAY_SKILL_MIN)
    skill->lines[WAY_COLUMN_CURRENT] = row->line;
  g_hash_table_insert (self->seen,
                       way_import_event_key (event_id (self, index), row->by, date_of (self, row)),
                       GUINT_TO_POINTER (row->line));
  return TRUE;
}
