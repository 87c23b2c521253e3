#include "app/widgets/week-painter.h"

#include "app/format.h"
#include "app/widgets/block-row.h"
#include "app/widgets/week-grid-hours.h"
#include "app/widgets/week-grid.h"

#include <glib/gi18n.h>

#define MOST_STEPS 200
#define WORKDAYS   0x3eu /* Monday to Friday: mask of 1 << weekday */
#define ALL_DAYS   0xfeu

struct _WayWeekPainter
{
  AdwBin parent_instance;

  GArray *availability;
  GPtrArray *steps; /* of GArray: what it was before each change */
  GArray *copied;   /* windows of one day; %NULL: none */
  int written;      /* the weekday that the last step wrote; 0: it was a stroke */
  char *brush;      /* "all", or a kind */
  gboolean preferred;
  gboolean early;
  WayWeekGrid *grid;
  GMenu *day_menu;
  GtkLabel *sum;
  GtkLabel *kinds;
};

G_DEFINE_FINAL_TYPE (WayWeekPainter, way_week_painter, ADW_TYPE_BIN)

enum
{
  PROP_BRUSH = 1,
  PROP_PREFERRED,
  PROP_EARLY,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_sum (WayWeekPainter *self)
{
  g_autoptr (WayWeek) week = way_week_new (self->availability);
  g_autoptr (GString) kinds = g_string_new (NULL);
  int all = way_week_minutes (week, WAY_BLOCK_ALL_KINDS);
  g_autofree char *hours = way_format_minutes (all);
  /* Translators: a length of time: "27 h a week" */
  g_autofree char *sum = g_strdup_printf (_ ("%s a week free for blocks"), hours);
  gboolean differs = FALSE;

  for (guint kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      int minutes = way_week_minutes (week, 1u << kind);
      g_autofree char *length = way_format_minutes (minutes);
      /* Translators: a kind of block, and a length of time: "Drill 2 h" */
      g_autofree char *part =
          g_strdup_printf (_ ("%s %s"), way_block_kind_label ((WayBlockKind) kind), length);
      g_string_append_printf (kinds, "%s%s", kind > 0 ? " · " : "", part);
      differs = differs || minutes != all;
    }
  gtk_label_set_text (self->sum, sum);
  gtk_label_set_text (self->kinds, kinds->str);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds), differs);
}

static void
show_early (WayWeekPainter *self)
{
  gboolean early = way_week_grid_get_early (self->grid);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.early",
                                 !way_week_grid_needs_early (self->grid));
  if (early == self->early)
    return;
  self->early = early;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_EARLY]);
}

static void
show_actions (WayWeekPainter *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.undo", self->steps->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "week.paste", self->copied != NULL);
}

static void
show (WayWeekPainter *self)
{
  way_week_grid_set_availability (self->grid, self->availability);
  show_sum (self);
  show_early (self);
  show_actions (self);
}

static void
remember (WayWeekPainter *self, int written)
{
  if (self->steps->len == MOST_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  g_ptr_array_add (self->steps, g_array_copy (self->availability));
  self->written = written;
}

/* The stroke or the copy is done; one that has changed nothing is no step. */
static void
finish_step (WayWeekPainter *self)
{
  const GArray *before = g_ptr_array_index (self->steps, self->steps->len - 1);
  const GArray *after = self->availability;

  if (before->len == after->len &&
      (after->len == 0 ||
       memcmp (before->data, after->data, after->len * sizeof (WayAvailability)) == 0))
    g_ptr_array_remove_index (self->steps, self->steps->len - 1);
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_stroke (WayWeekPainter *self, const WayWeekStroke *stroke)
{
  remember (self, 0);
  way_week_paint (self->availability, stroke);
  finish_step (self);
}

static void
put_days (WayWeekPainter *self, const GArray *windows, guint weekdays)
{
  remember (self, 0);
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    if (weekdays & (1u << weekday))
      way_week_put_day (self->availability, weekday, windows);
  finish_step (self);
}

/* The menu names the day that the cursor is in. */
static void
on_cursor_moved (WayWeekPainter *self)
{
  int weekday = way_week_grid_get_weekday (self->grid);
  g_autofree char *day = way_format_weekday (weekday);
  /* Translators: a weekday */
  g_autofree char *workdays = g_strdup_printf (_ ("Copy %s to All _Workdays"), day);
  /* Translators: a weekday */
  g_autofree char *all = g_strdup_printf (_ ("Copy %s to _Every Day"), day);
  /* Translators: a weekday */
  g_autofree char *clear = g_strdup_printf (_ ("_Clear %s"), day);

  g_menu_remove_all (self->day_menu);
  g_menu_append (self->day_menu, workdays, "week.copy-to-workdays");
  g_menu_append (self->day_menu, all, "week.copy-to-all");
  g_menu_append (self->day_menu, clear, "week.clear-day");
  show_early (self);
}

static void
copy_to (WayWeekPainter *self, guint weekdays)
{
  g_autoptr (GArray) windows =
      way_week_take_day (self->availability, way_week_grid_get_weekday (self->grid));

  put_days (self, windows, weekdays);
}

static void
on_copy_to_workdays (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copy_to (WAY_WEEK_PAINTER (widget), WORKDAYS);
}

static void
on_copy_to_all (GtkWidget *widget, const char *action, GVariant *parameter)
{
  copy_to (WAY_WEEK_PAINTER (widget), ALL_DAYS);
}

static void
on_clear_day (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (widget);
  WayWeekStroke stroke = { 1u << way_week_grid_get_weekday (self->grid), 0, 1440,
                           WAY_BLOCK_ALL_KINDS, WAY_WEEK_CLEAR };

  on_stroke (self, &stroke);
}

static void
on_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (widget);

  g_clear_pointer (&self->copied, g_array_unref);
  self->copied = way_week_take_day (self->availability, way_week_grid_get_weekday (self->grid));
  show_actions (self);
}

static void
on_paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (widget);

  put_days (self, self->copied, way_week_grid_get_weekdays (self->grid));
}

