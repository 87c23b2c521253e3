/* Writing a VFREEBUSY: when one studies, not what. Pure: same input, same bytes. */
#pragma once

#include "core/base/interval.h"

G_BEGIN_DECLS

typedef struct
{
  const char *uid;         /* of the calendar; tells nothing of what is in it */
  gint64 changed_utc;      /* DTSTAMP */
  gint64 from_utc, to_utc; /* the time it speaks about */
  const GArray *busy;      /* a normal interval set within it */
} WayFreeBusy;

/* The file's bytes, checked by reading them back (transfer full). */
GBytes *way_free_busy_write (const WayFreeBusy *free_busy, GError **error);

G_END_DECLS
