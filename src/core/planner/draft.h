/* A draft: what planning again would change. Nothing moves until it is applied. */
#pragma once

#include "core/planner/plan-fixes.h"
#include "core/planner/wish.h"

G_BEGIN_DECLS

/**
 * WayChangeKind:
 * @WAY_CHANGE_ADDED: a new block
 * @WAY_CHANGE_MOVED: the same block at another time
 * @WAY_CHANGE_REMOVED: a block that has no place any more
 */
typedef enum
{
  WAY_CHANGE_ADDED,
  WAY_CHANGE_MOVED,
  WAY_CHANGE_REMOVED,
} WayChangeKind;

typedef struct
{
  WayChangeKind change;
  gint64 block_id; /* 0 for a new one */
  WayBlockKind kind;
  gint64 guide_id;
  gint64 phase_id;    /* 0 for none */
  gint64 gap_work_id; /* 0 for none */
  char *title;
  char *guide_title;                 /* "" when the plan no longer follows it */
  char *phase_title;                 /* "" for none */
  char *gap_title;                   /* of the skill and the gap action; "" for none */
  gint64 old_start_utc, old_end_utc; /* 0 for a new one */
  gint64 new_start_utc, new_end_utc; /* 0 for a removed one */
  gboolean time_taken;               /* it moves because its old time is no longer free */
  char *reason;                      /* JSON object; see way_reason_to_text() */
} WayChange;

/* Work that found no place. */
typedef struct
{
  char *title;
  WayDate ideal_date; /* of an appointment; WAY_DATE_NONE: work of a phase or gap action */
  int minutes;        /* missing */
  char *limits;       /* the limits that stop it, for a person */
} WayUnplaced;

/* A phase or gap action that is over after the day on which it is due. */
typedef struct
{
  char *title;
  WayDate due_date;
  WayDate finish_date;
} WayLate;

/* The days that a phase was asked to have, and what comes of it. */
typedef struct
{
  WayPlanWish wish;
  char *title;               /* of the phase */
  WayPlanSpan before, after; /* of its blocks */
} WayDraftWish;

typedef struct
{
  GPtrArray *changes;  /* of WayChange *, by time */
  GPtrArray *unplaced; /* of WayUnplaced * */
  GPtrArray *late;     /* of WayLate * */
  char *full;          /* the limits that stop an earlier end, for a person; "" for none */
  GPtrArray *fixes;    /* of WayPlanFix *: each alone lets everything fit in time */
  int added, moved, removed, unchanged;
  WayDraftWish *wish; /* what it tries; %NULL: the stored data */
} WayDraft;

/**
 * way_draft_new:
 * @now_utc: blocks that start before it are past: they never move
 *
 * Plans with the stored guides, settings and busy time.
 *
 * Returns: (transfer full): the draft; %NULL with %WAY_ERROR_NOT_FOUND when no plan was set up,
 * %WAY_ERROR_NO_ROOM when there is no free window at all
 */
WayDraft *way_draft_new (WayStore *store, gint64 now_utc, GError **error);

/* The same, as if @wish were stored; %NULL: nothing else is. Errors also those of way_plan_wish_use(). */
WayDraft *
way_draft_new_for (WayStore *store, const WayPlanWish *wish, gint64 now_utc, GError **error);
void way_draft_free (WayDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayDraft, way_draft_free)

/* Carries the draft out, as one action ("Plan"), with the wish that it tries ("Move Phase"). */
gboolean way_draft_apply (const WayDraft *draft, WayStore *store, gint64 now_utc, GError **error);

/* The same for some changes: those for which @chosen, as long as the changes, is %TRUE. What is chosen must fit what
 * stays; see way_draft_apply_groups(). */
gboolean way_draft_apply_some (const WayDraft *draft,
                               const gboolean *chosen,
                               WayStore *store,
                               gint64 now_utc,
                               GError **error);

G_END_DECLS
