#include "core/base/markdown.h"

#include <string.h>

void
way_markdown_append (GString *out, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '\n' || *at == '\r')
        {
          if (*at == '\n' || at[1] != '\n')
            g_string_append (out, "<br>");
          continue;
        }
      if (strchr ("\\`*_{}[]<>#|~&!", *at) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

void
way_markdown_append_paragraph (GString *out, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  /* "1." and "-" begin lists; a line of "=" makes a heading of what is above it. */
  if (digits > 0 && (text[digits] == '.' || text[digits] == ')'))
    {
      g_string_append_len (out, text, (gssize) digits);
      g_string_append_c (out, '\\');
      text += digits;
    }
  else if (*text != '\0' && strchr ("+-=", *text) != NULL)
    g_string_append_c (out, '\\');
  way_markdown_append (out, text);
  g_string_append (out, "\n\n");
}

void
way_markdown_append_row (GString *out, char **cells)
{
  for (; *cells != NULL; cells++)
    {
      g_string_append (out, "| ");
      way_markdown_append (out, *cells);
      g_string_append_c (out, ' ');
    }
  g_string_append (out, "|\n");
}

void
way_markdown_append_heading (GString *out, char **cells, guint n_texts)
{
  guint n = g_strv_length (cells);

  way_markdown_append_row (out, cells);
  for (guint i = 0; i < n; i++)
    g_string_append (out, i < n_texts ? "|---" : "|---:");
  g_string_append (out, "|\n");
}
