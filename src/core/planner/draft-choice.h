/* Taking a part of a draft. Its changes fall into groups: the study of each phase and gap action, and the drills, mock interviews
 * and reviews of each guide. A group is carried out as a whole or left as it is.
 *
 * The draft as a whole has no overlaps. A part of it may: a block that moves or comes may need the place of one that
 * stays because its group was left out. Such a choice is refused; adding the groups that are in the way always helps,
 * for with all of them it is the draft. Limits that are exceeded are told, not refused. All but the last is pure. */
#pragma once

#include "core/base/zone.h"
#include "core/planner/draft.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 guide_id;
  WayBlockKind kind;
  gint64 phase_id;    /* of study; 0: none */
  gint64 gap_work_id; /* of study; 0: none */
  char *title; /* "Core", "Drills"; with the guide behind it where two would be called the same */
  int added, moved, removed;
  gboolean chosen;
} WayDraftGroup;

/* No group, or no change. */
#define WAY_DRAFT_NONE G_MAXUINT

/* (element-type WayDraftGroup) by guide, kind and time; all of them chosen (transfer full). */
GPtrArray *way_draft_groups_new (const WayDraft *draft);

/* The index of the group of @change; WAY_DRAFT_NONE: it has none. */
guint way_draft_group_of (const GPtrArray *groups, const WayChange *change);

/* Takes over what @from chooses of the groups that both have. */
void way_draft_groups_follow (GPtrArray *groups, const GPtrArray *from);

/* How many changes are carried out. */
int way_draft_groups_count (const GPtrArray *groups);

/* Chooses the groups called @names, whatever their case, and no others. %WAY_ERROR_NOT_FOUND for one that is not
 * there. */
gboolean way_draft_groups_choose (GPtrArray *groups, const char *const *names, GError **error);

/* A block that takes its time: what was missed or skipped does not. */
typedef struct
{
  gint64 start_utc, end_utc;
  WayBlockKind kind;
  guint
      change; /* of the draft, that the block has or is due to have; WAY_DRAFT_NONE: it stays anyway */
  gboolean carried; /* this is where the change puts it */
} WayDraftPlace;

/* (element-type WayDraftPlace) all blocks by start, after what @groups choose was carried out; %NULL: before
 * anything was. @blocks: (element-type WayBlock): all stored ones (transfer full) */
GArray *way_draft_places (const WayDraft *draft, const GPtrArray *groups, const GPtrArray *blocks);

/* A block that is moved or added to the place of another one, which stays. */
typedef struct
{
  guint change; /* of the draft: it needs the place */
  guint group;  /* of the one in the way; WAY_DRAFT_NONE: no group moves it */
} WayDraftConflict;

/* (element-type WayDraftConflict) by time; empty: the choice can be carried out (transfer full). */
GArray *
way_draft_conflicts (const WayDraft *draft, const GPtrArray *groups, const GPtrArray *blocks);

/* "2 of these need the place of blocks in “Core”, “Depth”."; "" without conflicts (transfer full). */
char *way_draft_conflicts_text (const GPtrArray *groups, const GArray *conflicts);

/* Chooses what is in the way of the chosen groups as well, and what is in the way of that. */
void way_draft_groups_complete (const WayDraft *draft, GPtrArray *groups, const GPtrArray *blocks);

/* A limit that the choice exceeds and the whole draft does not, or not as much. */
typedef struct
{
  WayPlanLimit limit; /* WAY_LIMIT_DAILY, WAY_LIMIT_WEEKLY, WAY_LIMIT_ROW */
  WayDate date;       /* the day, the Monday of the week, the first day of the row */
  int amount;         /* minutes; days of a row */
} WayDraftExcess;

/* (element-type WayDraftExcess) by limit, then date (transfer full). */
GArray *way_draft_excess (const WayDraft *draft,
                          const GPtrArray *groups,
                          const GPtrArray *blocks,
                          const WayPlanSettings *settings,
                          WayZone *zone);

/* The excess as lines, one for each limit: "2 days get more than 2 h." (transfer full) */
GStrv way_draft_excess_text (const GArray *excess, const WayPlanSettings *settings);

/* Carries the chosen groups out, as one action ("Plan"). %WAY_ERROR_CONFLICT with the reason when something is in the
 * way, or the plan has changed since. */
gboolean way_draft_apply_groups (const WayDraft *draft,
                                 const GPtrArray *groups,
                                 WayStore *store,
                                 gint64 now_utc,
                                 GError **error);

G_END_DECLS
