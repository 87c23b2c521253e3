#include "app/roadmap/paper.h"

#include "app/format.h"
#include "app/roadmap/paper-legend.h"
#include "app/roadmap/paper-tables.h"
#include "app/roadmap/timeline.h"
#include "core/roadmap/extent.h"
#include "core/roadmap/load.h"

#include <glib/gi18n.h>
#include <math.h>

#define CHART_SCALE 0.65  /* points for a pixel of the timeline */
#define LEAST_YEAR  150.0 /* points that a year needs to be read */
#define EDGE        12.0 /* pixels before the first and behind the last day: half of a mark is there */
#define FOOT        20.0 /* points for the line at the foot of a page */
#define GAP         14.0

typedef enum
{
  PIECE_HEAD,
  PIECE_CHART,
  PIECE_LEGEND,
  PIECE_TABLE, /* the heading of one, and its titles */
  PIECE_TITLES,
  PIECE_ROW,
} PieceKind;

/* What a page breaks before or behind, never inside. */
typedef struct
{
  PieceKind kind;
  int page;
  double y, height;
  WayTimeline *timeline; /* of a chart */
  WayExtent extent;
  const WayPaperTable *table; /* of the others */
  guint row;
} Piece;

struct _WayPaper
{
  WayRoadmap *roadmap;
  GArray *weeks;
  GArray *reviews;
  WayDate today;
  WayExtent extent;
  WayPaperTable *phases;
  WayPaperTable *points;
  WayPaperStyle style;
  PangoContext *chart_fonts;
  GArray *pieces;
  double limit; /* of a page; G_MAXDOUBLE: none */
  int page;     /* the last one */
  double y;     /* on it */
};

static void
piece_clear (Piece *piece)
{
  g_clear_object (&piece->timeline);
}

void
way_paper_free (WayPaper *self)
{
  if (self == NULL)
    return;
  way_roadmap_free (self->roadmap);
  g_clear_pointer (&self->weeks, g_array_unref);
  g_clear_pointer (&self->reviews, g_array_unref);
  way_paper_table_free (self->phases);
  way_paper_table_free (self->points);
  g_clear_object (&self->style.fonts);
  g_clear_object (&self->chart_fonts);
  g_array_unref (self->pieces);
  g_free (self);
}

WayPaper *
way_paper_new (WayStore *store, WayDate today, GError **error)
{
  g_autoptr (WayPaper) self = g_new0 (WayPaper, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, (GDestroyNotify) piece_clear);
  self->today = today;
  self->roadmap = way_roadmap_load (store, error);
  self->weeks = self->roadmap != NULL ? way_roadmap_load_weeks (store, error) : NULL;
  self->reviews = self->weeks != NULL ? way_roadmap_load_reviews (store, error) : NULL;
  if (self->reviews == NULL)
    return NULL;
  self->extent = way_roadmap_extent (self->roadmap, self->weeks, self->reviews);
  self->phases = way_paper_table_of_phases (self->roadmap);
  self->points = way_paper_table_of_points (self->roadmap, self->reviews, today);
  self->style.fonts = way_paper_fonts_new (FALSE);
  self->style.rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  self->chart_fonts = way_paper_fonts_new (TRUE);
  return g_steal_pointer (&self);
}

static gboolean
has_several_guides (WayPaper *self)
{
  const GPtrArray *phases = self->roadmap->phases;

  return phases->len > 0 &&
         ((WayRoadmapPhase *) g_ptr_array_index (phases, 0))->guide_id !=
             ((WayRoadmapPhase *) g_ptr_array_index (phases, phases->len - 1))->guide_id;
}

const char *
way_paper_get_title (WayPaper *self)
{
  if (self->roadmap->phases->len == 0 || has_several_guides (self))
    return _ ("Roadmap");
  return ((WayRoadmapPhase *) g_ptr_array_index (self->roadmap->phases, 0))->guide_title;
}

static void
start_page (WayPaper *self)
{
  self->page++;
  self->y = 0;
}

/* Where there is room for @piece and @behind, or on the next page. */
static void
place (WayPaper *self, Piece piece, double behind)
{
  if (self->y > 0 && self->y + piece.height + behind > self->limit)
    start_page (self);
  piece.page = self->page;
  piece.y = self->y;
  self->y += piece.height;
  g_array_append_val (self->pieces, piece);
}

