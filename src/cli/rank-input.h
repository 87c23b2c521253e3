/* Offers and criteria as JSON (see "offers rank" in waymark-cli(1)), checked and made into the ranking's input. */
#pragma once

#include "cli/json-value.h"
#include "core/offers/rank.h"

G_BEGIN_DECLS

#define WAY_RANK_MAX_BYTES    (4 * 1024 * 1024)
#define WAY_RANK_MAX_CRITERIA 60
#define WAY_RANK_MAX_OFFERS   50
#define WAY_RANK_MAX_SAMPLES  100000
#define WAY_RANK_MAX_WEIGHT   1e6

typedef struct
{
  WayRankInput in;      /* borrows from the rest */
  JsonParser *document; /* the ids are its strings */
  GArray *criteria;     /* of WayCriterion */
  GPtrArray *offers;    /* of ids */
  GArray *scores;       /* of WayRange */
} WayOffersInput;

/**
 * way_rank_input_read:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the offers, or %NULL with %WAY_ERROR_INVALID, which names the JSON path
 */
WayOffersInput *
way_rank_input_read (const char *data, gsize length, const char *name, GError **error);
void way_rank_input_free (WayOffersInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayOffersInput, way_rank_input_free)

G_END_DECLS
