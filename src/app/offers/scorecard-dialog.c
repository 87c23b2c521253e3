#include "app/offers/scorecard-dialog.h"

#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/offers/rate-form.h"
#include "app/session.h"
#include "app/widgets/form-list.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/templates.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define TEMPLATE "way-template" /* of a check button: the id of what criteria are taken from */
#define CARD     "way-card"     /* the same: the id of a scorecard, a gint64 */

#define WAY_TYPE_SCORECARD_DIALOG (way_scorecard_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayScorecardDialog, way_scorecard_dialog, WAY, SCORECARD_DIALOG, AdwWindow)

struct _WayScorecardDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayScorecard *card; /* as stored; %NULL: a new one */
  GtkButton *save;
  GtkLabel *message;
  GtkEditable *name;
  GtkEditable *currency;
  AdwPreferencesGroup *start;
  GtkCheckButton *first_start; /* of its rows */
  GPtrArray *starts;           /* of GtkCheckButton */
  GtkWidget *comparison;
  GtkSpinButton *years;
  WayAmountRow *discount;
  WayAmountRow *lead;
  GtkSwitch *any_weights;
  GtkWidget *privacy;
  GtkSwitch *is_private;
  GtkSwitch *blind;
  WayFormList *rates;
};

G_DEFINE_FINAL_TYPE (WayScorecardDialog, way_scorecard_dialog, ADW_TYPE_WINDOW)

/* transfer full; %NULL: there is none. */
static char *
read_name (WayScorecardDialog *self, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  way_form_set_error (GTK_WIDGET (self->name), *name == '\0');
  if (*name != '\0')
    return g_steal_pointer (&name);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("A scorecard needs a title."));
  return NULL;
}

/* transfer full */
static char *
read_currency (WayScorecardDialog *self, GError **error)
{
  char *currency = way_amount_parse_currency (gtk_editable_get_text (self->currency), error);

  way_form_set_error (GTK_WIDGET (self->currency), currency == NULL);
  return currency;
}

static gboolean
add (WayScorecardDialog *self, const char *name, const char *currency, GError **error)
{
  const char *template = NULL;
  const gint64 *from = NULL;

  for (guint i = 0; i < self->starts->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->starts, i);
      if (!gtk_check_button_get_active (check))
        continue;
      template = g_object_get_data (G_OBJECT (check), TEMPLATE);
      from = g_object_get_data (G_OBJECT (check), CARD);
    }
  return way_scorecard_add (self->store, name, currency, template, from != NULL ? *from : 0,
                            way_session_now (), NULL, error);
}

static gboolean
has_rate (const GPtrArray *rates, const char *currency)
{
  for (guint i = 0; i < rates->len; i++)
    if (g_str_equal (((WayExchangeRate *) g_ptr_array_index (rates, i))->currency, currency))
      return TRUE;
  return FALSE;
}

static void
rate_free (WayExchangeRate *rate)
{
  g_free (rate->currency);
  g_free (rate);
}

/* (element-type WayExchangeRate) (transfer full) */
static GPtrArray *
read_rates (WayScorecardDialog *self, GError **error)
{
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func ((GDestroyNotify) rate_free);
  g_autoptr (GPtrArray) rows = way_form_list_get_rows (self->rates);

  for (guint i = 0; i < rows->len; i++)
    {
      WayExchangeRate rate;
      g_autofree char *currency = NULL;
      if (!way_rate_form_read (g_ptr_array_index (rows, i), &currency, &rate, error))
        return NULL;
      if (has_rate (rates, currency))
        {
          g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                       _ ("There are two exchange rates for %s."), currency);
          return NULL;
        }
      rate.currency = g_steal_pointer (&currency);
      g_ptr_array_add (rates, g_memdup2 (&rate, sizeof rate));
    }
  return g_steal_pointer (&rates);
}

static gboolean
read_settings (WayScorecardDialog *self, GError **error)
{
  WayScorecard *card = self->card;

  card->years = way_form_get_int (self->years);
  card->any_weights = gtk_switch_get_active (self->any_weights);
  card->is_private = gtk_switch_get_active (self->is_private);
  card->blind = gtk_switch_get_active (self->blind);
  return way_amount_row_get_value (self->discount, &card->discount_percent, error) &&
         way_amount_row_get_value (self->lead, &card->lead_percent, error);
}

