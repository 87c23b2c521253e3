/* VTIMEZONE components for export. */
#pragma once

#include "core/base/date.h"

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/* The zone's rules from @first_year on, as few as describe them, under its plain IANA name (transfer
 * full; icalcomponent_free()). %NULL when libical has no data for the zone. */
icalcomponent *way_vtimezone_new (const char *zone, int first_year);

G_END_DECLS
