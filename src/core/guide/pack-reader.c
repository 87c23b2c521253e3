/* Guide packs: JSON of our own design, described by data/guide-pack.schema.json. Every error names the
 * JSON path. A text is a string, or an object of language → string that has the pack's language. */
#include "core/base/error.h"
#include "core/guide/private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define FORMAT    "waymark-guide-pack"
#define VERSION   1
#define MAX_ITEMS 500
#define MAX_CHARS 4000

/* A member of an item and where it goes. */
typedef struct
{
  const char *name;
  enum
  {
    TO_TITLE,
    TO_DETAIL,
    TO_EXTRA,
    TO_KEY,
    TO_MIN_DAYS,
    TO_MAX_DAYS,
    TO_ONGOING,
    TO_MIN_YEARS,
    TO_MAX_YEARS,
    TO_CURRENT,
    TO_TARGET,
    TO_DUE,
  } to;
  gboolean required;
} Member;

#define KEY                                                                                        \
  {                                                                                                \
    "key", TO_KEY, FALSE                                                                           \
  }
#define TITLE                                                                                      \
  {                                                                                                \
    "title", TO_TITLE, TRUE                                                                        \
  }

static const struct
{
  const char *name; /* of the array in the pack */
  WayGuideKind kind;
  Member members[8];
} lists[] = {
  { "phases",
    WAY_GUIDE_PHASE,
    { KEY,
      TITLE,
      { "activities", TO_DETAIL, TRUE },
      { "exit_criteria", TO_EXTRA, TRUE },
      { "min_days", TO_MIN_DAYS, FALSE },
      { "max_days", TO_MAX_DAYS, FALSE },
      { "ongoing", TO_ONGOING, FALSE } } },
  { "areas",
    WAY_GUIDE_AREA,
    { KEY,
      TITLE,
      { "gap_action", TO_DETAIL, FALSE },
      { "current", TO_CURRENT, FALSE },
      { "target", TO_TARGET, FALSE } } },
  { "expectations",
    WAY_GUIDE_EXPECTATION,
    { KEY, TITLE, { "junior", TO_DETAIL, TRUE }, { "senior", TO_EXTRA, TRUE } } },
  { "bands",
    WAY_GUIDE_BAND,
    { KEY,
      TITLE,
      { "min_years", TO_MIN_YEARS, TRUE },
      { "max_years", TO_MAX_YEARS, FALSE },
      { "priority", TO_DETAIL, TRUE } } },
  { "role_emphases", WAY_GUIDE_ROLE_EMPHASIS, { KEY, TITLE, { "emphasis", TO_DETAIL, TRUE } } },
  { "checklist", WAY_GUIDE_CHECKLIST, { KEY, TITLE, { "due", TO_DUE, TRUE } } },
  { "mistakes", WAY_GUIDE_MISTAKE, { KEY, TITLE } },
  { "practices", WAY_GUIDE_PRACTICE, { KEY, TITLE } },
  { "practice_reasons", WAY_GUIDE_PRACTICE_REASON, { KEY, TITLE, { "why", TO_DETAIL, TRUE } } },
  { "questions", WAY_GUIDE_QUESTION, { KEY, TITLE } },
  { "faq", WAY_GUIDE_FAQ, { KEY, { "question", TO_TITLE, TRUE }, { "answer", TO_DETAIL, TRUE } } },
  { "resources", WAY_GUIDE_RESOURCE, { KEY, TITLE } },
  { "skills", WAY_GUIDE_SKILL, { KEY, TITLE, { "how", TO_DETAIL, FALSE } } },
  { "roles", WAY_GUIDE_ROLE, { KEY, TITLE } },
  { "readers", WAY_GUIDE_READER, { KEY, TITLE, { "value", TO_DETAIL, TRUE } } },
  { "examples", WAY_GUIDE_EXAMPLE, { KEY, TITLE, { "text", TO_DETAIL, TRUE } } },
  { "triggers", WAY_GUIDE_TRIGGER, { KEY, TITLE } },
  { "related", WAY_GUIDE_RELATED, { KEY, TITLE } },
};

