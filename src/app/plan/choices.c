#include "app/plan/choices.h"

#include "core/guide/library.h"
#include "core/planner/settings.h"

static gboolean
has_item (const WayGuide *guide, const WayGuideItem *item)
{
  const WayGuideItem *it;

  for (guint i = 0; (it = way_guide_get (guide, item->kind, i)) != NULL; i++)
    if (g_str_equal (it->key, item->key))
      return TRUE;
  return FALSE;
}

static void
take_items (WayGuide *choices, WayGuide *guide, WayGuideKind kind)
{
  for (guint i = 0; i < guide->items->len;)
    {
      WayGuideItem *item = g_ptr_array_index (guide->items, i);
      if (item->kind == kind && !has_item (choices, item))
        g_ptr_array_add (choices->items, g_ptr_array_steal_index (guide->items, i));
      else
        i++;
    }
}

WayGuide *
way_plan_choices (WayStore *store)
{
  WayGuide *choices = way_guide_new ();
  g_autoptr (GPtrArray) followed = way_plan_followed_guides (store, NULL);
  g_autoptr (GPtrArray) guides = g_ptr_array_new_with_free_func ((GDestroyNotify) way_guide_free);

  for (guint i = 0; followed != NULL && i < followed->len; i++)
    {
      const WayFollowedGuide *it = g_ptr_array_index (followed, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, it->guide_id);
      WayGuide *guide = way_library_load (store, id, NULL, NULL);
      if (guide != NULL)
        g_ptr_array_add (guides, guide);
    }
  /* Kind by kind: the items of a guide are grouped so. */
  for (guint i = 0; i < guides->len; i++)
    take_items (choices, g_ptr_array_index (guides, i), WAY_GUIDE_BAND);
  for (guint i = 0; i < guides->len; i++)
    take_items (choices, g_ptr_array_index (guides, i), WAY_GUIDE_ROLE_EMPHASIS);
  return choices;
}
