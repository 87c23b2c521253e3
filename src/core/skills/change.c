#include "core/skills/change.h"

#include "core/base/error.h"
#include "core/guide/guide.h"
#include "core/skills/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
way_skill_tidy (const char *text)
{
  char *line = g_strdup (text != NULL ? text : "");

  return g_strstrip (g_strdelimit (line, "\r\n\t", ' '));
}

const char *
way_skill_gone (void)
{
  return _ ("This skill is no longer there.");
}

gboolean
way_skill_end (WayStore *store, gboolean ran, const char *gone, GError **error)
{
  if (ran && way_store_changes (store) == 1)
    return way_store_commit (store, error);
  if (ran)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, gone);
  way_store_rollback (store);
  return FALSE;
}

static gboolean
set_invalid (GError **error, const char *message)
{
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, message);
  return FALSE;
}

static gboolean
check_score (int score, WayDate date, GError **error)
{
  int year, month, day;

  if (score < WAY_SKILL_BLANK || score > WAY_SKILL_MAX)
    return set_invalid (error, _ ("Scores and targets are whole numbers from 1 to 5, or blank."));
  way_date_to_ymd (date, &year, &month, &day);
  if (date == WAY_DATE_NONE || !way_date_is_valid_ymd (year, month, day))
    return set_invalid (error, _ ("This day is out of the range of years that can be planned."));
  return TRUE;
}

/* The number and the day that @s is at; @any: whether there is one. */
static gboolean
read_last (WayStatement *s, int *value, WayDate *date, gboolean *any, GError **error)
{
  *any = way_statement_step (s);
  *value = *any ? (int) way_statement_int (s, 0) : WAY_SKILL_BLANK;
  *date = *any ? way_statement_date (s, 1) : WAY_DATE_NONE;
  return way_statement_finish (s, error);
}

gboolean
way_skill_set_score (WayStore *store,
                     gint64 skill_id,
                     const char *rater,
                     int score,
                     WayDate date,
                     gint64 now_utc,
                     GError **error)
{
  g_autofree char *who = way_skill_tidy (rater);
  /* What the guide brought comes before all rows, on no day. */
  g_autoptr (WayStatement) last = way_statement_new (
      store, "SELECT score, set_date, set_utc, id FROM skill_score WHERE skill_id = ?1 "
             "AND rater = ?2 AND set_date <= ?3 UNION ALL "
             "SELECT CASE ?2 WHEN '' THEN current END, NULL, NULL, NULL FROM skill WHERE id = ?1 "
             "ORDER BY 2 DESC, 3 DESC, 4 DESC LIMIT 1");
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO skill_score (skill_id, rater, score, set_date, set_utc) "
             "SELECT id, ?2, nullif (?3, 0), ?4, ?5 FROM skill WHERE id = ?1");
  const char *name = score != WAY_SKILL_BLANK ? _ ("Score Skill") : _ ("Clear Score");
  int old;
  WayDate old_date;
  gboolean any;

  way_statement_bind (last, "isi", skill_id, who, (gint64) date);
  if (!check_score (score, date, error) || !read_last (last, &old, &old_date, &any, error))
    return FALSE;
  /* A blank needs no second look. */
  if (any && score == old && (score == WAY_SKILL_BLANK || date == old_date))
    return TRUE;
  return way_store_begin (store, name, now_utc, error) &&
         way_skill_end (store,
                        way_statement_run (s, error, "isiii", skill_id, who, (gint64) score,
                                           (gint64) date, now_utc),
                        way_skill_gone (), error);
}

gboolean
way_skill_set_target (WayStore *store,
                      gint64 skill_id,
                      int target,
                      WayDate date,
                      gint64 now_utc,
                      GError **error)
{
#define CHOSEN "(SELECT ifnull (max (role), '') AS role, ifnull (max (band), '') AS band FROM plan)"
  g_autoptr (WayStatement) last = way_statement_new (
      store, "SELECT target, set_date, set_utc, t.id, (t.role <> '') * 2 + (t.band <> '') "
             "FROM skill_target t JOIN " CHOSEN " c ON t.role IN ('', c.role) "
             "AND t.band IN ('', c.band) WHERE skill_id = ?1 AND set_date <= ?2 UNION ALL "
             "SELECT target, NULL, NULL, NULL, -1 FROM skill WHERE id = ?1 "
             "ORDER BY 5 DESC, 2 DESC, 3 DESC, 4 DESC LIMIT 1");
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO skill_target (skill_id, role, band, target, set_date, set_utc) "
             "SELECT skill.id, c.role, c.band, nullif (?2, 0), ?3, ?4 FROM skill, " CHOSEN
             " c WHERE skill.id = ?1");
