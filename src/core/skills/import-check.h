/* What is found in a table of skills before it is imported: what becomes of each row, and what is wrong. */
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

/* All that is wrong, a line each: "Line 7, Current: …"; %NULL: nothing (transfer full). */
char *way_import_check_describe (const WayImportCheck *check);

/* "12 new skills, 4 scores changed, 3 rows with problems" (transfer full). */
char *way_import_check_summary (const WayImportCheck *check);

G_END_DECLS
