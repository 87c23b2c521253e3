#include "app/offers/criterion-dialog.h"

#include "app/offers/amount-row.h"
#include "app/offers/amount.h"
#include "app/session.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/base/error.h"
#include "core/offers/card-change.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define USUAL_WEIGHT 10

#define WAY_TYPE_CRITERION_DIALOG (way_criterion_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayCriterionDialog, way_criterion_dialog, WAY, CRITERION_DIALOG, AdwWindow)

struct _WayCriterionDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayScorecard *card;
  WayCriterionRow *criterion; /* as stored, or a new one; %NULL: nothing is shown yet */
  GtkButton *save;
  GtkLabel *message;
  GtkEditable *name;
  GtkTextView *note;
  AdwComboRow *measure;
  GtkEditable *unit;
  WayAmountRow *worst;
  WayAmountRow *best;
  GtkSwitch *less;
  GtkWidget *less_row;
  WayAmountRow *weight;
  WayAmountRow *weight_low;
  WayAmountRow *weight_high;
  WayAmountRow *at_least;
  WayAmountRow *at_most;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (WayCriterionDialog, way_criterion_dialog, ADW_TYPE_WINDOW)

/* The positions of "measure". Behind these come the measures of core but the typed one, which is both. */
enum
{
  SCORES,
  MEASURED,
  COMPUTED,
};

static WayMeasure
get_measure (WayCriterionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->measure);

  return selected < COMPUTED ? WAY_MEASURE_TYPED
                             : (WayMeasure) (selected - COMPUTED + WAY_MEASURE_FIRST_YEAR);
}

/* %FALSE marks @row and says @message. */
static gboolean
check (GtkWidget *row, gboolean right, const char *message, GError **error)
{
  way_form_set_error (row, !right);
  if (!right)
    g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, message);
  return right;
}

static gboolean
read_name (WayCriterionDialog *self, WayCriterionRow *it, GError **error)
{
  g_free (it->title);
  it->title = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  return check (GTK_WIDGET (self->name), *it->title != '\0', _ ("A criterion needs a title."),
                error);
}

/* Worst and best say which way is better, too. */
static gboolean
read_ends (WayCriterionDialog *self, WayCriterionRow *it, GError **error)
{
  double worst, best;

  if (!way_amount_row_get_value (self->worst, &worst, error) ||
      !way_amount_row_get_value (self->best, &best, error))
    return FALSE;
  gboolean needed = it->measure == WAY_MEASURE_TYPED;
  if (isnan (worst) && isnan (best) && !needed)
    {
      it->scale = (WayRange) { WAY_SCORE_LOW, WAY_SCORE_HIGH };
      return TRUE;
    }
  if (!check (GTK_WIDGET (self->worst), !isnan (worst),
              _ ("The best value needs a worst one to be compared with."), error) ||
      !check (GTK_WIDGET (self->best), !isnan (best) && best != worst,
              _ ("The best value has to be another one than the worst."), error))
    return FALSE;
  it->scale = (WayRange) { MIN (worst, best), MAX (worst, best) };
  it->less_is_better = best < worst;
  return TRUE;
}

static gboolean
read_measure (WayCriterionDialog *self, WayCriterionRow *it, GError **error)
{
  guint selected = adw_combo_row_get_selected (self->measure);
  gboolean was_score =
      self->criterion->measure == WAY_MEASURE_TYPED && *self->criterion->unit == '\0';

  it->measure = get_measure (self);
  gboolean commute = it->measure == WAY_MEASURE_COMMUTE;
  g_free (it->unit);
  it->unit = g_strdup (commute ? _ ("hours") : "");
  if (selected == SCORES)
    {
      it->less_is_better = gtk_switch_get_active (self->less);
      if (!was_score)
        it->scale = (WayRange) { WAY_SCORE_LOW, WAY_SCORE_HIGH };
      return TRUE;
    }
  if (selected == MEASURED)
    {
      g_free (it->unit);
      it->unit = g_strstrip (g_strdup (gtk_editable_get_text (self->unit)));
      if (!check (GTK_WIDGET (self->unit), *it->unit != '\0',
                  _ ("A measured value needs its unit, as “minutes”."), error))
        return FALSE;
    }
  /* Of what is computed less is better where it is a burden. */
  it->less_is_better = commute;
  return read_ends (self, it, error);
}