typedef struct
{
  WayGuide *guide;
  const char *name;     /* of the file */
  const char *language; /* of the pack */
  GHashTable *keys;     /* "kind/key" */
  GError **error;
} PackReader;

static gboolean fail (PackReader *r, const char *path, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (PackReader *r, const char *path, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (r->error, WAY_ERROR, WAY_ERROR_INVALID, "%s: %s: %s", r->name, path, message);
  return FALSE;
}

static gboolean
is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static gboolean
check_text (PackReader *r, const char *path, const char *text)
{
  if (g_utf8_strlen (text, -1) > MAX_CHARS)
    return fail (r, path, _ ("the text is longer than %d characters"), MAX_CHARS);
  if (strpbrk (text, "\n\r") != NULL)
    return fail (r, path, _ ("the text has more than one line"));
  return TRUE;
}

/* The text in the person's language, and in the pack's own (both borrowed from @node). */
static gboolean
read_text (PackReader *r, JsonNode *node, const char *path, const char **text, const char **own)
{
  if (is_string (node))
    *text = *own = json_node_get_string (node);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      JsonObjectIter iter;
      const char *language;
      JsonNode *value;

      json_object_iter_init (&iter, object);
      while (json_object_iter_next (&iter, &language, &value))
        if (!is_string (value))
          return fail (r, path, _ ("“%s” is not a text"), language);
      if (!json_object_has_member (object, r->language))
        return fail (r, path, _ ("the text in “%s” is missing"), r->language);
      *own = *text = json_object_get_string_member (object, r->language);
      const char *const *wanted = g_get_language_names ();
      for (int i = 0; wanted[i] != NULL; i++)
        if (json_object_has_member (object, wanted[i]))
          {
            *text = json_object_get_string_member (object, wanted[i]);
            break;
          }
    }
  else
    return fail (r, path, _ ("a text was expected"));
  return check_text (r, path, *text) && check_text (r, path, *own);
}

static gboolean
read_int (PackReader *r, JsonNode *node, const char *path, int low, int high, int *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail (r, path, _ ("a whole number was expected"));
  gint64 number = json_node_get_int (node);
  if (number < low || number > high)
    return fail (r, path, _ ("%d to %d was expected"), low, high);
  *value = (int) number;
  return TRUE;
}

/* "P14D", "P1M". */
static gboolean
is_due_rule (const char *text)
{
  gsize digits = text[0] == 'P' ? strspn (text + 1, "0123456789") : 0;

  return digits >= 1 && digits <= 3 && (text[digits + 1] == 'D' || text[digits + 1] == 'M') &&
         text[digits + 2] == '\0';
}

static gboolean
read_string_member (PackReader *r,
                    WayGuideItem *item,
                    const Member *m,
                    JsonNode *node,
                    const char *path)
{
  const char *text, *own;

  if (!read_text (r, node, path, &text, &own))
    return FALSE;
  if (m->to == TO_TITLE)
    {
      if (own[strspn (own, " \t")] == '\0')
        return fail (r, path, _ ("the text is empty"));
      item->title = g_strdup (text);
      /* The key comes from the pack's own language: it must not change with the person's. */
      if (item->key == NULL)
        item->key = way_guide_slug (own);
    }
  else if (m->to == TO_KEY)
    {
      g_free (item->key);
      item->key = g_strdup (own);
    }
  else if (m->to == TO_DUE)
    {
      if (!is_due_rule (own))
        return fail (r, path, _ ("“%s” is not a duration such as P14D or P1M"), own);
      item->extra = g_strdup (own);
    }
  else
    *(m->to == TO_DETAIL ? &item->detail : &item->extra) = g_strdup (text);
  return TRUE;
}

