/* Guides in the store. A newer edition is merged by key: texts follow the guide, and what the person
 * put on an item (a done mark, a score, evidence, blocks) stays, even where the item is gone. */
#include "core/guide/library.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

void
way_library_guide_free (WayLibraryGuide *guide)
{
  if (guide == NULL)
    return;
  g_free (guide->slug);
  g_free (guide->title);
  g_free (guide->summary);
  g_free (guide->updated);
  g_free (guide->origin);
  g_free (guide);
}

/* Where the kinds live. Every put takes: 1 guide, 2 key, 3 position, 4 line, 5 title, 6 detail, 7 extra,
 * 8 min_days, 9 max_days, 10 ongoing, 11 current or NULL, 12 target or NULL, 13 kind, 14 uid, 15 now.
 * A put changes no row whose texts are the same. @marked: the person left a mark on the row. */
typedef struct
{
  const char *table;
  const char *where; /* rows of the kind; ?2 is the kind's word */
  const char *put;
  const char *marked;
} Home;

/* One list of arguments serves all puts: the condition names the last, so that each takes them all. */
#define ON_CONFLICT " WHERE ?15 IS NOT NULL ON CONFLICT DO UPDATE SET "

static const Home phase_home = {
  "phase", "1",
  "INSERT INTO phase (guide_id, key, position, line, title, activities, exit_criteria, min_days, "
  "max_days, ongoing) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10" ON_CONFLICT
  "position = excluded.position, line = excluded.line, title = excluded.title, "
  "activities = excluded.activities, exit_criteria = excluded.exit_criteria, "
  "min_days = excluded.min_days, max_days = excluded.max_days, ongoing = excluded.ongoing "
  "WHERE (position, line, title, activities, exit_criteria, min_days, max_days, ongoing) IS NOT "
  "(excluded.position, excluded.line, excluded.title, excluded.activities, excluded.exit_criteria, "
  "excluded.min_days, excluded.max_days, excluded.ongoing)",
  "gate_closed_date IS NOT NULL OR gate_evidence <> '' OR gate_override <> '' "
  "OR note <> '' OR release_date IS NOT NULL OR due_date IS NOT NULL "
  "OR EXISTS (SELECT 1 FROM artifact a WHERE a.phase_id = phase.id) "
  "OR EXISTS (SELECT 1 FROM block b WHERE b.phase_id = phase.id)"
};

static const Home checklist_home = {
  "checklist_item", "1",
  "INSERT INTO checklist_item (guide_id, key, position, line, title, due_rule, uid, created_utc) "
  "SELECT ?1, ?2, ?3, ?4, ?5, ?7, ?14, ?15" ON_CONFLICT
  "position = excluded.position, line = excluded.line, title = excluded.title, "
  "due_rule = excluded.due_rule WHERE (position, line, title, due_rule) IS NOT "
  "(excluded.position, excluded.line, excluded.title, excluded.due_rule)",
  "done_date IS NOT NULL OR due_date IS NOT NULL"
};

/* A score that the guide brings fills a blank and never replaces one. */
static const Home skill_home = {
  "skill", "kind = ?2",
  "INSERT INTO skill (guide_id, key, position, line, kind, title, detail, current, target, "
  "gap_action) SELECT ?1, CASE ?13 WHEN 'area' THEN '' ELSE 'skill/' END || ?2, ?3, ?4, ?13, ?5, "
  "CASE ?13 WHEN 'skill' THEN ?6 ELSE '' END, nullif (?11, 0), nullif (?12, 0), "
  "CASE ?13 WHEN 'area' THEN ?6 ELSE '' END" ON_CONFLICT
  "position = excluded.position, line = excluded.line, title = excluded.title, "
  "detail = excluded.detail, gap_action = CASE gap_action WHEN '' THEN excluded.gap_action ELSE "
  "gap_action END WHERE (position, line, title, detail) IS NOT "
  "(excluded.position, excluded.line, excluded.title, excluded.detail) "
  "OR (gap_action = '' AND excluded.gap_action <> '')",
  "current IS NOT NULL OR target IS NOT NULL OR gap_action <> '' OR group_name <> '' "
  "OR place IS NOT NULL OR note <> '' OR synonyms <> '' OR interview_percent IS NOT NULL "
  "OR ad_percent IS NOT NULL "
  "OR EXISTS (SELECT 1 FROM skill_score s WHERE s.skill_id = skill.id) "
  "OR EXISTS (SELECT 1 FROM skill_target t WHERE t.skill_id = skill.id) "
  "OR EXISTS (SELECT 1 FROM skill_evidence e WHERE e.skill_id = skill.id) "
  "OR EXISTS (SELECT 1 FROM gap_work w WHERE w.skill_id = skill.id)"
};

