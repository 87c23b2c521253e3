#include "app/plan/draft-dialog.h"

#include "app/plan/draft-rows.h"
#include "app/session.h"
#include "app/widgets/row-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WAY_TYPE_DRAFT_DIALOG (way_draft_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayDraftDialog, way_draft_dialog, WAY, DRAFT_DIALOG, AdwWindow)

struct _WayDraftDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayDraft *draft;
  GPtrArray *groups; /* of WayDraftGroup *: what is chosen of the draft */
  GPtrArray *blocks; /* of WayBlock *: all stored ones */
  WayPlanSettings *settings;
  WayZone *zone;
  WayDate today;
  int fixes_used; /* stored since the dialog opened, and not taken back */
  GListStore *rows;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkListView *list;
  GtkButton *cancel;
  GtkButton *apply;
  GtkWidget *notice;
  GtkImage *notice_icon;
  GtkLabel *notice_text;
  GtkWidget *notice_add;
};

G_DEFINE_FINAL_TYPE (WayDraftDialog, way_draft_dialog, ADW_TYPE_WINDOW)

/* Counts of what is chosen, and what stays anyway. */
static char *
chosen_text (WayDraftDialog *self)
{
  int added = 0, moved = 0, removed = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const WayDraftGroup *it = g_ptr_array_index (self->groups, i);
      added += it->chosen ? it->added : 0;
      moved += it->chosen ? it->moved : 0;
      removed += it->chosen ? it->removed : 0;
    }
  return way_draft_counts_text (added, moved, removed,
                                self->draft->unchanged + self->draft->moved - moved +
                                    self->draft->removed - removed);
}

/* What is in the way of the choice, or else what limits it exceeds. */
static void
show_notice (WayDraftDialog *self, const GArray *conflicts)
{
  g_autofree char *text = way_draft_conflicts_text (self->groups, conflicts);
  g_autoptr (GArray) excess =
      way_draft_excess (self->draft, self->groups, self->blocks, self->settings, self->zone);
  g_auto (GStrv) lines = way_draft_excess_text (excess, self->settings);
  g_autofree char *limits = g_strjoinv (" ", lines);
  gboolean refused = conflicts->len > 0;

  gtk_label_set_text (self->notice_text, refused ? text : limits);
  gtk_image_set_from_icon_name (self->notice_icon,
                                refused ? "way-late-symbolic" : "way-limits-symbolic");
  gtk_widget_set_visible (self->notice_add, refused);
  gtk_widget_set_visible (self->notice, refused || *limits != '\0');
}

/* What is chosen has changed. */
static void
show_choice (WayDraftDialog *self)
{
  g_autofree char *counts = chosen_text (self);
  g_autoptr (GArray) conflicts = way_draft_conflicts (self->draft, self->groups, self->blocks);
  WayDraftShown shown = { self->draft, self->groups, self->blocks, self->zone, self->today };

  adw_window_title_set_subtitle (self->title, counts);
  way_row_items_replace (self->rows, way_draft_rows_new (&shown));
  show_notice (self, conflicts);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            conflicts->len == 0 && (self->draft->wish != NULL ||
                                                    way_draft_groups_count (self->groups) > 0));
}

