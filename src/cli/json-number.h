/* Numbers of an answer as a person would write them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* json-glib writes 0.1 as 0.10000000000000001; here it is 0.1 again (transfer full). */
char *way_json_shorten_numbers (const char *text);

G_END_DECLS
