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
  WayZone *zone;
  WayDate today;
  int fixes_used; /* stored since the dialog opened, and not taken back */
  GListStore *rows;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkListView *list;
  GtkButton *cancel;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (WayDraftDialog, way_draft_dialog, ADW_TYPE_WINDOW)

/* "30 moved, 58 unchanged": what there is none of would only make it long. */
static char *
counts_text (const WayDraft *draft)
{
  const struct
  {
    int n;
    const char *format;
  } counts[] = {
    /* Translators: a count of blocks. */
    { draft->added, ngettext ("%d added", "%d added", (gulong) draft->added) },
    /* Translators: a count of blocks. */
    { draft->moved, ngettext ("%d moved", "%d moved", (gulong) draft->moved) },
    /* Translators: a count of blocks. */
    { draft->removed, ngettext ("%d removed", "%d removed", (gulong) draft->removed) },
    /* Translators: a count of blocks. */
    { draft->unchanged, ngettext ("%d unchanged", "%d unchanged", (gulong) draft->unchanged) },
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].n > 0)
      {
        g_autofree char *count = g_strdup_printf (counts[i].format, counts[i].n);
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", count);
      }
  return g_string_free (text, FALSE);
}

static void
show_draft (WayDraftDialog *self)
{
  const WayDraft *draft = self->draft;
  g_autofree char *counts = counts_text (draft);
  gboolean apply = draft->changes->len > 0 || draft->wish != NULL;

  adw_window_title_set_subtitle (self->title, counts);
  way_row_items_replace (self->rows, way_draft_rows_new (draft, self->zone, self->today));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), apply);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "draft.undo", self->fixes_used > 0);
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
  if (way_draft_apply (self->draft, self->store, way_session_now (), &error))
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
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_install_action (widget_class, "draft.use", "u", on_use);
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
  static const WayRowFuncs funcs = { way_draft_rows_make, way_draft_rows_fill };
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
