#include "config.h"

#include "app/schedule/schedule-view.h"

#include "app/format.h"
#include "app/schedule/agenda-view.h"
#include "app/schedule/block-popover.h"
#include "app/schedule/month-view.h"
#include "app/schedule/week-view.h"
#include "app/session.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/outcome.h"
#include "app/widgets/wrap-layout.h"
#include "core/planner/block-change.h"

#include <glib/gi18n.h>

struct _WayScheduleView
{
  AdwBin parent_instance;

  WayStore *store;
  GSettings *settings;
  char *mode;         /* "week", "month", "agenda" */
  GtkWidget *popover; /* of a block; made when it is first needed */
  gint64 block_to_show;
  guint show_source; /* idle */
  gboolean filling;  /* the calendar follows the view, not the person */
  GtkStack *stack;
  GtkMenuButton *title;
  GtkCalendar *calendar;
  GtkStack *modes;
  WayWeekView *week;
  WayMonthView *month;
  WayAgendaView *agenda;
};

G_DEFINE_FINAL_TYPE (WayScheduleView, way_schedule_view, ADW_TYPE_BIN)

enum
{
  PROP_MODE = 1,
};

static gboolean
is_mode (WayScheduleView *self, const char *mode)
{
  return g_strcmp0 (self->mode, mode) == 0;
}

/* The day that the view is about: the first of the week, or the one of the month with the cursor. */
static WayDate
shown_date (WayScheduleView *self)
{
  WayDate from, to;

  if (is_mode (self, "month"))
    return way_month_view_get_date (self->month);
  way_week_view_get_range (self->week, &from, &to);
  return from;
}

static void
show_title (WayScheduleView *self)
{
  g_autofree char *text = NULL;
  WayDate from, to;

  if (self->store == NULL)
    return;
  way_week_view_get_range (self->week, &from, &to);
  if (is_mode (self, "month"))
    /* Translators: months on a timeline, see g_date_time_format(): "January 2027", "Jan" */
    text = way_date_format (way_month_view_get_date (self->month), _ ("%B %Y"));
  else
    text = way_format_days (from, to, way_session_today (self->store));
  gtk_menu_button_set_label (self->title, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
}

/* Both views are about the same day, so that going from one to the other stays there. */
static void
go_to (WayScheduleView *self, WayDate date)
{
  way_week_view_set_date (self->week, date);
  way_month_view_set_date (self->month, date);
  show_title (self);
}

static void
set_mode (WayScheduleView *self, const char *mode)
{
  gboolean dated = !g_str_equal (mode, "agenda");
  WayDate date = self->mode != NULL ? shown_date (self) : WAY_DATE_NONE;

  if (is_mode (self, mode))
    return;
  g_free (self->mode);
  self->mode = g_strdup (mode);
  if (date != WAY_DATE_NONE && dated)
    go_to (self, date);
  gtk_stack_set_visible_child_name (self->modes, mode);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.previous", dated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.next", dated);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.today", dated);
  gtk_widget_set_visible (GTK_WIDGET (self->title), dated);
  show_title (self);
  g_object_notify (G_OBJECT (self), "mode");
}

static void
on_today (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (widget);

  go_to (self, way_session_today (self->store));
}

static void
step (WayScheduleView *self, int direction)
{
  WayDate from, to;

  way_week_view_get_range (self->week, &from, &to);
  if (is_mode (self, "month"))
    go_to (self, way_date_add_months (way_month_view_get_date (self->month), direction));
  else
    go_to (self, from + direction * (to - from + 1));
}

static void
on_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (WAY_SCHEDULE_VIEW (widget), -1);
}

static void
on_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  step (WAY_SCHEDULE_VIEW (widget), 1);
}

static void
on_date_activated (WayScheduleView *self, int date)
{
  way_week_view_set_date (self->week, date);
  gtk_widget_activate_action (GTK_WIDGET (self), "schedule.mode", "s", "week");
}

/* Days with blocks are marked in the small calendar. */
static void
on_calendar_month (WayScheduleView *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  WayDate first = way_date_from_ymd (g_date_time_get_year (day), g_date_time_get_month (day), 1);
  WayDate next = way_date_add_months (first, 1);
  g_autoptr (WayZone) zone = self->store != NULL ? way_session_zone (self->store) : NULL;

  gtk_calendar_clear_marks (self->calendar);
  if (zone == NULL)
    return;
  g_autoptr (GPtrArray) blocks = way_schedule_load (self->store, way_zone_to_utc (zone, first, 0),
                                                    way_zone_to_utc (zone, next, 0), NULL);
  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const WayBlock *it = g_ptr_array_index (blocks, i);
      WayDate date = way_zone_to_local (zone, it->start_utc, NULL);
      if (date >= first && date < next)
        gtk_calendar_mark_day (self->calendar, (guint) (date - first + 1));
    }
}

static void
on_calendar_shown (WayScheduleView *self)
{
  int year, month, day;

  way_date_to_ymd (shown_date (self), &year, &month, &day);
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  self->filling = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->filling = FALSE;
  on_calendar_month (self);
}

static void
on_calendar_day (WayScheduleView *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->filling)
    go_to (self, way_date_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                    g_date_time_get_day_of_month (date)));
}

static void
focus_block (WayScheduleView *self, gint64 id)
{
  if (is_mode (self, "week"))
    way_week_view_focus_block (self->week, id);
  else if (is_mode (self, "agenda"))
    way_agenda_view_focus_block (self->agenda, id);
}

/* The keyboard goes back to the block. */
static void
on_popover_closed (WayScheduleView *self)
{
  focus_block (self, way_block_popover_get_block (WAY_BLOCK_POPOVER (self->popover)));
}

