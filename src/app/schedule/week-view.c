#include "app/schedule/week-view.h"

#include "app/format.h"
#include "app/schedule/day-grid.h"
#include "app/schedule/week-header.h"
#include "app/session.h"
#include "app/widgets/follow-store.h"
#include "core/calendar/busy.h"
#include "core/planner/availability.h"
#include "core/planner/schedule.h"

#define WEEK_ROOM 640 /* pixels; with less there are three days */
#define FEW_DAYS  3

struct _WayWeekView
{
  AdwBin parent_instance;

  WayStore *store;
  WayDate date;       /* what it is to show */
  WayDate first_date; /* what it shows */
  int n_days;
  WayDate today;     /* as it is marked */
  gboolean scrolled; /* the scroll position is the person's */
  guint timer;
  WayWeekHeader *header;
  GtkScrolledWindow *scroller;
  WayDayGrid *grid;
};

G_DEFINE_FINAL_TYPE (WayWeekView, way_week_view, ADW_TYPE_BIN)

enum
{
  DATES_CHANGED,
  BLOCK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Hours of the week that are open for some kind of block, or liked best for one. */
static GArray *
load_hours (const WayPlanSettings *settings,
            WayZone *zone,
            WayDate from,
            WayDate to,
            gboolean preferred)
{
  GArray *hours = way_interval_set_new ();
  g_autoptr (GArray) nothing = way_interval_set_new ();
  WayAvailabilityMap map = { settings->availability, settings->days_off, settings->extra_hours };

  for (WayBlockKind kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      g_autoptr (GArray) windows =
          way_availability_windows (&map, kind, preferred, zone, from, to, nothing);
      for (guint i = 0; i < windows->len; i++)
        {
          WayInterval it = g_array_index (windows, WayInterval, i);
          way_interval_set_add (hours, it.start_utc, it.end_utc);
        }
    }
  way_interval_set_normalize (hours);
  return hours;
}

static GPtrArray *
or_nothing (GPtrArray *array)
{
  return array != NULL ? array : g_ptr_array_new ();
}

static GPtrArray *
all_day_titles (const WayDayGridContent *content)
{
  GPtrArray *days = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (int i = 0; i < content->n_days; i++)
    {
      GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
      gint64 from = way_zone_to_utc (content->zone, content->first_date + i, 0);
      gint64 to = way_zone_to_utc (content->zone, content->first_date + i + 1, 0);
      for (guint k = 0; k < content->busy->len; k++)
        {
          const WayCalendarEvent *it = g_ptr_array_index (content->busy, k);
          if (it->all_day && it->start_utc < to && it->end_utc > from)
            g_ptr_array_add (titles, g_strdup (it->title));
        }
      g_ptr_array_add (days, titles);
    }
  return days;
}

/* Once, when there is something to see; from then on the position is the person's. */
static void
open_at_blocks (WayWeekView *self)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (scroll);

  if (self->scrolled || gtk_adjustment_get_upper (scroll) <= page || page <= 0)
    return;
  self->scrolled = TRUE;
  gtk_adjustment_set_value (scroll, way_day_grid_first_y (self->grid, page));
}

static void
reload (GtkWidget *view)
{
  WayWeekView *self = WAY_WEEK_VIEW (view);
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (self->store, NULL);
  WayDate first = self->first_date, last = first + self->n_days;
  WayZone *zone = way_session_zone (self->store);
  gint64 from = way_zone_to_utc (zone, first, 0), to = way_zone_to_utc (zone, last, 0);
  WayDayGridContent content = { .zone = zone, .first_date = first, .n_days = self->n_days };

  if (settings == NULL)
    settings = way_plan_settings_new (way_session_today (self->store), way_zone_get_id (zone));
  content.blocks = or_nothing (way_schedule_load (self->store, from, to, NULL));
  content.busy = or_nothing (way_busy_load_events (self->store, from, to, NULL));
  content.open = load_hours (settings, zone, first, last - 1, FALSE);
  content.preferred = load_hours (settings, zone, first, last - 1, TRUE);
  content.block_minutes = settings->block_minutes;
  content.now_utc = way_session_now ();
  content.read_only = way_store_is_read_only (self->store);
  self->today = way_session_today (self->store);
  way_week_header_show (self->header, first, self->n_days, self->today, all_day_titles (&content));
  way_day_grid_show (self->grid, &content);
}

