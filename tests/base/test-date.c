#include "core/base/date.h"
#include "core/base/error.h"

static void
test_every_day_of_two_centuries_round_trips (void)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, 1, 1970);
  for (WayDate date = 0; date < 230 * 365; date++, g_date_add_days (&day, 1))
    {
      int y, m, d;
      way_date_to_ymd (date, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (&day));
      g_assert_cmpint (m, ==, g_date_get_month (&day));
      g_assert_cmpint (d, ==, g_date_get_day (&day));
      g_assert_cmpint (way_date_from_ymd (y, m, d), ==, date);
      g_assert_cmpint (way_date_weekday (date), ==, g_date_get_weekday (&day));
    }
}

static void
test_month_end_stays_at_month_end (void)
{
  WayDate jan31 = way_date_from_ymd (2028, 1, 31);

  g_assert_cmpint (way_date_add_months (jan31, 1), ==, way_date_from_ymd (2028, 2, 29));
  g_assert_cmpint (way_date_add_months (jan31, 3), ==, way_date_from_ymd (2028, 4, 30));
  g_assert_cmpint (way_date_add_months (jan31, -2), ==, way_date_from_ymd (2027, 11, 30));
}

/* Looked up in a printed calendar. */
static void
test_a_weekday_of_the_month_stays_one (void)
{
  static const int cases[][7] = {
    { 2027, 1, 9, 3, 2027, 4, 10 },   /* second Saturday */
    { 2027, 1, 1, 1, 2027, 2, 5 },    /* first Friday */
    { 2027, 1, 28, 12, 2028, 1, 27 }, /* fourth Thursday, not the last */
    { 2027, 1, 29, 3, 2027, 4, 30 },  /* the fifth Friday is the last */
    { 2027, 1, 31, 1, 2027, 2, 28 },  /* the fifth Sunday; a month of four */
    { 2027, 4, 10, -3, 2027, 1, 9 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *c = cases[i];
      WayDate from = way_date_from_ymd (c[0], c[1], c[2]);
      g_assert_cmpint (way_date_add_months_by_weekday (from, c[3]), ==,
                       way_date_from_ymd (c[4], c[5], c[6]));
    }
}

static void
test_words_and_iso_parse (void)
{
  const WayDate today = way_date_from_ymd (2026, 11, 23); /* a Monday */
  static const struct
  {
    const char *text;
    int after;
  } cases[] = {
    { "today", 0 },       { "tomorrow", 1 },     { "+3d", 3 },         { "+2w", 14 },
    { "next monday", 7 }, { "Next Tuesday", 1 }, { "next sunday", 6 }, { "2026-12-01", 8 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayDate date;
      g_autoptr (GError) error = NULL;
      g_assert_true (way_date_parse (cases[i].text, today, &date, &error));
      g_assert_no_error (error);
      g_assert_cmpint (date - today, ==, cases[i].after);
    }
}

static void
test_bad_dates_are_refused (void)
{
  static const char *const bad[] = { "",           "2027-02-29",  "2027-13-01", "27-01-04",
                                     "+3",         "+3y",         "next week",  "2027-01-04x",
                                     "0000-00-00", "99999-01-01", "+99999999d" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      WayDate date;
      g_autoptr (GError) error = NULL;
      g_assert_false (way_date_parse (bad[i], 0, &date, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
}

static void
test_instants_round_trip (void)
{
  static const char *const instants[] = { "1970-01-01T00:00:00Z", "2027-03-28T01:00:00Z",
                                          "2199-12-31T23:59:59Z" };

  for (gsize i = 0; i < G_N_ELEMENTS (instants); i++)
    {
      gint64 utc;
      g_autoptr (GDateTime) reference = g_date_time_new_from_iso8601 (instants[i], NULL);
      g_assert_true (way_instant_parse (instants[i], &utc, NULL));
      g_assert_cmpint (utc, ==, g_date_time_to_unix (reference));
      g_autofree char *back = way_instant_to_iso (utc);
      g_assert_cmpstr (back, ==, instants[i]);
    }
  g_assert_cmpint (way_clock_parse ("24:00"), ==, 1440);
  g_assert_cmpint (way_clock_parse ("24:01"), ==, -1);
  g_assert_cmpint (way_clock_parse ("9:00"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/every-day-of-two-centuries-round-trips",
                   test_every_day_of_two_centuries_round_trips);
  g_test_add_func ("/date/month-end-stays-at-month-end", test_month_end_stays_at_month_end);
  g_test_add_func ("/date/a-weekday-of-the-month-stays-one", test_a_weekday_of_the_month_stays_one);
  g_test_add_func ("/date/words-and-iso-parse", test_words_and_iso_parse);
  g_test_add_func ("/date/bad-dates-are-refused", test_bad_dates_are_refused);
  g_test_add_func ("/date/instants-round-trip", test_instants_round_trip);
  return g_test_run ();
}
