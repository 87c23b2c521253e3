#include "app/offers/decision-dialog.h"

#include "app/format.h"
#include "app/offers/totals.h"
#include "app/session.h"
#include "app/widgets/date-row.h"
#include "app/widgets/entry-list.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/compare.h"

#include <glib/gi18n.h>

#define OFFER "way-offer" /* of a check button: the id of an offer, a gint64; 0: none of them */

#define WAY_TYPE_DECISION_DIALOG (way_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayDecisionDialog, way_decision_dialog, WAY, DECISION_DIALOG, AdwWindow)

struct _WayDecisionDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayScorecard *card;
  GPtrArray *checks; /* of GtkCheckButton */
  GtkButton *save;
  GtkLabel *message;
  AdwPreferencesGroup *choices;
  GtkTextView *reason;
  GtkTextView *expectations;
  WayDateRow *date;
  GtkSwitch *decline;
  WayEntryList *look_backs;
  GtkWidget *withdraw;
};

G_DEFINE_FINAL_TYPE (WayDecisionDialog, way_decision_dialog, ADW_TYPE_WINDOW)

static gboolean
parse_day (const char *text, WayDate today, GArray *days, GError **error)
{
  WayDate day;

  if (!way_date_parse (text, today, &day, error))
    return FALSE;
  g_array_append_val (days, day);
  return TRUE;
}

static char *
format_day (gconstpointer element)
{
  return way_date_to_iso (*(const WayDate *) element);
}

static char *
describe_day (const GArray *days, WayDate today)
{
  return way_format_day (g_array_index (days, WayDate, 0));
}

/* The offer that is checked; -1: nothing is yet. */
static gint64
get_choice (WayDecisionDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      if (gtk_check_button_get_active (check))
        return *(gint64 *) g_object_get_data (G_OBJECT (check), OFFER);
    }
  return -1;
}

/* The scrolled window around a text is what is marked as wrong. */
static void
mark_text (GtkTextView *view, gboolean wrong)
{
  way_form_set_error (GTK_WIDGET (view), wrong);
}

static void
on_reason_changed (WayDecisionDialog *self)
{
  mark_text (self->reason, FALSE);
}

static gboolean
read_look_backs (WayDecisionDialog *self, WayDecision *decision, GError **error)
{
  g_autoptr (GArray) days = way_entry_list_read (self->look_backs, error);

  for (guint i = 0; days != NULL && i < days->len; i++)
    {
      WayLookBack *it = g_new0 (WayLookBack, 1);
      it->due_date = g_array_index (days, WayDate, i);
      it->done_date = WAY_DATE_NONE;
      it->note = g_strdup ("");
      it->uid = g_strdup ("");
      g_ptr_array_add (decision->look_backs, it);
    }
  return days != NULL;
}

/* What is typed (transfer full). */
static WayDecision *
read_decision (WayDecisionDialog *self, GError **error)
{
  g_autofree char *reason = way_form_get_text (self->reason);
  g_autofree char *expectations = way_form_get_text (self->expectations);
  g_autofree char *stripped = g_strstrip (g_strdup (reason));
  g_autoptr (WayDecision) decision = way_decision_new (reason, expectations);

  decision->offer_id = get_choice (self);
  mark_text (self->reason, *stripped == '\0');
  if (decision->offer_id < 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("Choose an offer, or none of them."));
  else if (*stripped == '\0')
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("A decision needs its reason: without it nobody can learn from it later."));
  else if (way_date_row_get_date (self->date, &decision->date, error) &&
           read_look_backs (self, decision, error))
    return g_steal_pointer (&decision);
  return NULL;
}

static void
finish (WayDecisionDialog *self, const char *message)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    way_tell_outcome (parent, self->store, TRUE, message, NULL);
}

static void
on_save (WayDecisionDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDecision) decision = read_decision (self, &error);

  if (decision != NULL &&
      way_scorecard_decide (self->store, self->card->id, decision,
                            gtk_switch_get_active (self->decline), way_session_now (), &error))
    finish (self,
            self->card->decision == NULL ? _ ("Decision written down") : _ ("Decision changed"));
  else
    way_form_say (self->message, GTK_WIDGET (self), error->message);
}

static void
on_withdraw (WayDecisionDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (way_scorecard_undecide (self->store, self->card->id, way_session_now (), &error))
    finish (self, _ ("Decision withdrawn"));
  else
    way_form_say (self->message, GTK_WIDGET (self), error->message);
}