/* The days to show in the room there is; %FALSE: they are shown. */
static gboolean
choose_days (WayWeekView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int n_days = width > 0 && width < WEEK_ROOM ? FEW_DAYS : 7;
  int since = (way_date_weekday (self->date) - way_format_first_weekday () + 7) % 7;
  WayDate first = n_days == 7 ? self->date - since : self->date;

  if (first == self->first_date && n_days == self->n_days)
    return FALSE;
  self->first_date = first;
  self->n_days = n_days;
  return TRUE;
}

static void
show_days (WayWeekView *self)
{
  if (!choose_days (self) || self->store == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (GTK_WIDGET (self));
  g_signal_emit (self, signals[DATES_CHANGED], 0);
}

void
way_week_view_set_date (WayWeekView *self, WayDate date)
{
  self->date = date;
  show_days (self);
}

void
way_week_view_get_range (WayWeekView *self, WayDate *from, WayDate *to)
{
  *from = self->first_date;
  *to = self->first_date + self->n_days - 1;
}

gboolean
way_week_view_find (WayWeekView *self, gint64 block_id, GdkRectangle *area)
{
  double x, y;

  if (!way_day_grid_find (self->grid, block_id, area) ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), area->x,
                                         area->y, &x, &y))
    return FALSE;
  area->x = (int) x;
  area->y = (int) y;
  return TRUE;
}

void
way_week_view_focus_block (WayWeekView *self, gint64 block_id)
{
  way_day_grid_focus_block (self->grid, block_id);
}

static void
on_block_activated (WayWeekView *self, gint64 id)
{
  GdkRectangle area;

  if (way_week_view_find (self, id, &area))
    g_signal_emit (self, signals[BLOCK_ACTIVATED], 0, id, &area);
}

static void
on_step (WayWeekView *self, int direction)
{
  way_week_view_set_date (self, self->first_date + direction * self->n_days);
}

/* The line of the present time goes on; the day that is today is marked right after midnight. */
static gboolean
on_tick (gpointer data)
{
  WayWeekView *self = data;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  if (way_session_today (self->store) != self->today)
    reload (GTK_WIDGET (self));
  else
    way_day_grid_set_now (self->grid, way_session_now ());
  return G_SOURCE_CONTINUE;
}

void
way_week_view_set_store (WayWeekView *self, WayStore *store)
{
  self->store = g_object_ref (store);
  self->date = way_session_today (store);
  choose_days (self);
  self->timer = g_timeout_add_seconds ((guint) way_session_look_seconds (), on_tick, self);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

/* What is being laid out now cannot be changed now: the next frame shows another number of days, or another part. */
static gboolean
on_laid_out (gpointer data)
{
  show_days (data);
  open_at_blocks (data);
  return G_SOURCE_REMOVE;
}

static void
look_again (WayWeekView *self)
{
  g_idle_add_full (GDK_PRIORITY_REDRAW - 10, on_laid_out, g_object_ref (self), g_object_unref);
}

static void
on_scroll_range (WayWeekView *self)
{
  if (!self->scrolled)
    look_again (self);
}

static void
way_week_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayWeekView *self = WAY_WEEK_VIEW (widget);

  GTK_WIDGET_CLASS (way_week_view_parent_class)->size_allocate (widget, width, height, baseline);
  if ((width < WEEK_ROOM) != (self->n_days == FEW_DAYS))
    look_again (self);
}

static void
way_week_view_dispose (GObject *object)
{
  WayWeekView *self = WAY_WEEK_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_week_view_parent_class)->dispose (object);
}

static void
way_week_view_class_init (WayWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_WEEK_HEADER);
  g_type_ensure (WAY_TYPE_DAY_GRID);
  G_OBJECT_CLASS (klass)->dispose = way_week_view_dispose;
  widget_class->size_allocate = way_week_view_size_allocate;
  signals[DATES_CHANGED] = g_signal_new ("dates-changed", WAY_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BLOCK_ACTIVATED] =
      g_signal_new ("block-activated", WAY_TYPE_WEEK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_INT64, GDK_TYPE_RECTANGLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/schedule/week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWeekView, header);
  gtk_widget_class_bind_template_child (widget_class, WayWeekView, scroller);
  gtk_widget_class_bind_template_child (widget_class, WayWeekView, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_block_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_step);
}

static void
way_week_view_init (WayWeekView *self)
{
  GtkAdjustment *scroll;

  self->n_days = 7;
  gtk_widget_init_template (GTK_WIDGET (self));
  scroll = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (scroll, "changed", G_CALLBACK (on_scroll_range), self,
                           G_CONNECT_SWAPPED);
  /* The grid paints what is in sight only. */
  g_signal_connect_object (scroll, "changed", G_CALLBACK (gtk_widget_queue_draw), self->grid,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self->grid,
                           G_CONNECT_SWAPPED);
}
