/* The plan on a line of time; below it the same in words: phases with their dates, milestones and checklist. */
#include "app/roadmap/roadmap-view.h"

#include "app/roadmap/phase-pane.h"
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
  AdwFlap *flap;
  WayPhasePane *pane;
  WayTrialBar *trial;
  WayShowButton *show;
  WayTimeline *timeline;
  GtkListView *list;
  GtkWidget *back; /* what had the keyboard before the pane; weak */
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

/* The phase of an entry of the list; %NULL for others. */
static WayRoadmapPhase *
get_phase (WayRoadmapView *self, guint i)
{
  g_autoptr (WayRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

  return item != NULL && way_row_item_get_kind (item) == ROW_PHASE ? way_row_item_get_data (item)
                                                                   : NULL;
}

static void
show_phase (WayRoadmapView *self, gint64 id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = gtk_root_get_focus (root);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane)))
    g_set_weak_pointer (&self->back, focus);
  way_phase_pane_show (self->pane, id);
  gtk_widget_show (GTK_WIDGET (self->pane));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

/* Brings the phase into sight in the list, too. */
static void
on_phase_activated (WayRoadmapView *self, gint64 id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      const WayRoadmapPhase *phase = get_phase (self, i);
      if (phase != NULL && phase->id == id)
        gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", i);
    }
  show_phase (self, id);
}

static void
activate_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  const WayRoadmapPhase *phase = way_row_item_get_data (item);

  show_phase (WAY_ROADMAP_VIEW (user_data), phase->id);
}

static void
on_pane_close (WayRoadmapView *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* Closed by whatever: the keyboard goes back to where it was. */
static void
on_revealed (WayRoadmapView *self)
{
  GtkWidget *back = self->back;

  if (adw_flap_get_reveal_flap (self->flap))
    return;
  g_clear_weak_pointer (&self->back);
  if (back == NULL || !gtk_widget_get_mapped (back) || !gtk_widget_grab_focus (back))
    gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
}

/* What is out of sight is hidden from assistive technology, too. */
static void
on_progress (WayRoadmapView *self)
{
  if (!adw_flap_get_reveal_flap (self->flap) && adw_flap_get_reveal_progress (self->flap) <= 0)
    gtk_widget_hide (GTK_WIDGET (self->pane));
}

/* The phase of the row that has the keyboard; else the one shown last, else the first one; 0: none. */
static gint64
current_phase (WayRoadmapView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;
  gint64 last = way_phase_pane_get_phase (self->pane);

  if (row != NULL && WAY_IS_PHASE_ROW (row))
    return way_phase_row_get_phase (WAY_PHASE_ROW (row));
  if (focus == GTK_WIDGET (self->timeline) && way_timeline_get_selected (self->timeline) != 0)
    return way_timeline_get_selected (self->timeline);
  for (guint i = 0; last == 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    if (get_phase (self, i) != NULL)
      last = get_phase (self, i)->id;
  return last;
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  WayRoadmapView *self = WAY_ROADMAP_VIEW (widget);
  gboolean revealed = adw_flap_get_reveal_flap (self->flap);

  on_pane_close (self);
  return revealed;
}

static gboolean
on_details (GtkWidget *widget, GVariant *args, gpointer data)
{
  WayRoadmapView *self = WAY_ROADMAP_VIEW (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gint64 id = current_phase (self);
  if (adw_flap_get_reveal_flap (self->flap))
    on_pane_close (self);
  else if (id != 0)
    show_phase (self, id);
  return TRUE;
}

void
way_roadmap_view_set_store (WayRoadmapView *self, WayStore *store)
{
  static const WayRowFuncs funcs = { make_row, fill_row, activate_row, 1u << ROW_PHASE };

  self->store = g_object_ref (store);
  way_phase_pane_set_store (self->pane, store);
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

  g_clear_weak_pointer (&self->back);
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
  g_type_ensure (WAY_TYPE_PHASE_PANE);
  g_type_ensure (WAY_TYPE_TRIAL_BAR);
  G_OBJECT_CLASS (klass)->dispose = way_roadmap_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/roadmap/roadmap-view.ui");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, flap);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, pane);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, timeline);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, list);
  gtk_widget_class_bind_template_callback (widget_class, on_phase_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_progress);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_close);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, trial);
  gtk_widget_class_bind_template_child (widget_class, WayRoadmapView, show);
  gtk_widget_class_bind_template_callback (widget_class, on_show_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_today);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_in);
  gtk_widget_class_bind_template_callback (widget_class, on_zoom_out);
  gtk_widget_class_bind_template_callback (widget_class, on_fit);
}

/* Wherever the keyboard is, as long as the view is up. */
static void
add_shortcuts (WayRoadmapView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *keys =
      gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_F9, 0),
                                   gtk_keyval_trigger_new (GDK_KEY_Return, GDK_ALT_MASK));

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (keys, gtk_callback_action_new (on_details, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
way_roadmap_view_init (WayRoadmapView *self)
{
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}
