/* Time set aside for the action that closes a gap of the skill matrix. The planner places it like the work of a phase: in
 * whole blocks, by its own due date, in the share of one guide. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* One action may take from five minutes to a thousand hours. */
#define WAY_LEAST_GAP_MINUTES 5
#define WAY_MOST_GAP_MINUTES  60000

typedef struct
{
  gint64 id;
  gint64 skill_id;
  char *skill_title;
  gint64 guide_id; /* in whose share of the hours it is done */
  char *title;     /* what is done; the skill's title where nothing is said */
  int minutes;     /* as asked for; the plan makes whole blocks of it */
  WayDate due_date;
  gint64 created_utc;
  int planned_minutes; /* of blocks that are open or done */
  int done_minutes;    /* of blocks that are done */
} WayGapWork;

void way_gap_work_free (WayGapWork *work);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGapWork, way_gap_work_free)

/* "System Design: write two design documents"; the title alone where it is the skill's (transfer full). */
char *way_gap_work_name (const char *skill_title, const char *title);

/* (element-type WayGapWork) by due date (transfer full). */
GPtrArray *way_gap_work_list (WayStore *store, GError **error);

/* One of them (transfer full), or %NULL with %WAY_ERROR_NOT_FOUND. */
WayGapWork *way_gap_work_load (WayStore *store, gint64 id, GError **error);

/* What an action would be for. */
typedef struct
{
  gint64 guide_id; /* in whose share of the hours it would be done */
  char *skill_title;
  char *title; /* of the action when nothing else is said: the skill's gap action, or its title */
} WayGapPurpose;

void way_gap_purpose_free (WayGapPurpose *purpose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGapPurpose, way_gap_purpose_free)

/* For @skill_id (transfer full): the skill's own guide where the plan follows it, else the plan's first one.
 * %WAY_ERROR_NOT_FOUND without a plan, and for a skill that is gone. */
WayGapPurpose *way_gap_purpose_load (WayStore *store, gint64 skill_id, GError **error);

/**
 * way_gap_work_add:
 * @title: "" takes the usual one
 * @due_date: today in the plan's zone, or later
 * @id: (out) (optional)
 *
 * "Plan Gap Action". No block is made: planning again does that.
 *
 * Returns: %FALSE with %WAY_ERROR_NOT_FOUND without a plan or for a skill that is gone, %WAY_ERROR_INVALID for minutes or
 * a day that cannot be
 */
gboolean way_gap_work_add (WayStore *store,
                           gint64 skill_id,
                           const char *title,
                           int minutes,
                           WayDate due_date,
                           gint64 now_utc,
                           gint64 *id,
                           GError **error);

/* "Change Gap Action". Errors as way_gap_work_add(); a due date that is past already may stay. */
gboolean way_gap_work_change (WayStore *store,
                              gint64 id,
                              const char *title,
                              int minutes,
                              WayDate due_date,
                              gint64 now_utc,
                              GError **error);

/* "Remove Gap Action": its open blocks that lie ahead go with it; what was begun or done stays. */
gboolean way_gap_work_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

G_END_DECLS
