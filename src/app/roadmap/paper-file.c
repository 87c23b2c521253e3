#include "app/roadmap/paper-file.h"

#include "core/base/error.h"
#include "core/base/file.h"

#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

static const char *const formats[WAY_PAPER_N_FORMATS] = { "pdf", "png", "svg" };

const char *
way_paper_format_to_string (WayPaperFormat format)
{
  return formats[format];
}

WayPaperFormat
way_paper_format_of (const char *path, WayPaperFormat otherwise)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (int i = 0; i < WAY_PAPER_N_FORMATS; i++)
    {
      g_autofree char *end = g_strconcat (".", formats[i], NULL);
      if (g_str_has_suffix (lower, end))
        return (WayPaperFormat) i;
    }
  return otherwise;
}

static int
lay_out (gpointer paper, double width, double height)
{
  return way_paper_lay_out (paper, width, height, NULL);
}

static void
draw (gpointer paper, int page, cairo_t *cr)
{
  way_paper_draw (paper, page, cr);
}

/* A picture is white where paper is. */
static void
paint_white (cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static cairo_status_t
draw_picture (WayPaper *paper, WayPaperFormat format, double scale, double width, GByteArray *bytes)
{
  double used, points = scale * 96 / 72;

  way_paper_lay_out (paper, width - 2 * WAY_PAPER_MARGIN, 0, &used);
  double height = used + 2 * WAY_PAPER_MARGIN;
  cairo_surface_t *surface =
      format == WAY_PAPER_SVG
          ? cairo_svg_surface_create_for_stream (way_paper_append, bytes, width, height)
          : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * points),
                                        (int) ceil (height * points));
  if (format == WAY_PAPER_PNG)
    cairo_surface_set_device_scale (surface, points, points);
  paint_white (surface);
  cairo_status_t status = way_paper_draw_page (surface, paper, 0, draw);
  if (status == CAIRO_STATUS_SUCCESS && format == WAY_PAPER_PNG)
    status = cairo_surface_write_to_png_stream (surface, way_paper_append, bytes);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  return status;
}

gboolean
way_paper_write (WayPaper *paper,
                 WayPaperFormat format,
                 double scale,
                 const char *path,
                 GError **error)
{
  g_autoptr (GtkPageSetup) setup = way_paper_page_setup_new (WAY_PAPER_ACROSS);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status =
      format == WAY_PAPER_PDF
          ? way_paper_make_pdf (paper, way_paper_get_title (paper), WAY_PAPER_ACROSS, lay_out, draw,
                                bytes)
          : draw_picture (paper, format, scale,
                          gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS), bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return way_file_write (path, (const char *) bytes->data, bytes->len, error);
  /* A picture can be too large for the library that draws it; pages cannot. */
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
               _ ("“%s” cannot be drawn: %s. As a PDF it may be possible."), path,
               cairo_status_to_string (status));
  return FALSE;
}
