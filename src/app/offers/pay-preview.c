#include "app/offers/pay-preview.h"

#include "app/offers/amount.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayPayPreview
{
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkLabel *missing;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (WayPayPreview, way_pay_preview, ADW_TYPE_BIN)

/* The rows of the table, in order. */
typedef enum
{
  ROW_YEAR,
  ROW_LOW,
  ROW_PAY,
  ROW_HIGH,
  ROW_GUARANTEED,
  ROW_OWED,
  ROW_PRESENT,
} Row;

/* Inside a sentence. */
static const char *
component_word (WayPayComponent component)
{
  /* Translators: parts of the pay, in a list behind "Not known:" */
  static const char *const words[WAY_PAY_N_COMPONENTS] = {
    N_ ("base"),    N_ ("bonus"),     N_ ("sign-on money"), N_ ("equity"),
    N_ ("pension"), N_ ("allowance"), N_ ("commute"),
  };

  return _ (words[component]);
}

/* transfer full */
static char *
list_missing (guint missing)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (int k = 0; k < WAY_PAY_N_COMPONENTS; k++)
    if (missing & 1u << k)
      g_ptr_array_add (words, (gpointer) component_word ((WayPayComponent) k));
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_ (", "), (char **) words->pdata);
}

/* The label at @column, @row, made when there is none yet: most of typing changes figures alone. */
static GtkLabel *
get_label (WayPayPreview *self, int column, Row row)
{
  GtkWidget *label = gtk_grid_get_child_at (self->grid, column, row);

  if (label != NULL)
    return GTK_LABEL (label);
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  if (column == 0 || row == ROW_YEAR)
    gtk_widget_add_css_class (label, "dim-label");
  if (row == ROW_PAY && column > 0)
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
  return GTK_LABEL (label);
}

static void
set_row_visible (WayPayPreview *self, Row row, gboolean visible)
{
  GtkWidget *child;

  for (int column = 0; (child = gtk_grid_get_child_at (self->grid, column, row)) != NULL; column++)
    gtk_widget_set_visible (child, visible);
}

static void
set_cell (WayPayPreview *self, int column, Row row, double amount)
{
  g_autofree char *text = way_amount_format_whole (amount);

  gtk_label_set_text (get_label (self, column, row), text);
}

static void
show_titles (WayPayPreview *self, const WayPay *pay)
{
  gtk_label_set_text (get_label (self, 0, ROW_YEAR), "");
  gtk_label_set_text (get_label (self, 0, ROW_LOW), _ ("At worst"));
  gtk_label_set_text (get_label (self, 0, ROW_PAY), pay->missing ? _ ("Known pay") : _ ("Pay"));
  gtk_label_set_text (get_label (self, 0, ROW_HIGH), _ ("At best"));
  gtk_label_set_text (get_label (self, 0, ROW_GUARANTEED), _ ("Guaranteed only"));
  gtk_label_set_text (get_label (self, 0, ROW_OWED), _ ("Owed when leaving"));
}

static void
show_years (WayPayPreview *self, const WayPay *pay)
{
  gboolean range = FALSE, owed = FALSE;

  for (int i = 0; i < pay->n_years; i++)
    {
      const WayPayYear *year = &pay->years[i];
      /* Translators: a year of a job, from 1 */
      g_autofree char *title = g_strdup_printf (_ ("Year %d"), i + 1);
      gtk_label_set_text (get_label (self, i + 1, ROW_YEAR), title);
      set_cell (self, i + 1, ROW_LOW, year->known.low);
      set_cell (self, i + 1, ROW_PAY, year->known.middle);
      set_cell (self, i + 1, ROW_HIGH, year->known.high);
      set_cell (self, i + 1, ROW_GUARANTEED, year->guaranteed);
      set_cell (self, i + 1, ROW_OWED, year->owed);
      range = range || year->known.low != year->known.high;
      owed = owed || year->owed > 0;
    }
  set_row_visible (self, ROW_LOW, range);
  set_row_visible (self, ROW_HIGH, range);
  set_row_visible (self, ROW_OWED, owed);
}

/* In the first year's column, as money of the first day. */
static void
show_present (WayPayPreview *self, const WayPay *pay, const char *currency, double percent)
{
  GtkWidget *label = gtk_grid_get_child_at (self->grid, 0, ROW_PRESENT);

  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_margin_top (label, 3);
      gtk_grid_attach (self->grid, label, 0, ROW_PRESENT, pay->n_years + 1, 1);
    }
  gtk_widget_set_visible (label, !isnan (percent));
  if (isnan (percent))
    return;
  g_autofree char *money = way_amount_format_money (pay->present.middle, currency);
  g_autofree char *rate = way_amount_format_percent (percent);
  g_autofree char *text =
      g_strdup_printf (ngettext ("Present value of %d year at %s: %s",
                                 "Present value of %d years at %s: %s", (gulong) pay->n_years),
                       pay->n_years, rate, money);
  gtk_label_set_text (GTK_LABEL (label), text);
}

void
way_pay_preview_show (WayPayPreview *self,
                      const WayPay *pay,
                      const char *currency,
                      double discount_percent)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->grid), pay != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->summary), pay != NULL);
  if (pay == NULL)
    return;
  g_autofree char *first = way_amount_format_money (pay->years[0].known.middle, currency);
  g_autofree char *guaranteed = way_amount_format_money (pay->years[0].guaranteed, currency);
  g_autofree char *summary =
      /* Translators: two amounts: "Year 1: 112,000 EUR, guaranteed 85,000 EUR" */
      g_strdup_printf (_ ("Year 1: %s, guaranteed %s"), first, guaranteed);
  g_autofree char *parts = list_missing (pay->missing);
  /* Translators: a list: "Not known: bonus, equity" */
  g_autofree char *missing = g_strdup_printf (_ ("Not known: %s"), parts);

  gtk_label_set_text (self->summary, summary);
  gtk_label_set_text (self->missing, missing);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), pay->missing != 0);
  show_titles (self, pay);
  show_years (self, pay);
  show_present (self, pay, currency, discount_percent);
}

static void
way_pay_preview_class_init (WayPayPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "paypreview");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/pay-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPayPreview, summary);
  gtk_widget_class_bind_template_child (widget_class, WayPayPreview, missing);
  gtk_widget_class_bind_template_child (widget_class, WayPayPreview, grid);
}

static void
way_pay_preview_init (WayPayPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
