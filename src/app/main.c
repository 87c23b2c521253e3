#include "app/application.h"
#include "core/base/locale.h"
#include "core/calendar/worker.h"

int
main (int argc, char **argv)
{
  way_locale_init ();
  way_calendar_worker_init (argc, argv);

  g_autoptr (WayApplication) app = way_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
