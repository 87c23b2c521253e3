#include "core/roadmap/artifact.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *word, *title;
} kinds[WAY_ARTIFACT_N_KINDS] = {
  /* Translators: kinds of what work leaves behind: a design that is discussed, a change of a program, … */
  { "rfc", N_ ("RFC") },   { "change", N_ ("Change") }, { "postmortem", N_ ("Postmortem") },
  { "demo", N_ ("Demo") }, { "other", N_ ("Other") },
};

const char *
way_artifact_kind_to_string (WayArtifactKind kind)
{
  g_return_val_if_fail ((guint) kind < WAY_ARTIFACT_N_KINDS, "other");
  return kinds[kind].word;
}

const char *
way_artifact_kind_title (WayArtifactKind kind)
{
  g_return_val_if_fail ((guint) kind < WAY_ARTIFACT_N_KINDS, "");
  return _ (kinds[kind].title);
}

gboolean
way_artifact_kind_parse (const char *word, WayArtifactKind *kind, GError **error)
{
  for (guint i = 0; i < WAY_ARTIFACT_N_KINDS; i++)
    if (g_str_equal (kinds[i].word, word))
      {
        *kind = (WayArtifactKind) i;
        return TRUE;
      }
  g_set_error (
      error, WAY_ERROR, WAY_ERROR_INVALID,
      _ ("“%s” is no kind of artifact. There are rfc, change, postmortem, demo and other."), word);
  return FALSE;
}

void
way_artifact_free (WayArtifact *artifact)
{
  if (artifact == NULL)
    return;
  g_free (artifact->title);
  g_free (artifact->link);
  g_free (artifact);
}

GPtrArray *
way_artifact_list (WayStore *store, gint64 phase_id, GError **error)
{
  g_autoptr (GPtrArray) artifacts =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_artifact_free);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT id, kind, title, link, made_date FROM artifact "
                                "WHERE phase_id = ?1 ORDER BY made_date, id");

  way_statement_bind (s, "i", phase_id);
  while (way_statement_step (s))
    {
      WayArtifact *artifact = g_new0 (WayArtifact, 1);
      g_ptr_array_add (artifacts, artifact);
      artifact->id = way_statement_int (s, 0);
      artifact->kind = WAY_ARTIFACT_OTHER;
      way_artifact_kind_parse (way_statement_text (s, 1), &artifact->kind, NULL);
      artifact->title = g_strdup (way_statement_text (s, 2));
      artifact->link = g_strdup (way_statement_text (s, 3));
      artifact->made_date = way_statement_date (s, 4);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&artifacts) : NULL;
}

/* One line, without space around it (transfer full). */
static char *
tidy (const char *text)
{
  char *line = g_strstrip (g_strdup (text));

  return g_strdelimit (line, "\r\n\t", ' ');
}

/* Ends the action that @ran in, when it changed the one row that it is about. */
static gboolean
end (WayStore *store, gboolean ran, const char *gone, GError **error)
{
  if (ran && way_store_changes (store) == 1)
    return way_store_commit (store, error);
  if (ran)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, gone);
  way_store_rollback (store);
  return FALSE;
}

static gboolean
begin (WayStore *store, const char *name, const char *title, gint64 now_utc, GError **error)
{
  if (*title != '\0')
    return way_store_begin (store, name, now_utc, error);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("An artifact needs a title."));
  return FALSE;
}

gboolean
way_artifact_add (WayStore *store,
                  gint64 phase_id,
                  const WayArtifact *artifact,
                  gint64 now_utc,
                  gint64 *id,
                  GError **error)
{
  g_autofree char *title = tidy (artifact->title);
  g_autofree char *link = tidy (artifact->link);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "INSERT INTO artifact (guide_id, phase_id, kind, title, link, made_date, created_utc) "
             "SELECT guide_id, id, ?2, ?3, ?4, ?5, ?6 FROM phase WHERE id = ?1");

  if (!begin (store, _ ("Add Artifact"), title, now_utc, error))
    return FALSE;
  gboolean ran =
      way_statement_run (s, error, "isssii", phase_id, way_artifact_kind_to_string (artifact->kind),
                         title, link, (gint64) artifact->made_date, now_utc);
  if (id != NULL)
    *id = way_store_last_id (store);
  return end (store, ran, _ ("This phase is no longer there."), error);
}

gboolean
way_artifact_change (WayStore *store, const WayArtifact *artifact, gint64 now_utc, GError **error)
{
  g_autofree char *title = tidy (artifact->title);
  g_autofree char *link = tidy (artifact->link);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE artifact SET kind = ?2, title = ?3, link = ?4, "
                                "made_date = ?5 WHERE id = ?1");

  if (!begin (store, _ ("Change Artifact"), title, now_utc, error))
    return FALSE;
  gboolean ran = way_statement_run (s, error, "isssi", artifact->id,
                                    way_artifact_kind_to_string (artifact->kind), title, link,
                                    (gint64) artifact->made_date);
  return end (store, ran, _ ("This artifact is no longer there."), error);
}

gboolean
way_artifact_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM artifact WHERE id = ?1");

  return way_store_begin (store, _ ("Remove Artifact"), now_utc, error) &&
         end (store, way_statement_run (s, error, "i", id), _ ("This artifact is no longer there."),
              error);
}

char *
way_artifact_link_to_uri (const char *link)
{
  if (g_str_has_prefix (link, "~/"))
    {
      g_autofree char *path = g_build_filename (g_get_home_dir (), link + 2, NULL);
      return g_filename_to_uri (path, NULL, NULL);
    }
  if (g_path_is_absolute (link))
    return g_filename_to_uri (link, NULL, NULL);
  if (g_str_has_prefix (link, "www."))
    return g_strconcat ("https://", link, NULL);
  g_autofree char *scheme = g_uri_parse_scheme (link);
  /* A letter and a colon is a note ("p: 12"), not an address. */
  return scheme != NULL && strlen (scheme) > 1 && g_uri_is_valid (link, G_URI_FLAGS_NONE, NULL)
             ? g_strdup (link)
             : NULL;
}
