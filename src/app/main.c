#include "config.h"

#include "app/application.h"
#include "core/calendar/worker.h"

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  way_calendar_worker_init (argc, argv);

  g_autoptr (WayApplication) app = way_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