static const Home resource_home = {
  "resource", "1",
  "INSERT INTO resource (guide_id, key, position, line, title) SELECT ?1, ?2, ?3, ?4, "
  "?5" ON_CONFLICT "position = excluded.position, line = excluded.line, title = excluded.title "
  "WHERE (position, line, title) IS NOT (excluded.position, excluded.line, excluded.title)",
  "state <> 'to-read'"
};

static const Home item_home = {
  "guide_item", "kind = ?2",
  "INSERT INTO guide_item (guide_id, kind, key, position, line, title, detail, extra) "
  "SELECT ?1, ?13, ?2, ?3, ?4, ?5, ?6, ?7" ON_CONFLICT
  "position = excluded.position, line = excluded.line, title = excluded.title, "
  "detail = excluded.detail, extra = excluded.extra WHERE (position, line, title, detail, extra) "
  "IS NOT (excluded.position, excluded.line, excluded.title, excluded.detail, excluded.extra)",
  "0"
};

static const Home *
home_of (WayGuideKind kind)
{
  switch (kind)
    {
    case WAY_GUIDE_PHASE:
      return &phase_home;
    case WAY_GUIDE_CHECKLIST:
      return &checklist_home;
    case WAY_GUIDE_AREA:
    case WAY_GUIDE_SKILL:
      return &skill_home;
    case WAY_GUIDE_RESOURCE:
      return &resource_home;
    default:
      return &item_home;
    }
}

/* Keys of one kind in the store → GINT (0 not seen in the new edition). */
static GHashTable *
stored_keys (WayStore *store, gint64 guide_id, WayGuideKind kind, GError **error)
{
  const Home *home = home_of (kind);
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT key FROM %s WHERE guide_id = ?1 AND %s "
                                          "AND ?2 IS NOT NULL",
                                          home->table, home->where);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  way_statement_bind (s, "is", guide_id, way_guide_kind_to_string (kind));
  while (way_statement_step (s))
    g_hash_table_add (keys, g_strdup (way_statement_text (s, 0)));
  return way_statement_finish (s, error) ? g_steal_pointer (&keys) : NULL;
}

static gboolean
drop_keys (WayStore *store,
           gint64 guide_id,
           WayGuideKind kind,
           GHashTable *keys,
           WayGuideMerge *merge,
           GError **error)
{
  const Home *home = home_of (kind);
  g_autofree char *sql = g_strdup_printf (
      "DELETE FROM %s WHERE guide_id = ?1 AND %s AND ?2 IS NOT NULL AND key = ?3 AND NOT (%s)",
      home->table, home->where, home->marked);
  g_autoptr (WayStatement) s = way_statement_new (store, sql);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (!way_statement_run (s, error, "iss", guide_id, way_guide_kind_to_string (kind), key))
        return FALSE;
      merge->removed += way_store_changes (store) > 0;
    }
  return TRUE;
}

static gboolean
merge_kind (WayStore *store,
            const WayGuide *guide,
            gint64 guide_id,
            WayGuideKind kind,
            gint64 now_utc,
            WayGuideMerge *merge,
            GError **error)
{
  g_autoptr (GHashTable) keys = stored_keys (store, guide_id, kind, error);
  g_autoptr (WayStatement) put = way_statement_new (store, home_of (kind)->put);

  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < way_guide_count (guide, kind); i++)
    {
      const WayGuideItem *item = way_guide_get (guide, kind, i);
      g_autofree char *key =
          kind == WAY_GUIDE_SKILL ? g_strconcat ("skill/", item->key, NULL) : g_strdup (item->key);
      g_autofree char *uid = g_uuid_string_random ();
      gboolean known = g_hash_table_remove (keys, key);
      gint64 before = way_store_total_changes (store);
      if (!way_statement_run (put, error, "isiisssiiiiissi", guide_id, item->key, (gint64) i,
                              (gint64) item->line, item->title, item->detail, item->extra,
                              (gint64) item->min_days, (gint64) item->max_days,
                              (gint64) item->ongoing, (gint64) item->current, (gint64) item->target,
                              way_guide_kind_to_string (kind), uid, now_utc))
        return FALSE;
      gboolean wrote = way_store_total_changes (store) != before;
      merge->added += !known;
      merge->changed += known && wrote;
      merge->unchanged += known && !wrote;
    }
  return drop_keys (store, guide_id, kind, keys, merge, error);
}

