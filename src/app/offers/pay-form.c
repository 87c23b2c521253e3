#include "app/offers/pay-form.h"

#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/offers/grant-form.h"
#include "app/offers/sign-on-form.h"
#include "app/widgets/form-list.h"
#include "app/widgets/form.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayPayForm
{
  AdwBin parent_instance;

  const WayScorecard *card;
  char *currency; /* %NULL: nothing is shown yet */
  WayAmountRow *base;
  WayAmountRow *rise;
  WayAmountRow *bonus;
  GtkDropDown *bonus_unit;
  AdwExpanderRow *payout;
  WayAmountRow *payout_low;
  WayAmountRow *payout_middle;
  WayAmountRow *payout_high;
  WayAmountRow *promised;
  GtkSwitch *no_sign_on;
  WayFormList *sign_on;
  GtkSwitch *no_equity;
  WayFormList *grants;
  WayAmountRow *pension;
  GtkDropDown *pension_unit;
  WayAmountRow *allowance;
  WayAmountRow *commute_cost;
  WayAmountRow *commute_hours;
};

G_DEFINE_FINAL_TYPE (WayPayForm, way_pay_form, ADW_TYPE_BIN)

/* The positions of the units of a bonus and a pension. */
enum
{
  AMOUNT,
  PERCENT,
};

enum
{
  CHANGED,
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One of them is what is typed; neither when nothing is. */
static gboolean
read_part (WayAmountRow *row, GtkDropDown *unit, double *amount, double *percent, GError **error)
{
  double value;

  *amount = *percent = NAN;
  if (!way_amount_row_get_value (row, &value, error))
    return FALSE;
  *(gtk_drop_down_get_selected (unit) == PERCENT ? percent : amount) = value;
  return TRUE;
}

/* Where nothing means none. */
static gboolean
read_or_none (WayAmountRow *row, double *value, GError **error)
{
  if (!way_amount_row_get_value (row, value, error))
    return FALSE;
  if (isnan (*value))
    *value = 0;
  return TRUE;
}

static gboolean
check_payout (WayPayForm *self, const WayOffer *offer, GError **error)
{
  gboolean low = offer->payout_low > offer->payout_middle;
  gboolean high = offer->payout_high < offer->payout_middle;
  gboolean alone =
      isnan (offer->payout_middle) && !(isnan (offer->payout_low) && isnan (offer->payout_high));

  way_form_set_error (GTK_WIDGET (self->payout_low), low);
  way_form_set_error (GTK_WIDGET (self->payout_high), high);
  way_form_set_error (GTK_WIDGET (self->payout_middle), alone);
  if (!low && !high && !alone)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, "%s",
               alone ? _ ("The worst and the best payout need a likely one between them.")
               : low ? _ ("The worst payout is above the likely one.")
                     : _ ("The best payout is below the likely one."));
  return FALSE;
}

static gboolean
read_bonus (WayPayForm *self, WayOffer *offer, GError **error)
{
  return read_part (self->bonus, self->bonus_unit, &offer->bonus_amount, &offer->bonus_percent,
                    error) &&
         way_amount_row_get_value (self->payout_low, &offer->payout_low, error) &&
         way_amount_row_get_value (self->payout_middle, &offer->payout_middle, error) &&
         way_amount_row_get_value (self->payout_high, &offer->payout_high, error) &&
         check_payout (self, offer, error) &&
         read_or_none (self->promised, &offer->bonus_promised, error);
}

static gboolean
read_sign_on (WayPayForm *self, WayOffer *offer, GError **error)
{
  g_autoptr (GPtrArray) rows = way_form_list_get_rows (self->sign_on);

  g_ptr_array_set_size (offer->sign_on, 0);
  offer->no_sign_on = gtk_switch_get_active (self->no_sign_on);
  for (guint i = 0; !offer->no_sign_on && i < rows->len; i++)
    {
      WaySignOnRow sign_on;
      if (!way_sign_on_form_read (g_ptr_array_index (rows, i), &sign_on, error))
        return FALSE;
      g_ptr_array_add (offer->sign_on, g_memdup2 (&sign_on, sizeof sign_on));
    }
  return TRUE;
}

