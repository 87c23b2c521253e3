#include "app/calendar/live-dialog.h"

#include "app/session.h"
#include "core/calendar/live.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WAY_TYPE_LIVE_DIALOG (way_live_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayLiveDialog, way_live_dialog, WAY, LIVE_DIALOG, AdwWindow)

struct _WayLiveDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  gboolean showing; /* the switches are being set, not pressed */
  AdwToastOverlay *toasts;
  GtkSwitch *live;
  AdwActionRow *file_row;
  GtkWidget *programs;
  GtkSwitch *gnome;
};

G_DEFINE_FINAL_TYPE (WayLiveDialog, way_live_dialog, ADW_TYPE_WINDOW)

static void
say (WayLiveDialog *self, const char *message)
{
  g_autofree char *title = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (title));
}

/* The file that is followed, or that would be (transfer full). */
static char *
get_path (WayLiveDialog *self, gboolean *live)
{
  char *path = way_live_get_path (self->store);

  *live = path != NULL;
  return path != NULL ? path : way_live_default_path ();
}

static void
show_state (WayLiveDialog *self)
{
  gboolean live;
  g_autofree char *path = get_path (self, &live);
  g_autofree char *subtitle = g_markup_escape_text (path, -1);

  self->showing = TRUE;
  gtk_switch_set_active (self->live, live);
  gtk_switch_set_active (self->gnome, live && way_live_is_in_gnome (self->store));
  self->showing = FALSE;
  adw_action_row_set_subtitle (self->file_row, subtitle);
  gtk_widget_set_sensitive (self->programs, live);
}

/* Says what went wrong, and shows what holds. */
static void
finish (WayLiveDialog *self, gboolean ok, const GError *error)
{
  if (!ok)
    say (self, error->message);
  show_state (self);
}

static void
on_live (WayLiveDialog *self)
{
  gboolean live;
  g_autofree char *path = get_path (self, &live);
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  gboolean start = gtk_switch_get_active (self->live);
  gboolean ok = way_live_set (self->store, start ? path : NULL, way_session_now (), &error);
  finish (self, ok, error);
}

static void
on_gnome (WayLiveDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  gboolean ok = way_live_show_in_gnome (self->store, gtk_switch_get_active (self->gnome),
                                        way_session_now (), &error);
  finish (self, ok, error);
}

static void
on_copy (WayLiveDialog *self)
{
  gboolean live;
  g_autofree char *path = get_path (self, &live);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), path);
  say (self, _ ("Path copied"));
}

static void
on_chosen (GtkNativeDialog *chooser, int response, WayLiveDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  if (path != NULL)
    {
      gboolean ok = way_live_set (self->store, path, way_session_now (), &error);
      finish (self, ok, error);
    }
  else if (file != NULL)
    say (self, _ ("Only files on this computer can be used"));
  g_object_unref (chooser);
}

static void
on_choose (WayLiveDialog *self)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Live Calendar File"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Use"), NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "learning-plan.ics");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
way_live_dialog_dispose (GObject *object)
{
  WayLiveDialog *self = WAY_LIVE_DIALOG (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_live_dialog_parent_class)->dispose (object);
}

static void
way_live_dialog_class_init (WayLiveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_live_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/calendar/live-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayLiveDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayLiveDialog, live);
  gtk_widget_class_bind_template_child (widget_class, WayLiveDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, WayLiveDialog, programs);
  gtk_widget_class_bind_template_child (widget_class, WayLiveDialog, gnome);
  gtk_widget_class_bind_template_callback (widget_class, on_live);
  gtk_widget_class_bind_template_callback (widget_class, on_gnome);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_choose);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_live_dialog_init (WayLiveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_live_dialog_new (WayStore *store)
{
  WayLiveDialog *self = g_object_new (WAY_TYPE_LIVE_DIALOG, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
  return GTK_WIDGET (self);
}
