/* The scheduler at work: what its parts share. Days are indices from the Monday of the first week. */
#pragma once

#include "core/planner/availability.h"
#include "core/planner/problem.h"

G_BEGIN_DECLS

/* A place for one block. */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
} WaySlot;

/* The free time of ordinary work as a grid of slots, and how many of them the limits allow. Slots are
 * laid out by one walk through the windows in order of time, each a block and a break after the one
 * before, so any choice of them is free of overlaps, and no day has room for more.
 *
 * A day is one segment of the grid, or several where fixed blocks that the order of items speaks of lie
 * in it: what waits for such a block may use the segments behind it. */
typedef struct
{
  int n_days; /* whole weeks, from a Monday */
  int block_minutes;
  gint64 rest;       /* seconds between two blocks */
  GArray *windows;   /* of WayInterval */
  GArray *preferred; /* of WayInterval: the preferred hours in them */
  GArray *slots;     /* of WaySlot, by time */

  int n_segments;
  gint64 *segment_start; /* midnight, or the first slot behind a fixed block */
  int *segment_day;
  int *first_segment; /* of each day; n_days + 1 of them */
  int *first_slot;    /* of each segment; n_segments + 1 of them */

  int *day_caps;          /* blocks a day takes: its slots, or less by the daily limit */
  WayPlanLimit *day_stop; /* what keeps it from taking more */
  int *preferred_slots;   /* blocks that find a place in preferred hours */
  int *week_caps;
  int *day_blocks; /* blocks of any kind that lie there already */
} WayRoom;

/* Blocks that @segment takes. */
static inline int
way_room_segment_cap (const WayRoom *room, int segment)
{
  return MIN (room->first_slot[segment + 1] - room->first_slot[segment],
              room->day_caps[room->segment_day[segment]]);
}

/* The segment that holds @utc; -1 before the first one. */
int way_room_segment_at (const WayRoom *room, gint64 utc);

/* The first segment behind @end_utc on the day @day, else the first one of the next day; and the last one
 * before @start_utc, else the last one of the day before. Days outside the room are cut to it. */
int way_room_segment_behind (const WayRoom *room, int day, gint64 end_utc);
int way_room_segment_before (const WayRoom *room, int day, gint64 start_utc);

/* Whether a block that starts at @start_utc lies in a window. */
gboolean way_room_is_open (const WayRoom *room, gint64 start_utc);

void way_room_free (WayRoom *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRoom, way_room_free)

/* An item as so many blocks between two segments. */
typedef struct
{
  guint item;        /* in the input */
  int blocks;        /* > 0 */
  int release;       /* first segment: its own, and those of what comes before it */
  int due;           /* day: its own due date; G_MAXINT: none */
  int bound;         /* day: its own due date, and those of what waits for it; G_MAXINT: none */
  int last;          /* last segment that it may use, whatever the lateness */
  guint limits;      /* mask of WayPlanLimit: what stops the blocks that found no place */
  gboolean left_out; /* no block of it is placed, so that nothing has to be over for it */
} WayJob;

/* No block of @then before the last one of @first; indices of jobs, first < then. */
typedef struct
{
  int first;
  int then;
} WayJobPair;

/* Blocks of one job in one segment. */
typedef struct
{
  int job;
  int segment;
  int blocks;
} WayShare;

/* The scheduler at work. */
typedef struct
{
  const WaySchedulerInput *in;
  WaySchedulerResult *out;
  gboolean quick; /* no search for the best days of rest */
  WayDate first_date;
  int n_days;
  int *day_minutes; /* load of each day, of all kinds */
  int *week_minutes;
  int *day_blocks;
  GArray *taken;  /* normal: busy and buffers, fixed and placed blocks with their breaks */
  gint64 now_utc; /* on a whole minute */
  int row_before,
      row_after;  /* days in a row with blocks right before the first and behind the last day */
  WayRoom *room;  /* of ordinary work */
  GArray *jobs;   /* of WayJob, in an order in which nothing comes before what it waits for */
  int *job_of;    /* by item; -1: none */
  GArray *pairs;  /* of WayJobPair, by the job that waits */
  guint n_groups; /* the highest group of jobs */
  int placed;     /* blocks of jobs that find a place */
  int lateness;   /* days: what the deadlines of jobs allow */
  int least;      /* days: the smallest maximum lateness of jobs; WAY_NO_LATENESS */
  int worst;      /* days: likewise, with the fixed blocks */
} WayPlanning;

#define WAY_ITEM(p, i) g_array_index ((p)->in->items, WayWorkItem, (i))
#define WAY_JOB(p, j)  g_array_index ((p)->jobs, WayJob, (j))
#define WAY_PAIR(p, i) g_array_index ((p)->pairs, WayJobPair, (i))

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

/* Whether one more day with blocks, @day, keeps to the most days in a row. */
gboolean way_planning_row_allows (const WayPlanning *p, int day);

/* An order of items that does not depend on that of the input: by due, ideal and release dates, then id. */
int way_planning_compare_items (const WayPlanning *p, guint a, guint b);

/* room.c: the room for ordinary work. */
void way_planning_lay_out (WayPlanning *p);

/* jobs.c: ordinary work as jobs, their days made to agree with their order. */
void way_planning_make_jobs (WayPlanning *p);

/* Whether @then waits for @first, at first or at second hand. */
gboolean way_planning_waits (const WayPlanning *p, int then, int first);

/* Bounds from due dates, without those of jobs that are left out. */
void way_planning_set_bounds (WayPlanning *p);

/* Blocks of jobs that find no place. */
int way_planning_leftover (const WayPlanning *p);

/* lateness.c: how many blocks of the jobs as they are find a place, and the smallest maximum lateness. */
void way_planning_measure_lateness (WayPlanning *p);

/* The limits that stop better (element-type WayBinding). */
void way_planning_explain_lateness (WayPlanning *p, GArray *binding);

/* Says of each job that is not placed as a whole what stops the rest. */
void way_planning_explain_jobs (WayPlanning *p, const GArray *shares);

/* leftover.c: the smallest maximum lateness of all choices of what finds no place. */
void way_planning_find_lateness (WayPlanning *p);

/* The days by which a block of @item at @start_utc is late; WAY_NO_LATENESS without a due date. */
int way_planning_lateness (const WayPlanning *p, guint item, gint64 start_utc);

/* Puts the lateness of what is placed and fixed into the result. */
void way_planning_measure (WayPlanning *p);

/* spread.c: how many blocks of each job go to each segment (element-type WayShare), by segment, then job. */
GArray *way_planning_spread (WayPlanning *p);

/* The sum over days of (blocks of all kinds)², with @shares placed; the ordinary work of each day goes to @work
 * (n_days of them). */
gint64 way_planning_sum_squares (const WayPlanning *p, const GArray *shares, int *work);

/* rows.c: the two above, with days closed so that no row of days is too long (transfer full). */
GArray *way_planning_spread_in_rows (WayPlanning *p);

/* placement.c: the times of day. */
void way_planning_place (WayPlanning *p, const GArray *shares);

/* The last segment that @job may use when no item is later than @lateness; -1: none. */
static inline int
way_job_deadline (const WayPlanning *p, const WayJob *job, int lateness)
{
  if (job->bound == G_MAXINT || job->bound + lateness >= p->n_days)
    return job->last;
  return MIN (job->last, p->room->first_segment[MAX (0, job->bound + lateness + 1)] - 1);
}

G_END_DECLS
