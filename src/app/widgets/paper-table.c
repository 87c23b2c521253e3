#include "app/widgets/paper-table.h"

#define GAP       14.0 /* points above a title */
#define TITLE_GAP 4.0  /* below it */

WayPaperTable *
way_paper_table_new (const char *title, const WayPaperColumn *columns, gsize n_columns)
{
  WayPaperTable *table = g_new0 (WayPaperTable, 1);

  table->title = g_strdup (title);
  table->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  table->n_columns = n_columns;
  for (gsize i = 0; i < n_columns; i++)
    table->columns[i].title = g_strdup (columns[i].title);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return table;
}

void
way_paper_table_free (WayPaperTable *table)
{
  if (table == NULL)
    return;
  for (gsize i = 0; i < table->n_columns; i++)
    g_free ((char *) table->columns[i].title);
  g_free (table->columns);
  g_free (table->title);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
way_paper_table_add_row (WayPaperTable *table, char *const *cells)
{
  GPtrArray *row = g_ptr_array_new ();

  for (; *cells != NULL; cells++)
    g_ptr_array_add (row, *cells);
  g_ptr_array_add (row, NULL);
  g_ptr_array_add (table->rows, g_ptr_array_free (row, FALSE));
}

double
way_paper_table_head (const WayPaperTable *table, const WayPaperStyle *style, cairo_t *cr, double y)
{
  double at = y + GAP;

  if (*table->title != '\0')
    at += way_paper_text (style, cr, WAY_PAPER_HEADING, table->title, 0, at, style->width, FALSE) +
          TITLE_GAP;
  return at + way_paper_table_titles (table, style, cr, at) - y;
}

double
way_paper_table_titles (const WayPaperTable *table,
                        const WayPaperStyle *style,
                        cairo_t *cr,
                        double y)
{
  g_autofree const char **cells = g_new (const char *, table->n_columns);

  for (gsize i = 0; i < table->n_columns; i++)
    cells[i] = table->columns[i].title;
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
