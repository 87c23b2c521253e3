/* Recurrence rules to wall-clock times (RFC 5545 section 3.3.10), period by period. Every part of a rule is a
 * condition on the days or hours of a period; the table of the RFC, what expands and what limits, comes out of
 * that by itself. libical reads the rule's text, its iterator is not used: that of 3.0 follows some valid rules
 * wrongly without a word, and looks for others for minutes. */
#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

typedef struct
{
  const struct icalrecurrencetype *rule;
  gint64 start; /* wall clock counted as if it were UTC, of DTSTART */
  gboolean is_date;
  gint64 period; /* the next one, from 0, that of the start */
  GArray *times; /* of gint64: those of the last period, sorted, each once */
} WayRecurrence;

/* @rule is borrowed. @reach: what lies before need not be found; without a COUNT the walk begins there. */
void way_recurrence_init (WayRecurrence *self,
                          const struct icalrecurrencetype *rule,
                          gint64 start,
                          gboolean is_date,
                          gint64 reach);
void way_recurrence_clear (WayRecurrence *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayRecurrence, way_recurrence_clear)

/* Fills @times with those of the next period that are not before the start; none may be. The wall clock at
 * which the period begins; @steps grows by what it cost. */
gint64 way_recurrence_next (WayRecurrence *self, gint64 *steps);

G_END_DECLS
