/* What the changes of scorecards share. Only change.c, card-change.c, criterion-change.c, offer-change.c, offer-check.c and
 * decide.c include it. */
#pragma once

#include "core/offers/scorecard.h"

G_BEGIN_DECLS

/* Amounts, weights and scores beyond it are slips of the hand. */
#define WAY_CARD_MAX_NUMBER 1e12

/* One line without space around it; %NULL is "" (transfer full). */
char *way_card_line (const char *text);
/* Lines without space around all of them; %NULL is "" (transfer full). */
char *way_card_text (const char *text);

/* Sets %WAY_ERROR_INVALID; %FALSE. */
gboolean way_card_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Three letters; @code: out, in capitals (transfer full). */
gboolean way_card_check_currency (const char *typed, char **code, GError **error);

/* @what: the title of the number, for the message. NAN is refused. */
gboolean
way_card_check_number (const char *what, double number, double low, double high, GError **error);

/* The same for a number that may be NAN. */
gboolean
way_card_check_known (const char *what, double number, double low, double high, GError **error);

/* @what: the title of the date, for the message. WAY_DATE_NONE is refused. */
gboolean way_card_check_date (const char *what, WayDate date, GError **error);

/* Ends the running action: commits it when @ran, else takes it back. */
gboolean way_card_end (WayStore *store, gboolean ran, GError **error);

/* Whether the last statement, if it @ran, changed a row; else %WAY_ERROR_NOT_FOUND with @gone. */
gboolean way_card_changed (WayStore *store, gboolean ran, const char *gone, GError **error);

/* Whether there is a row of @table with @id; else %WAY_ERROR_NOT_FOUND with @gone. */
gboolean
way_card_has (WayStore *store, const char *table, gint64 id, const char *gone, GError **error);

/* Moves the row of @table ("criterion", "offer") before another of its scorecard, 0: to the end; within an action. */
gboolean way_card_move (WayStore *store,
                        const char *table,
                        gint64 id,
                        gint64 before_id,
                        const char *gone,
                        GError **error);

const char *way_card_gone (void);
const char *way_criterion_gone (void);
const char *way_offer_gone (void);

/* Writes a criterion at the end of a scorecard, within an action, and into the log where weights are locked. Sets the
 * id. */
gboolean way_criterion_insert (WayStore *store,
                               gint64 scorecard_id,
                               const WayCriterionRow *criterion,
                               gint64 now_utc,
                               gint64 *id,
                               GError **error);

/* What is wrong with an offer; @currency: out, in capitals (transfer full). */
gboolean way_offer_check (const WayOffer *offer, char **currency, GError **error);

G_END_DECLS