static gboolean
read_grants (WayPayForm *self, WayOffer *offer, GError **error)
{
  g_autoptr (GPtrArray) rows = way_form_list_get_rows (self->grants);

  g_ptr_array_set_size (offer->grants, 0);
  offer->no_equity = gtk_switch_get_active (self->no_equity);
  for (guint i = 0; !offer->no_equity && i < rows->len; i++)
    {
      WayGrantRow *grant = way_grant_form_read (g_ptr_array_index (rows, i), error);
      if (grant == NULL)
        return FALSE;
      g_ptr_array_add (offer->grants, grant);
    }
  return TRUE;
}

gboolean
way_pay_form_read (WayPayForm *self, WayOffer *offer, GError **error)
{
  return way_amount_row_get_value (self->base, &offer->base, error) &&
         read_or_none (self->rise, &offer->raise_percent, error) &&
         read_bonus (self, offer, error) && read_sign_on (self, offer, error) &&
         read_grants (self, offer, error) &&
         read_part (self->pension, self->pension_unit, &offer->pension_amount,
                    &offer->pension_percent, error) &&
         way_amount_row_get_value (self->allowance, &offer->allowance, error) &&
         way_amount_row_get_value (self->commute_cost, &offer->commute_cost, error) &&
         way_amount_row_get_value (self->commute_hours, &offer->commute_hours, error);
}

static void
show_payout (WayPayForm *self)
{
  double middle = way_amount_row_peek (self->payout_middle);
  double low = way_amount_row_peek (self->payout_low);
  double high = way_amount_row_peek (self->payout_high);
  g_autofree char *likely = way_amount_format_percent (middle);
  g_autofree char *worst = way_amount_format_percent (isnan (low) ? middle : low);
  g_autofree char *best = way_amount_format_percent (isnan (high) ? middle : high);
  g_autofree char *text = isnan (middle) ? g_strdup (_ ("not known"))
                          : g_str_equal (worst, best)
                              ? g_strdup (likely)
                              /* Translators: percent of a bonus: "80 % to 120 %, likely 100 %" */
                              : g_strdup_printf (_ ("%s to %s, likely %s"), worst, best, likely);

  adw_expander_row_set_subtitle (self->payout, text);
}

