/* The plan's blocks, milestones and checklist items, and the days of offers, as entries of a calendar file: what the
 * exports share. */
#pragma once

#include "core/calendar/exporter.h"

G_BEGIN_DECLS

/* Fills @x with what @options choose; they must outlive it. %WAY_ERROR_INVALID for a range that ends before
 * it begins. */
gboolean way_exporter_collect (WayExporter *x,
                               WayStore *store,
                               const WayExportOptions *options,
                               GError **error);

/* The UID of the block that a review's event says this time of; %NULL when it is none. The review is the event itself
 * where it is the only one. */
const char *way_exporter_find_review (const WayExporter *x, const char *uid, gint64 recurrence_utc);

/* The UID of all free/busy files of this database, whatever their range; no block can be told from it (transfer
 * full). */
char *way_exporter_free_busy_uid (WayStore *store, GError **error);

G_END_DECLS
