/* What the guides ask for, as they and the person say it. */
#pragma once

#include "core/planner/scheduler.h"

G_BEGIN_DECLS

/* Lengths of appointments, minutes. */
#define WAY_DRILL_MINUTES  30
#define WAY_MOCK_MINUTES   60
#define WAY_REVIEW_MINUTES 60

/* A phase as the plan sees it. */
typedef struct
{
  gint64 id;
  char *title;
  char *activities;
  int min_days, max_days; /* the ends of its range; 0 when ongoing */
  gboolean ongoing;
  WayDate release_date; /* set by the person: no block before it; WAY_DATE_NONE: the plan's own */
  WayDate due_date;     /* set by the person instead of the pace's; WAY_DATE_NONE: the plan's own */
} WayWorkPhase;

/* The action for a gap of the skill matrix, which is done in the share of a guide. */
typedef struct
{
  gint64 id;
  char *skill_title;
  char *title;
  int minutes; /* as asked for; the work is whole blocks */
  WayDate due_date;
} WayWorkGap;

/* A guide that the plan follows. */
typedef struct
{
  gint64 id;
  char *title;
  int share;
  int drills_per_week;
  int review_months;
  int mock_days;
  GPtrArray *phases; /* of WayWorkPhase *, in guide order */
  GPtrArray *gaps;   /* of WayWorkGap *, by due date */
} WayWorkGuide;

WayWorkGuide *way_work_guide_new (void);
void way_work_guide_free (WayWorkGuide *guide);
/* Without dates of the person's. */
WayWorkPhase *way_work_phase_new (void);
void way_work_phase_free (WayWorkPhase *phase);
void way_work_gap_free (WayWorkGap *gap);

/* Blocks of a gap action: as many whole ones as hold its minutes. */
int way_work_gap_blocks (const WayPlanSettings *settings, const WayWorkGap *gap);

G_END_DECLS
