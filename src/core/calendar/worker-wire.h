/* What goes between a program and its reading child: one GVariant each way. The child is not trusted, for
 * the file may have taken it over: its answer is checked like any input. */
#pragma once

#include "core/calendar/reader.h"

G_BEGIN_DECLS

/* A question, which the child reads with the file behind it. */
typedef struct
{
  char *name;
  char *zone;
  WayCalendarReadOptions options; /* what it points to is in here */
  GHashTable *own_uids;
  GHashTable *zones;
  gint64 memory_bytes;
  gint64 cpu_s;
} WayWorkerCall;

void way_worker_call_clear (WayWorkerCall *call);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayWorkerCall, way_worker_call_clear)

/* (transfer full) */
GBytes *way_worker_call_write (const char *name,
                               const WayCalendarReadOptions *options,
                               gint64 memory_bytes,
                               gint64 cpu_s);

/* %FALSE when @bytes is none. @call is all zeros before. */
gboolean way_worker_call_read (GBytes *bytes, WayWorkerCall *call);

/* The answer to it: @content, or @error when there is none (transfer full). */
GBytes *way_worker_answer_write (const WayCalendarContent *content, const GError *error);

/* The content (transfer full), or the error that the child had. %NULL without an @error: no answer. */
WayCalendarContent *way_worker_answer_read (GBytes *bytes, GError **error);

G_END_DECLS
