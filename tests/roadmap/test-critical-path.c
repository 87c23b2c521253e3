/* Slack by hand: days from 0 = 2027-01-04, a Monday. */
#include "core/roadmap/critical-path.h"

#define START    20822
#define ALL_DAYS 127u
#define WORKDAYS 31u

typedef struct
{
  gint64 guide;
  int start, finish; /* finish < 0: ongoing */
  int due;           /* < 0: none */
  int slack;         /* NONE */
} Case;

#define NONE 999

static GPtrArray *
make_phases (const Case *cases, gsize n)
{
  GPtrArray *phases = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < n; i++)
    {
      WayRoadmapPhase *phase = g_new0 (WayRoadmapPhase, 1);
      phase->guide_id = cases[i].guide;
      phase->start_date = START + cases[i].start;
      phase->ongoing = cases[i].finish < 0;
      phase->late_finish_date = phase->ongoing ? WAY_DATE_NONE : START + cases[i].finish;
      phase->due_date = cases[i].due < 0 ? WAY_DATE_NONE : START + cases[i].due;
      g_ptr_array_add (phases, phase);
    }
  return phases;
}

static void
check (const Case *cases, gsize n, int due, guint weekdays)
{
  g_autoptr (GPtrArray) phases = make_phases (cases, n);

  way_critical_path_find (phases, due < 0 ? WAY_DATE_NONE : START + due, weekdays);
  for (gsize i = 0; i < n; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (phases, i);
      g_assert_cmpint (phase->slack_days, ==,
                       cases[i].slack == NONE ? WAY_NO_SLACK : cases[i].slack);
      g_assert_cmpint (phase->latest_finish_date, ==,
                       cases[i].slack == NONE ? WAY_DATE_NONE
                                              : phase->late_finish_date + cases[i].slack);
      g_assert_cmpint (way_critical_path_is_critical (phase), ==,
                       cases[i].slack != NONE && cases[i].slack <= 0);
    }
}

static void
test_a_chain_without_gaps_is_critical (void)
{
  const Case cases[] = {
    { 1, 0, 4, -1, 0 }, { 1, 5, 40, -1, 0 }, { 1, 41, 90, -1, 0 }, { 1, 91, -1, -1, NONE }
  };

  check (cases, G_N_ELEMENTS (cases), -1, ALL_DAYS);
}

/* Three days lie between the first two; the first could take them, the others not. */
static void
test_a_gap_is_slack_of_what_is_before (void)
{
  const Case cases[] = { { 1, 0, 4, -1, 3 }, { 1, 8, 40, -1, 0 }, { 1, 41, 90, -1, 0 } };

  check (cases, G_N_ELEMENTS (cases), -1, ALL_DAYS);
}

/* From Friday (4) to Monday (7) there is no day for a block in between. */
static void
test_days_without_windows_are_no_slack (void)
{
  const Case cases[] = { { 1, 0, 4, -1, 0 }, { 1, 7, 39, -1, 0 } };
  const Case longer[] = { { 1, 0, 2, -1, 6 }, { 1, 9, 39, -1, 0 } };

  check (cases, G_N_ELEMENTS (cases), -1, WORKDAYS);
  check (longer, G_N_ELEMENTS (longer), -1, WORKDAYS);
}

/* Wednesday (2) and Saturday (5) are in one week. */
static void
test_the_rest_of_the_week_is_no_slack (void)
{
  const Case cases[] = { { 1, 0, 2, -1, 0 }, { 1, 6, 39, -1, 0 } };

  check (cases, G_N_ELEMENTS (cases), -1, ALL_DAYS);
}

/* The guide that is over on day 60 has the 30 days to the end of the other one, all along its chain. */
static void
test_the_shorter_guide_has_the_slack (void)
{
  const Case cases[] = {
    { 1, 0, 40, -1, 0 }, { 1, 41, 90, -1, 0 }, { 2, 0, 20, -1, 30 }, { 2, 21, 60, -1, 30 }
  };

  check (cases, G_N_ELEMENTS (cases), -1, ALL_DAYS);
}

/* The second is due ten days after its finish; the first could only use these, though the plan has thirty more. */
static void
test_a_due_date_of_its_own_bounds_what_is_before (void)
{
  const Case cases[] = { { 1, 0, 4, -1, 10 }, { 1, 5, 30, 40, 10 }, { 1, 61, 90, -1, 0 } };

  check (cases, G_N_ELEMENTS (cases), -1, ALL_DAYS);
}

/* Due on day 25 and over on day 30: five days late, and the first one would have to be over five days earlier. */
static void
test_late_is_less_than_none (void)
{
  const Case cases[] = { { 1, 0, 4, -1, -5 }, { 1, 5, 30, 25, -5 }, { 1, 31, 90, -1, 0 } };

  check (cases, G_N_ELEMENTS (cases), -1, ALL_DAYS);
}

static void
test_the_plan_is_due_on_its_target (void)
{
  const Case early[] = { { 1, 0, 40, -1, 10 }, { 1, 41, 90, -1, 10 } };
  const Case late[] = { { 1, 0, 40, -1, -20 }, { 1, 41, 90, -1, -20 } };

  check (early, G_N_ELEMENTS (early), 100, ALL_DAYS);
  check (late, G_N_ELEMENTS (late), 70, ALL_DAYS);
}

static void
test_what_is_finished_has_none (void)
{
  const Case cases[] = { { 1, 0, 4, -1, NONE }, { 1, 5, 90, -1, 0 } };
  g_autoptr (GPtrArray) phases = make_phases (cases, 2);
  WayRoadmapPhase *map = g_ptr_array_index (phases, 0);

  map->blocks = map->blocks_done = 3;
  way_critical_path_find (phases, WAY_DATE_NONE, ALL_DAYS);
  g_autofree char *first = way_critical_path_text (map);
  g_autofree char *second = way_critical_path_text (g_ptr_array_index (phases, 1));
  g_assert_cmpint (map->slack_days, ==, WAY_NO_SLACK);
  g_assert_cmpstr (first, ==, "");
  g_assert_cmpstr (second, ==, "critical");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add_func ("/critical-path/" path, test)
  ADD ("a-chain-without-gaps-is-critical", test_a_chain_without_gaps_is_critical);
  ADD ("a-gap-is-slack-of-what-is-before", test_a_gap_is_slack_of_what_is_before);
  ADD ("days-without-windows-are-no-slack", test_days_without_windows_are_no_slack);
  ADD ("the-rest-of-the-week-is-no-slack", test_the_rest_of_the_week_is_no_slack);
  ADD ("the-shorter-guide-has-the-slack", test_the_shorter_guide_has_the_slack);
  ADD ("a-due-date-of-its-own-bounds-what-is-before",
       test_a_due_date_of_its_own_bounds_what_is_before);
  ADD ("late-is-less-than-none", test_late_is_less_than_none);
  ADD ("the-plan-is-due-on-its-target", test_the_plan_is_due_on_its_target);
  ADD ("what-is-finished-has-none", test_what_is_finished_has_none);
#undef ADD
  return g_test_run ();
}
