/* One walk over one buffer: fields are unquoted and ended with a zero where they stand, so that a field is a place in
 * the buffer and nothing is copied. */
#include "core/base/csv.h"

#include "core/base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* That are looked at to find the separator. */
#define FIRST_RECORDS 10

typedef struct
{
  guint line;
  guint first; /* index into the fields */
} Record;

struct _WayCsv
{
  GString *text;
  WayTextEncoding encoding;
  char separator;
  GArray *fields;  /* of guint32: places in the text */
  GArray *records; /* of Record, and one more that begins behind the last */
};

static const char separators[] = { ',', ';', '\t' };

static gboolean
is_break (char c)
{
  return c == '\n' || c == '\r';
}

/* A walk through the text. @at never passes @end, where there is a zero. */
typedef struct
{
  char *at;
  char *end;
  char separator;
  guint line;
} Walk;

/* Over one line break, if there is one. */
static gboolean
skip_break (Walk *walk)
{
  if (!is_break (*walk->at))
    return FALSE;
  walk->at += walk->at[0] == '\r' && walk->at[1] == '\n' ? 2 : 1;
  walk->line++;
  return TRUE;
}

/* Over a field, up to what ends it. @doubled: (out): how many quotes are doubled in it, -1 without quotes around it.
 * %FALSE when a quote is wrong, in the line of @walk; @unclosed: it is the one that begins the field. */
static gboolean
skip_field (Walk *walk, int *doubled, gboolean *unclosed)
{
  guint line = walk->line;

  *doubled = -1;
  *unclosed = FALSE;
  if (*walk->at != '"')
    {
      while (walk->at < walk->end && *walk->at != walk->separator && !is_break (*walk->at))
        walk->at++;
      return TRUE;
    }
  *doubled = 0;
  for (walk->at++; walk->at < walk->end;)
    if (*walk->at != '"')
      {
        if (!skip_break (walk))
          walk->at++;
      }
    else if (walk->at[1] == '"')
      {
        (*doubled)++;
        walk->at += 2;
      }
    else
      {
        walk->at++;
        return walk->at == walk->end || *walk->at == walk->separator || is_break (*walk->at);
      }
  walk->line = line;
  *unclosed = TRUE;
  return FALSE;
}

/* How many fields the record at @walk has, as far as its quotes are right. */
static guint
count_fields (Walk *walk)
{
  guint n = 1;
  int doubled;
  gboolean unclosed;

  while (skip_field (walk, &doubled, &unclosed) && walk->at < walk->end &&
         *walk->at == walk->separator)
    {
      walk->at++;
      n++;
    }
  return n;
}

/* How many of the first records have as many fields as the very first one, and how many that are; 0 where it is
 * one. A record whose quotes are wrong is the last that is looked at. */
static guint
count_alike (GString *text, char separator, guint *n_fields)
{
  Walk walk = { text->str, text->str + text->len, separator, 1 };
  guint alike = 0;

  *n_fields = 0;
  for (guint i = 0; i < FIRST_RECORDS; i++)
    {
      while (skip_break (&walk))
        continue;
      if (walk.at == walk.end)
        break;
      guint n = count_fields (&walk);
      if (i == 0)
        *n_fields = n;
      alike += n == *n_fields;
      if (walk.at < walk.end && !is_break (*walk.at))
        break;
    }
  return *n_fields > 1 ? alike : 0;
}

static char
find_separator (GString *text)
{
  guint best = 0, best_fields = 0;
  char found = separators[0];

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint n_fields, alike = count_alike (text, separators[i], &n_fields);
      if (alike > best || (alike == best && alike > 0 && n_fields > best_fields))
        {
          best = alike;
          best_fields = n_fields;
          found = separators[i];
        }
    }
  return found;
}

static gboolean
complain (guint line, gboolean unclosed, GError **error)
{
  if (unclosed)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("Line %u: a quote that begins here is never closed."), line);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("Line %u: there is text behind a closing quote. A quote inside a quoted field "
                    "is written twice."),
                 line);
  return FALSE;
}

