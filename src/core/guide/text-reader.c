/* Text and Markdown guides, by shape: one pass over the lines with the section the reader is in.
 *
 * In plain text nothing marks a heading but its shape, and a short sentence has the same shape; a
 * heading counts when it opens a known section or comes from Markdown. Questions of a FAQ are headings
 * too, by their question mark. A section name that comes back with lower-case words ("Related
 * questions" after "Related Questions") heads the page's link lists: from there on nothing is kept. */
#include "core/guide/private.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  WayGuide *guide;
  const GPtrArray *lines;
  int section;            /* kind of the lists of the section; -1 */
  gboolean ignored;       /* in a part whose contents are not kept */
  WayGuideItem *question; /* the FAQ entry whose answer is being read */
  GHashTable *seen;       /* lower-case headings of sections so far */
} TextReader;

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const WayGuideItem *x = *(WayGuideItem *const *) a, *y = *(WayGuideItem *const *) b;

  return x->kind != y->kind ? (int) x->kind - (int) y->kind : x->line - y->line;
}

void
way_guide_arrange (WayGuide *guide)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* GLib's sort of pointer arrays is stable. */
  g_ptr_array_sort (guide->items, compare_items);
  for (guint i = 0; i < guide->items->len; i++)
    {
      WayGuideItem *item = g_ptr_array_index (guide->items, i);
      g_autofree char *base = g_strdup (item->key);
      for (int n = 2;; n++)
        {
          char *name = g_strdup_printf ("%d/%s", item->kind, item->key);
          if (g_hash_table_add (used, name))
            break;
          g_free (item->key);
          item->key = g_strdup_printf ("%s-%d", base, n);
        }
    }
}

/* "explain kafka, explain cap theorem." behind a colon, as items. */
static void
add_inline_list (TextReader *r, WayGuideKind kind, const WayLine *line, const char *list)
{
  g_autofree char *copy = g_strdup (list);
  /* A list ends with its sentence. */
  char *stop = strstr (copy, ". ");

  if (stop != NULL)
    *stop = '\0';
  g_auto (GStrv) parts = g_strsplit (copy, ",", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      char *text = g_strstrip (*part);
      gsize length = strlen (text);
      if (length > 0 && text[length - 1] == '.')
        text[length - 1] = '\0';
      if (g_str_has_prefix (text, "or "))
        text += 3;
      else if (g_str_has_prefix (text, "and "))
        text += 4;
      if (*text != '\0')
        way_guide_add (r->guide, kind, line->number, text, "", "");
    }
}

/* How many of something the text asks for: "one question drill" is 1. */
static int
count_before (const char *lower, const char *word)
{
  static const char *const numbers[] = { "one", "two", "three", "four", "five", "six", "seven" };
  const char *at = strstr (lower, word);

  if (at == NULL)
    return 0;
  g_autofree char *before = g_strndup (lower, (gsize) (at - lower));
  g_auto (GStrv) words = g_strsplit (g_strstrip (before), " ", -1);
  guint n = g_strv_length (words);
  for (guint back = 1; back <= MIN (n, 3); back++)
    {
      gint64 digits;
      for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
        if (g_str_equal (words[n - back], numbers[i]))
          return (int) i + 1;
      if (g_ascii_string_to_signed (words[n - back], 10, 1, 14, &digits, NULL))
        return (int) digits;
    }
  return 1;
}

/* Rhythm: drills a week, review months, days between mock interviews. */
static void
read_rhythm (TextReader *r, const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  char buffer[16];

  if (strstr (lower, "drill") != NULL && strstr (lower, "week") != NULL)
    r->guide->drills_per_week = MAX (r->guide->drills_per_week, count_before (lower, "drill"));
  if (strstr (lower, "quarterly") != NULL)
    r->guide->review_months = 3;
  if (strstr (lower, "mock interview") != NULL && r->guide->mock_days == 0)
    r->guide->mock_days = 14;
  if (strstr (lower, "mock interview") != NULL && strstr (lower, "within ") != NULL)
    {
      const char *rule = way_guide_due_rule (text, buffer);
      int days = (int) g_ascii_strtoll (rule + 1, NULL, 10);
      r->guide->mock_days = g_str_has_suffix (rule, "D") ? MIN (days, 365) : 30;
    }
}

