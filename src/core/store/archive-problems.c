/* What is wrong in an archive, as a person reads it. */
#include "core/store/archive-private.h"

#include <string.h>

/* Characters of the file in a message. */
#define MAX_SHOWN 40

char *
way_archive_show (const char *text)
{
  g_autofree char *start = g_utf8_strlen (text, -1) > MAX_SHOWN
                               ? g_utf8_substring (text, 0, MAX_SHOWN)
                               : g_strdup (text);

  for (char *at = start; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return g_strconcat (
      start, g_str_equal (start, text) || strlen (start) == strlen (text) ? "" : "…", NULL);
}

gboolean
way_archive_complain (WayArchiveReader *r, const char *name, const char *format, ...)
{
  g_autofree char *shown = name != NULL ? way_archive_show (name) : NULL;
  va_list args;

  if (++r->n_problems > WAY_ARCHIVE_MAX_PROBLEMS)
    return FALSE;
  g_string_append_printf (r->problems, "%s%s: $", r->n_problems > 1 ? "\n" : "", r->file);
  if (r->table != NULL)
    g_string_append_printf (r->problems, ".%s", r->table->name);
  if (r->in_row)
    g_string_append_printf (r->problems, "[%u]", r->row);
  if (shown != NULL)
    g_string_append_printf (r->problems, ".%s", shown);
  g_string_append (r->problems, ": ");
  va_start (args, format);
  g_string_append_vprintf (r->problems, format, args);
  va_end (args);
  return FALSE;
}
