#include "app/widgets/row-item.h"

struct _WayRowItem
{
  GObject parent_instance;

  int kind;
  gint64 id;
  char *heading;
  GPtrArray *owner;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (WayRowItem, way_row_item, G_TYPE_OBJECT)

static guint changed_signal;

static void
way_row_item_finalize (GObject *object)
{
  WayRowItem *self = WAY_ROW_ITEM (object);

  g_free (self->heading);
  g_clear_pointer (&self->owner, g_ptr_array_unref);
  G_OBJECT_CLASS (way_row_item_parent_class)->finalize (object);
}

static void
way_row_item_class_init (WayRowItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_row_item_finalize;
  changed_signal = g_signal_new ("changed", WAY_TYPE_ROW_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
way_row_item_init (WayRowItem *self)
{
}

WayRowItem *
way_row_item_new_heading (const char *heading)
{
  WayRowItem *self = g_object_new (WAY_TYPE_ROW_ITEM, NULL);

  self->kind = WAY_ROW_HEADING;
  self->heading = g_strdup (heading);
  return self;
}

WayRowItem *
way_row_item_new (int kind, gint64 id, GPtrArray *owner, gpointer data)
{
  WayRowItem *self = g_object_new (WAY_TYPE_ROW_ITEM, NULL);

  self->kind = kind;
  self->id = id;
  self->owner = owner != NULL ? g_ptr_array_ref (owner) : NULL;
  self->data = data;
  return self;
}

int
way_row_item_get_kind (WayRowItem *self)
{
  return self->kind;
}

gint64
way_row_item_get_id (WayRowItem *self)
{
  return self->id;
}

const char *
way_row_item_get_heading (WayRowItem *self)
{
  return self->heading;
}

gpointer
way_row_item_get_data (WayRowItem *self)
{
  return self->data;
}

static gboolean
is_same (const WayRowItem *a, const WayRowItem *b)
{
  return a->kind == b->kind && a->id == b->id && g_strcmp0 (a->heading, b->heading) == 0;
}

/* The item at @position of @store becomes @item when both are the same thing. */
static gboolean
take_over (GListStore *store, guint position, const WayRowItem *item)
{
  g_autoptr (WayRowItem) old = g_list_model_get_item (G_LIST_MODEL (store), position);

  if (!is_same (old, item))
    return FALSE;
  if (item->owner != NULL)
    {
      g_ptr_array_ref (item->owner);
      g_ptr_array_unref (old->owner);
      old->owner = item->owner;
      old->data = item->data;
      g_signal_emit (old, changed_signal, 0);
    }
  return TRUE;
}

void
way_row_items_replace (GListStore *store, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store)), n_new = items->len;
  guint head = 0, tail = 0;

  while (head < MIN (n_old, n_new) && take_over (store, head, g_ptr_array_index (items, head)))
    head++;
  while (tail < MIN (n_old, n_new) - head &&
         take_over (store, n_old - tail - 1, g_ptr_array_index (items, n_new - tail - 1)))
    tail++;
  if (n_old > head + tail || n_new > head + tail)
    g_list_store_splice (store, head, n_old - head - tail, items->pdata + head,
                         n_new - head - tail);
  g_ptr_array_unref (items);
}
