#include "app/offers/offer-dialog.h"

#include "app/offers/amount.h"
#include "app/offers/pay-form.h"
#include "app/offers/pay-preview.h"
#include "app/session.h"
#include "app/widgets/date-row.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/compare.h"

#include <glib/gi18n.h>
#include <math.h>

#define WAY_TYPE_OFFER_DIALOG (way_offer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayOfferDialog, way_offer_dialog, WAY, OFFER_DIALOG, AdwWindow)

struct _WayOfferDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayScorecard *card;
  WayOffer *offer; /* as stored, or a new one */
  gboolean hidden; /* the pay is not shown and stays as it is */
  GtkButton *save;
  GtkLabel *message;
  GtkEditable *company;
  GtkEditable *role;
  GtkEditable *place;
  GtkEditable *currency;
  AdwComboRow *state;
  WayDateRow *deadline;
  WayPayForm *pay;
  GtkWidget *pay_group;
  GtkWidget *hidden_group;
  GtkTextView *note;
  GtkWidget *remove;
  WayPayPreview *preview;
};

G_DEFINE_FINAL_TYPE (WayOfferDialog, way_offer_dialog, ADW_TYPE_WINDOW)

static void
take_text (char **to, GtkEditable *row)
{
  g_free (*to);
  *to = g_strstrip (g_strdup (gtk_editable_get_text (row)));
}

static gboolean
read_company (WayOfferDialog *self, WayOffer *offer, GError **error)
{
  take_text (&offer->company, self->company);
  way_form_set_error (GTK_WIDGET (self->company), *offer->company == '\0');
  if (*offer->company != '\0')
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("An offer needs the name of a company."));
  return FALSE;
}

static gboolean
read_currency (WayOfferDialog *self, WayOffer *offer, GError **error)
{
  char *currency = way_amount_parse_currency (gtk_editable_get_text (self->currency), error);

  way_form_set_error (GTK_WIDGET (self->currency), currency == NULL);
  if (currency == NULL)
    return FALSE;
  g_free (offer->currency);
  offer->currency = currency;
  return TRUE;
}

/* What is typed (transfer full). */
static WayOffer *
read_offer (WayOfferDialog *self, GError **error)
{
  g_autoptr (WayOffer) offer =
      way_offer_copy (self->offer, self->offer->scores != NULL ? self->card->criteria->len : 0);

  if (!read_company (self, offer, error) || !read_currency (self, offer, error) ||
      !way_date_row_get_date (self->deadline, &offer->deadline_date, error) ||
      (!self->hidden && !way_pay_form_read (self->pay, offer, error)))
    return NULL;
  take_text (&offer->role, self->role);
  take_text (&offer->place, self->place);
  offer->state = (WayOfferState) adw_combo_row_get_selected (self->state);
  g_free (offer->note);
  offer->note = way_form_get_text (self->note);
  return g_steal_pointer (&offer);
}

static void
show_preview (WayOfferDialog *self)
{
  g_autoptr (WayOffer) offer =
      way_offer_copy (self->offer, self->offer->scores != NULL ? self->card->criteria->len : 0);
  WayPayOffer figures;

  if (self->hidden)
    return;
  if (!read_currency (self, offer, NULL) || !way_pay_form_read (self->pay, offer, NULL) ||
      !way_offer_to_pay (self->card, offer, 1, &figures, NULL))
    {
      way_pay_preview_show (self->preview, NULL, NULL, NAN);
      return;
    }
  g_autoptr (WayPay) pay = way_pay (&figures);
  way_pay_preview_show (self->preview, pay, offer->currency, self->card->discount_percent);
  way_pay_offer_clear (&figures);
}

static void
on_pay_changed (WayOfferDialog *self)
{
  show_preview (self);
}

static void
on_company_changed (WayOfferDialog *self)
{
  g_autofree char *company = NULL;

  take_text (&company, self->company);
  if (*company != '\0')
    way_form_set_error (GTK_WIDGET (self->company), FALSE);
}

static void
on_currency_changed (WayOfferDialog *self)
{
  g_autofree char *currency =
      way_amount_parse_currency (gtk_editable_get_text (self->currency), NULL);

  way_form_set_error (GTK_WIDGET (self->currency), currency == NULL);
  if (currency != NULL && self->offer != NULL)
    way_pay_form_set_currency (self->pay, currency);
}

static void
on_save (WayOfferDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  g_autoptr (WayOffer) offer = read_offer (self, &error);
  gboolean new = self->offer->id == 0;

  if (offer == NULL ||
      !(new ? way_offer_add (self->store, self->card->id, offer, way_session_now (), NULL, &error)
            : way_offer_set (self->store, offer, way_session_now (), &error)))
    {
      way_form_say (self->message, GTK_WIDGET (self), error->message);
      return;
    }
  g_autofree char *message =
      /* Translators: the name of a company */
      g_strdup_printf (new ? _ ("Offer of %s added") : _ ("Offer of %s changed"), offer->company);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    way_tell_outcome (parent, self->store, TRUE, message, NULL);
}

