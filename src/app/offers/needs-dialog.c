#include "app/offers/needs-dialog.h"

#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/offers/totals.h"
#include "core/base/error.h"
#include "core/offers/compare.h"

#include <glib/gi18n.h>
#include <math.h>

#define QUICK_SAMPLES 200 /* totals do not depend on them */

#define WAY_TYPE_NEEDS_DIALOG (way_needs_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayNeedsDialog, way_needs_dialog, WAY, NEEDS_DIALOG, AdwWindow)

struct _WayNeedsDialog
{
  AdwWindow parent_instance;

  WayScorecard *card;
  guint offer; /* index */
  AdwWindowTitle *title;
  AdwPreferencesGroup *needs;
  AdwPreferencesGroup *figures;
  AdwPreferencesGroup *totals;
  WayAmountRow *base; /* %NULL: money is hidden */
  WayAmountRow *sign_on;
  GPtrArray *scores; /* of WayAmountRow, by criterion; %NULL for what is computed */
  GPtrArray *rows;   /* of WayTotalRow, by offer; %NULL for one that is out */
};

G_DEFINE_FINAL_TYPE (WayNeedsDialog, way_needs_dialog, ADW_TYPE_WINDOW)

static const WayOffer *
get_offer (WayNeedsDialog *self)
{
  return g_ptr_array_index (self->card->offers, self->offer);
}

static const WayCriterionRow *
get_criterion (WayNeedsDialog *self, guint i)
{
  return g_ptr_array_index (self->card->criteria, i);
}

static const char *
name_need (WayNeedsDialog *self, const WayNeed *need)
{
  return need->kind == WAY_NEED_SCORE  ? get_criterion (self, (guint) need->criterion)->title
         : need->kind == WAY_NEED_BASE ? _ ("Base")
                                       : _ ("Sign-on money of the first year");
}

/* transfer full */
static char *
describe_need (const WayNeed *need, const char *what, const char *unit)
{
  g_autofree char *now = way_amount_format (need->now, NULL);
  g_autofree char *needed = way_amount_format (need->needed, NULL);
  g_autofree char *full =
      *unit != '\0' ? g_strdup_printf (_ ("%s %s"), needed, unit) : g_strdup (needed);

  if (isnan (need->now))
    /* Translators: base, sign-on money or a criterion, and what it has to be: "Base: 92,000 EUR; now it is not known" */
    return g_strdup_printf (_ ("%s: %s; now it is not known"), what, full);
  /* Translators: base, sign-on money or a criterion; what it has to be, and is: "Base: 92,000 EUR instead of 85,000" */
  return g_strdup_printf (_ ("%s: %s instead of %s"), what, full, now);
}

static GtkWidget *
add_row (WayNeedsDialog *self, const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->needs, row);
  return row;
}

static void
add_need (WayNeedsDialog *self, const WayNeed *need)
{
  const char *unit = need->kind == WAY_NEED_SCORE
                         ? get_criterion (self, (guint) need->criterion)->unit
                         : get_offer (self)->currency;
  g_autofree char *title = describe_need (need, name_need (self, need), unit);
  GtkWidget *row = add_row (self, title);

  if (isnan (need->now))
    return;
  g_autofree char *change = way_amount_format_change (need->needed - need->now);
  GtkWidget *label = gtk_label_new (change);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

/* @names: of what cannot */
static void
add_cannot (WayNeedsDialog *self, GPtrArray *names)
{
  guint n = names->len;

  if (n == 0)
    return;
  g_ptr_array_add (names, NULL);
  g_autofree char *list = g_strjoinv (_ (", "), (char **) names->pdata);
  g_autofree char *markup = g_markup_escape_text (list, -1);
  GtkWidget *row = add_row (self, ngettext ("This alone cannot", "None of these alone can", n));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), markup);
}

/* Nothing to lead against is no lead. */
static void
describe_no_needs (WayNeedsDialog *self, const WayComparison *comparison)
{
  gboolean alone = comparison->ranking == NULL || comparison->ranking->n_ranked < 2;
  g_autofree char *verdict = way_comparison_verdict (self->card, comparison);
  g_autofree char *markup = g_markup_escape_text (verdict, -1);

  adw_preferences_group_set_description (self->needs,
                                         alone ? markup : _ ("This offer leads already."));
}

