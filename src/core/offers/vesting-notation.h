/* Vesting as a person writes it down. */
#pragma once

#include "core/offers/vesting.h"

G_BEGIN_DECLS

/* Shares add up to 100 within this. */
#define WAY_VESTING_NEARLY_PERCENT 0.01

/**
 * way_vesting_parse_years:
 * @text: "5 15 40 40": percent of each year of the grant; "" for none
 * @by_year: (out): shares, 0…1
 * @n_years: (out): how many; 0 for ""
 *
 * Returns: %TRUE, or %FALSE with %WAY_ERROR_INVALID
 */
gboolean way_vesting_parse_years (const char *text,
                                  double by_year[WAY_VESTING_MAX_YEARS],
                                  int *n_years,
                                  GError **error);

/**
 * way_vesting_parse_table:
 * @text: "12:25 18:12.5": month of the grant and percent of it that vest at its end, months ascending; "" for none
 * @table: (out) (transfer full): of WayVest; %NULL for ""
 *
 * Percent may add up to less than 100: the rest never vests.
 *
 * Returns: %TRUE, or %FALSE with %WAY_ERROR_INVALID
 */
gboolean way_vesting_parse_table (const char *text, GArray **table, GError **error);

G_END_DECLS
