/* Amounts as a person types and reads them: "85.000,50" where that is usual, and "85000.50" everywhere. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How numbers are written somewhere. */
typedef struct
{
  const char *decimal; /* before the fraction: "." */
  const char *group;   /* between thousands: ","; it may be a space of some kind */
} WayNumberStyle;

/**
 * way_amount_parse:
 * @style: (nullable): %NULL for the locale's
 * @amount: (out): NAN for an empty text: not known
 *
 * Groups may be divided by what is usual here, by spaces and by apostrophes, and need not be; digits may be those of any
 * script. A point or a comma that stands alone is the decimal of @style; where it is the group of @style, as in
 * "85.000" in German, it is taken for one if it divides thousands. When both are there, the last one is the decimal.
 * Currency and percent signs around the number say nothing.
 *
 * Returns: %FALSE with %WAY_ERROR_INVALID
 */
gboolean
way_amount_parse (const char *text, const WayNumberStyle *style, double *amount, GError **error);

/* "85,000.5": in groups, with the decimals it has, six at most; it reads as the same number. "" for NAN. (transfer full) */
char *way_amount_format (double amount, const WayNumberStyle *style);

/* "85,001": in whole units, as money is told (transfer full). */
char *way_amount_format_whole (double amount);

/* "85,001 EUR" (transfer full). */
char *way_amount_format_money (double amount, const char *currency);

/* "+7,000", "−500" (transfer full). */
char *way_amount_format_change (double amount);

/* "12.5 %" (transfer full). @percent: 12.5 */
char *way_amount_format_percent (double percent);

/* ISO 4217 code of the locale's currency; "EUR" where it has none (transfer full). */
char *way_amount_local_currency (void);

/* A code as "eur" in its usual form, "EUR" (transfer full). %NULL with %WAY_ERROR_INVALID when it is none. */
char *way_amount_parse_currency (const char *text, GError **error);

G_END_DECLS