static gboolean
read_weight (WayCriterionDialog *self, WayCriterionRow *it, GError **error)
{
  double low, high;

  if (!way_amount_row_get_value (self->weight, &it->weight, error) ||
      !way_amount_row_get_value (self->weight_low, &low, error) ||
      !way_amount_row_get_value (self->weight_high, &high, error) ||
      !check (GTK_WIDGET (self->weight_low), isnan (low) || low <= it->weight,
              _ ("The range of the weight begins above the weight."), error) ||
      !check (GTK_WIDGET (self->weight_high), isnan (high) || high >= it->weight,
              _ ("The range of the weight ends below the weight."), error))
    return FALSE;
  /* One end alone: the weight itself is the other one. */
  it->weight_range = isnan (low) && isnan (high) ? WAY_RANGE_BLANK
                                                 : (WayRange) { isnan (low) ? it->weight : low,
                                                                isnan (high) ? it->weight : high };
  return TRUE;
}

/* What is typed (transfer full). */
static WayCriterionRow *
read_criterion (WayCriterionDialog *self, GError **error)
{
  g_autoptr (WayCriterionRow) it = way_criterion_row_copy (self->criterion);

  if (!read_name (self, it, error) || !read_measure (self, it, error) ||
      !read_weight (self, it, error) ||
      !way_amount_row_get_value (self->at_least, &it->must_at_least, error) ||
      !way_amount_row_get_value (self->at_most, &it->must_at_most, error) ||
      !check (GTK_WIDGET (self->at_most), !(it->must_at_most < it->must_at_least),
              _ ("No value is at least and at most that much."), error))
    return NULL;
  g_free (it->note);
  it->note = way_form_get_text (self->note);
  return g_steal_pointer (&it);
}

/* Points, and what part of all weights they are: what they mean (transfer full). */
static char *
describe_share (WayCriterionDialog *self)
{
  double weight = way_amount_row_peek (self->weight), sum = 0;

  for (guint i = 0; i < self->card->criteria->len; i++)
    {
      const WayCriterionRow *it = g_ptr_array_index (self->card->criteria, i);
      sum += it->id == self->criterion->id ? 0 : it->weight;
    }
  if (isnan (weight) || weight + sum <= 0)
    return g_strdup (_ ("points"));
  g_autofree char *share = way_amount_format_percent (round (1000 * weight / (weight + sum)) / 10);
  /* Translators: behind a weight in points: "7 points, 18 % of all" */
  return g_strdup_printf (_ ("points, %s of all"), share);
}

/* Whatever was typed shows what goes with it. */
static void
on_changed (WayCriterionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->measure);
  gboolean commute = get_measure (self) == WAY_MEASURE_COMMUTE;

  if (self->criterion == NULL)
    return;
  const char *unit = selected == SCORES     ? NULL
                     : selected == MEASURED ? gtk_editable_get_text (self->unit)
                     : commute              ? _ ("hours")
                                            : self->card->currency;
  gtk_widget_set_visible (GTK_WIDGET (self->unit), selected == MEASURED);
  gtk_widget_set_visible (GTK_WIDGET (self->worst), selected != SCORES);
  gtk_widget_set_visible (GTK_WIDGET (self->best), selected != SCORES);
  gtk_widget_set_visible (self->less_row, selected == SCORES);
  way_amount_row_set_unit (self->worst, unit);
  way_amount_row_set_unit (self->best, unit);
  way_amount_row_set_unit (self->at_least, unit);
  way_amount_row_set_unit (self->at_most, unit);
  g_autofree char *points = describe_share (self);
  way_amount_row_set_unit (self->weight, points);
  if (*gtk_editable_get_text (self->name) != '\0')
    way_form_set_error (GTK_WIDGET (self->name), FALSE);
}

static void
finish (WayCriterionDialog *self, const char *message)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    way_tell_outcome (parent, self->store, TRUE, message, NULL);
}

static void
on_save (WayCriterionDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCriterionRow) it = read_criterion (self, &error);
  gboolean new = self->criterion->id == 0;

  if (it == NULL ||
      !(new ? way_criterion_add (self->store, self->card->id, it, way_session_now (), NULL, &error)
            : way_criterion_set (self->store, it, way_session_now (), &error)))
    way_form_say (self->message, GTK_WIDGET (self), error->message);
  else
    finish (self, new ? _ ("Criterion added") : _ ("Criterion changed"));
}

static void
on_remove (WayCriterionDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (way_criterion_remove (self->store, self->criterion->id, way_session_now (), &error))
    finish (self, _ ("Criterion removed"));
  else
    way_form_say (self->message, GTK_WIDGET (self), error->message);
}

static void
way_criterion_dialog_dispose (GObject *object)
{
  WayCriterionDialog *self = WAY_CRITERION_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->criterion, way_criterion_row_free);
  g_clear_pointer (&self->card, way_scorecard_free);
  G_OBJECT_CLASS (way_criterion_dialog_parent_class)->dispose (object);
}

