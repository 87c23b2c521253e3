/* The skills that a text names. The words of all names make a tree, along which the text is read from each of its words:
 * what that costs grows with the text, not with the number of skills. Of the places that were found and overlap, the
 * longest is taken first. */
#include "core/skills/job-ads.h"
#include "core/skills/private.h"

#include <string.h>

struct _WayNames
{
  GHashTable *ids;   /* folded word → its number, from 1 */
  GHashTable *edges; /* gint64 of node, glue and number → number of the next node */
  GPtrArray *nodes;  /* of GArray of guint: the skills whose name ends there; %NULL none */
  GArray *skill_ids; /* of gint64 */
};

/* Words of a text, with the number of each among those of the names; 0: it is in no name. */
typedef struct
{
  GArray *words;
  guint *ids;
} Text;

/* The words [first, last] of a text are a name that ends at @node. */
typedef struct
{
  guint first, last, node;
  guint from, to; /* bytes */
} Place;

static const WayWord *
word_at (const GArray *words, guint i)
{
  return &g_array_index (words, WayWord, i);
}

/* The word before (after) @i where nothing is between them; %NULL. */
static const WayWord *
touching_before (const GArray *words, guint i)
{
  return i > 0 && word_at (words, i)->glue == WAY_GLUE_NONE ? word_at (words, i - 1) : NULL;
}

static const WayWord *
touching_after (const GArray *words, guint i)
{
  return i + 1 < words->len && word_at (words, i + 1)->glue == WAY_GLUE_NONE
             ? word_at (words, i + 1)
             : NULL;
}

/* A name does not begin within a word: not at "NET" of ".NET", "js" of "Node.js" or "D" of "R&D". */
static gboolean
may_begin (const GArray *words, guint i)
{
  const WayWord *before = touching_before (words, i);
  const WayWord *second = before != NULL ? touching_before (words, i - 1) : NULL;

  if (before == NULL)
    return TRUE;
  if (word_at (words, i)->symbol != 0)
    return before->symbol != 0 && before->symbol != '.';
  if (before->symbol == '.')
    return second != NULL && second->symbol == '.';
  return before->symbol != '&' || second == NULL || second->symbol != 0;
}

/* Nor does it end within one: not at "C" of "C++" and "C#", "Node" of "Node.js" or "R" of "R&D". "Java+Spring" is two. */
static gboolean
may_end (const GArray *words, guint i)
{
  const WayWord *after = touching_after (words, i);
  const WayWord *second = after != NULL ? touching_after (words, i + 1) : NULL;
  gboolean word_follows = second != NULL && second->symbol == 0;

  if (after == NULL)
    return TRUE;
  if (word_at (words, i)->symbol != 0)
    /* "C++17" is C++. */
    return after->symbol != 0 ? after->symbol != '+' && after->symbol != '#' : after->digit;
  switch (after->symbol)
    {
    case '#':
      return FALSE;
    case '+':
      return word_follows;
    case '.':
    case '&':
      return !word_follows;
    default:
      return TRUE;
    }
}

static guint
next_node (const WayNames *self, guint node, WayGlue glue, guint id)
{
  gint64 key = ((gint64) node << 34) | ((gint64) glue << 32) | id;

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->edges, &key));
}

static guint
add_node (WayNames *self, guint node, WayGlue glue, const char *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, word));

  if (id == 0)
    {
      id = g_hash_table_size (self->ids) + 1;
      g_hash_table_insert (self->ids, g_strdup (word), GUINT_TO_POINTER (id));
    }
  guint next = next_node (self, node, glue, id);
  if (next != 0)
    return next;
  gint64 key = ((gint64) node << 34) | ((gint64) glue << 32) | id;
  next = self->nodes->len;
  g_ptr_array_add (self->nodes, NULL);
  g_hash_table_insert (self->edges, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (next));
  return next;
}

/* Which of the words of a name count: signs around it do not, but for those that it is known by (".NET", "C++"). */
static gboolean
trim_name (const GArray *words, guint *first, guint *last)
{
  guint begin = 0, end = words->len;

  for (; begin < end && word_at (words, begin)->symbol != 0; begin++)
    {
      const WayWord *after = touching_after (words, begin);
      if (word_at (words, begin)->symbol == '.' && after != NULL && after->symbol == 0)
        break;
    }
  for (; begin < end && word_at (words, end - 1)->symbol != 0; end--)
    {
      gunichar symbol = word_at (words, end - 1)->symbol;
      if ((symbol == '+' || symbol == '#') && touching_before (words, end - 1) != NULL)
        break;
    }
  *first = begin;
  *last = end - 1;
  return begin < end;
}

