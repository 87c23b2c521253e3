/* Expected instants are written out by hand from the tz database's rules. */
#include "core/base/error.h"
#include "core/base/zone.h"

static void
test_gap_and_overlap_follow_the_rfc (void)
{
  static const struct
  {
    const char *zone;
    int y, m, d, minute;
    const char *utc;
  } cases[] = {
    { "Europe/Berlin", 2027, 1, 4, 540, "2027-01-04T08:00:00Z" },
    { "Europe/Berlin", 2027, 7, 4, 540, "2027-07-04T07:00:00Z" },
    { "Europe/Berlin", 2027, 3, 28, 150, "2027-03-28T01:30:00Z" },  /* in the gap: offset before */
    { "Europe/Berlin", 2027, 10, 31, 150, "2027-10-31T00:30:00Z" }, /* twice: the first */
    { "Europe/Berlin", 2027, 10, 31, 1440, "2027-10-31T23:00:00Z" },
    { "America/New_York", 2027, 3, 14, 150, "2027-03-14T07:30:00Z" },
    { "Australia/Lord_Howe", 2027, 4, 4, 105, "2027-04-03T14:45:00Z" }, /* half an hour, twice */
    { "Asia/Kathmandu", 2027, 1, 1, 0, "2026-12-31T18:15:00Z" },
    { "UTC", 2027, 1, 1, 61, "2027-01-01T01:01:00Z" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WayZone) zone = way_zone_new (cases[i].zone, NULL);
      WayDate date = way_date_from_ymd (cases[i].y, cases[i].m, cases[i].d);
      g_autofree char *utc = way_instant_to_iso (way_zone_to_utc (zone, date, cases[i].minute));
      g_assert_cmpstr (utc, ==, cases[i].utc);
    }
}

static void
test_local_times_round_trip_over_ten_years (void)
{
  static const char *const ids[] = { "Europe/Berlin",       "America/New_York", "Africa/Casablanca",
                                     "Australia/Lord_Howe", "Antarctica/Troll", "Europe/Dublin" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (WayZone) zone = way_zone_new (ids[i], NULL);
      WayDate from = way_date_from_ymd (2026, 1, 1), to = way_date_from_ymd (2036, 1, 1);

      for (WayDate date = from; date < to; date++)
        {
          /* No switch of these zones happens around noon. */
          int minute;
          g_assert_cmpint (way_zone_to_local (zone, way_zone_to_utc (zone, date, 720), &minute), ==,
                           date);
          g_assert_cmpint (minute, ==, 720);
        }
    }
}

static void
test_unknown_zone_is_an_error_and_never_utc (void)
{
  static const char *const bad[] = {
    "", "Mars/Olympus", "+01:00", "../../etc/passwd", "UTC+1", "Foo3", "CET-1CEST,M3.5.0,M10.5.0/3"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (way_zone_new (bad[i], &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
    }
}

static void
test_names_with_digits_are_names (void)
{
  static const struct
  {
    const char *id;
    int offset;
  } zones[] = { { "EST5EDT", -5 * 3600 }, { "Etc/GMT+1", -3600 }, { "GMT0", 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (WayZone) zone = way_zone_new (zones[i].id, NULL);
      g_assert_nonnull (zone);
      g_assert_cmpint (way_zone_offset_at (zone, 1800000000), ==, zones[i].offset);
    }
}

/* Every name of the list opens. */
static void
test_the_list_has_zones (void)
{
  g_auto (GStrv) ids = way_zone_list_ids ();

  g_assert_cmpint (g_strv_length (ids), >, 300);
  g_assert_true (g_strv_contains ((const char *const *) ids, "Europe/Berlin"));
  g_assert_true (g_strv_contains ((const char *const *) ids, "UTC"));
  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WayZone) zone = way_zone_new (*id, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone/gap-and-overlap-follow-the-rfc", test_gap_and_overlap_follow_the_rfc);
  g_test_add_func ("/zone/local-times-round-trip-over-ten-years",
                   test_local_times_round_trip_over_ten_years);
  g_test_add_func ("/zone/unknown-zone-is-an-error-and-never-utc",
                   test_unknown_zone_is_an_error_and_never_utc);
  g_test_add_func ("/zone/names-with-digits-are-names", test_names_with_digits_are_names);
  g_test_add_func ("/zone/the-list-has-zones", test_the_list_has_zones);
  return g_test_run ();
}
