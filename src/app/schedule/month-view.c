#include "app/schedule/month-view-private.h"

#include "app/format.h"
#include "app/session.h"
#include "app/widgets/block-row.h"
#include "app/widgets/follow-store.h"
#include "core/calendar/busy.h"

#include <glib/gi18n.h>

#define LEAST_WIDTH  40
#define LEAST_HEIGHT 44

G_DEFINE_FINAL_TYPE (WayMonthView, way_month_view, GTK_TYPE_WIDGET)

enum
{
  DATES_CHANGED,
  BLOCK_ACTIVATED,
  DATE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The block at a point, an index; -1: none. */
static int
block_at (WayMonthView *self, double x, double y)
{
  int day = way_month_view_day_at (self, x, y);

  for (guint row = 0; day >= 0 && row < way_month_view_shown_blocks (self, day); row++)
    {
      GdkRectangle area = way_month_view_chip_area (self, day, row);
      if (y >= area.y && y < area.y + area.height)
        return (int) (self->first_blocks[day] + row);
    }
  return -1;
}

gboolean
way_month_view_find (WayMonthView *self, gint64 block_id, GdkRectangle *area)
{
  for (int day = 0; day < WAY_MONTH_DAYS && self->blocks != NULL; day++)
    for (guint row = 0; row < way_month_view_shown_blocks (self, day); row++)
      {
        const WayBlock *it = g_ptr_array_index (self->blocks, self->first_blocks[day] + row);
        if (it->id != block_id)
          continue;
        *area = way_month_view_chip_area (self, day, row);
        return TRUE;
      }
  return FALSE;
}

static void
load_blocks (WayMonthView *self)
{
  gint64 from = way_zone_to_utc (self->zone, self->first_date, 0);
  gint64 to = way_zone_to_utc (self->zone, self->first_date + WAY_MONTH_DAYS, 0);
  guint i = 0;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->blocks = way_schedule_load (self->store, from, to, NULL);
  if (self->blocks == NULL)
    self->blocks = g_ptr_array_new ();
  for (int day = 0; day <= WAY_MONTH_DAYS; day++)
    {
      gint64 start = way_zone_to_utc (self->zone, self->first_date + day, 0);
      /* One from the evening before belongs to that one. */
      while (i < self->blocks->len &&
             ((WayBlock *) g_ptr_array_index (self->blocks, i))->start_utc < start)
        i++;
      self->first_blocks[day] = i;
    }
}

static void
load_busy (WayMonthView *self)
{
  gint64 from = way_zone_to_utc (self->zone, self->first_date, 0);
  gint64 to = way_zone_to_utc (self->zone, self->first_date + WAY_MONTH_DAYS, 0);
  g_autoptr (GArray) busy = way_busy_load (self->store, from, to, NULL);

  memset (self->busy_minutes, 0, sizeof (int) * WAY_MONTH_DAYS);
  for (int day = 0; day < WAY_MONTH_DAYS && busy != NULL; day++)
    {
      gint64 start = way_zone_to_utc (self->zone, self->first_date + day, 0);
      gint64 end = way_zone_to_utc (self->zone, self->first_date + day + 1, 0);
      for (guint i = 0; i < busy->len; i++)
        {
          WayInterval it = g_array_index (busy, WayInterval, i);
          self->busy_minutes[day] +=
              (int) MAX (0, (MIN (it.end_utc, end) - MAX (it.start_utc, start)) / 60);
        }
    }
}

/* "Monday, 4 January 2027: 2 blocks, busy for 3 h" */
static void
tell_cursor (WayMonthView *self)
{
  int day = self->date - self->first_date;
  guint n = self->first_blocks[day + 1] - self->first_blocks[day];
  g_autofree char *name = way_format_day (self->date);
  g_autofree char *blocks = g_strdup_printf (ngettext ("%u block", "%u blocks", n), n);
  g_autofree char *busy = way_format_minutes (self->busy_minutes[day]);
  /* Translators: a day, how many blocks it has, for how long it is busy */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s, busy for %s"), name, blocks, busy);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
reload (GtkWidget *view)
{
  WayMonthView *self = WAY_MONTH_VIEW (view);

  g_clear_pointer (&self->zone, way_zone_free);
  self->zone = way_session_zone (self->store);
  self->today = way_session_today (self->store);
  self->drag_block = -1;
  load_blocks (self);
  load_busy (self);
  tell_cursor (self);
}

/* The first day of the grid: that of the week in which the month begins. */
static WayDate
grid_start (WayDate date)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  WayDate first = way_date_from_ymd (year, month, 1);
  return first - (way_date_weekday (first) - way_format_first_weekday () + 7) % 7;
}

void
way_month_view_set_date (WayMonthView *self, WayDate date)
{
  gboolean other = grid_start (date) != self->first_date;

  self->date = date;
  self->first_date = grid_start (date);
  if (self->store == NULL)
    return;
  if (other && gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (GTK_WIDGET (self));
  else if (self->blocks != NULL && !other)
    tell_cursor (self);
  g_signal_emit (self, signals[DATES_CHANGED], 0);
}

WayDate
way_month_view_get_date (WayMonthView *self)
{
  return self->date;
}

static gboolean
on_tick (gpointer data)
{
  WayMonthView *self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && way_session_today (self->store) != self->today)
    reload (GTK_WIDGET (self));
  return G_SOURCE_CONTINUE;
}

void
way_month_view_set_store (WayMonthView *self, WayStore *store)
{
  self->store = g_object_ref (store);
  self->date = way_session_today (store);
  self->first_date = grid_start (self->date);
  self->timer = g_timeout_add_seconds ((guint) way_session_look_seconds (), on_tick, self);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_month_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? 7 * LEAST_WIDTH
                            : WAY_MONTH_HEAD + WAY_MONTH_WEEKS * LEAST_HEIGHT;
}

static void
on_drag_begin (WayMonthView *self, double x, double y)
{
  self->press_x = x;
  self->press_y = y;
}

static void
on_drag (WayMonthView *self, double dx, double dy, GtkGesture *gesture)
{
  if (self->drag_block < 0)
    {
      int i = self->blocks != NULL ? block_at (self, self->press_x, self->press_y) : -1;
      if (i < 0 || way_store_is_read_only (self->store) ||
          !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
        return;
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      self->drag_block = i;
    }
  self->drag_x = self->press_x + dx;
  self->drag_y = self->press_y + dy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_drag (WayMonthView *self)
{
  self->drag_block = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The block keeps its time of day. */
static void
on_drag_end (WayMonthView *self)
{
  int day = way_month_view_day_at (self, self->drag_x, self->drag_y), minute;

  if (self->drag_block < 0)
    return;
  const WayBlock *block = g_ptr_array_index (self->blocks, self->drag_block);
  WayDate date = way_zone_to_local (self->zone, block->start_utc, &minute),
          to = self->first_date + day;
  gint64 id = block->id, length = block->end_utc - block->start_utc;
  drop_drag (self);
  if (day < 0 || to == date)
    return;
  gint64 start = way_zone_to_utc (self->zone, to, minute);
  gtk_widget_activate_action (GTK_WIDGET (self), "block.move", "(xxx)", id, start, start + length);
}

static void
on_released (WayMonthView *self, int n_press, double x, double y)
{
  int day = way_month_view_day_at (self, x, y),
      block = self->blocks != NULL ? block_at (self, x, y) : -1;

  if (day < 0 || self->blocks == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (block >= 0)
    {
      GdkRectangle area;
      gint64 id = ((WayBlock *) g_ptr_array_index (self->blocks, block))->id;
      if (way_month_view_find (self, id, &area))
        g_signal_emit (self, signals[BLOCK_ACTIVATED], 0, id, &area);
      return;
    }
  self->date = self->first_date + day;
  tell_cursor (self);
  if (n_press == 2)
    g_signal_emit (self, signals[DATE_ACTIVATED], 0, self->date);
}

static gboolean
on_query_tooltip (WayMonthView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  int day = self->blocks != NULL ? way_month_view_day_at (self, x, y) : -1;

  if (keyboard || day < 0)
    return FALSE;
  g_autofree char *name = way_format_day (self->first_date + day);
  g_autoptr (GString) text = g_string_new (name);
  for (guint i = self->first_blocks[day]; i < self->first_blocks[day + 1]; i++)
    {
      const WayBlock *it = g_ptr_array_index (self->blocks, i);
      g_autofree char *times = way_format_times (self->zone, it->start_utc, it->end_utc);
      g_string_append_printf (text, "\n%s %s", times, it->title);
    }
  if (self->busy_minutes[day] > 0)
    {
      g_autofree char *busy = way_format_minutes (self->busy_minutes[day]);
      g_string_append_c (text, '\n');
      /* Translators: for how long a day is busy: "busy for 3 h" */
      g_string_append_printf (text, _ ("busy for %s"), busy);
    }
  gtk_tooltip_set_text (tooltip, text->str);
  return TRUE;
}

static gboolean
on_key (WayMonthView *self, guint key, guint code, GdkModifierType state)
{
  int along = way_month_view_is_rtl (self) ? -1 : 1;

  if (self->blocks == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      way_month_view_set_date (self, self->date - along);
      return TRUE;
    case GDK_KEY_Right:
      way_month_view_set_date (self, self->date + along);
      return TRUE;
    case GDK_KEY_Up:
      way_month_view_set_date (self, self->date - 7);
      return TRUE;
    case GDK_KEY_Down:
      way_month_view_set_date (self, self->date + 7);
      return TRUE;
    case GDK_KEY_Page_Up:
      way_month_view_set_date (self, way_date_add_months (self->date, -1));
      return TRUE;
    case GDK_KEY_Page_Down:
      way_month_view_set_date (self, way_date_add_months (self->date, 1));
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      g_signal_emit (self, signals[DATE_ACTIVATED], 0, self->date);
      return TRUE;
    case GDK_KEY_Escape:
      if (self->drag_block < 0)
        return FALSE;
      drop_drag (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
way_month_view_dispose (GObject *object)
{
  WayMonthView *self = WAY_MONTH_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->zone, way_zone_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->busy_minutes, g_free);
  g_clear_pointer (&self->first_blocks, g_free);
  G_OBJECT_CLASS (way_month_view_parent_class)->dispose (object);
}

static void
way_month_view_class_init (WayMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_month_view_dispose;
  widget_class->measure = way_month_view_measure;
  widget_class->snapshot = way_month_view_draw;
  signals[DATES_CHANGED] = g_signal_new ("dates-changed", WAY_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BLOCK_ACTIVATED] =
      g_signal_new ("block-activated", WAY_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, GDK_TYPE_RECTANGLE);
  signals[DATE_ACTIVATED] = g_signal_new ("date-activated", WAY_TYPE_MONTH_VIEW, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
way_month_view_init (WayMonthView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->drag_block = -1;
  self->busy_minutes = g_new0 (int, WAY_MONTH_DAYS);
  self->first_blocks = g_new0 (guint, WAY_MONTH_DAYS + 1);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (on_drag), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drop_drag), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