static gboolean
read_member (PackReader *r, WayGuideItem *item, const Member *m, JsonNode *node, const char *path)
{
  switch (m->to)
    {
    case TO_MIN_DAYS:
      return read_int (r, node, path, 1, 3650, &item->min_days);
    case TO_MAX_DAYS:
      return read_int (r, node, path, 1, 3650, &item->max_days);
    case TO_MIN_YEARS:
      return read_int (r, node, path, 0, 80, &item->min_years);
    case TO_MAX_YEARS:
      return read_int (r, node, path, 0, 80, &item->max_years);
    case TO_CURRENT:
      return read_int (r, node, path, 1, 5, &item->current);
    case TO_TARGET:
      return read_int (r, node, path, 1, 5, &item->target);
    case TO_ONGOING:
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return fail (r, path, _ ("true or false was expected"));
      item->ongoing = json_node_get_boolean (node);
      return TRUE;
    default:
      return read_string_member (r, item, m, node, path);
    }
}

static const Member *
find_member (const Member *members, const char *name)
{
  for (const Member *m = members; m->name != NULL; m++)
    if (g_str_equal (m->name, name))
      return m;
  return NULL;
}

static gboolean
read_members (PackReader *r,
              WayGuideItem *item,
              const Member *members,
              JsonObject *object,
              const char *path)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    if (find_member (members, name) == NULL)
      return fail (r, path, _ ("the member “%s” is not known"), name);
  for (const Member *m = members; m->name != NULL; m++)
    {
      g_autofree char *at = g_strdup_printf ("%s.%s", path, m->name);
      if (json_object_has_member (object, m->name))
        {
          if (!read_member (r, item, m, json_object_get_member (object, m->name), at))
            return FALSE;
        }
      else if (m->required)
        return fail (r, path, _ ("the member “%s” is missing"), m->name);
    }
  return TRUE;
}

static gboolean
check_item (PackReader *r, WayGuideItem *item, const char *path)
{
  char *name = g_strdup_printf ("%d/%s", item->kind, item->key);

  if (item->detail == NULL)
    item->detail = g_strdup ("");
  if (item->extra == NULL)
    item->extra = g_strdup ("");
  if (!g_hash_table_add (r->keys, name))
    return fail (r, path, _ ("the key “%s” comes twice"), item->key);
  if (item->kind == WAY_GUIDE_PHASE)
    {
      if (item->ongoing != (item->min_days == 0 && item->max_days == 0))
        return fail (r, path, _ ("a phase has min_days and max_days, or is ongoing"));
      if (item->max_days < item->min_days)
        return fail (r, path, _ ("max_days is less than min_days"));
    }
  return TRUE;
}

