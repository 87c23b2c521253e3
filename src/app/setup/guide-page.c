#include "app/setup/guide-page.h"

#include "app/setup/assistant.h"
#include "core/guide/library.h"
#include "core/guide/reader.h"

#include <glib/gi18n.h>

struct _WayGuidePage
{
  AdwBin parent_instance;

  GPtrArray *guides; /* of WayGuide *: one for each row, in order */
  guint chosen;
  GtkCheckButton *first;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (WayGuidePage, way_guide_page, ADW_TYPE_BIN)

static void
on_toggled (WayGuidePage *self, GtkCheckButton *check)
{
  if (gtk_check_button_get_active (check))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "way-index"));
}

static char *
guide_counts (const WayGuide *guide)
{
  guint phases = way_guide_count (guide, WAY_GUIDE_PHASE);
  guint items = way_guide_count (guide, WAY_GUIDE_CHECKLIST);
  g_autofree char *first = g_strdup_printf (ngettext ("%u phase", "%u phases", phases), phases);
  g_autofree char *second =
      g_strdup_printf (ngettext ("%u checklist item", "%u checklist items", items), items);

  /* Translators: a count of phases, a count of checklist items. */
  return g_strdup_printf (_ ("%s, %s"), first, second);
}

/* Takes @guide and chooses it when it is the first one or @choose. */
static void
add_guide (WayGuidePage *self, WayGuide *guide, gboolean choose)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (guide->title, -1);
  g_autofree char *counts = guide_counts (guide);
  g_autofree char *subtitle = g_markup_escape_text (*guide->summary ? guide->summary : counts, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, counts);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "way-index", GUINT_TO_POINTER (self->guides->len));
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->guides, guide);
  if (self->first == NULL)
    self->first = GTK_CHECK_BUTTON (check);
  if (choose || self->guides->len == 1)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static gboolean
is_listed (WayGuidePage *self, const char *slug)
{
  for (guint i = 0; i < self->guides->len; i++)
    if (g_str_equal (((const WayGuide *) g_ptr_array_index (self->guides, i))->slug, slug))
      return TRUE;
  return FALSE;
}

void
way_guide_page_set_store (WayGuidePage *self, WayStore *store)
{
  g_autoptr (GPtrArray) library = way_library_list (store, NULL);
  g_autoptr (GPtrArray) built_in = way_guide_read_built_in (NULL);

  for (guint i = 0; library != NULL && i < library->len; i++)
    {
      const WayLibraryGuide *entry = g_ptr_array_index (library, i);
      WayGuide *guide = way_library_load (store, entry->slug, NULL, NULL);
      if (guide != NULL)
        add_guide (self, guide, entry->planned);
    }
  while (built_in != NULL && built_in->len > 0)
    {
      WayGuide *guide = g_ptr_array_steal_index (built_in, 0);
      if (is_listed (self, guide->slug))
        way_guide_free (guide);
      else
        add_guide (self, guide, FALSE);
    }
}

void
way_guide_page_open (WayGuidePage *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  WayGuide *guide = way_guide_read_file (path, &error);

  if (guide == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "assistant.say", "s", error->message);
  else
    add_guide (self, guide, TRUE);
}

const WayGuide *
way_guide_page_get_guide (WayGuidePage *self)
{
  return g_ptr_array_index (self->guides, self->chosen);
}

static void
way_guide_page_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_GUIDE_PAGE (object)->guides);
  G_OBJECT_CLASS (way_guide_page_parent_class)->finalize (object);
}

static void
way_guide_page_class_init (WayGuidePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_guide_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/setup/guide-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayGuidePage, group);
}

static void
way_guide_page_init (WayGuidePage *self)
{
  self->guides = g_ptr_array_new_with_free_func ((GDestroyNotify) way_guide_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
