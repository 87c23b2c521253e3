/* The groups of a draft, and which of them are chosen. */
#include "core/planner/draft-choice.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>

static void
group_free (WayDraftGroup *group)
{
  g_free (group->title);
  g_free (group);
}

/* Who is in which group. */
static WayDraftGroup
group_for (const WayChange *change)
{
  gboolean study = change->kind == WAY_BLOCK_STUDY;

  return (WayDraftGroup) { .guide_id = change->guide_id,
                           .kind = change->kind,
                           .phase_id = study ? change->phase_id : 0,
                           .gap_work_id = study ? change->gap_work_id : 0 };
}

static gboolean
is_same (const WayDraftGroup *a, const WayDraftGroup *b)
{
  return a->guide_id == b->guide_id && a->kind == b->kind && a->phase_id == b->phase_id &&
         a->gap_work_id == b->gap_work_id;
}

guint
way_draft_group_of (const GPtrArray *groups, const WayChange *change)
{
  WayDraftGroup wanted = group_for (change);

  for (guint i = 0; i < groups->len; i++)
    if (is_same (g_ptr_array_index (groups, i), &wanted))
      return i;
  return WAY_DRAFT_NONE;
}

static const char *
plain_title (const WayChange *change)
{
  switch (change->kind)
    {
    case WAY_BLOCK_MOCK:
      return _ ("Mock interviews");
    case WAY_BLOCK_DRILL:
      return _ ("Drills");
    case WAY_BLOCK_REVIEW:
      return _ ("Reviews");
    case WAY_BLOCK_STUDY:
    default:
      if (*change->gap_title != '\0')
        return change->gap_title;
      return *change->phase_title != '\0' ? change->phase_title : _ ("Study");
    }
}

/* Whether another group of the draft has the same title. */
static gboolean
needs_guide (const WayDraft *draft, const WayChange *change)
{
  WayDraftGroup own = group_for (change);

  for (guint i = 0; i < draft->changes->len; i++)
    {
      const WayChange *it = g_ptr_array_index (draft->changes, i);
      WayDraftGroup other = group_for (it);
      if (!is_same (&own, &other) && g_str_equal (plain_title (it), plain_title (change)))
        return *change->guide_title != '\0';
    }
  return FALSE;
}

static WayDraftGroup *
add_group (const WayDraft *draft, GPtrArray *groups, const WayChange *change)
{
  WayDraftGroup *group = g_new0 (WayDraftGroup, 1);

  *group = group_for (change);
  group->chosen = TRUE;
  if (needs_guide (draft, change))
    /* Translators: a group of blocks, and its guide: "Core (Learning Distributed Systems)" */
    group->title = g_strdup_printf (_ ("%s (%s)"), plain_title (change), change->guide_title);
  else
    group->title = g_strdup (plain_title (change));
  g_ptr_array_add (groups, group);
  return group;
}

/* Those of a guide together, kind by kind; what was found first stays first: phases are in order of time. */
static void
sort_groups (GPtrArray *groups)
{
  g_autofree WayDraftGroup **found = g_memdup2 (groups->pdata, groups->len * sizeof (gpointer));
  guint n = 0;

  for (guint first = 0; first < groups->len; first++)
    for (WayBlockKind kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
      for (guint i = first; i < groups->len; i++)
        {
          gboolean head = TRUE;
          for (guint k = 0; k < first; k++)
            head = head && found[k]->guide_id != found[first]->guide_id;
          if (head && found[i]->guide_id == found[first]->guide_id && found[i]->kind == kind)
            groups->pdata[n++] = found[i];
        }
}

GPtrArray *
way_draft_groups_new (const WayDraft *draft)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < draft->changes->len; i++)
    {
      const WayChange *change = g_ptr_array_index (draft->changes, i);
      guint at = way_draft_group_of (groups, change);
      WayDraftGroup *group =
          at != WAY_DRAFT_NONE ? g_ptr_array_index (groups, at) : add_group (draft, groups, change);
      group->added += change->change == WAY_CHANGE_ADDED;
      group->moved += change->change == WAY_CHANGE_MOVED;
      group->removed += change->change == WAY_CHANGE_REMOVED;
    }
  sort_groups (groups);
  return groups;
}

void
way_draft_groups_follow (GPtrArray *groups, const GPtrArray *from)
{
  for (guint i = 0; i < groups->len; i++)
    for (guint k = 0; k < from->len; k++)
      {
        WayDraftGroup *group = g_ptr_array_index (groups, i);
        const WayDraftGroup *it = g_ptr_array_index (from, k);
        if (is_same (it, group))
          group->chosen = it->chosen;
      }
}

int
way_draft_groups_count (const GPtrArray *groups)
{
  int n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const WayDraftGroup *it = g_ptr_array_index (groups, i);
      n += it->chosen ? it->added + it->moved + it->removed : 0;
    }
  return n;
}

static char *
list_titles (const GPtrArray *groups)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const WayDraftGroup *it = g_ptr_array_index (groups, i);
      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "", it->title);
    }
  return g_string_free (titles, FALSE);
}

static gboolean
choose_one (GPtrArray *groups, const char *name, GError **error)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < groups->len; i++)
    {
      WayDraftGroup *it = g_ptr_array_index (groups, i);
      g_autofree char *title = g_utf8_casefold (it->title, -1);
      if (!g_str_equal (title, wanted))
        continue;
      it->chosen = TRUE;
      return TRUE;
    }
  g_autofree char *titles = list_titles (groups);
  if (groups->len == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no “%s” in this draft: it changes nothing."), name);
  else
    /* Translators: a name that was asked for, and those that there are. */
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no “%s” in this draft. It has: %s."), name, titles);
  return FALSE;
}

gboolean
way_draft_groups_choose (GPtrArray *groups, const char *const *names, GError **error)
{
  for (guint i = 0; i < groups->len; i++)
    ((WayDraftGroup *) g_ptr_array_index (groups, i))->chosen = FALSE;
  for (const char *const *name = names; *name != NULL; name++)
    if (!choose_one (groups, *name, error))
      return FALSE;
  return TRUE;
}