static void
show_needs (WayNeedsDialog *self, const WayComparison *comparison)
{
  g_autoptr (GArray) needs = way_compare_needs (self->card, comparison, self->offer);
  g_autoptr (GPtrArray) cannot = g_ptr_array_new ();
  gboolean hidden = way_scorecard_hides_money (self->card);

  if (needs->len == 0)
    describe_no_needs (self, comparison);
  for (guint i = 0; i < needs->len; i++)
    {
      const WayNeed *need = &g_array_index (needs, WayNeed, i);
      if (hidden && need->kind != WAY_NEED_SCORE)
        continue;
      if (isnan (need->needed))
        g_ptr_array_add (cannot, (gpointer) name_need (self, need));
      else
        add_need (self, need);
    }
  add_cannot (self, cannot);
}

/* Sign-on money of the first year; NAN: not known. */
static double
first_sign_on (const WayOffer *offer)
{
  double sum = 0;

  for (guint i = 0; i < offer->sign_on->len; i++)
    {
      const WaySignOnRow *it = g_ptr_array_index (offer->sign_on, i);
      sum += it->year == 1 ? it->amount : 0;
    }
  return offer->sign_on->len > 0 || offer->no_sign_on ? sum : NAN;
}

/* The whole of the first year is @amount. */
static void
set_first_sign_on (WayOffer *offer, double amount)
{
  for (guint i = offer->sign_on->len; i > 0; i--)
    if (((WaySignOnRow *) g_ptr_array_index (offer->sign_on, i - 1))->year == 1)
      g_ptr_array_remove_index (offer->sign_on, i - 1);
  WaySignOnRow row = { .year = 1, .amount = amount };
  g_ptr_array_insert (offer->sign_on, 0, g_memdup2 (&row, sizeof row));
  offer->no_sign_on = FALSE;
}

/* A copy of the scorecard with what is typed; what is left empty stays as it is (transfer full). */
static WayScorecard *
try_figures (WayNeedsDialog *self)
{
  WayScorecard *card = way_scorecard_copy (self->card);
  WayOffer *offer = g_ptr_array_index (card->offers, self->offer);
  double base = self->base != NULL ? way_amount_row_peek (self->base) : NAN;
  double sign_on = self->sign_on != NULL ? way_amount_row_peek (self->sign_on) : NAN;

  if (!isnan (base))
    offer->base = base;
  if (!isnan (sign_on) && sign_on != first_sign_on (offer))
    set_first_sign_on (offer, sign_on);
  for (guint i = 0; i < self->scores->len; i++)
    {
      WayAmountRow *row = g_ptr_array_index (self->scores, i);
      double score = row != NULL ? way_amount_row_peek (row) : NAN;
      if (!isnan (score))
        offer->scores[i] = (WayRange) { score, score };
    }
  return card;
}

static void
update (WayNeedsDialog *self)
{
  g_autoptr (WayScorecard) card = try_figures (self);
  g_autoptr (WayComparison) comparison = way_compare (card, QUICK_SAMPLES);

  if (comparison->ranking == NULL)
    return;
  for (guint i = 0; i < comparison->ranking->n_offers; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, comparison->ranked[i]);
      if (row != NULL)
        way_total_row_show (row, comparison->ranking, i);
    }
}

