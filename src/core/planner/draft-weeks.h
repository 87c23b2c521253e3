/* The weeks that a draft changes, before and after: what a picture of it shows. Pure. */
#pragma once

#include "core/planner/draft-choice.h"

G_BEGIN_DECLS

/* A block on a day; what goes on past midnight is one of the next day as well. */
typedef struct
{
  int day;         /* 0…6, from the first day of the week on */
  int from_minute; /* 0…1439, on the wall clock */
  int to_minute;   /* up to 1440 */
  WayBlockKind kind;
  gboolean changed; /* it is moved, comes or goes */
} WayDraftBar;

typedef struct
{
  WayDate first_date;
  GArray *before, *after; /* of WayDraftBar, by start */
  int before_minutes, after_minutes;
} WayDraftWeek;

/* (element-type WayDraftWeek) the weeks in which something chosen moves, comes or goes, by date. @first_weekday: of a
 * week, 1 = Monday (transfer full). */
GPtrArray *way_draft_weeks (const WayDraft *draft,
                            const GPtrArray *groups,
                            const GPtrArray *blocks,
                            WayZone *zone,
                            int first_weekday);

/* The first day of the week of @utc. */
WayDate way_draft_week_of (gint64 utc, WayZone *zone, int first_weekday);

G_END_DECLS
