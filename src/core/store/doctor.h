/* Health of the data: integrity, foreign keys, impossible rows, backups. */
#pragma once

#include "core/store/store.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;      /* "integrity", "foreign-keys", "blocks", "availability", "backups", "schema" */
  char *message; /* what was found, for a person */
  gboolean ok;
} WayFinding;

void way_finding_free (WayFinding *finding);

/* (element-type WayFinding) one per check, in a fixed order. Writes nothing. */
GPtrArray *way_store_examine (WayStore *self, gint64 now_utc, GError **error);

G_END_DECLS
