#include "core/calendar/export.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/calendar/free-busy.h"
#include "core/calendar/writer.h"
#include "core/roadmap/roadmap.h"
#include "core/store/statement.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const WayExportOptions *options;
  guint kinds; /* of the options, those that the form holds */
  WayZone *zone;
  GPtrArray *entries; /* of WayCalendarEntry * */
  GPtrArray *strings; /* what the entries borrow */
  int counts[WAY_EXPORT_N_KINDS];
} Exporter;

static void
exporter_clear (Exporter *x)
{
  g_clear_pointer (&x->zone, way_zone_free);
  g_clear_pointer (&x->entries, g_ptr_array_unref);
  g_clear_pointer (&x->strings, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Exporter, exporter_clear)

static const char *
keep (Exporter *x, char *text)
{
  g_ptr_array_add (x->strings, text);
  return text;
}

static gboolean
in_range (const Exporter *x, WayDate date)
{
  return (x->options->from_date == WAY_DATE_NONE || date >= x->options->from_date) &&
         (x->options->to_date == WAY_DATE_NONE || date <= x->options->to_date);
}

/* An event belongs to the day on which it starts; free/busy time tells of every minute in the range. */
static gboolean
block_in_range (const Exporter *x, gint64 start_utc, gint64 end_utc)
{
  WayDate first = way_zone_to_local (x->zone, start_utc, NULL);
  WayDate last = way_zone_to_local (x->zone, end_utc - 1, NULL);

  if (x->options->form != WAY_EXPORT_AS_FREE_BUSY)
    return in_range (x, first);
  return (x->options->from_date == WAY_DATE_NONE || last >= x->options->from_date) &&
         (x->options->to_date == WAY_DATE_NONE || first <= x->options->to_date);
}

/* By the position of the kind's bit: the word in the store, the category, the colour and the alarms in
 * minutes. */
static const struct
{
  const char *word;
  const char *category;
  const char *color; /* CSS3, the nearest to the kind's colour in the window */
  gboolean is_private;
  int alarms[2];
} kinds[WAY_EXPORT_N_KINDS] = {
  { "study", "learning", "royalblue", FALSE, { 10, 0 } },
  { "mock", "mock interview", "mediumpurple", TRUE, { 1440, 30 } },
  { "drill", "drill", "teal", FALSE, { 5, 0 } },
  { "review", "review", "darkorange", TRUE, { 30, 0 } },
  { "", "milestone", "seagreen", FALSE, { 0, 0 } },
  { "", "checklist", "seagreen", FALSE, { 0, 0 } },
};

/* The columns of add_blocks(). */
enum
{
  UID,
  KIND,
  TITLE,
  START,
  END,
  SEQUENCE,
  CREATED,
  CHANGED,
  PHASE_TITLE,
  ACTIVITIES,
  EXIT_CRITERIA,
  EMPHASIS,
  GUIDE,
  PHASE_KEY,
  QUESTIONS,
};

static void
append_part (GString *text, const char *format, const char *part)
{
  if (*part == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append_printf (text, format, part);
}

/* What to do in a block: the phase's activities, when the phase is over, the questions to practise. */
static char *
describe (WayStatement *s, guint kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, "%s", way_statement_text (s, ACTIVITIES));
  append_part (text, _ ("Done when: %s"), way_statement_text (s, EXIT_CRITERIA));
  append_part (text, _ ("Emphasis for your role: %s"), way_statement_text (s, EMPHASIS));
  append_part (text, _ ("Answer aloud, against a timer:\n%s"), way_statement_text (s, QUESTIONS));
  if (kind == WAY_EXPORT_REVIEW)
    append_part (text, "%s",
                 _ ("Compare what was planned with what was done, bring what you wrote up to date, "
                    "and plan again."));
  return g_strdup (text->str);
}

/* A UID of its own for what has none in the store, the same in every export: a name-based UUID
 * (RFC 9562 section 5.5) in the place of the random ones. */
static char *
named_uid (const char *kind, const char *name, const char *part)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize length = sizeof d;

  /* With the zero bytes between them, no two lists of words are the same name. */
  g_checksum_update (sum, (const guchar *) kind, (gssize) strlen (kind) + 1);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name) + 1);
  g_checksum_update (sum, (const guchar *) part, (gssize) strlen (part) + 1);
  g_checksum_get_digest (sum, d, &length);
  d[6] = (guint8) ((d[6] & 0x0f) | 0x50);
  d[8] = (guint8) ((d[8] & 0x3f) | 0x80);
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10], d[11],
                          d[12], d[13], d[14], d[15]);
}

/* "learning,Core": a category is one word, whatever is in the phase's title. */
static const char *
categorise (Exporter *x, guint k, const char *phase)
{
  if (*phase == '\0')
    return kinds[k].category;
  g_autofree char *word = g_strdelimit (g_strdup (phase), ",", ' ');
  return keep (x, g_strdup_printf ("%s,%s", kinds[k].category, word));
}

