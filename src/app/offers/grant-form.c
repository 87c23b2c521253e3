#include "app/offers/grant-form.h"

#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/widgets/form-list.h"
#include "app/widgets/form.h"
#include "core/base/error.h"
#include "core/offers/compare.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayGrantForm
{
  AdwExpanderRow parent_instance;

  const WayScorecard *card;
  gint64 id;
  char *currency;
  int own_every; /* months between two vestings, when it is none of the choices */
  GtkEditable *grant_title;
  AdwComboRow *kind;
  WayAmountRow *low;
  WayAmountRow *middle;
  WayAmountRow *high;
  WayAmountRow *discount;
  GtkSpinButton *start;
  AdwComboRow *form;
  GtkEditable *by_year;
  GtkEditable *table;
  GtkSpinButton *months;
  GtkSpinButton *cliff;
  AdwComboRow *every;
  GtkWidget *months_row;
  GtkWidget *cliff_row;
};

G_DEFINE_FINAL_TYPE (WayGrantForm, way_grant_form, ADW_TYPE_EXPANDER_ROW)

/* The choices of "form", in the order of its list. */
enum
{
  EVENLY,
  BY_YEARS,
  BY_TABLE,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Those of "every"; behind them comes what is none of them. */
static const int every_months[] = { 1, 3, 6, 12 };

static int
get_every (WayGrantForm *self)
{
  guint selected = adw_combo_row_get_selected (self->every);

  return selected < G_N_ELEMENTS (every_months) ? every_months[selected] : self->own_every;
}

/* transfer full */
static char *
get_text (GtkEditable *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

/* How many numbers there are: a year each. */
static int
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ;,\t", -1);
  int n = 0;

  for (char **word = words; *word != NULL; word++)
    n += **word != '\0';
  return n;
}

static void
read_vesting (WayGrantForm *self, WayGrantRow *grant)
{
  guint form = adw_combo_row_get_selected (self->form);

  grant->start_month = way_form_get_int (self->start);
  grant->months = way_form_get_int (self->months);
  grant->cliff_months = way_form_get_int (self->cliff);
  grant->every_months = get_every (self);
  g_free (grant->year_percents);
  g_free (grant->vest_table);
  grant->year_percents = form == BY_YEARS ? get_text (self->by_year) : g_strdup ("");
  grant->vest_table = form == BY_TABLE ? get_text (self->table) : g_strdup ("");
  if (form == BY_YEARS)
    grant->months = CLAMP (12 * count_words (grant->year_percents), 1, 480);
}

/* What core says to the vesting alone. */
static gboolean
check_vesting (WayGrantForm *self, const WayGrantRow *grant, GError **error)
{
  guint form = adw_combo_row_get_selected (self->form);
  GtkEditable *row = form == BY_TABLE ? self->table : self->by_year;
  g_autoptr (WayOffer) offer = way_offer_new (self->currency);
  g_autoptr (GError) wrong = NULL;
  WayPayOffer pay;

  if (form == EVENLY)
    return TRUE;
  if (*(form == BY_TABLE ? grant->vest_table : grant->year_percents) == '\0')
    g_set_error (&wrong, WAY_ERROR, WAY_ERROR_INVALID, _ ("It is not said how the grant vests."));
  WayGrantRow *known = way_grant_row_copy (grant);
  known->middle = isnan (known->middle) ? 1 : known->middle;
  g_ptr_array_add (offer->grants, known);
  if (wrong == NULL && way_offer_to_pay (self->card, offer, 1, &pay, &wrong))
    way_pay_offer_clear (&pay);
  way_form_set_error (GTK_WIDGET (row), wrong != NULL);
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static gboolean
check_order (WayGrantForm *self, const WayGrantRow *grant, GError **error)
{
  gboolean low = grant->low > grant->middle, high = grant->high < grant->middle;
  gboolean alone = isnan (grant->middle) && !(isnan (grant->low) && isnan (grant->high));

  way_form_set_error (GTK_WIDGET (self->low), low);
  way_form_set_error (GTK_WIDGET (self->high), high);
  way_form_set_error (GTK_WIDGET (self->middle), alone);
  if (!low && !high && !alone)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, "%s",
               alone ? _ ("A lowest and a highest value need a likely one between them.")
               : low ? _ ("The lowest value is above the likely one.")
                     : _ ("The highest value is below the likely one."));
  return FALSE;
}

WayGrantRow *
way_grant_form_read (WayGrantForm *self, GError **error)
{
  g_autoptr (WayGrantRow) grant = way_grant_row_new ();

  grant->id = self->id;
  g_free (grant->title);
  grant->title = get_text (self->grant_title);
  grant->kind = (WayGrantKind) adw_combo_row_get_selected (self->kind);
  read_vesting (self, grant);
  if (!way_amount_row_get_value (self->low, &grant->low, error) ||
      !way_amount_row_get_value (self->middle, &grant->middle, error) ||
      !way_amount_row_get_value (self->high, &grant->high, error) ||
      !way_amount_row_get_value (self->discount, &grant->discount_percent, error) ||
      !check_order (self, grant, error) || !check_vesting (self, grant, error))
    return NULL;
  return g_steal_pointer (&grant);
}

static void
show_title (WayGrantForm *self)
{
  g_autofree char *title = get_text (self->grant_title);
  double value = way_amount_row_peek (self->middle);
  const char *kind = way_grant_kind_title ((WayGrantKind) adw_combo_row_get_selected (self->kind));
  g_autofree char *money = isnan (value) ? g_strdup (_ ("value not known"))
                                         : way_amount_format_money (value, self->currency);

  way_form_list_set_title (ADW_EXPANDER_ROW (self), *title != '\0' ? title : kind);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), money);
}

