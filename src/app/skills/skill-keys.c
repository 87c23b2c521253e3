#include "app/skills/skill-keys.h"

#include "app/skills/skill-menu.h"
#include "app/skills/skill-order.h"
#include "app/skills/skill-row.h"
#include "core/skills/matrix.h"

GtkWidget *
way_skill_keys_focused_row (GtkListView *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL && gtk_widget_get_parent (focus) == GTK_WIDGET (list)
                       ? gtk_widget_get_first_child (focus)
                       : NULL;

  return row != NULL && WAY_IS_SKILL_ROW (row) ? row : NULL;
}

static int
digit_of (guint keyval)
{
  return g_unichar_digit_value (gdk_keyval_to_unicode (keyval));
}

/* The digit of a key, whether it is typed with Shift or without: keyboards differ in that, and with Shift the key still
 * has a meaning here. −1: none. */
static int
read_digit (GtkEventController *controller, guint keyval, guint keycode, GdkModifierType state)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GdkDisplay *display = gtk_widget_get_display (gtk_event_controller_get_widget (controller));
  g_autofree GdkKeymapKey *keys = NULL;
  g_autofree guint *keyvals = NULL;
  int n, digit = digit_of (keyval);

  /* The number pad as arrows: Home, End and so on. */
  if (digit < 0 && keyval >= GDK_KEY_KP_Home && keyval <= GDK_KEY_KP_Delete &&
      (state & GDK_SHIFT_MASK) == 0)
    return -1;
  if (digit >= 0 || event == NULL ||
      !gdk_display_map_keycode (display, keycode, &keys, &keyvals, &n))
    return digit;
  for (int i = 0; i < n && digit < 0; i++)
    if (keys[i].level <= 1 && keys[i].group == (int) gdk_key_event_get_layout (event))
      digit = digit_of (keyvals[i]);
  return digit;
}

static gboolean
type_digit (GtkListView *list, gint64 id, int digit, gboolean shift)
{
  if (digit < WAY_SKILL_BLANK || digit > WAY_SKILL_MAX)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (list), shift ? "skill.target" : "skill.score", "(xi)", id,
                              digit);
  return TRUE;
}

static gboolean
move (GtkListView *list, gint64 id, int direction)
{
  gint64 before;

  if (way_skill_order_step (G_LIST_MODEL (gtk_list_view_get_model (list)), id, direction, &before))
    gtk_widget_activate_action (GTK_WIDGET (list), "skill.move", "(xx)", id, before);
  else
    gtk_widget_error_bell (GTK_WIDGET (list));
  return TRUE;
}

/* Letters and signs that are no digits. */
static gboolean
press_other (GtkListView *list, GtkWidget *row, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return type_digit (list, way_skill_row_get_skill (WAY_SKILL_ROW (row))->id, WAY_SKILL_BLANK,
                         shift);
    case GDK_KEY_t:
    case GDK_KEY_T:
      way_skill_menu_open_targets (list, row);
      return TRUE;
    case GDK_KEY_Menu:
      way_skill_menu_open (list, row, NULL);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        way_skill_menu_open (list, row, NULL);
      return shift;
    default:
      return FALSE;
    }
}

static gboolean
on_key (GtkEventController *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkListView *list)
{
  GtkWidget *row = way_skill_keys_focused_row (list);
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;

  if (row == NULL)
    return FALSE;
  gint64 id = way_skill_row_get_skill (WAY_SKILL_ROW (row))->id;
  if (held == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return move (list, id, -1);
  if (held == GDK_ALT_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return move (list, id, 1);
  if (held != 0)
    return FALSE;
  return type_digit (list, id, read_digit (controller, keyval, keycode, state), shift) ||
         press_other (list, row, keyval, shift);
}

void
way_skill_keys_install (GtkListView *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
