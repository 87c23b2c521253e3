/* What to do now: the block of the moment, what comes next of each kind, and the week planned against done. The
 * window and the command line show the same. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/schedule.h"

G_BEGIN_DECLS

/**
 * WayNow: why the block of the moment is that, the first that applies.
 * @WAY_NOW_RUNNING: its clock runs
 * @WAY_NOW_CURRENT: the time it is planned for is now, and it is not done
 * @WAY_NOW_PAUSED: it was started today, and is not done
 * @WAY_NOW_NEXT: it comes next
 * @WAY_NOW_NOTHING: nothing is planned any more
 */
typedef enum
{
  WAY_NOW_RUNNING,
  WAY_NOW_CURRENT,
  WAY_NOW_PAUSED,
  WAY_NOW_NEXT,
  WAY_NOW_NOTHING,
} WayNow;

/* "running", "current", "paused", "next", "nothing" */
const char *way_now_to_string (WayNow now);

/* Minutes of a week, or of a part of it; missed and skipped blocks are not planned any more. */
typedef struct
{
  int planned;
  int done; /* by the clock where it ran, else as planned */
} WayWork;

typedef struct
{
  WayDate date;
  gint64 now_utc;
  WayNow now;
  WayBlock *block;                   /* of the moment; %NULL for WAY_NOW_NOTHING */
  GPtrArray *blocks;                 /* of WayBlock: today's */
  WayBlock *next[WAY_BLOCK_N_KINDS]; /* the next one of each kind, %NULL for none */
  WayWork week;                      /* from Monday to Sunday */
  WayWork week_by_kind[WAY_BLOCK_N_KINDS];
} WayToday;

WayToday *way_today_load (WayStore *store, WayZone *zone, gint64 now_utc, GError **error);
void way_today_free (WayToday *today);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayToday, way_today_free)

/* The first instant behind @now_utc at which way_today_load() gives something else without a change of the data:
 * midnight, or a block that begins or ends. */
gint64 way_today_changes_utc (const WayToday *today, WayZone *zone);

/* Seconds from @now_utc until a text that tells the time by the minute is out of date: worked minutes, or how long
 * it is until the block of the moment. */
int way_today_text_seconds (const WayToday *today, gint64 now_utc);

G_END_DECLS