/* "kafka — with measurable outcomes": a title and what belongs to it. */
static void
add_pair (TextReader *r, const WayLine *line)
{
  static const char *const dashes[] = { " — ", " – ", " - ", ": " };

  for (gsize i = 0; i < G_N_ELEMENTS (dashes); i++)
    {
      const char *dash = strstr (line->text, dashes[i]);
      if (dash == NULL)
        continue;
      g_autofree char *title = g_strndup (line->text, (gsize) (dash - line->text));
      way_guide_add (r->guide, r->section, line->number, title, dash + strlen (dashes[i]), "");
      return;
    }
  way_guide_add (r->guide, r->section, line->number, line->text, "", "");
}

static void
read_text (TextReader *r, const WayLine *line)
{
  const char *colon = strchr (line->text, ':');
  g_autofree char *lower = g_utf8_strdown (line->text, -1);

  read_rhythm (r, line->text);
  if (r->question != NULL)
    {
      g_autofree char *old = r->question->detail;
      r->question->detail =
          *old ? g_strdup_printf ("%s %s", old, line->text) : g_strdup (line->text);
      return;
    }
  if (*r->guide->summary == '\0' && *r->guide->title != '\0' && r->guide->items->len == 0)
    {
      g_free (r->guide->summary);
      r->guide->summary = g_strdup (line->text);
    }
  if (g_str_has_prefix (lower, "revisit") && strstr (lower, " after ") != NULL)
    add_inline_list (r, WAY_GUIDE_TRIGGER, line, strstr (line->text, " after ") + 7);
  else if (colon != NULL && r->section == WAY_GUIDE_QUESTION)
    add_inline_list (r, WAY_GUIDE_QUESTION, line, colon + 1);
  else if (colon != NULL && r->section == WAY_GUIDE_ROLE)
    add_inline_list (r, WAY_GUIDE_ROLE, line, colon + 1);
  else if (colon != NULL && g_str_has_prefix (lower, "related guides:"))
    add_inline_list (r, WAY_GUIDE_RELATED, line, colon + 1);
  else if (colon != NULL && r->section == WAY_GUIDE_EXAMPLE)
    add_pair (r, line);
}

static void
read_list_item (TextReader *r, const WayLine *line)
{
  char buffer[16];

  read_rhythm (r, line->text);
  r->question = NULL;
  if (r->section == WAY_GUIDE_CHECKLIST)
    way_guide_add (r->guide, WAY_GUIDE_CHECKLIST, line->number, line->text, "",
                   way_guide_due_rule (line->text, buffer));
  else if (r->section == WAY_GUIDE_SKILL || r->section == WAY_GUIDE_EXAMPLE)
    add_pair (r, line);
  else if (r->section >= 0 && r->section != WAY_GUIDE_FAQ)
    way_guide_add (r->guide, r->section, line->number, line->text, "", "");
}

