#include "core/planner/draft-choice.h"

#include "core/base/error.h"
#include "core/planner/block-change.h"

#include <glib/gi18n-lib.h>

static gboolean
is_chosen (const GPtrArray *groups, const WayChange *change)
{
  guint group = groups != NULL ? way_draft_group_of (groups, change) : WAY_DRAFT_NONE;

  return group != WAY_DRAFT_NONE && ((WayDraftGroup *) g_ptr_array_index (groups, group))->chosen;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const WayDraftPlace *x = a, *y = b;

  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

/* Where the changes put blocks; the others are in @changed, as change by id. */
static void
add_changes (const WayDraft *draft, const GPtrArray *groups, GArray *places, GHashTable *changed)
{
  for (guint i = 0; i < draft->changes->len; i++)
    {
      WayChange *it = g_ptr_array_index (draft->changes, i);
      gboolean chosen = is_chosen (groups, it);
      WayDraftPlace place = { it->new_start_utc, it->new_end_utc, it->kind, i, TRUE };
      if (it->change != WAY_CHANGE_ADDED)
        g_hash_table_insert (changed, &it->block_id, GUINT_TO_POINTER (chosen ? 0 : i + 1));
      if (chosen && it->change != WAY_CHANGE_REMOVED)
        g_array_append_val (places, place);
    }
}

GArray *
way_draft_places (const WayDraft *draft, const GPtrArray *groups, const GPtrArray *blocks)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (WayDraftPlace));
  g_autoptr (GHashTable) changed = g_hash_table_new (g_int64_hash, g_int64_equal);

  add_changes (draft, groups, places, changed);
  for (guint i = 0; i < blocks->len; i++)
    {
      const WayBlock *it = g_ptr_array_index (blocks, i);
      gpointer change = NULL;
      gboolean known = g_hash_table_lookup_extended (changed, &it->id, NULL, &change);
      WayDraftPlace place = { it->start_utc, it->end_utc, it->kind,
                              change != NULL ? GPOINTER_TO_UINT (change) - 1 : WAY_DRAFT_NONE,
                              FALSE };
      if ((known && change == NULL) || g_str_equal (it->state, "missed") ||
          g_str_equal (it->state, "skipped"))
        continue;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* Those that stay in the way of the place @at; no block is longer than a day. */
static void
add_conflicts (const WayDraft *draft,
               const GPtrArray *groups,
               const GArray *places,
               guint at,
               GArray *conflicts)
{
  const WayDraftPlace *wanted = &g_array_index (places, WayDraftPlace, at);
  guint first = at;

  while (first > 0 && g_array_index (places, WayDraftPlace, first - 1).start_utc >
                          wanted->start_utc - WAY_MOST_BLOCK_MINUTES * 60)
    first--;
  for (guint i = first; i < places->len; i++)
    {
      const WayDraftPlace *it = &g_array_index (places, WayDraftPlace, i);
      WayDraftConflict conflict = { wanted->change, WAY_DRAFT_NONE };
      if (it->start_utc >= wanted->end_utc)
        break;
      if (it->carried || it->end_utc <= wanted->start_utc)
        continue;
      if (it->change != WAY_DRAFT_NONE)
        conflict.group =
            way_draft_group_of (groups, g_ptr_array_index (draft->changes, it->change));
      g_array_append_val (conflicts, conflict);
    }
}

GArray *
way_draft_conflicts (const WayDraft *draft, const GPtrArray *groups, const GPtrArray *blocks)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (WayDraftConflict));
  g_autoptr (GArray) places = way_draft_places (draft, groups, blocks);

  for (guint i = 0; i < places->len; i++)
    if (g_array_index (places, WayDraftPlace, i).carried)
      add_conflicts (draft, groups, places, i, conflicts);
  return conflicts;
}

/* “Core”, “Depth”: the groups in the way. */
static char *
list_groups (const GPtrArray *groups, const GArray *conflicts)
{
  GString *titles = g_string_new (NULL);

  for (guint group = 0; group < groups->len; group++)
    for (guint i = 0; i < conflicts->len; i++)
      if (g_array_index (conflicts, WayDraftConflict, i).group == group)
        {
          const WayDraftGroup *it = g_ptr_array_index (groups, group);
          /* Translators: the title of a group, in quotation marks. */
          g_autofree char *quoted = g_strdup_printf (_ ("“%s”"), it->title);
          g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", quoted);
          break;
        }
  return g_string_free (titles, FALSE);
}

char *
way_draft_conflicts_text (const GPtrArray *groups, const GArray *conflicts)
{
  g_autofree char *titles = list_groups (groups, conflicts);
  guint n = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n += i == 0 || g_array_index (conflicts, WayDraftConflict, i).change !=
                       g_array_index (conflicts, WayDraftConflict, i - 1).change;
  if (n == 0)
    return g_strdup ("");
  if (*titles == '\0')
    return g_strdup_printf (ngettext ("%u of these needs the place of a block that stays.",
                                      "%u of these need the place of blocks that stay.", n),
                            n);
  /* Translators: a count of blocks, and the groups in the way: "2 of these need the place of blocks in “Core”." */
  return g_strdup_printf (ngettext ("%u of these needs the place of blocks in %s.",
                                    "%u of these need the place of blocks in %s.", n),
                          n, titles);
}

void
way_draft_groups_complete (const WayDraft *draft, GPtrArray *groups, const GPtrArray *blocks)
{
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GArray) conflicts = way_draft_conflicts (draft, groups, blocks);
      more = FALSE;
      for (guint i = 0; i < conflicts->len; i++)
        {
          guint at = g_array_index (conflicts, WayDraftConflict, i).group;
          if (at == WAY_DRAFT_NONE)
            continue;
          ((WayDraftGroup *) g_ptr_array_index (groups, at))->chosen = TRUE;
          more = TRUE;
        }
    }
}

/* Against what is stored now: whoever reviewed the draft has taken his time. */
static gboolean
check_room (const WayDraft *draft, const GPtrArray *groups, WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) blocks = way_schedule_load (store, G_MININT64 / 2, G_MAXINT64 / 2, error);

  if (blocks == NULL)
    return FALSE;
  g_autoptr (GArray) conflicts = way_draft_conflicts (draft, groups, blocks);
  g_autofree char *text = way_draft_conflicts_text (groups, conflicts);
  if (conflicts->len == 0)
    return TRUE;
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_CONFLICT, text);
  return FALSE;
}

gboolean
way_draft_apply_groups (const WayDraft *draft,
                        const GPtrArray *groups,
                        WayStore *store,
                        gint64 now_utc,
                        GError **error)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, draft->changes->len + 1);

  for (guint i = 0; i < draft->changes->len; i++)
    chosen[i] = is_chosen (groups, g_ptr_array_index (draft->changes, i));
  const char *name = draft->wish != NULL ? way_plan_wish_name (&draft->wish->wish) : _ ("Plan");
  if (!way_store_begin (store, name, now_utc, error))
    return FALSE;
  if (check_room (draft, groups, store, error) &&
      way_draft_apply_some (draft, chosen, store, now_utc, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}
