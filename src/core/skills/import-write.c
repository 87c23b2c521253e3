/* What the import writes. Thousands of rows are written in one go: the checks of way_skill_add() and its like were made
 * for all of them at once. */
#include "core/guide/guide.h"
#include "core/skills/import-private.h"
#include "core/store/statement.h"

/* Keys of own skills, as a set; and the place behind the last. */
static GHashTable *
load_keys (WayStore *store, gint64 *position, GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT key, position FROM skill WHERE kind = 'own'");

  *position = 0;
  while (way_statement_step (s))
    {
      g_hash_table_add (keys, g_strdup (way_statement_text (s, 0)));
      *position = MAX (*position, way_statement_int (s, 1) + 1);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&keys) : NULL;
}

/* A key that none of @keys is, and that is one of them from now on. */
static const char *
take_key (GHashTable *keys, const char *title)
{
  g_autofree char *slug = way_guide_slug (title);
  char *key = g_strdup (slug);

  for (int i = 2; g_hash_table_contains (keys, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%d", slug, i);
    }
  g_hash_table_add (keys, key);
  return key;
}

static gboolean
add_new (WaySkillsImport *self, WayStore *store, GError **error)
{
  gint64 position;
  g_autoptr (GHashTable) keys = load_keys (store, &position, error);
  g_autoptr (WayStatement) s = way_statement_new (
      store,
      "INSERT INTO skill (guide_id, key, position, kind, title, group_name, gap_action, note, "
      "synonyms, interview_percent, ad_percent) VALUES (NULL, ?1, ?2, 'own', ?3, ?4, ?5, ?6, ?7, "
      "nullif (?8, -1), nullif (?9, -1))");

  for (guint i = 0; keys != NULL && i < self->skills->len; i++)
    {
      WayImportSkill *skill = &g_array_index (self->skills, WayImportSkill, i);
      g_auto (WaySkillTexts) texts = { 0 };
      if (skill->known != NULL)
        continue;
      way_import_texts_init (&texts, skill);
      if (!way_statement_run (s, error, "sisssssii", take_key (keys, texts.title), position++,
                              texts.title, texts.group, texts.gap_action, texts.note,
                              texts.synonyms, (gint64) texts.interview_percent,
                              (gint64) texts.ad_percent))
        return FALSE;
      skill->id = way_store_last_id (store);
    }
  return keys != NULL;
}

/* For the role and the band that are chosen now, as way_skill_set_target(). */
static gboolean
add_new_targets (WaySkillsImport *self, WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO skill_target (skill_id, role, band, target, set_date, set_utc) "
             "SELECT ?1, ifnull (max (role), ''), ifnull (max (band), ''), ?2, ?3, ?4 FROM plan");

  for (guint i = 0; i < self->skills->len; i++)
    {
      const WayImportSkill *skill = &g_array_index (self->skills, WayImportSkill, i);
      if (skill->known == NULL && way_import_target_differs (skill) &&
          !way_statement_run (s, error, "iiii", skill->id,
                              (gint64) skill->numbers[WAY_COLUMN_TARGET], (gint64) self->today,
                              now_utc))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_known (WaySkillsImport *self, WayStore *store, gint64 now_utc, GError **error)
{
  for (guint i = 0; i < self->skills->len; i++)
    {
      const WayImportSkill *skill = &g_array_index (self->skills, WayImportSkill, i);
      g_auto (WaySkillTexts) texts = { 0 };
      if (skill->known == NULL)
        continue;
      way_import_texts_init (&texts, skill);
      if ((way_import_texts_differ (skill) &&
           !way_skill_change (store, skill->id, &texts, now_utc, error)) ||
          (way_import_target_differs (skill) &&
           !way_skill_set_target (store, skill->id, skill->numbers[WAY_COLUMN_TARGET], self->today,
                                  now_utc, error)))
        return FALSE;
    }
  return TRUE;
}

/* The day first, then the order of the file: a score is one more look at the skill, behind those before. */
static int
by_date (gconstpointer a, gconstpointer b)
{
  const WayImportRow *x = *(const WayImportRow *const *) a, *y = *(const WayImportRow *const *) b;

  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  return x->line < y->line ? -1 : 1;
}

/* (element-type WayImportRow) the rows whose scores are to be written, by date. */
static GPtrArray *
list_scores (WaySkillsImport *self)
{
  GPtrArray *rows = g_ptr_array_new ();

  for (guint i = 0; i < self->check.rows->len; i++)
    {
      WayImportRow *row = &g_array_index (self->check.rows, WayImportRow, i);
      if (row->kind == WAY_IMPORT_BAD || !row->new_score)
        continue;
      if (row->date == WAY_DATE_NONE)
        row->date = self->today;
      g_ptr_array_add (rows, row);
    }
  g_ptr_array_sort (rows, by_date);
  return rows;
}

/* Whether a score is new was looked at; whether there is anything to make blank on a day, only the store knows. */
static gboolean
add_scores (WaySkillsImport *self, WayStore *store, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) rows = list_scores (self);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO skill_score (skill_id, rater, score, set_date, set_utc) "
             "VALUES (?1, ?2, ?3, ?4, ?5)");

  for (guint i = 0; i < rows->len; i++)
    {
      const WayImportRow *row = g_ptr_array_index (rows, i);
      gint64 id = g_array_index (self->skills, WayImportSkill, row->skill).id;
      gboolean done =
          row->current == WAY_SKILL_BLANK
              ? way_skill_set_score (store, id, row->by, WAY_SKILL_BLANK, row->date, now_utc, error)
              : way_statement_run (s, error, "isiii", id, row->by, (gint64) row->current,
                                   (gint64) row->date, now_utc);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

gboolean
way_import_write (WaySkillsImport *self, WayStore *store, gint64 now_utc, GError **error)
{
  return add_new (self, store, error) && add_new_targets (self, store, now_utc, error) &&
         change_known (self, store, now_utc, error) && add_scores (self, store, now_utc, error);
}