/* @area: in the view that sends it. */
static void
on_block_activated (WayScheduleView *self, gint64 id, GdkRectangle *area, GtkWidget *view)
{
  double x, y;

  if (!gtk_widget_translate_coordinates (view, GTK_WIDGET (self), area->x, area->y, &x, &y))
    return;
  GdkRectangle here = { (int) x, (int) y, area->width, area->height };
  if (self->popover == NULL)
    {
      self->popover = way_block_popover_new (self->store);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
    }
  way_block_popover_show (WAY_BLOCK_POPOVER (self->popover), id, &here);
}

/* Once what has come up is laid out. */
static gboolean
on_shown (gpointer data)
{
  WayScheduleView *self = data;
  g_autoptr (WayBlock) block = way_schedule_load_one (self->store, self->block_to_show, NULL);
  g_autoptr (WayZone) zone = way_session_zone (self->store);

  self->show_source = 0;
  if (block == NULL)
    return G_SOURCE_REMOVE;
  if (is_mode (self, "agenda"))
    way_agenda_view_show_block (self->agenda, block->id,
                                way_zone_to_local (zone, block->start_utc, NULL));
  focus_block (self, block->id);
  return G_SOURCE_REMOVE;
}

static void
on_show_block (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (widget);
  gint64 block_id = g_variant_get_int64 (parameter);
  g_autoptr (WayBlock) block = way_schedule_load_one (self->store, block_id, NULL);
  g_autoptr (WayZone) zone = way_session_zone (self->store);

  if (block == NULL)
    return;
  /* The month has no room to say which of its blocks it is. */
  if (is_mode (self, "month"))
    set_mode (self, "week");
  go_to (self, way_zone_to_local (zone, block->start_utc, NULL));
  self->block_to_show = block_id;
  g_clear_handle_id (&self->show_source, g_source_remove);
  self->show_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_shown, self, NULL);
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (widget);
  gint64 start, end, id = 0;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xx)", &start, &end);
  g_autoptr (WayBlockPurpose) purpose = way_block_purpose_at (self->store, start, &error);
  gboolean done = purpose != NULL && way_block_add (self->store, WAY_BLOCK_STUDY, purpose, "",
                                                    start, end, way_session_now (), &id, &error);
  way_tell_outcome (widget, self->store, done, _ ("Block added"), error);
  if (done && is_mode (self, "week"))
    way_week_view_focus_block (self->week, id);
}

static void
reload (GtkWidget *view)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (view);

  gtk_stack_set_visible_child_name (self->stack,
                                    way_plan_exists (self->store) ? "content" : "empty");
  show_title (self);
}

/* Today; before the first block of a plan, where that begins: an empty week would say that there is none. */
static WayDate
opening_date (WayScheduleView *self)
{
  g_autoptr (WayZone) zone = way_session_zone (self->store);
  WayDate today = way_session_today (self->store);
  gint64 first = way_schedule_next (self->store, G_MININT64 / 2, NULL);

  return first != G_MAXINT64 ? MAX (today, way_zone_to_local (zone, first, NULL)) : today;
}

void
way_schedule_view_set_store (WayScheduleView *self, WayStore *store)
{
  g_autofree char *mode = g_settings_get_string (self->settings, "schedule-mode");

  self->store = g_object_ref (store);
  way_week_view_set_store (self->week, store);
  way_month_view_set_store (self->month, store);
  way_agenda_view_set_store (self->agenda, store);
  go_to (self, opening_date (self));
  set_mode (self, mode);
  g_settings_bind (self->settings, "schedule-mode", self, "mode", G_SETTINGS_BIND_SET);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_schedule_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (object);

  g_value_set_string (value, self->mode != NULL ? self->mode : "week");
}

static void
way_schedule_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (WAY_SCHEDULE_VIEW (object)->store != NULL)
    set_mode (WAY_SCHEDULE_VIEW (object), g_value_get_string (value));
}

static void
way_schedule_view_dispose (GObject *object)
{
  WayScheduleView *self = WAY_SCHEDULE_VIEW (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->mode, g_free);
  G_OBJECT_CLASS (way_schedule_view_parent_class)->dispose (object);
}

static void
way_schedule_view_class_init (WayScheduleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_WRAP_LAYOUT);
  g_type_ensure (WAY_TYPE_WEEK_VIEW);
  g_type_ensure (WAY_TYPE_MONTH_VIEW);
  g_type_ensure (WAY_TYPE_AGENDA_VIEW);
  G_OBJECT_CLASS (klass)->dispose = way_schedule_view_dispose;
  G_OBJECT_CLASS (klass)->get_property = way_schedule_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = way_schedule_view_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_MODE,
      g_param_spec_string ("mode", NULL, NULL, "week",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/schedule/schedule-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, title);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, calendar);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, modes);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, week);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, month);
  gtk_widget_class_bind_template_child (widget_class, WayScheduleView, agenda);
  gtk_widget_class_bind_template_callback (widget_class, show_title);
  gtk_widget_class_bind_template_callback (widget_class, on_block_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_date_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_day);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_month);
  gtk_widget_class_install_property_action (widget_class, "schedule.mode", "mode");
  gtk_widget_class_install_action (widget_class, "schedule.today", NULL, on_today);
  gtk_widget_class_install_action (widget_class, "schedule.previous", NULL, on_previous);
  gtk_widget_class_install_action (widget_class, "schedule.next", NULL, on_next);
  gtk_widget_class_install_action (widget_class, "schedule.add", "(xx)", on_add);
  gtk_widget_class_install_action (widget_class, "schedule.show-block", "x", on_show_block);
}

static void
way_schedule_view_init (WayScheduleView *self)
{
  self->settings = g_settings_new (APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_menu_button_get_popover (self->title), "show",
                           G_CALLBACK (on_calendar_shown), self, G_CONNECT_SWAPPED);
}
