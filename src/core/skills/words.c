/* Texts as words that can be compared: compatibility forms, accents and case are folded away character by character
 * (Unicode Standard Annex #15, NFKD, less the marks), so that each word still knows its bytes in the text. */
#include "core/skills/private.h"

#include <string.h>

#define SHARP_S     0x00DF
#define FINAL_SIGMA 0x03C2
#define SIGMA       0x03C3
#define TATWEEL     0x0640 /* stretches an Arabic word, and says nothing */

/* What lies between two words. */
typedef struct
{
  guint spaces, lines, hyphens;
  gboolean space_first; /* before the hyphen */
} Between;

typedef struct
{
  GArray *words;
  GString *folded;
  Between between;
  gboolean in_word;
} Splitter;

static void
fold (gunichar c, GString *folded)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    {
      gunichar lower = g_unichar_tolower (parts[i]);
      if (g_unichar_ismark (lower) || lower == TATWEEL)
        continue;
      if (lower == SHARP_S)
        g_string_append (folded, "ss");
      else
        g_string_append_unichar (folded, lower == FINAL_SIGMA ? SIGMA : lower);
    }
}

static WayGlue
glue_of (const Between *between)
{
  if (between->spaces + between->hyphens == 0)
    return WAY_GLUE_NONE;
  return between->lines > 1 || between->hyphens > 1 ||
                 (between->hyphens == 1 && between->space_first)
             ? WAY_GLUE_BREAK
             : WAY_GLUE_GAP;
}

static void
end_word (Splitter *self)
{
  if (!self->in_word)
    return;
  self->in_word = FALSE;
  g_string_append_c (self->folded, '\0');
}

static void
begin_word (Splitter *self, guint from, gunichar c, gboolean letter)
{
  gunichar symbol = letter ? 0 : c;
  const WayWord *before =
      self->words->len > 0 ? &g_array_index (self->words, WayWord, self->words->len - 1) : NULL;
  WayWord word = { .from = from,
                   .to = from,
                   .folded = (guint) self->folded->len,
                   .glue = glue_of (&self->between),
                   .symbol = symbol,
                   .digit = letter && g_unichar_isdigit (c) };

  /* "CI / CD" is "CI/CD". */
  if (word.glue == WAY_GLUE_GAP && (symbol == '/' || (before != NULL && before->symbol == '/')))
    word.glue = WAY_GLUE_NONE;
  g_array_append_val (self->words, word);
  self->between = (Between) { 0 };
  self->in_word = TRUE;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static void
take_between (Splitter *self, gunichar c)
{
  Between *between = &self->between;

  end_word (self);
  if (is_hyphen (c))
    {
      between->space_first |= between->hyphens == 0 && between->spaces > 0;
      between->hyphens++;
      return;
    }
  between->spaces++;
  between->lines += c == '\n' || c == 0x2028 || c == 0x2029;
}

static void
take_character (Splitter *self, gunichar c, guint from, guint to)
{
  gboolean letter = c < 0x80 ? g_ascii_isalnum ((char) c) || c == '_' : g_unichar_isalnum (c);

  if (c >= 0x80 && !letter)
    {
      /* Marks belong to the letter before; what only says how to lay out text is as if it were not there. */
      if (g_unichar_ismark (c) && self->in_word)
        g_array_index (self->words, WayWord, self->words->len - 1).to = to;
      if (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
        return;
    }
  if (!letter && (is_hyphen (c) || g_unichar_isspace (c)))
    {
      take_between (self, c);
      return;
    }
  if (!letter)
    end_word (self);
  if (!self->in_word)
    begin_word (self, from, c, letter);
  g_array_index (self->words, WayWord, self->words->len - 1).to = to;
  if (c < 0x80)
    g_string_append_c (self->folded, g_ascii_tolower ((char) c));
  else if (letter)
    fold (c, self->folded);
  else
    g_string_append_unichar (self->folded, c == 0x2019 ? '\'' : c);
  if (!letter)
    end_word (self);
}

void
way_words_split (const char *text, GArray *words, GString *folded)
{
  Splitter self = { .words = words, .folded = folded };
  const char *end;

  g_utf8_validate (text, -1, &end);
  for (const char *at = text; at < end;)
    {
      const char *next = g_utf8_next_char (at);
      take_character (&self, (guchar) *at < 0x80 ? (gunichar) *at : g_utf8_get_char (at),
                      (guint) (at - text), (guint) (next - text));
      at = next;
    }
  end_word (&self);
}

gboolean
way_words_equal (const char *a, const char *b)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (WayWord));
  g_autoptr (GArray) second = g_array_new (FALSE, FALSE, sizeof (WayWord));
  g_autoptr (GString) x = g_string_new (NULL);
  g_autoptr (GString) y = g_string_new (NULL);

  way_words_split (a, first, x);
  way_words_split (b, second, y);
  return g_string_equal (x, y);
}
