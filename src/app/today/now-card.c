#include "app/today/now-card.h"

#include "app/format.h"
#include "app/widgets/block-row.h"
#include "core/planner/timer.h"

#include <glib/gi18n.h>
#include <string.h>

struct _WayNowCard
{
  GtkWidget parent_instance;

  gint64 id;
  int worked_minutes;
  int days_ahead; /* from today to the block */
  char *kind_class;
  GtkLabel *moment;
  GtkWidget *kind_box;
  GtkImage *icon;
  GtkLabel *kind;
  GtkLabel *title;
  GtkLabel *times;
  GtkLabel *detail;
  GtkWidget *clock;
  GtkLabel *worked;
  GtkLabel *planned;
  GtkLabel *cut;
  GtkWidget *buttons;
  GtkButton *toggle;
  GtkWidget *finish;
  GtkWidget *skip;
  GtkMenuButton *correct;
  GtkSpinButton *minutes;
};

G_DEFINE_FINAL_TYPE (WayNowCard, way_now_card, GTK_TYPE_WIDGET)

/* In a whole number of minutes: 59 seconds before it is one minute. */
static char *
next_text (const WayNowCard *self, const WayBlock *block, gint64 now_utc)
{
  int days = self->days_ahead;
  g_autofree char *minutes = way_format_minutes ((int) ((block->start_utc - now_utc + 59) / 60));

  if (days == 0)
    /* Translators: how long it is until the next block: "Next, in 2 h 15 min" */
    return g_strdup_printf (_ ("Next, in %s"), minutes);
  if (days == 1)
    return g_strdup (_ ("Next, tomorrow"));
  return g_strdup_printf (ngettext ("Next, in %d day", "Next, in %d days", (gulong) days), days);
}

static char *
moment_text (const WayNowCard *self, const WayToday *today, gint64 now_utc)
{
  switch (today->now)
    {
    case WAY_NOW_RUNNING:
      return g_strdup (_ ("Running"));
    case WAY_NOW_PAUSED:
      return g_strdup (_ ("Paused"));
    case WAY_NOW_CURRENT:
      return g_strdup (g_str_equal (today->block->state, "started") ? _ ("Now, paused")
                                                                    : _ ("Now"));
    case WAY_NOW_NEXT:
      return next_text (self, today->block, now_utc);
    case WAY_NOW_NOTHING:
    default:
      return g_strdup (_ ("Nothing more is planned"));
    }
}

/* "of 1 h, 37 min left" */
static char *
planned_text (const WayBlock *block, int worked)
{
  int planned = way_timer_planned_minutes (block);
  g_autofree char *length = way_format_minutes (planned);
  g_autofree char *rest = way_format_minutes (ABS (planned - worked));

  if (worked > planned)
    /* Translators: beside the minutes worked: planned minutes, minutes over them. */
    return g_strdup_printf (_ ("of %s, %s over"), length, rest);
  /* Translators: beside the minutes worked: planned minutes, minutes left of them. */
  return g_strdup_printf (_ ("of %s, %s left"), length, rest);
}

static void
show_clock (WayNowCard *self, const WayBlock *block, gint64 now_utc)
{
  int minutes = way_timer_minutes (block, now_utc);
  g_autofree char *worked =
      minutes > 0 ? way_format_minutes (minutes) : g_strdup_printf (_ ("%d min"), 0);
  g_autofree char *planned = planned_text (block, minutes);

  self->worked_minutes = minutes;
  gtk_widget_set_visible (self->clock, minutes >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), way_timer_is_cut (block, now_utc));
  gtk_label_set_text (self->worked, worked);
  gtk_label_set_text (self->planned, planned);
  if (minutes > way_timer_planned_minutes (block))
    gtk_widget_add_css_class (self->clock, "over");
  else
    gtk_widget_remove_css_class (self->clock, "over");
}

void
way_now_card_tick (WayNowCard *self, const WayToday *today, gint64 now_utc)
{
  g_autofree char *moment = moment_text (self, today, now_utc);

  gtk_label_set_text (self->moment, moment);
  if (today->block != NULL)
    show_clock (self, today->block, now_utc);
}

