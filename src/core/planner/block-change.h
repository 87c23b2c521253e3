/* What a person does with single blocks: put one somewhere, move it, pin it, take it away. Each is one action.
 *
 * Who puts a block somewhere by hand wants it there: it is pinned, so that planning again leaves it. */
#pragma once

#include "core/planner/schedule.h"

G_BEGIN_DECLS

/* A block may be from five minutes to a day long. */
#define WAY_LEAST_BLOCK_MINUTES 5
#define WAY_MOST_BLOCK_MINUTES  1440

/* What a block is for: a phase of a guide, a gap action, or a guide alone. */
typedef struct
{
  gint64 guide_id;
  gint64 phase_id;    /* 0: none */
  gint64 gap_work_id; /* 0: none */
  char *title;        /* of the phase, of the skill and the gap action, or of the guide */
  char *guide_title;
} WayBlockPurpose;

void way_block_purpose_free (WayBlockPurpose *purpose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayBlockPurpose, way_block_purpose_free)

/* Whether @block is for @purpose. */
gboolean way_block_is_for (const WayBlock *block, const WayBlockPurpose *purpose);

/* Whether it is a guide alone. */
gboolean way_block_purpose_is_guide (const WayBlockPurpose *purpose);

/* (element-type WayBlockPurpose) what blocks of the plan can be for: the phases of each followed guide in order, each
 * guide before its phases, its gap actions behind them (transfer full). */
GPtrArray *way_block_purposes (WayStore *store, GError **error);

/* What study at @start_utc would be for: the phase of the study block before it, or the first one of the plan
 * (transfer full). %WAY_ERROR_NOT_FOUND without a plan. */
WayBlockPurpose *way_block_purpose_at (WayStore *store, gint64 start_utc, GError **error);

/* "Add Block". @title: "" takes that of the purpose. @block_id: (out) (optional) */
gboolean way_block_add (WayStore *store,
                        WayBlockKind kind,
                        const WayBlockPurpose *purpose,
                        const char *title,
                        gint64 start_utc,
                        gint64 end_utc,
                        gint64 now_utc,
                        gint64 *block_id,
                        GError **error);

/* "Move Block"; one that was missed or skipped is open again when it lies ahead now. */
gboolean way_block_move (WayStore *store,
                         gint64 block_id,
                         gint64 start_utc,
                         gint64 end_utc,
                         gint64 now_utc,
                         GError **error);

/* "Change Block": all of it at once. */
gboolean way_block_change (WayStore *store,
                           gint64 block_id,
                           WayBlockKind kind,
                           const WayBlockPurpose *purpose,
                           const char *title,
                           gint64 start_utc,
                           gint64 end_utc,
                           gint64 now_utc,
                           GError **error);

/* "Change Note": what the person wrote down about the block, "" for nothing. It moves and pins nothing. */
gboolean way_block_set_note (WayStore *store,
                             gint64 block_id,
                             const char *note,
                             gint64 now_utc,
                             GError **error);

/* "Pin Block", "Unpin Block" */
gboolean way_block_set_pinned (WayStore *store,
                               gint64 block_id,
                               gboolean pinned,
                               gint64 now_utc,
                               GError **error);

/* "Remove Block" */
gboolean way_block_remove (WayStore *store, gint64 block_id, gint64 now_utc, GError **error);

/* "planned" ⇄ "done" and the other states, as one action. A clock that runs is stopped, and what it has counted
 * is kept. */
gboolean way_block_set_state (WayStore *store,
                              gint64 block_id,
                              const char *state,
                              gint64 now_utc,
                              GError **error);

/* The title of what [start_utc, end_utc) would overlap, busy time first, but for @block_id; %NULL: nothing
 * (transfer full). */
char *way_block_overlap (WayStore *store, gint64 block_id, gint64 start_utc, gint64 end_utc);

G_END_DECLS
