#include "app/offers/offer-menus.h"

#include <glib/gi18n.h>

static void
add_item (GMenu *menu, const char *label, const char *action, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", id);
  g_menu_append_item (menu, item);
}

/* To before the one @before_id; 0: to the end. */
static void
add_move (GMenu *menu, const char *label, const char *action, gint64 id, gint64 before_id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "(xx)", id, before_id);
  g_menu_append_item (menu, item);
}

static void
add_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
add_states (GMenu *menu, gint64 id)
{
  g_autoptr (GMenu) states = g_menu_new ();

  for (int i = 0; i < WAY_OFFER_N_STATES; i++)
    {
      g_autoptr (GMenuItem) item =
          g_menu_item_new (way_offer_state_title ((WayOfferState) i), NULL);
      g_menu_item_set_action_and_target (item, "offer.set-state", "(xs)", id,
                                         way_offer_state_to_string ((WayOfferState) i));
      g_menu_append_item (states, item);
    }
  g_menu_append_submenu (menu, _ ("_State"), G_MENU_MODEL (states));
}

static gint64
offer_id (const WayScorecard *card, guint at)
{
  return at < card->offers->len ? ((const WayOffer *) g_ptr_array_index (card->offers, at))->id : 0;
}

static gint64
criterion_id (const WayScorecard *card, guint at)
{
  return at < card->criteria->len
             ? ((const WayCriterionRow *) g_ptr_array_index (card->criteria, at))->id
             : 0;
}

GMenuModel *
way_offer_menu_new (const WayScorecard *card, guint offer)
{
  gint64 id = offer_id (card, offer);
  g_autoptr (GMenu) own = g_menu_new (), moves = g_menu_new (), last = g_menu_new ();
  GMenu *menu = g_menu_new ();

  add_item (own, _ ("_Edit Offer and Pay…"), "offer.edit", id);
  add_states (own, id);
  add_item (own, _ ("_What Must Change…"), "offer.needs", id);
  if (offer > 0)
    add_move (moves, _ ("Move to _Front"), "offer.move", id, offer_id (card, 0));
  if (offer > 0)
    add_move (moves, _ ("Move _Before"), "offer.move", id, offer_id (card, offer - 1));
  if (offer + 1 < card->offers->len)
    add_move (moves, _ ("Move _After"), "offer.move", id, offer_id (card, offer + 2));
  add_item (last, _ ("_Remove Offer"), "offer.remove", id);
  add_section (menu, own);
  add_section (menu, moves);
  add_section (menu, last);
  return G_MENU_MODEL (menu);
}

GMenuModel *
way_criterion_menu_new (const WayScorecard *card, guint criterion)
{
  gint64 id = criterion_id (card, criterion);
  g_autoptr (GMenu) own = g_menu_new (), moves = g_menu_new (), last = g_menu_new ();
  GMenu *menu = g_menu_new ();

  add_item (own, _ ("_Edit Criterion…"), "criterion.edit", id);
  if (criterion > 0)
    add_move (moves, _ ("Move _Up"), "criterion.move", id, criterion_id (card, criterion - 1));
  if (criterion + 1 < card->criteria->len)
    add_move (moves, _ ("Move _Down"), "criterion.move", id, criterion_id (card, criterion + 2));
  add_item (last, _ ("_Remove Criterion"), "criterion.remove", id);
  add_section (menu, own);
  add_section (menu, moves);
  add_section (menu, last);
  return G_MENU_MODEL (menu);
}