static void
on_changed (WayPayForm *self)
{
  if (self->currency == NULL)
    return;
  show_payout (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activated (WayPayForm *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* What is typed stays in the list for when there is some after all. */
static void
on_none_changed (WayPayForm *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sign_on), !gtk_switch_get_active (self->no_sign_on));
  gtk_widget_set_visible (GTK_WIDGET (self->grants), !gtk_switch_get_active (self->no_equity));
  on_changed (self);
}

static void
add_sign_on (WayPayForm *self, const WaySignOnRow *sign_on)
{
  WaySignOnForm *form = way_sign_on_form_new (sign_on, self->currency);

  g_signal_connect_object (form, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  way_form_list_append (self->sign_on, ADW_EXPANDER_ROW (form), sign_on == NULL);
}

static void
on_add_sign_on (WayPayForm *self)
{
  add_sign_on (self, NULL);
}

static void
add_grant (WayPayForm *self, const WayGrantRow *grant)
{
  WayGrantForm *form = way_grant_form_new (self->card, grant, self->currency);

  g_signal_connect_object (form, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  way_form_list_append (self->grants, ADW_EXPANDER_ROW (form), grant == NULL);
}

static void
on_add_grant (WayPayForm *self)
{
  add_grant (self, NULL);
}

/* The unit beside a number, and in its title. */
static void
on_unit_changed (WayPayForm *self)
{
  const char *share = _ ("% of the base");

  way_amount_row_set_unit (self->bonus, gtk_drop_down_get_selected (self->bonus_unit) == PERCENT
                                            ? share
                                            : self->currency);
  way_amount_row_set_unit (self->pension, gtk_drop_down_get_selected (self->pension_unit) == PERCENT
                                              ? share
                                              : self->currency);
  on_changed (self);
}

/* The name of the currency in a list of units; what is chosen stays. */
static void
set_unit (GtkDropDown *unit, const char *currency)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (unit));
  const char *const added[] = { currency, NULL };
  guint selected = gtk_drop_down_get_selected (unit);

  gtk_string_list_splice (names, 0, 1, added);
  gtk_drop_down_set_selected (unit, selected);
}

void
way_pay_form_set_currency (WayPayForm *self, const char *currency)
{
  WayAmountRow *rows[] = { self->base, self->promised, self->allowance, self->commute_cost };
  g_autoptr (GPtrArray) sign_on = way_form_list_get_rows (self->sign_on);
  g_autoptr (GPtrArray) grants = way_form_list_get_rows (self->grants);
  char *copy = g_strdup (currency);

  g_free (self->currency);
  self->currency = copy;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    way_amount_row_set_unit (rows[i], copy);
  for (guint i = 0; i < sign_on->len; i++)
    way_sign_on_form_set_currency (g_ptr_array_index (sign_on, i), copy);
  for (guint i = 0; i < grants->len; i++)
    way_grant_form_set_currency (g_ptr_array_index (grants, i), copy);
  set_unit (self->bonus_unit, copy);
  set_unit (self->pension_unit, copy);
  on_unit_changed (self);
}

static void
show_part (WayAmountRow *row, GtkDropDown *unit, double amount, double percent)
{
  gtk_drop_down_set_selected (unit, isnan (percent) ? AMOUNT : PERCENT);
  way_amount_row_set_value (row, isnan (percent) ? amount : percent);
}

void
way_pay_form_set_offer (WayPayForm *self, const WayScorecard *card, const WayOffer *offer)
{
  self->card = card;
  way_amount_row_set_value (self->base, offer->base);
  way_amount_row_set_value (self->rise, offer->raise_percent != 0 ? offer->raise_percent : NAN);
  show_part (self->bonus, self->bonus_unit, offer->bonus_amount, offer->bonus_percent);
  way_amount_row_set_value (self->payout_low, offer->payout_low);
  way_amount_row_set_value (self->payout_middle, offer->payout_middle);
  way_amount_row_set_value (self->payout_high, offer->payout_high);
  way_amount_row_set_value (self->promised,
                            offer->bonus_promised != 0 ? offer->bonus_promised : NAN);
  show_part (self->pension, self->pension_unit, offer->pension_amount, offer->pension_percent);
  way_amount_row_set_value (self->allowance, offer->allowance);
  way_amount_row_set_value (self->commute_cost, offer->commute_cost);
  way_amount_row_set_value (self->commute_hours, offer->commute_hours);
  way_pay_form_set_currency (self, offer->currency);
  for (guint i = 0; i < offer->sign_on->len; i++)
    add_sign_on (self, g_ptr_array_index (offer->sign_on, i));
  for (guint i = 0; i < offer->grants->len; i++)
    add_grant (self, g_ptr_array_index (offer->grants, i));
  gtk_switch_set_active (self->no_sign_on, offer->no_sign_on);
  gtk_switch_set_active (self->no_equity, offer->no_equity);
  on_none_changed (self);
}

/* The choice of a unit at the end of @row. */
static GtkDropDown *
add_unit (WayPayForm *self, WayAmountRow *row, const char *name)
{
  const char *const units[] = { "", _ ("% of the base"), NULL };
  GtkWidget *unit = gtk_drop_down_new_from_strings (units);

  gtk_widget_set_valign (unit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (unit, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (unit), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Its button is what the keyboard is on. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (unit)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), unit);
  g_signal_connect_object (unit, "notify::selected", G_CALLBACK (on_unit_changed), self,
                           G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (unit);
}

static void
way_pay_form_finalize (GObject *object)
{
  g_free (WAY_PAY_FORM (object)->currency);
  G_OBJECT_CLASS (way_pay_form_parent_class)->finalize (object);
}

static void
way_pay_form_class_init (WayPayFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_AMOUNT_ROW);
  g_type_ensure (WAY_TYPE_FORM_LIST);
  G_OBJECT_CLASS (klass)->finalize = way_pay_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_PAY_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", WAY_TYPE_PAY_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/pay-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, base);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, rise);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, bonus);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, payout);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, payout_low);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, payout_middle);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, payout_high);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, promised);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, no_sign_on);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, sign_on);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, no_equity);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, grants);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, pension);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, allowance);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, commute_cost);
  gtk_widget_class_bind_template_child (widget_class, WayPayForm, commute_hours);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_none_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_sign_on);
  gtk_widget_class_bind_template_callback (widget_class, on_add_grant);
}

static void
way_pay_form_init (WayPayForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->bonus_unit = add_unit (self, self->bonus, _ ("Unit of the bonus"));
  self->pension_unit = add_unit (self, self->pension, _ ("Unit of the pension"));
}
