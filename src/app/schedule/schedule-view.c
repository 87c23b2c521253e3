/* The agenda: all blocks by day. It opens at today; what is past is above. */
#include "app/schedule/schedule-view.h"

#include "app/format.h"
#include "app/session.h"
#include "app/widgets/block-row.h"
#include "app/widgets/row-list.h"

#include <glib/gi18n.h>

struct _WayScheduleView
{
  AdwBin parent_instance;

  WayStore *store;
  WayZone *zone;
  GListStore *rows;
  guint first_ahead; /* position of the first row that is not past */
  gboolean opened;   /* it was shown before: the scroll position is the person's */
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WayScheduleView, way_schedule_view, ADW_TYPE_BIN)

static GtkWidget *
make_row (int kind)
{
  return way_block_row_new ();
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  way_block_row_set_block (WAY_BLOCK_ROW (row), way_row_item_get_data (item),
                           WAY_SCHEDULE_VIEW (user_data)->zone);
}

static void
reload (WayScheduleView *self)
{
  g_autoptr (GPtrArray) blocks =
      way_schedule_load (self->store, G_MININT64 / 2, G_MAXINT64 / 2, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  WayDate day = WAY_DATE_NONE, today = way_session_today (self->store);

  self->first_ahead = 0;
  g_clear_pointer (&self->zone, way_zone_free);
  self->zone = way_session_zone (self->store);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      WayBlock *block = g_ptr_array_index (blocks, i);
      WayDate date = way_zone_to_local (self->zone, block->start_utc, NULL);
      if (date != day)
        {
          g_autofree char *heading = way_format_day (date);
          g_ptr_array_add (items, way_row_item_new_heading (heading));
        }
      day = date;
      if (date < today)
        self->first_ahead = items->len + 1;
      g_ptr_array_add (items, way_row_item_new (0, block->id, blocks, block));
    }
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "content" : "empty");
  way_row_items_replace (self->rows, items);
}

/* Scrolling to the end first brings the row to the top of the view. */
static void
on_map (WayScheduleView *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  if (self->opened || n == 0)
    return;
  self->opened = TRUE;
  if (self->first_ahead == 0 || self->first_ahead >= n)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", n - 1);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                              self->first_ahead);
}

void
way_schedule_view_set_store (WayScheduleView *self, WayStore *store)
{
  static const WayRowFuncs funcs = { make_row, fill_row };

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  reload (self);
}

static void
way_schedule_view_dispose (GObject *object)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->zone, way_zone_free);
  G_OBJECT_CLASS (way_schedule_view_parent_class)->dispose (object);
}

static void
way_schedule_view_class_init (WayScheduleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_schedule_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/schedule/schedule-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_map);
}

static void
way_schedule_view_init (WayScheduleView *self)
{
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
