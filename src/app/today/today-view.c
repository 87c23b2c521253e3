/* What to do now: the next block, the rest of today, what is due, and the week in one figure. */
#include "app/today/today-view.h"

#include "app/format.h"
#include "app/roadmap/point-row.h"
#include "app/session.h"
#include "app/widgets/block-row.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/row-list.h"

#include <glib/gi18n.h>

#define DUE_AHEAD_DAYS 14

struct _WayTodayView
{
  AdwBin parent_instance;

  WayStore *store;
  WayZone *zone;
  GListStore *blocks; /* of WayRowItem */
  GListStore *due;
  WayDate shown_date;
  guint timer;
  GtkStack *stack;
  GtkLabel *date_label;
  GtkLabel *week_label;
  GtkProgressBar *week_bar;
  GtkListBox *blocks_list;
  GtkLabel *blocks_label;
  GtkListBox *due_list;
  GtkWidget *due_group;
};

G_DEFINE_FINAL_TYPE (WayTodayView, way_today_view, ADW_TYPE_BIN)

static void
show_week (WayTodayView *self, WayDate today)
{
  WayDate monday = way_date_week_start (today);
  g_autoptr (GPtrArray) blocks =
      way_schedule_load (self->store, way_zone_to_utc (self->zone, monday, 0),
                         way_zone_to_utc (self->zone, monday + 7, 0), NULL);
  int planned = 0, done = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (blocks, i);
      int minutes = (int) ((block->end_utc - block->start_utc) / 60);
      planned += minutes;
      done += g_str_equal (block->state, "done") ? minutes : 0;
    }
  g_autofree char *planned_text = way_format_minutes (planned);
  g_autofree char *done_text = way_format_minutes (done);
  /* Translators: hours done, hours planned: "2 h of 6 h done this week" */
  g_autofree char *text =
      planned > 0 ? g_strdup_printf (_ ("%s of %s done this week"), done_text, planned_text)
                  : g_strdup (_ ("Nothing is planned for this week"));
  gtk_label_set_text (self->week_label, text);
  gtk_progress_bar_set_fraction (self->week_bar, planned > 0 ? (double) done / planned : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->week_bar), planned > 0);
}

static char *
blocks_heading (WayDate day, WayDate today)
{
  if (day == WAY_DATE_NONE)
    return g_strdup (_ ("No blocks ahead"));
  if (day == today)
    return g_strdup (_ ("Today"));
  g_autofree char *text = way_format_day (day);
  /* Translators: the next day that has blocks. */
  return g_strdup_printf (_ ("Next: %s"), text);
}

/* Today's blocks; without any, those of the next day that has some. */
static void
show_blocks (WayTodayView *self, WayDate today)
{
  gint64 next = way_schedule_next (self->store, way_zone_to_utc (self->zone, today, 0), NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  WayDate day =
      next != G_MAXINT64 ? MAX (today, way_zone_to_local (self->zone, next, NULL)) : WAY_DATE_NONE;
  g_autoptr (GPtrArray) blocks =
      day != WAY_DATE_NONE ? way_schedule_load (self->store, way_zone_to_utc (self->zone, day, 0),
                                                way_zone_to_utc (self->zone, day + 1, 0), NULL)
                           : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      WayBlock *block = g_ptr_array_index (blocks, i);
      g_ptr_array_add (items, way_row_item_new (0, block->id, blocks, block));
    }
  way_row_items_replace (self->blocks, items);
  g_autofree char *heading = blocks_heading (day, today);
  gtk_label_set_text (self->blocks_label, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks_list), day != WAY_DATE_NONE);
}

static void
show_due (WayTodayView *self, const WayRoadmap *roadmap, WayDate today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  WayDate limit = MAX (today, roadmap->start_date) + DUE_AHEAD_DAYS;

  for (guint i = 0; i < roadmap->points->len; i++)
    {
      WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      /* What was done today stays in sight until tomorrow. */
      if (point->due_date > limit ||
          (point->done_date != WAY_DATE_NONE && point->done_date != today))
        continue;
      g_ptr_array_add (items,
                       way_row_item_new (point->checklist, point->id, roadmap->points, point));
    }
  gtk_widget_set_visible (self->due_group, items->len > 0);
  way_row_items_replace (self->due, items);
}

static GtkWidget *
make_block_row (int kind)
{
  return way_block_row_new ();
}

static void
fill_block_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  way_block_row_set_block (WAY_BLOCK_ROW (row), way_row_item_get_data (item),
                           WAY_TODAY_VIEW (user_data)->zone);
}

static GtkWidget *
make_point_row (int kind)
{
  return way_point_row_new ();
}

static void
fill_point_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  way_point_row_set_point (WAY_POINT_ROW (row), way_row_item_get_data (item),
                           WAY_TODAY_VIEW (user_data)->shown_date);
}

static void
reload (GtkWidget *view)
{
  WayTodayView *self = WAY_TODAY_VIEW (view);
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (self->store, NULL);
  WayDate today = way_session_today (self->store);
  g_autofree char *day = way_format_day (today);
  gboolean planned = roadmap != NULL && roadmap->phases->len > 0;

  self->shown_date = today;
  g_clear_pointer (&self->zone, way_zone_free);
  self->zone = way_session_zone (self->store);
  gtk_stack_set_visible_child_name (self->stack, planned ? "content" : "empty");
  gtk_label_set_text (self->date_label, day);
  if (!planned)
    return;
  show_week (self, today);
  show_blocks (self, today);
  show_due (self, roadmap, today);
}

/* Right after midnight and after resume: a look at the clock twice a minute costs nothing. */
static gboolean
on_tick (gpointer data)
{
  WayTodayView *self = data;

  if (way_session_today (self->store) != self->shown_date)
    reload (GTK_WIDGET (self));
  return G_SOURCE_CONTINUE;
}

void
way_today_view_set_store (WayTodayView *self, WayStore *store)
{
  static const WayRowFuncs block_rows = { make_block_row, fill_block_row };
  static const WayRowFuncs point_rows = { make_point_row, fill_point_row };

  self->store = g_object_ref (store);
  way_row_box_set_up (self->blocks_list, G_LIST_MODEL (self->blocks), &block_rows, self);
  way_row_box_set_up (self->due_list, G_LIST_MODEL (self->due), &point_rows, self);
  self->timer = g_timeout_add_seconds (30, on_tick, self);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_today_view_dispose (GObject *object)
{
  WayTodayView *self = WAY_TODAY_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_clear_object (&self->blocks);
  g_clear_object (&self->due);
  g_clear_pointer (&self->zone, way_zone_free);
  G_OBJECT_CLASS (way_today_view_parent_class)->dispose (object);
}

static void
way_today_view_class_init (WayTodayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_today_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/today/today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, date_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, week_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, week_bar);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, blocks_list);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, blocks_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, due_list);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, due_group);
}

static void
way_today_view_init (WayTodayView *self)
{
  self->blocks = g_list_store_new (WAY_TYPE_ROW_ITEM);
  self->due = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
