#pragma once

#include "app/window.h"

G_BEGIN_DECLS

/* Adds "win.import-skills" and "win.export-skills", which ask for a file. An import is shown before it is taken; an
 * export is a table, or Markdown, as the name of the file ends. */
void way_skill_files_actions_install (WayWindow *window);

G_END_DECLS
