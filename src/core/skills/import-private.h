/* What the files of the import share. */
#pragma once

#include "core/skills/change.h"
#include "core/skills/import-check.h"
#include "core/skills/import-column.h"

G_BEGIN_DECLS

/* A skill that the file names, from all its rows. */
typedef struct
{
  const WaySkill *known; /* %NULL: a new one */
  gint64 id;             /* a new one has it once it is written */
  guint row;             /* the first that names it */
  const char *title;
  /* By column: what the first row says that says something, and its line. */
  const char *texts[WAY_COLUMN_N];
  int numbers[WAY_COLUMN_N];
  guint lines[WAY_COLUMN_N];
  const char *kept; /* lines for the note; %NULL */
} WayImportSkill;

typedef struct _WaySkillsImport
{
  WayCsv *csv;
  guint n_columns;
  char **headings;
  WayImportColumn *columns;
  /* What is there. */
  WayDate today;
  WayMatrix *matrix;
  GHashTable *by_name; /* char * name key → GPtrArray of const WaySkill */
  GHashTable *events;  /* char * event key → score, as a pointer */
  /* What was found. */
  GStringChunk *texts;     /* that rows point to */
  GArray *skills;          /* of WayImportSkill */
  GHashTable *new_by_name; /* char * name key → index of the skill + 1 */
  GHashTable *known_index; /* const WaySkill * → the same */
  GHashTable *seen;        /* char * event key → line */
  guint n_new, n_scores;
  WayImportCheck check;
} WaySkillsImport;

/* A name as it is compared (transfer full). */
char *way_import_name_key (const char *name);

gboolean way_import_same_name (const char *a, const char *b);

/* A score of one day (transfer full). @skill: an id, or of a new skill its index from -1 downwards */
char *way_import_event_key (gint64 skill, const char *by, WayDate date);

/* The row is wrong. @column: index; -1: all of it. Takes @reason. */
void way_import_complain (WaySkillsImport *self, WayImportRow *row, int column, char *reason);

/* The row as its cells say it, with its problems; %FALSE: there is nothing in it. */
gboolean way_import_read_row (WaySkillsImport *self, guint record, WayImportRow *row);

/* Puts a row that is right to the skill it is about; it may have a problem then. %FALSE: the whole file is refused. */
gboolean way_import_place_row (WaySkillsImport *self, WayImportRow *row);

/* A list of names, one a line, each trimmed (transfer full). */
char *way_import_tidy_synonyms (const char *text);

/* The texts of a skill after the import; to be freed with way_import_texts_clear(). */
void way_import_texts_init (WaySkillTexts *texts, const WayImportSkill *skill);
void way_import_texts_clear (WaySkillTexts *texts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaySkillTexts, way_import_texts_clear)

/* Whether its texts are to be written, or its target. */
gboolean way_import_texts_differ (const WayImportSkill *skill);
gboolean way_import_target_differs (const WayImportSkill *skill);

/* Writes what was found right; inside an action. */
gboolean way_import_write (WaySkillsImport *self, WayStore *store, gint64 now_utc, GError **error);

G_END_DECLS