static double
draw_head (WayPaper *self, cairo_t *cr, double y)
{
  const WayPaperStyle *style = &self->style;
  g_autofree char *first = way_format_date (self->extent.first);
  g_autofree char *last = way_format_date (self->extent.last);
  g_autofree char *today = way_format_date (self->today);
  /* Translators: three days: the first and the last of a plan, and today */
  g_autofree char *days = g_strdup_printf (_ ("%s to %s, as of %s"), first, last, today);
  double at = y;

  at += way_paper_text (style, cr, WAY_PAPER_TITLE, way_paper_get_title (self), 0, at, style->width,
                        FALSE);
  at += way_paper_text (style, cr, WAY_PAPER_FAINT, days, 0, at + 2, style->width, FALSE);
  return at + GAP - y;
}

/* All of the roadmap, with @n phases of @phases from @from on (transfer full). */
static WayRoadmap *
borrow_roadmap (WayPaper *self, const GPtrArray *phases, guint from, guint n)
{
  WayRoadmap *part = g_new0 (WayRoadmap, 1);

  part->start_date = self->roadmap->start_date;
  part->end_date = self->roadmap->end_date;
  part->phases = g_ptr_array_new ();
  part->points = g_ptr_array_ref (self->roadmap->points);
  for (guint i = from; i < from + n; i++)
    g_ptr_array_add (part->phases, g_ptr_array_index (phases, i));
  return part;
}

/* A chart of as many of @phases from @from on as there is room for in @height points; @n: (out): how many, at least one
 * when there is one. */
static Piece
make_chart (WayPaper *self, const GPtrArray *phases, guint from, double height, guint *n)
{
  Piece piece = { .kind = PIECE_CHART };

  piece.timeline = g_object_ref_sink (g_object_new (WAY_TYPE_TIMELINE, NULL));
  way_timeline_set_headings (piece.timeline, has_several_guides (self));
  for (*n = phases->len - from;; (*n)--)
    {
      way_timeline_show (piece.timeline, borrow_roadmap (self, phases, from, *n),
                         g_array_ref (self->weeks), g_array_ref (self->reviews), self->today);
      piece.height = way_timeline_get_height (piece.timeline) * CHART_SCALE + GAP;
      if (piece.height <= height || *n <= 1)
        return piece;
    }
}

/* The phases of @extent, under one another, in the days of @shown; on several pages when there are many. */
static void
place_charts (WayPaper *self, const WayExtent *extent, const WayExtent *shown)
{
  g_autoptr (GPtrArray) phases = g_ptr_array_new ();
  guint n, from = 0;

  for (guint i = 0; i < self->roadmap->phases->len; i++)
    if (way_roadmap_phase_is_in (g_ptr_array_index (self->roadmap->phases, i), extent))
      g_ptr_array_add (phases, g_ptr_array_index (self->roadmap->phases, i));
  do
    {
      Piece piece = make_chart (self, phases, from, self->limit - self->y, &n);
      /* What does not fit begins a page, unless only the head stands above it. */
      if (self->y > 0 &&
          (self->y + piece.height > self->limit || (from + n < phases->len && self->page > 0)))
        {
          piece_clear (&piece);
          start_page (self);
          piece = make_chart (self, phases, from, self->limit, &n);
        }
      piece.extent = *shown;
      place (self, piece, 0);
      from += n;
    }
  while (from < phases->len);
}

/* A little more than there is: the marks of the first and the last day are as wide as many days. */
static WayExtent
widen (WayPaper *self, const WayExtent *extent)
{
  double pixels = self->style.width / CHART_SCALE - 2 * EDGE;
  int days = (int) ceil (EDGE * (extent->last + 1 - extent->first) / MAX (1, pixels));

  return (WayExtent) { extent->first - days, extent->last + days };
}

static void
place_timeline (WayPaper *self)
{
  int most_days = (int) (self->style.width / LEAST_YEAR * 365);
  g_autoptr (GArray) parts = way_extent_cut (&self->extent, most_days);

  for (guint i = 0; i < parts->len; i++)
    {
      const WayExtent *part = &g_array_index (parts, WayExtent, i);
      WayExtent shown = widen (self, part);
      place_charts (self, part, &shown);
    }
}