static gboolean
write_rates (WayScorecardDialog *self, const GPtrArray *rates, gint64 now_utc, GError **error)
{
  for (guint i = 0; i < self->card->rates->len; i++)
    {
      WayExchangeRate gone = *(WayExchangeRate *) g_ptr_array_index (self->card->rates, i);
      gone.rate = 0;
      if (!has_rate (rates, gone.currency) &&
          !way_scorecard_set_rate (self->store, self->card->id, &gone, now_utc, error))
        return FALSE;
    }
  for (guint i = 0; i < rates->len; i++)
    if (!way_scorecard_set_rate (self->store, self->card->id, g_ptr_array_index (rates, i), now_utc,
                                 error))
      return FALSE;
  return TRUE;
}

/* Settings and rates are one action. */
static gboolean
change (WayScorecardDialog *self, const char *name, const char *currency, GError **error)
{
  g_autoptr (GPtrArray) rates = read_settings (self, error) ? read_rates (self, error) : NULL;
  gint64 now = way_session_now ();

  if (rates == NULL)
    return FALSE;
  g_free (self->card->title);
  g_free (self->card->currency);
  self->card->title = g_strdup (name);
  self->card->currency = g_strdup (currency);
  if (!way_store_begin (self->store, _ ("Change Scorecard"), now, error))
    return FALSE;
  if (way_scorecard_set (self->store, self->card, now, error) &&
      write_rates (self, rates, now, error))
    return way_store_commit (self->store, error);
  way_store_rollback (self->store);
  return FALSE;
}

static void
on_save (WayScorecardDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = read_name (self, &error);
  g_autofree char *currency = name != NULL ? read_currency (self, &error) : NULL;

  if (currency == NULL || !(self->card == NULL ? add (self, name, currency, &error)
                                               : change (self, name, currency, &error)))
    {
      way_form_say (self->message, GTK_WIDGET (self), error->message);
      return;
    }
  gboolean new = self->card == NULL;
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    way_tell_outcome (parent, self->store, TRUE,
                      new ? _ ("Scorecard added") : _ ("Scorecard changed"), NULL);
}

static void
on_name_changed (WayScorecardDialog *self)
{
  way_form_set_error (GTK_WIDGET (self->name), FALSE);
}

static void
on_currency_changed (WayScorecardDialog *self)
{
  g_autofree char *currency = read_currency (self, NULL);
  g_autoptr (GPtrArray) rows = way_form_list_get_rows (self->rates);

  for (guint i = 0; currency != NULL && i < rows->len; i++)
    way_rate_form_set_into (g_ptr_array_index (rows, i), currency);
}

/* The currency of an offer that has no rate yet; "" when all have one. */
static const char *
next_currency (WayScorecardDialog *self)
{
  g_autoptr (GPtrArray) rates = read_rates (self, NULL);

  for (guint i = 0; rates != NULL && i < self->card->offers->len; i++)
    {
      const WayOffer *offer = g_ptr_array_index (self->card->offers, i);
      if (!g_str_equal (offer->currency, self->card->currency) &&
          !has_rate (rates, offer->currency))
        return offer->currency;
    }
  return "";
}

static void
on_add_rate (WayScorecardDialog *self)
{
  g_autofree char *into = read_currency (self, NULL);
  WayDate today = way_session_today (self->store);

  way_form_list_append (
      self->rates,
      ADW_EXPANDER_ROW (way_rate_form_new (into != NULL ? into : self->card->currency,
                                           next_currency (self), NAN, today, today)),
      TRUE);
}

/* @template, @from: what criteria are taken from; neither: nothing. */
static void
add_start (WayScorecardDialog *self,
           const char *title,
           const char *text,
           const char *template,
           const gint64 *from)
{
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (self->first_start != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->first_start);
  else
    {
      self->first_start = GTK_CHECK_BUTTON (check);
      gtk_check_button_set_active (self->first_start, TRUE);
    }
  g_object_set_data_full (G_OBJECT (check), TEMPLATE, g_strdup (template), g_free);
  if (from != NULL)
    g_object_set_data_full (G_OBJECT (check), CARD, g_memdup2 (from, sizeof *from), g_free);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->start, row);
  g_ptr_array_add (self->starts, check);
}

