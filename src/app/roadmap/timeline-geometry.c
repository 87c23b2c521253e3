/* The ground that all files of the timeline stand on: where days and rows lie, and what moves the line under them. It
 * knows none of the others. */
#include "app/roadmap/timeline-geometry.h"

#include "app/format.h"

#include <glib/gi18n.h>
#include <math.h>

gboolean
way_timeline_is_rtl (WayTimeline *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
way_timeline_mirror (WayTimeline *self, double x)
{
  return way_timeline_is_rtl (self) ? self->scale.width - x : x;
}

double
way_timeline_x (WayTimeline *self, double day)
{
  return way_timeline_mirror (self, way_time_scale_x (&self->scale, day));
}

double
way_timeline_day (WayTimeline *self, double x)
{
  return way_time_scale_day (&self->scale, way_timeline_mirror (self, x));
}

WayDate
way_timeline_last_day (const WayTimeline *self, const WayRoadmapPhase *phase)
{
  return phase->ongoing ? self->scale.last : phase->late_finish_date;
}

void
way_timeline_drag_dates (const WayTimelineDrag *drag, WayDate *start, WayDate *end)
{
  *start = drag->hit.start + (drag->hit.part == WAY_TIMELINE_END ? 0 : drag->days);
  *end = drag->hit.end;
  if (*end != WAY_DATE_NONE && drag->hit.part != WAY_TIMELINE_START)
    *end += drag->days;
}

/* Headings only where there are several guides. */
static gboolean
has_several_guides (const WayRoadmap *roadmap)
{
  const WayRoadmapPhase *first =
      roadmap->phases->len > 0 ? g_ptr_array_index (roadmap->phases, 0) : NULL;

  for (guint i = 1; i < roadmap->phases->len; i++)
    if (((WayRoadmapPhase *) g_ptr_array_index (roadmap->phases, i))->guide_id != first->guide_id)
      return TRUE;
  return FALSE;
}

static void
add_row (WayTimeline *self, const char *heading, const WayRoadmapPhase *phase)
{
  WayTimelineRow row = { heading, phase, self->height };

  g_array_append_val (self->rows, row);
  self->height += WAY_TIMELINE_ROW (self);
}

void
way_timeline_lay_out (WayTimeline *self)
{
  gboolean several = self->headings || has_several_guides (self->roadmap);
  gint64 guide = 0;

  g_array_set_size (self->rows, 0);
  self->height = WAY_TIMELINE_RULER (self);
  for (guint i = 0; i < self->roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (self->roadmap->phases, i);
      if (several && phase->guide_id != guide)
        add_row (self, phase->guide_title, NULL);
      guide = phase->guide_id;
      if (!several || !g_hash_table_contains (self->folded, phase->guide_title))
        add_row (self, NULL, phase);
    }
  self->marks_y = self->height;
  self->load_y = self->marks_y + WAY_TIMELINE_MARKS;
  self->height = self->load_y + (self->show_load ? WAY_TIMELINE_LOAD (self) : WAY_TIMELINE_MARGIN);
  self->selected = MIN (self->selected, (int) self->rows->len - 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
way_timeline_show_range (WayTimeline *self)
{
  g_autofree char *from = way_format_date ((WayDate) floor (way_time_scale_day (&self->scale, 0)));
  g_autofree char *to =
      way_format_date ((WayDate) ceil (way_time_scale_day (&self->scale, self->scale.width)) - 1);
  /* Translators: the first and the last day that a timeline shows */
  g_autofree char *range = g_strdup_printf (_ ("%s to %s"), from, to);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, range,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_timeline_zoom (WayTimeline *self, double x, double factor)
{
  way_time_scale_zoom (&self->scale, x, factor);
  way_timeline_show_range (self);
}

void
way_timeline_pan (WayTimeline *self, double dx)
{
  way_time_scale_pan (&self->scale, dx);
  way_timeline_show_range (self);
}
