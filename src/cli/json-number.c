#include "cli/json-number.h"

#include "cli/cli.h"

#include <math.h>
#include <string.h>

/* As many digits as every double keeps. */
#define FORMAT "%.15g"

void
way_cli_json_number (JsonBuilder *builder, const char *name, double value, int decimals)
{
  double scale = pow (10, decimals);

  if (name != NULL)
    json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, round (value * scale) / scale + 0.0); /* no -0 */
}

/* Appends the number at @text; its length. */
static gsize
add_number (GString *out, const char *text)
{
  gsize length = strspn (text, "+-.0123456789eE");
  g_autofree char *number = g_strndup (text, length);
  char shorter[G_ASCII_DTOSTR_BUF_SIZE];

  if (strpbrk (number, ".eE") == NULL)
    g_string_append (out, number);
  else
    g_string_append (
        out, g_ascii_formatd (shorter, sizeof shorter, FORMAT, g_ascii_strtod (number, NULL)));
  return length;
}

char *
way_json_shorten_numbers (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean in_string = FALSE;

  for (const char *at = text; *at != '\0';)
    if (!in_string && (g_ascii_isdigit (*at) || *at == '-'))
      at += add_number (out, at);
    else
      {
        in_string ^= *at == '"';
        /* What is escaped ends no string. */
        if (in_string && *at == '\\')
          g_string_append_c (out, *at++);
        g_string_append_c (out, *at++);
      }
  return g_string_free (out, FALSE);
}
