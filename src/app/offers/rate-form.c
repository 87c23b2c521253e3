#include "app/offers/rate-form.h"

#include "app/format.h"
#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/widgets/date-row.h"
#include "app/widgets/form-list.h"
#include "app/widgets/form.h"
#include "core/base/error.h"

#include <glib/gi18n.h>

struct _WayRateForm
{
  AdwExpanderRow parent_instance;

  char *into; /* %NULL: nothing is shown yet */
  GtkEditable *currency;
  WayAmountRow *rate;
  WayDateRow *date;
};

G_DEFINE_FINAL_TYPE (WayRateForm, way_rate_form, ADW_TYPE_EXPANDER_ROW)

/* transfer full */
static char *
read_currency (WayRateForm *self, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autofree char *currency =
      way_amount_parse_currency (gtk_editable_get_text (self->currency), &wrong);

  if (currency != NULL && g_str_equal (currency, self->into))
    g_set_error (&wrong, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("%s is the currency of the scorecard itself."), currency);
  way_form_set_error (GTK_WIDGET (self->currency), wrong != NULL);
  if (wrong == NULL)
    return g_steal_pointer (&currency);
  g_propagate_error (error, g_steal_pointer (&wrong));
  return NULL;
}

gboolean
way_rate_form_read (WayRateForm *self, char **currency, WayExchangeRate *rate, GError **error)
{
  g_autofree char *code = read_currency (self, error);

  if (code == NULL || !way_amount_row_get_value (self->rate, &rate->rate, error) ||
      !way_date_row_get_date (self->date, &rate->date, error))
    return FALSE;
  rate->currency = *currency = g_steal_pointer (&code);
  return TRUE;
}

static void
on_changed (WayRateForm *self)
{
  WayExchangeRate rate;
  g_autofree char *currency = NULL;

  if (self->into == NULL)
    return;
  if (!way_rate_form_read (self, &currency, &rate, NULL))
    {
      way_form_list_set_title (ADW_EXPANDER_ROW (self), _ ("Exchange rate"));
      return;
    }
  g_autofree char *number = way_amount_format (rate.rate, NULL);
  g_autofree char *day = way_format_date (rate.date);
  g_autofree char *title =
      /* Translators: an exchange rate: "1 USD = 0.92 EUR on 3 March 2027" */
      g_strdup_printf (_ ("1 %s = %s %s on %s"), currency, number, self->into, day);
  way_form_list_set_title (ADW_EXPANDER_ROW (self), title);
}

void
way_rate_form_set_into (WayRateForm *self, const char *into)
{
  g_free (self->into);
  self->into = g_strdup (into);
  way_amount_row_set_unit (self->rate, into);
  on_changed (self);
}

static void
way_rate_form_finalize (GObject *object)
{
  g_free (WAY_RATE_FORM (object)->into);
  G_OBJECT_CLASS (way_rate_form_parent_class)->finalize (object);
}

static void
way_rate_form_class_init (WayRateFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_AMOUNT_ROW);
  g_type_ensure (WAY_TYPE_DATE_ROW);
  G_OBJECT_CLASS (klass)->finalize = way_rate_form_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/rate-form.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRateForm, currency);
  gtk_widget_class_bind_template_child (widget_class, WayRateForm, rate);
  gtk_widget_class_bind_template_child (widget_class, WayRateForm, date);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
way_rate_form_init (WayRateForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

WayRateForm *
way_rate_form_new (const char *into, const char *currency, double rate, WayDate date, WayDate today)
{
  WayRateForm *self = g_object_new (WAY_TYPE_RATE_FORM, NULL);

  gtk_editable_set_text (self->currency, currency);
  way_amount_row_set_value (self->rate, rate);
  way_date_row_set_date (self->date, date, today);
  way_rate_form_set_into (self, into);
  return self;
}
