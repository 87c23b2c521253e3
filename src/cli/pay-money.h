/* Money in the components of an offer: in its currency, or in another one at a typed rate. */
#pragma once

#include "cli/json-value.h"
#include "core/offers/pay.h"

G_BEGIN_DECLS

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

/* The code of a currency. */
gboolean way_pay_read_currency (const WayJsonValue *value, const char **currency, GError **error);

/* What one unit of @currency is in the offer's; NAN: there is no rate. */
double way_pay_find_rate (const WayPayInput *input, const char *currency);

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

G_END_DECLS
