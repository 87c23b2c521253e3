#include "app/roadmap/phase-pane.h"

#include "app/format.h"
#include "app/roadmap/artifact-group.h"
#include "app/roadmap/gate-group.h"
#include "app/session.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/note-view.h"
#include "core/roadmap/phase.h"

#include <glib/gi18n.h>

struct _WayPhasePane
{
  GtkWidget parent_instance;

  WayStore *store;
  gint64 phase_id;
  GtkLabel *title;
  GtkLabel *guide;
  GtkWidget *dates;
  GtkLabel *start;
  GtkLabel *finish;
  GtkLabel *hours;
  WayGateGroup *gate;
  AdwPreferencesGroup *activities;
  GPtrArray *activity_rows; /* of GtkWidget * */
  WayArtifactGroup *artifacts;
  WayNoteView *note;
  AdwActionRow *source;
};

G_DEFINE_FINAL_TYPE (WayPhasePane, way_phase_pane, GTK_TYPE_WIDGET)

enum
{
  CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_dates (WayPhasePane *self, const WayPhase *phase, WayDate today)
{
  const WayRoadmapPhase *dates = phase->dates;

  gtk_widget_set_visible (self->dates, dates != NULL);
  if (dates == NULL)
    return;
  g_autofree char *start = way_format_day_short (dates->start_date, today);
  g_autofree char *finish =
      dates->ongoing ? g_strdup (_ ("Ongoing"))
                     : way_format_days (dates->early_finish_date, dates->late_finish_date, today);
  g_autofree char *done = way_format_minutes (phase->done_minutes);
  g_autofree char *planned = way_format_minutes (dates->planned_minutes);
  /* Translators: two lengths of time: "2 h of 6 h done" */
  g_autofree char *hours = g_strdup_printf (_ ("%s of %s done"), done, planned);

  gtk_label_set_text (self->start, start);
  gtk_label_set_text (self->finish, finish);
  gtk_label_set_text (self->hours, hours);
}

static void
show_activities (WayPhasePane *self, const WayPhase *phase)
{
  for (guint i = 0; i < self->activity_rows->len; i++)
    adw_preferences_group_remove (self->activities, g_ptr_array_index (self->activity_rows, i));
  g_ptr_array_set_size (self->activity_rows, 0);
  for (char **at = phase->activities; *at != NULL; at++)
    {
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *markup = g_markup_escape_text (*at, -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_set_focusable (row, FALSE);
      adw_preferences_group_add (self->activities, row);
      g_ptr_array_add (self->activity_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->activities), self->activity_rows->len > 0);
}

/* A guide pack has no lines. */
static void
show_source (WayPhasePane *self, const WayPhase *phase)
{
  /* Translators: the title of a guide, and a line in its text */
  g_autofree char *place =
      phase->line > 0 ? g_strdup_printf (_ ("“%s”, line %d"), phase->guide_title, phase->line)
                      : g_strdup_printf (_ ("“%s”"), phase->guide_title);
  g_autofree char *markup = g_markup_escape_text (place, -1);

  adw_action_row_set_subtitle (self->source, markup);
}

static void
reload (GtkWidget *widget)
{
  WayPhasePane *self = WAY_PHASE_PANE (widget);
  WayDate today = way_session_today (self->store);
  g_autoptr (WayPhase) phase =
      self->phase_id != 0 ? way_phase_load (self->store, self->phase_id, NULL) : NULL;

  if (phase == NULL)
    {
      if (self->phase_id != 0)
        g_signal_emit (self, signals[CLOSE], 0);
      return;
    }
  gtk_label_set_text (self->title, phase->title);
  gtk_label_set_text (self->guide, phase->guide_title);
  show_dates (self, phase, today);
  way_gate_group_show (self->gate, phase);
  show_activities (self, phase);
  way_artifact_group_show (self->artifacts, phase, today);
  way_note_view_set_text (self->note, phase->note, FALSE);
  show_source (self, phase);
}

void
way_phase_pane_set_store (WayPhasePane *self, WayStore *store)
{
  self->store = g_object_ref (store);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->note), !way_store_is_read_only (store));
  way_follow_store (GTK_WIDGET (self), store, reload);
}

void
way_phase_pane_show (WayPhasePane *self, gint64 phase_id)
{
  if (phase_id != self->phase_id)
    way_note_view_set_text (self->note, "", TRUE);
  self->phase_id = phase_id;
  reload (GTK_WIDGET (self));
}

gint64
way_phase_pane_get_phase (WayPhasePane *self)
{
  return self->phase_id;
}

static void
on_save_note (WayPhasePane *self, const char *text)
{
  if (self->phase_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "phase.note", "(xs)", self->phase_id, text);
}

static void
on_close (WayPhasePane *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
way_phase_pane_dispose (GObject *object)
{
  WayPhasePane *self = WAY_PHASE_PANE (object);
  GtkWidget *child;

  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_phase_pane_parent_class)->dispose (object);
}

static void
way_phase_pane_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_PHASE_PANE (object)->activity_rows);
  G_OBJECT_CLASS (way_phase_pane_parent_class)->finalize (object);
}

static void
way_phase_pane_class_init (WayPhasePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_GATE_GROUP);
  g_type_ensure (WAY_TYPE_ARTIFACT_GROUP);
  g_type_ensure (WAY_TYPE_NOTE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = way_phase_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_phase_pane_finalize;
  signals[CLOSE] = g_signal_new ("close", WAY_TYPE_PHASE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/roadmap/phase-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "phasepane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, title);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, guide);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, dates);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, start);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, finish);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, hours);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, gate);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, activities);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, artifacts);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, note);
  gtk_widget_class_bind_template_child (widget_class, WayPhasePane, source);
  gtk_widget_class_bind_template_callback (widget_class, on_save_note);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
way_phase_pane_init (WayPhasePane *self)
{
  self->activity_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
