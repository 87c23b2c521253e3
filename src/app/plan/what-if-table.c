#include "app/plan/what-if-table.h"

#include "app/format.h"
#include "core/planner/scheduler.h"

#include <glib/gi18n.h>

enum
{
  COLUMN_NAME,
  COLUMN_NOW,
  COLUMN_THEN,
};

struct _WayWhatIfTable
{
  GtkWidget parent_instance;

  GtkGrid *grid;
  int n_rows;
};

G_DEFINE_FINAL_TYPE (WayWhatIfTable, way_what_if_table, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, gboolean end)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), end ? 1 : 0);
  gtk_label_set_justify (GTK_LABEL (label), end ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  return label;
}

static void
attach (WayWhatIfTable *self, GtkWidget *widget, int column, int width)
{
  gtk_grid_attach (self->grid, widget, column, self->n_rows, width, 1);
}

static void
add_name (WayWhatIfTable *self, const char *name)
{
  GtkWidget *label = new_label (name, FALSE);

  gtk_widget_add_css_class (label, "dim-label");
  attach (self, label, COLUMN_NAME, 1);
}

/* A value that differs stands out by its weight. @text: taken */
static void
add_value (WayWhatIfTable *self, char *text, int column, const char *css_class)
{
  GtkWidget *label = new_label (text, TRUE);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  attach (self, label, column, 1);
  g_free (text);
}

/* @now, @then: taken */
static void
add_row (WayWhatIfTable *self, const char *name, char *now, char *then)
{
  const char *css_class = g_str_equal (now, then) ? NULL : "heading";

  add_name (self, name);
  add_value (self, now, COLUMN_NOW, NULL);
  add_value (self, then, COLUMN_THEN, css_class);
  self->n_rows++;
}

/* Of the end of the ranges that is planned. */
static WayDate
finish_date (const WayVariant *variant)
{
  return variant->settings->low_end ? variant->early_finish_date : variant->late_finish_date;
}

/* The one large figure, and what the difference is in words. */
static void
add_finish (WayWhatIfTable *self, const WayVariant *now, const WayVariant *then)
{
  const WayDate dates[] = { finish_date (now), finish_date (then) };
  gboolean known = dates[0] != WAY_DATE_NONE && dates[1] != WAY_DATE_NONE;

  add_name (self, _ ("Finished"));
  for (int i = 0; i < 2; i++)
    add_value (self,
               dates[i] != WAY_DATE_NONE ? way_format_date (dates[i]) : g_strdup (_ ("Never")),
               COLUMN_NOW + i, "title-2");
  self->n_rows++;
  g_autofree char *difference = known ? way_format_difference (dates[1] - dates[0]) : g_strdup ("");
  GtkWidget *label = new_label (difference, TRUE);
  gtk_widget_add_css_class (label, "difference");
  gtk_widget_add_css_class (label, "heading");
  attach (self, label, COLUMN_NOW, 2);
  self->n_rows++;
}

static char *
work_text (const WayVariant *variant)
{
  /* Translators: numbers of hours at the low and at the high end of the guide's ranges. */
  return g_strdup_printf (_ ("%g to %g h"), variant->early_minutes / 60.0,
                          variant->late_minutes / 60.0);
}

static char *
finish_text (const WayVariantPhase *phase, WayDate today)
{
  if (phase->late_finish_date == WAY_DATE_NONE)
    return g_strdup (_ ("Never"));
  if (phase->early_finish_date == WAY_DATE_NONE)
    return way_format_day_short (phase->late_finish_date, today);
  g_autofree char *text =
      way_format_days (phase->early_finish_date, phase->late_finish_date, today);
  GString *days = g_string_new (text);
  /* In a narrow window a line may end at the dash only, not inside a day. */
  g_string_replace (days, " ", "\u00a0", 0);
  g_string_replace (days, "–\u00a0", "– ", 0);
  return g_string_free (days, FALSE);
}

