#include "core/calendar/worker-wire.h"

#include "core/base/error.h"
#include "core/calendar/private.h"

#include <string.h>

/* name, zone, from, to, all-day, own UIDs known, own UIDs, answered zones, memory, CPU time */
#define CALL_TYPE "(ssxxbbasa{ss}xx)"

/* done, code, message; name, VEVENTs, own; instances, their texts; skipped; times; own events */
#define ANSWER_TYPE "(bissiia(xxuuuu)aya(iss)a(issi)a(sxxxix))"
#define EVENTS_TYPE "(xxuuuu)"

/* An instance of fixed size: a GVariant of its own for each of its members would take most of the child's
 * memory. Its layout is that of EVENTS_TYPE. */
typedef struct
{
  gint64 start_utc;
  gint64 end_utc;
  guint32 uid; /* where it begins in the texts, which end with NUL each */
  guint32 title;
  guint32 all_day;
  guint32 padding;
} WireEvent;

void
way_worker_call_clear (WayWorkerCall *call)
{
  g_free (call->name);
  g_free (call->zone);
  g_clear_pointer (&call->own_uids, g_hash_table_unref);
  g_clear_pointer (&call->zones, g_hash_table_unref);
}

static GBytes *
to_bytes (GVariant *floating)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (floating);

  return g_variant_get_data_as_bytes (variant);
}

GBytes *
way_worker_call_write (const char *name,
                       const WayCalendarReadOptions *options,
                       gint64 memory_bytes,
                       gint64 cpu_s)
{
  GVariantBuilder uids, zones;
  GHashTableIter iter;
  gpointer tzid, zone;

  g_variant_builder_init (&zones, G_VARIANT_TYPE ("a{ss}"));
  if (options->zones != NULL)
    {
      g_hash_table_iter_init (&iter, options->zones);
      while (g_hash_table_iter_next (&iter, &tzid, &zone))
        g_variant_builder_add (&zones, "{ss}", tzid, zone);
    }
  g_variant_builder_init (&uids, G_VARIANT_TYPE ("as"));
  if (options->own_uids != NULL)
    {
      gpointer uid;
      g_hash_table_iter_init (&iter, options->own_uids);
      while (g_hash_table_iter_next (&iter, &uid, NULL))
        g_variant_builder_add (&uids, "s", uid);
    }
  return to_bytes (g_variant_new (CALL_TYPE, name, options->zone, options->from_utc,
                                  options->to_utc, options->all_day_busy, options->own_uids != NULL,
                                  &uids, &zones, memory_bytes, cpu_s));
}

gboolean
way_worker_call_read (GBytes *bytes, WayWorkerCall *call)
{
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (CALL_TYPE), bytes, FALSE));
  g_autoptr (GVariantIter) uids = NULL;
  g_autoptr (GVariantIter) zones = NULL;
  gboolean knows_own = FALSE;
  const char *uid, *tzid, *zone;

  if (!g_variant_is_normal_form (variant))
    return FALSE;
  g_variant_get (variant, CALL_TYPE, &call->name, &call->zone, &call->options.from_utc,
                 &call->options.to_utc, &call->options.all_day_busy, &knows_own, &uids, &zones,
                 &call->memory_bytes, &call->cpu_s);
  if (knows_own)
    call->own_uids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (knows_own && g_variant_iter_next (uids, "&s", &uid))
    g_hash_table_add (call->own_uids, g_strdup (uid));
  call->zones = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (g_variant_iter_next (zones, "{&s&s}", &tzid, &zone))
    g_hash_table_insert (call->zones, g_strdup (tzid), g_strdup (zone));
  call->options.zones = call->zones;
  call->options.zone = call->zone;
  call->options.own_uids = call->own_uids;
  return TRUE;
}

static guint32
put_text (GByteArray *texts, const char *text)
{
  guint32 at = texts->len;

  g_byte_array_append (texts, (const guint8 *) text, (guint) strlen (text) + 1);
  return at;
}

