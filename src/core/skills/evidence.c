#include "core/skills/evidence.h"

#include "core/base/error.h"
#include "core/skills/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *word, *title;
} kinds[WAY_EVIDENCE_N_KINDS] = {
  { "artifact", N_ ("Artifact") },
  { "drill", N_ ("Drill") },
  { "mock", N_ ("Mock interview") },
  { "feedback", N_ ("Feedback") },
};

const char *
way_evidence_kind_to_string (WayEvidenceKind kind)
{
  g_return_val_if_fail ((guint) kind < WAY_EVIDENCE_N_KINDS, "artifact");
  return kinds[kind].word;
}

const char *
way_evidence_kind_title (WayEvidenceKind kind)
{
  g_return_val_if_fail ((guint) kind < WAY_EVIDENCE_N_KINDS, "");
  return _ (kinds[kind].title);
}

gboolean
way_evidence_kind_parse (const char *word, WayEvidenceKind *kind, GError **error)
{
  for (guint i = 0; i < WAY_EVIDENCE_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        *kind = (WayEvidenceKind) i;
        return TRUE;
      }
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is no kind of evidence. There are artifact, drill, mock and feedback."),
               word != NULL ? word : "");
  return FALSE;
}

void
way_evidence_free (WayEvidence *evidence)
{
  if (evidence == NULL)
    return;
  g_free (evidence->title);
  g_free (evidence->link);
  g_free (evidence->given_by);
  g_free (evidence);
}

GPtrArray *
way_evidence_list (WayStore *store, gint64 skill_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) way_evidence_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT e.id, e.kind, ifnull (a.title, e.title), ifnull (a.link, e.link), e.given_by, "
             "ifnull (e.rating, 0), e.made_date, ifnull (e.artifact_id, 0) FROM skill_evidence e "
             "LEFT JOIN artifact a ON a.id = e.artifact_id WHERE e.skill_id = ?1 "
             "ORDER BY e.made_date DESC, e.id DESC");

  way_statement_bind (s, "i", skill_id);
  while (way_statement_step (s))
    {
      WayEvidence *it = g_new0 (WayEvidence, 1);
      g_ptr_array_add (list, it);
      it->id = way_statement_int (s, 0);
      it->skill_id = skill_id;
      way_evidence_kind_parse (way_statement_text (s, 1), &it->kind, NULL);
      it->title = g_strdup (way_statement_text (s, 2));
      it->link = g_strdup (way_statement_text (s, 3));
      it->given_by = g_strdup (way_statement_text (s, 4));
      it->rating = (int) way_statement_int (s, 5);
      it->made_date = way_statement_date (s, 6);
      it->artifact_id = way_statement_int (s, 7);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&list) : NULL;
}

/* The texts as they are stored: those of an artifact stay with it. */
typedef struct
{
  char *title, *link, *given_by;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_free (texts->title);
  g_free (texts->link);
  g_free (texts->given_by);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static gboolean
artifact_is_there (WayStore *store, gint64 id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT 1 FROM artifact WHERE id = ?1");

  way_statement_bind (s, "i", id);
  gboolean there = way_statement_step (s);
  if (!way_statement_finish (s, error))
    return FALSE;
  if (!there)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                         _ ("This artifact is no longer there."));
  return there;
}

static gboolean
check (WayStore *store, const WayEvidence *evidence, Texts *texts, GError **error)
{
  const char *wrong = NULL;
  gboolean linked = evidence->artifact_id != 0;

  texts->title = way_skill_tidy (linked ? "" : evidence->title);
  texts->link = way_skill_tidy (linked ? "" : evidence->link);
  texts->given_by = way_skill_tidy (evidence->given_by);
  if (!linked && *texts->title == '\0')
    wrong = _ ("Evidence needs a title, or an artifact of the roadmap.");
  else if (evidence->rating < 0 || evidence->rating > WAY_SKILL_MAX)
    wrong = _ ("A rating is a whole number from 1 to 5, or none.");
  else if (evidence->rating > 0 && evidence->kind != WAY_EVIDENCE_MOCK)
    wrong = _ ("Only a mock interview has a rating.");
  else if (evidence->made_date == WAY_DATE_NONE)
    wrong = _ ("Evidence needs a day.");
  if (wrong == NULL)
    return !linked || artifact_is_there (store, evidence->artifact_id, error);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, wrong);
  return FALSE;
}

