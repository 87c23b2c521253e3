#include "app/calendar/export-dialog.h"

#include "app/session.h"
#include "app/widgets/date-row.h"
#include "core/calendar/export.h"

#include <glib/gi18n.h>

#define WAY_TYPE_EXPORT_DIALOG (way_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayExportDialog, way_export_dialog, WAY, EXPORT_DIALOG, AdwWindow)

struct _WayExportDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  gboolean ready; /* the widgets are set up */
  AdwToastOverlay *toasts;
  GtkWidget *export_button;
  AdwComboRow *contents;
  AdwPreferencesGroup *kinds;
  GtkCheckButton *checks[WAY_EXPORT_N_KINDS];
  GtkWidget *rows[WAY_EXPORT_N_KINDS];
  GtkLabel *counts[WAY_EXPORT_N_KINDS];
  WayDateRow *from;
  WayDateRow *to;
  GtkWidget *utc_row;
  GtkSwitch *utc;
  GtkLabel *total;
};

G_DEFINE_FINAL_TYPE (WayExportDialog, way_export_dialog, ADW_TYPE_WINDOW)

/* The choices of "contents", in the order of its list. */
enum
{
  WHOLE,
  CHANGES,
  TODOS,
  FREE_BUSY,
};

static const char *const kind_titles[WAY_EXPORT_N_KINDS] = {
  N_ ("Study blocks"), N_ ("Mock interviews"), N_ ("Question drills"),      N_ ("Reviews"),
  N_ ("Milestones"),   N_ ("Checklist"),       N_ ("Offers and decisions"),
};

static WayExportForm
get_form (WayExportDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->contents);

  return selected == TODOS       ? WAY_EXPORT_AS_TODOS
         : selected == FREE_BUSY ? WAY_EXPORT_AS_FREE_BUSY
                                 : WAY_EXPORT_AS_EVENTS;
}

/* The kinds that the form has room for. */
static guint
held_kinds (WayExportForm form)
{
  return form == WAY_EXPORT_AS_TODOS       ? WAY_EXPORT_POINTS
         : form == WAY_EXPORT_AS_FREE_BUSY ? WAY_EXPORT_BLOCKS
                                           : WAY_EXPORT_ALL;
}

/* What the dialog says; %FALSE when a day is none. */
static gboolean
read_options (WayExportDialog *self, WayExportOptions *options)
{
  *options = (WayExportOptions) {
    .form = get_form (self),
    .changes_only = adw_combo_row_get_selected (self->contents) == CHANGES,
  };
  /* A free/busy file is in UTC whatever is said. */
  options->utc = gtk_switch_get_active (self->utc) && options->form == WAY_EXPORT_AS_EVENTS;
  for (int k = 0; k < WAY_EXPORT_N_KINDS; k++)
    if (gtk_check_button_get_active (self->checks[k]))
      options->kinds |= 1u << k;
  options->kinds &= held_kinds (options->form);
  return way_date_row_get_date (self->from, &options->from_date, NULL) &&
         way_date_row_get_date (self->to, &options->to_date, NULL);
}

/* How many of each kind the range has, chosen or not. */
static gboolean
show_counts (WayExportDialog *self, const WayExportOptions *options, int *chosen)
{
  WayExportOptions all = *options;
  int counts[WAY_EXPORT_N_KINDS];

  *chosen = 0;
  all.kinds = WAY_EXPORT_ALL;
  if (!way_export_count (self->store, &all, counts, NULL))
    return FALSE;
  for (int k = 0; k < WAY_EXPORT_N_KINDS; k++)
    {
      g_autofree char *text = g_strdup_printf ("%d", counts[k]);
      gtk_label_set_text (self->counts[k], text);
      *chosen += options->kinds & 1u << k ? counts[k] : 0;
    }
  return TRUE;
}

static void
update (WayExportDialog *self)
{
  WayExportOptions options;
  int n = 0;

  if (!self->ready)
    return;
  gboolean sound = read_options (self, &options) && show_counts (self, &options, &n);
  for (int k = 0; k < WAY_EXPORT_N_KINDS; k++)
    gtk_widget_set_visible (self->rows[k], (held_kinds (options.form) & 1u << k) != 0);
  gtk_widget_set_visible (self->utc_row, options.form == WAY_EXPORT_AS_EVENTS);
  g_autofree char *total =
      !sound   ? g_strdup (_ ("The days make no range"))
      : n == 0 ? g_strdup (_ ("Nothing of this in the plan"))
      : options.changes_only
          ? g_strdup_printf (ngettext ("What has changed of %d entry",
                                       "What has changed of %d entries", (gulong) n),
                             n)
          : g_strdup_printf (ngettext ("%d entry", "%d entries", (gulong) n), n);
  gtk_label_set_text (self->total, total);
  gtk_widget_set_sensitive (self->export_button, sound && n > 0);
}

