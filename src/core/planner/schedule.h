/* The stored blocks, for the views. */
#pragma once

#include "core/planner/settings.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *uid;
  WayBlockKind kind;
  gint64 guide_id;
  gint64 phase_id;    /* 0 for none */
  gint64 gap_work_id; /* 0 for none */
  char *title;        /* "Core: session 3 of 36" */
  char *phase_title;  /* "" for none */
  char *phase_detail; /* its activities; "" for none */
  gint64 start_utc;
  gint64 end_utc;
  gboolean pinned;
  char *state;        /* "planned", "started", "done", "missed", "skipped" */
  gint64 started_utc; /* since when its clock runs; 0: it does not */
  int actual_minutes; /* worked, less the stretch that runs; -1: unknown. See timer.h. */
  char *note;         /* "" for none */
  char *reason;       /* JSON */
  int sequence;
  gint64 created_utc;
  gint64 changed_utc;
} WayBlock;

void way_block_free (WayBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBlock, way_block_free)

/* (element-type WayBlock) those that meet [from_utc, to_utc), by start, then id. */
GPtrArray *way_schedule_load (WayStore *store, gint64 from_utc, gint64 to_utc, GError **error);

/* The block @id (transfer full), or %NULL with %WAY_ERROR_NOT_FOUND. */
WayBlock *way_schedule_load_one (WayStore *store, gint64 id, GError **error);

/* The first block of @kind that begins at or behind @from_utc and is still to be done (transfer full); %NULL
 * without @error: there is none. */
WayBlock *
way_schedule_next_of_kind (WayStore *store, WayBlockKind kind, gint64 from_utc, GError **error);

/* When the first block ends behind @from_utc begins; %G_MAXINT64: there is none. */
gint64 way_schedule_next (WayStore *store, gint64 from_utc, GError **error);

G_END_DECLS
