/* draw-paper DATABASE TODAY FILE...: the roadmap as files, without the window; a file named print.pdf is what the printer
 * would get. */
#include "app/roadmap/paper-file.h"
#include "app/roadmap/paper-print.h"

#include <adwaita.h>
#include <stdlib.h>

/* Takes @paper. */
static void
print (WayPaper *paper, const char *path, GError **error)
{
  g_autoptr (GtkPrintOperation) operation = way_paper_print_new (paper);

  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  WayDate today;

  adw_init ();
  if (argc < 4 || !way_date_parse (argv[2], 0, &today, &error))
    g_error ("draw-paper DATABASE TODAY FILE...");
  g_autoptr (WayStore) store = way_store_open (argv[1], &error);
  for (int i = 3; store != NULL && error == NULL && i < argc; i++)
    {
      g_autoptr (WayPaper) paper = way_paper_new (store, today, &error);
      if (paper != NULL && g_str_has_suffix (argv[i], "/print.pdf"))
        print (g_steal_pointer (&paper), argv[i], &error);
      else if (paper != NULL)
        way_paper_write (paper, way_paper_format_of (argv[i], WAY_PAPER_PDF), 2, argv[i], &error);
    }
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  return error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
