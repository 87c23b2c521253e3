/* Amounts as they are typed and read, in the notations of four languages. */
#include "app/offers/amount.h"
#include "core/base/error.h"

#include <math.h>

static const WayNumberStyle english = { ".", "," };
static const WayNumberStyle german = { ",", "." };
static const WayNumberStyle french = { ",", "\u202f" };
static const WayNumberStyle arabic = { "٫", "٬" };

typedef struct
{
  const char *text;
  const WayNumberStyle *style;
  double amount;
} Case;

static const Case numbers[] = {
  { "85000", &english, 85000 },
  { "85,000", &english, 85000 },
  { "85,000.50", &english, 85000.5 },
  { "1,234,567", &english, 1234567 },
  { "12,34,567", &english, 1234567 },
  { "85.000,50", &english, 85000.5 },
  { "85.5", &english, 85.5 },
  { "1,5", &english, 1.5 },
  { ".5", &english, 0.5 },
  { "0", &english, 0 },
  { "5.", &english, 5 },
  { "-500", &english, -500 },
  { "−500", &english, -500 },
  { "+500", &english, 500 },
  { "$85,000", &english, 85000 },
  { "-$500", &english, -500 },
  { " 85 000 ", &english, 85000 },
  { "10 %", &english, 10 },
  { "85.000,50", &german, 85000.5 },
  { "85.000", &german, 85000 },
  { "1.234.567", &german, 1234567 },
  { "85000.50", &german, 85000.5 },
  { "0.925", &german, 0.925 },
  { "0,925", &german, 0.925 },
  { "1,234", &german, 1.234 },
  { "85,000.50", &german, 85000.5 },
  { "85'000,5", &german, 85000.5 },
  { "85’000.50 €", &german, 85000.5 },
  { "85\u202f000,50", &french, 85000.5 },
  { "85\u00a0000,50\u00a0€", &french, 85000.5 },
  { "1\u202f234\u202f567", &french, 1234567 },
  { "85000.50", &french, 85000.5 },
  { "85.000,50", &french, 85000.5 },
  { "٨٥٬٠٠٠٫٥٠", &arabic, 85000.5 },
  { "٨٥٠٠٠", &arabic, 85000 },
  { "\u200f٨٥٠٠٠٫٥\u200f", &arabic, 85000.5 },
  { "85,000.50", &arabic, 85000.5 },
  { "85000.5", &arabic, 85000.5 },
};

static void
test_numbers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;
      double amount;
      g_test_message ("%s", numbers[i].text);
      way_amount_parse (numbers[i].text, numbers[i].style, &amount, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (amount, ==, numbers[i].amount);
    }
}

static void
test_no_numbers (void)
{
  static const char *const texts[] = { "x",         "85k",         "8 5",    "85,00,0",   "1.2.3",
                                       "0,000,500", "85-",         "--5",    "1,234.5,6", ".",
                                       "-",         "85.000,50.1", "1e5",    "nan",       "5 EUR x",
                                       "٫٫",        "$",           "1 2345", "inf",       "0x10",
                                       "5+5",       "5+",          "5$5" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      double amount = 0;
      g_test_message ("%s", texts[i]);
      g_assert_false (way_amount_parse (texts[i], &english, &amount, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_true (isnan (amount));
    }
}

static void
test_blank (void)
{
  double amount = 0;

  g_assert_true (way_amount_parse ("  ", &english, &amount, NULL));
  g_assert_true (isnan (amount));
  g_autofree char *text = way_amount_format (NAN, &english);
  g_assert_cmpstr (text, ==, "");
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  double amount;

  g_assert_false (way_amount_parse ("9999999999999999999", &english, &amount, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
}

static void
assert_format (double amount, const WayNumberStyle *style, const char *expected)
{
  g_autofree char *text = way_amount_format (amount, style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_formats (void)
{
  assert_format (85000.5, &english, "85,000.5");
  assert_format (85000.5, &german, "85.000,5");
  assert_format (85000.5, &french, "85\u202f000,5");
  assert_format (85000.5, &arabic, "85٬000٫5");
  assert_format (1234567, &english, "1,234,567");
  assert_format (999, &english, "999");
  assert_format (1000, &german, "1.000");
  assert_format (0, &english, "0");
  assert_format (-0.0000001, &english, "0");
  assert_format (-1234.25, &english, "−1,234.25");
  assert_format (0.000001, &german, "0,000001");
}

/* What is shown back reads as what it was. */
static void
test_there_and_back (void)
{
  static const WayNumberStyle *const styles[] = { &english, &german, &french, &arabic };
  g_autoptr (GRand) random = g_rand_new_with_seed (20270118);

  for (int i = 0; i < 20000; i++)
    {
      const WayNumberStyle *style = styles[i % (int) G_N_ELEMENTS (styles)];
      double digits = pow (10, g_rand_int_range (random, 0, 7));
      double amount = round (g_rand_double_range (random, -1e6, 1e7)) / digits;
      g_autofree char *text = way_amount_format (amount, style);
      double read;
      g_assert_true (way_amount_parse (text, style, &read, NULL));
      g_assert_cmpfloat_with_epsilon (read, amount, 1e-9 * MAX (1, fabs (amount)));
    }
}

static void
test_currencies (void)
{
  static const char *const wrong[] = { "", "EU", "EURO", "E1R", "€", "éur" };
  g_autofree char *code = way_amount_parse_currency (" usd ", NULL);

  g_assert_cmpstr (code, ==, "USD");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (way_amount_parse_currency (wrong[i], &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
  g_autofree char *local = way_amount_local_currency ();
  g_assert_cmpstr (local, ==, "EUR"); /* the C locale has none */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/offers/amount/numbers-of-four-languages-are-read", test_numbers);
  g_test_add_func ("/offers/amount/what-is-no-number-is-refused", test_no_numbers);
  g_test_add_func ("/offers/amount/a-blank-is-not-known-and-not-0", test_blank);
  g_test_add_func ("/offers/amount/too-large-is-refused", test_too_large);
  g_test_add_func ("/offers/amount/numbers-are-shown-in-groups", test_formats);
  g_test_add_func ("/offers/amount/what-is-shown-reads-the-same", test_there_and_back);
  g_test_add_func ("/offers/amount/currencies-are-codes", test_currencies);
  return g_test_run ();
}
