#include "app/offers/offer-actions.h"

#include "app/offers/criterion-dialog.h"
#include "app/offers/decision-dialog.h"
#include "app/offers/needs-dialog.h"
#include "app/offers/offer-dialog.h"
#include "app/offers/report-dialog.h"
#include "app/offers/scorecard-dialog.h"
#include "app/offers/swing-dialog.h"
#include "app/session.h"
#include "app/widgets/outcome.h"
#include "core/offers/card-change.h"

#include <glib/gi18n.h>

#define DATA "way-offer-actions"

/* What is kept with the view. */
typedef struct
{
  WayStore *store;
  gint64 card_id; /* 0: none */
  GSimpleActionGroup *scorecard, *offer, *criterion;
} Actions;

static Actions *
get (gpointer view)
{
  return g_object_get_data (view, DATA);
}

static void
actions_free (gpointer data)
{
  Actions *self = data;

  g_object_unref (self->store);
  g_object_unref (self->scorecard);
  g_object_unref (self->offer);
  g_object_unref (self->criterion);
  g_free (self);
}

/* Whether anything can be changed; says so when not. */
static gboolean
may_write (gpointer view)
{
  if (!way_store_is_read_only (get (view)->store))
    return TRUE;
  /* The notice of the window has the reason. */
  gtk_widget_activate_action (view, "win.show-message", "s",
                              _ ("You can look, but nothing can be changed"));
  return FALSE;
}

/* Shows @dialog, or why there is none. */
static void
present (gpointer view, GtkWidget *dialog, const GError *error)
{
  if (dialog == NULL)
    {
      gtk_widget_activate_action (view, "win.show-message", "s", error->message);
      return;
    }
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (view)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Of the whole scorecard. */

static void
open_card (gpointer view,
           gint64 card_id,
           GtkWidget *(*make) (WayStore *store, gint64 card_id, GError **error))
{
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = make (get (view)->store, card_id, &error);

  present (view, dialog, error);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_card (view, 0, way_scorecard_dialog_new);
}

static void
on_edit (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_card (view, get (view)->card_id, way_scorecard_dialog_new);
}

static void
on_swing (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_card (view, get (view)->card_id, way_swing_dialog_new);
}

static void
on_export (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  open_card (view, get (view)->card_id, way_report_dialog_new);
}

static void
on_decide (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_card (view, get (view)->card_id, way_decision_dialog_new);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  Actions *self = get (view);
  g_autoptr (GError) error = NULL;
  gboolean done = way_scorecard_remove (self->store, self->card_id, way_session_now (), &error);

  way_tell_outcome (view, self->store, done, _ ("Scorecard removed"), error);
}

static void
on_undecide (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  Actions *self = get (view);
  g_autoptr (GError) error = NULL;
  gboolean done = way_scorecard_undecide (self->store, self->card_id, way_session_now (), &error);

  way_tell_outcome (view, self->store, done, _ ("Decision withdrawn"), error);
}

/* The state follows when the view shows what the store has then. */
static void
on_lock (GSimpleAction *action, GVariant *state, gpointer view)
{
  Actions *self = get (view);
  gboolean lock = g_variant_get_boolean (state);
  g_autoptr (GError) error = NULL;
  gboolean done = way_scorecard_lock (self->store, self->card_id, lock, way_session_now (), &error);

  way_tell_outcome (view, self->store, done, lock ? _ ("Weights locked") : _ ("Weights unlocked"),
                    error);
}

static void
on_look_back (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  Actions *self = get (view);
  const char *note;
  gboolean looked;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xb&s)", &id, &looked, &note);
  WayDate date = looked ? way_session_today (self->store) : WAY_DATE_NONE;
  gboolean done = way_look_back_set (self->store, id, date, note, way_session_now (), &error);
  way_tell_outcome (view, self->store, done,
                    looked ? _ ("Looked back") : _ ("To be looked back on again"), error);
}

/* Of an offer. */

static void
open_part (gpointer view,
           gint64 id,
           GtkWidget *(*make) (WayStore *store, gint64 card_id, gint64 id, GError **error))
{
  Actions *self = get (view);
  g_autoptr (GError) error = NULL;
  GtkWidget *dialog = make (self->store, self->card_id, id, &error);

  present (view, dialog, error);
}

static void
on_offer_new (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_part (view, 0, way_offer_dialog_new);
}

static void
on_offer_edit (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_part (view, g_variant_get_int64 (parameter), way_offer_dialog_new);
}

static void
on_offer_needs (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  open_part (view, g_variant_get_int64 (parameter), way_needs_dialog_new);
}

static void
on_offer_remove (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  WayStore *store = get (view)->store;
  g_autoptr (GError) error = NULL;
  gboolean done =
      way_offer_remove (store, g_variant_get_int64 (parameter), way_session_now (), &error);

  way_tell_outcome (view, store, done, _ ("Offer removed"), error);
}