static WayAmountRow *
add_figure (WayNeedsDialog *self,
            const char *label,
            const char *empty,
            const char *unit,
            const WayRange *limits,
            double value)
{
  WayAmountRow *row =
      g_object_new (WAY_TYPE_AMOUNT_ROW, "label", label, "empty", empty, "unit",
                    *unit != '\0' ? unit : NULL, "least", limits->low, "most", limits->high, NULL);

  way_amount_row_set_value (row, value);
  adw_preferences_group_add (self->figures, GTK_WIDGET (row));
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

/* A range stays one until a number is typed. */
static WayAmountRow *
add_score (WayNeedsDialog *self, guint i)
{
  const WayCriterionRow *it = get_criterion (self, i);
  WayRange score = get_offer (self)->scores[i];
  WayRange any = { -G_MAXDOUBLE, G_MAXDOUBLE };
  g_autofree char *low = way_amount_format (score.low, NULL);
  g_autofree char *high = way_amount_format (score.high, NULL);
  g_autofree char *empty =
      way_range_is_blank (score)
          ? g_strdup (_ ("not known"))
          /* Translators: behind the name of a criterion: a range that was typed before: "stays 3 to 4" */
          : g_strdup_printf (_ ("stays %s to %s"), low, high);

  return add_figure (self, it->title, empty, it->unit, *it->unit == '\0' ? &it->scale : &any,
                     way_range_is_exact (score) ? score.low : NAN);
}

static void
show_figures (WayNeedsDialog *self)
{
  const WayOffer *offer = get_offer (self);
  const WayRange money = { 0, G_MAXDOUBLE };

  if (!way_scorecard_hides_money (self->card))
    {
      self->base =
          add_figure (self, _ ("Base"), _ ("not known"), offer->currency, &money, offer->base);
      self->sign_on = add_figure (self, _ ("Sign-on money of the first year"), _ ("not known"),
                                  offer->currency, &money, first_sign_on (offer));
    }
  for (guint i = 0; i < self->card->criteria->len; i++)
    g_ptr_array_add (self->scores, get_criterion (self, i)->measure == WAY_MEASURE_TYPED
                                       ? add_score (self, i)
                                       : NULL);
}

static void
show_totals (WayNeedsDialog *self, const WayComparison *comparison)
{
  g_ptr_array_set_size (self->rows, (int) self->card->offers->len);
  for (guint i = 0; i < comparison->ranking->n_offers; i++)
    {
      guint o = comparison->ranked[i];
      const WayOffer *offer = g_ptr_array_index (self->card->offers, o);
      GtkWidget *row = way_total_row_new (offer->company);
      self->rows->pdata[o] = row;
      adw_preferences_group_add (self->totals, row);
      way_total_row_show (row, comparison->ranking, i);
    }
}

static void
way_needs_dialog_finalize (GObject *object)
{
  WayNeedsDialog *self = WAY_NEEDS_DIALOG (object);

  way_scorecard_free (self->card);
  g_ptr_array_unref (self->scores);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (way_needs_dialog_parent_class)->finalize (object);
}

static void
way_needs_dialog_class_init (WayNeedsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_needs_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/needs-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayNeedsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayNeedsDialog, needs);
  gtk_widget_class_bind_template_child (widget_class, WayNeedsDialog, figures);
  gtk_widget_class_bind_template_child (widget_class, WayNeedsDialog, totals);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_needs_dialog_init (WayNeedsDialog *self)
{
  self->scores = g_ptr_array_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* %FALSE with @error: it cannot be said what the offer needs. */
static gboolean
find_offer (const WayScorecard *card,
            const WayComparison *comparison,
            gint64 id,
            guint *index,
            GError **error)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *offer = g_ptr_array_index (card->offers, i);
      if (offer->id != id)
        continue;
      *index = i;
      if (comparison->ranking == NULL)
        g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, comparison->why);
      else if (!comparison->offers[i].counts)
        g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                     _ ("The offer of %s is not one to choose any more."), offer->company);
      return comparison->ranking != NULL && comparison->offers[i].counts;
    }
  g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This offer is no longer there."));
  return FALSE;
}

GtkWidget *
way_needs_dialog_new (WayStore *store, gint64 scorecard_id, gint64 offer_id, GError **error)
{
  g_autoptr (WayScorecard) card = way_scorecard_load (store, scorecard_id, error);
  g_autoptr (WayComparison) comparison = card != NULL ? way_compare (card, WAY_RANK_SAMPLES) : NULL;
  guint offer = 0;

  if (comparison == NULL || !find_offer (card, comparison, offer_id, &offer, error))
    return NULL;
  WayNeedsDialog *self = g_object_new (WAY_TYPE_NEEDS_DIALOG, NULL);
  self->card = g_steal_pointer (&card);
  self->offer = offer;
  adw_window_title_set_subtitle (self->title, get_offer (self)->company);
  show_needs (self, comparison);
  show_figures (self);
  show_totals (self, comparison);
  return GTK_WIDGET (self);
}
