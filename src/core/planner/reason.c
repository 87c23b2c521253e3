/* Reasons are stored as data and told as sentences: a JSON object with dates as ISO text. */
#include "core/planner/reason.h"

#include "core/base/date.h"
#include "core/planner/explain.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

static void
add_other_days (JsonBuilder *builder, WayDate date, guint open_days)
{
  json_builder_set_member_name (builder, "other_days");
  json_builder_begin_array (builder);
  for (int i = 0; i < 7; i++)
    {
      g_autofree char *day = way_date_to_iso (way_date_week_start (date) + i);
      if (open_days & (1u << i))
        json_builder_add_string_value (builder, day);
    }
  json_builder_end_array (builder);
}

char *
way_reason_to_json (const WayBlockReason *reason,
                    WayDate date,
                    const char *serves,
                    const char *skill)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *due = way_date_to_iso (reason->due_date);
  g_autofree char *ideal = way_date_to_iso (reason->ideal_date);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "serves");
  json_builder_add_string_value (builder, serves);
  if (skill != NULL)
    {
      json_builder_set_member_name (builder, "skill");
      json_builder_add_string_value (builder, skill);
    }
  json_builder_set_member_name (builder, "due");
  json_builder_add_string_value (builder, due);
  json_builder_set_member_name (builder, "ideal");
  json_builder_add_string_value (builder, ideal);
  add_other_days (builder, date, reason->open_days);
  json_builder_set_member_name (builder, "day_minutes");
  json_builder_add_int_value (builder, reason->day_minutes);
  json_builder_set_member_name (builder, "week_minutes");
  json_builder_add_int_value (builder, reason->week_minutes);
  json_builder_set_member_name (builder, "urgent");
  json_builder_add_boolean_value (builder, reason->urgent);
  json_builder_set_member_name (builder, "stayed");
  json_builder_add_boolean_value (builder, reason->stayed);
  json_builder_set_member_name (builder, "regular");
  json_builder_add_boolean_value (builder, reason->regular);
  json_builder_end_object (builder);

  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

char *
way_reason_by_hand (const char *serves)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "serves");
  json_builder_add_string_value (builder, serves);
  json_builder_set_member_name (builder, "by_hand");
  json_builder_add_boolean_value (builder, TRUE);
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

/* "Tuesday, Thursday" (transfer full). */
static char *
list_weekdays (JsonArray *days)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (days); i++)
    {
      WayDate date;
      if (!way_date_parse (json_array_get_string_element (days, i), 0, &date, NULL))
        continue;
      g_autofree char *name = way_explain_weekday (way_date_weekday (date));
      g_string_append_printf (text, "%s%s", text->len > 0 ? _ (", ") : "", name);
    }
  return g_string_free (text, FALSE);
}

static void
tell_day (GString *text, JsonObject *reason, gboolean appointment)
{
  JsonArray *days = json_object_has_member (reason, "other_days")
                        ? json_object_get_array_member (reason, "other_days")
                        : NULL;

  if (json_object_get_boolean_member_with_default (reason, "by_hand", FALSE))
    add_sentence (text, g_strdup (_ ("You put it here, and planning leaves it.")));
  else if (appointment)
    {
      g_autofree char *ideal =
          display_date (json_object_get_string_member_with_default (reason, "ideal", ""));
      if (json_object_get_boolean_member_with_default (reason, "regular", FALSE))
        /* Translators: %s is a day. */
        add_sentence (text,
                      g_strdup_printf (_ ("Around %s, on the weekday of the month and at the time "
                                          "of the first one."),
                                       ideal));
      else
        /* Translators: %s is a day. */
        add_sentence (text, g_strdup_printf (_ ("The free slot closest to %s."), ideal));
    }
  else if (json_object_get_boolean_member_with_default (reason, "stayed", FALSE))
    add_sentence (text, g_strdup (_ ("It was there before, and nothing is better elsewhere.")));
  else if (days == NULL)
    return; /* of an earlier version, which kept less */
  else if (json_array_get_length (days) > 0)
    {
      g_autofree char *others = list_weekdays (days);
      /* Translators: %s is a list of days of the week. */
      add_sentence (text, g_strdup_printf (_ ("Spread evenly: in its week it could also have been "
                                              "on %s."),
                                           others));
    }
  else if (json_object_get_boolean_member_with_default (reason, "urgent", FALSE))
    add_sentence (text, g_strdup (_ ("Any later in its week, the plan would end later.")));
  else
    add_sentence (text, g_strdup (_ ("The only day of its week with a free slot left.")));
}

/* What the block is for, and by when. */
static void
tell_purpose (GString *text, JsonObject *reason, gboolean appointment)
{
  const char *serves = json_object_get_string_member_with_default (reason, "serves", "");
  const char *skill = json_object_get_string_member_with_default (reason, "skill", "");
  const char *due = json_object_get_string_member_with_default (reason, "due", "");
  g_autofree char *day = *due != '\0' ? display_date (due) : NULL;

  if (*skill != '\0' && day != NULL)
    /* Translators: what is done, the skill whose gap it closes, and a day. */
    add_sentence (text, g_strdup_printf (_ ("Serves “%s”, the gap action of “%s”, due by %s."),
                                         serves, skill, day));
  else if (day != NULL && !appointment)
    /* Translators: the name of a phase, and a day. */
    add_sentence (text, g_strdup_printf (_ ("Serves “%s”, due by %s."), serves, day));
  else
    add_sentence (text, g_strdup_printf (_ ("Serves “%s”."), serves));
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
      const char *ideal = json_object_get_string_member_with_default (object, "ideal", "");

      if (*serves == '\0')
        return g_string_free (text, FALSE);
      tell_purpose (text, object, *ideal != '\0');
      tell_day (text, object, *ideal != '\0');
    }
  return g_string_free (text, FALSE);
}
