/* What lies where on the timeline. Bars are hit by their days, not by pixels of a picture, so that they are exact at
 * every zoom and in both directions of writing. */
#include "app/roadmap/timeline-hit.h"

#include "app/roadmap/timeline-geometry.h"

#include <math.h>

#define EDGE       6.0 /* pixels at both sides of the end of a bar that take hold of it */
#define BAR_MARGIN 3.0 /* above and below a bar */
#define MARK_REACH 8.0

int
way_timeline_row_at (WayTimeline *self, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      double top = g_array_index (self->rows, WayTimelineRow, i).y;
      if (y >= top && y < top + WAY_TIMELINE_ROW (self))
        return (int) i;
    }
  return -1;
}

static const WayRoadmapPoint *
point_at (WayTimeline *self, int mark)
{
  return g_ptr_array_index (self->roadmap->points, mark);
}

int
way_timeline_mark_at (WayTimeline *self, double x, double y)
{
  double closest = MARK_REACH;
  int found = -1;

  if (y < self->marks_y || y >= self->marks_y + WAY_TIMELINE_MARKS)
    return -1;
  for (guint i = 0; i < self->roadmap->points->len; i++)
    {
      double distance = fabs (way_timeline_x (self, point_at (self, (int) i)->due_date + 0.5) - x);
      if (distance > closest)
        continue;
      closest = distance;
      found = (int) i;
    }
  return found;
}

static WayTimelineHit
hit_of_phase (const WayRoadmapPhase *phase, WayTimelinePart part)
{
  return (WayTimelineHit) {
    .part = part,
    .id = phase->id,
    .start = phase->start_date,
    .end = phase->ongoing ? WAY_DATE_NONE : phase->late_finish_date,
  };
}

static WayTimelineHit
hit_of_mark (WayTimeline *self, int mark)
{
  const WayRoadmapPoint *point = point_at (self, mark);

  return (WayTimelineHit) {
    .part = WAY_TIMELINE_POINT,
    .id = point->id,
    .checklist = point->checklist,
    .start = point->due_date,
    .end = point->due_date,
  };
}

/* An end of a bar reaches inside for a third of it at most: the middle of a short one still moves it. */
static WayTimelinePart
part_at (WayTimeline *self, const WayRoadmapPhase *phase, double x)
{
  double at = way_time_scale_x (&self->scale, way_timeline_day (self, x));
  double start = way_time_scale_x (&self->scale, phase->start_date);
  double end = way_time_scale_x (&self->scale, way_timeline_last_day (self, phase) + 1);
  double inside = MIN (EDGE, (end - start) / 3);

  if (at < start - EDGE || at > end + (phase->ongoing ? 0 : EDGE))
    return WAY_TIMELINE_GROUND;
  if (at < start + inside)
    return WAY_TIMELINE_START;
  if (at > end - inside && !phase->ongoing)
    return WAY_TIMELINE_END;
  return WAY_TIMELINE_WHOLE;
}

WayTimelineHit
way_timeline_hit (WayTimeline *self, double x, double y)
{
  int mark = way_timeline_mark_at (self, x, y), i = way_timeline_row_at (self, y);
  const WayTimelineRow *row = i >= 0 ? &g_array_index (self->rows, WayTimelineRow, i) : NULL;

  if (mark >= 0)
    return hit_of_mark (self, mark);
  if (row == NULL || row->phase == NULL || y < row->y + WAY_TIMELINE_BAR_Y (self) - BAR_MARGIN ||
      y > row->y + WAY_TIMELINE_BAR_Y (self) + WAY_TIMELINE_BAR + BAR_MARGIN)
    return (WayTimelineHit) { WAY_TIMELINE_GROUND };
  return hit_of_phase (row->phase, part_at (self, row->phase, x));
}

WayTimelineHit
way_timeline_selected (WayTimeline *self)
{
  if (self->mark >= 0)
    return hit_of_mark (self, self->mark);
  const WayTimelineRow *row =
      self->selected >= 0 ? &g_array_index (self->rows, WayTimelineRow, self->selected) : NULL;
  if (row != NULL && row->phase != NULL)
    return hit_of_phase (row->phase, WAY_TIMELINE_WHOLE);
  return (WayTimelineHit) { WAY_TIMELINE_GROUND };
}

const WayRoadmapPhase *
way_timeline_find_phase (WayTimeline *self, gint64 id)
{
  for (guint i = 0; i < self->roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (self->roadmap->phases, i);
      if (phase->id == id)
        return phase;
    }
  return NULL;
}

int
way_timeline_find_mark (WayTimeline *self, gboolean checklist, gint64 id)
{
  for (guint i = 0; i < self->roadmap->points->len; i++)
    if (point_at (self, (int) i)->id == id && point_at (self, (int) i)->checklist == checklist)
      return (int) i;
  return -1;
}

void
way_timeline_select (WayTimeline *self, const WayTimelineHit *hit)
{
  self->mark = -1;
  if (hit->part == WAY_TIMELINE_POINT)
    {
      self->mark = way_timeline_find_mark (self, hit->checklist, hit->id);
      self->selected = -1;
    }
  for (guint i = 0; hit->part != WAY_TIMELINE_POINT && i < self->rows->len; i++)
    {
      const WayRoadmapPhase *phase = g_array_index (self->rows, WayTimelineRow, i).phase;
      if (phase != NULL && phase->id == hit->id)
        self->selected = (int) i;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