static WayCalendarEntry *
add_entry (Exporter *x, guint k)
{
  WayCalendarEntry *entry = g_new0 (WayCalendarEntry, 1);

  g_ptr_array_add (x->entries, entry);
  x->counts[k]++;
  entry->color = kinds[k].color;
  entry->is_private = kinds[k].is_private;
  memcpy (entry->alarm_minutes, kinds[k].alarms, sizeof entry->alarm_minutes);
  return entry;
}

static void
add_block (Exporter *x, WayStatement *s)
{
  const char *phase = way_statement_text (s, PHASE_TITLE);
  gint64 start = way_statement_int (s, START), end = way_statement_int (s, END);
  guint k = 0;

  while (k < 3 && !g_str_equal (kinds[k].word, way_statement_text (s, KIND)))
    k++;
  if (!(x->kinds & 1u << k) || !block_in_range (x, start, end))
    return;
  WayCalendarEntry *entry = add_entry (x, k);
  entry->uid = keep (x, g_strdup (way_statement_text (s, UID)));
  entry->summary = keep (x, g_strdup (way_statement_text (s, TITLE)));
  entry->start_utc = start;
  entry->end_utc = end;
  entry->sequence = (int) way_statement_int (s, SEQUENCE);
  entry->created_utc = way_statement_int (s, CREATED);
  entry->changed_utc = way_statement_int (s, CHANGED);
  entry->description = keep (x, describe (s, 1u << k));
  entry->categories = categorise (x, k, phase);
  if (*phase != '\0')
    entry->related_to = keep (
        x, named_uid ("phase", way_statement_text (s, GUIDE), way_statement_text (s, PHASE_KEY)));
  entry->busy = TRUE;
}

static gboolean
add_blocks (Exporter *x, WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT b.uid, b.kind, b.title, b.start_utc, b.end_utc, b.sequence, b.created_utc, "
             "b.changed_utc, p.title, p.activities, p.exit_criteria, r.detail, g.slug, p.key, "
             "CASE WHEN b.kind IN ('drill', 'mock') THEN (SELECT group_concat (title, char (10)) "
             "FROM (SELECT title FROM guide_item q WHERE q.guide_id = b.guide_id "
             "AND q.kind = 'question' ORDER BY position)) END "
             "FROM block b JOIN guide g ON g.id = b.guide_id "
             "LEFT JOIN phase p ON p.id = b.phase_id LEFT JOIN plan ON plan.role <> '' "
             "LEFT JOIN guide_item r ON r.guide_id = b.guide_id AND r.kind = 'role-emphasis' "
             "AND r.key = plan.role AND b.kind = 'study' "
             "WHERE b.state NOT IN ('missed', 'skipped') ORDER BY b.start_utc, b.id");

  while (way_statement_step (s))
    add_block (x, s);
  return way_statement_finish (s, error);
}

/* The last change of a block that the dated range depends on, and with it every due date by rule; 0
 * without one. */
static gboolean
find_last_change (WayStore *store, gint64 *changed_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT max (b.changed_utc) FROM block b JOIN phase p ON p.id = b.phase_id "
             "WHERE NOT p.ongoing AND b.kind = 'study'");

  while (way_statement_step (s))
    *changed_utc = way_statement_int (s, 0);
  return way_statement_finish (s, error);
}

static gboolean
add_points (Exporter *x, WayStore *store, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, error);
  gint64 changed_utc = 0;

  if (roadmap == NULL || !find_last_change (store, &changed_utc, error))
    return FALSE;
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      guint k = point->checklist ? 5 : 4;
      if (!(x->kinds & 1u << k) || !in_range (x, point->due_date))
        continue;
      WayCalendarEntry *entry = add_entry (x, k);
      entry->uid = keep (x, g_strdup (point->uid));
      entry->summary = keep (x, g_strdup (point->title));
      entry->description = keep (x, g_strdup_printf (_ ("Due %s"), point->due_rule));
      entry->categories = kinds[k].category;
      entry->all_day = TRUE;
      entry->date = point->due_date;
      entry->created_utc = point->created_utc;
      entry->changed_utc = MAX (point->created_utc, changed_utc);
      if (x->options->form == WAY_EXPORT_AS_TODOS && point->done_date != WAY_DATE_NONE)
        {
          entry->completed_utc = way_zone_to_utc (x->zone, point->done_date, 0);
          entry->changed_utc = MAX (entry->changed_utc, entry->completed_utc);
        }
    }
  return TRUE;
}

/* The plan's zone; UTC when there is no plan. */
static WayZone *
plan_zone (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT zone FROM plan");
  const char *id = way_statement_step (s) ? way_statement_text (s, 0) : "UTC";

  return way_zone_new (id, error);
}

