/* Content lines out (RFC 5545 section 3.1): what the writers of events and of free/busy time share.
 * Names and parameters are ours and go out as they are; text is escaped here, and only here. */
#pragma once

#include "core/base/date.h"
#include "core/base/zone.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* A line, folded at 75 octets, never inside a character. */
void way_lines_put (GString *out, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A TEXT property of at most @limit characters; nothing when @text is empty. @one_line: line breaks
 * become spaces. */
void way_lines_put_text (GString *out,
                         const char *name,
                         const char *text,
                         glong limit,
                         gboolean one_line);

/* @words are separated by commas, which RFC 5545 3.8.1.2 wants unescaped between them. */
void way_lines_put_categories (GString *out, const char *words);

/* "NAME:20270104T080000Z" */
void way_lines_put_utc (GString *out, const char *name, gint64 utc);

/* "NAME;TZID=Europe/Berlin:20270104T090000" */
void way_lines_put_local (GString *out, const char *name, gint64 utc, WayZone *zone);

/* "NAME;VALUE=DATE:20270104" */
void way_lines_put_date (GString *out, const char *name, WayDate date);

/* "20270104T080000" at @utc plus @offset seconds (transfer full). */
char *way_lines_clock (gint64 utc, int offset);

/* BEGIN:VCALENDAR and what every file of ours begins with. */
void way_lines_begin_calendar (GString *out);

/* Reads the finished file back: @n components of @kind, nothing that libical could not understand,
 * every line ended and short enough, no vendor's prefix in a TZID. */
gboolean way_lines_check (const GString *out, icalcomponent_kind kind, guint n, GError **error);

G_END_DECLS
