#include "app/offers/report-paper.h"

#include "app/offers/report-chart.h"
#include "app/offers/report-tables.h"
#include "app/widgets/paper-pdf.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/offers/report-model.h"

#include <glib/gi18n.h>

#define FOOT        20.0 /* points for the line at the foot of a page */
#define GAP         14.0
#define LINE_GAP    6.0 /* below a paragraph */
#define MOST_LINES  24  /* of a row of a table: less than half of any page */
#define LEAST_LIMIT 100.0

typedef enum
{
  PIECE_TEXT,
  PIECE_BAR,
  PIECE_LEGEND,
  PIECE_TITLES,
  PIECE_ROW,
} PieceKind;

/* What a page breaks before or behind, never inside. */
typedef struct
{
  PieceKind kind;
  int page;
  double y, height;
  const WayReportSection *section; /* of a bar and the legend */
  const WayPaperTable *table;
  guint index; /* of the bar, or the row */
  WayPaperTextKind text_kind;
  char *text;
} Piece;

typedef struct
{
  WayReportModel *model;
  GPtrArray *tables; /* of WayPaperTable: what pieces point to */
  WayPaperStyle style;
  GArray *pieces;
  double limit; /* of a page */
  int page;     /* the last one */
  double y;     /* on it */
} Paper;

static void
piece_clear (Piece *piece)
{
  g_free (piece->text);
}

static void
paper_free (Paper *self)
{
  way_report_model_free (self->model);
  g_ptr_array_unref (self->tables);
  g_clear_object (&self->style.fonts);
  g_array_unref (self->pieces);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paper, paper_free)

/* @cr %NULL: only its height. */
static double
draw_piece (const Piece *piece, const WayPaperStyle *style, cairo_t *cr)
{
  switch (piece->kind)
    {
    case PIECE_TEXT:
      return way_paper_text (style, cr, piece->text_kind, piece->text, 0, piece->y, style->width,
                             FALSE);
    case PIECE_BAR:
      return way_report_chart_bar (piece->section, piece->index, style, cr, piece->y);
    case PIECE_LEGEND:
      return way_report_chart_legend (piece->section, style, cr, piece->y);
    case PIECE_TITLES:
      return way_paper_table_titles (piece->table, style, cr, piece->y);
    case PIECE_ROW:
    default:
      return way_paper_table_row (piece->table, piece->index, style, cr, piece->y);
    }
}

/* Where there is room for @piece and @behind more, or on the next page. Takes its text. */
static void
place (Paper *self, Piece piece, double behind)
{
  piece.height = draw_piece (&piece, &self->style, NULL);
  if (self->y > 0 && self->y + piece.height + behind > self->limit)
    {
      self->page++;
      self->y = 0;
    }
  piece.page = self->page;
  piece.y = self->y;
  self->y += piece.height;
  g_array_append_val (self->pieces, piece);
}

static void
skip (Paper *self, double height)
{
  if (self->y > 0)
    self->y += height;
}

/* Line by line: a note can be longer than a page. @behind: what its last line is not parted from */
static void
place_text (Paper *self, WayPaperTextKind kind, const char *text, double behind)
{
  g_auto (GStrv) lines = way_paper_lines (&self->style, kind, text, self->style.width);

  for (char **line = lines; *line != NULL; line++)
    {
      Piece piece = { .kind = PIECE_TEXT, .text_kind = kind, .text = g_strdup (*line) };
      place (self, piece, line[1] == NULL ? behind : 0);
    }
}

static void
place_chart (Paper *self, const WayReportSection *section)
{
  for (guint i = 0; i < section->bars->len; i++)
    {
      Piece bar = { .kind = PIECE_BAR, .section = section, .index = i };
      place (self, bar, 0);
    }
  Piece legend = { .kind = PIECE_LEGEND, .section = section };
  if (section->bars->len > 0)
    place (self, legend, 0);
  if (section->has_ranges)
    place_text (self, WAY_PAPER_FAINT, _ ("The bars show the middle of each range."), 0);
}