/* A series repeats its texts. */
static GVariant *
write_events (const GPtrArray *events, GByteArray *texts)
{
  g_autoptr (GArray) wire = g_array_sized_new (FALSE, TRUE, sizeof (WireEvent), events->len);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < events->len; i++)
    {
      const WayCalendarEvent *it = g_ptr_array_index (events, i);
      const char *strings[] = { it->uid, it->title };
      guint32 at[2];
      for (int k = 0; k < 2; k++)
        {
          gpointer where;
          if (!g_hash_table_lookup_extended (known, strings[k], NULL, &where))
            {
              where = GUINT_TO_POINTER (put_text (texts, strings[k]));
              g_hash_table_insert (known, (gpointer) strings[k], where);
            }
          at[k] = GPOINTER_TO_UINT (where);
        }
      WireEvent event = { it->start_utc, it->end_utc, at[0], at[1], (guint32) it->all_day, 0 };
      g_array_append_val (wire, event);
    }
  return g_variant_new_fixed_array (G_VARIANT_TYPE (EVENTS_TYPE), wire->data, wire->len,
                                    sizeof (WireEvent));
}

static GVariant *
write_times (const GPtrArray *times)
{
  GVariantBuilder b;

  g_variant_builder_init (&b, G_VARIANT_TYPE ("a(issi)"));
  for (guint i = 0; i < times->len; i++)
    {
      const WayCalendarTimes *it = g_ptr_array_index (times, i);
      g_variant_builder_add (&b, "(issi)", it->kind, it->tzid, it->zone, it->n_events);
    }
  return g_variant_builder_end (&b);
}

static GVariant *
write_own (const GPtrArray *own)
{
  GVariantBuilder b;

  g_variant_builder_init (&b, G_VARIANT_TYPE ("a(sxxxix)"));
  for (guint i = 0; i < own->len; i++)
    {
      const WayCalendarOwn *it = g_ptr_array_index (own, i);
      g_variant_builder_add (&b, "(sxxxix)", it->uid, it->recurrence_utc, it->start_utc,
                             it->end_utc, it->sequence, it->modified_utc);
    }
  return g_variant_builder_end (&b);
}

static GBytes *
write_content (const WayCalendarContent *content)
{
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  GVariantBuilder skipped;

  g_variant_builder_init (&skipped, G_VARIANT_TYPE ("a(iss)"));
  for (guint i = 0; i < content->skipped->len; i++)
    {
      const WayCalendarSkip *it = g_ptr_array_index (content->skipped, i);
      g_variant_builder_add (&skipped, "(iss)", it->line, it->uid, it->reason);
    }
  GVariant *events = write_events (content->events, texts);
  GVariant *text =
      g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, texts->data, texts->len, sizeof (guint8));
  return to_bytes (g_variant_new ("(bissii@a(xxuuuu)@aya(iss)@a(issi)@a(sxxxix))", TRUE, 0, "",
                                  content->name, content->n_events, content->n_own, events, text,
                                  &skipped, write_times (content->times),
                                  write_own (content->own)));
}

GBytes *
way_worker_answer_write (const WayCalendarContent *content, const GError *error)
{
  if (content != NULL)
    return write_content (content);
  return to_bytes (g_variant_new (ANSWER_TYPE, FALSE, error->code, error->message, "", 0, 0, NULL,
                                  NULL, NULL, NULL, NULL));
}

