#include "app/offers/sign-on-form.h"

#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/widgets/form-list.h"
#include "app/widgets/form.h"

#include <glib/gi18n.h>
#include <math.h>

#define USUAL_CLAWBACK_MONTHS 12

struct _WaySignOnForm
{
  AdwExpanderRow parent_instance;

  gint64 id;
  char *currency;
  WayAmountRow *amount;
  GtkSpinButton *year;
  GtkSpinButton *clawback;
  GtkSwitch *prorated;
};

G_DEFINE_FINAL_TYPE (WaySignOnForm, way_sign_on_form, ADW_TYPE_EXPANDER_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

gboolean
way_sign_on_form_read (WaySignOnForm *self, WaySignOnRow *sign_on, GError **error)
{
  *sign_on = (WaySignOnRow) {
    .id = self->id,
    .year = way_form_get_int (self->year),
    .clawback_months = way_form_get_int (self->clawback),
    .prorated = gtk_switch_get_active (self->prorated),
  };
  return way_amount_row_get_value (self->amount, &sign_on->amount, error);
}

static void
show_title (WaySignOnForm *self)
{
  double amount = way_amount_row_peek (self->amount);
  int year = gtk_spin_button_get_value_as_int (self->year);
  int months = gtk_spin_button_get_value_as_int (self->clawback);
  g_autofree char *money = isnan (amount) ? g_strdup (_ ("no amount yet"))
                                          : way_amount_format_money (amount, self->currency);
  /* Translators: sign-on money: the year of the job, and the amount: "Year 1: 20,000 EUR" */
  g_autofree char *title = g_strdup_printf (_ ("Year %d: %s"), year, money);
  g_autofree char *back =
      months == 0
          ? g_strdup (_ ("Never to be paid back"))
          : g_strdup_printf (ngettext ("Paid back when leaving within %d month",
                                       "Paid back when leaving within %d months", (gulong) months),
                             months);

  way_form_list_set_title (ADW_EXPANDER_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), back);
}

static void
on_changed (WaySignOnForm *self)
{
  if (self->currency == NULL)
    return;
  show_title (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
way_sign_on_form_set_currency (WaySignOnForm *self, const char *currency)
{
  g_free (self->currency);
  self->currency = g_strdup (currency);
  way_amount_row_set_unit (self->amount, currency);
  show_title (self);
}

static void
way_sign_on_form_finalize (GObject *object)
{
  g_free (WAY_SIGN_ON_FORM (object)->currency);
  G_OBJECT_CLASS (way_sign_on_form_parent_class)->finalize (object);
}

static void
way_sign_on_form_class_init (WaySignOnFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_AMOUNT_ROW);
  G_OBJECT_CLASS (klass)->finalize = way_sign_on_form_finalize;
  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_SIGN_ON_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/sign-on-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WaySignOnForm, amount);
  gtk_widget_class_bind_template_child (widget_class, WaySignOnForm, year);
  gtk_widget_class_bind_template_child (widget_class, WaySignOnForm, clawback);
  gtk_widget_class_bind_template_child (widget_class, WaySignOnForm, prorated);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
way_sign_on_form_init (WaySignOnForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

WaySignOnForm *
way_sign_on_form_new (const WaySignOnRow *sign_on, const char *currency)
{
  WaySignOnForm *self = g_object_new (WAY_TYPE_SIGN_ON_FORM, NULL);

  self->id = sign_on != NULL ? sign_on->id : 0;
  way_amount_row_set_value (self->amount, sign_on != NULL ? sign_on->amount : NAN);
  gtk_spin_button_set_value (self->year, sign_on != NULL ? sign_on->year : 1);
  gtk_spin_button_set_value (self->clawback,
                             sign_on != NULL ? sign_on->clawback_months : USUAL_CLAWBACK_MONTHS);
  gtk_switch_set_active (self->prorated, sign_on != NULL && sign_on->prorated);
  way_sign_on_form_set_currency (self, currency);
  return self;
}
