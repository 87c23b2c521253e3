/* A scorecard: the verdict, offers side by side, and charts. What is typed is tried at once on a copy of the scorecard,
 * and goes to the store when it is done. */
#include "app/offers/offers-view.h"

#include "app/offers/chart-card.h"
#include "app/offers/offer-actions.h"
#include "app/offers/offer-charts.h"
#include "app/offers/offer-words.h"
#include "app/offers/score-input.h"
#include "app/offers/score-table.h"
#include "app/offers/verdict-card.h"
#include "app/session.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/outcome.h"
#include "app/widgets/sight.h"
#include "app/widgets/wrap-layout.h"
#include "core/offers/compare.h"

#include <glib/gi18n.h>
#include <math.h>

#define NARROW        560  /* pixels */
#define QUICK_SAMPLES 1000 /* while something is typed */
#define FULL_AFTER    200  /* ms without a key */

struct _WayOffersView
{
  AdwBin parent_instance;

  WayStore *store;
  gint64 card_id;      /* that is shown; 0: none */
  GArray *card_ids;    /* of gint64, newest first, as in the chooser */
  WayScorecard *card;  /* as the store has it; %NULL: none */
  WayScorecard *trial; /* with what is being typed; %NULL: nothing is */
  WayDate today;
  GtkStack *stack;
  GtkDropDown *chooser;
  GtkLabel *title;
  gboolean choosing; /* not the person's doing */
  WayVerdictCard *verdict;
  WayScoreTable *table;
  GtkWidget *add_criterion; /* the menu has it, too */
  GtkWidget *switcher;
  GtkLabel *shown;
  GtkWidget *charts;
  WayChartCard *contributions;
  WayChartCard *ranks;
  WayChartCard *pay;
  gboolean allocated; /* once, so that it knows whether it is narrow */
  gboolean narrow;
  guint narrowing, full, looking; /* sources */
};

G_DEFINE_FINAL_TYPE (WayOffersView, way_offers_view, ADW_TYPE_BIN)

/* What is shown. */

/* All that is money becomes not known, so that no figure gives away what is hidden. */
static void
forget_money (WayScorecard *card)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      WayOffer *it = g_ptr_array_index (card->offers, i);
      it->base = it->bonus_amount = it->bonus_percent = it->pension_amount = it->pension_percent =
          it->allowance = it->commute_cost = NAN;
      it->raise_percent = it->bonus_promised = 0;
      it->no_sign_on = it->no_equity = FALSE;
      g_ptr_array_set_size (it->sign_on, 0);
      g_ptr_array_set_size (it->grants, 0);
    }
}

static WayComparison *
compare (const WayScorecard *card, gboolean hides_money, guint samples)
{
  if (!hides_money)
    return way_compare (card, samples);
  g_autoptr (WayScorecard) blind = way_scorecard_copy (card);
  forget_money (blind);
  return way_compare (blind, samples);
}

static void
show_shown (WayOffersView *self)
{
  guint n = self->card != NULL ? self->card->offers->len : 0;
  guint at = way_score_table_get_shown (self->table);

  gtk_widget_set_visible (self->switcher, self->narrow && n > 1);
  if (at >= n)
    return;
  g_autofree char *name = way_offer_name (self->card, at);
  /* Translators: an offer, its place, and how many there are. */
  g_autofree char *text = g_strdup_printf (_ ("%s, %u of %u"), name, at + 1, n);
  gtk_label_set_text (self->shown, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "offers.previous", at > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "offers.next", at + 1 < n);
}

/* What is out of sight waits until the typing pauses. */
static gboolean
is_due (WayChartCard *chart, gboolean typing)
{
  return !typing || way_sight_has (GTK_WIDGET (chart), GTK_ORIENTATION_VERTICAL);
}

/* @typing: what is seen, with a quick look at the samples, so that it is there in the frame of the key */
static void
show (WayOffersView *self, gboolean typing)
{
  const WayScorecard *card = self->trial != NULL ? self->trial : self->card;
  gboolean hides_money = way_scorecard_hides_money (card);
  g_autoptr (WayComparison) comparison =
      compare (card, hides_money, typing ? QUICK_SAMPLES : WAY_RANK_SAMPLES);

  way_score_table_show (self->table, card, comparison, hides_money, self->today, typing);
  way_verdict_card_show (self->verdict, card, comparison, hides_money, self->today);
  gtk_widget_set_visible (GTK_WIDGET (self->table),
                          card->offers->len > 0 || card->criteria->len > 0);
  gtk_widget_set_visible (self->charts, card->offers->len > 0 && card->criteria->len > 0);
  if (is_due (self->contributions, typing))
    way_chart_card_set_chart (self->contributions, way_chart_of_contributions (card, comparison));
  if (is_due (self->ranks, typing))
    way_chart_card_set_chart (self->ranks, way_chart_of_ranks (card, comparison));
  if (is_due (self->pay, typing))
    way_chart_card_set_chart (self->pay, way_chart_of_pay (card, comparison, hides_money));
}