static void
on_remove (WayOfferDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;

  if (!way_offer_remove (self->store, self->offer->id, way_session_now (), &error))
    {
      way_form_say (self->message, GTK_WIDGET (self), error->message);
      return;
    }
  g_autofree char *message = g_strdup_printf (_ ("Offer of %s removed"), self->offer->company);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    way_tell_outcome (parent, self->store, TRUE, message, NULL);
}

static void
set_hidden (WayOfferDialog *self, gboolean hidden)
{
  self->hidden = hidden;
  gtk_widget_set_visible (self->hidden_group, hidden);
  gtk_widget_set_visible (self->pay_group, !hidden);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !hidden);
  show_preview (self);
}

/* Who has looked has not scored blind any more, and the scorecard does not go on saying so. */
static void
on_show_anyway (WayOfferDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;

  self->card->blind = FALSE;
  if (!way_scorecard_set (self->store, self->card, way_session_now (), &error))
    {
      self->card->blind = TRUE;
      way_form_say (self->message, GTK_WIDGET (self), error->message);
      return;
    }
  set_hidden (self, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->pay), GTK_DIR_TAB_FORWARD);
  if (parent != NULL)
    way_tell_outcome (parent, self->store, TRUE, _ ("Scoring is not blind any more"), NULL);
}

static void
way_offer_dialog_dispose (GObject *object)
{
  WayOfferDialog *self = WAY_OFFER_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->offer, way_offer_free);
  G_OBJECT_CLASS (way_offer_dialog_parent_class)->dispose (object);
}

/* The forms inside look at the scorecard as long as they are there. */
static void
way_offer_dialog_finalize (GObject *object)
{
  way_scorecard_free (WAY_OFFER_DIALOG (object)->card);
  G_OBJECT_CLASS (way_offer_dialog_parent_class)->finalize (object);
}

static void
way_offer_dialog_class_init (WayOfferDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  g_type_ensure (WAY_TYPE_PAY_FORM);
  g_type_ensure (WAY_TYPE_PAY_PREVIEW);
  G_OBJECT_CLASS (klass)->dispose = way_offer_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_offer_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/offer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, company);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, role);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, place);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, currency);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, state);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, deadline);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, pay);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, pay_group);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, hidden_group);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, note);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, remove);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, on_company_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_currency_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_pay_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_show_anyway);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_offer_dialog_init (WayOfferDialog *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < WAY_OFFER_N_STATES; i++)
    gtk_string_list_append (states, way_offer_state_title ((WayOfferState) i));
  adw_combo_row_set_model (self->state, G_LIST_MODEL (states));
}

static gboolean
has_pay (const WayOffer *offer)
{
  const double figures[] = { offer->base,         offer->bonus_amount,    offer->bonus_percent,
                             offer->allowance,    offer->pension_percent, offer->pension_amount,
                             offer->payout_middle };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (!isnan (figures[i]))
      return TRUE;
  return offer->bonus_promised != 0 || offer->sign_on->len > 0 || offer->grants->len > 0;
}

static void
show_offer (WayOfferDialog *self)
{
  const WayOffer *offer = self->offer;
  gboolean new = offer->id == 0;

  gtk_window_set_title (GTK_WINDOW (self), new ? _ ("Add Offer") : _ ("Offer"));
  gtk_button_set_label (self->save, new ? _ ("_Add") : _ ("_Save"));
  gtk_widget_set_visible (self->remove, !new);
  gtk_editable_set_text (self->company, offer->company);
  gtk_editable_set_text (self->role, offer->role);
  gtk_editable_set_text (self->place, offer->place);
  gtk_editable_set_text (self->currency, offer->currency);
  adw_combo_row_set_selected (self->state, offer->state);
  way_date_row_set_date (self->deadline, offer->deadline_date, way_session_today (self->store));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), offer->note, -1);
  way_pay_form_set_offer (self->pay, self->card, offer);
  set_hidden (self, !new &&way_scorecard_hides_money (self->card) && has_pay (offer));
}

/* A copy of the offer @id (transfer full). */
static WayOffer *
find_offer (const WayScorecard *card, gint64 id, GError **error)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *offer = g_ptr_array_index (card->offers, i);
      if (offer->id == id)
        return way_offer_copy (offer, card->criteria->len);
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This offer is no longer there."));
  return NULL;
}

GtkWidget *
way_offer_dialog_new (WayStore *store, gint64 scorecard_id, gint64 offer_id, GError **error)
{
  g_autoptr (WayScorecard) card = way_scorecard_load (store, scorecard_id, error);
  WayOffer *offer = card == NULL    ? NULL
                    : offer_id == 0 ? way_offer_new (card->currency)
                                    : find_offer (card, offer_id, error);

  if (offer == NULL)
    return NULL;
  WayOfferDialog *self = g_object_new (WAY_TYPE_OFFER_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->card = g_steal_pointer (&card);
  self->offer = offer;
  show_offer (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->company));
  return GTK_WIDGET (self);
}
