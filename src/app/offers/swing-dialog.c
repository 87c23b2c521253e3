#include "app/offers/swing-dialog.h"

#include "app/offers/amount.h"
#include "app/session.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"
#include "core/base/error.h"
#include "core/offers/card-change.h"
#include "core/offers/compare.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define WAY_TYPE_SWING_DIALOG (way_swing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaySwingDialog, way_swing_dialog, WAY, SWING_DIALOG, AdwWindow)

/* The widgets of a criterion. */
typedef struct
{
  const WayCriterionRow *criterion;
  GtkAdjustment *points;
  GtkSpinButton *spin;
  GtkLabel *share;
  GtkLevelBar *bar;
} Swing;

struct _WaySwingDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayScorecard *card;
  GArray *swings; /* of Swing */
  GtkLabel *message;
  AdwPreferencesGroup *rows;
};

G_DEFINE_FINAL_TYPE (WaySwingDialog, way_swing_dialog, ADW_TYPE_WINDOW)

/* The weights of the points as they are, in the order of the rows; %FALSE when all are 0. */
static gboolean
work_out (WaySwingDialog *self, double *weights)
{
  g_autofree double *points = g_new (double, self->swings->len);

  for (guint i = 0; i < self->swings->len; i++)
    points[i] = gtk_adjustment_get_value (g_array_index (self->swings, Swing, i).points);
  return way_swing_weights (points, self->swings->len, weights);
}

static void
show_weights (WaySwingDialog *self)
{
  g_autofree double *weights = g_new0 (double, self->swings->len);
  gboolean any = work_out (self, weights);

  for (guint i = 0; i < self->swings->len; i++)
    {
      const Swing *swing = &g_array_index (self->swings, Swing, i);
      double share = any ? weights[i] : 0;
      g_autofree char *text = way_amount_format_percent (round (10 * share) / 10);
      gtk_label_set_text (swing->share, text);
      gtk_level_bar_set_value (swing->bar, share / 100);
    }
  if (any)
    way_form_say (self->message, GTK_WIDGET (self), "");
}

static void
on_save (WaySwingDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  guint n = self->swings->len;
  g_autofree double *weights = g_new0 (double, n);
  g_autofree gint64 *ids = g_new (gint64, n);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      gtk_spin_button_update (g_array_index (self->swings, Swing, i).spin);
      ids[i] = g_array_index (self->swings, Swing, i).criterion->id;
    }
  if (!work_out (self, weights))
    g_set_error (&error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("One criterion at least has to matter: give it 100."));
  else if (way_criteria_set_weights (self->store, ids, weights, n, way_session_now (), &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      if (parent != NULL)
        way_tell_outcome (parent, self->store, TRUE, _ ("Weights set"), NULL);
      return;
    }
  way_form_say (self->message, GTK_WIDGET (self), error->message);
}

