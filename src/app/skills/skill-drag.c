#include "app/skills/skill-drag.h"

#include "app/skills/skill-order.h"
#include "app/skills/skill-row.h"

/* Only rows of this list: an id is nothing to other programs. */
#define WAY_TYPE_DRAGGED_SKILL (way_dragged_skill_get_type ())
G_DECLARE_FINAL_TYPE (WayDraggedSkill, way_dragged_skill, WAY, DRAGGED_SKILL, GObject)

struct _WayDraggedSkill
{
  GObject parent_instance;

  gint64 id;
};

G_DEFINE_FINAL_TYPE (WayDraggedSkill, way_dragged_skill, G_TYPE_OBJECT)

static void
way_dragged_skill_class_init (WayDraggedSkillClass *klass)
{
}

static void
way_dragged_skill_init (WayDraggedSkill *self)
{
}

static WaySkillRow *
row_at (GtkWidget *list, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (list, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, WAY_TYPE_SKILL_ROW) : NULL;

  return row != NULL ? WAY_SKILL_ROW (row) : NULL;
}

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, GtkWidget *list)
{
  WaySkillRow *row = row_at (list, x, y);
  g_autoptr (WayDraggedSkill) dragged = NULL;
  double from_x, from_y;

  if (row == NULL)
    return NULL;
  gtk_widget_translate_coordinates (list, GTK_WIDGET (row), x, y, &from_x, &from_y);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);
  gtk_drag_source_set_icon (source, still, (int) from_x, (int) from_y);
  dragged = g_object_new (WAY_TYPE_DRAGGED_SKILL, NULL);
  dragged->id = way_skill_row_get_skill (row)->id;
  return gdk_content_provider_new_typed (WAY_TYPE_DRAGGED_SKILL, dragged);
}

/* The row that shows the line is kept on the list, by a reference. */
static void
show_line (GtkWidget *list, WaySkillRow *row, WaySkillRowDrop drop)
{
  WaySkillRow *last = g_object_get_data (G_OBJECT (list), "way-drop-row");

  if (last != NULL && last != row)
    way_skill_row_set_drop (last, WAY_SKILL_ROW_NO_DROP);
  g_object_set_data_full (G_OBJECT (list), "way-drop-row", row != NULL ? g_object_ref (row) : NULL,
                          row != NULL ? g_object_unref : NULL);
  if (row != NULL)
    way_skill_row_set_drop (row, drop);
}

static gboolean
is_lower_half (GtkWidget *list, WaySkillRow *row, double x, double y)
{
  double row_x, row_y;

  gtk_widget_translate_coordinates (list, GTK_WIDGET (row), x, y, &row_x, &row_y);
  return row_y > gtk_widget_get_height (GTK_WIDGET (row)) / 2.0;
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, GtkWidget *list)
{
  WaySkillRow *row = row_at (list, x, y);

  show_line (list, row,
             row != NULL && is_lower_half (list, row, x, y) ? WAY_SKILL_ROW_DROP_AFTER
                                                            : WAY_SKILL_ROW_DROP_BEFORE);
  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_leave (GtkDropTarget *target, GtkWidget *list)
{
  show_line (list, NULL, WAY_SKILL_ROW_NO_DROP);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *list)
{
  WayDraggedSkill *dragged = g_value_get_object (value);
  WaySkillRow *row = row_at (list, x, y);
  gint64 before;

  show_line (list, NULL, WAY_SKILL_ROW_NO_DROP);
  if (row == NULL ||
      !way_skill_order_drop (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))),
                             dragged->id, way_skill_row_get_skill (row)->id,
                             is_lower_half (list, row, x, y), &before))
    return FALSE;
  gtk_widget_activate_action (list, "skill.move", "(xx)", dragged->id, before);
  return TRUE;
}

void
way_skill_drag_install (GtkListView *list)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WAY_TYPE_DRAGGED_SKILL, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), list);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), list);
  g_signal_connect (target, "leave", G_CALLBACK (on_leave), list);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), list);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