static gboolean
put_guide (WayStore *store, const WayGuide *guide, gint64 *guide_id, GError **error)
{
  g_autoptr (WayStatement) put = way_statement_new (
      store,
      "INSERT INTO guide (slug, title, summary, updated, origin, content_hash, drills_per_week, "
      "review_months, mock_days) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
      "ON CONFLICT (slug) DO UPDATE SET title = excluded.title, summary = excluded.summary, "
      "updated = excluded.updated, origin = excluded.origin, content_hash = excluded.content_hash, "
      "drills_per_week = excluded.drills_per_week, review_months = excluded.review_months, "
      "mock_days = excluded.mock_days");
  g_autoptr (WayStatement) find = way_statement_new (store, "SELECT id FROM guide WHERE slug = ?1");

  if (!way_statement_run (put, error, "ssssssiii", guide->slug, guide->title, guide->summary,
                          guide->updated, guide->origin, guide->content_hash,
                          (gint64) guide->drills_per_week, (gint64) guide->review_months,
                          (gint64) guide->mock_days))
    return FALSE;
  way_statement_bind (find, "s", guide->slug);
  if (way_statement_step (find))
    *guide_id = way_statement_int (find, 0);
  return way_statement_finish (find, error);
}

static gboolean
merge_guide (WayStore *store,
             const WayGuide *guide,
             gint64 now_utc,
             WayGuideMerge *merge,
             GError **error)
{
  if (!put_guide (store, guide, &merge->guide_id, error))
    return FALSE;
  for (int kind = 0; kind < WAY_GUIDE_N_KINDS; kind++)
    if (!merge_kind (store, guide, merge->guide_id, kind, now_utc, merge, error))
      return FALSE;
  return TRUE;
}

gboolean
way_library_import (WayStore *store,
                    const WayGuide *guide,
                    gint64 now_utc,
                    WayGuideMerge *merge,
                    GError **error)
{
  WayGuideMerge counts = { 0 };

  if (!way_store_begin (store, _ ("Import Guide"), now_utc, error))
    return FALSE;
  if (!merge_guide (store, guide, now_utc, &counts, error))
    {
      way_store_rollback (store);
      return FALSE;
    }
  if (merge != NULL)
    *merge = counts;
  return way_store_commit (store, error);
}

GPtrArray *
way_library_list (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) guides =
      g_ptr_array_new_with_free_func ((GDestroyNotify) way_library_guide_free);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT g.id, g.slug, g.title, g.summary, g.updated, g.origin, f.id IS NOT NULL "
             "FROM guide g LEFT JOIN plan_guide f ON f.guide_id = g.id ORDER BY g.title, g.id");

  while (way_statement_step (s))
    {
      WayLibraryGuide *guide = g_new0 (WayLibraryGuide, 1);
      g_ptr_array_add (guides, guide);
      guide->id = way_statement_int (s, 0);
      guide->slug = g_strdup (way_statement_text (s, 1));
      guide->title = g_strdup (way_statement_text (s, 2));
      guide->summary = g_strdup (way_statement_text (s, 3));
      guide->updated = g_strdup (way_statement_text (s, 4));
      guide->origin = g_strdup (way_statement_text (s, 5));
      guide->planned = way_statement_int (s, 6) != 0;
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&guides) : NULL;
}

