/* What a person does to scorecards. Each is one action that can be undone. %WAY_ERROR_INVALID says what is wrong with
 * what was typed, %WAY_ERROR_NOT_FOUND what is gone. The structs are those of scorecard.h: what is "set" takes all typed
 * members of the struct but id, uid and created_utc. */
#pragma once

#include "core/offers/scorecard.h"

G_BEGIN_DECLS

/* "Add Scorecard". @template: the id of one of way_criteria_templates(), %NULL for no criteria. @from_id: instead, the
 * criteria of an earlier scorecard; 0: none. @id: (out) (optional) */
gboolean way_scorecard_add (WayStore *store,
                            const char *title,
                            const char *currency,
                            const char *template,
                            gint64 from_id,
                            gint64 now_utc,
                            gint64 *id,
                            GError **error);

/* "Change Scorecard": title, currency, years, discount_percent, any_weights, lead_percent, is_private, blind. Another
 * currency drops the exchange rates: they are of the one before. */
gboolean
way_scorecard_set (WayStore *store, const WayScorecard *card, gint64 now_utc, GError **error);

/* "Remove Scorecard" */
gboolean way_scorecard_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

/* "Lock Weights", "Unlock Weights": from then on each changed weight is written down. The log is kept when unlocking. */
gboolean
way_scorecard_lock (WayStore *store, gint64 id, gboolean lock, gint64 now_utc, GError **error);

/* "Set Exchange Rate"; a rate of 0 removes it. */
gboolean way_scorecard_set_rate (WayStore *store,
                                 gint64 id,
                                 const WayExchangeRate *rate,
                                 gint64 now_utc,
                                 GError **error);

/* "Add Criterion", "Change Criterion", "Remove Criterion", "Move Criterion" (@before_id 0: to the end) */
gboolean way_criterion_add (WayStore *store,
                            gint64 scorecard_id,
                            const WayCriterionRow *criterion,
                            gint64 now_utc,
                            gint64 *id,
                            GError **error);
gboolean way_criterion_set (WayStore *store,
                            const WayCriterionRow *criterion,
                            gint64 now_utc,
                            GError **error);
gboolean way_criterion_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);
gboolean
way_criterion_move (WayStore *store, gint64 id, gint64 before_id, gint64 now_utc, GError **error);

/* "Set Weight": the weight and its range (blank: exact). The same for several at once: "Set Weights"; a range stays where
 * it holds the new weight, else the weight is exact. */
gboolean way_criterion_set_weight (WayStore *store,
                                   gint64 id,
                                   double weight,
                                   WayRange range,
                                   gint64 now_utc,
                                   GError **error);
gboolean way_criteria_set_weights (WayStore *store,
                                   const gint64 *ids,
                                   const double *weights,
                                   guint n,
                                   gint64 now_utc,
                                   GError **error);

/* "Add Offer", "Change Offer" (with its sign-on money and grants, whole), "Remove Offer", "Move Offer" */
gboolean way_offer_add (WayStore *store,
                        gint64 scorecard_id,
                        const WayOffer *offer,
                        gint64 now_utc,
                        gint64 *id,
                        GError **error);
gboolean way_offer_set (WayStore *store, const WayOffer *offer, gint64 now_utc, GError **error);
gboolean way_offer_set_state (WayStore *store,
                              gint64 id,
                              WayOfferState state,
                              gint64 now_utc,
                              GError **error);
gboolean way_offer_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);
gboolean
way_offer_move (WayStore *store, gint64 id, gint64 before_id, gint64 now_utc, GError **error);

/* "Score Offer", "Clear Score" for a blank. Refused for a criterion that is computed from the pay, and for what lies
 * outside the scale of scores (measured values may: they count as its ends). @note: %NULL keeps it. */
gboolean way_offer_set_score (WayStore *store,
                              gint64 offer_id,
                              gint64 criterion_id,
                              WayRange score,
                              const char *note,
                              gint64 now_utc,
                              GError **error);

/* Days behind a decision to look back on it. */
#define WAY_LOOK_BACK_SHORT_DAYS 90
#define WAY_LOOK_BACK_LONG_DAYS  180

/* "Decide": the decision with its look-backs (their due dates; WAY_LOOK_BACK_… when there are none), instead of an
 * earlier one of the scorecard; a look-back on a day that stays is the same one, with what was found. The chosen offer is accepted; others that were offered are declined where
 * @decline_others. A decision without a reason is refused. */
gboolean way_scorecard_decide (WayStore *store,
                               gint64 scorecard_id,
                               const WayDecision *decision,
                               gboolean decline_others,
                               gint64 now_utc,
                               GError **error);

/* "Withdraw Decision"; states of offers stay. */
gboolean
way_scorecard_undecide (WayStore *store, gint64 scorecard_id, gint64 now_utc, GError **error);

/* "Look Back": what became of the expectations; WAY_DATE_NONE opens it again. @note: %NULL keeps it. */
gboolean way_look_back_set (WayStore *store,
                            gint64 id,
                            WayDate done_date,
                            const char *note,
                            gint64 now_utc,
                            GError **error);

G_END_DECLS
