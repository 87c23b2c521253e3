/* Hours and days off as a person writes them: what is read, written again, is the same. */
#include "core/base/error.h"
#include "core/planner/availability.h"

#define TODAY 20822 /* 2027-01-04, a Monday */

static void
test_days_off_are_read_and_written (void)
{
  static const struct
  {
    const char *text, *written;
  } cases[] = {
    { "2027-02-01..2027-02-07", "2027-02-01..2027-02-07" },
    { " 2027-02-01 .. 2027-02-07 ", "2027-02-01..2027-02-07" },
    { "2027-02-01..2027-02-01", "2027-02-01" },
    { "tomorrow", "2027-01-05" },
    { "next monday..+2w", "2027-01-11..2027-01-18" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (WayDaysOff));
      g_autoptr (GError) error = NULL;
      way_availability_parse_days_off (cases[i].text, TODAY, days, &error);
      g_assert_no_error (error);
      g_assert_cmpint (days->len, ==, 1);
      g_autofree char *written =
          way_availability_format_days_off (&g_array_index (days, WayDaysOff, 0));
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_extra_hours_are_read_and_written (void)
{
  g_autoptr (GArray) extra = g_array_new (FALSE, FALSE, sizeof (WayExtraHours));
  g_autoptr (GError) error = NULL;

  way_availability_parse_extra_hours (" 2027-01-09 10:00-12:00, 22:00 – 24:00 drill", TODAY, extra,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpint (extra->len, ==, 2);
  g_autofree char *first =
      way_availability_format_extra_hours (&g_array_index (extra, WayExtraHours, 0));
  g_autofree char *second =
      way_availability_format_extra_hours (&g_array_index (extra, WayExtraHours, 1));
  g_assert_cmpstr (first, ==, "2027-01-09 10:00-12:00");
  g_assert_cmpstr (second, ==, "2027-01-09 22:00-24:00 drill");
}

typedef gboolean (*ParseFunc) (const char *, WayDate, GArray *, GError **);

static void
refuse (ParseFunc parse, const char *const *texts, guint size)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, size);

  for (; *texts != NULL; texts++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (parse (*texts, TODAY, read, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_cmpint (read->len, ==, 0);
    }
}

static void
test_what_is_neither_is_refused (void)
{
  static const char *const days[] = { "",           "..", "2027-02-01..", "..2027-02-01", "monday",
                                      "2027-02-30", NULL };
  static const char *const backwards[] = { "2027-02-07..2027-02-01", NULL };
  static const char *const hours[] = { "",
                                       "2027-01-09",
                                       "2027-01-09 ,",
                                       "10:00-12:00",
                                       "2027-01-09 10:00",
                                       "2027-01-09 10:00-12:00 swim",
                                       NULL };

  refuse (way_availability_parse_days_off, days, sizeof (WayDaysOff));
  refuse (way_availability_parse_days_off, backwards, sizeof (WayDaysOff));
  refuse (way_availability_parse_extra_hours, hours, sizeof (WayExtraHours));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/availability/days-off-are-read-and-written",
                   test_days_off_are_read_and_written);
  g_test_add_func ("/availability/extra-hours-are-read-and-written",
                   test_extra_hours_are_read_and_written);
  g_test_add_func ("/availability/what-is-neither-is-refused", test_what_is_neither_is_refused);
  return g_test_run ();
}
