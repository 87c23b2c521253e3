/* The components of an offer as JSON (see "offers pay" in waymark-cli(1)), checked, and brought into one currency. */
#pragma once

#include "cli/json-value.h"
#include "core/offers/pay.h"

G_BEGIN_DECLS

#define WAY_PAY_MAX_BYTES (1024 * 1024)

/* What one unit of a currency is in the offer's, and of which day that is. */
typedef struct
{
  const char *currency;
  double rate;
  WayDate date;
} WayExchange;

typedef struct
{
  WayPayOffer offer;
  JsonParser *document; /* the currencies are its strings */
  const char *currency; /* of the offer */
  GArray *exchange;     /* of WayExchange */
  GPtrArray *tables;    /* of the vesting tables */
} WayPayInput;

/**
 * way_pay_input_read:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the offer, or %NULL with %WAY_ERROR_INVALID, which names the JSON path
 */
WayPayInput *way_pay_input_read (const char *data, gsize length, const char *name, GError **error);
void way_pay_input_free (WayPayInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPayInput, way_pay_input_free)

/* The most that an amount may be. */
#define WAY_PAY_MAX_AMOUNT 1e12

/* Money: a number in the offer's currency, or {"amount", "currency"}; @amount stays as it is when not given. */
gboolean way_pay_read_money (const WayPayInput *input,
                             const WayJsonValue *value,
                             double *amount,
                             GError **error);

/* A number, or a list of a low, a middle and a high one. Each is read by @read. */
typedef gboolean (*WayPayReadFunc) (const WayPayInput *input,
                                    const WayJsonValue *value,
                                    double *number,
                                    GError **error);
gboolean way_pay_read_scenarios (const WayPayInput *input,
                                 const WayJsonValue *value,
                                 WayPayReadFunc read,
                                 WayScenarios *scenarios,
                                 GError **error);

/* pay-grants.c: "equity". */
gboolean way_pay_read_equity (WayPayInput *input, const WayJsonValue *root, GError **error);

G_END_DECLS
