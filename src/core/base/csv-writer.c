#include "core/base/csv.h"

#include <string.h>

/* What makes a cell a formula, or hides that from who looks at its first character: the list of OWASP, "CSV
 * Injection". */
static gboolean
begins_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r\n", *text) != NULL;
}

/* "-12.5": what a spreadsheet makes of it is what it says. */
static gboolean
is_number (const char *text)
{
  if (*text == '+' || *text == '-')
    text++;
  gsize whole = strspn (text, "0123456789");
  text += whole;
  if (whole > 0 && *text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  return whole > 0 && *text == '\0';
}

/* Text that has apostrophes of its own before its formula gets one more, so that taking one off gives it back. */
static gboolean
needs_guard (const char *text)
{
  return begins_formula (text + strspn (text, "'")) && !is_number (text);
}

const char *
way_csv_unguard (const char *field)
{
  return *field == '\'' && needs_guard (field + 1) ? field + 1 : field;
}

/* Also what would be trimmed, and what looks like the mark of an encoding. */
static gboolean
needs_quotes (const char *text)
{
  return strpbrk (text, ",;\t\"\r\n") != NULL || g_str_has_prefix (text, "\xef\xbb\xbf") ||
         *text == ' ' || g_str_has_suffix (text, " ");
}

static void
append_field (GString *out, const char *field, gboolean guard)
{
  const char *mark = guard && needs_guard (field) ? "'" : "";

  if (!needs_quotes (field))
    {
      g_string_append (out, mark);
      g_string_append (out, field);
      return;
    }
  g_string_append_printf (out, "\"%s", mark);
  for (const char *at = field; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

void
way_csv_append (GString *out, const char *const *fields, guint n, gboolean guard)
{
  g_return_if_fail (n > 0);
  /* Else it would be an empty line, which is no record. */
  if (n == 1 && *fields[0] == '\0')
    g_string_append (out, "\"\"");
  else
    for (guint i = 0; i < n; i++)
      {
        if (i > 0)
          g_string_append_c (out, ',');
        append_field (out, fields[i], guard);
      }
  g_string_append (out, "\r\n");
}
