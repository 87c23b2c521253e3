#include "core/calendar/collect.h"

#include "core/base/error.h"
#include "core/calendar/offer-days.h"
#include "core/calendar/series.h"
#include "core/roadmap/load.h"
#include "core/roadmap/roadmap.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

/* The reviews of a guide, on their way to a series. */
typedef struct
{
  const char *uid; /* of their event: that of the first review the guide ever had */
  int months;
  GPtrArray *times;                /* of WayCalendarEntry *, by start */
  guint first, n;                  /* those in the range */
  const WayCalendarSeries *series; /* %NULL: there is one review */
} Reviews;

static void
reviews_free (Reviews *reviews)
{
  g_ptr_array_unref (reviews->times);
  g_free (reviews);
}

/* An event belongs to the day on which it starts; free/busy time tells of every minute in the range. */
static gboolean
block_in_range (const WayExporter *x, gint64 start_utc, gint64 end_utc)
{
  WayDate first = way_zone_to_local (x->zone, start_utc, NULL);
  WayDate last = way_zone_to_local (x->zone, end_utc - 1, NULL);

  if (x->options->form != WAY_EXPORT_AS_FREE_BUSY)
    return way_exporter_in_range (x, first);
  return (x->options->from_date == WAY_DATE_NONE || last >= x->options->from_date) &&
         (x->options->to_date == WAY_DATE_NONE || first <= x->options->to_date);
}

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
  REVIEW_MONTHS,
  REVIEW_UID,
  SKILL,
  GAP_ACTION,
  GAP_DUE,
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

static void
append_gap_action (GString *text, WayStatement *s)
{
  WayDate due_date = way_statement_date (s, GAP_DUE);

  if (due_date == WAY_DATE_NONE)
    return;
  /* Translators: a day, see g_date_time_format(): "4 January 2027" */
  g_autofree char *due = way_date_format (due_date, _ ("%-d %B %Y"));
  /* Translators: a skill */
  append_part (text, _ ("For the gap in “%s”"), way_statement_text (s, SKILL));
  /* Translators: what closes a gap of the skill matrix */
  append_part (text, _ ("Gap action: %s"), way_statement_text (s, GAP_ACTION));
  append_part (text, _ ("Due %s"), due);
}

/* What to do in a block: the phase's activities, when the phase is over, the gap action, the questions to practise. */
static char *
describe (WayStatement *s, guint kind)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_gap_action (text, s);
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

static Reviews *
reviews_of (WayExporter *x, WayStatement *s)
{
  const char *uid = way_statement_text (s, REVIEW_UID);

  for (guint i = 0; i < x->reviews->len; i++)
    if (g_str_equal (((Reviews *) g_ptr_array_index (x->reviews, i))->uid, uid))
      return g_ptr_array_index (x->reviews, i);
  Reviews *reviews = g_new0 (Reviews, 1);
  g_ptr_array_add (x->reviews, reviews);
  reviews->uid = way_exporter_keep (x, g_strdup (uid));
  reviews->months = MAX (1, (int) way_statement_int (s, REVIEW_MONTHS));
  reviews->times = g_ptr_array_new_with_free_func (g_free);
  return reviews;
}

/* Where the entry of a block of kind @k goes; %NULL: it is not wanted. The series of a review is made of all
 * its times. */
static GPtrArray *
list_for (WayExporter *x, WayStatement *s, guint k)
{
  gboolean wanted = block_in_range (x, way_statement_int (s, START), way_statement_int (s, END));

  x->counts[k] += wanted;
  if (1u << k != WAY_EXPORT_REVIEW || !x->repeats)
    return wanted ? x->entries : NULL;
  Reviews *reviews = reviews_of (x, s);
  if (wanted && reviews->n++ == 0)
    reviews->first = reviews->times->len;
  return reviews->times;
}

static void
add_block (WayExporter *x, WayStatement *s)
{
  const char *phase = way_statement_text (s, PHASE_TITLE);
  gint64 start = way_statement_int (s, START), end = way_statement_int (s, END);
  guint k = way_exporter_kind (way_statement_text (s, KIND));
  GPtrArray *list = x->kinds & 1u << k ? list_for (x, s, k) : NULL;
  if (list == NULL)
    return;
  WayCalendarEntry *entry = way_exporter_add_entry (list, k);
  entry->uid = way_exporter_keep (x, g_strdup (way_statement_text (s, UID)));
  entry->summary = way_exporter_keep (x, g_strdup (way_statement_text (s, TITLE)));
  entry->start_utc = start;
  entry->end_utc = end;
  entry->sequence = (int) way_statement_int (s, SEQUENCE);
  entry->created_utc = way_statement_int (s, CREATED);
  entry->changed_utc = way_statement_int (s, CHANGED);
  entry->description = way_exporter_keep (x, describe (s, 1u << k));
  entry->categories = way_exporter_categorise (x, k, phase);
  if (*phase != '\0')
    entry->related_to =
        way_exporter_keep (x, way_exporter_named_uid ("phase", way_statement_text (s, GUIDE),
                                                      way_statement_text (s, PHASE_KEY)));
  entry->busy = TRUE;
}