/* Fills the exporter; %WAY_ERROR_INVALID for a range that ends before it begins. */
static gboolean
collect (Exporter *x, WayStore *store, const WayExportOptions *options, GError **error)
{
  static const guint held[] = { WAY_EXPORT_ALL, WAY_EXPORT_POINTS, WAY_EXPORT_BLOCKS };

  if (options->from_date != WAY_DATE_NONE && options->to_date != WAY_DATE_NONE &&
      options->from_date > options->to_date)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("The last day to export is before the first."));
      return FALSE;
    }
  x->options = options;
  x->kinds = options->kinds & held[options->form];
  x->entries = g_ptr_array_new_with_free_func (g_free);
  x->strings = g_ptr_array_new_with_free_func (g_free);
  x->zone = plan_zone (store, error);
  return x->zone != NULL && ((x->kinds & WAY_EXPORT_BLOCKS) == 0 || add_blocks (x, store, error)) &&
         ((x->kinds & WAY_EXPORT_POINTS) == 0 || add_points (x, store, error));
}

/* Of all free/busy files of a plan, whatever their range; it outlives all but the oldest block, whose UID
 * cannot be told from it. */
static char *
free_busy_uid (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT uid FROM block ORDER BY id LIMIT 1");
  g_autofree char *uid = NULL;

  while (way_statement_step (s))
    uid = named_uid ("free-busy", way_statement_text (s, 0), "");
  return way_statement_finish (s, error) ? g_steal_pointer (&uid) : NULL;
}

/* From the first day asked for, or that of the first block, to the end of the last. */
static GBytes *
write_free_busy (const Exporter *x, WayStore *store, int *n_entries, GError **error)
{
  g_autoptr (GArray) busy = way_interval_set_new ();
  g_autofree char *uid = free_busy_uid (store, error);
  WayFreeBusy free_busy = { .uid = uid, .busy = busy };

  if (uid == NULL)
    return NULL;
  for (guint i = 0; i < x->entries->len; i++)
    {
      const WayCalendarEntry *entry = g_ptr_array_index (x->entries, i);
      way_interval_set_add (busy, entry->start_utc, entry->end_utc);
      free_busy.changed_utc = MAX (free_busy.changed_utc, entry->changed_utc);
    }
  way_interval_set_normalize (busy);
  WayDate from = x->options->from_date, to = x->options->to_date;
  if (from == WAY_DATE_NONE)
    from = way_zone_to_local (x->zone, g_array_index (busy, WayInterval, 0).start_utc, NULL);
  if (to == WAY_DATE_NONE)
    to = way_zone_to_local (x->zone, g_array_index (busy, WayInterval, busy->len - 1).end_utc - 1,
                            NULL);
  free_busy.from_utc = way_zone_to_utc (x->zone, from, 0);
  free_busy.to_utc = way_zone_to_utc (x->zone, to + 1, 0);
  way_interval_set_clip (busy, free_busy.from_utc, free_busy.to_utc);
  if (n_entries != NULL)
    *n_entries = (int) busy->len;
  return way_free_busy_write (&free_busy, error);
}

gboolean
way_export_count (WayStore *store,
                  const WayExportOptions *options,
                  int counts[WAY_EXPORT_N_KINDS],
                  GError **error)
{
  g_auto (Exporter) x = { 0 };

  if (!collect (&x, store, options, error))
    return FALSE;
  memcpy (counts, x.counts, sizeof x.counts);
  return TRUE;
}

GBytes *
way_export_to_bytes (WayStore *store,
                     const WayExportOptions *options,
                     int *n_entries,
                     GError **error)
{
  g_auto (Exporter) x = { 0 };

  if (!collect (&x, store, options, error))
    return NULL;
  if (x.entries->len == 0)
    {
      g_set_error (
          error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
          _ ("There is nothing of these kinds in this range, and no file was written. Make "
             "a plan first, or choose more kinds or a wider range."));
      return NULL;
    }
  if (options->form == WAY_EXPORT_AS_FREE_BUSY)
    return write_free_busy (&x, store, n_entries, error);
  WayCalendarFile file = { .name = _ ("Learning plan"),
                           .zone = options->utc ? NULL : way_zone_get_id (x.zone),
                           .entries = x.entries,
                           .todos = options->form == WAY_EXPORT_AS_TODOS };
  if (n_entries != NULL)
    *n_entries = (int) x.entries->len;
  return way_calendar_write (&file, error);
}

static gboolean
write_bytes (const char *path, GBytes *bytes, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (path, "-"))
    {
      if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
        return TRUE;
      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      return FALSE;
    }
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _ ("it is a folder"));
      return FALSE;
    }
  /* The rename would put a file in the place of a device or a pipe. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("it is not an ordinary file"));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

gboolean
way_export_to_file (WayStore *store,
                    const WayExportOptions *options,
                    const char *path,
                    int *n_entries,
                    GError **error)
{
  g_autoptr (GBytes) bytes = way_export_to_bytes (store, options, n_entries, error);
  g_autoptr (GError) failure = NULL;

  if (bytes == NULL)
    return FALSE;
  if (write_bytes (path, bytes, &failure))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be written: %s"), path,
               failure->message);
  return FALSE;
}
