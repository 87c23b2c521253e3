/* One row of the file, cell by cell. */
#include "core/base/error.h"
#include "core/skills/import-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* Of a cell in a message. */
#define MAX_SHOWN 40

/* The start of a cell, for a message (transfer full). */
static char *
shorten (const char *text)
{
  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_strdup (text);
  g_autofree char *start = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

static gboolean
says_blank (const char *text)
{
  return g_ascii_strcasecmp (text, "blank") == 0 || g_str_equal (text, _ ("blank"));
}

/* A whole number, also as "3.0"; -1 for anything else. */
static int
read_whole (const char *text)
{
  gsize digits = strspn (text, "0123456789");
  const char *rest = text + digits;

  if (digits == 0 || digits > 6)
    return -1;
  if ((*rest == '.' || *rest == ',') && rest[1] != '\0')
    rest += 1 + strspn (rest + 1, "0");
  return *rest == '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : -1;
}

static int
read_score (WaySkillsImport *self, WayImportRow *row, int column, const char *text)
{
  int score = read_whole (text);
  g_autofree char *shown = shorten (text);

  if (*text == '\0')
    return WAY_IMPORT_NOT_SAID;
  if (says_blank (text))
    return WAY_SKILL_BLANK;
  if (score >= WAY_SKILL_MIN && score <= WAY_SKILL_MAX)
    return score;
  way_import_complain (self, row, column,
                       /* Translators: what a cell of a table says */
                       g_strdup_printf (_ ("“%s” is no score. Scores are whole numbers from 1 to "
                                           "5; leave the cell empty for one that is not known."),
                                        shown));
  return WAY_IMPORT_NOT_SAID;
}

static int
read_percent (WaySkillsImport *self, WayImportRow *row, int column, const char *text)
{
  g_autofree char *bare = g_strdup (text);
  g_autofree char *shown = shorten (text);
  gsize length = strlen (bare);

  if (*text == '\0')
    return WAY_IMPORT_NOT_SAID;
  if (says_blank (text))
    return WAY_SKILL_UNKNOWN;
  if (bare[length - 1] == '%')
    bare[length - 1] = '\0';
  int percent = read_whole (g_strchomp (bare));
  if (percent >= 0 && percent <= 100)
    return percent;
  way_import_complain (
      self, row, column,
      /* Translators: what a cell of a table says */
      g_strdup_printf (_ ("“%s” is no percentage. It is a whole number from 0 to 100."), shown));
  return WAY_IMPORT_NOT_SAID;
}

/* Year, month and day as @format has them. */
static gboolean
scan_date (const char *text, const char *format, gboolean day_first, WayDate *date)
{
  int a, b, c, end = 0;
  int n = g_str_equal (format, "-")   ? sscanf (text, "%4d-%2d-%2d%n", &a, &b, &c, &end)
          : g_str_equal (format, "/") ? sscanf (text, "%4d/%2d/%2d%n", &a, &b, &c, &end)
                                      : sscanf (text, "%2d.%2d.%4d%n", &a, &b, &c, &end);

  if (n != 3 || text[end] != '\0' || !g_ascii_isdigit (*text) ||
      !way_date_is_valid_ymd (day_first ? c : a, b, day_first ? a : c))
    return FALSE;
  *date = way_date_from_ymd (day_first ? c : a, b, day_first ? a : c);
  return TRUE;
}

/* "2027-01-04", and what spreadsheets make of it: "2027/01/04", "4.1.2027". Where day and month may be either, as in
 * "01/04/2027", none is guessed. */
static WayDate
read_date (WaySkillsImport *self, WayImportRow *row, int column, const char *text)
{
  g_autofree char *shown = shorten (text);
  WayDate date = WAY_DATE_NONE;

  if (*text == '\0')
    return WAY_DATE_NONE;
  if (!scan_date (text, "-", FALSE, &date) && !scan_date (text, "/", FALSE, &date) &&
      !scan_date (text, ".", TRUE, &date))
    way_import_complain (
        self, row, column,
        /* Translators: what a cell of a table says */
        g_strdup_printf (
            _ ("“%s” is no date that can be told. Write year-month-day, as 2027-01-31."), shown));
  else if (date > self->today)
    way_import_complain (
        self, row, column,
        /* Translators: a date */
        g_strdup_printf (_ ("%s is still to come. A score is of today or before."), shown));
  return date;
}

/* One line, with single spaces. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GPtrArray) there = g_ptr_array_new ();

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_ptr_array_add (there, *word);
  g_ptr_array_add (there, NULL);
  return g_strjoinv (" ", (char **) there->pdata);
}

char *
way_import_tidy_synonyms (const char *text)
{
  /* A name may have a ";" in it where each has a line. */
  gboolean lines = strpbrk (text, "\r\n") != NULL;
  g_auto (GStrv) names = g_strsplit_set (text, lines ? "\r\n" : ";", -1);
  g_autoptr (GPtrArray) there = g_ptr_array_new ();

  for (char **name = names; *name != NULL; name++)
    if (*g_strstrip (*name) != '\0')
      g_ptr_array_add (there, *name);
  g_ptr_array_add (there, NULL);
  return g_strjoinv ("\n", (char **) there->pdata);
}

