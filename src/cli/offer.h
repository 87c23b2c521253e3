/* What the commands of scorecards share. */
#pragma once

#include "cli/cli.h"
#include "core/offers/card-change.h"
#include "core/offers/compare.h"

G_BEGIN_DECLS

/* The scorecard with the number, or the newest one for 0. */
WayScorecard *way_cli_card (WayCli *cli, gint64 id, GError **error);

/* By its number, or its name in any case: the index, or -1 with an error that lists what there is. */
int way_cli_find_offer (const WayScorecard *card, const char *name, GError **error);
int way_cli_find_criterion (const WayScorecard *card, const char *name, GError **error);

/* "blank" is NAN. */
gboolean way_cli_parse_number (const char *text, double *number, GError **error);
/* "3", "2..4" or "blank" */
gboolean way_cli_parse_range (const char *text, WayRange *range, GError **error);

/* "1:5000:12,prorated": year, amount, months of clawback (transfer full). */
WaySignOnRow *way_cli_parse_sign_on (const char *text, GError **error);
/* "40000:48:12:1,kind=options": amount, months of vesting, cliff, months between two vestings, and details (transfer
 * full). */
WayGrantRow *way_cli_parse_grant (const char *text, GError **error);

/* "3", "2–4", "–" for a blank (transfer full). */
char *way_cli_range (WayRange range);

/* A number, a list of two, or null. */
void way_cli_json_range (JsonBuilder *b, const char *name, WayRange range);

/* What is typed of an offer. */
typedef struct _WayCliOffer WayCliOffer;
WayCliOffer *way_cli_offer_new (void);
void way_cli_offer_free (WayCliOffer *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCliOffer, way_cli_offer_free)

/* The options, followed by @more (transfer full); freed with g_free(). */
GOptionEntry *way_cli_offer_entries (WayCliOffer *options, const GOptionEntry *more);

/* Puts what was typed into @offer. */
gboolean
way_cli_offer_apply (const WayCliOffer *options, WayDate today, WayOffer *offer, GError **error);

void way_cli_json_offer (JsonBuilder *b, const WayScorecard *card, const WayOffer *offer);

G_END_DECLS
