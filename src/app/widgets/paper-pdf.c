#include "app/widgets/paper-pdf.h"

#include <cairo-pdf.h>

GtkPageSetup *
way_paper_page_setup_new (GtkPageOrientation orientation)
{
  GtkPageSetup *setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, orientation);
  gtk_page_setup_set_top_margin (setup, WAY_PAPER_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (setup, WAY_PAPER_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (setup, WAY_PAPER_MARGIN, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (setup, WAY_PAPER_MARGIN, GTK_UNIT_POINTS);
  return setup;
}

cairo_status_t
way_paper_append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

cairo_status_t
way_paper_draw_page (cairo_surface_t *surface, gpointer paper, int page, WayPaperDrawPage draw)
{
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, WAY_PAPER_MARGIN, WAY_PAPER_MARGIN);
  draw (paper, page, cr);
  cairo_show_page (cr);
  cairo_status_t status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

cairo_status_t
way_paper_make_pdf (gpointer paper,
                    const char *title,
                    GtkPageOrientation orientation,
                    WayPaperLayOut lay_out,
                    WayPaperDrawPage draw,
                    GByteArray *bytes)
{
  g_autoptr (GtkPageSetup) setup = way_paper_page_setup_new (orientation);
  double width = gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double height = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS);
  int n = lay_out (paper, width - 2 * WAY_PAPER_MARGIN, height - 2 * WAY_PAPER_MARGIN);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (way_paper_append, bytes, width, height);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waymark");
  for (int page = 0; page < n && status == CAIRO_STATUS_SUCCESS; page++)
    status = way_paper_draw_page (surface, paper, page, draw);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  return status;
}
