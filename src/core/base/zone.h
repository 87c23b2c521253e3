/* An IANA time zone, and the way between its wall clock and UTC.
 *
 * Nonexistent and ambiguous wall-clock times follow RFC 5545 section 3.3.5: a time in a DST gap is
 * read with the offset before the gap, a time that comes twice means the first. */
#pragma once

#include "core/base/date.h"

G_BEGIN_DECLS

typedef struct _WayZone WayZone;

/**
 * way_zone_new:
 * @id: an IANA name ("Europe/Berlin") or "UTC"
 *
 * Returns: (transfer full): the zone, or %NULL with %WAY_ERROR_NOT_FOUND; never UTC in place of an
 * unknown name
 */
WayZone *way_zone_new (const char *id, GError **error);
void way_zone_free (WayZone *zone);

/* The IANA name of this machine's zone, "UTC" when it cannot be told (transfer full). */
char *way_zone_local_id (void);

/* The names of the places that people live in, sorted, and "UTC" (transfer full); only that where the system has no list
 * of them. */
GStrv way_zone_list_ids (void);

const char *way_zone_get_id (const WayZone *zone);

/* Seconds east of UTC at the instant @utc. */
int way_zone_offset_at (WayZone *zone, gint64 utc);

/* The instant of @minute minutes past midnight of @date on the wall clock; @minute may be 1440 or
 * more (the next day's clock). */
gint64 way_zone_to_utc (WayZone *zone, WayDate date, int minute);

/* The civil date at @utc and, when @minute is not %NULL, the minute of the day on the wall clock. */
WayDate way_zone_to_local (WayZone *zone, gint64 utc, int *minute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayZone, way_zone_free)

G_END_DECLS
