/* A planning problem as JSON (see "planner solve" in waymark-cli(1)), checked and made into the scheduler's
 * input. Everything that comes out of here is safe to plan with: no circles, no unknown ids, sizes within
 * limits. */
#pragma once

#include "cli/json-value.h"
#include "core/planner/scheduler.h"

G_BEGIN_DECLS

/* More is refused: a plan of that size is a mistake in the file. */
#define WAY_SOLVE_MAX_BYTES   (64 * 1024 * 1024) /* room for the busy times below */
#define WAY_SOLVE_MAX_YEARS   100
#define WAY_SOLVE_MAX_ITEMS   2000
#define WAY_SOLVE_MAX_PLACES  500000 /* items × weeks: what the time to plan grows with */
#define WAY_SOLVE_MAX_BLOCKS  100000
#define WAY_SOLVE_MAX_ORDER   20000
#define WAY_SOLVE_MAX_BUSY    1000000
#define WAY_SOLVE_MAX_WINDOWS 2000

typedef struct
{
  WaySchedulerInput in; /* borrows from the rest; pinned blocks are in it as fixed ones */
  JsonParser *document; /* the ids are its strings */
  WayZone *zone;
  int block_minutes;
  GArray *availability; /* of WayAvailability */
  GArray *days_off;     /* of WayDaysOff */
  GArray *extra_hours;  /* of WayExtraHours */
  GArray *busy;         /* a normal interval set */
  GArray *items;        /* of WayWorkItem, without the minutes that are pinned */
  GArray *order;        /* of WayWorkOrder */
  GArray *pinned;       /* of WayFixedBlock */
  GArray *previous;     /* of WayPreviousBlock, as given: what moves are counted against */
  GArray *movable;      /* of WayPreviousBlock: without those that are pinned */
} WaySolveInput;

/**
 * way_solve_input_read:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the problem, or %NULL with %WAY_ERROR_INVALID, which names the JSON path
 */
WaySolveInput *
way_solve_input_read (const char *data, gsize length, const char *name, GError **error);
void way_solve_input_free (WaySolveInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaySolveInput, way_solve_input_free)

/* solve-hours.c: zone, days, lengths, limits and free time. */
gboolean way_solve_read_hours (WaySolveInput *input, const WayJsonValue *root, GError **error);

/* solve-items.c: the work, its order, and where blocks of it lie. */
gboolean way_solve_read_items (WaySolveInput *input, const WayJsonValue *root, GError **error);

/* Orders WayPreviousBlock by item, then time. */
int way_solve_compare_places (gconstpointer a, gconstpointer b);

/* solve-fixes.c: "fixes" of the answer, each a change of the input that a script can make. */
void way_solve_add_fixes (JsonBuilder *builder,
                          const WaySolveInput *input,
                          const WaySchedulerResult *result);

/* Days as the answer tells them: 0 without due dates. */
int way_solve_days_late (int lateness);

G_END_DECLS
