/* JSON (RFC 8259) read a value at a time, without building the document: what is read is what is written, where a
 * parser that builds one keeps the last of two members of a name, rounds a number over 64 bits and ends a text at
 * a zero. Memory does not grow with the file. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_JSON_NONE, /* there is an error */
  WAY_JSON_NULL,
  WAY_JSON_BOOLEAN,
  WAY_JSON_INTEGER, /* of 64 bits */
  WAY_JSON_NUMBER,  /* any other */
  WAY_JSON_STRING,
  WAY_JSON_LIST,
  WAY_JSON_OBJECT,
} WayJsonKind;

typedef struct
{
  const char *data, *at, *end;
  GString *text;  /* the last string or name of a member, decoded; a number as it stands */
  gint64 integer; /* the last integer; a boolean as 0 or 1 */
  int depth;      /* of what was entered and not left */
  gboolean first; /* nothing was read yet in what was entered last */
  GError *error;  /* the first failure, with its line; nothing is read behind it */
} WayJsonReader;

/* @data is borrowed, and followed by a zero. Checks that it is UTF-8. */
void way_json_reader_init (WayJsonReader *self, const char *data, gsize length);
void way_json_reader_clear (WayJsonReader *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayJsonReader, way_json_reader_clear)

/* Reads a value, or enters it when it is a list or an object. */
WayJsonKind way_json_reader_read (WayJsonReader *self);

/* Whether the object that was entered has another member, the name of which is text then and the value of which
 * is to be read next; else the object is left. */
gboolean way_json_reader_member (WayJsonReader *self);

/* The same for a list. */
gboolean way_json_reader_element (WayJsonReader *self);

/* Reads over a value; over what is left of one that was entered and is of @kind. */
void way_json_reader_skip (WayJsonReader *self);
void way_json_reader_skip_rest (WayJsonReader *self, WayJsonKind kind);

/* Whether nothing follows; else there is an error. */
gboolean way_json_reader_finish (WayJsonReader *self);

G_END_DECLS
