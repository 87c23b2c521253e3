/* Any bytes through the calendar reader: an answer that keeps its promises, or a message. Clang's
 * libFuzzer runs it (tools/fuzz); in the ordinary build run-once.c does. */
#include "core/base/error.h"
#include "core/calendar/reader.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define FROM_UTC G_GINT64_CONSTANT (1767225600) /* 2026-01-01T00:00:00Z */
#define TO_UTC   G_GINT64_CONSTANT (1830297600) /* 2028-01-01T00:00:00Z */

/* As in g_assert_true(), but not compiled out and without GTest's output. */
#define PROMISE(expression)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (!(expression))                                                                             \
      g_error ("%s:%d: broken: %s", __FILE__, __LINE__, #expression);                              \
  }                                                                                                \
  G_STMT_END

static void
check_events (const WayCalendarContent *content)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < content->events->len; i++)
    {
      const WayCalendarEvent *it = g_ptr_array_index (content->events, i);
      PROMISE (it->start_utc >= last);
      PROMISE (it->start_utc < it->end_utc);
      PROMISE (it->start_utc < TO_UTC && it->end_utc > FROM_UTC);
      PROMISE (g_utf8_validate (it->uid, -1, NULL));
      PROMISE (g_utf8_validate (it->title, -1, NULL));
      PROMISE (!g_str_equal (it->uid, "own@waymark"));
      last = it->start_utc;
    }
}

static void
check_busy (const WayCalendarContent *content)
{
  g_autoptr (GArray) busy = way_calendar_content_busy (content, FROM_UTC, TO_UTC);

  PROMISE ((busy->len == 0) == (content->events->len == 0));
  for (guint i = 0; i < busy->len; i++)
    {
      const WayInterval *it = &g_array_index (busy, WayInterval, i);
      PROMISE (FROM_UTC <= it->start_utc && it->start_utc < it->end_utc && it->end_utc <= TO_UTC);
      PROMISE (i == 0 || it[-1].end_utc < it->start_utc);
    }
}

static void
check_report (const WayCalendarContent *content)
{
  PROMISE (g_utf8_validate (content->name, -1, NULL));
  PROMISE (content->n_events >= 0 && content->n_own >= 0 && content->n_own <= content->n_events);
  for (guint i = 0; i < content->skipped->len; i++)
    {
      const WayCalendarSkip *it = g_ptr_array_index (content->skipped, i);
      PROMISE (it->line >= 0);
      PROMISE (g_utf8_validate (it->uid, -1, NULL));
      PROMISE (*it->reason != '\0' && g_utf8_validate (it->reason, -1, NULL));
    }
  for (guint i = 0; i < content->times->len; i++)
    {
      const WayCalendarTimes *it = g_ptr_array_index (content->times, i);
      PROMISE (it->n_events >= 0 && it->n_events <= content->n_events);
      PROMISE (g_utf8_validate (it->tzid, -1, NULL) && g_utf8_validate (it->zone, -1, NULL));
    }
  for (guint i = 0; i < content->own->len; i++)
    {
      const WayCalendarOwn *it = g_ptr_array_index (content->own, i);
      PROMISE (it->start_utc <= it->end_utc && it->sequence >= 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static GHashTable *own;
  g_autoptr (GError) error = NULL;

  if (own == NULL)
    {
      own = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_add (own, (gpointer) "own@waymark");
    }
  const WayCalendarReadOptions options = { .zone = "Europe/Berlin",
                                           .from_utc = FROM_UTC,
                                           .to_utc = TO_UTC,
                                           .all_day_busy = TRUE,
                                           .own_uids = own };
  g_autoptr (WayCalendarContent) content =
      way_calendar_read ((const char *) data, size, "fuzz.ics", &options, &error);

  PROMISE ((content == NULL) == (error != NULL));
  if (content == NULL)
    {
      PROMISE (error->domain == WAY_ERROR && g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  check_events (content);
  check_busy (content);
  check_report (content);
  return 0;
}
