/* Hours and limits of the plan: the table "plan", the availability map and the days off. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/**
 * WayBlockKind: what a block of time is for. The order is that of the availability mask.
 */
typedef enum
{
  WAY_BLOCK_STUDY,
  WAY_BLOCK_MOCK,
  WAY_BLOCK_DRILL,
  WAY_BLOCK_REVIEW,
  WAY_BLOCK_N_KINDS,
} WayBlockKind;

#define WAY_BLOCK_ALL_KINDS ((1u << WAY_BLOCK_N_KINDS) - 1)

/* "study", "mock", "drill", "review"; -1 from an unknown word. */
const char *way_block_kind_to_string (WayBlockKind kind);
int way_block_kind_from_string (const char *word);

/* A stretch of each week in which blocks may lie, on the wall clock of the plan's zone. */
typedef struct
{
  int weekday;        /* 1 = Monday … 7 = Sunday */
  guint kinds;        /* mask of 1 << WayBlockKind */
  int from_minute;    /* 0…1439 */
  int to_minute;      /* 1…1440; when not after from_minute, on the next day */
  gboolean preferred; /* other windows are used when these do not do */
} WayAvailability;

/* A stretch of one day in which blocks may lie as well, also on a day off. */
typedef struct
{
  WayDate date;
  guint kinds;
  int from_minute;
  int to_minute;
} WayExtraHours;

/* Days without blocks, both ends included. */
typedef struct
{
  WayDate from_date;
  WayDate to_date;
} WayDaysOff;

/* What hours a week may be, and the steps in which a person would raise them. */
#define WAY_LEAST_WEEKLY_MINUTES 30
#define WAY_MOST_WEEKLY_MINUTES  (80 * 60)
#define WAY_HOURS_STEP_MINUTES   30

typedef struct
{
  char *zone; /* IANA name */
  WayDate start_date;
  WayDate until_date; /* last day of the plan; WAY_DATE_NONE: as far as the dated phases reach */
  WayDate
      target_date; /* day by which the dated phases are due; WAY_DATE_NONE: as the hours promise */
  int weekly_minutes;   /* WAY_LEAST… to WAY_MOST_WEEKLY_MINUTES */
  int guide_minutes;    /* work that a week of the guide stands for; 0: the weekly minutes */
  int block_minutes;    /* 25…180 */
  int break_minutes;    /* between two blocks */
  int buffer_minutes;   /* around busy events */
  int daily_minutes;    /* most study on one day */
  int days_in_row;      /* most days with blocks in a row; 0: no limit */
  gboolean low_end;     /* plan for the low end of the guide's ranges, not the high one */
  char *band;           /* key of a band of the guide, "" not chosen */
  char *role;           /* key of a role, "" not chosen */
  GArray *availability; /* of WayAvailability */
  GArray *days_off;     /* of WayDaysOff */
  GArray *extra_hours;  /* of WayExtraHours */
} WayPlanSettings;

/* Weekday evenings 18:30–21:30 and Saturday 9:00–13:00, 6 hours a week, blocks of 60 minutes with
 * breaks of 10, at most two hours a day, from the Monday after @today. */
WayPlanSettings *way_plan_settings_new (WayDate today, const char *zone);
WayPlanSettings *way_plan_settings_copy (const WayPlanSettings *settings);
void way_plan_settings_free (WayPlanSettings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPlanSettings, way_plan_settings_free)

/* The stored settings (transfer full); %NULL without @error when no plan was made yet. */
WayPlanSettings *way_plan_settings_load (WayStore *store, GError **error);

/* Whether a plan was made. */
gboolean way_plan_exists (WayStore *store);

/* Refuses what no plan can be made of (hours 0 or 200, no window, unknown zone, ...) with
 * %WAY_ERROR_INVALID or %WAY_ERROR_NO_ROOM and the remedy in the message. */
gboolean way_plan_settings_validate (const WayPlanSettings *settings, GError **error);

/* Validates and stores, as one action; a no-op when nothing differs. */
gboolean way_plan_settings_save (WayStore *store,
                                 const WayPlanSettings *settings,
                                 gint64 now_utc,
                                 GError **error);

/* The plan follows @guide_id from now on (and picks the milestones of the chosen band). */
gboolean way_plan_follow_guide (WayStore *store, gint64 guide_id, gint64 now_utc, GError **error);

/* The part of the hours that a followed guide gets: @share, 1…100, of the sum of all shares. */
gboolean
way_plan_set_share (WayStore *store, gint64 guide_id, int share, gint64 now_utc, GError **error);

/* A guide that the plan follows. */
typedef struct
{
  gint64 guide_id;
  char *title;
  int share;
} WayFollowedGuide;

void way_followed_guide_free (WayFollowedGuide *guide);

/* (element-type WayFollowedGuide) by title (transfer full). */
GPtrArray *way_plan_followed_guides (WayStore *store, GError **error);

/* Stores @settings, picks the milestones of a band that is new, and sets the shares of @guides (%NULL: leaves
 * them alone), as one action. */
gboolean way_plan_change (WayStore *store,
                          const WayPlanSettings *settings,
                          const GPtrArray *guides,
                          gint64 now_utc,
                          GError **error);

G_END_DECLS
