/* The agenda: the blocks by day. It opens at today with a few screens of blocks; more comes when the end is reached, or
 * when it is asked for. A list makes the widgets of its first 200 rows at once, which takes longer than a view may. */
#include "app/schedule/agenda-view.h"

#include "app/format.h"
#include "app/session.h"
#include "app/widgets/block-row.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/row-list.h"

#include <glib/gi18n.h>

#define BLOCKS_BEHIND 10
#define BLOCKS_AHEAD  25
#define MOST_DAYS     400

/* Kinds of rows. */
enum
{
  ROW_BLOCK,
  ROW_EARLIER,
  ROW_LATER,
};

struct _WayAgendaView
{
  AdwBin parent_instance;

  WayStore *store;
  WayZone *zone;
  GListStore *rows;
  WayDate from_date, to_date; /* what is shown; the last day is not */
  guint first_ahead;          /* position of the first row that is not past */
  gboolean more;              /* there are blocks behind the last day */
  gboolean opened;            /* it was shown before: the scroll position is the person's */
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WayAgendaView, way_agenda_view, ADW_TYPE_BIN)

enum
{
  BLOCK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_more (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (button, 12);
  gtk_widget_set_margin_bottom (button, 12);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_row (int kind)
{
  if (kind == ROW_EARLIER)
    return make_more (_ ("Show _Earlier Blocks"), "agenda.earlier");
  if (kind == ROW_LATER)
    return make_more (_ ("Show _Later Blocks"), "agenda.later");
  return way_block_row_new ();
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  if (way_row_item_get_kind (item) == ROW_BLOCK)
    way_block_row_set_block (WAY_BLOCK_ROW (row), way_row_item_get_data (item),
                             WAY_AGENDA_VIEW (user_data)->zone);
}

static void
on_row_activated (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (user_data), &bounds))
    return;
  GdkRectangle area = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                        (int) bounds.size.height };
  g_signal_emit (user_data, signals[BLOCK_ACTIVATED], 0, way_row_item_get_id (item), &area);
}

static void
add_blocks (WayAgendaView *self, GPtrArray *items, WayDate today)
{
  g_autoptr (GPtrArray) blocks =
      way_schedule_load (self->store, way_zone_to_utc (self->zone, self->from_date, 0),
                         way_zone_to_utc (self->zone, self->to_date, 0), NULL);
  WayDate day = WAY_DATE_NONE;

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
      g_ptr_array_add (items, way_row_item_new (ROW_BLOCK, block->id, blocks, block));
    }
}

/* The first day of as many days behind @date as have @n blocks, or, when @direction is 1 and not -1, the last of those
 * ahead of it. */
static WayDate
reach (WayAgendaView *self, WayDate date, int direction, guint n)
{
  for (int days = 1;; days *= 2)
    {
      WayDate to = date + direction * MIN (days, MOST_DAYS);
      g_autoptr (GPtrArray) blocks =
          way_schedule_load (self->store, way_zone_to_utc (self->zone, MIN (date, to), 0),
                             way_zone_to_utc (self->zone, MAX (date, to), 0), NULL);
      if (days >= MOST_DAYS || (blocks != NULL && blocks->len >= n))
        return to;
    }
}

/* The days to begin with; a plan that lies far ahead is shown from where it is. */
static void
set_range (WayAgendaView *self, WayDate today)
{
  gint64 next = way_schedule_next (self->store, way_zone_to_utc (self->zone, today, 0), NULL);
  WayDate ahead = next != G_MAXINT64 ? way_zone_to_local (self->zone, next, NULL) : today;

  self->from_date = reach (self, today, -1, BLOCKS_BEHIND);
  self->to_date = reach (self, MAX (today, ahead), 1, BLOCKS_AHEAD);
}

/* Scrolling to the end first brings the row to the top of the view. */
static void
open_at_today (WayAgendaView *self)
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

static void
reload (GtkWidget *view)
{
  WayAgendaView *self = WAY_AGENDA_VIEW (view);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  WayDate today = way_session_today (self->store);

  self->first_ahead = 0;
  g_clear_pointer (&self->zone, way_zone_free);
  self->zone = way_session_zone (self->store);
  if (self->to_date == 0)
    set_range (self, today);
  gint64 first = way_schedule_next (self->store, G_MININT64 / 2, NULL);
  if (first < way_zone_to_utc (self->zone, self->from_date, 0))
    g_ptr_array_add (items, way_row_item_new (ROW_EARLIER, 0, NULL, NULL));
  add_blocks (self, items, today);
  self->more = way_schedule_next (self->store, way_zone_to_utc (self->zone, self->to_date, 0),
                                  NULL) != G_MAXINT64;
  if (self->more)
    g_ptr_array_add (items, way_row_item_new (ROW_LATER, 0, NULL, NULL));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "content" : "empty");
  way_row_items_replace (self->rows, items);
  open_at_today (self);
}

void
way_agenda_view_focus_block (WayAgendaView *self, gint64 block_id)
{
  way_row_list_focus (GTK_WIDGET (self->list), ROW_BLOCK, block_id);
}

void
way_agenda_view_show_block (WayAgendaView *self, gint64 block_id, WayDate date)
{
  guint n;

  if (date < self->from_date || date >= self->to_date)
    {
      self->from_date = MIN (self->from_date, date);
      self->to_date = MAX (self->to_date, date + 1);
      reload (GTK_WIDGET (self));
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WayRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      if (way_row_item_get_kind (item) != ROW_BLOCK || way_row_item_get_id (item) != block_id)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", n - 1);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u",
                                  MAX (i, 1) - 1);
      way_agenda_view_focus_block (self, block_id);
    }
}

static void
on_earlier (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayAgendaView *self = WAY_AGENDA_VIEW (widget);

  self->from_date = reach (self, self->from_date, -1, BLOCKS_AHEAD);
  reload (widget);
}

static void
on_later (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayAgendaView *self = WAY_AGENDA_VIEW (widget);

  self->to_date = reach (self, self->to_date, 1, BLOCKS_AHEAD);
  reload (widget);
}

static gboolean
on_end (gpointer data)
{
  WayAgendaView *self = data;

  if (self->store != NULL && self->more)
    on_later (data, NULL, NULL);
  return G_SOURCE_REMOVE;
}

/* Rows cannot come while the list scrolls itself. */
static void
on_edge (WayAgendaView *self, GtkPositionType edge)
{
  if (edge == GTK_POS_BOTTOM)
    g_idle_add_full (GDK_PRIORITY_REDRAW - 10, on_end, g_object_ref (self), g_object_unref);
}

void
way_agenda_view_set_store (WayAgendaView *self, WayStore *store)
{
  static const WayRowFuncs funcs = { make_row, fill_row, on_row_activated, 1u << ROW_BLOCK };

  self->store = g_object_ref (store);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_agenda_view_dispose (GObject *object)
{
  WayAgendaView *self = WAY_AGENDA_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->zone, way_zone_free);
  G_OBJECT_CLASS (way_agenda_view_parent_class)->dispose (object);
}

static void
way_agenda_view_class_init (WayAgendaViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_agenda_view_dispose;
  signals[BLOCK_ACTIVATED] =
      g_signal_new ("block-activated", WAY_TYPE_AGENDA_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, GDK_TYPE_RECTANGLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/schedule/agenda-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayAgendaView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayAgendaView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_edge);
  gtk_widget_class_install_action (widget_class, "agenda.earlier", NULL, on_earlier);
  gtk_widget_class_install_action (widget_class, "agenda.later", NULL, on_later);
}

static void
way_agenda_view_init (WayAgendaView *self)
{
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
