/* The main window: a sidebar of views, and the toasts. What the menus and buttons do is in
 * window-actions.c. */
#include "config.h"

#include "app/window-private.h"

#include "app/plan/marks.h"
#include "app/roadmap/date-actions.h"
#include "app/roadmap/phase-actions.h"
#include "app/schedule/block-actions.h"
#include "app/skills/skill-actions.h"
#include "app/views.h"
#include "core/base/error.h"

#include <glib/gi18n.h>

#define LONG_TOAST_SECONDS 10

struct _WayWindow
{
  AdwApplicationWindow parent_instance;

  WayStore *store;
  GSettings *settings;
  AdwToastOverlay *toasts;
  AdwLeaflet *leaflet;
  GtkWidget *content;
  GtkListBox *sidebar;
  GtkStack *views;
  AdwWindowTitle *title;
  GtkWidget *notice;
  GtkLabel *notice_reason;
  GtkWidget *notice_again;
  GMenu *history_section;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  gboolean painted; /* the first frame */
};

G_DEFINE_FINAL_TYPE (WayWindow, way_window, ADW_TYPE_APPLICATION_WINDOW)

WayStore *
way_window_get_store (WayWindow *self)
{
  return self->store;
}

void
way_window_say (WayWindow *self, const char *message, const char *button, const char *action)
{
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  if (button != NULL)
    {
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
    }
  /* Long texts take longer to read. */
  if (g_utf8_strlen (message, -1) > 60)
    adw_toast_set_timeout (toast, LONG_TOAST_SECONDS);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* "Undo Make Plan", or "Undo"; an underline in the name is one (transfer full). */
static char *
name_step (const char *step, const char *named, const char *name)
{
  if (name == NULL)
    return g_strdup (step);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);
  return g_strdup_printf (named, escaped);
}

void
way_window_name_history (WayWindow *self, const char *undo, const char *redo)
{
  /* Translators: the name of an action: "Undo Make Plan" */
  g_autofree char *undo_label = name_step (_ ("_Undo"), _ ("_Undo %s"), undo);
  /* Translators: the name of an action: "Redo Make Plan" */
  g_autofree char *redo_label = name_step (_ ("_Redo"), _ ("_Redo %s"), redo);
  g_autofree char *undo_tip =
      undo != NULL ? g_strdup_printf (_ ("Undo %s"), undo) : g_strdup (_ ("Undo"));
  g_autofree char *redo_tip =
      redo != NULL ? g_strdup_printf (_ ("Redo %s"), redo) : g_strdup (_ ("Redo"));

  g_menu_remove_all (self->history_section);
  g_menu_append (self->history_section, undo_label, "win.undo");
  g_menu_append (self->history_section, redo_label, "win.redo");
  g_menu_append (self->history_section, _ ("H_istory…"), "win.history");
  g_menu_append (self->history_section, _ ("_Backups…"), "win.backups");
  gtk_widget_set_tooltip_text (self->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip);
}

static GtkListBoxRow *
find_row (WayWindow *self, const char *view)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sidebar, i)) != NULL; i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), view))
      return row;
  return NULL;
}

/* Each view is made when it is first shown, and the first one once the window stands: to read the data and to lay out
 * what it says takes longer than to paint the rest. */
static void
make_view (WayWindow *self)
{
  if (!self->painted || self->store == NULL)
    return;
  AdwBin *place = ADW_BIN (gtk_stack_get_visible_child (self->views));
  const char *name = gtk_stack_get_visible_child_name (self->views);
  if (adw_bin_get_child (place) == NULL)
    adw_bin_set_child (place, way_views_make (name, self->store));
}

static gboolean
on_painted (gpointer data)
{
  WayWindow *self = data;

  self->painted = TRUE;
  make_view (self);
  return G_SOURCE_REMOVE;
}

/* The frame is on its way only when the main loop goes on. */
static void
on_after_paint (GdkFrameClock *clock, WayWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, on_after_paint, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_painted, g_object_ref (self), g_object_unref);
}

static void
way_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_window_parent_class)->map (widget);
  if (!WAY_WINDOW (widget)->painted)
    g_signal_connect_object (gtk_widget_get_frame_clock (widget), "after-paint",
                             G_CALLBACK (on_after_paint), widget, 0);
}

void
way_window_show_view (WayWindow *self, const char *view)
{
  GtkListBoxRow *row = find_row (self, view);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->sidebar, row);
  if (!adw_leaflet_get_folded (self->leaflet))
    gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_stack_set_visible_child_name (self->views, view);
  make_view (self);
  adw_window_title_set_title (self->title,
                              gtk_stack_page_get_title (gtk_stack_get_page (
                                  self->views, gtk_stack_get_visible_child (self->views))));
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

void
way_window_show_block (WayWindow *self, gint64 block_id)
{
  way_window_show_view (self, "schedule");
  gtk_widget_activate_action (
      adw_bin_get_child (ADW_BIN (gtk_stack_get_visible_child (self->views))),
      "schedule.show-block", "x", block_id);
}

static void
on_row_activated (WayWindow *self, GtkListBoxRow *row)
{
  way_window_show_view (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

/* The keyboard comes into the list at the view that is shown, and what it went over leaves no mark. */
static void
mark_view (WayWindow *self)
{
  GtkListBoxRow *row = find_row (self, gtk_stack_get_visible_child_name (self->views));

  if (row != NULL && row != gtk_list_box_get_selected_row (self->sidebar))
    gtk_list_box_select_row (self->sidebar, row);
}

static void
on_back (WayWindow *self)
{
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* Another process may have written while this window was in the background. */
static void
on_active (WayWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    way_store_poll (self->store);
}

/* Stays as long as nothing can be written. */
static void
show_notice (WayWindow *self)
{
  const GError *reason = way_store_get_read_only_reason (self->store);

  gtk_widget_set_visible (self->notice, reason != NULL);
  if (reason == NULL)
    return;
  gtk_label_set_text (self->notice_reason, reason->message);
  gtk_widget_set_visible (self->notice_again,
                          g_error_matches (reason, WAY_ERROR, WAY_ERROR_READ_ONLY));
}

static void
restore_state (WayWindow *self)
{
  g_autofree char *view = g_settings_get_string (self->settings, "view");

  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  way_window_show_view (self, "today");
  way_window_show_view (self, view);
  g_settings_bind (self->settings, "view", self->views, "visible-child-name", G_SETTINGS_BIND_SET);
}

static void
way_window_dispose (GObject *object)
{
  WayWindow *self = WAY_WINDOW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (way_window_parent_class)->dispose (object);
}

static void
way_window_class_init (WayWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_window_dispose;
  widget_class->map = way_window_map;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/window.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, content);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, views);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, notice_reason);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, notice_again);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, history_section);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, redo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_active);
}

static void
way_window_init (WayWindow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (mark_view), self);
  gtk_widget_add_controller (GTK_WIDGET (self->sidebar), focus);
}

WayWindow *
way_window_new (AdwApplication *application, WayStore *store)
{
  WayWindow *self = g_object_new (WAY_TYPE_WINDOW, "application", application, NULL);

  self->store = g_object_ref (store);
  self->settings = g_settings_new (APP_ID);
  way_marks_install (GTK_WIDGET (self), store);
  way_block_actions_install (GTK_WIDGET (self), store);
  way_phase_actions_install (GTK_WIDGET (self), store);
  way_date_actions_install (GTK_WIDGET (self), store);
  way_skill_actions_install (GTK_WIDGET (self), store);
  show_notice (self);
  restore_state (self);
  return self;
}
