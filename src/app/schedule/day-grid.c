#include "app/schedule/day-grid-private.h"

#include "app/format.h"
#include "app/schedule/block-tile.h"
#include "core/planner/lanes.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAY_LEAST      40 /* pixels */
#define MARGIN_MINUTES 30 /* above what is scrolled to */

G_DEFINE_FINAL_TYPE (WayDayGrid, way_day_grid, GTK_TYPE_WIDGET)

gboolean
way_day_grid_find (WayDayGrid *self, gint64 block_id, GdkRectangle *area)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WayDayPart *part = &g_array_index (self->parts, WayDayPart, i);
      if (((WayBlock *) g_ptr_array_index (self->content.blocks, part->index))->id != block_id)
        continue;
      *area = way_day_grid_area (self, part, FALSE);
      return TRUE;
    }
  return FALSE;
}

void
way_day_grid_focus_block (WayDayGrid *self, gint64 block_id)
{
  for (guint i = 0; i < self->tiles->len; i++)
    if (way_block_tile_get_id (g_ptr_array_index (self->tiles, i)) == block_id)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->tiles, i));
        return;
      }
}

/* Cuts [start, end) into the days and appends the parts. */
static void
add_parts (WayDayGrid *self, GArray *parts, guint index, gint64 start_utc, gint64 end_utc)
{
  for (int day = 0; day < self->content.n_days; day++)
    {
      gint64 from = way_day_axis_start (self->axis, day), to = way_day_axis_end (self->axis, day);
      if (start_utc >= to || end_utc <= from)
        continue;
      WayDayPart part = { index,
                          day,
                          way_day_axis_minute (self->axis, day, MAX (start_utc, from)),
                          way_day_axis_minute (self->axis, day, MIN (end_utc, to)),
                          0,
                          1 };
      g_array_append_val (parts, part);
    }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const WayDayPart *x = a, *y = b;

  if (x->day != y->day)
    return x->day - y->day;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  return x->index < y->index ? -1 : x->index > y->index;
}

/* Parts of one day in lanes; a day is 10,000 minutes for this, so that days stay apart. */
static void
set_lanes (GArray *parts)
{
  g_autoptr (GArray) lanes = g_array_sized_new (FALSE, FALSE, sizeof (WayLane), parts->len);

  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const WayDayPart *it = &g_array_index (parts, WayDayPart, i);
      WayLane lane = { (gint64) ((it->day * 10000 + it->from) * 60),
                       (gint64) ((it->day * 10000 + it->to) * 60), 0, 1 };
      g_array_append_val (lanes, lane);
    }
  way_lanes_assign (lanes);
  for (guint i = 0; i < parts->len; i++)
    {
      WayDayPart *it = &g_array_index (parts, WayDayPart, i);
      it->lane = g_array_index (lanes, WayLane, i).lane;
      it->n_lanes = g_array_index (lanes, WayLane, i).n_lanes;
    }
}

static void
make_parts (WayDayGrid *self)
{
  g_array_set_size (self->parts, 0);
  g_array_set_size (self->busy_parts, 0);
  for (guint i = 0; i < self->content.blocks->len; i++)
    {
      const WayBlock *it = g_ptr_array_index (self->content.blocks, i);
      add_parts (self, self->parts, i, it->start_utc, it->end_utc);
    }
  for (guint i = 0; i < self->content.busy->len; i++)
    {
      const WayCalendarEvent *it = g_ptr_array_index (self->content.busy, i);
      add_parts (self, self->busy_parts, i, it->start_utc, it->end_utc);
    }
  set_lanes (self->parts);
  set_lanes (self->busy_parts);
}