/* "98 events written to “plan.ics”", and what that is against what the file was sent before (transfer
 * full). */
static char *
describe_result (const char *path, const WayExportResult *result)
{
  g_autofree char *name = g_path_get_basename (path);

  if (!result->written)
    return g_strdup_printf (_ ("Nothing has changed since “%s” was written"), name);
  if (result->kept_path != NULL)
    {
      g_autofree char *kept = g_path_get_basename (result->kept_path);
      return g_strdup_printf (_ ("“%s” had been changed by somebody else; that is kept as “%s”"),
                              name, kept);
    }
  if (result->sent_utc != 0 && result->added + result->changed + result->cancelled == 0)
    return g_strdup_printf (_ ("“%s” is written; nothing has changed since the last time"), name);
  if (result->sent_utc != 0)
    /* Translators: the name of a file, and counts of events */
    return g_strdup_printf (_ ("“%s”: %d new, %d changed, %d cancelled"), name, result->added,
                            result->changed, result->cancelled);
  return g_strdup_printf (ngettext ("%d event written to “%s”", "%d events written to “%s”",
                                    (gulong) result->n_entries),
                          result->n_entries, name);
}

static void
export_to (WayExportDialog *self, const char *path)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  WayExportOptions options;
  g_autoptr (GError) error = NULL;
  g_auto (WayExportResult) result = { 0 };

  read_options (self, &options);
  if (!way_export_to_file (self->store, &options, path, way_session_now (), &result, &error))
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
      return;
    }
  g_autofree char *message = describe_result (path, &result);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_chosen (GtkNativeDialog *chooser, int response, WayExportDialog *self)
{
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    export_to (self, path);
  else if (file != NULL)
    adw_toast_overlay_add_toast (self->toasts,
                                 adw_toast_new (_ ("Only files on this computer can be used")));
  g_object_unref (chooser);
}

static void
on_export (WayExportDialog *self)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Save Calendar File"), GTK_WINDOW (self),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Calendar files"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_suffix (filter, "ifb");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  /* Files of their own: a calendar that is fed one of them takes the other's events for removed. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser),
                                     get_form (self) == WAY_EXPORT_AS_TODOS ? "waymark-todos.ics"
                                     : get_form (self) == WAY_EXPORT_AS_FREE_BUSY
                                         ? "waymark-busy.ifb"
                                         : "waymark-plan.ics");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
add_kind (WayExportDialog *self, int k)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  GtkWidget *count = gtk_label_new ("");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (kind_titles[k]));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->kinds, row);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->checks[k] = GTK_CHECK_BUTTON (check);
  self->rows[k] = row;
  self->counts[k] = GTK_LABEL (count);
}

static void
way_export_dialog_dispose (GObject *object)
{
  WayExportDialog *self = WAY_EXPORT_DIALOG (object);

  self->ready = FALSE;
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_export_dialog_parent_class)->dispose (object);
}

static void
way_export_dialog_class_init (WayExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->dispose = way_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/calendar/export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, contents);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, from);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, to);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, utc_row);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, utc);
  gtk_widget_class_bind_template_child (widget_class, WayExportDialog, total);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_export_dialog_init (WayExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int k = 0; k < WAY_EXPORT_N_KINDS; k++)
    add_kind (self, k);
}

GtkWidget *
way_export_dialog_new (WayStore *store)
{
  WayExportDialog *self = g_object_new (WAY_TYPE_EXPORT_DIALOG, NULL);
  WayDate today = way_session_today (store);

  self->store = g_object_ref (store);
  way_date_row_set_date (self->from, WAY_DATE_NONE, today);
  way_date_row_set_date (self->to, WAY_DATE_NONE, today);
  self->ready = TRUE;
  update (self);
  gtk_widget_grab_focus (self->export_button);
  return GTK_WIDGET (self);
}