/* The titles are said again on each page, and not left alone at the foot. */
static void
place_table (Paper *self, const WayPaperTable *table)
{
  Piece titles = { .kind = PIECE_TITLES, .table = table };

  skip (self, LINE_GAP);
  for (guint i = 0; i < table->rows->len; i++)
    {
      Piece row = { .kind = PIECE_ROW, .table = table, .index = i };
      double height = draw_piece (&row, &self->style, NULL);
      if (i == 0)
        place (self, titles, height);
      else if (self->y + height > self->limit)
        {
          self->page++;
          self->y = 0;
          place (self, titles, 0);
        }
      place (self, row, 0);
    }
}

static void
place_section (Paper *self, const WayReportSection *section)
{
  g_autoptr (GPtrArray) tables = way_report_tables (section, &self->style, MOST_LINES);

  skip (self, GAP);
  if (*section->title != '\0')
    {
      place_text (self, WAY_PAPER_HEADING, section->title, 4 * GAP);
      skip (self, LINE_GAP / 2);
    }
  for (guint i = 0; i < section->lines->len; i++)
    {
      place_text (self, WAY_PAPER_PLAIN, g_ptr_array_index (section->lines, i), 0);
      skip (self, LINE_GAP);
    }
  place_chart (self, section);
  for (guint i = 0; i < tables->len; i++)
    place_table (self, g_ptr_array_index (tables, i));
  g_ptr_array_set_free_func (tables, NULL);
  g_ptr_array_extend (self->tables, tables, NULL, NULL);
}

static int
lay_out (gpointer paper, double width, double height)
{
  Paper *self = paper;

  self->style.width = width;
  self->limit = MAX (height - FOOT, LEAST_LIMIT);
  place_text (self, WAY_PAPER_TITLE, self->model->title, 0);
  place_text (self, WAY_PAPER_FAINT, self->model->subtitle, 0);
  for (guint i = 0; i < self->model->sections->len; i++)
    place_section (self, g_ptr_array_index (self->model->sections, i));
  return self->page + 1;
}

static void
draw_foot (Paper *self, int page, cairo_t *cr)
{
  const WayPaperStyle *style = &self->style;
  /* Translators: the number of a page, and of all */
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), page + 1, self->page + 1);
  double y = self->limit + FOOT - 12;

  way_paper_text (style, cr, WAY_PAPER_FAINT, number, style->width * 0.7, y, style->width * 0.3,
                  TRUE);
}

static void
draw_page (gpointer paper, int page, cairo_t *cr)
{
  Paper *self = paper;

  pango_cairo_update_context (cr, self->style.fonts);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      if (piece->page == page)
        draw_piece (piece, &self->style, cr);
    }
  if (self->page > 0)
    draw_foot (self, page, cr);
}

/* Upright, where all columns stand beside each other on that. */
static GtkPageOrientation
choose_orientation (const Paper *self)
{
  g_autoptr (GtkPageSetup) upright = way_paper_page_setup_new (GTK_PAGE_ORIENTATION_PORTRAIT);
  double room = gtk_page_setup_get_page_width (upright, GTK_UNIT_POINTS);

  for (guint i = 0; i < self->model->sections->len; i++)
    if (way_report_table_width (g_ptr_array_index (self->model->sections, i), &self->style) > room)
      return GTK_PAGE_ORIENTATION_LANDSCAPE;
  return GTK_PAGE_ORIENTATION_PORTRAIT;
}

gboolean
way_report_paper_write (const WayScorecard *card,
                        const WayComparison *comparison,
                        WayReportFlags flags,
                        WayDate date,
                        const char *path,
                        GError **error)
{
  g_autoptr (Paper) self = g_new0 (Paper, 1);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  self->model = way_report_model_new (card, comparison, flags, date, FALSE);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) way_paper_table_free);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) piece_clear);
  self->style.fonts = way_paper_fonts_new (FALSE);
  self->style.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  cairo_status_t status = way_paper_make_pdf (self, self->model->title, choose_orientation (self),
                                              lay_out, draw_page, bytes);
  if (status == CAIRO_STATUS_SUCCESS)
    return way_file_write (path, (const char *) bytes->data, bytes->len, error);
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be drawn: %s."), path,
               cairo_status_to_string (status));
  return FALSE;
}
