#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Adds "win.export-archive" and "win.import-archive", which ask for a file. An import is read in the background and
 * carried out when the person, who is told what it replaces, says so. */
void way_archive_actions_install (WayWindow *window);

G_END_DECLS
