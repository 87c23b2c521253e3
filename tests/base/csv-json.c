/* Stands between test-csv.py and the code: a JSON list of texts becomes one of tables ("read"), or the other way round
 * ("write"). A text that cannot be read is null. */
#include "core/base/csv.h"

#include <json-glib/json-glib.h>
#include <stdio.h>

static void
read_text (JsonBuilder *b, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (WayCsv) csv = way_csv_read (bytes, WAY_TEXT_UTF_8, '\0', NULL);

  if (csv == NULL)
    {
      json_builder_add_null_value (b);
      return;
    }
  json_builder_begin_array (b);
  for (guint i = 0; i < way_csv_get_n_records (csv); i++)
    {
      json_builder_begin_array (b);
      for (guint j = 0; j < way_csv_get_n_fields (csv, i); j++)
        json_builder_add_string_value (b, way_csv_get_field (csv, i, j));
      json_builder_end_array (b);
    }
  json_builder_end_array (b);
}

static void
write_table (JsonBuilder *b, JsonArray *table)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (table); i++)
    {
      JsonArray *record = json_array_get_array_element (table, i);
      g_autoptr (GPtrArray) fields = g_ptr_array_new ();
      for (guint j = 0; j < json_array_get_length (record); j++)
        g_ptr_array_add (fields, (char *) json_array_get_string_element (record, j));
      way_csv_append (text, (const char *const *) fields->pdata, fields->len, FALSE);
    }
  json_builder_add_string_value (b, text->str);
}

int
main (int argc, char *argv[])
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonBuilder) b = json_builder_new ();
  g_autoptr (GError) error = NULL;

  if (argc != 3 || !json_parser_load_from_file (parser, argv[2], &error))
    g_error ("%s", error != NULL ? error->message : "csv-json read|write FILE");
  JsonArray *all = json_node_get_array (json_parser_get_root (parser));
  json_builder_begin_array (b);
  for (guint i = 0; i < json_array_get_length (all); i++)
    if (g_str_equal (argv[1], "read"))
      read_text (b, json_array_get_string_element (all, i));
    else
      write_table (b, json_array_get_array_element (all, i));
  json_builder_end_array (b);
  g_autoptr (JsonNode) root = json_builder_get_root (b);
  g_autofree char *text = json_to_string (root, FALSE);
  puts (text);
  return 0;
}
