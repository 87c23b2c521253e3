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

#include "core/base/csv.h"
#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* At once. */
#define WAY_IMPORT_MAX_SKILLS 5000
#define WAY_IMPORT_MAX_SCORES 20000
/* That are told one by one; the others are counted. */
#define WAY_IMPORT_MAX_PROBLEMS 20

/* Characters of a cell. */
#define WAY_IMPORT_MAX_NAME 200
#define WAY_IMPORT_MAX_TEXT 10000

/**
 * WayImportColumn: what a column is.
 * @WAY_COLUMN_KEPT: a column of the person's own: a line of the note, "Heading: value"
 * @WAY_COLUMN_DATE: when the skill was looked at, for the score
 * @WAY_COLUMN_BY: whose score it is; blank: the person's own
 */
typedef enum
{
  WAY_COLUMN_LEFT_OUT,
  WAY_COLUMN_KEPT,
  WAY_COLUMN_SKILL,
  WAY_COLUMN_GROUP,
  WAY_COLUMN_CURRENT,
  WAY_COLUMN_TARGET,
  WAY_COLUMN_GAP_ACTION,
  WAY_COLUMN_NOTE,
  WAY_COLUMN_SYNONYMS, /* one a line, or with ";" between them */
  WAY_COLUMN_INTERVIEWS,
  WAY_COLUMN_JOB_ADS,
  WAY_COLUMN_DATE,
  WAY_COLUMN_BY,
  WAY_COLUMN_N,
} WayImportColumn;

/* "left-out", "kept", "skill", …: on the command line. */
const char *way_import_column_to_string (WayImportColumn column);
gboolean way_import_column_parse (const char *word, WayImportColumn *column, GError **error);
/* "Left out", "Kept in the note", "Skill", …: for a person. */
const char *way_import_column_title (WayImportColumn column);
/* The heading in files that are exported: English in every language, so that every Waymark knows it. */
const char *way_import_column_heading (WayImportColumn column);
/* What a column with this heading may be: that of an export, other usual words, and the words of the person's
 * language; %WAY_COLUMN_LEFT_OUT when nothing is known of it. */
WayImportColumn way_import_column_guess (const char *heading);

/* What becomes of a row. A row that does several things is the first of these that it does. */
typedef enum
{
  WAY_IMPORT_BAD, /* it has a problem */
  WAY_IMPORT_NEW, /* a new skill */
  WAY_IMPORT_SCORED,
  WAY_IMPORT_CHANGED, /* its target or its texts */
  WAY_IMPORT_UNCHANGED,
  WAY_IMPORT_N_KINDS,
} WayImportKind;

/* A value that a row does not say. */
#define WAY_IMPORT_NOT_SAID G_MININT

/* A row as it is taken. */
typedef struct
{
  guint line;
  WayImportKind kind;
  const char *title; /* "" when it has none */
  const char *group; /* these: %NULL not said */
  const char *gap_action;
  const char *note;     /* without the columns that are kept in it */
  const char *kept;     /* lines; %NULL none */
  const char *synonyms; /* one a line */
  const char *by;       /* "" the person */
  int current;          /* these: %WAY_IMPORT_NOT_SAID, %WAY_SKILL_BLANK, or a score */
  int target;
  int interview_percent; /* these: %WAY_IMPORT_NOT_SAID, %WAY_SKILL_UNKNOWN, or a percentage */
  int ad_percent;
  WayDate date;       /* WAY_DATE_NONE: not said */
  guint skill;        /* which of the skills that the file names; not of a bad row */
  gboolean new_score; /* its score is to be written */
} WayImportRow;

typedef struct
{
  guint line;
  char *column; /* its heading; %NULL: all of the row */
  char *reason; /* a sentence */
} WayImportProblem;

typedef struct
{
  GArray *rows; /* of WayImportRow; rows with nothing in them are none */
  guint n[WAY_IMPORT_N_KINDS];
  GPtrArray *problems; /* of WayImportProblem: the first ones */
  guint n_problems;
  char *refusal; /* why nothing can be imported, whatever is left out: a sentence; %NULL */
} WayImportCheck;

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

/* All that is wrong, a line each: "Line 7, Current: …"; %NULL: nothing (transfer full). */
char *way_import_check_describe (const WayImportCheck *check);

/* "12 new skills, 4 scores changed, 3 rows with problems" (transfer full). */
char *way_import_check_summary (const WayImportCheck *check);

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
