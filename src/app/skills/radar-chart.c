#include "app/skills/radar-chart.h"

#include "app/skills/radar-geometry.h"
#include "app/skills/radar.h"

#include <glib/gi18n.h>

#define MOST_NAMES 12 /* that are listed */

struct _WayRadarChart
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *message;
  WayRadar *radar;
  GtkLabel *blank;
};

G_DEFINE_FINAL_TYPE (WayRadarChart, way_radar_chart, ADW_TYPE_BIN)

static void
on_cursor_moved (WayRadarChart *self)
{
  g_signal_emit_by_name (self, "cursor-moved");
}

/* "Without a score, and not drawn: Queues, Caches"; "" when all have one. */
static char *
blank_text (const WayScoreTable *table)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint n = table->rows->len - way_score_table_count (table);

  for (guint i = 0; i < table->rows->len && titles->len < MOST_NAMES; i++)
    {
      const WayScoreRow *row = g_ptr_array_index (table->rows, i);
      if (row->scores[way_score_table_last (table)] == WAY_SKILL_BLANK)
        g_ptr_array_add (titles, row->title);
    }
  if (n == 0)
    return g_strdup ("");
  g_ptr_array_add (titles, NULL);
  /* Translators: between the parts of a list */
  g_autofree char *list = g_strjoinv (_ (", "), (char **) titles->pdata);
  if (n <= MOST_NAMES)
    /* Translators: a list of skills */
    return g_strdup_printf (_ ("Without a score, and not drawn: %s"), list);
  n -= MOST_NAMES;
  /* Translators: a list of skills, and how many there are beyond those */
  return g_strdup_printf (ngettext ("Without a score, and not drawn: %s and %u more",
                                    "Without a score, and not drawn: %s and %u more", n),
                          list, n);
}

/* Why there is no radar; %NULL when there is one. */
static char *
why_not (guint n)
{
  if (n < WAY_RADAR_LEAST)
    return g_strdup_printf (
        ngettext ("A radar needs %d skills with a score at least; there is %u.",
                  "A radar needs %d skills with a score at least; there are %u.", n),
        WAY_RADAR_LEAST, n);
  if (n > WAY_RADAR_MOST)
    return g_strdup_printf (_ ("%u skills have a score. A radar can be read with %d at most."), n,
                            WAY_RADAR_MOST);
  return NULL;
}

void
way_radar_chart_show (WayRadarChart *self, WayScoreTable *table, int compared)
{
  g_autofree char *message = why_not (way_score_table_count (table));
  g_autofree char *blank = blank_text (table);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; message == NULL && i < table->rows->len; i++)
    {
      WayScoreRow *row = g_ptr_array_index (table->rows, i);
      if (row->scores[way_score_table_last (table)] != WAY_SKILL_BLANK)
        g_ptr_array_add (rows, row);
    }
  way_radar_show (self->radar, table, rows, compared);
  gtk_label_set_text (self->blank, blank);
  gtk_widget_set_visible (GTK_WIDGET (self->blank), *blank != '\0');
  adw_status_page_set_title (self->message, way_score_table_count (table) < WAY_RADAR_LEAST
                                                ? _ ("Too Few Scores for a Radar")
                                                : _ ("Too Many Skills for a Radar"));
  adw_status_page_set_description (self->message, message);
  gtk_stack_set_visible_child_name (self->stack, message != NULL ? "message" : "radar");
}

char *
way_radar_chart_describe (WayRadarChart *self)
{
  return way_radar_describe (self->radar);
}

static void
way_radar_chart_class_init (WayRadarChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_RADAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/radar-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRadarChart, stack);
  gtk_widget_class_bind_template_child (widget_class, WayRadarChart, message);
  gtk_widget_class_bind_template_child (widget_class, WayRadarChart, radar);
  gtk_widget_class_bind_template_child (widget_class, WayRadarChart, blank);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  g_signal_new ("cursor-moved", WAY_TYPE_RADAR_CHART, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
way_radar_chart_init (WayRadarChart *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