/* Every text inside, ended, and UTF-8; every instance of some length. */
static gboolean
read_events (GVariant *events, GVariant *text, GPtrArray *into)
{
  gsize n_events, n_bytes;
  const WireEvent *wire = g_variant_get_fixed_array (events, &n_events, sizeof (WireEvent));
  const char *texts = g_variant_get_fixed_array (text, &n_bytes, 1);

  if (n_events > 0 && (n_bytes == 0 || texts[n_bytes - 1] != '\0'))
    return FALSE;
  for (gsize i = 0; i < n_events; i++)
    {
      const WireEvent *it = wire + i;
      if (it->uid >= n_bytes || it->title >= n_bytes || it->start_utc > it->end_utc ||
          !g_utf8_validate (texts + it->uid, -1, NULL) ||
          !g_utf8_validate (texts + it->title, -1, NULL))
        return FALSE;
      WayCalendarEvent *event = g_new0 (WayCalendarEvent, 1);
      event->uid = g_strdup (texts + it->uid);
      event->title = g_strdup (texts + it->title);
      event->start_utc = it->start_utc;
      event->end_utc = it->end_utc;
      event->all_day = it->all_day != 0;
      g_ptr_array_add (into, event);
    }
  return TRUE;
}

static void
read_own (GVariant *answer, GPtrArray *into)
{
  GVariantIter iter;
  WayCalendarOwn it;
  const char *uid;

  g_variant_iter_init (&iter, answer);
  while (g_variant_iter_next (&iter, "(&sxxxix)", &uid, &it.recurrence_utc, &it.start_utc,
                              &it.end_utc, &it.sequence, &it.modified_utc))
    {
      WayCalendarOwn *own = g_memdup2 (&it, sizeof it);
      own->uid = g_strdup (uid);
      g_ptr_array_add (into, own);
    }
}

/* %FALSE for a kind that does not exist. */
static gboolean
read_times (GVariant *answer, WayCalendarContent *content)
{
  GVariantIter iter;
  const char *tzid, *zone;
  int kind, n_events;

  g_variant_iter_init (&iter, answer);
  while (g_variant_iter_next (&iter, "(i&s&si)", &kind, &tzid, &zone, &n_events))
    {
      if (kind < WAY_TIMES_IN_UTC || kind > WAY_TIMES_ALL_DAY)
        return FALSE;
      way_calendar_add_times (content, (WayTimesKind) kind, tzid, zone, n_events);
    }
  return TRUE;
}

static gboolean
read_reports (GVariant *answer, WayCalendarContent *content)
{
  g_autoptr (GVariant) skipped = g_variant_get_child_value (answer, 8);
  g_autoptr (GVariant) times = g_variant_get_child_value (answer, 9);
  g_autoptr (GVariant) own = g_variant_get_child_value (answer, 10);
  GVariantIter iter;
  const char *uid, *text;
  int line;

  g_variant_iter_init (&iter, skipped);
  while (g_variant_iter_next (&iter, "(i&s&s)", &line, &uid, &text))
    way_calendar_skip (content->skipped, line, uid, g_strdup (text));
  read_own (own, content->own);
  return read_times (times, content);
}

WayCalendarContent *
way_worker_answer_read (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) answer =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANSWER_TYPE), bytes, FALSE));
  g_autoptr (WayCalendarContent) content = way_calendar_content_new ();
  gboolean done;
  int code;
  const char *message, *name;

  if (!g_variant_is_normal_form (answer))
    return NULL;
  g_autoptr (GVariant) events = g_variant_get_child_value (answer, 6);
  g_autoptr (GVariant) text = g_variant_get_child_value (answer, 7);
  g_variant_get_child (answer, 0, "b", &done);
  g_variant_get_child (answer, 1, "i", &code);
  g_variant_get_child (answer, 2, "&s", &message);
  g_variant_get_child (answer, 3, "&s", &name);
  g_variant_get_child (answer, 4, "i", &content->n_events);
  g_variant_get_child (answer, 5, "i", &content->n_own);
  if (!done)
    {
      g_set_error_literal (error, WAY_ERROR, code, message);
      return NULL;
    }
  if (!read_events (events, text, content->events))
    return NULL;
  g_free (content->name);
  content->name = g_strdup (name);
  return read_reports (answer, content) ? g_steal_pointer (&content) : NULL;
}
