/* The scheduler: work and free time in, dated blocks and reasons out. Pure: no store, no clock, no
 * locale; the same input gives the same output on any machine.
 *
 * Hard limits: no block outside the availability map or over busy time and its buffer, a break
 * between any two blocks, the daily and the weekly limit over blocks of all kinds, release dates,
 * and the order of items. */
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
  int after;          /* index of the item that must be over first; -1: none */
  int stream;         /* items of one guide share a stream, … */
  int share;          /* … and streams divide the time in proportion to their shares (≥ 1) */
} WayWorkItem;

/* A block that stays where it is. */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
} WayFixedBlock;

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
  const GArray *availability; /* of WayAvailability */
  const GArray *days_off;     /* of WayDaysOff */
  const GArray *busy;         /* a normal interval set */
  const GArray *items;        /* of WayWorkItem; an item comes after the one it names in @after */
  const GArray *fixed;        /* of WayFixedBlock, any order */
} WaySchedulerInput;

/* Why a block lies where it does. */
typedef struct
{
  WayDate due_date;   /* of its item; WAY_DATE_NONE: none */
  WayDate ideal_date; /* of an appointment */
  int days_open;      /* days that still had a slot when this one was chosen, in its week */
  int day_minutes;    /* load of the chosen day before this block */
  int week_minutes;   /* load of the week before this block */
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
 */
typedef enum
{
  WAY_LIMIT_WINDOWS = 1 << 0,
  WAY_LIMIT_DAILY = 1 << 1,
  WAY_LIMIT_WEEKLY = 1 << 2,
} WayPlanLimit;

typedef struct
{
  guint item;
  int minutes;  /* missing */
  guint limits; /* mask of WayPlanLimit */
} WayUnscheduled;

typedef struct
{
  GArray *blocks;      /* of WayScheduledBlock, by start */
  GArray *unscheduled; /* of WayUnscheduled, in item order */
} WaySchedulerResult;

/* Never %NULL; work that does not fit is in @unscheduled with what stopped it. */
WaySchedulerResult *way_scheduler_solve (const WaySchedulerInput *input);
void way_scheduler_result_free (WaySchedulerResult *schedule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySchedulerResult, way_scheduler_result_free)

G_END_DECLS