static void
on_offer_move (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  WayStore *store = get (view)->store;
  gint64 id, before_id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xx)", &id, &before_id);
  gboolean done = way_offer_move (store, id, before_id, way_session_now (), &error);
  way_tell_outcome (view, store, done, _ ("Offer moved"), error);
}

static void
on_offer_set_state (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  WayStore *store = get (view)->store;
  WayOfferState state;
  const char *word;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s)", &id, &word);
  gboolean done = way_offer_state_parse (word, &state, &error) &&
                  way_offer_set_state (store, id, state, way_session_now (), &error);
  /* Translators: where an offer stands, such as "Declined". */
  g_autofree char *message =
      done ? g_strdup_printf (_ ("The offer is now: %s"), way_offer_state_title (state)) : NULL;
  way_tell_outcome (view, store, done, message, error);
}

/* Of a criterion. */

static void
on_criterion_new (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_part (view, 0, way_criterion_dialog_new);
}

static void
on_criterion_edit (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (may_write (view))
    open_part (view, g_variant_get_int64 (parameter), way_criterion_dialog_new);
}

static void
on_criterion_remove (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  WayStore *store = get (view)->store;
  g_autoptr (GError) error = NULL;
  gboolean done =
      way_criterion_remove (store, g_variant_get_int64 (parameter), way_session_now (), &error);

  way_tell_outcome (view, store, done, _ ("Criterion removed"), error);
}

static void
on_criterion_move (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  WayStore *store = get (view)->store;
  gint64 id, before_id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xx)", &id, &before_id);
  gboolean done = way_criterion_move (store, id, before_id, way_session_now (), &error);
  way_tell_outcome (view, store, done, _ ("Criterion moved"), error);
}

static GSimpleActionGroup *
install (GtkWidget *view, const char *name, const GActionEntry *entries, int n)
{
  GSimpleActionGroup *group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, n, view);
  gtk_widget_insert_action_group (view, name, G_ACTION_GROUP (group));
  return group;
}

void
way_offer_actions_install (GtkWidget *view, WayStore *store)
{
  static const GActionEntry scorecard[] = {
    { "new", on_new, NULL, NULL, NULL, { 0 } },
    { "edit", on_edit, NULL, NULL, NULL, { 0 } },
    { "swing", on_swing, NULL, NULL, NULL, { 0 } },
    { "lock", NULL, NULL, "false", on_lock, { 0 } },
    { "export", on_export, NULL, NULL, NULL, { 0 } },
    { "remove", on_remove, NULL, NULL, NULL, { 0 } },
    { "decide", on_decide, NULL, NULL, NULL, { 0 } },
    { "undecide", on_undecide, NULL, NULL, NULL, { 0 } },
    { "look-back", on_look_back, "(xbs)", NULL, NULL, { 0 } },
  };
  static const GActionEntry offer[] = {
    { "new", on_offer_new, NULL, NULL, NULL, { 0 } },
    { "edit", on_offer_edit, "x", NULL, NULL, { 0 } },
    { "needs", on_offer_needs, "x", NULL, NULL, { 0 } },
    { "remove", on_offer_remove, "x", NULL, NULL, { 0 } },
    { "move", on_offer_move, "(xx)", NULL, NULL, { 0 } },
    { "set-state", on_offer_set_state, "(xs)", NULL, NULL, { 0 } },
  };
  static const GActionEntry criterion[] = {
    { "new", on_criterion_new, NULL, NULL, NULL, { 0 } },
    { "edit", on_criterion_edit, "x", NULL, NULL, { 0 } },
    { "remove", on_criterion_remove, "x", NULL, NULL, { 0 } },
    { "move", on_criterion_move, "(xx)", NULL, NULL, { 0 } },
  };
  Actions *self = g_new0 (Actions, 1);

  self->store = g_object_ref (store);
  self->scorecard = install (view, "scorecard", scorecard, G_N_ELEMENTS (scorecard));
  self->offer = install (view, "offer", offer, G_N_ELEMENTS (offer));
  self->criterion = install (view, "criterion", criterion, G_N_ELEMENTS (criterion));
  g_object_set_data_full (G_OBJECT (view), DATA, self, actions_free);
}

static void
enable (GSimpleActionGroup *group, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
way_offer_actions_set_card (GtkWidget *view, const WayScorecard *card)
{
  static const char *const of_card[] = { "edit", "lock", "export", "remove" };
  Actions *self = get (view);
  gboolean any = card != NULL;
  GAction *lock = g_action_map_lookup_action (G_ACTION_MAP (self->scorecard), "lock");

  self->card_id = any ? card->id : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (of_card); i++)
    enable (self->scorecard, of_card[i], any);
  enable (self->scorecard, "swing", any && card->criteria->len > 0);
  enable (self->scorecard, "decide", any && card->offers->len > 0);
  enable (self->scorecard, "undecide", any && card->decision != NULL);
  enable (self->offer, "new", any);
  enable (self->criterion, "new", any);
  g_simple_action_set_state (G_SIMPLE_ACTION (lock),
                             g_variant_new_boolean (any && card->locked_utc != 0));
}