/* Which scorecard. */

static gboolean
has_id (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* That of before; one that has just been made comes first. */
static gint64
choose (WayOffersView *self, const GArray *ids)
{
  if (ids->len == 0)
    return 0;
  gint64 newest = g_array_index (ids, gint64, 0);
  gboolean new = self->card_ids->len > 0 && !has_id (self->card_ids, newest);
  return !new &&has_id (ids, self->card_id) ? self->card_id : newest;
}

static gboolean
same_titles (WayOffersView *self, const GPtrArray *cards)
{
  GListModel *model = gtk_drop_down_get_model (self->chooser);

  if (model == NULL || g_list_model_get_n_items (model) != cards->len)
    return FALSE;
  for (guint i = 0; i < cards->len; i++)
    if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), i),
                      ((const WayScorecardEntry *) g_ptr_array_index (cards, i))->title))
      return FALSE;
  return TRUE;
}

static void
fill_chooser (WayOffersView *self, const GPtrArray *cards)
{
  guint selected = 0;

  self->choosing = TRUE;
  if (!same_titles (self, cards))
    {
      g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
      for (guint i = 0; i < cards->len; i++)
        gtk_string_list_append (titles,
                                ((const WayScorecardEntry *) g_ptr_array_index (cards, i))->title);
      gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (titles));
    }
  while (selected < self->card_ids->len &&
         g_array_index (self->card_ids, gint64, selected) != self->card_id)
    selected++;
  gtk_drop_down_set_selected (self->chooser, selected);
  self->choosing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), cards->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->title), cards->len <= 1);
}

static void
show_card (WayOffersView *self)
{
  g_autoptr (WayScorecard) before = g_steal_pointer (&self->card);
  g_autoptr (WayScorecard) tried = g_steal_pointer (&self->trial);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->full, g_source_remove);
  if (self->card_id != 0)
    self->card = way_scorecard_load (self->store, self->card_id, &error);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
  way_offer_actions_set_card (GTK_WIDGET (self), self->card);
  gtk_stack_set_visible_child_name (self->stack, self->card != NULL ? "content" : "empty");
  if (self->card == NULL)
    return;
  gtk_label_set_text (self->title, self->card->title);
  self->today = way_session_today (self->store);
  show (self, FALSE);
  show_shown (self);
}

static void
reload (GtkWidget *view)
{
  WayOffersView *self = WAY_OFFERS_VIEW (view);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = way_scorecard_list (self->store, &error);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (cards == NULL)
    {
      g_array_unref (ids);
      gtk_widget_activate_action (view, "win.show-message", "s", error->message);
      return;
    }
  for (guint i = 0; i < cards->len; i++)
    g_array_append_val (ids, ((WayScorecardEntry *) g_ptr_array_index (cards, i))->id);
  self->card_id = choose (self, ids);
  g_array_unref (self->card_ids);
  self->card_ids = ids;
  fill_chooser (self, cards);
  show_card (self);
}

static void
on_chosen (WayOffersView *self)
{
  guint selected = gtk_drop_down_get_selected (self->chooser);

  if (self->choosing || selected >= self->card_ids->len)
    return;
  self->card_id = g_array_index (self->card_ids, gint64, selected);
  show_card (self);
}

/* Typing. */

static gboolean
on_full (gpointer data)
{
  WayOffersView *self = data;

  self->full = 0;
  show (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
on_typed (WayOffersView *self, int row, int column, const char *text)
{
  g_autoptr (WayScorecard) before = g_steal_pointer (&self->trial);

  self->trial = way_scorecard_copy (self->card);
  way_score_input_try (self->trial, row, column, text);
  show (self, TRUE);
  g_clear_handle_id (&self->full, g_source_remove);
  self->full = g_timeout_add (FULL_AFTER, on_full, self);
}

static void
on_reverted (WayOffersView *self)
{
  g_autoptr (WayScorecard) before = g_steal_pointer (&self->trial);

  g_clear_handle_id (&self->full, g_source_remove);
  if (before != NULL)
    show (self, FALSE);
}

static gboolean
on_committed (WayOffersView *self, int row, int column, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean done = way_score_input_save (self->store, self->card, row, column, text, &error);

  if (!done)
    way_tell_outcome (GTK_WIDGET (self), self->store, FALSE, NULL, error);
  else
    on_reverted (self);
  return done;
}

/* Room. */

static void
step (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayOffersView *self = WAY_OFFERS_VIEW (widget);
  guint at = way_score_table_get_shown (self->table);

  way_score_table_set_shown (self->table, g_str_equal (action, "offers.next") ? at + 1 : at - 1);
}

static gboolean
narrow (gpointer data)
{
  WayOffersView *self = data;

  self->narrowing = 0;
  way_score_table_set_narrow (self->table, self->narrow);
  gtk_widget_set_visible (self->add_criterion, !self->narrow);
  show_shown (self);
  return G_SOURCE_REMOVE;
}

static GtkSizeRequestMode
way_offers_view_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (GTK_WIDGET (WAY_OFFERS_VIEW (widget)->stack));
}

static void
way_offers_view_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (WAY_OFFERS_VIEW (widget)->stack), orientation, for_size, minimum,
                      natural, NULL, NULL);
}

