/* From when to when there is something on the roadmap, and how a long time is cut into parts. Pure. */
#pragma once

#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

/* Both days included. */
typedef struct
{
  WayDate first, last;
} WayExtent;

/* The first and the last day with anything on it: the phases from their start to their late finish, the due days, the
 * @weeks with work (element-type WayWeekLoad) and the @reviews (element-type WayDate). */
WayExtent
way_roadmap_extent (const WayRoadmap *roadmap, const GArray *weeks, const GArray *reviews);

/* Whether @phase goes on at any time in @extent. */
gboolean way_roadmap_phase_is_in (const WayRoadmapPhase *phase, const WayExtent *extent);

/* Parts of @extent of about the same length, none longer than @most_days (at least 200): cut where quarters begin
 * (element-type WayExtent). */
GArray *way_extent_cut (const WayExtent *extent, int most_days);

G_END_DECLS
