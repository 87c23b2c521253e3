#include "app/schedule/block-clock.h"

#include "app/format.h"
#include "app/widgets/form.h"
#include "core/planner/timer.h"

#include <glib/gi18n.h>

struct _WayBlockClock
{
  GtkWidget parent_instance;

  const WayBlock *block;
  GtkLabel *worked;
  GtkLabel *cut;
  GtkWidget *buttons;
  GtkButton *toggle;
  GtkWidget *finish;
  GtkWidget *correct;
  GtkSpinButton *minutes;
};

G_DEFINE_FINAL_TYPE (WayBlockClock, way_block_clock, GTK_TYPE_WIDGET)

static char *
worked_text (const WayBlock *block, int minutes)
{
  g_autofree char *worked =
      minutes > 0 ? way_format_minutes (minutes) : g_strdup_printf (_ ("%d min"), 0);
  g_autofree char *planned = way_format_minutes (way_timer_planned_minutes (block));

  if (block->started_utc != 0)
    /* Translators: minutes worked and planned: "Running: 25 min of 1 h" */
    return g_strdup_printf (_ ("Running: %s of %s"), worked, planned);
  if (g_str_equal (block->state, "started"))
    /* Translators: minutes worked and planned. */
    return g_strdup_printf (_ ("Paused: %s of %s"), worked, planned);
  /* Translators: minutes worked and planned. */
  return g_strdup_printf (_ ("Worked: %s of %s"), worked, planned);
}

void
way_block_clock_tick (WayBlockClock *self, gint64 now_utc)
{
  int minutes = way_timer_minutes (self->block, now_utc);
  g_autofree char *text = worked_text (self->block, MAX (0, minutes));

  gtk_label_set_text (self->worked, text);
  gtk_widget_set_visible (GTK_WIDGET (self->worked), minutes >= 0);
  gtk_widget_set_visible (GTK_WIDGET (self->cut), way_timer_is_cut (self->block, now_utc));
}

static void
set_action (GtkWidget *button, const char *action, gint64 id)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

/* One button starts, pauses and goes on, so that it keeps the keyboard. */
void
way_block_clock_set_block (WayBlockClock *self, const WayBlock *block, gint64 now_utc)
{
  gboolean running = block->started_utc != 0, done = g_str_equal (block->state, "done");
  gboolean started = g_str_equal (block->state, "started");
  int minutes = way_timer_minutes (block, now_utc);

  self->block = block;
  gtk_button_set_label (self->toggle, running   ? _ ("_Pause")
                                      : started ? _ ("_Go On")
                                                : _ ("_Start"));
  set_action (GTK_WIDGET (self->toggle), running ? "mark.pause" : "mark.start", block->id);
  set_action (self->finish, "mark.finish", block->id);
  gtk_widget_set_visible (self->buttons, !done);
  gtk_widget_set_visible (self->finish, started);
  gtk_widget_set_visible (self->correct, done);
  gtk_spin_button_set_value (self->minutes,
                             minutes >= 0 ? minutes : way_timer_done_minutes (block, now_utc));
  way_block_clock_tick (self, now_utc);
}

static void
on_correct (WayBlockClock *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "mark.minutes", "(xi)", self->block->id,
                              way_form_get_int (self->minutes));
}

static void
way_block_clock_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_block_clock_parent_class)->dispose (object);
}

static void
way_block_clock_class_init (WayBlockClockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_block_clock_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/schedule/block-clock.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, worked);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, cut);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, buttons);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, toggle);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, finish);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, correct);
  gtk_widget_class_bind_template_child (widget_class, WayBlockClock, minutes);
  gtk_widget_class_bind_template_callback (widget_class, on_correct);
}

static void
way_block_clock_init (WayBlockClock *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
