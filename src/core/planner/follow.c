/* Which guides the plan follows, and the milestones of the chosen band. A band's priorities are its
 * milestones: one for each clause. */
#include "core/planner/settings.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

/* The words of @kind that the guide offers, for a message. */
static char *
list_keys (WayStore *store, gint64 guide_id, const char *kind)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT key FROM guide_item WHERE guide_id = ?1 AND kind = ?2 ORDER BY position");
  GString *keys = g_string_new (NULL);

  way_statement_bind (s, "is", guide_id, kind);
  while (way_statement_step (s))
    g_string_append_printf (keys, "%s%s", keys->len > 0 ? ", " : "", way_statement_text (s, 0));
  return g_string_free (keys, FALSE);
}

/* The detail of the guide's item @key (transfer full); "" for an empty key; %NULL with @error for a
 * key the guide does not have. */
static char *
find_choice (WayStore *store,
             gint64 guide_id,
             const char *kind,
             const char *key,
             const char *message,
             GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT detail FROM guide_item WHERE guide_id = ?1 AND kind = ?2 AND key = ?3");

  if (*key == '\0')
    return g_strdup ("");
  way_statement_bind (s, "iss", guide_id, kind, key);
  if (way_statement_step (s))
    return g_strdup (way_statement_text (s, 0));
  if (way_statement_finish (s, error))
    {
      g_autofree char *keys = list_keys (store, guide_id, kind);
      /* A guide without bands or roles is one for all of them. */
      if (*keys == '\0')
        return g_strdup ("");
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, message, key, keys);
    }
  return NULL;
}

/* "Own outcomes; lead one initiative" has two clauses; without semicolons commas divide, but not
 * behind a colon, where they list. */
static char **
split_clauses (const char *priority)
{
  const char *separator = strchr (priority, ';') != NULL   ? ";"
                          : strchr (priority, ':') != NULL ? "\n"
                                                           : ",";
  char **clauses = g_strsplit (priority, separator, -1);

  for (char **clause = clauses; *clause != NULL; clause++)
    {
      g_strstrip (*clause);
      g_autofree char *rest = g_strdup (g_utf8_next_char (**clause ? *clause : " "));
      g_autofree char *first =
          g_utf8_strup (*clause, **clause ? g_utf8_next_char (*clause) - *clause : 0);
      g_free (*clause);
      *clause = g_strconcat (first, *first ? rest : "", NULL);
    }
  return clauses;
}

static gboolean
pick_milestones (WayStore *store,
                 gint64 guide_id,
                 const char *band,
                 const char *priority,
                 gint64 now_utc,
                 GError **error)
{
  g_autoptr (WayStatement) drop =
      way_statement_new (store, "DELETE FROM milestone WHERE guide_id = ?1 AND done_date IS NULL "
                                "AND due_date IS NULL AND key NOT LIKE ?2 || '/%'");
  g_autoptr (WayStatement) put = way_statement_new (
      store, "INSERT INTO milestone (guide_id, key, position, title, uid, created_utc) "
             "VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (guide_id, key) DO UPDATE SET "
             "title = excluded.title, position = excluded.position");
  g_auto (GStrv) clauses = split_clauses (priority);

  if (!way_statement_run (drop, error, "is", guide_id, band))
    return FALSE;
  for (gint64 i = 0; clauses[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s/%d", band, (int) i + 1);
      g_autofree char *uid = g_uuid_string_random ();
      if (*clauses[i] != '\0' &&
          !way_statement_run (put, error, "isissi", guide_id, key, i, clauses[i], uid, now_utc))
        return FALSE;
    }
  return TRUE;
}

static gboolean
follow (WayStore *store, gint64 guide_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, error);

  if (settings == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                     _ ("Hours and days come first: no plan is set up yet."));
      return FALSE;
    }
  g_autofree char *priority =
      find_choice (store, guide_id, "band", settings->band,
                   _ ("The guide has no experience band “%s”. It has: %s."), error);
  g_autofree char *emphasis =
      priority == NULL ? NULL
                       : find_choice (store, guide_id, "role-emphasis", settings->role,
                                      _ ("The guide has no role “%s”. It has: %s."), error);
  g_autoptr (WayStatement) put = way_statement_new (
      store, "INSERT INTO plan_guide (guide_id) VALUES (?1) ON CONFLICT (guide_id) DO NOTHING");

  return emphasis != NULL && way_statement_run (put, error, "i", guide_id) &&
         pick_milestones (store, guide_id, settings->band, priority, now_utc, error);
}

