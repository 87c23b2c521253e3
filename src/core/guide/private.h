/* What the files of the guide readers share. */
#pragma once

#include "core/guide/guide.h"

G_BEGIN_DECLS

/* Adds an item with its texts trimmed; the key is made from @title and is made unique when the items
 * are sorted. The item is owned by the guide. */
WayGuideItem *way_guide_add (WayGuide *guide,
                             WayGuideKind kind,
                             int line,
                             const char *title,
                             const char *detail,
                             const char *extra);

/* Groups the items by kind in enum order, source order within, and makes keys unique ("kafka-2"). */
void way_guide_arrange (WayGuide *guide);

/* The two readers. @data is valid UTF-8 for the text reader. */
WayGuide *way_guide_read_text (const char *data, gsize length, const char *name, GError **error);
WayGuide *way_guide_read_pack (const char *data, gsize length, const char *name, GError **error);

/* "3–5 days", "4-6 weeks", "2 to 3 months", "1 week", "Ongoing". %FALSE when it is no duration. */
gboolean
way_guide_parse_duration (const char *text, int *min_days, int *max_days, gboolean *ongoing);

/* "3–5" or "12+" at the start of @text; open ends give max -1. %FALSE without a number. */
gboolean way_guide_parse_range (const char *text, int *low, int *high, const char **rest);

/* The due rule of a checklist item: "within 14 days" is P14D, "this month" P1M, "this quarter" P3M,
 * "this week" P7D. Otherwise P14D: a first checklist takes one to two weeks (the guide's FAQ). */
const char *way_guide_due_rule (const char *text, char buffer[16]);

/* Lines of a text guide. */
typedef enum
{
  WAY_LINE_BLANK,
  WAY_LINE_HEADING, /* "# …" of Markdown, or a short line without an end mark */
  WAY_LINE_TABLE,   /* "| a | b |" */
  WAY_LINE_LIST,    /* "- …", "* …", "1. …", "[ ] …" */
  WAY_LINE_TEXT,
} WayLineShape;

typedef struct
{
  WayLineShape shape;
  int number; /* in the file, from 1 */
  int level;  /* of a Markdown heading; 0 for a plain one */
  char *text; /* without its mark, trimmed; a table row keeps its pipes */
} WayLine;

void way_line_free (WayLine *line);

/* (element-type WayLine) all lines; CRLF, CR and LF end them. */
GPtrArray *way_guide_split_lines (const char *data, gsize length);

/* The cells of a table row, trimmed, at least @min_cells (missing ones are ""). */
char **way_guide_split_row (const char *row, guint min_cells);

/* "|---|:-:|" */
gboolean way_guide_is_rule_row (const char *row);

/* A table by its header, rows @first to @last (excluded). %FALSE when no kind has such columns. */
gboolean way_guide_read_table (WayGuide *guide,
                               const GPtrArray *lines,
                               guint header,
                               guint first,
                               guint last);

/* What the items of a section's list are, by its heading; -1 when they are nothing that is kept. */
int way_guide_section_kind (const char *heading);

/* Sections whose contents are links and marketing: nothing in them is kept. */
gboolean way_guide_section_is_ignored (const char *heading);

G_END_DECLS
