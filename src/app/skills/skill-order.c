#include "app/skills/skill-order.h"

#include "app/widgets/row-item.h"

/* The skill of the entry at @i; 0 for a heading, or where the list ends. */
static gint64
skill_at (GListModel *rows, int i)
{
  g_autoptr (WayRowItem) item = i >= 0 ? g_list_model_get_item (rows, (guint) i) : NULL;

  return item != NULL && way_row_item_get_kind (item) >= 0 ? way_row_item_get_id (item) : 0;
}

static int
find (GListModel *rows, gint64 skill_id)
{
  int n = (int) g_list_model_get_n_items (rows);

  for (int i = 0; i < n; i++)
    if (skill_at (rows, i) == skill_id)
      return i;
  return -1;
}

gboolean
way_skill_order_step (GListModel *rows, gint64 skill_id, int direction, gint64 *before_id)
{
  int n = (int) g_list_model_get_n_items (rows), at = find (rows, skill_id);
  int next = at + direction;

  /* Over a heading into the group beside it. */
  while (next >= 0 && next < n && skill_at (rows, next) == 0)
    next += direction;
  if (at < 0 || next < 0 || next >= n)
    return FALSE;
  *before_id = direction > 0 && next == at + 1 ? skill_at (rows, next + 1) : skill_at (rows, next);
  return TRUE;
}

gboolean
way_skill_order_drop (GListModel *rows,
                      gint64 skill_id,
                      gint64 target_id,
                      gboolean after,
                      gint64 *before_id)
{
  int from = find (rows, skill_id), to = find (rows, target_id);

  if (from < 0 || to < 0 || from == to || to == from + (after ? -1 : 1))
    return FALSE;
  *before_id = after ? skill_at (rows, to + 1) : target_id;
  /* After the last one of another group: the end is only that of its own group, so it comes before that one. */
  for (int i = MIN (from, to); *before_id == 0 && i < MAX (from, to); i++)
    if (skill_at (rows, i) == 0)
      *before_id = target_id;
  return TRUE;
}
