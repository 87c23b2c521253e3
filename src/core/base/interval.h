/* Sets of half-open time intervals [start, end) on the UTC line, in seconds.
 *
 * A normal set is sorted, has no empty interval, and no two that touch or overlap. The functions
 * that say so take and return normal sets; way_interval_set_normalize() makes one. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
} WayInterval;

/* A GArray of WayInterval. */
GArray *way_interval_set_new (void);

void way_interval_set_add (GArray *set, gint64 start_utc, gint64 end_utc);

/* Sorts and merges in place: O(n log n). */
void way_interval_set_normalize (GArray *set);

/* The part of @set that is not in @minus; both normal, so is the result (transfer full). O(n + m). */
GArray *way_interval_set_subtract (const GArray *set, const GArray *minus);

/* Whether [start_utc, end_utc) meets any interval of the normal @set. O(log n). */
gboolean way_interval_set_overlaps (const GArray *set, gint64 start_utc, gint64 end_utc);

/* The first instant t ≥ @from_utc at which [t, t + @seconds) meets nothing of the normal @set. */
gint64 way_interval_set_next_free (const GArray *set, gint64 from_utc, gint64 seconds);

/* Cuts the normal @set to [from_utc, to_utc) in place. */
void way_interval_set_clip (GArray *set, gint64 from_utc, gint64 to_utc);

G_END_DECLS
