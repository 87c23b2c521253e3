/* Entries of a calendar file in the making: what all that is exported has in common. */
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

/* Whether the day is asked for. */
gboolean way_exporter_in_range (const WayExporter *x, WayDate date);

/* The position of the bit of a kind of block, by its word in the store. */
guint way_exporter_kind (const char *word);

/* A new entry of the kind with the bit at @kind at the end of @entries, which own it. */
WayCalendarEntry *way_exporter_add_entry (GPtrArray *entries, guint kind);

/* "learning,Core": a category is one word, whatever is in the title @phase; "": there is no phase. */
const char *way_exporter_categorise (WayExporter *x, guint kind, const char *phase);

/* A new all-day entry of the kind with the bit at @kind, counted; %NULL when kind or day are not asked for. Done days of
 * to-dos are completed. @done_date: WAY_DATE_NONE: it is not done. */
WayCalendarEntry *way_exporter_add_day (WayExporter *x,
                                        guint kind,
                                        WayDate date,
                                        WayDate done_date,
                                        gint64 created_utc,
                                        gint64 changed_utc);

/* A UID of its own for what has none in the store, the same in every export: a name-based UUID
 * (RFC 9562 section 5.5) in the place of the random ones (transfer full). */
char *way_exporter_named_uid (const char *kind, const char *name, const char *part);

G_END_DECLS
