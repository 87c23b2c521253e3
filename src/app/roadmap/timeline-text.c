/* What the timeline says in words: in tooltips, beside what moves, and to assistive technology. */
#include "app/roadmap/timeline-text.h"

#include "app/format.h"
#include "app/roadmap/timeline-geometry.h"
#include "app/roadmap/timeline-hit.h"
#include "core/roadmap/baseline.h"
#include "core/roadmap/critical-path.h"

#include <glib/gi18n.h>
#include <math.h>

static char *
dates_text (const WayRoadmapPhase *phase)
{
  g_autofree char *start = way_format_date (phase->start_date);
  g_autofree char *early = phase->ongoing ? NULL : way_format_date (phase->early_finish_date);
  g_autofree char *late = phase->ongoing ? NULL : way_format_date (phase->late_finish_date);

  if (phase->ongoing)
    /* Translators: a phase, and a day */
    return g_strdup_printf (_ ("%s: from %s, ongoing"), phase->title, start);
  /* Translators: a phase, and three days */
  return g_strdup_printf (_ ("%s: %s to %s, at the latest %s"), phase->title, start, early, late);
}

char *
way_timeline_describe_set_days (const WayRoadmapPhase *phase)
{
  g_autofree char *from =
      phase->release_date != WAY_DATE_NONE ? way_format_date (phase->release_date) : NULL;
  g_autofree char *due =
      phase->due_date != WAY_DATE_NONE ? way_format_date (phase->due_date) : NULL;

  if (from != NULL && due != NULL)
    /* Translators: two days */
    return g_strdup_printf (_ ("you set: from %s, due %s"), from, due);
  if (from != NULL)
    /* Translators: a day */
    return g_strdup_printf (_ ("you set: from %s"), from);
  /* Translators: a day */
  return due != NULL ? g_strdup_printf (_ ("you set: due %s"), due) : g_strdup ("");
}

static void
add_line (GString *text, const char *line)
{
  if (*line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

char *
way_timeline_describe_phase (WayTimeline *self, const WayRoadmapPhase *phase)
{
  g_autofree char *dates = dates_text (phase);
  g_autofree char *set = way_timeline_describe_set_days (phase);
  g_autofree char *slack = way_critical_path_text (phase);
  g_autofree char *planned = way_baseline_phase_text (self->roadmap->baseline_date, phase);
  GString *text = g_string_new (dates);

  add_line (text, set);
  add_line (text, slack);
  add_line (text, planned);
  return g_string_free (text, FALSE);
}

char *
way_timeline_describe_point (WayTimeline *self, const WayRoadmapPoint *point)
{
  g_autofree char *due = way_format_date (point->due_date);
  g_autofree char *planned = way_baseline_point_text (self->roadmap->baseline_date, point);

  if (*planned == '\0')
    return g_strdup_printf ("%s: %s", due, point->title);
  /* Translators: a day, a milestone, and how that day lies to the one planned */
  return g_strdup_printf (_ ("%s: %s (%s)"), due, point->title, planned);
}

static char *
describe_marks (WayTimeline *self, double x)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->roadmap->points->len; i++)
    {
      const WayRoadmapPoint *point = g_ptr_array_index (self->roadmap->points, i);
      g_autofree char *line = way_timeline_describe_point (self, point);
      if (fabs (way_timeline_x (self, point->due_date + 0.5) - x) <= 8)
        add_line (text, line);
    }
  for (guint i = 0; i < self->reviews->len; i++)
    {
      WayDate date = g_array_index (self->reviews, WayDate, i);
      g_autofree char *day = way_format_date (date);
      g_autofree char *line = g_strdup_printf ("%s: %s", day, _ ("Review"));
      if (fabs (way_timeline_x (self, date + 0.5) - x) <= 8)
        add_line (text, line);
    }
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

/* "Week of 4 January 2027: 6 h, 2 h of them done" */
static char *
describe_week (WayTimeline *self, double x)
{
  WayDate monday = way_date_week_start ((WayDate) floor (way_timeline_day (self, x)));

  for (guint i = 0; i < self->weeks->len; i++)
    {
      const WayWeekLoad *week = &g_array_index (self->weeks, WayWeekLoad, i);
      g_autofree char *day = way_format_date (week->monday);
      g_autofree char *hours = way_format_minutes (week->minutes);
      g_autofree char *done = way_format_minutes (week->done);
      if (week->monday == monday)
        /* Translators: a day, and two lengths of time */
        return g_strdup_printf (_ ("Week of %s: %s, %s of them done"), day, hours, done);
    }
  return NULL;
}

char *
way_timeline_describe (WayTimeline *self, double x, double y)
{
  int i = way_timeline_row_at (self, y);
  const WayRoadmapPhase *phase =
      i >= 0 ? g_array_index (self->rows, WayTimelineRow, i).phase : NULL;

  if (phase != NULL)
    return way_timeline_describe_phase (self, phase);
  if (i >= 0 || y < self->marks_y)
    return NULL;
  return y >= self->load_y ? describe_week (self, x) : describe_marks (self, x);
}

char *
way_timeline_describe_drag (WayTimeline *self)
{
  const WayTimelineDrag *drag = &self->drag;
  WayDate start, end;

  way_timeline_drag_dates (drag, &start, &end);
  g_autofree char *first = way_format_day_short (start, self->today);
  g_autofree char *from = g_strdup_printf (_ ("From %s"), first);
  g_autofree char *days = end != WAY_DATE_NONE ? way_format_days (start, end, self->today) : NULL;
  int n = ABS (drag->days);
  g_autofree char *moved =
      /* Translators: by so many days later, or earlier */
      g_strdup_printf (drag->days < 0 ? ngettext ("−%d day", "−%d days", (gulong) n)
                                      : ngettext ("+%d day", "+%d days", (gulong) n),
                       n);
  /* Translators: days that something would have, and by how many it moves: "12 Jan – 20 Feb, +5 days" */
  return g_strdup_printf (_ ("%s, %s"), days != NULL ? days : from, moved);
}