static void
read_heading (TextReader *r, const WayLine *line)
{
  int kind = way_guide_section_kind (line->text);
  gboolean question = g_str_has_suffix (line->text, "?");
  char *lower = g_utf8_strdown (line->text, -1);
  /* "Common mistakes" under "Common Mistakes" goes on with the section and does not come back. */
  gboolean again = g_hash_table_contains (r->seen, lower) && (kind < 0 || kind != r->section);

  if (r->guide->title[0] == '\0' && strstr (line->text, "·") == NULL)
    {
      g_free (r->guide->title);
      r->guide->title = g_strdup (line->text);
    }
  if (question && (r->section == WAY_GUIDE_FAQ || line->level > 2))
    {
      r->question = way_guide_add (r->guide, WAY_GUIDE_FAQ, line->number, line->text, "", "");
      g_free (lower);
      return;
    }
  if (way_guide_section_is_ignored (line->text) || again ||
      (g_str_equal (lower, "related guides") && line->level == 0))
    r->ignored = TRUE;
  else if (kind >= 0 || line->level > 0)
    {
      /* A heading within the section of a Markdown guide keeps the section. */
      if (kind >= 0 || line->level <= 2)
        r->section = kind;
      r->ignored = FALSE;
    }
  else
    {
      /* A plain line between known sections: it may open one that is not known. */
      const WayLine *next =
          line->number < (int) r->lines->len ? g_ptr_array_index (r->lines, line->number) : NULL;
      if (next != NULL && next->shape != WAY_LINE_LIST)
        r->section = -1;
    }
  r->question = NULL;
  g_hash_table_add (r->seen, lower);
}

/* Reads the table that starts at @at; the index behind it. */
static guint
read_table (TextReader *r, guint at)
{
  guint first = at + 1, last = at;
  const WayLine *header = g_ptr_array_index (r->lines, at);

  while (last < r->lines->len &&
         ((const WayLine *) g_ptr_array_index (r->lines, last))->shape == WAY_LINE_TABLE)
    last++;
  if (first < last &&
      way_guide_is_rule_row (((const WayLine *) g_ptr_array_index (r->lines, first))->text))
    first++;
  r->question = NULL;
  if (!r->ignored && !way_guide_read_table (r->guide, r->lines, at, first, last))
    g_ptr_array_add (r->guide->notes,
                     g_strdup_printf (_ ("line %d: the table “%s” is not understood and was left "
                                         "out"),
                                      header->number, header->text));
  return last;
}

static void
read_preamble (WayGuide *guide, const char *text)
{
  const char *updated = strstr (text, "Updated ");

  if (updated == NULL || *guide->updated != '\0')
    return;
  g_free (guide->updated);
  guide->updated = g_strdup (updated + strlen ("Updated "));
}

static void
read_lines (TextReader *r)
{
  for (guint i = 0; i < r->lines->len;)
    {
      const WayLine *line = g_ptr_array_index (r->lines, i);
      if (line->number < 10)
        read_preamble (r->guide, line->text);
      if (line->shape == WAY_LINE_TABLE)
        {
          i = read_table (r, i);
          continue;
        }
      if (line->shape == WAY_LINE_HEADING)
        {
          /* In the middle of a section, a short line may be text ("Startup: …"). */
          if (r->section == WAY_GUIDE_EXAMPLE && strchr (line->text, ':') != NULL && !r->ignored)
            read_text (r, line);
          else
            read_heading (r, line);
        }
      else if (!r->ignored && line->shape == WAY_LINE_LIST)
        read_list_item (r, line);
      else if (!r->ignored && line->shape == WAY_LINE_TEXT)
        read_text (r, line);
      i++;
    }
}

WayGuide *
way_guide_read_text (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (WayGuide) guide = way_guide_new ();
  g_autoptr (GPtrArray) lines = way_guide_split_lines (data, length);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TextReader reader = { guide, lines, -1, FALSE, NULL, seen };

  read_lines (&reader);
  if (guide->items->len == 0)
    {
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_INVALID,
          _ ("%s:1: nothing of a guide was found in %u lines. A guide has a table of phases "
             "(Phase | Duration | Activities | Exit criteria), lists or a checklist under "
             "headings."),
          name, lines->len);
      return NULL;
    }
  if (*guide->title == '\0')
    {
      g_free (guide->title);
      guide->title = g_path_get_basename (name);
    }
  g_free (guide->slug);
  guide->slug = way_guide_slug (guide->title);
  way_guide_arrange (guide);
  return g_steal_pointer (&guide);
}