/* All items in one shape: kind, key, line, title, detail, extra, days, ongoing, scores. */
#define ITEMS                                                                                      \
  "SELECT 'phase', key, line, title, activities, exit_criteria, min_days, max_days, ongoing, 0, "  \
  "0, "                                                                                            \
  "position FROM phase WHERE guide_id = ?1 UNION ALL "                                             \
  "SELECT 'checklist', key, line, title, '', due_rule, 0, 0, 0, 0, 0, position "                   \
  "FROM checklist_item WHERE guide_id = ?1 UNION ALL "                                             \
  "SELECT kind, CASE kind WHEN 'skill' THEN substr (key, 7) ELSE key END, line, title, "           \
  "CASE kind WHEN 'area' THEN gap_action ELSE detail END, '', 0, 0, 0, ifnull (current, 0), "      \
  "ifnull (target, 0), position FROM skill WHERE guide_id = ?1 UNION ALL "                         \
  "SELECT 'resource', key, line, title, '', '', 0, 0, 0, 0, 0, position "                          \
  "FROM resource WHERE guide_id = ?1 UNION ALL "                                                   \
  "SELECT kind, key, line, title, detail, extra, 0, 0, 0, 0, 0, position "                         \
  "FROM guide_item WHERE guide_id = ?1 ORDER BY 1, 12"

static gboolean
load_items (WayStore *store, gint64 guide_id, WayGuide *guide, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, ITEMS);

  way_statement_bind (s, "i", guide_id);
  while (way_statement_step (s))
    {
      WayGuideItem *item = g_new0 (WayGuideItem, 1);
      g_ptr_array_add (guide->items, item);
      item->kind = (WayGuideKind) MAX (0, way_guide_kind_from_string (way_statement_text (s, 0)));
      item->key = g_strdup (way_statement_text (s, 1));
      item->line = (int) way_statement_int (s, 2);
      item->title = g_strdup (way_statement_text (s, 3));
      item->detail = g_strdup (way_statement_text (s, 4));
      item->extra = g_strdup (way_statement_text (s, 5));
      item->min_days = (int) way_statement_int (s, 6);
      item->max_days = (int) way_statement_int (s, 7);
      item->ongoing = way_statement_int (s, 8) != 0;
      item->current = (int) way_statement_int (s, 9);
      item->target = (int) way_statement_int (s, 10);
    }
  return way_statement_finish (s, error);
}

static int
compare_kind (gconstpointer a, gconstpointer b)
{
  const WayGuideItem *x = *(WayGuideItem *const *) a, *y = *(WayGuideItem *const *) b;

  return (int) x->kind - (int) y->kind;
}

static void
set (char **to, const char *text)
{
  g_free (*to);
  *to = g_strdup (text);
}

WayGuide *
way_library_load (WayStore *store, const char *id_or_slug, gint64 *guide_id, GError **error)
{
  g_autoptr (WayGuide) guide = way_guide_new ();
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT id, slug, title, summary, updated, origin, content_hash, drills_per_week, "
             "review_months, mock_days FROM guide WHERE slug = ?1 OR CAST (id AS TEXT) = ?1");

  way_statement_bind (s, "s", id_or_slug);
  if (!way_statement_step (s))
    {
      if (way_statement_finish (s, error))
        g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                     _ ("There is no guide “%s” in the library. “guide list” shows what there is."),
                     id_or_slug);
      return NULL;
    }
  gint64 id = way_statement_int (s, 0);
  set (&guide->slug, way_statement_text (s, 1));
  set (&guide->title, way_statement_text (s, 2));
  set (&guide->summary, way_statement_text (s, 3));
  set (&guide->updated, way_statement_text (s, 4));
  set (&guide->origin, way_statement_text (s, 5));
  set (&guide->content_hash, way_statement_text (s, 6));
  guide->drills_per_week = (int) way_statement_int (s, 7);
  guide->review_months = (int) way_statement_int (s, 8);
  guide->mock_days = (int) way_statement_int (s, 9);
  if (!way_statement_finish (s, error) || !load_items (store, id, guide, error))
    return NULL;
  g_ptr_array_sort (guide->items, compare_kind);
  if (guide_id != NULL)
    *guide_id = id;
  return g_steal_pointer (&guide);
}

gboolean
way_library_remove (WayStore *store, gint64 guide_id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "DELETE FROM guide WHERE id = ?1");

  if (!way_store_begin (store, _ ("Remove Guide"), now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "i", guide_id))
    {
      if (way_store_changes (store) == 1)
        return way_store_commit (store, error);
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This guide is no longer there."));
    }
  way_store_rollback (store);
  return FALSE;
}
