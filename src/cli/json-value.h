/* Values of a JSON document that know their place in it, so that a message can name it: "items[2].blocks".
 *
 * Values live on the stack, from the root down; a place becomes text only when something is wrong. The
 * readers take an absent value and null for "not given" and leave the output as it is; what must be given is
 * asked for with way_json_require(). All fail with %WAY_ERROR_INVALID. */
#pragma once

#include "core/base/date.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _WayJsonValue WayJsonValue;
struct _WayJsonValue
{
  const WayJsonValue *parent; /* %NULL: the document itself */
  const char *name;           /* of the member, of the file for the document; %NULL: an element */
  guint index;                /* of the element */
  JsonNode *node;             /* %NULL: absent */
};

/* Parses @data, which @name names in messages. The document's strings live as long as the parser
 * (transfer full); %NULL with @error: not UTF-8, not JSON, nested too deep. */
JsonParser *way_json_parse (const char *data,
                            gsize length,
                            const char *name,
                            WayJsonValue *root,
                            GError **error);

WayJsonValue way_json_member (const WayJsonValue *object, const char *name);
WayJsonValue way_json_element (const WayJsonValue *list, guint index);
gboolean way_json_is_given (const WayJsonValue *value);

/* The value as it stands in the document, cut where it is long; for messages (transfer full). */
char *way_json_show (const WayJsonValue *value);

/* Sets @error to the place of @value and the message; %FALSE. */
gboolean way_json_fail (const WayJsonValue *value, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

gboolean way_json_require (const WayJsonValue *value, GError **error);
gboolean way_json_require_object (const WayJsonValue *value, GError **error);
gboolean
way_json_read_int (const WayJsonValue *value, int low, int high, int *number, GError **error);
/* @low and @high: both included */
gboolean way_json_read_number (const WayJsonValue *value,
                               double low,
                               double high,
                               double *number,
                               GError **error);
gboolean way_json_read_bool (const WayJsonValue *value, gboolean *truth, GError **error);
/* Borrowed from the document. */
gboolean way_json_read_text (const WayJsonValue *value, const char **text, GError **error);
/* ISO dates only: the same document means the same on any day. */
gboolean way_json_read_date (const WayJsonValue *value, WayDate *date, GError **error);
gboolean way_json_read_instant (const WayJsonValue *value, gint64 *utc, GError **error);
/* @minute: 0…1440 */
gboolean way_json_read_clock (const WayJsonValue *value, int *minute, GError **error);
/* @n: elements, 0 when not given; more than @most are an error. */
gboolean way_json_read_list (const WayJsonValue *value, guint most, guint *n, GError **error);
/* A list of exactly two, both given. */
gboolean way_json_read_pair (const WayJsonValue *value,
                             WayJsonValue *first,
                             WayJsonValue *second,
                             GError **error);

G_END_DECLS