static void
name (GtkWidget *widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* What is swung: "From 1 to 5" (transfer full). */
static char *
describe_scale (const WayScorecard *card, const WayCriterionRow *it, const WayRange *scale)
{
  gboolean money = it->measure != WAY_MEASURE_TYPED && it->measure != WAY_MEASURE_COMMUTE;
  const char *unit = it->measure == WAY_MEASURE_TYPED     ? it->unit
                     : it->measure == WAY_MEASURE_COMMUTE ? _ ("hours")
                                                          : card->currency;
  double worst = it->less_is_better ? scale->high : scale->low;
  double best = it->less_is_better ? scale->low : scale->high;
  gboolean whole = it->measure != WAY_MEASURE_TYPED;
  g_autofree char *from = whole ? way_amount_format_whole (worst) : way_amount_format (worst, NULL);
  g_autofree char *to = whole ? way_amount_format_whole (best) : way_amount_format (best, NULL);

  if (isnan (worst) || isnan (best) || (money && way_scorecard_hides_money (card)))
    return g_strdup (_ ("From the worst to the best offer"));
  if (*unit == '\0')
    /* Translators: the worst and the best score: "From 1 to 5" */
    return g_strdup_printf (_ ("From %s to %s"), from, to);
  /* Translators: the worst and the best value, and their unit: "From 60 to 10 minutes" */
  return g_strdup_printf (_ ("From %s to %s %s"), from, to, unit);
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Slider and spin button of the same points. */
static GtkWidget *
make_points (Swing *swing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, swing->points);
  GtkWidget *spin = gtk_spin_button_new (swing->points, 1, 0);

  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  name (scale, swing->criterion->title);
  name (spin, swing->criterion->title);
  gtk_box_append (GTK_BOX (box), scale);
  gtk_box_append (GTK_BOX (box), spin);
  swing->spin = GTK_SPIN_BUTTON (spin);
  return box;
}

/* Over each other, so that it is as narrow as it must. */
static void
add_swing (WaySwingDialog *self, const WayCriterionRow *it, const WayRange *scale, double points)
{
  Swing swing = { .criterion = it, .points = gtk_adjustment_new (points, 0, 100, 1, 10, 0) };
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *text = describe_scale (self->card, it, scale);

  swing.share = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (swing.share), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (swing.share), "heading");
  swing.bar = GTK_LEVEL_BAR (gtk_level_bar_new ());
  gtk_level_bar_add_offset_value (swing.bar, GTK_LEVEL_BAR_OFFSET_LOW, 0);
  name (GTK_WIDGET (swing.bar), it->title);
  gtk_box_append (GTK_BOX (head), make_label (it->title, NULL));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (swing.share));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), make_label (text, "caption"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (swing.bar));
  gtk_box_append (GTK_BOX (box), make_points (&swing));
  gtk_widget_add_css_class (row, "swing");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), it->title);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_group_add (self->rows, row);
  g_signal_connect_object (swing.points, "value-changed", G_CALLBACK (show_weights), self,
                           G_CONNECT_SWAPPED);
  g_array_append_val (self->swings, swing);
}

static int
compare_weights (gconstpointer a, gconstpointer b, gpointer criteria)
{
  const WayCriterionRow *x = g_ptr_array_index ((GPtrArray *) criteria, *(const guint *) a);
  const WayCriterionRow *y = g_ptr_array_index ((GPtrArray *) criteria, *(const guint *) b);

  return (x->weight < y->weight) - (x->weight > y->weight);
}

/* The heaviest first, with the points that its weight stands for. */
static void
show_swings (WaySwingDialog *self)
{
  GPtrArray *criteria = self->card->criteria;
  g_autoptr (WayComparison) comparison = way_compare (self->card, 1);
  g_autofree guint *order = g_new (guint, criteria->len);

  for (guint i = 0; i < criteria->len; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) criteria->len, sizeof *order, compare_weights, criteria);
  double most = ((WayCriterionRow *) g_ptr_array_index (criteria, order[0]))->weight;
  for (guint i = 0; i < criteria->len; i++)
    {
      const WayCriterionRow *it = g_ptr_array_index (criteria, order[i]);
      add_swing (self, it, &comparison->scales[order[i]],
                 most > 0 ? round (100 * it->weight / most) : 100);
    }
  show_weights (self);
}

static void
way_swing_dialog_dispose (GObject *object)
{
  WaySwingDialog *self = WAY_SWING_DIALOG (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_swing_dialog_parent_class)->dispose (object);
}

static void
way_swing_dialog_finalize (GObject *object)
{
  WaySwingDialog *self = WAY_SWING_DIALOG (object);

  g_array_unref (self->swings);
  way_scorecard_free (self->card);
  G_OBJECT_CLASS (way_swing_dialog_parent_class)->finalize (object);
}

static void
way_swing_dialog_class_init (WaySwingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_swing_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_swing_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/swing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaySwingDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WaySwingDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_swing_dialog_init (WaySwingDialog *self)
{
  self->swings = g_array_new (FALSE, FALSE, sizeof (Swing));
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_swing_dialog_new (WayStore *store, gint64 scorecard_id, GError **error)
{
  g_autoptr (WayScorecard) card = way_scorecard_load (store, scorecard_id, error);

  if (card == NULL)
    return NULL;
  if (card->criteria->len == 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                   _ ("This scorecard has no criteria to weigh."));
      return NULL;
    }
  WaySwingDialog *self = g_object_new (WAY_TYPE_SWING_DIALOG, NULL);
  self->store = g_object_ref (store);
  self->card = g_steal_pointer (&card);
  show_swings (self);
  gtk_widget_grab_focus (GTK_WIDGET (g_array_index (self->swings, Swing, 0).spin));
  return GTK_WIDGET (self);
}
