/* What the columns of a table of skills are. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
