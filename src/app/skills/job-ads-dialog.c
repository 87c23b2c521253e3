#include "app/skills/job-ads-dialog.h"

#include "app/format.h"
#include "app/session.h"
#include "app/skills/job-ad-page.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/outcome.h"
#include "app/widgets/row-list.h"
#include "core/skills/job-ads.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define WAY_TYPE_JOB_ADS_DIALOG (way_job_ads_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayJobAdsDialog, way_job_ads_dialog, WAY, JOB_ADS_DIALOG, AdwWindow)

struct _WayJobAdsDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayDate today;
  GPtrArray *ads;   /* of WayJobAd; %NULL until they are read */
  gint64 open;      /* the one that is shown; 0: none */
  GListStore *rows; /* of WayRowItem */
  GtkStack *pages;  /* "empty", "list", "paste", "ad" */
  AdwWindowTitle *title;
  GtkWidget *back, *paste, *add, *remove;
  GtkListView *list;
  GtkEditable *name;
  GtkTextView *text;
  GtkLabel *message;
  WayJobAdPage *page;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (WayJobAdsDialog, way_job_ads_dialog, ADW_TYPE_WINDOW)

static const WayJobAd *
find_ad (WayJobAdsDialog *self, gint64 id)
{
  for (guint i = 0; self->ads != NULL && i < self->ads->len; i++)
    {
      const WayJobAd *ad = g_ptr_array_index (self->ads, i);
      if (ad->id == id)
        return ad;
    }
  return NULL;
}

static gboolean
is_on (WayJobAdsDialog *self, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), page) == 0;
}

static void
say (WayJobAdsDialog *self, const char *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
show_page (WayJobAdsDialog *self, const char *page)
{
  const WayJobAd *ad = g_str_equal (page, "ad") ? find_ad (self, self->open) : NULL;
  gboolean paste = g_str_equal (page, "paste");

  gtk_stack_set_visible_child_name (self->pages, page);
  gtk_widget_set_visible (self->back, paste || ad != NULL);
  gtk_widget_set_visible (self->paste, !paste && ad == NULL);
  gtk_widget_set_visible (self->add, paste);
  gtk_widget_set_visible (self->remove, ad != NULL);
  adw_window_title_set_title (self->title, ad != NULL ? ad->title
                                           : paste    ? _ ("Paste Job Description")
                                                      : _ ("Job Descriptions"));
}

static void
show_list (WayJobAdsDialog *self)
{
  gint64 id = self->open;

  self->open = 0;
  show_page (self, self->ads != NULL && self->ads->len > 0 ? "list" : "empty");
  if (is_on (self, "list") && id != 0)
    way_row_list_focus (GTK_WIDGET (self->list), 0, id);
  else
    gtk_widget_grab_focus (self->paste);
}

/* Reads the open one again: what it names may be other skills now. */
static void
show_open (WayJobAdsDialog *self)
{
  const WayJobAd *ad = find_ad (self, self->open);
  g_autoptr (GError) error = NULL;
  WayMatrix *matrix = ad != NULL ? way_matrix_load (self->store, self->today, &error) : NULL;

  if (error != NULL)
    way_tell_outcome (GTK_WIDGET (self), self->store, FALSE, NULL, error);
  if (matrix == NULL)
    {
      show_list (self);
      return;
    }
  way_job_ad_page_show (self->page, ad, matrix);
  show_page (self, "ad");
}

static GtkWidget *
make_row (int kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL), *day = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (day), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (title), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (day, "dim-label");
  gtk_widget_add_css_class (box, "bar");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), day);
  return box;
}

static void
fill_row (GtkWidget *box, WayRowItem *item, gpointer user_data)
{
  WayJobAdsDialog *self = user_data;
  const WayJobAd *ad = way_row_item_get_data (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  g_autofree char *day = way_format_day_short (ad->added_date, self->today);
  /* Translators: when a job description was pasted */
  g_autofree char *added = g_strdup_printf (_ ("Added on %s"), day);

  gtk_label_set_text (GTK_LABEL (title), ad->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), added);
}

static void
on_activate (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayJobAdsDialog *self = user_data;

  self->open = way_row_item_get_id (item);
  show_open (self);
  if (is_on (self, "ad"))
    way_job_ad_page_grab_focus (self->page);
}

