/* Which section is which: tables by the words of their header, lists by the words of their heading. */
#include "core/guide/private.h"

#include <string.h>

static gboolean
contains (const char *text, const char *word)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  return strstr (lower, word) != NULL;
}

/* A table's kind: words that its header's cells hold, in order. */
static const struct
{
  WayGuideKind kind;
  const char *columns[4];
} tables[] = {
  { WAY_GUIDE_PHASE, { "phase", "duration", "activit", "exit" } },
  { WAY_GUIDE_AREA, { "skill", "current", "target", "gap" } },
  { WAY_GUIDE_EXPECTATION, { "skill", "junior", "senior", NULL } },
  { WAY_GUIDE_BAND, { "year", "priorit", NULL, NULL } },
  { WAY_GUIDE_ROLE_EMPHASIS, { "role", "emphasi", NULL, NULL } },
  { WAY_GUIDE_PRACTICE_REASON, { "practice", "why", NULL, NULL } },
  { WAY_GUIDE_READER, { "reader", "", NULL, NULL } },
};

/* Where each column of a table stands in the header; -1 for one that is missing. */
static gboolean
match_header (gsize t, char **header, int at[4])
{
  int n_found = 0, n_wanted = 0;

  for (int c = 0; c < 4 && tables[t].columns[c] != NULL; c++)
    {
      at[c] = -1;
      n_wanted++;
      for (int h = 0; header[h] != NULL && at[c] < 0; h++)
        {
          gboolean taken = FALSE;
          for (int before = 0; before < c; before++)
            taken = taken || at[before] == h;
          if (!taken && contains (header[h], tables[t].columns[c]))
            at[c] = h;
        }
      n_found += at[c] >= 0;
    }
  /* The first column names the items; of long tables one other may be missing. */
  return at[0] >= 0 && n_found >= MAX (2, n_wanted - (n_wanted > 2));
}

static int
parse_score (const char *text)
{
  gint64 score = 0;

  return g_ascii_string_to_signed (text, 10, 1, 5, &score, NULL) ? (int) score : 0;
}

static void
add_row (WayGuide *guide, gsize t, char **cells, const int at[4], int line)
{
  const char *column[4] = { "", "", "", "" };
  WayGuideItem *item;

  for (int c = 0; c < 4 && tables[t].columns[c] != NULL; c++)
    if (at[c] >= 0 && at[c] < (int) g_strv_length (cells))
      column[c] = cells[at[c]];
  if (*column[0] == '\0')
    return;
  switch (tables[t].kind)
    {
    case WAY_GUIDE_PHASE:
      item = way_guide_add (guide, WAY_GUIDE_PHASE, line, column[0], column[2], column[3]);
      if (!way_guide_parse_duration (column[1], &item->min_days, &item->max_days, &item->ongoing))
        {
          item->min_days = item->max_days = 7;
          g_ptr_array_add (
              guide->notes,
              g_strdup_printf ("line %d: the duration “%s” of “%s” is not understood; a "
                               "week was taken",
                               line, column[1], item->title));
        }
      break;
    case WAY_GUIDE_AREA:
      item = way_guide_add (guide, WAY_GUIDE_AREA, line, column[0], column[3], "");
      item->current = parse_score (column[1]);
      item->target = parse_score (column[2]);
      break;
    case WAY_GUIDE_BAND:
      item = way_guide_add (guide, WAY_GUIDE_BAND, line, column[0], column[1], "");
      const char *rest;
      if (!way_guide_parse_range (column[0], &item->min_years, &item->max_years, &rest))
        item->max_years = -1;
      break;
    default:
      way_guide_add (guide, tables[t].kind, line, column[0], column[1], column[2]);
    }
}

gboolean
way_guide_read_table (WayGuide *guide,
                      const GPtrArray *lines,
                      guint header,
                      guint first,
                      guint last)
{
  const WayLine *head = g_ptr_array_index (lines, header);
  g_auto (GStrv) names = way_guide_split_row (head->text, 1);

  for (gsize t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      int at[4] = { -1, -1, -1, -1 };
      if (!match_header (t, names, at))
        continue;
      for (guint i = first; i < last; i++)
        {
          const WayLine *row = g_ptr_array_index (lines, i);
          g_auto (GStrv) cells = way_guide_split_row (row->text, g_strv_length (names));
          add_row (guide, t, cells, at, row->number);
        }
      return TRUE;
    }
  return FALSE;
}

/* Lists by heading. Order matters: the first word that fits decides. */
static const struct
{
  const char *word;
  int kind;
} sections[] = {
  { "checklist", WAY_GUIDE_CHECKLIST },
  { "mistake", WAY_GUIDE_MISTAKE },
  { "pitfall", WAY_GUIDE_MISTAKE },
  { "best practice", WAY_GUIDE_PRACTICE },
  { "resource", WAY_GUIDE_RESOURCE },
  { "skills required", WAY_GUIDE_SKILL },
  { "required skills", WAY_GUIDE_SKILL },
  { "related roles", WAY_GUIDE_ROLE },
  { "related questions", WAY_GUIDE_QUESTION },
  { "interview questions", WAY_GUIDE_QUESTION },
  { "examples", WAY_GUIDE_EXAMPLE },
  { "faq", WAY_GUIDE_FAQ },
  { "frequently asked", WAY_GUIDE_FAQ },
};

int
way_guide_section_kind (const char *heading)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    if (contains (heading, sections[i].word))
      return sections[i].kind;
  return -1;
}

gboolean
way_guide_section_is_ignored (const char *heading)
{
  static const char *const words[] = { "more from", "create your", "view all", "sign up",
                                       "subscribe" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (contains (heading, words[i]))
      return TRUE;
  return FALSE;
}
