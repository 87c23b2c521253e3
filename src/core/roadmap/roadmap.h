/* The roadmap: phases, milestones and checklist with their dates, computed from the stored plan. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* Ongoing, or finished. */
#define WAY_NO_SLACK G_MININT

typedef struct
{
  gint64 id;
  gint64 guide_id;
  char *guide_title;
  char *title;
  char *activities;
  char *exit_criteria;
  int line;         /* in the source guide; 0 unknown */
  gboolean ongoing; /* no finish */
  WayDate start_date;
  WayDate early_finish_date; /* at the low end of the range; WAY_DATE_NONE when ongoing */
  WayDate late_finish_date;  /* at the high end */
  int min_days, max_days;    /* the range as the guide states it */
  int blocks, blocks_done;   /* scheduled in this phase */
  int planned_minutes;
  gint64
      blocks_end_utc; /* of the last of all its blocks, also the missed ones; 0: there are none */
  WayDate gate_closed_date; /* WAY_DATE_NONE: open */
  WayDate release_date; /* set by the person: no block before it; WAY_DATE_NONE: the plan's own */
  WayDate due_date;     /* likewise: its last day */
  WayDate latest_finish_date; /* see way_critical_path_find(); WAY_DATE_NONE without slack */
  int slack_days;             /* WAY_NO_SLACK */
  WayDate planned_start_date; /* in the baseline, see way_baseline_compare(); WAY_DATE_NONE: none */
  WayDate planned_early_finish_date, planned_late_finish_date; /* likewise */
} WayRoadmapPhase;

/* A dated point: a milestone of the chosen band, a checklist item, or a review. */
typedef struct
{
  gint64 id;
  gint64 guide_id;
  gboolean checklist; /* else a milestone */
  char *title;
  WayDate due_date;
  gboolean due_set;         /* by the person */
  char *due_rule;           /* why that day, for a person: "within 14 days of the start" */
  WayDate done_date;        /* WAY_DATE_NONE: open */
  WayDate planned_due_date; /* in the baseline; WAY_DATE_NONE: none */
  char *uid;
  gint64 created_utc;
} WayRoadmapPoint;

typedef struct
{
  WayDate start_date, end_date; /* the dated range, both included */
  GPtrArray *phases;            /* of WayRoadmapPhase *, in guide order */
  GPtrArray *points;            /* of WayRoadmapPoint *, by due date */
  gint64 baseline_id;           /* what the planned dates are of; 0: none */
  WayDate baseline_date;        /* when it was taken */
} WayRoadmap;

/* The roadmap of all followed guides; empty arrays when no plan was made. */
WayRoadmap *way_roadmap_load (WayStore *store, GError **error);
void way_roadmap_free (WayRoadmap *roadmap);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayRoadmap, way_roadmap_free)

/* Makes @date the due date of a milestone or checklist item, as one action; WAY_DATE_NONE: the plan's own again. */
gboolean way_roadmap_set_due (WayStore *store,
                              gboolean checklist,
                              gint64 id,
                              WayDate date,
                              gint64 now_utc,
                              GError **error);

/* Marks a milestone or checklist item done on @date (WAY_DATE_NONE: open again), as one action. */
gboolean way_roadmap_set_done (WayStore *store,
                               gboolean checklist,
                               gint64 id,
                               WayDate date,
                               gint64 now_utc,
                               GError **error);

G_END_DECLS
