/* Blocks that somebody moved in a calendar we plan around, where we had sent them. */
#pragma once

#include "core/calendar/reader.h"
#include "core/store/store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 block_id;
  char *title;
  char *calendar;                        /* name */
  gint64 start_utc, end_utc;             /* in the plan */
  gint64 moved_start_utc, moved_end_utc; /* in the calendar */
} WayMovedBlock;

void way_moved_block_free (WayMovedBlock *moved);

/* (element-type WayMovedBlock), by the start in the calendar: those that were changed there later than here. */
GPtrArray *way_moved_list (WayStore *store, GError **error);

/* Moves and pins them, as one action. How many; -1 on error. */
int way_moved_follow (WayStore *store, gint64 now_utc, GError **error);

/* Forgets them, as one action, until the calendar changes. */
gboolean way_moved_keep (WayStore *store, gint64 now_utc, GError **error);

/* Keeps of @own (element-type WayCalendarOwn), what a calendar has of ours, those that were moved there. */
gboolean
way_moved_store (WayStore *store, gint64 calendar_id, const GPtrArray *own, GError **error);

G_END_DECLS
