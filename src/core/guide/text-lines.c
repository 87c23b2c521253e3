/* A text guide as lines with a shape. A shape is what a line looks like, never what it is about. */
#include "core/guide/private.h"

#include <string.h>

/* A plain heading is short; longer lines are paragraphs. */
#define HEADING_MAX_CHARS 60

void
way_line_free (WayLine *line)
{
  g_free (line->text);
  g_free (line);
}

/* Bytes of a list mark at the start of @text: "- ", "* ", "• ", "3. ", "[x] "; 0 for none. */
static gsize
list_mark (const char *text)
{
  gsize n = 0;

  if (strchr ("-*+", *text) != NULL && *text != '\0' && text[1] == ' ')
    n = 2;
  else if (g_str_has_prefix (text, "• ") || g_str_has_prefix (text, "•\t"))
    n = strlen ("• ");
  else
    {
      gsize digits = strspn (text, "0123456789");
      if (digits > 0 && digits < 4 && strchr (".)", text[digits]) != NULL && text[digits] != '\0' &&
          text[digits + 1] == ' ')
        n = digits + 2;
    }
  n += strspn (text + n, " ");
  if (text[n] == '[' && text[n + 1] != '\0' && strchr (" xX", text[n + 1]) != NULL &&
      text[n + 2] == ']')
    n += 3;
  else if (n > 0 && strspn (text, " ") == n)
    n = 0;
  return n;
}

/* A line that could head a section: short, and not the end of a sentence. */
static gboolean
looks_like_heading (const char *text)
{
  gsize length = strlen (text);
  const char *last = g_utf8_prev_char (text + length);

  glong limit = *last == '?' ? 2 * HEADING_MAX_CHARS : HEADING_MAX_CHARS;

  return length > 0 && g_utf8_strlen (text, -1) <= limit && strchr (".,;:!", *last) == NULL &&
         strchr (text, '|') == NULL;
}

static WayLine *
make_line (const char *start, gsize length, int number)
{
  WayLine *line = g_new0 (WayLine, 1);
  g_autofree char *copy = g_strndup (start, length);
  const char *text = g_strstrip (copy);
  gsize hashes = strspn (text, "#");
  gsize mark = list_mark (text);

  line->number = number;
  if (*text == '\0')
    line->shape = WAY_LINE_BLANK;
  else if (hashes > 0 && hashes <= 6 && text[hashes] == ' ')
    {
      line->shape = WAY_LINE_HEADING;
      line->level = (int) hashes;
      text += hashes;
    }
  else if (*text == '|')
    line->shape = WAY_LINE_TABLE;
  else if (mark > 0)
    {
      line->shape = WAY_LINE_LIST;
      text += mark;
    }
  else
    line->shape = looks_like_heading (text) ? WAY_LINE_HEADING : WAY_LINE_TEXT;
  line->text = g_strstrip (g_strdup (text));
  return line;
}

GPtrArray *
way_guide_split_lines (const char *data, gsize length)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) way_line_free);
  const char *at = data, *end = data + length;

  for (int number = 1; at < end; number++)
    {
      const char *stop = at;
      while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
      g_ptr_array_add (lines, make_line (at, (gsize) (stop - at), number));
      at = stop + (stop < end) + (stop + 1 < end && stop[0] == '\r' && stop[1] == '\n');
    }
  return lines;
}

char **
way_guide_split_row (const char *row, guint min_cells)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autofree char *inner = g_strdup (row + 1);
  gsize length = strlen (inner);

  if (length > 0 && inner[length - 1] == '|')
    inner[length - 1] = '\0';
  g_auto (GStrv) parts = g_strsplit (inner, "|", -1);
  for (char **part = parts; *part != NULL; part++)
    g_ptr_array_add (cells, g_strdup (g_strstrip (*part)));
  while (cells->len < min_cells)
    g_ptr_array_add (cells, g_strdup (""));
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

gboolean
way_guide_is_rule_row (const char *row)
{
  return strspn (row, "|-: \t") == strlen (row) && strchr (row, '-') != NULL;
}

gboolean
way_guide_parse_range (const char *text, int *low, int *high, const char **rest)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*text))
    return FALSE;
  *low = (int) MIN (g_ascii_strtoll (text, &end, 10), 10000);
  *high = *low;
  const char *at = end + strspn (end, " ");
  if (*at == '+')
    {
      *high = -1;
      at++;
    }
  else
    {
      static const char *const dashes[] = { "–", "—", "-", "to ", "…" };
      for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
        if (g_str_has_prefix (at, dashes[i]))
          {
            const char *second = at + strlen (dashes[i]);
            second += strspn (second, " ");
            if (!g_ascii_isdigit (*second))
              break;
            *high = (int) MIN (g_ascii_strtoll (second, &end, 10), 10000);
            at = end;
            break;
          }
    }
  *rest = at + strspn (at, " ");
  return *high == -1 || *high >= *low;
}

gboolean
way_guide_parse_duration (const char *text, int *min_days, int *max_days, gboolean *ongoing)
{
  static const struct
  {
    const char *word;
    int days;
  } units[] = { { "day", 1 }, { "week", 7 }, { "month", 30 }, { "year", 365 } };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *unit;
  int low, high;

  *ongoing = strstr (lower, "ongoing") != NULL || strstr (lower, "continuous") != NULL;
  *min_days = *max_days = 0;
  if (*ongoing)
    return TRUE;
  if (!way_guide_parse_range (lower, &low, &high, &unit) || low == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (unit, units[i].word))
      {
        *min_days = MIN (low * units[i].days, 3650);
        *max_days = MIN ((high < 0 ? low : high) * units[i].days, 3650);
        return TRUE;
      }
  return FALSE;
}

const char *
way_guide_due_rule (const char *text, char buffer[16])
{
  static const struct
  {
    const char *words, *rule;
  } periods[] = { { "this week", "P7D" },
                  { "this month", "P1M" },
                  { "this quarter", "P3M" },
                  { "within a week", "P7D" },
                  { "within a month", "P1M" } };
  g_autofree char *lower = g_utf8_strdown (text, -1);
  const char *within = strstr (lower, "within ");
  int low, high;
  const char *unit;

  if (within != NULL && way_guide_parse_range (within + 7, &low, &high, &unit) && high > 0 &&
      high <= 999)
    {
      int factor = g_str_has_prefix (unit, "week") ? 7 : 1;
      g_snprintf (buffer, 16, g_str_has_prefix (unit, "month") ? "P%dM" : "P%dD", high * factor);
      return buffer;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (strstr (lower, periods[i].words) != NULL)
      return periods[i].rule;
  return "P14D";
}
