/* Recurrence rules to wall-clock times (RFC 5545 section 3.3.10). Every part of a rule is a condition on a time,
 * and what the rule leaves open is a condition that comes from the start: the table of the RFC, what expands and
 * what limits, comes out of that by itself. The search goes from a time that fails a condition straight to the
 * first one behind it that may meet it; nothing is built that is not asked for. */
#pragma once

#include "core/calendar/rule-day.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_RECURRENCE_TIME,    /* there is one */
  WAY_RECURRENCE_END,     /* there is none up to the end */
  WAY_RECURRENCE_SPENT,   /* the budget is */
  WAY_RECURRENCE_CROWDED, /* BYSETPOS chooses among more times than we look at */
} WayRecurrenceResult;

typedef struct
{
  WayRule rule; /* with what it left open */
  gint64 start; /* wall clock counted as if it were UTC, of DTSTART */
  gint64
      period; /* that of the start: days, weeks, months or what the rule repeats by, since 1970 or year 0 */
  gint64 cursor;    /* the next time is not before it */
  gint64 budget;    /* left, in places looked at */
  gboolean never;   /* no time meets the rule */
  WayRuleDay today; /* the one looked at last */
  GArray *chosen;   /* of gint64: what BYSETPOS leaves of the last period; %NULL without it */
  guint next_chosen;
} WayRecurrence;

/* @reach: times before it need not be found. @budget: steps, one for a time and one for 16 places that are looked
 * at. */
void way_recurrence_init (WayRecurrence *self,
                          const WayRule *rule,
                          gint64 start,
                          gint64 reach,
                          gint64 budget);
void way_recurrence_clear (WayRecurrence *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayRecurrence, way_recurrence_clear)

/* The steps that are left. */
gint64 way_recurrence_get_budget (const WayRecurrence *self);

/* The next time that is not after @end, in order, each once. */
WayRecurrenceResult way_recurrence_next (WayRecurrence *self, gint64 end, gint64 *time);

G_END_DECLS