gboolean
way_plan_follow_guide (WayStore *store, gint64 guide_id, gint64 now_utc, GError **error)
{
  if (!way_store_begin (store, _ ("Follow Guide"), now_utc, error))
    return FALSE;
  if (!follow (store, guide_id, now_utc, error))
    {
      way_store_rollback (store);
      return FALSE;
    }
  return way_store_commit (store, error);
}

gboolean
way_plan_set_share (WayStore *store, gint64 guide_id, int share, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE plan_guide SET share = ?2 WHERE guide_id = ?1 "
                                "AND share <> ?2");

  if (share < 1 || share > 100)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("A share of %d is out of range. Choose 1 to 100."), share);
      return FALSE;
    }
  if (!way_store_begin (store, _ ("Change Share of Guide"), now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "ii", guide_id, (gint64) share))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

void
way_followed_guide_free (WayFollowedGuide *guide)
{
  g_free (guide->title);
  g_free (guide);
}

GPtrArray *
way_plan_followed_guides (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) guides =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_followed_guide_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT g.id, g.title, f.share FROM plan_guide f JOIN guide g ON g.id = f.guide_id "
             "ORDER BY g.title, g.id");

  while (way_statement_step (s))
    {
      WayFollowedGuide *guide = g_new0 (WayFollowedGuide, 1);
      g_ptr_array_add (guides, guide);
      guide->guide_id = way_statement_int (s, 0);
      guide->title = g_strdup (way_statement_text (s, 1));
      guide->share = (int) way_statement_int (s, 2);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&guides) : NULL;
}

/* The milestones of @band from all guides of the plan; a guide without this band has none. */
static gboolean
pick_all_milestones (WayStore *store, const char *band, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT f.guide_id, i.detail FROM plan_guide f LEFT JOIN guide_item i "
             "ON i.guide_id = f.guide_id AND i.kind = 'band' AND i.key = ?1 ORDER BY f.id");

  way_statement_bind (s, "s", band);
  while (way_statement_step (s))
    if (!pick_milestones (store, way_statement_int (s, 0), band, way_statement_text (s, 1), now_utc,
                          error))
      return FALSE;
  return way_statement_finish (s, error);
}

static gboolean
change (WayStore *store,
        const WayPlanSettings *settings,
        const GPtrArray *guides,
        gint64 now_utc,
        GError **error)
{
  g_autoptr (WayPlanSettings) stored = way_plan_settings_load (store, NULL);

  if (!way_plan_settings_save (store, settings, now_utc, error))
    return FALSE;
  if (stored != NULL && !g_str_equal (stored->band, settings->band) &&
      !pick_all_milestones (store, settings->band, now_utc, error))
    return FALSE;
  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      const WayFollowedGuide *it = g_ptr_array_index (guides, i);
      if (!way_plan_set_share (store, it->guide_id, it->share, now_utc, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
way_plan_change (WayStore *store,
                 const WayPlanSettings *settings,
                 const GPtrArray *guides,
                 gint64 now_utc,
                 GError **error)
{
  if (!way_store_begin (store, _ ("Change Hours and Limits"), now_utc, error))
    return FALSE;
  if (!change (store, settings, guides, now_utc, error))
    {
      way_store_rollback (store);
      return FALSE;
    }
  return way_store_commit (store, error);
}
