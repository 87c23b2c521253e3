#include "app/offers/verdict-card.h"

#include "app/format.h"
#include "app/offers/look-back-row.h"
#include "app/offers/offer-words.h"
#include "app/offers/range-text.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayVerdictCard
{
  GtkWidget parent_instance;

  GtkLabel *verdict;
  GtkLabel *flip;
  GtkLabel *missing;
  GtkLabel *lock;
  GtkFlowBox *deadlines;
  GtkWidget *decision;
  GtkLabel *decided;
  GtkLabel *reason;
  GtkLabel *expectations;
  GtkListBox *look_backs;
  char *shown_deadlines, *shown_look_backs; /* as texts */
};

G_DEFINE_FINAL_TYPE (WayVerdictCard, way_verdict_card, GTK_TYPE_WIDGET)

static void
set_text (GtkLabel *label, const char *text)
{
  if (text != NULL && *text != '\0' && g_str_equal (gtk_label_get_text (label), text))
    return;
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Whether @text is another than @place, which takes it. */
static gboolean
take (char **place, char *text)
{
  gboolean same = g_strcmp0 (*place, text) == 0;

  g_free (*place);
  *place = text;
  return !same;
}

static char *
missing_text (const WayScorecard *card, gboolean hides_money)
{
  guint blanks = way_scorecard_count_blanks (card);

  if (hides_money)
    return g_strdup_printf (ngettext ("Money is hidden until all is scored: %u score is blank.",
                                      "Money is hidden until all is scored: %u scores are blank.",
                                      blanks),
                            blanks);
  if (blanks == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u score is blank, so totals are ranges.",
                                    "%u scores are blank, so totals are ranges.", blanks),
                          blanks);
}

/* What was done to the weights behind their lock, one a line. */
static char *
lock_text (const WayScorecard *card)
{
  GString *lines = g_string_new (card->locked_utc != 0 ? _ ("Weights are locked.") : NULL);

  for (guint i = 0; i < card->changes->len; i++)
    {
      const WayWeightChange *it = g_ptr_array_index (card->changes, i);
      g_autofree char *old =
          isnan (it->old_weight) ? g_strdup (_ ("new")) : way_number_text (it->old_weight, 1);
      g_autofree char *new =
          isnan (it->new_weight) ? g_strdup (_ ("removed")) : way_number_text (it->new_weight, 1);
      /* Translators: a criterion, and its weight before and after; "new" and "removed" for what had, or has, none. */
      g_autofree char *line =
          g_strdup_printf (_ ("Changed behind the lock: %s, %s → %s"), it->criterion, old, new);
      g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", line);
    }
  return g_string_free (lines, FALSE);
}

/* "Acme: answer by …", one a line (transfer full). */
static char *
deadline_lines (const WayScorecard *card, WayDate today)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < card->offers->len; i++)
    {
      gboolean late;
      g_autofree char *name = way_offer_name (card, i);
      g_autofree char *text =
          way_offer_deadline_text (g_ptr_array_index (card->offers, i), today, &late);
      if (text == NULL)
        continue;
      /* Translators: an offer, and until when it is to be answered. */
      g_autofree char *line = g_strdup_printf (_ ("%s: %s"), name, text);
      g_string_append_printf (lines, "%c%s\n", late ? '!' : ' ', line);
    }
  return g_string_free (lines, FALSE);
}

static void
show_deadlines (WayVerdictCard *self, const WayScorecard *card, WayDate today)
{
  GtkWidget *child;

  if (!take (&self->shown_deadlines, deadline_lines (card, today)))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->deadlines))) != NULL)
    gtk_flow_box_remove (self->deadlines, child);
  g_auto (GStrv) lines = g_strsplit (self->shown_deadlines, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      GtkWidget *label = gtk_label_new (lines[i] + 1);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_halign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "deadline");
      if (*lines[i] == '!')
        gtk_widget_add_css_class (label, "late");
      gtk_flow_box_insert (self->deadlines, label, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->deadlines), *self->shown_deadlines != '\0');
}

