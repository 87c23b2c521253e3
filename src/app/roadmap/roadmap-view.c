/* Phases as rows with dates and bars; below them what is due, milestones and checklist. */
#include "app/roadmap/roadmap-view.h"

#include "app/roadmap/phase-row.h"
#include "app/roadmap/point-row.h"
#include "app/session.h"
#include "app/widgets/row-list.h"
#include "core/roadmap/roadmap.h"

#include <glib/gi18n.h>

enum
{
  ROW_PHASE,
  ROW_MILESTONE,
  ROW_CHECKLIST,
};

struct _WayRoadmapView
{
  AdwBin parent_instance;

  WayStore *store;
  GListStore *rows;
  WayPhaseBarDates scale;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WayRoadmapView, way_roadmap_view, ADW_TYPE_BIN)

static GtkWidget *
make_row (int kind)
{
  return kind == ROW_PHASE ? way_phase_row_new () : way_point_row_new ();
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayRoadmapView *self = user_data;

  if (way_row_item_get_kind (item) == ROW_PHASE)
    way_phase_row_set_phase (WAY_PHASE_ROW (row), way_row_item_get_data (item), &self->scale);
  else
    way_point_row_set_point (WAY_POINT_ROW (row), way_row_item_get_data (item), self->scale.today);
}

static void
set_scale (WayRoadmapView *self, const WayRoadmap *roadmap)
{
  int days = MAX (14, roadmap->end_date - roadmap->start_date + 1);

  self->scale.today = way_session_today (self->store);
  self->scale.scale_from = roadmap->start_date;
  /* Room for ongoing work to be seen going on. */
  self->scale.scale_to = roadmap->start_date + days + days / 8;
}

static void
reload (WayRoadmapView *self)
{
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (self->store, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *guide = "";

  gtk_stack_set_visible_child_name (
      self->stack, roadmap != NULL && roadmap->phases->len > 0 ? "content" : "empty");
  if (roadmap != NULL && roadmap->phases->len > 0)
    set_scale (self, roadmap);
  for (guint i = 0; roadmap != NULL && i < roadmap->phases->len; i++)
    {
      WayRoadmapPhase *phase = g_ptr_array_index (roadmap->phases, i);
      if (!g_str_equal (phase->guide_title, guide))
        g_ptr_array_add (items, way_row_item_new_heading (phase->guide_title));
      guide = phase->guide_title;
      g_ptr_array_add (items, way_row_item_new (ROW_PHASE, phase->id, roadmap->phases, phase));
    }
  if (roadmap != NULL && roadmap->points->len > 0)
    g_ptr_array_add (items, way_row_item_new_heading (_ ("Milestones and checklist")));
  for (guint i = 0; roadmap != NULL && i < roadmap->points->len; i++)
    {
      WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      g_ptr_array_add (items, way_row_item_new (point->checklist ? ROW_CHECKLIST : ROW_MILESTONE,
                                                point->id, roadmap->points, point));
    }
  way_row_items_replace (self->rows, items);
}

void
way_roadmap_view_set_store (WayRoadmapView *self, WayStore *store)
{
  static const WayRowFuncs funcs = { make_row, fill_row };

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  reload (self);
}

static void
way_roadmap_view_dispose (GObject *object)
{
  WayRoadmapView *self = WAY_ROADMAP_VIEW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (way_roadmap_view_parent_class)->dispose (object);
}

static void
way_roadmap_view_class_init (WayRoadmapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_roadmap_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/roadmap/roadmap-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, list);
}

static void
way_roadmap_view_init (WayRoadmapView *self)
{
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
