#include "app/offers/report-tables.h"

#define WIDEST 0.7 /* of the paper, for a column that could be wider */

/* What a column could take. */
typedef struct
{
  double least; /* its longest word */
  double whole; /* its longest cell */
} Need;

static const char *
get_cell (const WayReportSection *section, guint row, guint column)
{
  return ((char **) g_ptr_array_index (section->rows, row))[column];
}

static guint
count_columns (const WayReportSection *section)
{
  return section->rows->len > 0 ? g_strv_length (g_ptr_array_index (section->rows, 0)) : 0;
}

static double
longest_word (const WayPaperStyle *style, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double longest = 0;

  for (char **word = words; *word != NULL; word++)
    longest = MAX (longest, way_paper_text_width (style, WAY_PAPER_PLAIN, *word));
  return longest;
}

static Need
measure (const WayReportSection *section, guint column, const WayPaperStyle *style)
{
  Need need = { 0, 0 };

  for (guint i = 0; i < section->rows->len; i++)
    {
      const char *cell = get_cell (section, i, column);
      need.least = MAX (need.least, longest_word (style, cell));
      if (i > 0)
        need.whole = MAX (need.whole, way_paper_text_width (style, WAY_PAPER_PLAIN, cell));
    }
  need.least += WAY_PAPER_COLUMN_GAP + 1;
  need.whole = MAX (need.least, need.whole + WAY_PAPER_COLUMN_GAP + 1);
  need.whole = MAX (need.least, MIN (need.whole, WIDEST * style->width));
  return need;
}

double
way_report_table_width (const WayReportSection *section, const WayPaperStyle *style)
{
  double sum = 0;

  for (guint i = 0; i < count_columns (section); i++)
    sum += measure (section, i, style).least;
  return sum;
}

/* Columns of a table: the first one of all, and those from @from to @to. */
typedef struct
{
  guint from, to;
} Part;

static guint
column_of (const Part *part, guint i)
{
  return i == 0 ? 0 : part->from + i - 1;
}

/* As many columns behind @from as there is room for, and one at least. */
static Part
take_columns (const Need *needs, guint n, guint from, double width)
{
  Part part = { from, from };
  double sum = needs[0].least;

  while (part.to < n && (part.to == from || sum + needs[part.to].least <= width))
    sum += needs[part.to++].least;
  return part;
}

/* Each has what it must; what is left goes to those that could use it. */
static void
share_width (WayPaperColumn *columns, const Need *needs, const Part *part, guint n, double width)
{
  double least = 0, more = 0;

  for (guint i = 0; i < n; i++)
    {
      least += needs[column_of (part, i)].least;
      more += needs[column_of (part, i)].whole - needs[column_of (part, i)].least;
    }
  double left = MAX (0, width - least);
  double given = more > 0 ? MIN (1, left / more) : 0;
  double sum = least + given * more;
  /* A narrow table does not run over the whole paper; one that is too wide is pressed. */
  double scale = sum > width ? width / sum : 1;
  for (guint i = 0; i < n; i++)
    {
      const Need *need = &needs[column_of (part, i)];
      columns[i].share = scale * (need->least + given * (need->whole - need->least)) / width;
    }
}

static guint
count_lines (char ***lines, guint n)
{
  guint most = 1;

  for (guint i = 0; i < n; i++)
    most = MAX (most, g_strv_length (lines[i]));
  return most;
}

/* The lines @from to @to of a cell (transfer full). */
static char *
cut (char *const *lines, guint from, guint to)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  guint n = g_strv_length ((char **) lines);

  for (guint i = from; i < MIN (to, n); i++)
    g_ptr_array_add (some, lines[i]);
  g_ptr_array_add (some, NULL);
  return g_strjoinv ("\n", (char **) some->pdata);
}

/* A row of at most @most lines, and what is left of it as rows behind it. */
static void
add_row (WayPaperTable *table,
         const WayReportSection *section,
         guint row,
         const Part *part,
         const WayPaperStyle *style,
         guint most)
{
  guint n = (guint) table->n_columns;
  g_autofree char ***lines = g_new0 (char **, n);
  g_autofree char **cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    lines[i] =
        way_paper_lines (style, WAY_PAPER_PLAIN, get_cell (section, row, column_of (part, i)),
                         table->columns[i].share * style->width - WAY_PAPER_COLUMN_GAP);
  guint all = count_lines (lines, n);
  for (guint at = 0; at < all; at += most)
    {
      for (guint i = 0; i < n; i++)
        cells[i] = all <= most ? g_strdup (get_cell (section, row, column_of (part, i)))
                               : cut (lines[i], at, at + most);
      way_paper_table_add_row (table, cells);
    }
  for (guint i = 0; i < n; i++)
    g_strfreev (lines[i]);
}

static WayPaperTable *
make_table (const WayReportSection *section,
            const Need *needs,
            const Part *part,
            const WayPaperStyle *style,
            guint lines)
{
  guint n = 1 + part->to - part->from;
  g_autofree WayPaperColumn *columns = g_new0 (WayPaperColumn, n);

  for (guint i = 0; i < n; i++)
    {
      columns[i].title = get_cell (section, 0, column_of (part, i));
      columns[i].at_end = column_of (part, i) >= section->n_texts;
    }
  share_width (columns, needs, part, n, style->width);
  WayPaperTable *table = way_paper_table_new ("", columns, n);
  for (guint i = 1; i < section->rows->len; i++)
    add_row (table, section, i, part, style, lines);
  return table;
}

GPtrArray *
way_report_tables (const WayReportSection *section, const WayPaperStyle *style, guint lines)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) way_paper_table_free);
  guint n = count_columns (section);
  g_autofree Need *needs = g_new0 (Need, n + 1);
  guint from = 1;

  for (guint i = 0; i < n; i++)
    needs[i] = measure (section, i, style);
  while (n > 0 && (from < n || tables->len == 0))
    {
      Part part = take_columns (needs, n, from, style->width);
      g_ptr_array_add (tables, make_table (section, needs, &part, style, lines));
      from = MAX (part.to, from + 1);
    }
  return tables;
}
