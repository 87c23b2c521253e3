/* What the two sides of an import share: a file that was read, and the store that keeps it. */
#pragma once

#include "core/calendar/busy.h"

G_BEGIN_DECLS

struct _WayBusyReading
{
  char *path; /* absolute, or "-" */
  char *zone;
  gboolean all_day_busy;
  GHashTable *answers; /* TZID → IANA name */
  GHashTable *own_uids;
  gint64 from_utc, to_utc; /* the range of series */

  /* What the store has of it. */
  gint64 calendar_id; /* 0: nothing */
  char *
      known_hash; /* of the bytes, when they were read in the same way and lately enough; %NULL: none */
  char *stored_hash; /* of the bytes; %NULL: nothing */
  int n_known;       /* instances */

  /* Once it was run. */
  char *hash; /* SHA-256 of the bytes; %NULL: they could not be read */
  WayCalendarContent *content;
  char *failure; /* why it could not be read; %NULL: it could, or was not tried */
};

/* An empty one. */
WayBusyReport *way_busy_report_new (void);

/* What is said of the file whatever becomes of it. */
void way_busy_report_take (WayBusyReport *report, const WayCalendarContent *content);

G_END_DECLS