static void
on_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (widget);

  g_array_unref (self->availability);
  self->availability = g_ptr_array_steal_index (self->steps, self->steps->len - 1);
  self->written = 0;
  show (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
way_week_painter_set_availability (WayWeekPainter *self, const GArray *availability)
{
  g_ptr_array_set_size (self->steps, 0);
  g_array_unref (self->availability);
  self->availability = g_array_copy ((GArray *) availability);
  self->written = 0;
  show (self);
}

const GArray *
way_week_painter_get_availability (WayWeekPainter *self)
{
  return self->availability;
}

void
way_week_painter_put_day (WayWeekPainter *self, int weekday, const GArray *windows)
{
  if (self->written != weekday)
    remember (self, weekday);
  way_week_put_day (self->availability, weekday, windows);
  show (self);
}

static void
way_week_painter_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (object);

  if (id == PROP_EARLY)
    {
      self->early = g_value_get_boolean (value);
      way_week_grid_set_early (self->grid, self->early);
      return;
    }
  if (id == PROP_PREFERRED)
    self->preferred = g_value_get_boolean (value);
  else
    {
      g_free (self->brush);
      self->brush = g_value_dup_string (value);
    }
  int kind = way_block_kind_from_string (self->brush);
  way_week_grid_set_brush (self->grid, kind < 0 ? WAY_BLOCK_ALL_KINDS : 1u << kind,
                           self->preferred);
}

static void
way_week_painter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (object);

  if (id == PROP_BRUSH)
    g_value_set_string (value, self->brush);
  else
    g_value_set_boolean (value, id == PROP_EARLY ? self->early : self->preferred);
}

static gboolean
way_week_painter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAY_WEEK_PAINTER (widget)->grid));
}

static void
way_week_painter_finalize (GObject *object)
{
  WayWeekPainter *self = WAY_WEEK_PAINTER (object);

  g_array_unref (self->availability);
  g_ptr_array_unref (self->steps);
  g_clear_pointer (&self->copied, g_array_unref);
  g_free (self->brush);
  G_OBJECT_CLASS (way_week_painter_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "week.brush", "brush");
  gtk_widget_class_install_property_action (widget_class, "week.preferred", "preferred");
  gtk_widget_class_install_property_action (widget_class, "week.early", "early");
  gtk_widget_class_install_action (widget_class, "week.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "week.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "week.paste", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "week.copy-to-workdays", NULL,
                                   on_copy_to_workdays);
  gtk_widget_class_install_action (widget_class, "week.copy-to-all", NULL, on_copy_to_all);
  gtk_widget_class_install_action (widget_class, "week.clear-day", NULL, on_clear_day);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "week.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "week.copy",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "week.paste",
                                       NULL);
}

static void
way_week_painter_class_init (WayWeekPainterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_type_ensure (WAY_TYPE_WEEK_GRID);
  object_class->finalize = way_week_painter_finalize;
  object_class->set_property = way_week_painter_set_property;
  object_class->get_property = way_week_painter_get_property;
  widget_class->grab_focus = way_week_painter_grab_focus;
  props[PROP_BRUSH] = g_param_spec_string ("brush", NULL, NULL, "all", flags);
  props[PROP_PREFERRED] = g_param_spec_boolean ("preferred", NULL, NULL, FALSE, flags);
  props[PROP_EARLY] = g_param_spec_boolean ("early", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_WEEK_PAINTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/widgets/week-painter.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWeekPainter, grid);
  gtk_widget_class_bind_template_child (widget_class, WayWeekPainter, day_menu);
  gtk_widget_class_bind_template_child (widget_class, WayWeekPainter, sum);
  gtk_widget_class_bind_template_child (widget_class, WayWeekPainter, kinds);
  gtk_widget_class_bind_template_callback (widget_class, on_stroke);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
}

static void
way_week_painter_init (WayWeekPainter *self)
{
  self->availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->brush = g_strdup ("all");
  gtk_widget_init_template (GTK_WIDGET (self));
  on_cursor_moved (self);
  show (self);
}
