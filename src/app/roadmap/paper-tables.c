#include "app/roadmap/paper-tables.h"

#include "app/format.h"

#include <glib/gi18n.h>

#define MOST_COLUMNS 6

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

void
way_paper_table_free (WayPaperTable *table)
{
  if (table == NULL)
    return;
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static WayPaperTable *
make_table (const char *title, const WayPaperColumn *columns, gsize n_columns)
{
  WayPaperTable *table = g_new0 (WayPaperTable, 1);

  table->title = title;
  table->columns = columns;
  table->n_columns = n_columns;
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return table;
}

/* Takes @cells, ended by %NULL. */
static void
add_row (WayPaperTable *table, char *const *cells)
{
  GPtrArray *row = g_ptr_array_new ();

  for (; *cells != NULL; cells++)
    g_ptr_array_add (row, *cells);
  g_ptr_array_add (row, NULL);
  g_ptr_array_add (table->rows, g_ptr_array_free (row, FALSE));
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

  add_row (table, cells);
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
          add_row (table, heading);
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

  add_row (table, cells);
}

static void
add_review (WayPaperTable *table, WayDate date)
{
  char *cells[] = { way_format_date (date), g_strdup (_ ("Review")), g_strdup (""), g_strdup (""),
                    NULL };

  add_row (table, cells);
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

double
way_paper_table_titles (const WayPaperTable *table,
                        const WayPaperStyle *style,
                        cairo_t *cr,
                        double y)
{
  const char *cells[MOST_COLUMNS];

  for (gsize i = 0; i < table->n_columns; i++)
    cells[i] = _ (table->columns[i].title);
  return way_paper_row (style, cr, table->columns, table->n_columns, cells, WAY_PAPER_FAINT, y);
}

double
way_paper_table_row (const WayPaperTable *table,
                     guint i,
                     const WayPaperStyle *style,
                     cairo_t *cr,
                     double y)
{
  const char *const *cells = g_ptr_array_index (table->rows, i);
  const WayPaperColumn whole = { NULL, 1, FALSE };

  if (cells[1] == NULL)
    return way_paper_row (style, cr, &whole, 1, cells, WAY_PAPER_BOLD, y);
  return way_paper_row (style, cr, table->columns, table->n_columns, cells, WAY_PAPER_PLAIN, y);
}
