/* Reasons are stored as data and told as sentences: a JSON object with dates as ISO text. */
#include "core/planner/reason.h"

#include "core/base/date.h"
#include "core/planner/draft.h"
#include "core/planner/explain.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

char *
way_reason_to_json (const WayBlockReason *reason, const char *serves)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *due = way_date_to_iso (reason->due_date);
  g_autofree char *ideal = way_date_to_iso (reason->ideal_date);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "serves");
  json_builder_add_string_value (builder, serves);
  json_builder_set_member_name (builder, "due");
  json_builder_add_string_value (builder, due);
  json_builder_set_member_name (builder, "ideal");
  json_builder_add_string_value (builder, ideal);
  json_builder_set_member_name (builder, "days_open");
  json_builder_add_int_value (builder, reason->days_open);
  json_builder_set_member_name (builder, "day_minutes");
  json_builder_add_int_value (builder, reason->day_minutes);
  json_builder_set_member_name (builder, "week_minutes");
  json_builder_add_int_value (builder, reason->week_minutes);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

/* "2027-02-14" as the locale writes days; the text itself when it is no date. */
static char *
display_date (const char *iso)
{
  WayDate date;

  return way_date_parse (iso, 0, &date, NULL) ? way_explain_date (date) : g_strdup (iso);
}

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
tell_day (GString *text, JsonObject *reason, gboolean appointment)
{
  int open = (int) json_object_get_int_member_with_default (reason, "days_open", 0);

  if (appointment)
    {
      g_autofree char *ideal =
          display_date (json_object_get_string_member_with_default (reason, "ideal", ""));
      /* Translators: %s is a day. */
      add_sentence (text, g_strdup_printf (_ ("The free slot closest to %s."), ideal));
    }
  else if (open > 1)
    add_sentence (text, g_strdup_printf (ngettext ("Of %d free day of its week, this one had the "
                                                   "least load.",
                                                   "Of %d free days of its week, this one had the "
                                                   "least load.",
                                                   open),
                                         open));
  else
    add_sentence (text, g_strdup (_ ("The only day of its week with a free slot left.")));
}

char *
way_reason_to_text (const char *reason)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  GString *text = g_string_new (NULL);

  if (json_parser_load_from_data (parser, reason, -1, NULL) &&
      JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    {
      JsonObject *object = json_node_get_object (json_parser_get_root (parser));
      const char *serves = json_object_get_string_member_with_default (object, "serves", "");
      const char *due = json_object_get_string_member_with_default (object, "due", "");
      const char *ideal = json_object_get_string_member_with_default (object, "ideal", "");

      if (*serves == '\0')
        return g_string_free (text, FALSE);
      if (*due != '\0' && *ideal == '\0')
        {
          g_autofree char *day = display_date (due);
          /* Translators: the name of a phase, and a day. */
          add_sentence (text, g_strdup_printf (_ ("Serves “%s”, due by %s."), serves, day));
        }
      else
        add_sentence (text, g_strdup_printf (_ ("Serves “%s”."), serves));
      tell_day (text, object, *ideal != '\0');
    }
  return g_string_free (text, FALSE);
}