gboolean
way_evidence_add (WayStore *store,
                  const WayEvidence *evidence,
                  gint64 now_utc,
                  gint64 *id,
                  GError **error)
{
  g_auto (Texts) texts = { 0 };
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO skill_evidence (skill_id, kind, title, link, given_by, rating, "
             "made_date, artifact_id, created_utc) SELECT id, ?2, ?3, ?4, ?5, nullif (?6, 0), ?7, "
             "nullif (?8, 0), ?9 FROM skill WHERE id = ?1");

  if (!check (store, evidence, &texts, error) ||
      !way_store_begin (store, _ ("Add Evidence"), now_utc, error))
    return FALSE;
  gboolean ran = way_statement_run (s, error, "issssiiii", evidence->skill_id,
                                    way_evidence_kind_to_string (evidence->kind), texts.title,
                                    texts.link, texts.given_by, (gint64) evidence->rating,
                                    (gint64) evidence->made_date, evidence->artifact_id, now_utc);
  if (id != NULL)
    *id = way_store_last_id (store);
  return way_skill_end (store, ran, way_skill_gone (), error);
}

gboolean
way_evidence_change (WayStore *store, const WayEvidence *evidence, gint64 now_utc, GError **error)
{
  g_auto (Texts) texts = { 0 };
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE skill_evidence SET kind = ?2, title = ?3, link = ?4, given_by = ?5, "
             "rating = nullif (?6, 0), made_date = ?7, artifact_id = nullif (?8, 0) "
             "WHERE id = ?1");

  return check (store, evidence, &texts, error) &&
         way_store_begin (store, _ ("Change Evidence"), now_utc, error) &&
         way_skill_end (store,
                        way_statement_run (s, error, "issssiii", evidence->id,
                                           way_evidence_kind_to_string (evidence->kind),
                                           texts.title, texts.link, texts.given_by,
                                           (gint64) evidence->rating, (gint64) evidence->made_date,
                                           evidence->artifact_id),
                        _ ("This evidence is no longer there."), error);
}

gboolean
way_evidence_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "DELETE FROM skill_evidence WHERE id = ?1");

  return way_store_begin (store, _ ("Remove Evidence"), now_utc, error) &&
         way_skill_end (store, way_statement_run (s, error, "i", id),
                        _ ("This evidence is no longer there."), error);
}

static void
free_artifact (gpointer data)
{
  WayEvidenceArtifact *artifact = data;

  g_free (artifact->title);
  g_free (artifact->phase);
  g_free (artifact);
}

GPtrArray *
way_evidence_artifacts (WayStore *store, gint64 skill_id, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_artifact);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT a.id, a.title, p.title, a.made_date FROM artifact a "
             "LEFT JOIN phase p ON p.id = a.phase_id WHERE NOT EXISTS (SELECT 1 "
             "FROM skill_evidence e WHERE e.skill_id = ?1 AND e.artifact_id = a.id) "
             "ORDER BY a.made_date DESC, a.id DESC");

  way_statement_bind (s, "i", skill_id);
  while (way_statement_step (s))
    {
      WayEvidenceArtifact *it = g_new0 (WayEvidenceArtifact, 1);
      g_ptr_array_add (list, it);
      it->id = way_statement_int (s, 0);
      it->title = g_strdup (way_statement_text (s, 1));
      it->phase = g_strdup (way_statement_text (s, 2));
      it->made_date = way_statement_date (s, 3);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&list) : NULL;
}
