#include "app/roadmap/phase-row.h"

#include "app/format.h"

#include <glib/gi18n.h>

struct _WayPhaseRow
{
  GtkWidget parent_instance;

  gint64 id;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *dates;
  GtkLabel *activities;
  GtkLabel *gate;
  GtkLabel *notes;
  GtkWidget *set_dates;
};

G_DEFINE_FINAL_TYPE (WayPhaseRow, way_phase_row, GTK_TYPE_WIDGET)

/* "4 Jan – 7 Jan, at the latest 8 Jan" */
static char *
dates_text (const WayRoadmapPhase *phase, WayDate today)
{
  g_autofree char *start = way_format_day_short (phase->start_date, today);

  if (phase->ongoing)
    return g_strdup_printf (_ ("From %s, ongoing"), start);
  g_autofree char *early = way_format_day_short (phase->early_finish_date, today);
  g_autofree char *late = way_format_day_short (phase->late_finish_date, today);
  if (phase->early_finish_date == phase->late_finish_date)
    return g_strdup_printf (_ ("%s – %s"), start, late);
  /* Translators: a start, an early and a late finish. */
  return g_strdup_printf (_ ("%s – %s, at the latest %s"), start, early, late);
}

static char *
count_text (const WayRoadmapPhase *phase)
{
  if (phase->blocks == 0)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%d of %d block done", "%d of %d blocks done", phase->blocks),
                          phase->blocks_done, phase->blocks);
}

/* The exit criteria, and whether the gate behind them is closed (transfer full). */
static char *
gate_text (const WayRoadmapPhase *phase, WayDate today)
{
  gboolean closed = phase->gate_closed_date != WAY_DATE_NONE;
  g_autofree char *day = closed ? way_format_day_short (phase->gate_closed_date, today) : NULL;

  if (*phase->exit_criteria == '\0')
    /* Translators: a day */
    return closed ? g_strdup_printf (_ ("Gate closed on %s"), day) : g_strdup ("");
  if (closed)
    /* Translators: a day, and the exit criterion of a phase */
    return g_strdup_printf (_ ("Gate closed on %s: %s"), day, phase->exit_criteria);
  /* Translators: the exit criterion of a phase. */
  return g_strdup_printf (_ ("Done when: %s"), phase->exit_criteria);
}

gint64
way_phase_row_get_phase (WayPhaseRow *self)
{
  return self->id;
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
on_set_dates (WayPhaseRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "dates.set", "(sx)", "phase", self->id);
}

void
way_phase_row_set_phase (WayPhaseRow *self, const WayRoadmapPhase *phase, WayDate today)
{
  g_autofree char *dates = dates_text (phase, today);
  g_autofree char *count = count_text (phase);
  g_autofree char *gate = gate_text (phase, today);

  /* Translators: a phase */
  g_autofree char *name = g_strdup_printf (_ ("Set dates of %s"), phase->title);

  self->id = phase->id;
  gtk_label_set_text (self->title, phase->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->set_dates), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  set_text (self->count, count);
  set_text (self->dates, dates);
  set_text (self->activities, phase->activities);
  set_text (self->gate, gate);
}

void
way_phase_row_set_notes (WayPhaseRow *self, const char *notes)
{
  set_text (self->notes, notes);
}

static void
way_phase_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_phase_row_parent_class)->dispose (object);
}

static void
way_phase_row_class_init (WayPhaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_phase_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/roadmap/phase-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "phaserow");
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, count);
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, dates);
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, activities);
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, gate);
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, notes);
  gtk_widget_class_bind_template_child (widget_class, WayPhaseRow, set_dates);
  gtk_widget_class_bind_template_callback (widget_class, on_set_dates);
}

static void
way_phase_row_init (WayPhaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_phase_row_new (void)
{
  return g_object_new (WAY_TYPE_PHASE_ROW, NULL);
}
