/* Skills from a table that another program wrote, or way_skills_export_csv().
 *
 * The first record of the file names the columns; what each is, is proposed by its heading, and the person may say
 * otherwise. Each row is one skill, found by its name whatever its case; where several have that name, the group tells.
 * A blank cell says nothing: what is there stays. The word "blank" makes a score, a target or a share blank. A row with
 * a date is a score of that day, so that one skill may have many rows; without a date a score is of today. Rows without
 * "by" are the person's own scores.
 *
 * Nothing is imported while a row is wrong, unless the person leaves such rows out; then all of the rest is one action.
 * Checking touches no store. */
#pragma once

#include "core/skills/import-check.h"
#include "core/skills/import-column.h"

G_BEGIN_DECLS

typedef struct _WaySkillsImport WaySkillsImport;

/**
 * way_skills_import_new:
 * @encoding, @separator: as way_csv_read() takes them
 *
 * Returns: (transfer full): the table with proposed columns, or %NULL with %WAY_ERROR_INVALID or %WAY_ERROR_LIMIT
 */
WaySkillsImport *
way_skills_import_new (GBytes *bytes, WayTextEncoding encoding, char separator, GError **error);
void way_skills_import_free (WaySkillsImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySkillsImport, way_skills_import_free)

const WayCsv *way_skills_import_get_csv (const WaySkillsImport *self);

guint way_skills_import_get_n_columns (const WaySkillsImport *self);
/* "Column 3" where the file has none. */
const char *way_skills_import_get_heading (const WaySkillsImport *self, guint column);
WayImportColumn way_skills_import_get_column (const WaySkillsImport *self, guint column);
void way_skills_import_set_column (WaySkillsImport *self, guint column, WayImportColumn what);

/* Reads what is there to compare with. */
gboolean
way_skills_import_load (WaySkillsImport *self, WayStore *store, WayDate today, GError **error);

/* Looks at all rows, after way_skills_import_load(); touches nothing but @self, and may run in a thread of its own.
 * Valid until the next check. */
const WayImportCheck *way_skills_import_check (WaySkillsImport *self);

/**
 * way_skills_import_run:
 * @leave_out: rows with problems
 *
 * The action "Import Skills". Loads and checks again: what is compared with may have changed meanwhile.
 *
 * Returns: %FALSE with nothing changed; %WAY_ERROR_INVALID with way_import_check_describe()
 */
gboolean way_skills_import_run (WaySkillsImport *self,
                                WayStore *store,
                                gboolean leave_out,
                                WayDate today,
                                gint64 now_utc,
                                GError **error);

G_END_DECLS
