#include "core/guide/private.h"

#include <string.h>

static const char *const kind_words[] = {
  "phase",   "area",     "expectation",     "band",     "role-emphasis", "checklist",
  "mistake", "practice", "practice-reason", "question", "faq",           "resource",
  "skill",   "role",     "reader",          "example",  "trigger",       "related",
};
G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == WAY_GUIDE_N_KINDS);

const char *
way_guide_kind_to_string (WayGuideKind kind)
{
  return kind_words[kind];
}

int
way_guide_kind_from_string (const char *word)
{
  for (int kind = 0; kind < WAY_GUIDE_N_KINDS; kind++)
    if (g_strcmp0 (word, kind_words[kind]) == 0)
      return kind;
  return -1;
}

void
way_guide_item_free (WayGuideItem *item)
{
  if (item == NULL)
    return;
  g_free (item->key);
  g_free (item->title);
  g_free (item->detail);
  g_free (item->extra);
  g_free (item);
}

WayGuide *
way_guide_new (void)
{
  WayGuide *guide = g_new0 (WayGuide, 1);

  guide->slug = g_strdup ("");
  guide->title = g_strdup ("");
  guide->summary = g_strdup ("");
  guide->updated = g_strdup ("");
  guide->origin = g_strdup ("text");
  guide->content_hash = g_strdup ("");
  guide->items = g_ptr_array_new_with_free_func ((GDestroyNotify) way_guide_item_free);
  guide->notes = g_ptr_array_new_with_free_func (g_free);
  return guide;
}

void
way_guide_free (WayGuide *guide)
{
  if (guide == NULL)
    return;
  g_free (guide->slug);
  g_free (guide->title);
  g_free (guide->summary);
  g_free (guide->updated);
  g_free (guide->origin);
  g_free (guide->content_hash);
  g_ptr_array_unref (guide->items);
  g_ptr_array_unref (guide->notes);
  g_free (guide);
}

guint
way_guide_count (const WayGuide *guide, WayGuideKind kind)
{
  guint count = 0;

  for (guint i = 0; i < guide->items->len; i++)
    count += ((const WayGuideItem *) g_ptr_array_index (guide->items, i))->kind == kind;
  return count;
}

const WayGuideItem *
way_guide_get (const WayGuide *guide, WayGuideKind kind, guint index)
{
  for (guint i = 0; i < guide->items->len; i++)
    {
      const WayGuideItem *item = g_ptr_array_index (guide->items, i);
      if (item->kind == kind && index-- == 0)
        return item;
    }
  return NULL;
}

char *
way_guide_slug (const char *text)
{
  g_autofree char *plain = g_str_to_ascii (text, "C");
  GString *slug = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *at = plain; *at != '\0' && slug->len < 80; at++)
    if (g_ascii_isalnum (*at))
      {
        if (gap && slug->len > 0)
          g_string_append_c (slug, '-');
        gap = FALSE;
        g_string_append_c (slug, g_ascii_tolower (*at));
      }
    else if (*at == '+')
      g_string_append (slug, "-plus"); /* "12+" is not "12" */
    else
      gap = TRUE;
  /* A title in a script that has no ASCII form still needs a key. */
  if (slug->len == 0 || strspn (slug->str, "?-") == slug->len)
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_string_assign (slug, "x-");
      g_string_append_len (slug, hash, 16);
    }
  return g_string_free (slug, FALSE);
}

WayGuideItem *
way_guide_add (WayGuide *guide,
               WayGuideKind kind,
               int line,
               const char *title,
               const char *detail,
               const char *extra)
{
  WayGuideItem *item = g_new0 (WayGuideItem, 1);

  item->kind = kind;
  item->line = line;
  item->title = g_strstrip (g_strdup (title));
  item->detail = g_strstrip (g_strdup (detail));
  item->extra = g_strstrip (g_strdup (extra));
  item->key = way_guide_slug (item->title);
  g_ptr_array_add (guide->items, item);
  return item;
}
