#include "core/calendar/export.h"

#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/calendar/writer.h"
#include "core/roadmap/roadmap.h"
#include "core/store/statement.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

typedef struct
{
  const WayExportOptions *options;
  WayZone *zone;
  GPtrArray *entries; /* of WayCalendarEntry * */
  GPtrArray *strings; /* what the entries borrow */
} Exporter;

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

/* By kind: the export bit, the category, and the alarms in minutes. */
static const struct
{
  const char *word;
  guint kind;
  const char *category;
  gboolean is_private;
  int alarms[2];
} kinds[] = {
  { "study", WAY_EXPORT_STUDY, "learning", FALSE, { 10, 0 } },
  { "mock", WAY_EXPORT_MOCK, "mock interview", TRUE, { 1440, 30 } },
  { "drill", WAY_EXPORT_DRILL, "drill", FALSE, { 5, 0 } },
  { "review", WAY_EXPORT_REVIEW, "review", TRUE, { 30, 0 } },
};

/* What to do in a block: the phase's activities, and when the phase is over. */
static char *
describe (const char *activities, const char *exit_criteria, const char *emphasis)
{
  g_autoptr (GString) text = g_string_new (activities);

  if (*exit_criteria != '\0')
    {
      g_string_append (text, text->len ? "\n" : "");
      g_string_append_printf (text, _ ("Done when: %s"), exit_criteria);
    }
  if (*emphasis != '\0')
    {
      g_string_append (text, text->len ? "\n" : "");
      g_string_append_printf (text, _ ("Emphasis for your role: %s"), emphasis);
    }
  return g_strdup (text->str);
}

static void
add_block (Exporter *x, WayStatement *s)
{
  const char *word = way_statement_text (s, 1);
  gint64 start = way_statement_int (s, 3);
  gsize k = 0;

  while (k + 1 < G_N_ELEMENTS (kinds) && !g_str_equal (kinds[k].word, word))
    k++;
  if (!(x->options->kinds & kinds[k].kind) ||
      !in_range (x, way_zone_to_local (x->zone, start, NULL)))
    return;
  WayCalendarEntry *entry = g_new0 (WayCalendarEntry, 1);
  g_ptr_array_add (x->entries, entry);
  const char *phase = way_statement_text (s, 8);
  entry->uid = keep (x, g_strdup (way_statement_text (s, 0)));
  entry->summary = keep (x, g_strdup (way_statement_text (s, 2)));
  entry->start_utc = start;
  entry->end_utc = way_statement_int (s, 4);
  entry->sequence = (int) way_statement_int (s, 5);
  entry->created_utc = way_statement_int (s, 6);
  entry->changed_utc = way_statement_int (s, 7);
  entry->description = keep (x, describe (way_statement_text (s, 9), way_statement_text (s, 10),
                                          way_statement_text (s, 11)));
  entry->categories =
      *phase
          ? keep (x, g_strdelimit (g_strdup_printf ("%s\n%s", kinds[k].category, phase), ",", ' '))
          : kinds[k].category;
  if (*phase)
    g_strdelimit ((char *) entry->categories, "\n", ',');
  entry->busy = TRUE;
  entry->is_private = kinds[k].is_private;
  memcpy (entry->alarm_minutes, kinds[k].alarms, sizeof entry->alarm_minutes);
}

static gboolean
add_blocks (Exporter *x, WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT b.uid, b.kind, b.title, b.start_utc, b.end_utc, b.sequence, b.created_utc, "
             "b.changed_utc, p.title, p.activities, p.exit_criteria, r.detail FROM block b "
             "LEFT JOIN phase p ON p.id = b.phase_id LEFT JOIN plan ON plan.role <> '' "
             "LEFT JOIN guide_item r ON r.guide_id = b.guide_id AND r.kind = 'role-emphasis' "
             "AND r.key = plan.role AND b.kind = 'study' "
             "WHERE b.state NOT IN ('missed', 'skipped') ORDER BY b.start_utc, b.id");

  while (way_statement_step (s))
    add_block (x, s);
  return way_statement_finish (s, error);
}

static gboolean
add_points (Exporter *x, WayStore *store, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, error);

  if (roadmap == NULL)
    return FALSE;
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      guint kind = point->checklist ? WAY_EXPORT_CHECKLIST : WAY_EXPORT_MILESTONE;
      if (!(x->options->kinds & kind) || !in_range (x, point->due_date))
        continue;
      WayCalendarEntry *entry = g_new0 (WayCalendarEntry, 1);
      g_ptr_array_add (x->entries, entry);
      entry->uid = keep (x, g_strdup (point->uid));
      entry->summary = keep (x, g_strdup (point->title));
      entry->description = keep (x, g_strdup_printf (_ ("Due %s"), point->due_rule));
      entry->categories = point->checklist ? "checklist" : "milestone";
      entry->all_day = TRUE;
      entry->date = point->due_date;
      entry->created_utc = entry->changed_utc = point->created_utc;
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

GBytes *
way_export_to_bytes (WayStore *store,
                     const WayExportOptions *options,
                     int *n_entries,
                     GError **error)
{
  g_autoptr (WayZone) zone = plan_zone (store, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  Exporter x = { options, zone, entries, strings };

  if (zone == NULL || !add_blocks (&x, store, error) || !add_points (&x, store, error))
    return NULL;
  if (entries->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("There is nothing to export in this range. Make a plan first, or widen the "
                      "range."));
      return NULL;
    }
  WayCalendarFile file = { .name = _ ("Learning plan"),
                           .zone = options->utc ? NULL : way_zone_get_id (zone),
                           .entries = entries };
  if (n_entries != NULL)
    *n_entries = (int) entries->len;
  return way_calendar_write (&file, error);
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
  gsize length;

  if (bytes == NULL)
    return FALSE;
  const char *data = g_bytes_get_data (bytes, &length);
  if (g_str_equal (path, "-"))
    return fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (&failure, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _ ("it is a folder"));
  else if (g_file_set_contents_full (path, data, (gssize) length,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, &failure))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be written: %s"), path,
               failure->message);
  return FALSE;
}
