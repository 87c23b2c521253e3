#include "app/skills/skill-menu.h"

#include "app/skills/skill-order.h"
#include "app/skills/skill-row.h"
#include "app/widgets/row-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
add (GMenu *menu, const char *label, const char *key, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  if (key != NULL)
    g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

/* The five steps and none, by @action. @key_format: of the shortcut for a digit (nullable) */
static GMenuModel *
make_steps (const char *action, gint64 id, const char *key_format)
{
  GMenu *menu = g_menu_new ();

  for (int step = WAY_SKILL_BLANK; step <= WAY_SKILL_MAX; step++)
    {
      /* Translators: a step of a skill: its number, which is its mnemonic, and its name */
      g_autofree char *label =
          step == WAY_SKILL_BLANK
              ? g_strdup_printf (_ ("_%d  Blank"), step)
              : g_strdup_printf (_ ("_%d  %s"), step, way_skill_level_title (step));
      g_autofree char *key = key_format != NULL ? g_strdup_printf ("%s%d", key_format, step) : NULL;
      add (menu, label, key, action, g_variant_new ("(xi)", id, step));
    }
  return G_MENU_MODEL (menu);
}

static void
add_steps (GMenu *menu, const char *label, const char *action, gint64 id, const char *key_format)
{
  g_autoptr (GMenuModel) steps = make_steps (action, id, key_format);

  g_menu_append_submenu (menu, label, steps);
}

static void
add_moves (GMenu *menu, GtkListView *list, gint64 id)
{
  GListModel *rows = G_LIST_MODEL (gtk_list_view_get_model (list));
  gint64 before;

  if (way_skill_order_step (rows, id, -1, &before))
    add (menu, _ ("Move _Up"), "<Alt>Up", "skill.move", g_variant_new ("(xx)", id, before));
  if (way_skill_order_step (rows, id, 1, &before))
    add (menu, _ ("Move Do_wn"), "<Alt>Down", "skill.move", g_variant_new ("(xx)", id, before));
}

/* transfer full */
static GMenuModel *
make_menu (GtkListView *list, WaySkillRow *row)
{
  const WaySkill *skill = way_skill_row_get_skill (row);
  gint64 id = skill->id;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) work = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();

  add (first, _ ("_Details"), "Return", "skills.details", g_variant_new_int64 (id));
  add_steps (first, _ ("_Score"), "skill.score", id, "");
  add_steps (first, _ ("_Target"), "skill.target", id, "<Shift>");
  add (work, _ ("_Plan Gap Action…"), NULL, "win.plan-gap", g_variant_new_int64 (id));
  add (work, _ ("Add Another's S_core…"), NULL, "skills.rate", g_variant_new ("(xs)", id, ""));
  add_moves (moves, list, id);
  if (skill->kind == WAY_SKILL_OWN)
    add (moves, _ ("_Remove Skill"), NULL, "skill.remove", g_variant_new_int64 (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (work));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  return G_MENU_MODEL (menu);
}

/* The keyboard goes back to the row. */
static void
on_closed (GtkWidget *popover, GtkWidget *list)
{
  gint64 *id = g_object_get_data (G_OBJECT (popover), "way-skill");

  way_row_list_focus (list, 0, *id);
}

/* Made when it is first needed; it goes with the list. */
static GtkPopoverMenu *
get_popover (GtkListView *list)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (list), "way-skill-menu");

  if (popover != NULL)
    return GTK_POPOVER_MENU (popover);
  popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, gtk_widget_get_ancestor (GTK_WIDGET (list), ADW_TYPE_BIN));
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), list, 0);
  g_signal_connect_object (list, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (list), "way-skill-menu", popover);
  return GTK_POPOVER_MENU (popover);
}

/* Takes @menu. */
static void
open_at (GtkListView *list, GtkWidget *row, const GdkRectangle *at, GMenuModel *menu)
{
  GtkPopoverMenu *popover = get_popover (list);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));
  GtkWidget *from = at != NULL ? GTK_WIDGET (list) : row;
  GdkRectangle place = { 0, gtk_widget_get_height (row) / 2, 1, 1 };
  double x, y;

  if (at != NULL)
    place = *at;
  else if (gtk_widget_get_direction (row) == GTK_TEXT_DIR_RTL)
    place.x = gtk_widget_get_width (row) - 1;
  gtk_widget_translate_coordinates (from, parent, place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gint64 id = way_skill_row_get_skill (WAY_SKILL_ROW (row))->id;
  g_object_set_data_full (G_OBJECT (popover), "way-skill", g_memdup2 (&id, sizeof id), g_free);
  gtk_popover_menu_set_menu_model (popover, menu);
  g_object_unref (menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
way_skill_menu_open (GtkListView *list, GtkWidget *row, const GdkRectangle *at)
{
  open_at (list, row, at, make_menu (list, WAY_SKILL_ROW (row)));
}

void
way_skill_menu_open_targets (GtkListView *list, GtkWidget *row)
{
  gint64 id = way_skill_row_get_skill (WAY_SKILL_ROW (row))->id;
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenuModel) steps = make_steps ("skill.target", id, NULL);

  g_menu_append_section (menu, _ ("Target"), steps);
  open_at (list, row, NULL, G_MENU_MODEL (menu));
}

/* At the release: a menu that comes up before takes it, and the row would stay pressed. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, GtkListView *list)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (list), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, WAY_TYPE_SKILL_ROW) : NULL;

  if (row == NULL)
    return;
  way_skill_menu_open (list, row, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
}

void
way_skill_menu_install (GtkListView *list)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "released", G_CALLBACK (on_released), list);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (click));
}