static gboolean
complain_of_limit (guint line, gboolean fields, GError **error)
{
  if (fields)
    g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT,
                 _ ("Line %u has more than %d fields. Is the separator the right one?"), line,
                 WAY_CSV_MAX_FIELDS);
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT,
                 _ ("There are more than %d rows, from line %u on. Split the file."),
                 WAY_CSV_MAX_RECORDS, line);
  return FALSE;
}

/* Takes the quotes off the field in [@from, @to), and ends it with a zero. */
static char *
unquote (char *from, char *to, int doubled)
{
  if (doubled < 0)
    {
      *to = '\0';
      return from;
    }
  to[-1] = '\0';
  char *out = from + 1;
  for (const char *in = from + 1; doubled > 0 && in < to - 1; in++)
    {
      if (*in == '"')
        in++;
      *out++ = *in;
    }
  if (doubled > 0)
    *out = '\0';
  return from + 1;
}

static gboolean
read_record (WayCsv *self, Walk *walk, GError **error)
{
  Record record = { walk->line, self->fields->len };
  char end;

  do
    {
      char *from = walk->at;
      int doubled;
      gboolean unclosed;
      if (!skip_field (walk, &doubled, &unclosed))
        return complain (walk->line, unclosed, error);
      if (self->fields->len - record.first == WAY_CSV_MAX_FIELDS)
        return complain_of_limit (record.line, TRUE, error);
      /* What ends the field is looked at before a zero ends it. */
      char *to = walk->at;
      end = to < walk->end ? *to : '\0';
      if (end == walk->separator)
        walk->at++;
      else
        skip_break (walk);
      guint32 place = (guint32) (unquote (from, to, doubled) - self->text->str);
      g_array_append_val (self->fields, place);
    }
  while (end == walk->separator);
  g_array_append_val (self->records, record);
  return TRUE;
}

static gboolean
read_records (WayCsv *self, GError **error)
{
  Walk walk = { self->text->str, self->text->str + self->text->len, self->separator, 1 };

  while (walk.at < walk.end)
    {
      if (skip_break (&walk))
        continue;
      if (self->records->len == WAY_CSV_MAX_RECORDS)
        return complain_of_limit (walk.line, FALSE, error);
      if (!read_record (self, &walk, error))
        return FALSE;
    }
  Record last = { walk.line, self->fields->len };
  g_array_append_val (self->records, last);
  return TRUE;
}

WayCsv *
way_csv_read (GBytes *bytes, WayTextEncoding encoding, char separator, GError **error)
{
  g_autoptr (WayCsv) self = g_new0 (WayCsv, 1);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > WAY_CSV_MAX_BYTES)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT, _ ("The file has more than %d MB. Split it."),
                   WAY_CSV_MAX_BYTES >> 20);
      return NULL;
    }
  self->encoding = encoding;
  self->text = way_text_decode (data != NULL ? data : "", length, &self->encoding, error);
  if (self->text == NULL)
    return NULL;
  self->separator = separator != '\0' ? separator : find_separator (self->text);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  return read_records (self, error) ? g_steal_pointer (&self) : NULL;
}

void
way_csv_free (WayCsv *self)
{
  if (self == NULL)
    return;
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->records, g_array_unref);
  g_free (self);
}

WayTextEncoding
way_csv_get_encoding (const WayCsv *self)
{
  return self->encoding;
}

char
way_csv_get_separator (const WayCsv *self)
{
  return self->separator;
}

guint
way_csv_get_n_records (const WayCsv *self)
{
  return self->records->len - 1;
}

static const Record *
get_record (const WayCsv *self, guint record)
{
  return &g_array_index (self->records, Record, record);
}

guint
way_csv_get_n_fields (const WayCsv *self, guint record)
{
  g_return_val_if_fail (record < way_csv_get_n_records (self), 0);
  return get_record (self, record + 1)->first - get_record (self, record)->first;
}

const char *
way_csv_get_field (const WayCsv *self, guint record, guint field)
{
  g_return_val_if_fail (field < way_csv_get_n_fields (self, record), NULL);
  guint32 place = g_array_index (self->fields, guint32, get_record (self, record)->first + field);
  return self->text->str + place;
}

guint
way_csv_get_line (const WayCsv *self, guint record)
{
  g_return_val_if_fail (record < way_csv_get_n_records (self), 0);
  return get_record (self, record)->line;
}