static void
add_phases (WayWhatIfTable *self, const WayVariant *now, const WayVariant *then, WayDate today)
{
  for (guint i = 0; i < MIN (now->phases->len, then->phases->len); i++)
    {
      const WayVariantPhase *a = g_ptr_array_index (now->phases, i);
      const WayVariantPhase *b = g_ptr_array_index (then->phases, i);
      /* Translators: a phase: "Core is over" */
      g_autofree char *name = g_strdup_printf (_ ("%s is over"), a->title);
      add_row (self, name, finish_text (a, today), finish_text (b, today));
    }
}

/* Late counts against a day that the person has given: without one, the due dates follow the hours. */
static gboolean
is_late (const WayVariant *variant)
{
  return variant->settings->target_date != WAY_DATE_NONE &&
         variant->max_lateness != WAY_NO_LATENESS && variant->max_lateness > 0;
}

static char *
lateness_text (const WayVariant *variant)
{
  int days = variant->max_lateness;

  /* Translators: nothing is late. */
  return is_late (variant) ? g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days), days)
                           : g_strdup (C_ ("late", "No"));
}

static char *
join (const GPtrArray *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (texts, i));
  return g_string_free (text, FALSE);
}

/* Prose needs the width of both columns: one below the other. */
static void
add_prose (WayWhatIfTable *self, const char *name, const char *now, const char *then)
{
  const char *texts[] = { *now != '\0' ? now : _ ("none"), *then != '\0' ? then : _ ("none") };

  if (g_str_equal (now, then))
    return;
  for (int i = 0; i < 2; i++)
    {
      /* Translators: milestones, or what a role emphasises, as they are now. */
      g_autofree char *text = g_strdup_printf (i == 0 ? _ ("Now: %s")
                                                      /* Translators: as they would be. */
                                                      : _ ("What if: %s"),
                                               texts[i]);
      add_name (self, i == 0 ? name : "");
      attach (self, new_label (text, FALSE), COLUMN_NOW, 2);
      self->n_rows++;
    }
}

static void
add_heads (WayWhatIfTable *self)
{
  add_name (self, "");
  add_value (self, g_strdup (_ ("Now")), COLUMN_NOW, "heading");
  add_value (self, g_strdup (_ ("What if")), COLUMN_THEN, "heading");
  self->n_rows++;
}

static void
describe (WayWhatIfTable *self, const WayVariant *now, const WayVariant *then)
{
  g_autofree char *before = way_format_date (finish_date (now));
  g_autofree char *after = way_format_date (finish_date (then));
  g_autofree char *difference = way_format_difference (finish_date (then) - finish_date (now));
  /* Translators: two days, and "5 weeks earlier". */
  g_autofree char *text =
      g_strdup_printf (_ ("Finished on %s now, on %s with this: %s"), before, after, difference);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

void
way_what_if_table_show (WayWhatIfTable *self,
                        const WayVariant *now,
                        const WayVariant *then,
                        WayDate today)
{
  g_autofree char *milestones_now = join (now->milestones);
  g_autofree char *milestones_then = join (then->milestones);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
  add_heads (self);
  add_finish (self, now, then);
  add_row (self, _ ("Hours a week"), g_strdup_printf ("%g", now->settings->weekly_minutes / 60.0),
           g_strdup_printf ("%g", then->settings->weekly_minutes / 60.0));
  add_row (self, _ ("Work"), work_text (now), work_text (then));
  add_phases (self, now, then, today);
  if (is_late (now) || is_late (then))
    add_row (self, _ ("Late"), lateness_text (now), lateness_text (then));
  if (now->unplaced_minutes + then->unplaced_minutes > 0)
    add_row (self, _ ("Without a place"), way_format_minutes (now->unplaced_minutes),
             way_format_minutes (then->unplaced_minutes));
  add_prose (self, _ ("Milestones"), milestones_now, milestones_then);
  add_prose (self, _ ("Emphasis"), now->emphasis, then->emphasis);
  if (finish_date (now) != WAY_DATE_NONE && finish_date (then) != WAY_DATE_NONE)
    describe (self, now, then);
}

static void
way_what_if_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_what_if_table_parent_class)->dispose (object);
}

static void
way_what_if_table_class_init (WayWhatIfTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_what_if_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whatiftable");
}

static void
way_what_if_table_init (WayWhatIfTable *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 12);
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Now and what if"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
}