static void
show_fields (WayGrantForm *self)
{
  guint form = adw_combo_row_get_selected (self->form);

  gtk_widget_set_visible (GTK_WIDGET (self->by_year), form == BY_YEARS);
  gtk_widget_set_visible (GTK_WIDGET (self->table), form == BY_TABLE);
  gtk_widget_set_visible (self->months_row, form == EVENLY);
  gtk_widget_set_visible (self->cliff_row, form != BY_TABLE);
  gtk_widget_set_visible (GTK_WIDGET (self->every), form != BY_TABLE);
}

static void
on_changed (WayGrantForm *self)
{
  if (self->currency == NULL)
    return;
  g_autoptr (WayGrantRow) grant = way_grant_form_read (self, NULL); /* marks what is wrong */
  show_title (self);
  show_fields (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
way_grant_form_set_currency (WayGrantForm *self, const char *currency)
{
  g_free (self->currency);
  self->currency = g_strdup (currency);
  way_amount_row_set_unit (self->low, currency);
  way_amount_row_set_unit (self->middle, currency);
  way_amount_row_set_unit (self->high, currency);
  show_title (self);
}

static void
way_grant_form_finalize (GObject *object)
{
  g_free (WAY_GRANT_FORM (object)->currency);
  G_OBJECT_CLASS (way_grant_form_parent_class)->finalize (object);
}

static void
way_grant_form_class_init (WayGrantFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_AMOUNT_ROW);
  G_OBJECT_CLASS (klass)->finalize = way_grant_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_GRANT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/grant-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, grant_title);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, kind);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, low);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, middle);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, high);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, discount);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, start);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, form);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, by_year);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, table);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, months);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, cliff);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, every);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, months_row);
  gtk_widget_class_bind_template_child (widget_class, WayGrantForm, cliff_row);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
way_grant_form_init (WayGrantForm *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < WAY_GRANT_N_KINDS; i++)
    gtk_string_list_append (kinds, way_grant_kind_title ((WayGrantKind) i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  way_form_set_notation (self->by_year);
  way_form_set_notation (self->table);
}

static void
set_every (WayGrantForm *self, int months)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (every_months) && every_months[i] != months)
    i++;
  if (i == G_N_ELEMENTS (every_months))
    {
      g_autofree char *title =
          g_strdup_printf (ngettext ("Every %d month", "Every %d months", (gulong) months), months);
      gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->every)), title);
      self->own_every = months;
    }
  adw_combo_row_set_selected (self->every, i);
}

static void
show (WayGrantForm *self, const WayGrantRow *grant)
{
  self->id = grant->id;
  gtk_editable_set_text (self->grant_title, grant->title);
  adw_combo_row_set_selected (self->kind, grant->kind);
  way_amount_row_set_value (self->low, grant->low);
  way_amount_row_set_value (self->middle, grant->middle);
  way_amount_row_set_value (self->high, grant->high);
  way_amount_row_set_value (self->discount, grant->discount_percent);
  gtk_spin_button_set_value (self->start, grant->start_month);
  gtk_spin_button_set_value (self->months, grant->months);
  gtk_spin_button_set_value (self->cliff, grant->cliff_months);
  set_every (self, grant->every_months);
  gtk_editable_set_text (self->by_year, grant->year_percents);
  gtk_editable_set_text (self->table, grant->vest_table);
  adw_combo_row_set_selected (self->form, *grant->vest_table != '\0'      ? BY_TABLE
                                          : *grant->year_percents != '\0' ? BY_YEARS
                                                                          : EVENLY);
}

WayGrantForm *
way_grant_form_new (const WayScorecard *card, const WayGrantRow *grant, const char *currency)
{
  WayGrantForm *self = g_object_new (WAY_TYPE_GRANT_FORM, NULL);
  g_autoptr (WayGrantRow) new = way_grant_row_new ();

  self->card = card;
  show (self, grant != NULL ? grant : new);
  way_grant_form_set_currency (self, currency);
  show_fields (self);
  return self;
}