static void
way_decision_dialog_dispose (GObject *object)
{
  WayDecisionDialog *self = WAY_DECISION_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->card, way_scorecard_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (way_decision_dialog_parent_class)->dispose (object);
}

static void
way_decision_dialog_class_init (WayDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  g_type_ensure (WAY_TYPE_ENTRY_LIST);
  G_OBJECT_CLASS (klass)->dispose = way_decision_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/offers/decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, choices);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, expectations);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, date);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, decline);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, look_backs);
  gtk_widget_class_bind_template_child (widget_class, WayDecisionDialog, withdraw);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_withdraw);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_decision_dialog_init (WayDecisionDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason), "changed",
                           G_CALLBACK (on_reason_changed), self, G_CONNECT_SWAPPED);
}

/* @row: with what there is to say of the choice */
static void
add_choice (WayDecisionDialog *self, GtkWidget *row, gint64 offer_id)
{
  const WayDecision *decision = self->card->decision;
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_focusable (row, TRUE);
  if (self->checks->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_ptr_array_index (self->checks, 0));
  g_object_set_data_full (G_OBJECT (check), OFFER, g_memdup2 (&offer_id, sizeof offer_id), g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check),
                               decision != NULL && decision->offer_id == offer_id);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->choices, row);
  g_ptr_array_add (self->checks, check);
}

/* The offers that can be chosen with their totals, and none of them. Nothing is chosen beforehand. */
static void
offer_choices (WayDecisionDialog *self)
{
  g_autoptr (WayComparison) comparison = way_compare (self->card, 1);
  GtkWidget *none = adw_action_row_new ();

  for (guint i = 0, ranked = 0; i < comparison->n_offers; i++)
    {
      const WayOffer *offer = g_ptr_array_index (self->card->offers, i);
      if (!comparison->offers[i].counts)
        continue;
      GtkWidget *row =
          comparison->ranking != NULL ? way_total_row_new (offer->company) : adw_action_row_new ();
      if (comparison->ranking != NULL)
        way_total_row_show (row, comparison->ranking, ranked++);
      else
        {
          adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
          adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), offer->company);
        }
      add_choice (self, row, offer->id);
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (none), _ ("None of them"));
  add_choice (self, none, 0);
}

/* The days to look back: of the decision there is, or the usual ones behind @date (transfer full). */
static GArray *
look_back_days (const WayDecision *decision, WayDate date)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (WayDate));
  const WayDate usual[] = { date + WAY_LOOK_BACK_SHORT_DAYS, date + WAY_LOOK_BACK_LONG_DAYS };

  for (guint i = 0; decision != NULL && i < decision->look_backs->len; i++)
    g_array_append_val (days,
                        ((WayLookBack *) g_ptr_array_index (decision->look_backs, i))->due_date);
  if (decision == NULL)
    g_array_append_vals (days, usual, G_N_ELEMENTS (usual));
  return days;
}

static void
show_decision (WayDecisionDialog *self)
{
  static const WayEntryListFuncs day_funcs = { sizeof (WayDate), parse_day, format_day,
                                               describe_day };
  const WayDecision *decision = self->card->decision;
  WayDate today = way_session_today (self->store);
  WayDate date = decision != NULL ? decision->date : today;
  g_autoptr (GArray) days = look_back_days (decision, date);

  gtk_button_set_label (self->save, decision != NULL ? _ ("_Change") : _ ("_Decide"));
  gtk_widget_set_visible (self->withdraw, decision != NULL);
  gtk_switch_set_active (self->decline, decision == NULL);
  way_date_row_set_date (self->date, date, today);
  way_entry_list_set_up (self->look_backs, &day_funcs, days, today);
  if (decision == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), decision->reason, -1);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->expectations), decision->expectations,
                            -1);
}

GtkWidget *
way_decision_dialog_new (WayStore *store, gint64 scorecard_id, GError **error)
{
  g_autoptr (WayScorecard) card = way_scorecard_load (store, scorecard_id, error);

  if (card == NULL)
    return NULL;
  WayDecisionDialog *self = g_object_new (WAY_TYPE_DECISION_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->card = g_steal_pointer (&card);
  offer_choices (self);
  show_decision (self);
  gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
  return GTK_WIDGET (self);
}
