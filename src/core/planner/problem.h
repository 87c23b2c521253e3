/* What the scheduler takes and gives. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/settings.h"

G_BEGIN_DECLS

/* Work to be placed. Borrowed strings. */
typedef struct
{
  const char *id; /* unique; for reasons and messages */
  WayBlockKind kind;
  int minutes;          /* in all */
  int block_minutes;    /* of one block; the last one is shorter when it does not divide */
  WayDate release_date; /* no block before this day */
  WayDate due_date;     /* the last day on which work is in time; WAY_DATE_NONE: none */
  WayDate ideal_date; /* an appointment's day: it takes the free slot closest to it between release
                           and due; WAY_DATE_NONE: ordinary work */
  int spare_minutes; /* of @minutes, what the low end of its range does without; 0: it has no range */
  guint group;       /* items of several groups share each week; 0: in none */
  int share;         /* of its group, 1…100; 0 outside */
  guint
      series; /* appointments of a series come at the weekday of the month and the time of its first where
                     that is free; 0: of none */
} WayWorkItem;

/* No block of @then before the last block of @first; indices of items. */
typedef struct
{
  guint first;
  guint then;
} WayWorkOrder;

/* No item of WayFixedBlock and WayPreviousBlock. */
#define WAY_NO_ITEM G_MAXUINT

/* A block that stays where it is. */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  guint item; /* the item it belongs to, whose order it keeps; its minutes are not in the item's any
                   more. WAY_NO_ITEM: none */
} WayFixedBlock;

/* Where a block of an item is now: it stays there when nothing is lost by it. */
typedef struct
{
  guint item;
  gint64 start_utc;
} WayPreviousBlock;

typedef struct
{
  WayZone *zone;
  WayDate from_date;     /* first day of the plan */
  WayDate to_date;       /* last day, included */
  gint64 not_before_utc; /* now: no block starts earlier */
  int break_minutes;
  int buffer_minutes;
  int daily_minutes;
  int weekly_minutes;         /* weeks run from Monday to Sunday in @zone */
  int days_in_row;            /* most days with blocks in a row; 0: no limit */
  const GArray *availability; /* of WayAvailability */
  const GArray *days_off;     /* of WayDaysOff */
  const GArray *extra_hours;  /* of WayExtraHours; %NULL: none */
  const GArray *busy;         /* a normal interval set */
  const GArray *items;        /* of WayWorkItem */
  const GArray *order;        /* of WayWorkOrder; no circles; %NULL: none */
  const GArray *fixed;        /* of WayFixedBlock, any order */
  const GArray *previous;     /* of WayPreviousBlock, any order; %NULL: none */
} WaySchedulerInput;

/* Why a block lies where it does. */
typedef struct
{
  WayDate due_date;   /* of its item; WAY_DATE_NONE: none */
  WayDate ideal_date; /* of an appointment */
  guint open_days;    /* days of its week that had room for it as well: 1 << weekday - 1 */
  int day_minutes;    /* load of its day, without this block */
  int week_minutes;   /* load of its week, without this block */
  gboolean urgent;    /* later days of its week had room, but the plan would end later */
  gboolean stayed;    /* it was there before */
  gboolean regular;   /* it keeps the weekday and the time of its series */
} WayBlockReason;

typedef struct
{
  guint item; /* index in the input's items */
  gint64 start_utc;
  gint64 end_utc;
  WayBlockReason reason;
} WayScheduledBlock;

/**
 * WayPlanLimit: what stopped work from being placed; a mask.
 * @WAY_LIMIT_WINDOWS: no free window long enough (availability, busy time, days off)
 * @WAY_LIMIT_DAILY: the daily limit
 * @WAY_LIMIT_WEEKLY: the weekly hours
 * @WAY_LIMIT_ROW: the most days in a row
 * @WAY_LIMIT_DATES: it may not start before the last day that it may use
 */
typedef enum
{
  WAY_LIMIT_WINDOWS = 1 << 0,
  WAY_LIMIT_DAILY = 1 << 1,
  WAY_LIMIT_WEEKLY = 1 << 2,
  WAY_LIMIT_ROW = 1 << 3,
  WAY_LIMIT_DATES = 1 << 4,
} WayPlanLimit;

typedef struct
{
  guint item;
  int minutes;  /* missing */
  guint limits; /* mask of WayPlanLimit */
} WayUnscheduled;

/* One limit that stops the worst-off item from being over a day earlier, or work from being placed:
 * a full week, or a full day. Together they are the minimum cut of the flow that failed, so no way
 * around them exists. */
typedef struct
{
  WayPlanLimit limit;
  WayDate date; /* the Monday of the week for WAY_LIMIT_WEEKLY, else the day */
} WayBinding;

/* No item has a due date and a block. */
#define WAY_NO_LATENESS G_MININT

typedef struct
{
  GArray *blocks;      /* of WayScheduledBlock, by start; without the fixed ones */
  GArray *unscheduled; /* of WayUnscheduled, in item order */
  int max_lateness;    /* days; over ordinary work; WAY_NO_LATENESS */
  GArray *binding;     /* of WayBinding, by date: the proof of the two above */
} WaySchedulerResult;

void way_scheduler_result_free (WaySchedulerResult *schedule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySchedulerResult, way_scheduler_result_free)

/* The first two objectives of a problem. */
typedef struct
{
  int unplaced;     /* blocks of ordinary work without a place */
  int appointments; /* without a place */
  int max_lateness; /* days, of what can still be moved; WAY_NO_LATENESS */
} WayScheduleCheck;

G_END_DECLS