/* Keeps @text for as long as the rows; %NULL for nothing. Takes @text. */
static const char *
keep (WaySkillsImport *self, WayImportRow *row, int column, char *text, glong most)
{
  const char *kept = *text != '\0' ? g_string_chunk_insert (self->texts, text) : NULL;

  if (kept != NULL && g_utf8_strlen (kept, -1) > most)
    way_import_complain (
        self, row, column,
        g_strdup_printf (ngettext ("It is longer than %ld character.",
                                   "It is longer than %ld characters.", (gulong) most),
                         most));
  g_free (text);
  return kept;
}

/* Another line for the note. */
static void
keep_in_note (WaySkillsImport *self, WayImportRow *row, int column, const char *text)
{
  if (*text == '\0')
    return;
  g_autofree char *value = join_lines (text);
  g_autofree char *line = g_strdup_printf ("%s: %s", self->headings[column], value);
  char *lines =
      row->kept != NULL ? g_strjoin ("\n", row->kept, line, NULL) : g_steal_pointer (&line);
  row->kept = keep (self, row, column, lines, WAY_IMPORT_MAX_TEXT);
}

static void
read_cell (WaySkillsImport *self, WayImportRow *row, int column, const char *raw)
{
  g_autofree char *text = g_strstrip (g_strdup (raw));
  const char *name = NULL;

  switch (self->columns[column])
    {
    case WAY_COLUMN_SKILL:
      name = keep (self, row, column, join_lines (text), WAY_IMPORT_MAX_NAME);
      row->title = name != NULL ? name : "";
      break;
    case WAY_COLUMN_GROUP:
      row->group = keep (self, row, column, join_lines (text), WAY_IMPORT_MAX_NAME);
      break;
    case WAY_COLUMN_CURRENT:
      row->current = read_score (self, row, column, text);
      break;
    case WAY_COLUMN_TARGET:
      row->target = read_score (self, row, column, text);
      break;
    case WAY_COLUMN_GAP_ACTION:
      row->gap_action = keep (self, row, column, join_lines (text), WAY_IMPORT_MAX_TEXT);
      break;
    case WAY_COLUMN_NOTE:
      row->note = keep (self, row, column, g_strdup (text), WAY_IMPORT_MAX_TEXT);
      break;
    case WAY_COLUMN_SYNONYMS:
      row->synonyms = keep (self, row, column, way_import_tidy_synonyms (raw), WAY_IMPORT_MAX_TEXT);
      break;
    case WAY_COLUMN_INTERVIEWS:
      row->interview_percent = read_percent (self, row, column, text);
      break;
    case WAY_COLUMN_JOB_ADS:
      row->ad_percent = read_percent (self, row, column, text);
      break;
    case WAY_COLUMN_DATE:
      row->date = read_date (self, row, column, text);
      break;
    case WAY_COLUMN_BY:
      name = keep (self, row, column, join_lines (text), WAY_IMPORT_MAX_NAME);
      row->by = name != NULL ? name : "";
      break;
    case WAY_COLUMN_KEPT:
      keep_in_note (self, row, column, text);
      break;
    case WAY_COLUMN_LEFT_OUT:
    case WAY_COLUMN_N:
    default:
      break;
    }
}

static gboolean
is_empty (const WayCsv *csv, guint record)
{
  for (guint i = 0; i < way_csv_get_n_fields (csv, record); i++)
    {
      const char *field = way_csv_get_field (csv, record, i);
      if (field[strspn (field, " \t\r\n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

static char *
describe_length (guint n, guint expected)
{
  g_autofree char *first =
      g_strdup_printf (ngettext ("The row has %u cell", "The row has %u cells", n), n);
  g_autofree char *second = g_strdup_printf (
      ngettext ("the table has %u column", "the table has %u columns", expected), expected);

  /* Translators: "The row has 3 cells", and "the table has 4 columns" */
  return g_strdup_printf (_ ("%s, and %s."), first, second);
}

gboolean
way_import_read_row (WaySkillsImport *self, guint record, WayImportRow *row)
{
  guint n = way_csv_get_n_fields (self->csv, record);

  *row = (WayImportRow) { .line = way_csv_get_line (self->csv, record),
                          .kind = WAY_IMPORT_UNCHANGED,
                          .title = "",
                          .by = "",
                          .current = WAY_IMPORT_NOT_SAID,
                          .target = WAY_IMPORT_NOT_SAID,
                          .interview_percent = WAY_IMPORT_NOT_SAID,
                          .ad_percent = WAY_IMPORT_NOT_SAID,
                          .date = WAY_DATE_NONE };
  if (is_empty (self->csv, record))
    return FALSE;
  for (guint i = 0; i < MIN (n, self->n_columns); i++)
    read_cell (self, row, (int) i, way_csv_unguard (way_csv_get_field (self->csv, record, i)));
  if (n != self->n_columns)
    way_import_complain (self, row, -1, describe_length (n, self->n_columns));
  else if (*row->title == '\0')
    way_import_complain (self, row, -1, g_strdup (_ ("The row names no skill.")));
  return TRUE;
}
