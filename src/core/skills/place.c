/* Where a skill stands in the matrix. */
#include "core/base/error.h"
#include "core/skills/change.h"
#include "core/skills/private.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static WaySkill *
find (GPtrArray *skills, gint64 id)
{
  for (guint i = 0; i < skills->len; i++)
    {
      WaySkill *skill = g_ptr_array_index (skills, i);
      if (skill->id == id)
        return skill;
    }
  return NULL;
}

/* Whether a skill can stand under the heading of @to, by its own choice or since it came there with its guide. */
static gboolean
check_group (const WaySkill *skill, const WaySkill *to, GError **error)
{
  if (to->own_group || (skill->kind == to->kind && skill->guide_id == to->guide_id))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               /* Translators: the title of a skill, then a heading */
               _ ("“%s” cannot stand under “%s”: only what came with it does. Give both a group of "
                  "your own to have them together."),
               skill->title, to->group);
  return FALSE;
}

/* (element-type WaySkill) those under the heading of @under in their new order (transfer container). */
static GPtrArray *
new_order (GPtrArray *skills, WaySkill *skill, gint64 before_id, const WaySkill *under)
{
  GPtrArray *order = g_ptr_array_new ();

  for (guint i = 0; i < skills->len; i++)
    {
      WaySkill *it = g_ptr_array_index (skills, i);
      if (it->id == before_id)
        g_ptr_array_add (order, skill);
      if (it != skill && g_str_equal (it->group, under->group))
        g_ptr_array_add (order, it);
    }
  if (before_id == 0)
    g_ptr_array_add (order, skill);
  return order;
}

static gboolean
write_places (WayStore *store, const GPtrArray *order, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE skill SET place = ?2 WHERE id = ?1 AND place IS NOT ?2");

  for (guint i = 0; i < order->len; i++)
    {
      const WaySkill *it = g_ptr_array_index (order, i);
      if (!way_statement_run (s, error, "ii", it->id, (gint64) i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_group (WayStore *store, const WaySkill *skill, const WaySkill *under, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE skill SET group_name = ?2 WHERE id = ?1 AND group_name <> ?2");

  if (g_str_equal (skill->group, under->group))
    return TRUE;
  return way_statement_run (s, error, "is", skill->id, under->own_group ? under->group : "");
}

gboolean
way_skill_move (WayStore *store, gint64 skill_id, gint64 before_id, gint64 now_utc, GError **error)
{
  g_autoptr (GPtrArray) skills = way_skills_load_rows (store, error);

  if (skills == NULL)
    return FALSE;
  WaySkill *skill = find (skills, skill_id);
  const WaySkill *under = before_id != 0 ? find (skills, before_id) : skill;
  if (skill == NULL || under == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, way_skill_gone ());
      return FALSE;
    }
  if (skill_id == before_id)
    return TRUE;
  if (!g_str_equal (skill->group, under->group) && !check_group (skill, under, error))
    return FALSE;
  g_autoptr (GPtrArray) order = new_order (skills, skill, before_id, under);
  if (!way_store_begin (store, _ ("Move Skill"), now_utc, error))
    return FALSE;
  if (write_group (store, skill, under, error) && write_places (store, order, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}