/* Other columns not while it is laid out, but before it is drawn. */
static void
way_offers_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayOffersView *self = WAY_OFFERS_VIEW (widget);

  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
  if (self->allocated && (width < NARROW) == self->narrow)
    return;
  self->allocated = TRUE;
  self->narrow = width < NARROW;
  if (self->narrowing == 0)
    self->narrowing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, narrow, self, NULL);
}

/* Days pass while the window is open. */
static gboolean
on_look (gpointer data)
{
  WayOffersView *self = data;

  if (self->card == NULL || self->trial != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_CONTINUE;
  WayDate today = way_session_today (self->store);
  if (today != self->today)
    {
      self->today = today;
      show (self, FALSE);
    }
  return G_SOURCE_CONTINUE;
}

void
way_offers_view_set_store (WayOffersView *self, WayStore *store)
{
  self->store = g_object_ref (store);
  way_offer_actions_install (GTK_WIDGET (self), store);
  self->looking = g_timeout_add_seconds ((guint) way_session_look_seconds (), on_look, self);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_offers_view_dispose (GObject *object)
{
  WayOffersView *self = WAY_OFFERS_VIEW (object);

  g_clear_handle_id (&self->narrowing, g_source_remove);
  g_clear_handle_id (&self->full, g_source_remove);
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_offers_view_parent_class)->dispose (object);
}

static void
way_offers_view_finalize (GObject *object)
{
  WayOffersView *self = WAY_OFFERS_VIEW (object);

  g_array_unref (self->card_ids);
  way_scorecard_free (self->card);
  way_scorecard_free (self->trial);
  G_OBJECT_CLASS (way_offers_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/offers-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, chooser);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, title);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, verdict);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, table);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, switcher);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, add_criterion);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, shown);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, charts);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, contributions);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, ranks);
  gtk_widget_class_bind_template_child (widget_class, WayOffersView, pay);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_committed);
  gtk_widget_class_bind_template_callback (widget_class, on_reverted);
  gtk_widget_class_bind_template_callback (widget_class, show_shown);
}

static void
way_offers_view_class_init (WayOffersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_offers_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_offers_view_finalize;
  widget_class->get_request_mode = way_offers_view_get_request_mode;
  widget_class->measure = way_offers_view_measure;
  widget_class->size_allocate = way_offers_view_size_allocate;
  g_type_ensure (WAY_TYPE_VERDICT_CARD);
  g_type_ensure (WAY_TYPE_SCORE_TABLE);
  g_type_ensure (WAY_TYPE_CHART_CARD);
  g_type_ensure (WAY_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "offers.previous", NULL, step);
  gtk_widget_class_install_action (widget_class, "offers.next", NULL, step);
  gtk_widget_class_set_css_name (widget_class, "offersview");
}

/* @name: of the action */
static gboolean
on_shortcut (GtkWidget *view, GVariant *name, gpointer data)
{
  return gtk_widget_get_mapped (view) &&
         gtk_widget_activate_action (view, g_variant_get_string (name, NULL), NULL);
}

/* Wherever the keyboard is in the window, as long as the view is shown. */
static void
add_shortcuts (WayOffersView *self)
{
  static const struct
  {
    const char *keys, *action;
  } shortcuts[] = {
    { "<Control><Shift>s", "scorecard.new" }, { "<Control><Shift>o", "offer.new" },
    { "<Control><Shift>k", "criterion.new" }, { "<Control>d", "scorecard.decide" },
    { "<Alt>Page_Up", "offers.previous" },    { "<Alt>Page_Down", "offers.next" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut =
          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].keys),
                            gtk_callback_action_new (on_shortcut, NULL, NULL));
      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (shortcuts[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
way_offers_view_init (WayOffersView *self)
{
  self->card_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  /* With one, it would not hear how large it is. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  /* Until it hears that, it must not ask for more than a narrow window has: the window would grow. */
  gtk_widget_set_visible (self->add_criterion, FALSE);
  add_shortcuts (self);
}
