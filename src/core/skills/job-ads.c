#include "core/skills/job-ads.h"

#include "core/base/error.h"
#include "core/skills/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_BYTES       (1024 * 1024)
#define TITLE_CHARACTERS 80

void
way_job_ad_free (WayJobAd *ad)
{
  if (ad == NULL)
    return;
  g_free (ad->title);
  g_free (ad->text);
  g_free (ad);
}

GPtrArray *
way_job_ads_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) ads = g_ptr_array_new_with_free_func ((GDestroyNotify) way_job_ad_free);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT id, title, text, added_date FROM job_ad "
                                "ORDER BY added_date DESC, id DESC");

  while (way_statement_step (s))
    {
      WayJobAd *ad = g_new0 (WayJobAd, 1);
      g_ptr_array_add (ads, ad);
      ad->id = way_statement_int (s, 0);
      ad->title = g_strdup (way_statement_text (s, 1));
      ad->text = g_strdup (way_statement_text (s, 2));
      ad->added_date = way_statement_date (s, 3);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&ads) : NULL;
}

/* The first line of @text with something in it, cut where it is long (transfer full). */
static char *
first_line (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  g_autofree char *line = g_strndup (text, strcspn (text, "\r\n"));
  g_strstrip (g_strdelimit (line, "\t", ' '));
  if (g_utf8_strlen (line, -1) <= TITLE_CHARACTERS)
    return g_steal_pointer (&line);
  g_autofree char *cut = g_utf8_substring (line, 0, TITLE_CHARACTERS - 1);
  return g_strconcat (g_strchomp (cut), "…", NULL);
}

static gboolean
check_text (const char *text, GError **error)
{
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                           _ ("This is no text in UTF-8. Paste the job description as text."));
      return FALSE;
    }
  if (strlen (text) > MOST_BYTES)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_LIMIT,
                           _ ("A job description has at most 1 MB of text."));
      return FALSE;
    }
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isgraph (g_utf8_get_char (at)))
      return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("There is nothing in this job description."));
  return FALSE;
}

gboolean
way_job_ad_add (WayStore *store,
                const char *title,
                const char *text,
                WayDate date,
                gint64 now_utc,
                gint64 *id,
                GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "INSERT INTO job_ad (title, text, added_date) VALUES (?1, ?2, ?3)");
  g_autofree char *typed = way_skill_tidy (title);

  if (!check_text (text, error))
    return FALSE;
  g_autofree char *line = *typed == '\0' ? first_line (text) : NULL;
  if (!way_store_begin (store, _ ("Add Job Description"), now_utc, error))
    return FALSE;
  gboolean ran =
      way_statement_run (s, error, "ssi", line != NULL ? line : typed, text, (gint64) date);
  if (id != NULL)
    *id = way_store_last_id (store);
  return way_skill_end (store, ran, "", error);
}

gboolean
way_job_ad_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM job_ad WHERE id = ?1");

  return way_store_begin (store, _ ("Remove Job Description"), now_utc, error) &&
         way_skill_end (store, way_statement_run (s, error, "i", id),
                        _ ("This job description is no longer there."), error);
}

/* What was found in the job descriptions of a store, so that a view that loads the matrix again after each change does
 * not read them all again. It holds while the names and the text are the same. */
typedef struct
{
  char *names;
  GHashTable *texts; /* gint64 of a job description → Found */
} Cache;

typedef struct
{
  char *text;
  GArray *skill_ids;
} Found;

static void
free_found (gpointer data)
{
  Found *found = data;

  g_free (found->text);
  g_array_unref (found->skill_ids);
  g_free (found);
}

static void
free_cache (gpointer data)
{
  Cache *cache = data;

  g_free (cache->names);
  g_hash_table_unref (cache->texts);
  g_free (cache);
}

/* All that the names are made of. */
static char *
names_of (const GPtrArray *skills)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < skills->len; i++)
    {
      const WaySkill *it = g_ptr_array_index (skills, i);
      g_string_append_printf (names, "%" G_GINT64_FORMAT "\n%s\n%s\n\n", it->id, it->title,
                              it->synonyms);
    }
  return g_string_free (names, FALSE);
}

static Cache *
get_cache (WayStore *store, const GPtrArray *skills)
{
  g_autofree char *names = names_of (skills);
  Cache *cache = g_object_get_data (G_OBJECT (store), "way-skills-in-ads");

  if (cache != NULL && g_str_equal (cache->names, names))
    return cache;
  cache = g_new0 (Cache, 1);
  cache->names = g_steal_pointer (&names);
  cache->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_found);
  g_object_set_data_full (G_OBJECT (store), "way-skills-in-ads", cache, free_cache);
  return cache;
}

static const GArray *
skills_in (Cache *cache, gint64 id, const char *text, const GPtrArray *skills, WayNames **names)
{
  Found *found = g_hash_table_lookup (cache->texts, &id);

  if (found != NULL && g_str_equal (found->text, text))
    return found->skill_ids;
  if (*names == NULL)
    *names = way_names_new (skills);
  found = g_new0 (Found, 1);
  found->text = g_strdup (text);
  found->skill_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  way_names_find_skills (*names, text, found->skill_ids);
  g_hash_table_replace (cache->texts, g_memdup2 (&id, sizeof id), found);
  return found->skill_ids;
}

gboolean
way_skills_count_ads (WayStore *store, GPtrArray *skills, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT id, text FROM job_ad");
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (WayNames) names = NULL;
  Cache *cache = get_cache (store, skills);
  int n_ads = 0;

  for (; way_statement_step (s); n_ads++)
    {
      const GArray *ids =
          skills_in (cache, way_statement_int (s, 0), way_statement_text (s, 1), skills, &names);
      for (guint i = 0; i < ids->len; i++)
        {
          gpointer id = &g_array_index (ids, gint64, i);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, id));
          g_hash_table_insert (counts, id, GUINT_TO_POINTER (count + 1));
        }
    }
  for (guint i = 0; i < skills->len; i++)
    {
      WaySkill *skill = g_ptr_array_index (skills, i);
      skill->ad_count = (int) GPOINTER_TO_UINT (g_hash_table_lookup (counts, &skill->id));
      skill->n_ads = n_ads;
    }
  return way_statement_finish (s, error);
}
