#include "app/roadmap/trial-bar.h"

#include "app/plan/trial.h"

struct _WayTrialBar
{
  AdwBin parent_instance;

  WayTrial *trial; /* of the store */
  WayTimeline *timeline;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (WayTrialBar, way_trial_bar, ADW_TYPE_BIN)

static void
show_ghosts (WayTrialBar *self, const WayVariant *then)
{
  g_autoptr (GArray) ghosts = g_array_new (FALSE, FALSE, sizeof (WayTimelineGhost));

  for (guint i = 0; i < then->phases->len; i++)
    {
      const WayVariantPhase *phase = g_ptr_array_index (then->phases, i);
      WayTimelineGhost ghost = { phase->id, phase->start_date, phase->early_finish_date,
                                 phase->late_finish_date };
      if (phase->start_date != WAY_DATE_NONE)
        g_array_append_val (ghosts, ghost);
    }
  way_timeline_show_ghosts (self->timeline, ghosts);
}

/* Out of sight it is out of reach of the keyboard, too. */
static void
show_trial (WayTrialBar *self)
{
  const WayVariant *then = way_trial_get_then (self->trial);

  gtk_widget_set_visible (GTK_WIDGET (self), then != NULL);
  if (then == NULL)
    {
      way_timeline_show_ghosts (self->timeline, NULL);
      return;
    }
  g_autofree char *title = way_trial_describe (self->trial);
  g_autofree char *subtitle = way_trial_compare (self->trial);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->subtitle, subtitle);
  show_ghosts (self, then);
}

void
way_trial_bar_set_store (WayTrialBar *self, WayStore *store, WayTimeline *timeline)
{
  self->trial = way_trial_of (store);
  self->timeline = timeline;
  g_signal_connect_object (self->trial, "changed", G_CALLBACK (show_trial), self,
                           G_CONNECT_SWAPPED);
  show_trial (self);
}

static void
way_trial_bar_class_init (WayTrialBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/roadmap/trial-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WayTrialBar, title);
  gtk_widget_class_bind_template_child (widget_class, WayTrialBar, subtitle);
}

static void
way_trial_bar_init (WayTrialBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