/* Each guide's reviews become one event. */
static void
add_series (WayExporter *x)
{
  for (guint i = 0; i < x->reviews->len; i++)
    {
      Reviews *it = g_ptr_array_index (x->reviews, i);
      if (it->n == 0)
        continue;
      WayCalendarEntry *entry = g_new0 (WayCalendarEntry, 1);
      g_ptr_array_add (x->entries, entry);
      *entry = *(WayCalendarEntry *) g_ptr_array_index (it->times, 0);
      if (it->times->len > 1)
        {
          it->series = way_series_new (it->times, it->first, it->n, it->months, x->zone, entry);
          g_ptr_array_add (x->series, (gpointer) it->series);
        }
      entry->uid = it->uid;
    }
}

static gboolean
add_blocks (WayExporter *x, WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT b.uid, b.kind, b.title, b.start_utc, b.end_utc, b.sequence, b.created_utc, "
             "b.changed_utc, p.title, p.activities, p.exit_criteria, r.detail, g.slug, p.key, "
             "CASE WHEN b.kind IN ('drill', 'mock') THEN (SELECT group_concat (title, char (10)) "
             "FROM (SELECT title FROM guide_item q WHERE q.guide_id = b.guide_id "
             "AND q.kind = 'question' ORDER BY position)) END, g.review_months, "
             "CASE WHEN b.kind = 'review' THEN (SELECT uid FROM block f WHERE f.kind = 'review' "
             "AND f.guide_id = b.guide_id ORDER BY f.id LIMIT 1) END, k.title, w.title, w.due_date "
             "FROM block b JOIN guide g ON g.id = b.guide_id "
             "LEFT JOIN phase p ON p.id = b.phase_id "
             "LEFT JOIN gap_work w ON w.id = b.gap_work_id LEFT JOIN skill k ON k.id = w.skill_id "
             "LEFT JOIN plan ON plan.role <> '' "
             "LEFT JOIN guide_item r ON r.guide_id = b.guide_id AND r.kind = 'role-emphasis' "
             "AND r.key = plan.role AND b.kind = 'study' AND w.id IS NULL "
             "WHERE b.state NOT IN ('missed', 'skipped') ORDER BY b.start_utc, b.id");

  while (way_statement_step (s))
    add_block (x, s);
  add_series (x);
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
add_points (WayExporter *x, WayStore *store, GError **error)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (store, error);
  gint64 changed_utc = 0;

  if (roadmap == NULL || !find_last_change (store, &changed_utc, error))
    return FALSE;
  for (guint i = 0; i < roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      WayCalendarEntry *entry =
          way_exporter_add_day (x, point->checklist ? 5 : 4, point->due_date, point->done_date,
                                point->created_utc, changed_utc);
      if (entry == NULL)
        continue;
      entry->uid = way_exporter_keep (x, g_strdup (point->uid));
      entry->summary = way_exporter_keep (x, g_strdup (point->title));
      entry->description = way_exporter_keep (x, g_strdup_printf (_ ("Due %s"), point->due_rule));
    }
  return TRUE;
}

const char *
way_exporter_find_review (const WayExporter *x, const char *uid, gint64 recurrence_utc)
{
  for (guint i = 0; i < x->reviews->len; i++)
    {
      const Reviews *it = g_ptr_array_index (x->reviews, i);
      if (!g_str_equal (it->uid, uid))
        continue;
      for (guint k = 0; k < it->times->len; k++)
        if (it->series == NULL || g_array_index (it->series->regular, gint64, k) == recurrence_utc)
          return ((const WayCalendarEntry *) g_ptr_array_index (it->times, k))->uid;
    }
  return NULL;
}

gboolean
way_exporter_collect (WayExporter *x,
                      WayStore *store,
                      const WayExportOptions *options,
                      GError **error)
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
  x->strings = g_string_chunk_new (4096);
  x->reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) reviews_free);
  x->series = g_ptr_array_new_with_free_func ((GDestroyNotify) way_series_free);
  x->repeats = options->form == WAY_EXPORT_AS_EVENTS && !options->utc;
  x->zone = way_roadmap_zone (store, error);
  return x->zone != NULL && ((x->kinds & WAY_EXPORT_BLOCKS) == 0 || add_blocks (x, store, error)) &&
         ((x->kinds & (WAY_EXPORT_MILESTONE | WAY_EXPORT_CHECKLIST)) == 0 ||
          add_points (x, store, error)) &&
         ((x->kinds & WAY_EXPORT_OFFERS) == 0 || way_exporter_add_offers (x, store, error));
}

char *
way_exporter_free_busy_uid (WayStore *store, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, "SELECT name FROM sent_identity");
  g_autofree char *uid = NULL;

  while (way_statement_step (s))
    uid = way_exporter_named_uid ("free-busy", way_statement_text (s, 0), "");
  return way_statement_finish (s, error) ? g_steal_pointer (&uid) : NULL;
}