#undef CHOSEN
  int old;
  WayDate old_date;
  gboolean any;

  way_statement_bind (last, "ii", skill_id, (gint64) date);
  if (!check_score (target, date, error) || !read_last (last, &old, &old_date, &any, error))
    return FALSE;
  if (any && target == old)
    return TRUE;
  return way_store_begin (store, _ ("Set Target"), now_utc, error) &&
         way_skill_end (store,
                        way_statement_run (s, error, "iiii", skill_id, (gint64) target,
                                           (gint64) date, now_utc),
                        way_skill_gone (), error);
}

/* The texts as they are stored. */
typedef struct
{
  char *title, *group, *gap_action, *note, *synonyms;
  gint64 interview_percent, ad_percent;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_free (texts->title);
  g_free (texts->group);
  g_free (texts->gap_action);
  g_free (texts->note);
  g_free (texts->synonyms);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

/* One a line, each once (transfer full). */
static char *
tidy_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **line = lines; *line != NULL; line++)
    {
      g_strstrip (g_strdelimit (*line, "\r\t", ' '));
      if (**line != '\0' && !g_ptr_array_find_with_equal_func (kept, *line, g_str_equal, NULL))
        g_ptr_array_add (kept, *line);
    }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("\n", (char **) kept->pdata);
}

static gboolean
tidy_texts (const WaySkillTexts *from, Texts *texts, GError **error)
{
  texts->title = way_skill_tidy (from->title);
  texts->group = way_skill_tidy (from->group);
  texts->gap_action = way_skill_tidy (from->gap_action);
  texts->note = g_strchomp (g_strdup (from->note != NULL ? from->note : ""));
  texts->synonyms = tidy_lines (from->synonyms);
  texts->interview_percent = from->interview_percent;
  texts->ad_percent = from->ad_percent;
  if (from->interview_percent < WAY_SKILL_UNKNOWN || from->interview_percent > 100 ||
      from->ad_percent < WAY_SKILL_UNKNOWN || from->ad_percent > 100)
    return set_invalid (error, _ ("A share is a whole number of percent from 0 to 100."));
  return TRUE;
}

/* Refuses a title that another own skill has. */
static gboolean
check_title (WayStore *store, const char *title, gint64 skill_id, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT title FROM skill WHERE kind = 'own' AND id <> ?1");
  g_autofree char *wanted = g_utf8_casefold (title, -1);
  gboolean taken = FALSE;

  if (*title == '\0')
    return set_invalid (error, _ ("A skill needs a title."));
  way_statement_bind (s, "i", skill_id);
  while (!taken && way_statement_step (s))
    {
      g_autofree char *other = g_utf8_casefold (way_statement_text (s, 0), -1);
      taken = g_str_equal (other, wanted);
    }
  if (!way_statement_finish (s, error))
    return FALSE;
  if (taken)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("There is a skill “%s” of your own already."), title);
  return !taken;
}

/* A heading that the skill has by itself is no group of the person's own: it follows the language and the guides. */
static void
drop_default_group (Texts *texts, WaySkillKind kind, const char *guide_title)
{
  g_autofree char *alone = way_skill_default_group (kind, NULL);
  g_autofree char *beside_others = way_skill_default_group (kind, guide_title);

  if (g_str_equal (texts->group, alone) || g_str_equal (texts->group, beside_others))
    *texts->group = '\0';
}

