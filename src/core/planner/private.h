/* What the parts of the scheduler share. Days are indices from the Monday of the first week. */
#pragma once

#include "core/planner/availability.h"
#include "core/planner/scheduler.h"

G_BEGIN_DECLS

/* A place for one block. */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
} WaySlot;

/* The free time of one kind of work as a grid of slots, and how many of them the limits allow. Slots are
 * laid out by one walk through the windows in order of time, each a block and a break after the one
 * before, so any choice of them is free of overlaps, and no day has room for more. */
typedef struct
{
  WayDate first_date; /* a Monday */
  int n_days;         /* whole weeks */
  int block_minutes;
  gint64 rest; /* seconds between two blocks */
  GArray *windows;
  GArray *slots;         /* of WaySlot, by time */
  int *first_slot;       /* of each day; n_days + 1 of them */
  int *day_caps;         /* blocks a day takes: its slots, or less by the daily limit */
  gboolean *day_limited; /* less by the daily limit */
  int *week_caps;
  int *day_blocks; /* blocks of any kind that lie there already */
} WayRoom;

void way_room_free (WayRoom *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRoom, way_room_free)

/* An item as so many blocks between two days. */
typedef struct
{
  guint item;  /* in the input */
  int blocks;  /* > 0 */
  int release; /* day: its own, and those of what comes before it */
  int due;     /* day; G_MAXINT: none; its own */
  int bound;   /* day: its own due date, and those of what waits for it; G_MAXINT: none */
  int last;    /* day: it may not be used after this one, whatever the lateness */
  int rank;    /* place in an order in which nothing comes before what it waits for */
} WayJob;

/* Blocks of one job on one day. */
typedef struct
{
  int job;
  int day;
  int blocks;
} WayShare;

/* The scheduler at work. */
typedef struct
{
  const WaySchedulerInput *in;
  WaySchedulerResult *out;
  WayDate first_date;
  int n_days;
  int *day_minutes; /* load of each day, of all kinds */
  int *week_minutes;
  int *day_blocks;
  GArray *taken;  /* normal: busy and buffers, fixed and placed blocks with their breaks */
  gint64 now_utc; /* on a whole minute */
  WayRoom *room;  /* of ordinary work */
  GArray *jobs;   /* of WayJob, by rank */
  int *job_of;    /* by item; -1: none */
  int placed;     /* blocks of jobs that find a place */
  int lateness;   /* days: what the deadlines of jobs allow */
} WayPlanning;

#define WAY_ITEM(p, i) g_array_index ((p)->in->items, WayWorkItem, (i))
#define WAY_JOB(p, j)  g_array_index ((p)->jobs, WayJob, (j))

static inline int
way_planning_day (const WayPlanning *p, gint64 utc)
{
  return way_zone_to_local (p->in->zone, utc, NULL) - p->first_date;
}

/* Adds @minutes to the loads of @day; outside the plan nothing is counted. */
void way_planning_count (WayPlanning *p, int day, int minutes);

/* Appends a block to the result, with what its reason says about loads. */
void way_planning_put (WayPlanning *p, guint item, gint64 start_utc, int minutes, gboolean stayed);

/* Adds time with a break on both sides. */
void way_planning_take (const WayPlanning *p, GArray *set, gint64 start_utc, gint64 end_utc);

/* Time for blocks of @kind that is neither busy nor taken; @preferred: only preferred hours. */
GArray *way_planning_windows (const WayPlanning *p, WayBlockKind kind, gboolean preferred);

/* appointments.c: each on the free slot closest to its ideal day. */
void way_planning_place_appointments (WayPlanning *p);

/* room.c: the room for ordinary work. */
void way_planning_lay_out (WayPlanning *p);

/* jobs.c: ordinary work as jobs, their days made to agree with their order. */
void way_planning_make_jobs (WayPlanning *p);

/* lateness.c: how many blocks find a place, and the smallest maximum lateness with which they do. The
 * limits that stop better go to @binding (element-type WayBinding) when it is not %NULL. */
void way_planning_find_lateness (WayPlanning *p, GArray *binding);

/* The days by which a block of @item at @start_utc is late; WAY_NO_LATENESS without a due date. */
int way_planning_lateness (const WayPlanning *p, guint item, gint64 start_utc);

/* Puts the lateness of what is placed and fixed into the result. */
void way_planning_measure (WayPlanning *p);

/* spread.c: how many blocks of each job go to each day (element-type WayShare), by day, then rank. */
GArray *way_planning_spread (WayPlanning *p);

/* placement.c: the times of day. */
void way_planning_place (WayPlanning *p, const GArray *shares);

/* The last day that @job may use when no item is later than @lateness. */
static inline int
way_job_deadline (const WayPlanning *p, const WayJob *job, int lateness)
{
  if (job->bound == G_MAXINT)
    return job->last;
  return MIN (job->last, job->bound + lateness);
}

G_END_DECLS
