#include "app/roadmap/paper-file.h"

#include "core/base/error.h"
#include "core/base/file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#define MARGIN 36.0 /* points */

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

GtkPageSetup *
way_paper_page_setup_new (void)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_page_setup_set_top_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, MARGIN, GTK_UNIT_POINTS);
  return setup;
}

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw_page (WayPaper *paper, int page, cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, MARGIN, MARGIN);
  way_paper_draw (paper, page, cr);
  cairo_show_page (cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static cairo_status_t
draw_pdf (WayPaper *paper, GtkPageSetup *setup, GByteArray *bytes)
{
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  int n = way_paper_lay_out (paper, width - 2 * MARGIN, height - 2 * MARGIN, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, way_paper_get_title (paper));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waymark");
  for (int page = 0; page < n && status == CAIRO_STATUS_SUCCESS; page++)
    status = draw_page (paper, page, surface);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  return status;
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

  way_paper_lay_out (paper, width - 2 * MARGIN, 0, &used);
  double height = used + 2 * MARGIN;
  cairo_surface_t *surface =
      format == WAY_PAPER_SVG
          ? cairo_svg_surface_create_for_stream (append, bytes, width, height)
          : cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * points),
                                        (int) ceil (height * points));
  if (format == WAY_PAPER_PNG)
    cairo_surface_set_device_scale (surface, points, points);
  paint_white (surface);
  cairo_status_t status = draw_page (paper, 0, surface);
  if (status == CAIRO_STATUS_SUCCESS && format == WAY_PAPER_PNG)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
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
  g_autoptr (GtkPageSetup) setup = way_paper_page_setup_new ();
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status =
      format == WAY_PAPER_PDF
          ? draw_pdf (paper, setup, bytes)
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
