#include "cli/json-value.h"

#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_DEPTH  32
#define MAX_DIGITS 18
/* Where json-glib's own writing of a number says nothing to a person. */
#define HUGE_NUMBER 1e18
/* Characters of a wrong value in a message. */
#define MAX_SHOWN 40

static void
add_place (GString *text, const WayJsonValue *value)
{
  if (value->parent == NULL)
    return;
  add_place (text, value->parent);
  if (value->name == NULL)
    g_string_append_printf (text, "[%u]", value->index);
  else
    g_string_append_printf (text, "%s%s", value->parent->parent != NULL ? "." : "", value->name);
}

static const char *
file_name (const WayJsonValue *value)
{
  while (value->parent != NULL)
    value = value->parent;
  return value->name;
}

gboolean
way_json_fail (const WayJsonValue *value, GError **error, const char *format, ...)
{
  g_autoptr (GString) place = g_string_new (NULL);
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  add_place (place, value);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, "%s: %s%s%s", file_name (value), place->str,
               place->len > 0 ? ": " : "", message);
  return FALSE;
}

/* Whether the value is a whole number; 5.0 is one. */
static gboolean
is_whole (const WayJsonValue *value, double *number)
{
  GType type =
      JSON_NODE_HOLDS_VALUE (value->node) ? json_node_get_value_type (value->node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;
  *number = json_node_get_double (value->node);
  return !isfinite (*number) || *number == floor (*number);
}

char *
way_json_show (const WayJsonValue *value)
{
  g_autofree char *text = json_to_string (value->node, FALSE);
  double number;

  if (is_whole (value, &number) && !(fabs (number) < HUGE_NUMBER))
    return g_strdup (_ ("a number of so many digits"));

  if (g_utf8_strlen (text, -1) <= MAX_SHOWN)
    return g_steal_pointer (&text);
  g_autofree char *start = g_utf8_substring (text, 0, MAX_SHOWN);
  return g_strconcat (start, "…", NULL);
}

/* json-glib parses recursively, so deep nesting is refused before it starts; and of two documents it would take
 * one. */
static gboolean
check_nesting (const WayJsonValue *root, const char *data, gsize length, GError **error)
{
  int depth = 0;
  gboolean in_string = FALSE, over = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (over && !g_ascii_isspace (data[i]))
        return way_json_fail (root, error,
                              _ ("something follows the JSON object. Give one object only."));
      if (in_string && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        in_string = !in_string;
      else if (!in_string && (data[i] == '{' || data[i] == '['))
        depth++;
      else if (!in_string && (data[i] == '}' || data[i] == ']'))
        over = --depth == 0;
      if (depth > MAX_DEPTH)
        return way_json_fail (root, error, _ ("the lists are nested too deep. %d levels are read."),
                              MAX_DEPTH);
    }
  return TRUE;
}

/* A number over 64 bits becomes another one in json-glib: all of them are made one that no member takes, so
 * that it is refused in its place. */
static void
mark_long_numbers (char *data, gsize length)
{
  static const char mark[] = "9e99";
  gboolean in_string = FALSE;

  for (gsize i = 0, n; i < length; i += MAX (n, 1))
    {
      for (n = 0; !in_string && i + n < length && g_ascii_isdigit (data[i + n]);)
        n++;
      if (n > MAX_DIGITS && (i == 0 || data[i - 1] != '.'))
        {
          memset (data + i, ' ', n);
          memcpy (data + i, mark, strlen (mark));
        }
      else if (in_string && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        in_string = !in_string;
    }
}

static gboolean
load (JsonParser *parser, const char *data, gsize length, GError **error)
{
  g_autofree char *copy = g_strndup (data, length);

  mark_long_numbers (copy, length);
  return json_parser_load_from_data (parser, copy, (gssize) length, error);
}

JsonParser *
way_json_parse (const char *data,
                gsize length,
                const char *name,
                WayJsonValue *root,
                GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) failure = NULL;

  *root = (WayJsonValue) { .name = name };
  if (!g_utf8_validate (data, (gssize) length, NULL))
    way_json_fail (root, error, _ ("this is not UTF-8 text. Save it as UTF-8 and try again."));
  else if (!check_nesting (root, data, length, error))
    return NULL;
  else if (!load (parser, data, length, &failure))
    /* Translators: %s is where and what a JSON parser stumbled over. */
    way_json_fail (root, error, _ ("this is not JSON (%s). Correct it and try again."),
                   failure->message);
  else if (json_parser_get_root (parser) == NULL)
    way_json_fail (root, error, _ ("the file is empty. Give one JSON object."));
  else
    {
      root->node = json_parser_get_root (parser);
      return g_steal_pointer (&parser);
    }
  return NULL;
}

WayJsonValue
way_json_member (const WayJsonValue *object, const char *name)
{
  JsonNode *node = json_object_get_member (json_node_get_object (object->node), name);

  return (WayJsonValue) { .parent = object, .name = name, .node = node };
}

WayJsonValue
way_json_element (const WayJsonValue *list, guint index)
{
  JsonNode *node = json_array_get_element (json_node_get_array (list->node), index);

  return (WayJsonValue) { .parent = list, .index = index, .node = node };
}

gboolean
way_json_is_given (const WayJsonValue *value)
{
  return value->node != NULL && !JSON_NODE_HOLDS_NULL (value->node);
}

gboolean
way_json_require (const WayJsonValue *value, GError **error)
{
  return way_json_is_given (value) || way_json_fail (value, error, _ ("this is missing. Add it."));
}

gboolean
way_json_require_object (const WayJsonValue *value, GError **error)
{
  if (value->node != NULL && JSON_NODE_HOLDS_OBJECT (value->node))
    return TRUE;
  return way_json_fail (value, error, _ ("an object is expected here, as {\"name\": …}."));
}

gboolean
way_json_read_int (const WayJsonValue *value, int low, int high, int *number, GError **error)
{
  double read;

  if (!way_json_is_given (value))
    return TRUE;
  if (!is_whole (value, &read) || !(read >= low && read <= high))
    {
      g_autofree char *text = way_json_show (value);
      return way_json_fail (value, error,
                            _ ("%s is not a whole number from %d to %d. Give one that is."), text,
                            low, high);
    }
  *number = (int) read;
  return TRUE;
}

gboolean
way_json_read_number (const WayJsonValue *value,
                      double low,
                      double high,
                      double *number,
                      GError **error)
{
  if (!way_json_is_given (value))
    return TRUE;
  GType type =
      JSON_NODE_HOLDS_VALUE (value->node) ? json_node_get_value_type (value->node) : G_TYPE_INVALID;
  double read =
      type == G_TYPE_INT64 || type == G_TYPE_DOUBLE ? json_node_get_double (value->node) : NAN;
  if (!(read >= low && read <= high))
    {
      g_autofree char *text = way_json_show (value);
      return way_json_fail (value, error,
                            _ ("%s is not a number from %.15g to %.15g. Give one that is."), text,
                            low, high);
    }
  *number = read;
  return TRUE;
}

gboolean
way_json_read_bool (const WayJsonValue *value, gboolean *truth, GError **error)
{
  if (!way_json_is_given (value))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (value->node) ||
      json_node_get_value_type (value->node) != G_TYPE_BOOLEAN)
    {
      g_autofree char *text = way_json_show (value);
      return way_json_fail (value, error, _ ("%s is neither true nor false. Give one of them."),
                            text);
    }
  *truth = json_node_get_boolean (value->node);
  return TRUE;
}

