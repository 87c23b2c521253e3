#include "core/store/json-reader.h"

#include "core/base/error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Lists and objects in one another; reading over them is recursive. */
#define MAX_DEPTH 32

static gboolean
fail (WayJsonReader *self, const char *place, const char *message)
{
  int line = 1;

  if (self->error != NULL)
    return FALSE;
  for (const char *at = self->data; at < place; at++)
    line += *at == '\n';
  /* Translators: a number of a line, and what is wrong there. */
  g_set_error (&self->error, WAY_ERROR, WAY_ERROR_INVALID, _ ("line %d: %s"), line, message);
  return FALSE;
}

void
way_json_reader_init (WayJsonReader *self, const char *data, gsize length)
{
  const char *bad = data;

  *self = (WayJsonReader) { .data = data, .at = data, .end = data + length };
  self->text = g_string_new (NULL);
  if (!g_utf8_validate_len (data, length, &bad))
    fail (self, bad, _ ("this is not UTF-8 text"));
  else if (g_str_has_prefix (data, "\xef\xbb\xbf"))
    self->at += 3;
}

void
way_json_reader_clear (WayJsonReader *self)
{
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
}

static char
peek (WayJsonReader *self)
{
  while (self->at < self->end && strchr (" \t\r\n", *self->at) != NULL)
    self->at++;
  return self->at < self->end ? *self->at : '\0';
}

static gboolean
take (WayJsonReader *self, char c, const char *message)
{
  if (self->error != NULL || peek (self) != c)
    return fail (self, self->at, message);
  self->at++;
  return TRUE;
}

