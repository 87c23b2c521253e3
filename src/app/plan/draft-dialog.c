#include "app/plan/draft-dialog.h"

#include "app/format.h"
#include "app/session.h"
#include "app/widgets/block-row.h"
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
  GListStore *rows;
  AdwWindowTitle *title;
  GtkListView *list;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (WayDraftDialog, way_draft_dialog, ADW_TYPE_WINDOW)

enum
{
  ROW_CHANGE,
  ROW_UNPLACED,
};

static GtkWidget *
make_row (int kind)
{
  return adw_action_row_new ();
}

/* "Mon 4 Jan, 18:30 – 19:30" */
static char *
format_time (WayDraftDialog *self, gint64 start_utc, gint64 end_utc)
{
  WayDate date = way_zone_to_local (self->zone, start_utc, NULL);
  g_autofree char *day = way_format_day_short (date, self->today);
  g_autofree char *times = way_format_times (self->zone, start_utc, end_utc);

  /* Translators: a day, and times on it. */
  return g_strdup_printf (_ ("%s, %s"), day, times);
}

static char *
change_text (WayDraftDialog *self, const WayChange *change)
{
  g_autofree char *old = format_time (self, change->old_start_utc, change->old_end_utc);
  g_autofree char *new = format_time (self, change->new_start_utc, change->new_end_utc);

  switch (change->change)
    {
    case WAY_CHANGE_MOVED:
      /* Translators: an old and a new time. */
      return g_strdup_printf (_ ("Moved from %s to %s"), old, new);
    case WAY_CHANGE_REMOVED:
      return g_strdup_printf (_ ("Removed: %s"), old);
    case WAY_CHANGE_ADDED:
    default:
      return g_strdup_printf (_ ("Added: %s"), new);
    }
}

static char *
unplaced_text (const WayUnplaced *unplaced)
{
  g_autofree char *time = way_format_minutes (unplaced->minutes);

  /* Translators: a length of time, and the limits that stop it. */
  return g_strdup_printf (_ ("%s found no place. Limited by %s."), time, unplaced->limits);
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  const WayUnplaced *unplaced = way_row_item_get_data (item);
  const WayChange *change = way_row_item_get_data (item);
  gboolean is_change = way_row_item_get_kind (item) == ROW_CHANGE;
  g_autofree char *title = g_markup_escape_text (is_change ? change->title : unplaced->title, -1);
  g_autofree char *text = is_change ? change_text (user_data, change) : unplaced_text (unplaced);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), is_change ? way_block_kind_icon (change->kind)
                                                                : "way-late-symbolic");
}

static void
add_items (GPtrArray *items, const char *heading, int kind, GPtrArray *owner)
{
  if (owner->len > 0)
    g_ptr_array_add (items, way_row_item_new_heading (heading));
  for (guint i = 0; i < owner->len; i++)
    g_ptr_array_add (items, way_row_item_new (kind, i, owner, g_ptr_array_index (owner, i)));
}

static void
show_draft (WayDraftDialog *self)
{
  static const WayRowFuncs funcs = { make_row, fill_row };
  const WayDraft *draft = self->draft;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *counts =
      g_strdup_printf (_ ("%d added, %d moved, %d removed, %d unchanged"), draft->added,
                       draft->moved, draft->removed, draft->unchanged);

  adw_window_title_set_subtitle (self->title, counts);
  add_items (items, _ ("Without a place"), ROW_UNPLACED, draft->unplaced);
  add_items (items, _ ("Changes"), ROW_CHANGE, draft->changes);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  way_row_items_replace (self->rows, items);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), draft->changes->len > 0);
}

static void
on_apply (WayDraftDialog *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (way_draft_apply (self->draft, self->store, way_session_now (), &error))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s", _ ("Plan changed"));
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", error->message);
  gtk_window_close (GTK_WINDOW (self));
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
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WayDraftDialog, apply);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
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
  WayDraftDialog *self = g_object_new (WAY_TYPE_DRAFT_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->draft = draft;
  self->zone = way_session_zone (store);
  self->today = way_session_today (store);
  show_draft (self);
  return GTK_WIDGET (self);
}
