#include "app/widgets/entry-list.h"

#include "app/widgets/form.h"

#include <glib/gi18n.h>

struct _WayEntryList
{
  AdwPreferencesGroup parent_instance;

  const WayEntryListFuncs *funcs;
  WayDate today;
  char *row_title;
  GtkWidget *add; /* the last row */
};

G_DEFINE_FINAL_TYPE (WayEntryList, way_entry_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_ROW_TITLE = 1,
  PROP_ADD_TITLE,
};

/* The list box that the group keeps its rows in. */
static GtkListBox *
get_box (WayEntryList *self)
{
  return GTK_LIST_BOX (gtk_widget_get_parent (self->add));
}

/* What the row says; %NULL with @error when it says nothing that can be read. */
static GArray *
read_row (WayEntryList *self, GtkWidget *row, GError **error)
{
  g_autoptr (GArray) elements = g_array_new (FALSE, FALSE, self->funcs->element_size);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text == '\0' || self->funcs->parse (text, self->today, elements, error)
             ? g_steal_pointer (&elements)
             : NULL;
}

static void
on_changed (GtkWidget *row, WayEntryList *self)
{
  g_autoptr (GArray) elements = read_row (self, row, NULL);
  g_autofree char *title = elements != NULL && elements->len > 0
                               ? self->funcs->describe (elements, self->today)
                               : g_strdup (self->row_title);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  /* Translators: the name of a button; what it removes, as "7 days off". */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);
  GtkWidget *remove = g_object_get_data (G_OBJECT (row), "way-remove");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  way_form_set_error (row, elements == NULL);
  gtk_widget_set_tooltip_text (remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The keyboard goes on to the next row, which is there always. */
static void
on_remove (GtkWidget *button, WayEntryList *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  gtk_widget_grab_focus (gtk_widget_get_next_sibling (row));
  gtk_list_box_remove (get_box (self), row);
}

static GtkWidget *
add_row (WayEntryList *self, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("way-remove-symbolic");
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->add));

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), remove);
  g_object_set_data (G_OBJECT (row), "way-remove", remove);
  way_form_set_notation (GTK_EDITABLE (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_connect (row, "changed", G_CALLBACK (on_changed), self);
  on_changed (row, self);
  gtk_list_box_insert (get_box (self), row, position);
  return row;
}

static void
on_add (WayEntryList *self)
{
  gtk_widget_grab_focus (add_row (self, ""));
}

void
way_entry_list_set_up (WayEntryList *self,
                       const WayEntryListFuncs *funcs,
                       const GArray *elements,
                       WayDate today)
{
  self->funcs = funcs;
  self->today = today;
  for (guint i = 0; i < elements->len; i++)
    {
      g_autofree char *text = funcs->format (elements->data + i * funcs->element_size);
      add_row (self, text);
    }
}

GArray *
way_entry_list_read (WayEntryList *self, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, self->funcs->element_size);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_box (self)));

  for (; row != self->add; row = gtk_widget_get_next_sibling (row))
    {
      g_autoptr (GArray) elements = read_row (self, row, error);
      if (elements == NULL)
        return NULL;
      g_array_append_vals (all, elements->data, elements->len);
    }
  return g_steal_pointer (&all);
}

static void
way_entry_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  WayEntryList *self = WAY_ENTRY_LIST (object);

  switch (id)
    {
    case PROP_ROW_TITLE:
      self->row_title = g_value_dup_string (value);
      break;
    case PROP_ADD_TITLE:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
way_entry_list_finalize (GObject *object)
{
  g_free (WAY_ENTRY_LIST (object)->row_title);
  G_OBJECT_CLASS (way_entry_list_parent_class)->finalize (object);
}

static void
way_entry_list_class_init (WayEntryListClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = way_entry_list_set_property;
  object_class->finalize = way_entry_list_finalize;
  g_object_class_install_property (object_class, PROP_ROW_TITLE,
                                   g_param_spec_string ("row-title", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_ADD_TITLE,
                                   g_param_spec_string ("add-title", NULL, NULL, "", flags));
}

static void
way_entry_list_init (WayEntryList *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("way-add-symbolic");

  self->add = adw_action_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add), icon);
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (on_add), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}
