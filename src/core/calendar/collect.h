/* The plan's blocks, milestones and checklist items, and the days of offers, as entries of a calendar file: what the
 * exports share. */
#pragma once

#include "core/base/zone.h"
#include "core/calendar/export.h"
#include "core/calendar/writer.h"

G_BEGIN_DECLS

typedef struct
{
  const WayExportOptions *options;
  guint kinds;        /* of the options, those that the form holds */
  WayZone *zone;      /* of the plan */
  GPtrArray *entries; /* of WayCalendarEntry * */
  GStringChunk
      *strings; /* what the entries borrow, each text once: the blocks of a phase share most */
  /* The reviews of a guide are one event; not in UTC, where a rule moves with the seasons. */
  gboolean repeats;
  GPtrArray *reviews; /* those of each guide, on their way to a series */
  GPtrArray *series;  /* of WayCalendarSeries * */
  int counts[WAY_EXPORT_N_KINDS];
} WayExporter;

void way_exporter_clear (WayExporter *x);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayExporter, way_exporter_clear)

/* @text, or the same one, for as long as the exporter lives. Takes @text. */
const char *way_exporter_keep (WayExporter *x, char *text);

/* A new all-day entry of the kind with the bit at @kind, counted; %NULL when kind or day are not asked for. Done days of
 * to-dos are completed. @done_date: WAY_DATE_NONE: it is not done. */
WayCalendarEntry *way_exporter_add_day (WayExporter *x,
                                        guint kind,
                                        WayDate date,
                                        WayDate done_date,
                                        gint64 created_utc,
                                        gint64 changed_utc);

/* offer-days.c: the days to answer open offers by, and to look back on decisions. Of private scorecards they do not say
 * on what. */
gboolean way_exporter_add_offers (WayExporter *x, WayStore *store, GError **error);

/* Fills @x with what @options choose; they must outlive it. %WAY_ERROR_INVALID for a range that ends before
 * it begins. */
gboolean way_exporter_collect (WayExporter *x,
                               WayStore *store,
                               const WayExportOptions *options,
                               GError **error);

/* The UID of the block that a review's event says this time of; %NULL when it is none. The review is the event itself
 * where it is the only one. */
const char *way_exporter_find_review (const WayExporter *x, const char *uid, gint64 recurrence_utc);

/* A UID of its own for what has none in the store, the same in every export: a name-based UUID
 * (RFC 9562 section 5.5) in the place of the random ones (transfer full). */
char *way_exporter_named_uid (const char *kind, const char *name, const char *part);

/* The UID of all free/busy files of this database, whatever their range; no block can be told from it (transfer
 * full). */
char *way_exporter_free_busy_uid (WayStore *store, GError **error);

G_END_DECLS
