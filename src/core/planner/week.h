/* The availability of a week as it is painted: minute by minute, changed by strokes. Pure. */
#pragma once

#include "core/planner/settings.h"

G_BEGIN_DECLS

/**
 * WayWeekChange: what a stroke does with the hours it covers
 * @WAY_WEEK_FREE: they are free for the kinds, too; preferred hours stay preferred
 * @WAY_WEEK_PREFERRED: they are free for the kinds, and come first
 * @WAY_WEEK_NOT_PREFERRED: they no longer come first, and stay free
 * @WAY_WEEK_CLEAR: they are not free for the kinds any more
 */
typedef enum
{
  WAY_WEEK_FREE,
  WAY_WEEK_PREFERRED,
  WAY_WEEK_NOT_PREFERRED,
  WAY_WEEK_CLEAR,
} WayWeekChange;

/* The same hours of one day or several. */
typedef struct
{
  guint weekdays;  /* mask of 1 << weekday */
  int from_minute; /* 0…1439 */
  int to_minute;   /* up to 1440, after @from_minute */
  guint kinds;     /* mask of 1 << WayBlockKind */
  WayWeekChange change;
} WayWeekStroke;

typedef struct _WayWeek WayWeek;

/* The week of @availability, of WayAvailability (transfer full). */
WayWeek *way_week_new (const GArray *availability);
void way_week_free (WayWeek *week);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWeek, way_week_free)

/* The kinds that a minute of the wall clock is free for, and those that it is preferred for: masks. */
guint way_week_kinds (const WayWeek *week, int weekday, int minute);
guint way_week_preferred (const WayWeek *week, int weekday, int minute);

/* Minutes of the week that are free for any of @kinds. */
int way_week_minutes (const WayWeek *week, guint kinds);

/* Whether all that @stroke covers is free for its kinds, and preferred when that is what it paints. */
gboolean way_week_has (const WayWeek *week, const WayWeekStroke *stroke);

/* Changes @availability, of WayAvailability, as @stroke says. Days that nothing changes on keep their windows as
 * they are written; the others get few windows that say the same, minute by minute and across midnight. */
void way_week_paint (GArray *availability, const WayWeekStroke *stroke);

/* Replaces the windows of @weekday by @windows, whatever weekday those are of. */
void way_week_put_day (GArray *availability, int weekday, const GArray *windows);

/* The windows of @weekday (transfer full). */
GArray *way_week_take_day (const GArray *availability, int weekday);

G_END_DECLS
