/* A table of skills before it is taken in: what was assumed about the file, what each column is, what becomes of the
 * first rows, and what is wrong with others. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SKILLS_IMPORT_DIALOG (way_skills_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaySkillsImportDialog,
                      way_skills_import_dialog,
                      WAY,
                      SKILLS_IMPORT_DIALOG,
                      AdwWindow)

/* Reads the file at @path while it is shown, and imports it when the person says so; what became of it is told by
 * way_tell_outcome() on the window it is transient for. %NULL when the store only reads. */
GtkWidget *way_skills_import_dialog_new (WayStore *store, const char *path, GError **error);

G_END_DECLS
