/* Health of the data: the file, its rows, and what is beside it. */
#pragma once

#include "core/store/finding.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* (element-type WayFinding) in a fixed order. Writes nothing. */
GPtrArray *way_store_examine (WayStore *self, gint64 now_utc, GError **error);

/**
 * way_store_repair:
 *
 * Repairs what is safe to repair, after a backup: rows in one action, which can be undone; triggers, permissions and the
 * files in backups/ outside of it. What a person typed is never deleted: what refers to something that is gone gets a
 * place again, files are renamed.
 *
 * Returns: (element-type utf8) (transfer full): what was done, a sentence each; empty when there was nothing to do
 */
GPtrArray *way_store_repair (WayStore *self, gint64 now_utc, GError **error);

G_END_DECLS
