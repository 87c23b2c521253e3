/* What puts a finding right in one step. */
#pragma once

#include "core/planner/settings.h"

G_BEGIN_DECLS

#define WAY_REMEDY_DAYS 14

/* Puts a block of @kind for the guide into the first free hours that the availability map has for it within
 * %WAY_REMEDY_DAYS of @now_utc, preferred ones first, as one action ("Plan Mock Interview", "Plan Review"). It is
 * pinned, as all that is put somewhere by hand. %WAY_ERROR_NO_ROOM. @block_id: (out) (optional) */
gboolean way_remedy_plan_block (WayStore *store,
                                gint64 guide_id,
                                WayBlockKind kind,
                                gint64 now_utc,
                                gint64 *block_id,
                                GError **error);

G_END_DECLS
