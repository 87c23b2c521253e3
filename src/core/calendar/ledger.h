/* What calendar files were sent: so that a change raises SEQUENCE (RFC 5545 3.8.7.4) also where an undo took
 * the block back to an older one, a block that is gone is sent once more as cancelled, and a file that
 * somebody else changed is noticed. */
#pragma once

#include "core/calendar/collect.h"

G_BEGIN_DECLS

/* How a file is found before it is written again. */
typedef enum
{
  WAY_TARGET_NEW,    /* never written by us */
  WAY_TARGET_KNOWN,  /* as we left it */
  WAY_TARGET_EDITED, /* somebody else wrote to it since */
  WAY_TARGET_LOST,   /* it is gone */
} WayTargetState;

typedef struct _WayLedger WayLedger;

/* The ledger of the file at @path, absolute (transfer full). */
WayLedger *way_ledger_load (WayStore *store, const char *path, WayExportForm form, GError **error);
void way_ledger_free (WayLedger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLedger, way_ledger_free)

WayTargetState way_ledger_get_state (const WayLedger *self);

/* When the file was first written as it is, in UTC; 0: never. */
gint64 way_ledger_get_sent_utc (const WayLedger *self);

/* Gives every entry of @x the sequence and the stamp of the newest revision in any file when it still says
 * the same, and those of the next one when it does not. */
gboolean way_ledger_revise (WayExporter *x, WayStore *store, GError **error);

typedef enum
{
  WAY_SENT_NEVER,
  WAY_SENT_OLDER, /* it has changed since */
  WAY_SENT_SAME,
} WaySent;

WaySent way_ledger_find (const WayLedger *self, const WayCalendarEntry *entry);

/* Adds to @x the cancellations of what the file was sent and @uids, those of the whole plan, do not have.
 * They are sent for 30 days; @only_new: those not sent yet. How many went to @x. */
int way_ledger_add_cancelled (WayLedger *self,
                              WayExporter *x,
                              GHashTable *uids,
                              gboolean only_new,
                              gint64 now_utc);

/* Whether the file holds just @bytes. */
gboolean way_ledger_is_now (const WayLedger *self, GBytes *bytes);

/* Stores that the file was sent @x and is now @bytes; between way_store_begin_record() and its end. */
gboolean
way_ledger_record (WayLedger *self, WayExporter *x, GBytes *bytes, gint64 now_utc, GError **error);

G_END_DECLS
