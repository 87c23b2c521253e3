/* The plan on a line of time; below it the same in words: phases with their dates, milestones and checklist. */
#include "app/roadmap/roadmap-view.h"

#include "app/roadmap/phase-row.h"
#include "app/roadmap/point-row.h"
#include "app/roadmap/show-button.h"
#include "app/roadmap/timeline.h"
#include "app/roadmap/trial-bar.h"
#include "app/session.h"
#include "app/widgets/follow-store.h"
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
  WayDate today;
  GtkStack *stack;
  WayTrialBar *trial;
  WayShowButton *show;
  WayTimeline *timeline;
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
    {
      g_autofree char *notes = way_show_button_describe (self->show, way_row_item_get_data (item));
      way_phase_row_set_phase (WAY_PHASE_ROW (row), way_row_item_get_data (item), self->today);
      way_phase_row_set_notes (WAY_PHASE_ROW (row), notes);
    }
  else
    {
      g_autofree char *notes =
          way_show_button_describe_point (self->show, way_row_item_get_data (item));
      way_point_row_set_point (WAY_POINT_ROW (row), way_row_item_get_data (item), self->today);
      way_point_row_set_notes (WAY_POINT_ROW (row), notes);
    }
}

/* Takes @roadmap. */
static void
show_timeline (WayRoadmapView *self, WayRoadmap *roadmap)
{
  GArray *weeks = way_roadmap_load_weeks (self->store, NULL);
  GArray *reviews = way_roadmap_load_reviews (self->store, NULL);

  way_timeline_show (self->timeline, roadmap,
                     weeks != NULL ? weeks : g_array_new (FALSE, FALSE, sizeof (WayWeekLoad)),
                     reviews != NULL ? reviews : g_array_new (FALSE, FALSE, sizeof (WayDate)),
                     self->today);
}

static void
reload (GtkWidget *view)
{
  WayRoadmapView *self = WAY_ROADMAP_VIEW (view);
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (self->store, NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *guide = "";

  gtk_stack_set_visible_child_name (
      self->stack, roadmap != NULL && roadmap->phases->len > 0 ? "content" : "empty");
  self->today = way_session_today (self->store);
  if (roadmap != NULL)
    way_show_button_compare (self->show, self->store, roadmap);
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
  if (roadmap != NULL && roadmap->phases->len > 0)
    show_timeline (self, g_steal_pointer (&roadmap));
}

/* Brings the phase into sight in the list. */
static void
on_phase_activated (WayRoadmapView *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WayRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      if (way_row_item_get_kind (item) == ROW_PHASE &&
          ((WayRoadmapPhase *) way_row_item_get_data (item))->id == id)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
    }
}

void
way_roadmap_view_set_store (WayRoadmapView *self, WayStore *store)
{
  static const WayRowFuncs funcs = { make_row, fill_row };

  self->store = g_object_ref (store);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  way_trial_bar_set_store (self->trial, store, self->timeline);
  way_show_button_set_timeline (self->show, self->timeline);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
on_show_changed (WayRoadmapView *self)
{
  if (self->store != NULL)
    reload (GTK_WIDGET (self));
}

static void
on_today (WayRoadmapView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.today", NULL);
}

static void
on_zoom_in (WayRoadmapView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.zoom-in", NULL);
}

static void
on_zoom_out (WayRoadmapView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.zoom-out", NULL);
}

static void
on_fit (WayRoadmapView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->timeline), "timeline.fit", NULL);
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

  g_type_ensure (WAY_TYPE_SHOW_BUTTON);
  g_type_ensure (WAY_TYPE_TIMELINE);
  g_type_ensure (WAY_TYPE_TRIAL_BAR);
  G_OBJECT_CLASS (klass)->dispose = way_roadmap_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/roadmap/roadmap-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, trial);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, show);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, timeline);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_phase_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
}

static void
way_roadmap_view_init (WayRoadmapView *self)
{
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
