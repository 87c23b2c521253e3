/* The rows of the import dialog that show what was found: plain rows in groups. */
#pragma once

#include "core/skills/import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Empties @group of what these functions have put there. */
void way_import_rows_clear (AdwPreferencesGroup *group);

/* The first rows of the table, each with what becomes of it. */
void way_import_rows_show (AdwPreferencesGroup *group, const WayImportCheck *check);

/* What is wrong, by line. */
void way_import_rows_show_problems (AdwPreferencesGroup *group, const WayImportCheck *check);

/* A row that asks what column @column is, with the first values in it; the choice is its "selected", of the order of
 * WayImportColumn. */
AdwComboRow *way_import_rows_add_column (AdwPreferencesGroup *group,
                                         const WaySkillsImport *import,
                                         guint column);

/* As the last row of a group that does not show all. */
void way_import_rows_add_more (AdwPreferencesGroup *group, guint n);

G_END_DECLS