/* The titles are said again on each page; a heading is not left alone at the foot. */
static void
place_table (WayPaper *self, const WayPaperTable *table)
{
  Piece head = { .kind = PIECE_TABLE, .table = table };
  Piece titles = { .kind = PIECE_TITLES, .table = table };

  if (table->rows->len == 0)
    return;
  head.height = way_paper_table_head (table, &self->style, NULL, 0);
  titles.height = way_paper_table_titles (table, &self->style, NULL, 0);
  place (self, head, 4 * titles.height);
  for (guint i = 0; i < table->rows->len; i++)
    {
      Piece row = { .kind = PIECE_ROW, .table = table, .row = i };
      const char *const *cells = g_ptr_array_index (table->rows, i);
      double behind = cells[1] == NULL ? 2 * titles.height : 0;
      row.height = way_paper_table_row (table, i, &self->style, NULL, 0);
      if (self->y + row.height + behind > self->limit)
        {
          start_page (self);
          place (self, titles, 0);
        }
      place (self, row, 0);
    }
}

int
way_paper_lay_out (WayPaper *self, double width, double height, double *used)
{
  Piece head = { .kind = PIECE_HEAD }, legend = { .kind = PIECE_LEGEND };

  g_array_set_size (self->pieces, 0);
  self->style.width = width;
  self->limit = height > 0 ? MAX (height - FOOT, 100) : G_MAXDOUBLE;
  self->page = 0;
  self->y = 0;
  head.height = draw_head (self, NULL, 0);
  legend.height = way_paper_legend (&self->style, NULL, 0);
  place (self, head, 0);
  place_timeline (self);
  place (self, legend, 0);
  place_table (self, self->phases);
  place_table (self, self->points);
  if (used != NULL)
    *used = self->y;
  return self->page + 1;
}

static void
draw_chart (WayPaper *self, const Piece *piece, cairo_t *cr)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  way_timeline_draw_on_paper (piece->timeline, snapshot, self->chart_fonts,
                              self->style.width / CHART_SCALE, piece->extent.first,
                              piece->extent.last);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, 0, piece->y);
  cairo_scale (cr, CHART_SCALE, CHART_SCALE);
  gsk_render_node_draw (node, cr);
  cairo_restore (cr);
  gsk_render_node_unref (node);
}

static void
draw_piece (WayPaper *self, const Piece *piece, cairo_t *cr)
{
  switch (piece->kind)
    {
    case PIECE_HEAD:
      draw_head (self, cr, piece->y);
      break;
    case PIECE_CHART:
      draw_chart (self, piece, cr);
      break;
    case PIECE_LEGEND:
      way_paper_legend (&self->style, cr, piece->y);
      break;
    case PIECE_TABLE:
      way_paper_table_head (piece->table, &self->style, cr, piece->y);
      break;
    case PIECE_TITLES:
      way_paper_table_titles (piece->table, &self->style, cr, piece->y);
      break;
    case PIECE_ROW:
    default:
      way_paper_table_row (piece->table, piece->row, &self->style, cr, piece->y);
    }
}

static void
draw_foot (WayPaper *self, int page, cairo_t *cr)
{
  const WayPaperStyle *style = &self->style;
  /* Translators: the number of a page, and of all */
  g_autofree char *number = g_strdup_printf (_ ("Page %d of %d"), page + 1, self->page + 1);
  double y = self->limit + FOOT - 12;

  way_paper_text (style, cr, WAY_PAPER_FAINT, way_paper_get_title (self), 0, y, style->width * 0.7,
                  FALSE);
  way_paper_text (style, cr, WAY_PAPER_FAINT, number, style->width * 0.7, y, style->width * 0.3,
                  TRUE);
}

void
way_paper_draw (WayPaper *self, int page, cairo_t *cr)
{
  pango_cairo_update_context (cr, self->style.fonts);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      if (piece->page == page)
        draw_piece (self, piece, cr);
    }
  if (self->limit < G_MAXDOUBLE && self->page > 0)
    draw_foot (self, page, cr);
}