/* Whose skill it is goes to @own, and its own heading out of @texts (optional); %WAY_ERROR_NOT_FOUND. */
static gboolean
find_skill (WayStore *store, gint64 skill_id, gboolean *own, Texts *texts, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT s.kind, g.title FROM skill s LEFT JOIN guide g ON g.id = s.guide_id "
             "WHERE s.id = ?1");

  way_statement_bind (s, "i", skill_id);
  gboolean found = way_statement_step (s);
  if (found)
    {
      WaySkillKind kind = way_skill_kind_from_string (way_statement_text (s, 0));
      *own = kind == WAY_SKILL_OWN;
      if (texts != NULL)
        drop_default_group (texts, kind, way_statement_text (s, 1));
    }
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!found)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, way_skill_gone ());
  return found;
}

gboolean
way_skill_change (WayStore *store,
                  gint64 skill_id,
                  const WaySkillTexts *texts,
                  gint64 now_utc,
                  GError **error)
{
  g_auto (Texts) to = { 0 };
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE skill SET title = CASE kind WHEN 'own' THEN ?2 ELSE title END, "
             "group_name = ?3, gap_action = ?4, note = ?5, synonyms = ?6, "
             "interview_percent = nullif (?7, -1), ad_percent = nullif (?8, -1) WHERE id = ?1 "
             "AND (CASE kind WHEN 'own' THEN ?2 ELSE title END, ?3, ?4, ?5, ?6, "
             "nullif (?7, -1), nullif (?8, -1)) IS NOT "
             "(title, group_name, gap_action, note, synonyms, interview_percent, ad_percent)");
  gboolean own = FALSE;

  if (!tidy_texts (texts, &to, error) || !find_skill (store, skill_id, &own, &to, error) ||
      (own && !check_title (store, to.title, skill_id, error)) ||
      !way_store_begin (store, _ ("Change Skill"), now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "isssssii", skill_id, to.title, to.group, to.gap_action, to.note,
                         to.synonyms, to.interview_percent, to.ad_percent))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

/* The key of a new own skill (transfer full). */
static char *
new_key (WayStore *store, const char *title, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT 1 FROM skill WHERE kind = 'own' AND key = ?1");
  g_autofree char *slug = way_guide_slug (title);
  g_autofree char *key = g_strdup (slug);
  gboolean taken = TRUE;

  for (int i = 2; taken; i++)
    {
      way_statement_bind (s, "s", key);
      taken = way_statement_step (s);
      if (!way_statement_finish (s, error))
        return NULL;
      if (taken)
        {
          g_free (key);
          key = g_strdup_printf ("%s-%d", slug, i);
        }
    }
  return g_steal_pointer (&key);
}

gboolean
way_skill_add (WayStore *store,
               const WaySkillTexts *texts,
               gint64 now_utc,
               gint64 *id,
               GError **error)
{
  g_auto (Texts) to = { 0 };
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO skill (guide_id, key, position, kind, title, group_name, gap_action, "
             "note, synonyms, interview_percent, ad_percent) SELECT NULL, ?1, "
             "(SELECT ifnull (max (position) + 1, 0) FROM skill WHERE kind = 'own'), 'own', ?2, "
             "?3, ?4, ?5, ?6, nullif (?7, -1), nullif (?8, -1)");

  if (!tidy_texts (texts, &to, error) || !check_title (store, to.title, 0, error))
    return FALSE;
  drop_default_group (&to, WAY_SKILL_OWN, NULL);
  g_autofree char *key = new_key (store, to.title, error);
  if (key == NULL || !way_store_begin (store, _ ("Add Skill"), now_utc, error))
    return FALSE;
  if (!way_statement_run (s, error, "ssssssii", key, to.title, to.group, to.gap_action, to.note,
                          to.synonyms, to.interview_percent, to.ad_percent))
    {
      way_store_rollback (store);
      return FALSE;
    }
  if (id != NULL)
    *id = way_store_last_id (store);
  return way_store_commit (store, error);
}

gboolean
way_skill_remove (WayStore *store, gint64 skill_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM skill WHERE id = ?1");
  gboolean own = FALSE;

  if (!find_skill (store, skill_id, &own, NULL, error))
    return FALSE;
  if (!own)
    return set_invalid (error, _ ("This skill is of a guide and stays as long as the guide does; "
                                  "only skills of your own can be removed."));
  return way_store_begin (store, _ ("Remove Skill"), now_utc, error) &&
         way_skill_end (store, way_statement_run (s, error, "i", skill_id), way_skill_gone (),
                        error);
}