static void
add_name (WayNames *self, guint skill, const char *name)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (WayWord));
  g_autoptr (GString) folded = g_string_new (NULL);
  guint first, last, node = 0;

  way_words_split (name, words, folded);
  if (!trim_name (words, &first, &last))
    return;
  for (guint i = first; i <= last; i++)
    node = add_node (self, node, i > first ? word_at (words, i)->glue : WAY_GLUE_NONE,
                     folded->str + word_at (words, i)->folded);
  GArray *skills = g_ptr_array_index (self->nodes, node);
  if (skills == NULL)
    skills = self->nodes->pdata[node] = g_array_new (FALSE, FALSE, sizeof (guint));
  if (skills->len == 0 || g_array_index (skills, guint, skills->len - 1) != skill)
    g_array_append_val (skills, skill);
}

static void
free_node (gpointer skills)
{
  if (skills != NULL)
    g_array_unref (skills);
}

WayNames *
way_names_new (const GPtrArray *skills)
{
  WayNames *self = g_new0 (WayNames, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->edges = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->nodes = g_ptr_array_new_with_free_func (free_node);
  self->skill_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_ptr_array_add (self->nodes, NULL); /* the root */
  for (guint i = 0; i < skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (skills, i);
      g_auto (GStrv) synonyms = g_strsplit (skill->synonyms, "\n", -1);
      g_array_append_val (self->skill_ids, skill->id);
      add_name (self, i, skill->title);
      for (char **name = synonyms; *name != NULL; name++)
        add_name (self, i, *name);
    }
  return self;
}

void
way_names_free (WayNames *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->edges);
  g_ptr_array_unref (self->nodes);
  g_array_unref (self->skill_ids);
  g_free (self);
}

/* Every name that begins at word @i. */
static void
follow (const WayNames *self, const Text *text, guint i, GArray *places)
{
  guint node = 0;

  for (guint j = i; j < text->words->len && text->ids[j] != 0; j++)
    {
      WayGlue glue = j > i ? word_at (text->words, j)->glue : WAY_GLUE_NONE;
      node = next_node (self, node, glue, text->ids[j]);
      if (node == 0)
        return;
      if (g_ptr_array_index (self->nodes, node) == NULL || !may_end (text->words, j))
        continue;
      Place place = { i, j, node, word_at (text->words, i)->from, word_at (text->words, j)->to };
      g_array_append_val (places, place);
    }
}

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;
  guint long_x = x->to - x->from, long_y = y->to - y->from;

  return long_x != long_y ? (long_x < long_y) - (long_x > long_y)
                          : (x->from > y->from) - (x->from < y->from);
}

static int
compare_from (gconstpointer a, gconstpointer b)
{
  const Place *x = a, *y = b;

  return (x->from > y->from) - (x->from < y->from);
}

/* Leaves, of those that overlap, the longest. One that was taken is not shorter, so it covers an end of each that it
 * overlaps. */
static void
keep_longest (GArray *places, guint n_words)
{
  g_autofree guint8 *taken = g_new0 (guint8, n_words);
  guint n = 0;

  g_array_sort (places, compare_length);
  for (guint i = 0; i < places->len; i++)
    {
      Place place = g_array_index (places, Place, i);
      if (taken[place.first] || taken[place.last])
        continue;
      memset (taken + place.first, 1, place.last - place.first + 1);
      g_array_index (places, Place, n++) = place;
    }
  g_array_set_size (places, n);
  g_array_sort (places, compare_from);
}

/* (element-type Place) by place (transfer full). */
static GArray *
find_places (const WayNames *self, const char *text)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (WayWord));
  g_autoptr (GString) folded = g_string_new (NULL);

  way_words_split (text, words, folded);
  g_autofree guint *ids = g_new (guint, words->len + 1);
  for (guint i = 0; i < words->len; i++)
    ids[i] = GPOINTER_TO_UINT (
        g_hash_table_lookup (self->ids, folded->str + word_at (words, i)->folded));
  const Text it = { words, ids };
  for (guint i = 0; i < words->len; i++)
    if (ids[i] != 0 && may_begin (words, i))
      follow (self, &it, i, places);
  keep_longest (places, words->len);
  return places;
}

GArray *
way_mentions_find (const char *text, const GPtrArray *skills)
{
  g_autoptr (WayNames) names = way_names_new (skills);
  g_autoptr (GArray) places = find_places (names, text);
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (WayMention));

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      const GArray *named = g_ptr_array_index (names->nodes, place->node);
      WayMention mention = { g_array_index (names->skill_ids, gint64,
                                            g_array_index (named, guint, 0)),
                             place->from, place->to };
      g_array_append_val (mentions, mention);
    }
  return mentions;
}

void
way_names_find_skills (const WayNames *self, const char *text, GArray *ids)
{
  g_autoptr (GArray) places = find_places (self, text);
  g_autofree guint8 *found = g_new0 (guint8, self->skill_ids->len + 1);

  for (guint i = 0; i < places->len; i++)
    {
      const GArray *named = g_ptr_array_index (self->nodes, g_array_index (places, Place, i).node);
      for (guint k = 0; k < named->len; k++)
        found[g_array_index (named, guint, k)] = 1;
    }
  for (guint i = 0; i < self->skill_ids->len; i++)
    if (found[i])
      g_array_append_val (ids, g_array_index (self->skill_ids, gint64, i));
}
