#include "app/roadmap/paper-print.h"

#include "app/roadmap/paper-file.h"

static void
on_begin_print (GtkPrintOperation *operation, GtkPrintContext *context, WayPaper *paper)
{
  int pages = way_paper_lay_out (paper, gtk_print_context_get_width (context),
                                 gtk_print_context_get_height (context), NULL);

  gtk_print_operation_set_n_pages (operation, pages);
}

static void
on_draw_page (GtkPrintOperation *operation, GtkPrintContext *context, int page, WayPaper *paper)
{
  way_paper_draw (paper, page, gtk_print_context_get_cairo_context (context));
}

GtkPrintOperation *
way_paper_print_new (WayPaper *paper)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = way_paper_page_setup_new (WAY_PAPER_ACROSS);

  g_object_set_data_full (G_OBJECT (operation), "way-paper", paper,
                          (GDestroyNotify) way_paper_free);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, way_paper_get_title (paper));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (on_begin_print), paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), paper);
  return operation;
}
