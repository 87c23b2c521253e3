#include "app/widgets/form-list.h"

#include <glib/gi18n.h>

#define REMOVE "way-remove"

struct _WayFormList
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *add; /* the last row */
};

G_DEFINE_FINAL_TYPE (WayFormList, way_form_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_ADD_TITLE = 1,
};

enum
{
  ADD,
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The list box that the group keeps its rows in. */
static GtkListBox *
get_box (WayFormList *self)
{
  return GTK_LIST_BOX (gtk_widget_get_parent (self->add));
}

/* The keyboard goes on to the next row, which is there always. */
static void
on_remove (GtkWidget *button, WayFormList *self)
{
  GtkWidget *row = g_object_get_data (G_OBJECT (button), REMOVE);

  gtk_widget_child_focus (gtk_widget_get_next_sibling (row), GTK_DIR_TAB_FORWARD);
  gtk_list_box_remove (get_box (self), row);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The first entry in @row. */
static GtkWidget *
find_entry (GtkWidget *row)
{
  GtkWidget *found = ADW_IS_ENTRY_ROW (row) ? row : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);
  return found;
}

void
way_form_list_append (WayFormList *self, AdwExpanderRow *row, gboolean open)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("way-remove-symbolic");
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (self->add));

  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_object_set_data (G_OBJECT (remove), REMOVE, row);
  g_object_set_data (G_OBJECT (row), REMOVE, remove);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (on_remove), self, 0);
  adw_expander_row_add_action (row, remove);
  way_form_list_set_title (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  gtk_list_box_insert (get_box (self), GTK_WIDGET (row), position);
  adw_expander_row_set_expanded (row, open);
  if (open)
    gtk_widget_grab_focus (find_entry (GTK_WIDGET (row)));
  g_signal_emit (self, signals[CHANGED], 0);
}

GPtrArray *
way_form_list_get_rows (WayFormList *self)
{
  GPtrArray *rows = g_ptr_array_new ();
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (get_box (self)));

  for (; row != self->add; row = gtk_widget_get_next_sibling (row))
    g_ptr_array_add (rows, row);
  return rows;
}

void
way_form_list_set_title (AdwExpanderRow *row, const char *title)
{
  GtkWidget *remove = g_object_get_data (G_OBJECT (row), REMOVE);
  /* Translators: the name of a button; what it removes, as "7 days off". */
  g_autofree char *name = g_strdup_printf (_ ("Remove %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (remove == NULL)
    return;
  gtk_widget_set_tooltip_text (remove, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_add (WayFormList *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
way_form_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  WayFormList *self = WAY_FORM_LIST (object);

  switch (id)
    {
    case PROP_ADD_TITLE:
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
way_form_list_class_init (WayFormListClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = way_form_list_set_property;
  g_object_class_install_property (object_class, PROP_ADD_TITLE,
                                   g_param_spec_string ("add-title", NULL, NULL, "", flags));
  signals[ADD] = g_signal_new ("add", WAY_TYPE_FORM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_FORM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
way_form_list_init (WayFormList *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("way-add-symbolic");

  self->add = adw_action_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->add), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self->add), icon);
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (on_add), self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->add);
}
