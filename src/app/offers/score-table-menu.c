/* The menu of what is at the cursor or under the pointer, and what Enter opens. */
#include "app/offers/offer-menus.h"
#include "app/offers/score-cell.h"
#include "app/offers/score-table-private.h"

static void
open_menu (WayScoreTable *self, GtkWidget *cell, double x, double y)
{
  g_autoptr (GMenuModel) menu = NULL;
  int row, column;

  if (!way_score_table_find (self, cell, &row, &column))
    return;
  menu = row == WAY_SCORE_TABLE_HEADS || column >= COLUMN_OFFERS
             ? way_offer_menu_new (self->card, (guint) (column - COLUMN_OFFERS))
             : way_criterion_menu_new (self->card, (guint) row);
  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_secondary (WayScoreTable *self, int n, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (under != NULL)
    open_menu (self, under, x, y);
}

void
way_score_table_open_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayScoreTable *self = WAY_SCORE_TABLE (widget);
  GtkWidget *focus = way_score_table_focus_of (self);
  double x, y;

  if (focus == NULL)
    return;
  gtk_widget_translate_coordinates (focus, widget, gtk_widget_get_width (focus) / 2.0,
                                    gtk_widget_get_height (focus), &x, &y);
  open_menu (self, focus, x, y);
}

static gint64
id_at (const GArray *ids, int at)
{
  return g_array_index (ids, gint64, at);
}

/* Enter on what is not typed goes to where it comes from. */
static gboolean
activate (WayScoreTable *self, GtkWidget *focus)
{
  int row, column;

  if (!WAY_IS_SCORE_CELL (focus) || !way_score_table_find (self, focus, &row, &column))
    return FALSE;
  if (column == COLUMN_TITLE)
    gtk_widget_activate_action (GTK_WIDGET (self), "criterion.edit", "x",
                                id_at (self->criteria_ids, row));
  else if (column >= COLUMN_OFFERS)
    gtk_widget_activate_action (GTK_WIDGET (self), "offer.edit", "x",
                                id_at (self->offer_ids, column - COLUMN_OFFERS));
  return TRUE;
}

static gboolean
on_key (WayScoreTable *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *focus = way_score_table_focus_of (self);

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_F2) && focus != NULL &&
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
    return activate (self, focus);
  return FALSE;
}

/* Before the window moves the focus. */
static gboolean
on_key_before (WayScoreTable *self, guint key, guint code, GdkModifierType state)
{
  self->leaving = (state & GDK_CONTROL_MASK) && (key == GDK_KEY_Tab || key == GDK_KEY_ISO_Left_Tab);
  return FALSE;
}

void
way_score_table_add_menu (WayScoreTable *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *before = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (before, GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (before, "key-pressed", G_CALLBACK (on_key_before), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_secondary), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), before);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