static void
way_criterion_dialog_class_init (WayCriterionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_AMOUNT_ROW);
  G_OBJECT_CLASS (klass)->dispose = way_criterion_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/offers/criterion-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, name);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, note);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, measure);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, unit);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, worst);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, best);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, less);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, less_row);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, weight);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, weight_low);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, weight_high);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, at_least);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, at_most);
  gtk_widget_class_bind_template_child (widget_class, WayCriterionDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_criterion_dialog_init (WayCriterionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "Scores, 1 to 5", "A measured value", and what core computes. */
static void
offer_measures (WayCriterionDialog *self)
{
  const WayCriterionRow *it = self->criterion;
  gboolean score = it->measure == WAY_MEASURE_TYPED && *it->unit == '\0';
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *low = way_amount_format (score ? it->scale.low : WAY_SCORE_LOW, NULL);
  g_autofree char *high = way_amount_format (score ? it->scale.high : WAY_SCORE_HIGH, NULL);
  g_autofree char *scores =
      /* Translators: the ends of a scale: "Scores, 1 to 5" */
      g_strdup_printf (_ ("Scores, %s to %s"), low, high);

  gtk_string_list_append (names, scores);
  gtk_string_list_append (names, _ ("A measured value"));
  for (int i = WAY_MEASURE_FIRST_YEAR; i < WAY_MEASURE_N; i++)
    gtk_string_list_append (names, way_measure_title ((WayMeasure) i));
  adw_combo_row_set_model (self->measure, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->measure, score ? SCORES
                                             : it->measure == WAY_MEASURE_TYPED
                                                 ? MEASURED
                                                 : it->measure + COMPUTED - WAY_MEASURE_FIRST_YEAR);
}

static void
show_criterion (WayCriterionDialog *self)
{
  const WayCriterionRow *it = self->criterion;
  gboolean new = it->id == 0;
  gboolean ends =
      way_criterion_has_scale (it) || (it->measure == WAY_MEASURE_TYPED && *it->unit != '\0');

  gtk_window_set_title (GTK_WINDOW (self), new ? _ ("Add Criterion") : _ ("Criterion"));
  gtk_button_set_label (self->save, new ? _ ("_Add") : _ ("_Save"));
  gtk_widget_set_visible (self->remove, !new);
  gtk_editable_set_text (self->name, it->title);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->note), it->note, -1);
  offer_measures (self);
  gtk_editable_set_text (self->unit, it->unit);
  way_amount_row_set_value (self->worst, !ends                ? NAN
                                         : it->less_is_better ? it->scale.high
                                                              : it->scale.low);
  way_amount_row_set_value (self->best, !ends                ? NAN
                                        : it->less_is_better ? it->scale.low
                                                             : it->scale.high);
  gtk_switch_set_active (self->less, it->less_is_better);
  way_amount_row_set_value (self->weight, it->weight);
  way_amount_row_set_value (self->weight_low, it->weight_range.low);
  way_amount_row_set_value (self->weight_high, it->weight_range.high);
  way_amount_row_set_value (self->at_least, it->must_at_least);
  way_amount_row_set_value (self->at_most, it->must_at_most);
  on_changed (self);
}

/* A copy of the criterion @id, or a new one (transfer full). */
static WayCriterionRow *
find_criterion (const WayScorecard *card, gint64 id, GError **error)
{
  for (guint i = 0; i < card->criteria->len; i++)
    {
      const WayCriterionRow *it = g_ptr_array_index (card->criteria, i);
      if (it->id == id)
        return way_criterion_row_copy (it);
    }
  if (id != 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This criterion is no longer there."));
      return NULL;
    }
  WayCriterionRow *new = way_criterion_row_new ();
  new->weight = USUAL_WEIGHT;
  return new;
}

GtkWidget *
way_criterion_dialog_new (WayStore *store, gint64 scorecard_id, gint64 criterion_id, GError **error)
{
  g_autoptr (WayScorecard) card = way_scorecard_load (store, scorecard_id, error);
  g_autoptr (WayCriterionRow) criterion =
      card != NULL ? find_criterion (card, criterion_id, error) : NULL;

  if (criterion == NULL)
    return NULL;
  WayCriterionDialog *self = g_object_new (WAY_TYPE_CRITERION_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->card = g_steal_pointer (&card);
  self->criterion = g_steal_pointer (&criterion);
  show_criterion (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
  return GTK_WIDGET (self);
}