/* Tiles are used again, so that the keyboard stays on the block that it is on. */
static void
fill_tiles (WayDayGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gint64 id = WAY_IS_BLOCK_TILE (focus) ? way_block_tile_get_id (WAY_BLOCK_TILE (focus)) : 0;

  while (self->tiles->len > self->parts->len)
    gtk_widget_unparent (g_ptr_array_steal_index (self->tiles, self->tiles->len - 1));
  while (self->tiles->len < self->parts->len)
    {
      GtkWidget *tile = way_block_tile_new ();
      gtk_widget_set_parent (tile, GTK_WIDGET (self));
      g_ptr_array_add (self->tiles, tile);
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      const WayDayPart *it = &g_array_index (self->parts, WayDayPart, i);
      way_block_tile_set_block (g_ptr_array_index (self->tiles, i),
                                g_ptr_array_index (self->content.blocks, it->index),
                                self->content.zone);
    }
  if (id != 0)
    way_day_grid_focus_block (self, id);
}

static void
clear_content (WayDayGrid *self)
{
  g_clear_pointer (&self->axis, way_day_axis_free);
  g_clear_pointer (&self->content.zone, way_zone_free);
  g_clear_pointer (&self->content.blocks, g_ptr_array_unref);
  g_clear_pointer (&self->content.busy, g_ptr_array_unref);
  g_clear_pointer (&self->content.open, g_array_unref);
  g_clear_pointer (&self->content.preferred, g_array_unref);
}