/* Four hexadecimal digits; -1 when they are none. */
static int
read_hex (WayJsonReader *self)
{
  int value = 0;

  for (int i = 0; i < 4; i++, self->at++)
    {
      int digit = self->at < self->end ? g_ascii_xdigit_value (*self->at) : -1;
      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* Behind "\u". Characters over U+FFFF are two escapes, a high and a low surrogate. */
static gboolean
read_unicode (WayJsonReader *self)
{
  const char *start = self->at - 2;
  int c = read_hex (self);

  if (c >= 0xd800 && c < 0xdc00 && self->end - self->at >= 6 && memcmp (self->at, "\\u", 2) == 0)
    {
      self->at += 2;
      int low = read_hex (self);
      c = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : -1;
    }
  if (c == 0)
    return fail (self, start, _ ("a text cannot hold the character U+0000"));
  if (c < 0 || (c >= 0xd800 && c < 0xe000))
    return fail (self, start, _ ("this is no character"));
  g_string_append_unichar (self->text, (gunichar) c);
  return TRUE;
}

static gboolean
read_escape (WayJsonReader *self)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  const char *name = self->at + 1 < self->end ? strchr (names, self->at[1]) : NULL;

  if (self->at + 1 < self->end && self->at[1] == 'u')
    {
      self->at += 2;
      return read_unicode (self);
    }
  if (name == NULL)
    return fail (self, self->at, _ ("this escape is not known"));
  g_string_append_c (self->text, values[name - names]);
  self->at += 2;
  return TRUE;
}

static gboolean
read_string (WayJsonReader *self)
{
  const char *start = self->at;

  g_string_truncate (self->text, 0);
  if (!take (self, '"', _ ("a text in quotation marks is expected here")))
    return FALSE;
  for (;;)
    {
      const char *from = self->at;
      while (self->at < self->end && *self->at != '"' && *self->at != '\\' &&
             (guchar) *self->at >= ' ')
        self->at++;
      g_string_append_len (self->text, from, self->at - from);
      if (self->at == self->end)
        return fail (self, start, _ ("the text has no end"));
      if ((guchar) *self->at < ' ')
        return fail (self, self->at, _ ("a control character is to be escaped"));
      if (*self->at == '"')
        break;
      if (!read_escape (self))
        return FALSE;
    }
  self->at++;
  return TRUE;
}

static gboolean
skip_digits (WayJsonReader *self)
{
  const char *start = self->at;

  while (self->at < self->end && g_ascii_isdigit (*self->at))
    self->at++;
  return self->at > start;
}

static WayJsonKind
read_number (WayJsonReader *self)
{
  const char *start = self->at;
  gboolean whole = TRUE, ok;

  self->at += *self->at == '-';
  gboolean zero = self->at < self->end && *self->at == '0';
  const char *digits = self->at;
  ok = skip_digits (self) && (!zero || self->at == digits + 1);
  if (ok && self->at < self->end && *self->at == '.')
    {
      whole = FALSE;
      self->at++;
      ok = skip_digits (self);
    }
  if (ok && self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      whole = FALSE;
      self->at++;
      self->at += self->at < self->end && (*self->at == '+' || *self->at == '-');
      ok = skip_digits (self);
    }
  if (!ok)
    {
      fail (self, start, _ ("this is no number"));
      return WAY_JSON_NONE;
    }
  g_string_truncate (self->text, 0);
  g_string_append_len (self->text, start, self->at - start);
  errno = 0;
  self->integer = g_ascii_strtoll (self->text->str, NULL, 10);
  return whole && errno == 0 ? WAY_JSON_INTEGER : WAY_JSON_NUMBER;
}

static WayJsonKind
read_word (WayJsonReader *self)
{
  static const struct
  {
    const char *word;
    WayJsonKind kind;
    gint64 value;
  } words[] = { { "null", WAY_JSON_NULL, 0 },
                { "true", WAY_JSON_BOOLEAN, 1 },
                { "false", WAY_JSON_BOOLEAN, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (self->at, words[i].word))
      {
        self->at += strlen (words[i].word);
        self->integer = words[i].value;
        return words[i].kind;
      }
  fail (self, self->at, _ ("a value is expected here"));
  return WAY_JSON_NONE;
}

static WayJsonKind
enter (WayJsonReader *self, WayJsonKind kind)
{
  if (self->depth == MAX_DEPTH)
    {
      fail (self, self->at, _ ("the lists are nested too deep"));
      return WAY_JSON_NONE;
    }
  self->at++;
  self->depth++;
  self->first = TRUE;
  return kind;
}

WayJsonKind
way_json_reader_read (WayJsonReader *self)
{
  if (self->error != NULL)
    return WAY_JSON_NONE;
  char c = peek (self);
  switch (c)
    {
    case '{':
      return enter (self, WAY_JSON_OBJECT);
    case '[':
      return enter (self, WAY_JSON_LIST);
    case '"':
      return read_string (self) ? WAY_JSON_STRING : WAY_JSON_NONE;
    default:
      return c == '-' || g_ascii_isdigit (c) ? read_number (self) : read_word (self);
    }
}

static gboolean
go_on (WayJsonReader *self, char close, const char *message)
{
  gboolean first = self->first;

  self->first = FALSE;
  if (self->error != NULL)
    return FALSE;
  if (peek (self) != close)
    return first || take (self, ',', message);
  self->at++;
  self->depth--;
  return FALSE;
}

gboolean
way_json_reader_member (WayJsonReader *self)
{
  return go_on (self, '}', _ ("a comma or “}” is expected here")) && read_string (self) &&
         take (self, ':', _ ("a colon is expected here"));
}

gboolean
way_json_reader_element (WayJsonReader *self)
{
  return go_on (self, ']', _ ("a comma or “]” is expected here"));
}

void
way_json_reader_skip_rest (WayJsonReader *self, WayJsonKind kind)
{
  if (kind == WAY_JSON_OBJECT)
    while (way_json_reader_member (self))
      way_json_reader_skip (self);
  else if (kind == WAY_JSON_LIST)
    while (way_json_reader_element (self))
      way_json_reader_skip (self);
}

void
way_json_reader_skip (WayJsonReader *self)
{
  way_json_reader_skip_rest (self, way_json_reader_read (self));
}

gboolean
way_json_reader_finish (WayJsonReader *self)
{
  if (self->error == NULL && peek (self) != '\0')
    fail (self, self->at, _ ("something follows the end"));
  return self->error == NULL;
}
