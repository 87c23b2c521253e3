#include "app/store/history-dialog.h"

#include "app/format.h"
#include "app/session.h"

#include <glib/gi18n.h>

#define MOST_SHOWN 200

#define WAY_TYPE_HISTORY_DIALOG (way_history_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayHistoryDialog, way_history_dialog, WAY, HISTORY_DIALOG, AdwWindow)

struct _WayHistoryDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of GtkWidget * */
};

G_DEFINE_FINAL_TYPE (WayHistoryDialog, way_history_dialog, ADW_TYPE_WINDOW)

static void
say (WayHistoryDialog *self, const char *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

/* Steps until the action lies on the other side. */
static void
on_go (WayHistoryDialog *self, GtkWidget *button)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (button), "way-action");
  gboolean undone = g_object_get_data (G_OBJECT (button), "way-undone") != NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  for (gboolean more = TRUE; more && error == NULL; n++)
    {
      g_autoptr (WayAction) next =
          undone ? way_store_peek_redo (self->store) : way_store_peek_undo (self->store);
      more = next != NULL && next->id != id;
      if (next == NULL)
        break;
      if (undone)
        way_store_redo (self->store, NULL, &error);
      else
        way_store_undo (self->store, NULL, &error);
    }
  if (error != NULL)
    {
      say (self, error->message);
      return;
    }
  g_autofree char *message = g_strdup_printf (
      undone ? ngettext ("%d action done again", "%d actions done again", (gulong) n)
             : ngettext ("%d action undone", "%d actions undone", (gulong) n),
      n);
  say (self, message);
}

static void
add_row (WayHistoryDialog *self, const WayAction *action, WayZone *zone, WayDate today)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *go =
      gtk_button_new_from_icon_name (action->undone ? "edit-redo-symbolic" : "edit-undo-symbolic");
  const char *label = action->undone ? _ ("Do Again up to Here") : _ ("Undo Back to Before This");
  int minute;
  WayDate date = way_zone_to_local (zone, action->time_utc, &minute);
  g_autofree char *day = way_format_day_short (date, today);
  g_autofree char *time = g_strdup_printf (_ ("%s, %02d:%02d"), day, minute / 60, minute % 60);
  g_autofree char *subtitle =
      /* Translators: a time */
      action->undone ? g_strdup_printf (_ ("%s, undone"), time) : g_strdup (time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), action->name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (action->undone)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_widget_set_valign (go, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_set_tooltip_text (go, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (go), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (go), "way-action", g_memdup2 (&action->id, sizeof action->id),
                          g_free);
  g_object_set_data (G_OBJECT (go), "way-undone", GINT_TO_POINTER (action->undone));
  g_signal_connect_object (go, "clicked", G_CALLBACK (on_go), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), go);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

/* The row that the keyboard is in; -1: none. */
static int
focused_row (WayHistoryDialog *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      if (focus == row || gtk_widget_is_ancestor (focus, row))
        return (int) i;
    }
  return -1;
}

static void
reload (WayHistoryDialog *self)
{
  int focused = focused_row (self);
  g_autoptr (GPtrArray) actions = way_store_history (self->store, MOST_SHOWN, NULL);
  g_autoptr (WayZone) zone = way_session_zone (self->store);
  WayDate today = way_session_today (self->store);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; actions != NULL && i < actions->len; i++)
    add_row (self, g_ptr_array_index (actions, i), zone, today);
  gtk_stack_set_visible_child_name (self->pages, self->rows->len > 0 ? "list" : "empty");
  if (focused >= 0 && focused < (int) self->rows->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, focused));
}

static void
way_history_dialog_dispose (GObject *object)
{
  WayHistoryDialog *self = WAY_HISTORY_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_history_dialog_parent_class)->dispose (object);
}

static void
way_history_dialog_class_init (WayHistoryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_history_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/store/history-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayHistoryDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryDialog, group);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_history_dialog_init (WayHistoryDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_history_dialog_new (WayStore *store)
{
  WayHistoryDialog *self = g_object_new (WAY_TYPE_HISTORY_DIALOG, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
  return GTK_WIDGET (self);
}