static void
fill_list (WayJobAdsDialog *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->ads->len; i++)
    {
      WayJobAd *ad = g_ptr_array_index (self->ads, i);
      g_ptr_array_add (items, way_row_item_new (0, ad->id, self->ads, ad));
    }
  way_row_items_replace (self->rows, items);
}

static void
reload (GtkWidget *widget)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  GPtrArray *ads = way_job_ads_list (self->store, &error);

  if (ads == NULL)
    {
      way_tell_outcome (widget, self->store, FALSE, NULL, error);
      return;
    }
  self->today = way_session_today (self->store);
  g_clear_pointer (&self->ads, g_ptr_array_unref);
  self->ads = ads;
  fill_list (self);
  if (self->open != 0)
    show_open (self);
  else if (!is_on (self, "paste"))
    show_page (self, ads->len > 0 ? "list" : "empty");
}

static void
on_paste (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (widget);

  show_page (self, "paste");
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

/* What was typed stays for the next time; Escape closes from the list only. */
static void
on_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (widget);

  if (is_on (self, "list") || is_on (self, "empty"))
    gtk_window_close (GTK_WINDOW (self));
  else
    show_list (self);
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_object_get (buffer, "text", &text, NULL);
  if (!way_job_ad_add (self->store, gtk_editable_get_text (self->name), text, self->today,
                       way_session_now (), &id, &error))
    {
      say (self, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->text));
      return;
    }
  say (self, "");
  gtk_text_buffer_set_text (buffer, "", 0);
  gtk_editable_set_text (self->name, "");
  self->open = id;
  show_open (self);
  way_job_ad_page_grab_focus (self->page);
  way_tell_outcome (widget, self->store, TRUE, _ ("Job description added"), NULL);
}

static void
on_remove (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (widget);
  gint64 id = self->open;
  g_autoptr (GError) error = NULL;

  if (id == 0)
    return;
  self->open = 0;
  gboolean done = way_job_ad_remove (self->store, id, way_session_now (), &error);
  show_list (self);
  way_tell_outcome (widget, self->store, done, _ ("Job description removed"), error);
}

static void
on_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (!way_store_undo (self->store, NULL, &error))
    way_tell_outcome (widget, self->store, FALSE, NULL, error);
}

static void
add_toast (WayJobAdsDialog *self, const char *message, gboolean undo)
{
  g_autofree char *title = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (title);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What happens here is told here: the window behind is covered. */
static void
on_show_undo (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_toast (WAY_JOB_ADS_DIALOG (widget), g_variant_get_string (parameter, NULL), TRUE);
}

static void
on_show_message (GtkWidget *widget, const char *action, GVariant *parameter)
{
  add_toast (WAY_JOB_ADS_DIALOG (widget), g_variant_get_string (parameter, NULL), FALSE);
}

static void
way_job_ads_dialog_finalize (GObject *object)
{
  WayJobAdsDialog *self = WAY_JOB_ADS_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->ads, g_ptr_array_unref);
  G_OBJECT_CLASS (way_job_ads_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/skills/job-ads-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, back);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, paste);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, add);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, name);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, text);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, page);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdsDialog, toasts);
}

static void
way_job_ads_dialog_class_init (WayJobAdsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_JOB_AD_PAGE);
  G_OBJECT_CLASS (klass)->finalize = way_job_ads_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "ads.paste", NULL, on_paste);
  gtk_widget_class_install_action (widget_class, "ads.back", NULL, on_back);
  gtk_widget_class_install_action (widget_class, "ads.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "ads.remove", NULL, on_remove);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, on_undo);
  gtk_widget_class_install_action (widget_class, "win.show-undo", "s", on_show_undo);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", on_show_message);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "ads.back", NULL);
  bind_template (widget_class);
}

static void
way_job_ads_dialog_init (WayJobAdsDialog *self)
{
  static const WayRowFuncs funcs = { make_row, fill_row, on_activate, 1 << 0 };

  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
}

GtkWidget *
way_job_ads_dialog_new (WayStore *store)
{
  WayJobAdsDialog *self = g_object_new (WAY_TYPE_JOB_ADS_DIALOG, NULL);

  self->store = g_object_ref (store);
  way_job_ad_page_set_store (self->page, store);
  way_follow_store (GTK_WIDGET (self), store, reload);
  return GTK_WIDGET (self);
}