void
way_day_grid_show (WayDayGrid *self, const WayDayGridContent *content)
{
  gboolean other_days =
      content->first_date != self->content.first_date || content->n_days != self->content.n_days;

  if (other_days)
    way_day_grid_edit_cancel (self);
  clear_content (self);
  self->content = *content;
  self->axis = way_day_axis_new (content->zone, content->first_date, content->n_days);
  self->cursor_day = MIN (self->cursor_day, content->n_days - 1);
  make_parts (self);
  fill_tiles (self);
  if (other_days)
    way_day_grid_tell_cursor (self);
  /* The tiles may be those of other blocks now, and something else may be in the way. */
  if (self->edit != WAY_EDIT_NONE)
    way_day_grid_edit_show (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
way_day_grid_set_now (WayDayGrid *self, gint64 now_utc)
{
  self->content.now_utc = now_utc;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* How many blocks are wholly in sight when @height pixels from @y on are. */
static int
count_in_sight (WayDayGrid *self, double y, double height)
{
  int n = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const WayDayPart *it = &g_array_index (self->parts, WayDayPart, i);
      n += way_day_grid_y (self, it->from) >= y && way_day_grid_y (self, it->to) <= y + height;
    }
  return n;
}

/* Where the free hours begin, or nine o'clock. */
static double
first_open_minute (WayDayGrid *self)
{
  double first = way_day_axis_length (self->axis);

  for (guint i = 0; i < self->content.open->len; i++)
    {
      gint64 utc = g_array_index (self->content.open, WayInterval, i).start_utc;
      int day = way_day_axis_day (self->axis, utc);
      if (day >= 0 && day < self->content.n_days)
        first = MIN (first, way_day_axis_minute (self->axis, day, utc));
    }
  return first < way_day_axis_length (self->axis) ? first : 9 * 60;
}

double
way_day_grid_first_y (WayDayGrid *self, double height)
{
  double best = way_day_grid_y (self, first_open_minute (self) - MARGIN_MINUTES);
  int most = 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      double y =
          way_day_grid_y (self, g_array_index (self->parts, WayDayPart, i).from - MARGIN_MINUTES);
      int n = count_in_sight (self, y, height);
      if (n < most || (n == most && y >= best))
        continue;
      most = n;
      best = y;
    }
  return MAX (0, best);
}

static void
way_day_grid_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  WayDayGrid *self = WAY_DAY_GRID (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WAY_DAY_GRID_GUTTER + self->content.n_days * DAY_LEAST;
  else
    *minimum = *natural =
        self->axis == NULL ? 0
                           : (int) ceil (way_day_grid_y (self, way_day_axis_length (self->axis))) +
                                 WAY_DAY_GRID_TOP;
}

static void
way_day_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayDayGrid *self = WAY_DAY_GRID (widget);

  for (guint i = 0; i < self->tiles->len; i++)
    {
      GtkWidget *tile = g_ptr_array_index (self->tiles, i);
      GtkAllocation area =
          way_day_grid_area (self, &g_array_index (self->parts, WayDayPart, i), FALSE);
      int least;
      gtk_widget_measure (tile, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      area.width = MAX (area.width, least);
      gtk_widget_measure (tile, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      area.height = MAX (area.height, least);
      gtk_widget_size_allocate (tile, &area, -1);
    }
}

static void
way_day_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayDayGrid *self = WAY_DAY_GRID (widget);

  if (self->axis == NULL)
    return;
  way_day_grid_draw_ground (self, snapshot);
  way_day_grid_draw_tiles (self, snapshot);
  way_day_grid_draw_top (self, snapshot);
}

/* The grid is one stop of Tab, and each block is one. */
static gboolean
way_day_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  WayDayGrid *self = WAY_DAY_GRID (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  int n = (int) self->tiles->len, at = n, to;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  for (int i = 0; i < n; i++)
    if (g_ptr_array_index (self->tiles, i) == child)
      at = i;
  if (at == n && !gtk_widget_is_focus (widget))
    {
      /* From outside: to the grid itself, or to the last block. */
      if (direction == GTK_DIR_TAB_FORWARD || n == 0)
        return gtk_widget_grab_focus (widget);
      return gtk_widget_grab_focus (g_ptr_array_index (self->tiles, n - 1));
    }
  if (direction == GTK_DIR_TAB_FORWARD)
    to = at == n ? 0 : at + 1;
  else
    to = at == n ? -1 : at - 1;
  if (to == -1 && at != n)
    return gtk_widget_grab_focus (widget);
  if (to < 0 || to >= n)
    return FALSE;
  return gtk_widget_grab_focus (g_ptr_array_index (self->tiles, to));
}

/* The widget's own, not that of its first child. */
static gboolean
way_day_grid_grab_focus (GtkWidget *widget)
{
  gtk_root_set_focus (gtk_widget_get_root (widget), widget);
  return TRUE;
}

static void
way_day_grid_dispose (GObject *object)
{
  WayDayGrid *self = WAY_DAY_GRID (object);

  way_day_grid_edit_cancel (self);
  while (self->tiles->len > 0)
    gtk_widget_unparent (g_ptr_array_steal_index (self->tiles, self->tiles->len - 1));
  clear_content (self);
  G_OBJECT_CLASS (way_day_grid_parent_class)->dispose (object);
}

static void
way_day_grid_finalize (GObject *object)
{
  WayDayGrid *self = WAY_DAY_GRID (object);

  g_array_unref (self->parts);
  g_array_unref (self->busy_parts);
  g_ptr_array_unref (self->tiles);
  G_OBJECT_CLASS (way_day_grid_parent_class)->finalize (object);
}

static void
way_day_grid_class_init (WayDayGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_day_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_day_grid_finalize;
  widget_class->measure = way_day_grid_measure;
  widget_class->size_allocate = way_day_grid_size_allocate;
  widget_class->snapshot = way_day_grid_snapshot;
  widget_class->focus = way_day_grid_focus;
  widget_class->grab_focus = way_day_grid_grab_focus;
  g_signal_new ("block-activated", WAY_TYPE_DAY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_INT64, GDK_TYPE_RECTANGLE);
  g_signal_new ("step", WAY_TYPE_DAY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_INT);
  way_day_grid_zoom_class_init (widget_class);
  gtk_widget_class_set_css_name (widget_class, "daygrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_day_grid_init (WayDayGrid *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->parts = g_array_new (FALSE, FALSE, sizeof (WayDayPart));
  self->busy_parts = g_array_new (FALSE, FALSE, sizeof (WayDayPart));
  self->tiles = g_ptr_array_new ();
  self->scale = WAY_GRID_SCALE;
  self->cursor_minute = 18 * 60;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  way_day_grid_edit_install (self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (way_day_grid_on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  way_day_grid_zoom_install (self);
}