/* The day is said when it is not today. */
static char *
times_text (const WayNowCard *self, const WayToday *today, WayZone *zone)
{
  const WayBlock *block = today->block;
  g_autofree char *times = way_format_times (zone, block->start_utc, block->end_utc);
  g_autofree char *day =
      self->days_ahead != 0 ? way_format_day (today->date + self->days_ahead) : NULL;

  if (day == NULL)
    return g_steal_pointer (&times);
  /* Translators: a day, and from when to when. */
  return g_strdup_printf (_ ("%s, %s"), day, times);
}

static void
show_block (WayNowCard *self, const WayToday *today, WayZone *zone)
{
  const WayBlock *block = today->block;
  /* A plan's own titles have it already. */
  gboolean detailed =
      *block->phase_detail != '\0' && strstr (block->title, block->phase_detail) == NULL;

  self->days_ahead = way_zone_to_local (zone, block->start_utc, NULL) - today->date;
  g_autofree char *times = times_text (self, today, zone);
  gtk_image_set_from_icon_name (self->icon, way_block_kind_icon (block->kind));
  gtk_label_set_text (self->kind, way_block_kind_label (block->kind));
  gtk_label_set_text (self->title, block->title);
  gtk_label_set_text (self->times, times);
  gtk_label_set_text (self->detail, block->phase_detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detailed);
  if (self->kind_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind_class);
  g_free (self->kind_class);
  self->kind_class = g_strdup_printf ("kind-%s", way_block_kind_to_string (block->kind));
  gtk_widget_add_css_class (GTK_WIDGET (self), self->kind_class);
}

static void
set_action (GtkWidget *button, const char *action, gint64 id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* One button starts, pauses and goes on, so that it keeps the focus. */
static void
show_buttons (WayNowCard *self, const WayToday *today)
{
  const WayBlock *block = today->block;
  gboolean running = block->started_utc != 0;
  gboolean started = g_str_equal (block->state, "started");
  gboolean far = today->now == WAY_NOW_NEXT && self->days_ahead > 0;

  gtk_button_set_label (self->toggle, running   ? _ ("_Pause")
                                      : started ? _ ("_Go On")
                                                : _ ("_Start"));
  set_action (GTK_WIDGET (self->toggle), running ? "mark.pause" : "mark.start", block->id);
  if (running || far)
    gtk_widget_remove_css_class (GTK_WIDGET (self->toggle), "suggested-action");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "suggested-action");
  set_action (self->finish, "mark.finish", block->id);
  gtk_widget_set_visible (self->finish, started || today->now == WAY_NOW_CURRENT);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->skip), "(xs)", block->id, "skipped");
  gtk_widget_set_visible (self->skip, !started);
  gtk_widget_set_visible (GTK_WIDGET (self->correct), started);
}

void
way_now_card_set_today (WayNowCard *self, const WayToday *today, WayZone *zone)
{
  gboolean any = today->block != NULL;

  self->id = any ? today->block->id : 0;
  gtk_widget_set_visible (self->kind_box, any);
  gtk_widget_set_visible (GTK_WIDGET (self->title), any);
  gtk_widget_set_visible (GTK_WIDGET (self->times), any);
  gtk_widget_set_visible (self->buttons, any);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), any);
  gtk_widget_set_visible (self->clock, any);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), any);
  if (any)
    {
      show_block (self, today, zone);
      show_buttons (self, today);
    }
  way_now_card_tick (self, today, today->now_utc);
}

/* What the clock says is where a correction begins. */
static void
on_correct_shown (WayNowCard *self)
{
  gtk_spin_button_set_value (self->minutes, MAX (0, self->worked_minutes));
}

static void
on_correct (WayNowCard *self)
{
  int minutes = gtk_spin_button_get_value_as_int (self->minutes);

  gtk_menu_button_popdown (self->correct);
  gtk_widget_activate_action (GTK_WIDGET (self), "mark.minutes", "(xi)", self->id, minutes);
}

static void
way_now_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&WAY_NOW_CARD (object)->kind_class, g_free);
  G_OBJECT_CLASS (way_now_card_parent_class)->dispose (object);
}

static void
way_now_card_class_init (WayNowCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_now_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/today/now-card.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "nowcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, moment);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, kind_box);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, icon);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, kind);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, title);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, times);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, detail);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, clock);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, worked);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, planned);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, cut);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, buttons);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, toggle);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, finish);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, skip);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, correct);
  gtk_widget_class_bind_template_child (widget_class, WayNowCard, minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_correct);
  gtk_widget_class_bind_template_callback (widget_class, on_correct_shown);
}

static void
way_now_card_init (WayNowCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