static const char *
chosen_name (const WayScorecard *card)
{
  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *offer = g_ptr_array_index (card->offers, i);
      if (offer->id == card->decision->offer_id)
        return offer->company;
    }
  return NULL;
}

static char *
decided_text (const WayScorecard *card)
{
  const char *name = chosen_name (card);
  g_autofree char *day = way_format_date (card->decision->date);

  if (name == NULL)
    /* Translators: a day. */
    return g_strdup_printf (_ ("Decided on %s: none of them"), day);
  /* Translators: a day, and the offer that was chosen. */
  return g_strdup_printf (_ ("Decided on %s: %s"), day, name);
}

/* All that the rows show (transfer full). */
static char *
look_back_lines (const WayDecision *decision)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < decision->look_backs->len; i++)
    {
      const WayLookBack *it = g_ptr_array_index (decision->look_backs, i);
      g_string_append_printf (lines, "%" G_GINT64_FORMAT " %d %d %s\n", it->id, it->due_date,
                              it->done_date, it->note);
    }
  return g_string_free (lines, FALSE);
}

static void
show_look_backs (WayVerdictCard *self, const WayDecision *decision, WayDate today)
{
  GtkListBoxRow *row;

  if (!take (&self->shown_look_backs, look_back_lines (decision)))
    return;
  /* Rows that are there already stay, with what is typed in them. */
  for (guint i = 0; i < decision->look_backs->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->look_backs, (int) i);
      if (row == NULL)
        gtk_list_box_append (self->look_backs, way_look_back_row_new ());
      row = gtk_list_box_get_row_at_index (self->look_backs, (int) i);
      way_look_back_row_show (WAY_LOOK_BACK_ROW (row), g_ptr_array_index (decision->look_backs, i),
                              today);
    }
  while ((row = gtk_list_box_get_row_at_index (self->look_backs,
                                               (int) decision->look_backs->len)) != NULL)
    gtk_list_box_remove (self->look_backs, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->look_backs), decision->look_backs->len > 0);
}

static void
show_decision (WayVerdictCard *self, const WayScorecard *card, WayDate today)
{
  const WayDecision *decision = card->decision;

  gtk_widget_set_visible (self->decision, decision != NULL);
  if (decision == NULL)
    return;
  g_autofree char *decided = decided_text (card);
  /* Translators: what a person expected of an offer when they chose it. */
  g_autofree char *expectations = *decision->expectations != '\0'
                                      ? g_strdup_printf (_ ("Expected: %s"), decision->expectations)
                                      : NULL;
  set_text (self->decided, decided);
  set_text (self->reason, decision->reason);
  set_text (self->expectations, expectations);
  show_look_backs (self, decision, today);
}

void
way_verdict_card_show (WayVerdictCard *self,
                       const WayScorecard *card,
                       const WayComparison *comparison,
                       gboolean hides_money,
                       WayDate today)
{
  g_autofree char *verdict = way_comparison_verdict (card, comparison);
  g_autofree char *flip =
      comparison->ranking != NULL ? way_comparison_flip (card, comparison) : NULL;
  g_autofree char *missing = missing_text (card, hides_money);
  g_autofree char *lock = lock_text (card);

  set_text (self->verdict, verdict);
  set_text (self->flip, flip);
  set_text (self->missing, missing);
  set_text (self->lock, lock);
  show_deadlines (self, card, today);
  show_decision (self, card, today);
}

static void
way_verdict_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_verdict_card_parent_class)->dispose (object);
}

static void
way_verdict_card_finalize (GObject *object)
{
  WayVerdictCard *self = WAY_VERDICT_CARD (object);

  g_free (self->shown_deadlines);
  g_free (self->shown_look_backs);
  G_OBJECT_CLASS (way_verdict_card_parent_class)->finalize (object);
}

static void
way_verdict_card_class_init (WayVerdictCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_verdict_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_verdict_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/verdict-card.ui");
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, verdict);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, flip);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, missing);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, lock);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, deadlines);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, decision);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, decided);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, reason);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, expectations);
  gtk_widget_class_bind_template_child (widget_class, WayVerdictCard, look_backs);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdictcard");
}

static void
way_verdict_card_init (WayVerdictCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