gboolean
way_json_read_text (const WayJsonValue *value, const char **text, GError **error)
{
  if (!way_json_is_given (value))
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (value->node) ||
      json_node_get_value_type (value->node) != G_TYPE_STRING)
    {
      g_autofree char *shown = way_json_show (value);
      return way_json_fail (value, error, _ ("%s is not a text. Put it in quotation marks."),
                            shown);
    }
  *text = json_node_get_string (value->node);
  return TRUE;
}

gboolean
way_json_read_date (const WayJsonValue *value, WayDate *date, GError **error)
{
  const char *text = NULL;

  if (!way_json_read_text (value, &text, error))
    return FALSE;
  if (text == NULL || (g_ascii_isdigit (*text) && way_date_parse (text, 0, date, NULL)))
    return TRUE;
  g_autofree char *shown = way_json_show (value);
  return way_json_fail (value, error,
                        _ ("%s is not a day of the years %d to %d. Write it as 2027-01-04."), shown,
                        WAY_DATE_MIN_YEAR, WAY_DATE_MAX_YEAR);
}

gboolean
way_json_read_instant (const WayJsonValue *value, gint64 *utc, GError **error)
{
  const char *text = NULL;

  if (!way_json_read_text (value, &text, error))
    return FALSE;
  if (text == NULL || way_instant_parse (text, utc, NULL))
    return TRUE;
  g_autofree char *shown = way_json_show (value);
  return way_json_fail (value, error,
                        _ ("%s is not an instant of the years %d to %d. Write it in UTC as "
                           "2027-01-04T08:00:00Z."),
                        shown, WAY_DATE_MIN_YEAR, WAY_DATE_MAX_YEAR);
}

gboolean
way_json_read_clock (const WayJsonValue *value, int *minute, GError **error)
{
  const char *text = NULL;

  if (!way_json_read_text (value, &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  *minute = way_clock_parse (text);
  if (*minute >= 0)
    return TRUE;
  g_autofree char *shown = way_json_show (value);
  return way_json_fail (
      value, error, _ ("%s is not a time of the day. Write it as 18:30, at most 24:00."), shown);
}

gboolean
way_json_read_list (const WayJsonValue *value, guint most, guint *n, GError **error)
{
  *n = 0;
  if (!way_json_is_given (value))
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (value->node))
    return way_json_fail (value, error, _ ("a list is expected here, as […]."));
  *n = json_array_get_length (json_node_get_array (value->node));
  if (*n > most)
    return way_json_fail (value, error, _ ("%u entries are too many. At most %u are read."), *n,
                          most);
  return TRUE;
}

gboolean
way_json_read_pair (const WayJsonValue *value,
                    WayJsonValue *first,
                    WayJsonValue *second,
                    GError **error)
{
  guint n;

  if (!way_json_require (value, error) || !way_json_read_list (value, G_MAXUINT, &n, error))
    return FALSE;
  if (n != 2)
    return way_json_fail (value, error, _ ("a start and an end are expected here, as [“…”, “…”]."));
  *first = way_json_element (value, 0);
  *second = way_json_element (value, 1);
  return way_json_require (first, error) && way_json_require (second, error);
}
