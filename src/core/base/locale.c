#include "config.h"

#include "core/base/locale.h"

#include <libintl.h>

void
way_locale_init (void)
{
  const char *folder = g_getenv ("WAYMARK_LOCALE_DIR");

  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