/* An item is an object, or just its title. */
static gboolean
read_item (PackReader *r, gsize list, JsonNode *node, const char *path)
{
  WayGuideItem *item = g_new0 (WayGuideItem, 1);

  g_ptr_array_add (r->guide->items, item);
  item->kind = lists[list].kind;
  item->max_years = -1;
  if (lists[list].members[2].name == NULL &&
      (is_string (node) || (JSON_NODE_HOLDS_OBJECT (node) &&
                            !json_object_has_member (json_node_get_object (node), "title"))))
    {
      const Member title = TITLE;
      return read_string_member (r, item, &title, node, path) && check_item (r, item, path);
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (r, path, _ ("an object was expected"));
  return read_members (r, item, lists[list].members, json_node_get_object (node), path) &&
         check_item (r, item, path);
}

static gboolean
read_list (PackReader *r, gsize list, JsonNode *node)
{
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autofree char *path = g_strdup_printf ("$.%s", lists[list].name);
      return fail (r, path, _ ("a list was expected"));
    }
  JsonArray *array = json_node_get_array (node);
  guint length = json_array_get_length (array);
  for (guint i = 0; i < length; i++)
    {
      g_autofree char *path = g_strdup_printf ("$.%s[%u]", lists[list].name, i);
      if (i >= MAX_ITEMS)
        return fail (r, path, _ ("there are more than %d items"), MAX_ITEMS);
      if (!read_item (r, list, json_array_get_element (array, i), path))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_header_text (PackReader *r, JsonObject *root, const char *name, char **to)
{
  g_autofree char *path = g_strdup_printf ("$.%s", name);
  const char *text, *own;

  if (!json_object_has_member (root, name))
    return fail (r, "$", _ ("the member “%s” is missing"), name);
  if (!read_text (r, json_object_get_member (root, name), path, &text, &own))
    return FALSE;
  g_free (*to);
  *to = g_strdup (text);
  return TRUE;
}

static gboolean
read_header (PackReader *r, JsonObject *root)
{
  int version = 0;
  char *language = NULL, *format = NULL;

  r->language = "en";
  if (!read_header_text (r, root, "format", &format))
    return FALSE;
  gboolean known = g_str_equal (format, FORMAT);
  g_free (format);
  if (!known)
    return fail (r, "$.format", _ ("“%s” was expected"), FORMAT);
  if (!json_object_has_member (root, "version"))
    return fail (r, "$", _ ("the member “%s” is missing"), "version");
  if (!read_int (r, json_object_get_member (root, "version"), "$.version", 1, G_MAXINT, &version))
    return FALSE;
  if (version > VERSION)
    return fail (r, "$.version", _ ("this pack needs a newer Waymark (version %d, known is %d)"),
                 version, VERSION);
  if (!read_header_text (r, root, "language", &language))
    return FALSE;
  r->language = g_intern_string (language);
  g_free (language);
  return read_header_text (r, root, "id", &r->guide->slug) &&
         read_header_text (r, root, "title", &r->guide->title) &&
         read_header_text (r, root, "summary", &r->guide->summary) &&
         read_header_text (r, root, "updated", &r->guide->updated);
}

static gboolean
read_root (PackReader *r, JsonObject *root)
{
  static const char *const header[] = { "format", "version", "language", "id",
                                        "title",  "summary", "updated",  NULL };
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (!read_header (r, root))
    return FALSE;
  g_autofree char *slug = way_guide_slug (r->guide->slug);
  if (!g_str_equal (slug, r->guide->slug))
    return fail (r, "$.id", _ ("an id has small letters, digits and hyphens only"));
  json_object_iter_init (&iter, root);
  while (json_object_iter_next (&iter, &name, &node))
    {
      gsize list = 0;
      while (list < G_N_ELEMENTS (lists) && !g_str_equal (lists[list].name, name))
        list++;
      gboolean ok = TRUE;
      if (list < G_N_ELEMENTS (lists))
        ok = read_list (r, list, node);
      else if (g_str_equal (name, "drills_per_week"))
        ok = read_int (r, node, "$.drills_per_week", 0, 14, &r->guide->drills_per_week);
      else if (g_str_equal (name, "review_months"))
        ok = read_int (r, node, "$.review_months", 0, 12, &r->guide->review_months);
      else if (g_str_equal (name, "mock_days"))
        ok = read_int (r, node, "$.mock_days", 0, 365, &r->guide->mock_days);
      else if (!g_strv_contains (header, name))
        ok = fail (r, "$", _ ("the member “%s” is not known"), name);
      if (!ok)
        return FALSE;
    }
  if (r->guide->items->len == 0)
    return fail (r, "$", _ ("the pack has no phases, no checklist and no other list"));
  return TRUE;
}

/* json-glib parses recursively: deep nesting is refused before it starts. */
static gboolean
check_depth (PackReader *r, const char *data, gsize length)
{
  int depth = 0;
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && data[i] == '\\')
        i++;
      else if (data[i] == '"')
        in_string = !in_string;
      else if (!in_string && (data[i] == '{' || data[i] == '['))
        depth++;
      else if (!in_string && (data[i] == '}' || data[i] == ']'))
        depth--;
      if (depth > 8)
        return fail (r, "$", _ ("the lists are nested too deep"));
    }
  return TRUE;
}

WayGuide *
way_guide_read_pack (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (WayGuide) guide = way_guide_new ();
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) failure = NULL;
  PackReader reader = { guide, name, "en", keys, error };

  if (!check_depth (&reader, data, length))
    return NULL;
  if (!json_parser_load_from_data (parser, data, (gssize) length, &failure))
    {
      fail (&reader, "$", "%s", failure->message);
      return NULL;
    }
  JsonNode *root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      fail (&reader, "$", _ ("an object was expected"));
      return NULL;
    }
  if (!read_root (&reader, json_node_get_object (root)))
    return NULL;
  g_free (guide->origin);
  guide->origin = g_strdup ("pack");
  way_guide_arrange (guide);
  return g_steal_pointer (&guide);
}
