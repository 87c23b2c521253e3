#include "app/widgets/choice-row.h"

#include <glib/gi18n.h>

/* What the positions mean: char *, on the row. */
static GPtrArray *
get_keys (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "way-keys");
}

void
way_choice_row_offer (AdwComboRow *row,
                      const WayGuide *guide,
                      WayGuideKind kind,
                      const char *format,
                      const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  const WayGuideItem *item;
  guint selected = 0;

  g_ptr_array_add (keys, g_strdup (""));
  gtk_string_list_append (names, _ ("Not chosen"));
  for (guint i = 0; (item = way_guide_get (guide, kind, i)) != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (format, item->title);
      if (g_str_equal (item->key, chosen))
        selected = keys->len;
      g_ptr_array_add (keys, g_strdup (item->key));
      gtk_string_list_append (names, name);
    }
  gtk_widget_set_visible (GTK_WIDGET (row), keys->len > 1);
  /* The keys first: who listens to the row asks for them. */
  g_object_set_data_full (G_OBJECT (row), "way-keys", keys, (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

const char *
way_choice_row_get_key (AdwComboRow *row)
{
  GPtrArray *keys = get_keys (row);
  guint selected = adw_combo_row_get_selected (row);

  return keys != NULL && selected < keys->len ? g_ptr_array_index (keys, selected) : "";
}

gboolean
way_choice_row_has_offer (AdwComboRow *row)
{
  return get_keys (row) != NULL;
}