static void
offer_starts (WayScorecardDialog *self, const GPtrArray *cards)
{
  for (const WayCriteriaTemplate *it = way_criteria_templates (); it->id != NULL; it++)
    add_start (self, it->title, it->text, it->id, NULL);
  for (guint i = 0; i < cards->len; i++)
    {
      const WayScorecardEntry *entry = g_ptr_array_index (cards, i);
      add_start (self, entry->title, _ ("The criteria and weights of this scorecard"), NULL,
                 &entry->id);
    }
  add_start (self, _ ("Nothing"), _ ("Your own criteria, one by one"), NULL, NULL);
}

static void
way_scorecard_dialog_dispose (GObject *object)
{
  WayScorecardDialog *self = WAY_SCORECARD_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->card, way_scorecard_free);
  g_clear_pointer (&self->starts, g_ptr_array_unref);
  G_OBJECT_CLASS (way_scorecard_dialog_parent_class)->dispose (object);
}

static void
way_scorecard_dialog_class_init (WayScorecardDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_AMOUNT_ROW);
  g_type_ensure (WAY_TYPE_FORM_LIST);
  G_OBJECT_CLASS (klass)->dispose = way_scorecard_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/offers/scorecard-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, name);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, start);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, comparison);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, years);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, discount);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, lead);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, any_weights);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, privacy);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, is_private);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, blind);
  gtk_widget_class_bind_template_child (widget_class, WayScorecardDialog, rates);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_add_rate);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_scorecard_dialog_init (WayScorecardDialog *self)
{
  self->starts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_settings (WayScorecardDialog *self)
{
  const WayScorecard *card = self->card;
  WayDate today = way_session_today (self->store);

  gtk_spin_button_set_value (self->years, card->years);
  way_amount_row_set_value (self->discount, card->discount_percent);
  way_amount_row_set_value (self->lead, card->lead_percent);
  gtk_switch_set_active (self->any_weights, card->any_weights);
  gtk_switch_set_active (self->is_private, card->is_private);
  gtk_switch_set_active (self->blind, card->blind);
  for (guint i = 0; i < card->rates->len; i++)
    {
      const WayExchangeRate *rate = g_ptr_array_index (card->rates, i);
      way_form_list_append (self->rates,
                            ADW_EXPANDER_ROW (way_rate_form_new (card->currency, rate->currency,
                                                                 rate->rate, rate->date, today)),
                            FALSE);
    }
}

GtkWidget *
way_scorecard_dialog_new (WayStore *store, gint64 scorecard_id, GError **error)
{
  gboolean new = scorecard_id == 0;
  g_autoptr (GPtrArray) cards = way_scorecard_list (store, error);
  g_autoptr (WayScorecard) card =
      cards != NULL && !new ? way_scorecard_load (store, scorecard_id, error) : NULL;
  g_autofree char *currency =
      card != NULL ? g_strdup (card->currency) : way_amount_local_currency ();

  if (cards == NULL || (!new &&card == NULL))
    return NULL;
  WayScorecardDialog *self = g_object_new (WAY_TYPE_SCORECARD_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->card = g_steal_pointer (&card);
  gtk_window_set_title (GTK_WINDOW (self), new ? _ ("Add Scorecard") : _ ("Scorecard"));
  gtk_button_set_label (self->save, new ? _ ("_Add") : _ ("_Save"));
  gtk_widget_set_visible (GTK_WIDGET (self->start), new);
  gtk_widget_set_visible (self->comparison, !new);
  gtk_widget_set_visible (self->privacy, !new);
  gtk_widget_set_visible (GTK_WIDGET (self->rates), !new);
  gtk_editable_set_text (self->currency, currency);
  if (new)
    offer_starts (self, cards);
  else
    {
      gtk_editable_set_text (self->name, self->card->title);
      show_settings (self);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
