#include "app/roadmap/paper-tables.h"

#include "app/format.h"

#include <glib/gi18n.h>

static const WayPaperColumn phase_columns[] = {
  { N_ ("Phase"), 0.26, FALSE },        { N_ ("Start"), 0.18, FALSE },
  { N_ ("Early finish"), 0.18, FALSE }, { N_ ("Late finish"), 0.18, FALSE },
  { N_ ("Hours"), 0.08, TRUE },         { N_ ("Gate"), 0.12, FALSE },
};

static const WayPaperColumn point_columns[] = {
  { N_ ("Due"), 0.18, FALSE },
  { N_ ("Kind"), 0.12, FALSE },
  { N_ ("What"), 0.48, FALSE },
  { N_ ("State"), 0.22, FALSE },
};

/* The titles in the person's language. */
static WayPaperTable *
make_table (const char *title, const WayPaperColumn *columns, gsize n_columns)
{
  g_autofree WayPaperColumn *translated = g_memdup2 (columns, n_columns * sizeof *columns);

  for (gsize i = 0; i < n_columns; i++)
    translated[i].title = _ (columns[i].title);
  return way_paper_table_new (title, translated, n_columns);
}

static void
add_phase (WayPaperTable *table, const WayRoadmapPhase *phase)
{
  gboolean closed = phase->gate_closed_date != WAY_DATE_NONE;
  char *cells[] = {
    g_strdup (phase->title),
    way_format_date (phase->start_date),
    phase->ongoing ? g_strdup (_ ("Ongoing")) : way_format_date (phase->early_finish_date),
    phase->ongoing ? g_strdup ("") : way_format_date (phase->late_finish_date),
    way_format_minutes (phase->planned_minutes),
    g_strdup (closed                          ? _ ("Closed")
              : *phase->exit_criteria != '\0' ? _ ("Open")
                                              : ""),
    NULL,
  };

  way_paper_table_add_row (table, cells);
}

WayPaperTable *
way_paper_table_of_phases (const WayRoadmap *roadmap)
{
  WayPaperTable *table = make_table (_ ("Phases"), phase_columns, G_N_ELEMENTS (phase_columns));
  gint64 guide = 0, last = 0;

  if (roadmap->phases->len > 0)
    last = ((WayRoadmapPhase *) g_ptr_array_index (roadmap->phases, roadmap->phases->len - 1))
               ->guide_id;

  for (guint i = 0; i < roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      char *heading[] = { NULL, NULL };
      /* One guide alone is the title of the paper. */
      if (phase->guide_id != guide && (guide != 0 || phase->guide_id != last))
        {
          heading[0] = g_strdup (phase->guide_title);
          way_paper_table_add_row (table, heading);
        }
      guide = phase->guide_id;
      add_phase (table, phase);
    }
  return table;
}

/* transfer full */
static char *
state_of (const WayRoadmapPoint *point, WayDate today)
{
  if (point->done_date == WAY_DATE_NONE)
    return g_strdup (point->due_date < today ? _ ("Late") : _ ("Open"));
  g_autofree char *day = way_format_date (point->done_date);
  return g_strdup_printf (_ ("Done %s"), day);
}

static void
add_point (WayPaperTable *table, const WayRoadmapPoint *point, WayDate today)
{
  char *cells[] = {
    way_format_date (point->due_date),
    g_strdup (point->checklist ? _ ("Checklist") : _ ("Milestone")),
    g_strdup (point->title),
    state_of (point, today),
    NULL,
  };

  way_paper_table_add_row (table, cells);
}

static void
add_review (WayPaperTable *table, WayDate date)
{
  char *cells[] = { way_format_date (date), g_strdup (_ ("Review")), g_strdup (""), g_strdup (""),
                    NULL };

  way_paper_table_add_row (table, cells);
}

WayPaperTable *
way_paper_table_of_points (const WayRoadmap *roadmap, const GArray *reviews, WayDate today)
{
  WayPaperTable *table = make_table (_ ("Milestones, Checklist and Reviews"), point_columns,
                                     G_N_ELEMENTS (point_columns));
  guint review = 0;

  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      while (review < reviews->len && g_array_index (reviews, WayDate, review) < point->due_date)
        add_review (table, g_array_index (reviews, WayDate, review++));
      add_point (table, point, today);
    }
  while (review < reviews->len)
    add_review (table, g_array_index (reviews, WayDate, review++));
  return table;
}
