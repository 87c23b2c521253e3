#include "app/widgets/row-list.h"

typedef struct
{
  const WayRowFuncs *funcs;
  gpointer user_data;
} Binding;

static Binding *
binding_new (const WayRowFuncs *funcs, gpointer user_data)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->funcs = funcs;
  binding->user_data = user_data;
  return binding;
}

static void
binding_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static GtkWidget *
make_heading (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
fill (const Binding *binding, GtkWidget *row, WayRowItem *item)
{
  g_object_set_data (G_OBJECT (row), "way-item", item);
  if (way_row_item_get_kind (item) == WAY_ROW_HEADING)
    {
      gtk_label_set_text (GTK_LABEL (row), way_row_item_get_heading (item));
      /* A row that was here before may have named the entry. */
      gtk_accessible_reset_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                     GTK_ACCESSIBLE_PROPERTY_LABEL);
    }
  else
    binding->funcs->fill (row, item, binding->user_data);
}

static gboolean
is_activatable (const Binding *binding, WayRowItem *item)
{
  int kind = way_row_item_get_kind (item);

  return kind >= 0 && binding->funcs->activate != NULL &&
         (binding->funcs->activatable & (1u << kind)) != 0;
}

/* A recycled list item keeps its widget when the new entry is of the same kind. */
static GtkWidget *
row_for (const Binding *binding, GtkListItem *list_item, int kind)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  if (row == NULL || GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "way-kind")) != kind)
    {
      row = kind == WAY_ROW_HEADING ? make_heading () : binding->funcs->make (kind);
      g_object_set_data (G_OBJECT (row), "way-kind", GINT_TO_POINTER (kind));
      gtk_list_item_set_child (list_item, row);
    }
  return row;
}

static void
refill_list_item (GtkListItem *list_item, WayRowItem *item)
{
  fill (g_object_get_data (G_OBJECT (list_item), "way-binding"),
        gtk_list_item_get_child (list_item), item);
}

static void
on_item_changed (WayRowItem *item, GtkListItem *list_item)
{
  refill_list_item (list_item, item);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Binding *binding)
{
  WayRowItem *item = gtk_list_item_get_item (list_item);

  row_for (binding, list_item, way_row_item_get_kind (item));
  g_object_set_data (G_OBJECT (list_item), "way-binding", binding);
  /* Selectable, though nothing is selected: else a row without a control, as a heading at the top,
   * would keep the keyboard out of the whole list. */
  gtk_list_item_set_activatable (list_item, is_activatable (binding, item));
  g_signal_connect_object (item, "changed", G_CALLBACK (on_item_changed), list_item, 0);
  refill_list_item (list_item, item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), on_item_changed,
                                        list_item);
  g_object_set_data (G_OBJECT (gtk_list_item_get_child (list_item)), "way-item", NULL);
}

/* The widget of an entry, when it is on the screen. */
static GtkWidget *
find_row (GtkWidget *list, WayRowItem *item)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);
      if (child != NULL && g_object_get_data (G_OBJECT (child), "way-item") == item)
        return child;
    }
  return NULL;
}

static void
on_activate (GtkListView *list, guint position, const Binding *binding)
{
  g_autoptr (WayRowItem) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);
  GtkWidget *row = find_row (GTK_WIDGET (list), item);

  if (row != NULL && is_activatable (binding, item))
    binding->funcs->activate (row, item, binding->user_data);
}

void
way_row_list_set_up (GtkListView *list,
                     GListModel *model,
                     const WayRowFuncs *funcs,
                     gpointer user_data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (model));

  g_signal_connect_data (factory, "bind", G_CALLBACK (on_bind), binding_new (funcs, user_data),
                         binding_free, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  if (funcs->activate != NULL)
    {
      gtk_list_view_set_single_click_activate (list, TRUE);
      g_signal_connect_data (list, "activate", G_CALLBACK (on_activate),
                             binding_new (funcs, user_data), binding_free, 0);
    }
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
}

static void
on_box_item_changed (WayRowItem *item, GtkListBoxRow *box_row)
{
  fill (g_object_get_data (G_OBJECT (box_row), "way-binding"), gtk_list_box_row_get_child (box_row),
        item);
}

static GtkWidget *
make_box_row (gpointer object, gpointer user_data)
{
  WayRowItem *item = object;
  const Binding *binding = user_data;
  GtkWidget *box_row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (box_row), is_activatable (binding, item));
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (box_row), FALSE);
  gtk_widget_set_focusable (box_row, is_activatable (binding, item));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (box_row),
                              binding->funcs->make (way_row_item_get_kind (item)));
  g_object_set_data (G_OBJECT (box_row), "way-binding", user_data);
  g_signal_connect_object (item, "changed", G_CALLBACK (on_box_item_changed), box_row, 0);
  on_box_item_changed (item, GTK_LIST_BOX_ROW (box_row));
  return box_row;
}

static void
on_row_activated (GtkListBox *box, GtkListBoxRow *box_row, const Binding *binding)
{
  GtkWidget *row = gtk_list_box_row_get_child (box_row);

  binding->funcs->activate (row, g_object_get_data (G_OBJECT (row), "way-item"),
                            binding->user_data);
}

void
way_row_box_set_up (GtkListBox *box,
                    GListModel *model,
                    const WayRowFuncs *funcs,
                    gpointer user_data)
{
  if (funcs->activate != NULL)
    g_signal_connect_data (box, "row-activated", G_CALLBACK (on_row_activated),
                           binding_new (funcs, user_data), binding_free, 0);
  gtk_list_box_bind_model (box, model, make_box_row, binding_new (funcs, user_data), g_free);
}

void
way_row_list_focus (GtkWidget *list, int kind, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *child = gtk_widget_get_first_child (row);
      WayRowItem *item = child != NULL ? g_object_get_data (G_OBJECT (child), "way-item") : NULL;
      if (item == NULL || way_row_item_get_kind (item) != kind || way_row_item_get_id (item) != id)
        continue;
      gtk_widget_grab_focus (row);
      return;
    }
}