/* Another draft; what was left out before still is. */
static void
show_draft (WayDraftDialog *self)
{
  g_autoptr (GPtrArray) old = g_steal_pointer (&self->groups);

  self->groups = way_draft_groups_new (self->draft);
  if (old != NULL)
    way_draft_groups_follow (self->groups, old);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->blocks = way_schedule_load (self->store, G_MININT64 / 2, G_MAXINT64 / 2, NULL);
  if (self->blocks == NULL)
    self->blocks = g_ptr_array_new ();
  g_clear_pointer (&self->settings, way_plan_settings_free);
  self->settings = way_plan_settings_load (self->store, NULL);
  if (self->settings == NULL)
    self->settings = way_plan_settings_new (self->today, way_zone_get_id (self->zone));
  show_choice (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.undo", self->fixes_used > 0);
}

static void
on_choose (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayDraftDialog *self = WAY_DRAFT_DIALOG (widget);
  gboolean chosen;
  guint group;

  g_variant_get (parameter, "(ub)", &group, &chosen);
  if (group >= self->groups->len)
    return;
  ((WayDraftGroup *) g_ptr_array_index (self->groups, group))->chosen = chosen;
  show_choice (self);
}

static void
say (WayDraftDialog *self, const char *message, gboolean undo)
{
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "draft.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Another draft from the top, with the keyboard on what comes next. */
static void
start_over (WayDraftDialog *self)
{
  gboolean apply = gtk_widget_get_sensitive (GTK_WIDGET (self->apply));

  gtk_widget_grab_focus (GTK_WIDGET (apply ? self->apply : self->cancel));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
}

/* The data changed under the draft: by a fix, by taking it back, or by another process. */
static void
on_store_changed (WayDraftDialog *self)
{
  g_autoptr (GError) error = NULL;
  const WayPlanWish *wish = self->draft->wish != NULL ? &self->draft->wish->wish : NULL;
  g_autoptr (WayDraft) draft = way_draft_new_for (self->store, wish, way_session_now (), &error);

  if (draft == NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
      say (self, error->message, FALSE);
      return;
    }
  way_draft_free (self->draft);
  self->draft = g_steal_pointer (&draft);
  show_draft (self);
}

/* The button goes with what it was for: the keyboard goes on to what comes next. */
static void
on_complete (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayDraftDialog *self = WAY_DRAFT_DIALOG (widget);

  way_draft_groups_complete (self->draft, self->groups, self->blocks);
  show_choice (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->apply));
}

static void
on_use (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayDraftDialog *self = WAY_DRAFT_DIALOG (widget);
  guint index = g_variant_get_uint32 (parameter);
  const WayPlanFix *fix =
      index < self->draft->fixes->len ? g_ptr_array_index (self->draft->fixes, index) : NULL;
  g_autoptr (GError) error = NULL;

  if (fix == NULL)
    return;
  /* Counted before the store tells that it changed: what is shown then offers to take it back. The
   * draft goes with its fixes, so the text is kept. */
  g_autofree char *used = g_strdup_printf (_ ("Now used: %s"), fix->text);
  self->fixes_used++;
  if (way_plan_settings_save (self->store, fix->settings, way_session_now (), &error))
    {
      start_over (self);
      say (self, used, TRUE);
      return;
    }
  self->fixes_used--;
  say (self, error->message, FALSE);
}

static void
on_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayDraftDialog *self = WAY_DRAFT_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  self->fixes_used--;
  if (way_store_undo (self->store, NULL, &error))
    {
      start_over (self);
      return;
    }
  self->fixes_used++;
  say (self, error->message, FALSE);
}

static void
tell_parent (WayDraftDialog *self, const char *action, const char *message)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, "s", message);
}

static void
on_apply (WayDraftDialog *self)
{
  g_autoptr (GError) error = NULL;

  g_signal_handlers_disconnect_by_func (self->store, on_store_changed, self);
  self->fixes_used = 0;
  if (way_draft_apply_groups (self->draft, self->groups, self->store, way_session_now (), &error))
    tell_parent (self, "win.show-undo",
                 self->draft->wish != NULL ? _ ("Phase moved") : _ ("Plan changed"));
  else
    tell_parent (self, "win.show-message", error->message);
  gtk_window_close (GTK_WINDOW (self));
}

/* A fix that was used stays when the draft is not applied: it was stored. */
static gboolean
on_close (WayDraftDialog *self)
{
  if (self->fixes_used > 0)
    tell_parent (self, "win.show-undo", _ ("Hours and limits changed"));
  return FALSE;
}

static void
way_draft_dialog_dispose (GObject *object)
{
  WayDraftDialog *self = WAY_DRAFT_DIALOG (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  g_clear_pointer (&self->draft, way_draft_free);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->settings, way_plan_settings_free);
  g_clear_pointer (&self->zone, way_zone_free);
  G_OBJECT_CLASS (way_draft_dialog_parent_class)->dispose (object);
}

static void
way_draft_dialog_class_init (WayDraftDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_draft_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/plan/draft-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, notice_icon);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, notice_text);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, notice_add);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_install_action (widget_class, "draft.use", "u", on_use);
  gtk_widget_class_install_action (widget_class, "draft.choose", "(ub)", on_choose);
  gtk_widget_class_install_action (widget_class, "draft.complete", NULL, on_complete);
  gtk_widget_class_install_action (widget_class, "draft.undo", NULL, on_undo);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "draft.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_draft_dialog_init (WayDraftDialog *self)
{
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_draft_dialog_new (WayStore *store, WayDraft *draft)
{
  static const WayRowFuncs funcs = { way_draft_rows_make, way_draft_rows_fill,
                                     way_draft_rows_activate, WAY_DRAFT_ROWS_ACTIVATABLE };
  WayDraftDialog *self = g_object_new (WAY_TYPE_DRAFT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->draft = draft;
  self->zone = way_session_zone (store);
  self->today = way_session_today (store);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  if (draft->wish != NULL)
    {
      const char *name = way_plan_wish_name (&draft->wish->wish);
      gtk_window_set_title (GTK_WINDOW (self), name);
      adw_window_title_set_title (self->title, name);
    }
  show_draft (self);
  gboolean apply = gtk_widget_get_sensitive (GTK_WIDGET (self->apply));
  gtk_widget_grab_focus (GTK_WIDGET (apply ? self->apply : self->cancel));
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
