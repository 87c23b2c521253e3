#include "app/offers/report-dialog.h"

#include "app/offers/report-paper.h"
#include "app/session.h"
#include "core/base/file.h"
#include "core/offers/report.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define WAY_TYPE_REPORT_DIALOG (way_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayReportDialog, way_report_dialog, WAY, REPORT_DIALOG, AdwWindow)

struct _WayReportDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayScorecard *card;
  WayComparison *comparison;
  WayDate today;
  GtkWidget *save;
  AdwToastOverlay *toasts;
  AdwComboRow *format;
  GtkSwitch *names;
  GtkSwitch *pay;
  GtkSwitch *notes;
  GtkTextView *preview;
};

G_DEFINE_FINAL_TYPE (WayReportDialog, way_report_dialog, ADW_TYPE_WINDOW)

/* The choices of "format", in the order of its list. */
typedef enum
{
  FORMAT_PDF,
  FORMAT_HTML,
  FORMAT_MARKDOWN,
  FORMAT_CSV,
} Format;

static const struct
{
  const char *end; /* of the name of a file */
  const char *title;
} formats[] = {
  [FORMAT_PDF] = { "pdf", N_ ("PDF documents") },
  [FORMAT_HTML] = { "html", N_ ("Web pages") },
  [FORMAT_MARKDOWN] = { "md", N_ ("Markdown texts") },
  [FORMAT_CSV] = { "csv", N_ ("CSV tables") },
};

static Format
get_format (WayReportDialog *self)
{
  return (Format) adw_combo_row_get_selected (self->format);
}

static WayReportFlags
get_flags (WayReportDialog *self)
{
  return (gtk_switch_get_active (self->names) ? WAY_REPORT_NAMES : 0) |
         (gtk_switch_get_active (self->pay) ? WAY_REPORT_PAY : 0) |
         (gtk_switch_get_active (self->notes) ? WAY_REPORT_NOTES : 0);
}

/* What the file has, as text; a page has the same (transfer full). */
static char *
make_text (WayReportDialog *self, Format format)
{
  WayReportFlags flags = get_flags (self);

  switch (format)
    {
    case FORMAT_CSV:
      return way_report_csv (self->card, self->comparison, flags, self->today);
    case FORMAT_HTML:
      return way_report_html (self->card, self->comparison, flags, self->today);
    case FORMAT_PDF:
    case FORMAT_MARKDOWN:
    default:
      return way_report_markdown (self->card, self->comparison, flags, self->today);
    }
}

/* Whoever checks a page wants to read what is on it, not how it is marked up. */
static void
update (WayReportDialog *self)
{
  if (self->card == NULL)
    return;
  g_autofree char *text =
      make_text (self, get_format (self) == FORMAT_CSV ? FORMAT_CSV : FORMAT_MARKDOWN);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  g_autofree char *shown = g_strjoinv ("\n", lines);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->preview), shown, -1);
}

static gboolean
write_file (WayReportDialog *self, const char *path, GError **error)
{
  if (get_format (self) == FORMAT_PDF)
    return way_report_paper_write (self->card, self->comparison, get_flags (self), self->today,
                                   path, error);
  g_autofree char *text = make_text (self, get_format (self));
  return way_file_write (path, text, strlen (text), error);
}

/* The name with the end that says what it is (transfer full). */
static char *
complete_name (WayReportDialog *self, const char *path)
{
  g_autofree char *end = g_strconcat (".", formats[get_format (self)].end, NULL);

  return g_str_has_suffix (path, end) ? g_strdup (path) : g_strconcat (path, end, NULL);
}

static void
export_to (WayReportDialog *self, const char *chosen)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *path = complete_name (self, chosen);
  g_autoptr (GError) error = NULL;

  if (!write_file (self, path, &error))
    {
      g_autofree char *markup = g_markup_escape_text (error->message, -1);
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (markup));
      return;
    }
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (name);
  /* Translators: the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("Scorecard exported to “%s”"), shown);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", message);
}

static void
on_chosen (GtkNativeDialog *chooser, int response, WayReportDialog *self)
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
on_save (WayReportDialog *self)
{
  Format format = get_format (self);
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      _ ("Save Scorecard"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strconcat ("scorecard.", formats[format].end, NULL);

  gtk_file_filter_set_name (filter, _ (formats[format].title));
  gtk_file_filter_add_suffix (filter, formats[format].end);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
way_report_dialog_dispose (GObject *object)
{
  WayReportDialog *self = WAY_REPORT_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->comparison, way_comparison_free);
  g_clear_pointer (&self->card, way_scorecard_free);
  G_OBJECT_CLASS (way_report_dialog_parent_class)->dispose (object);
}

static void
way_report_dialog_class_init (WayReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_report_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/offers/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, format);
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, names);
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, pay);
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, WayReportDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_report_dialog_init (WayReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_report_dialog_new (WayStore *store, gint64 scorecard_id, GError **error)
{
  g_autoptr (WayScorecard) card = way_scorecard_load (store, scorecard_id, error);

  if (card == NULL)
    return NULL;
  WayReportDialog *self = g_object_new (WAY_TYPE_REPORT_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->comparison = way_compare (card, WAY_RANK_SAMPLES);
  self->card = g_steal_pointer (&card);
  self->today = way_session_today (store);
  update (self);
  gtk_widget_grab_focus (self->save);
  return GTK_WIDGET (self);
}
