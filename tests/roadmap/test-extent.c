#include "core/roadmap/extent.h"
#include "core/roadmap/load.h"

static WayRoadmap *
make_roadmap (void)
{
  WayRoadmap *roadmap = g_new0 (WayRoadmap, 1);

  roadmap->start_date = 1000;
  roadmap->phases = g_ptr_array_new_with_free_func (g_free);
  roadmap->points = g_ptr_array_new_with_free_func (g_free);
  return roadmap;
}

static void
add_phase (WayRoadmap *roadmap, WayDate start, WayDate late)
{
  WayRoadmapPhase *phase = g_new0 (WayRoadmapPhase, 1);

  phase->start_date = start;
  phase->late_finish_date = late;
  phase->ongoing = late == WAY_DATE_NONE;
  g_ptr_array_add (roadmap->phases, phase);
}

/* The plan starts on day 1000; nothing is on it before day 1040. */
static void
test_it_is_where_something_is (void)
{
  g_autoptr (WayRoadmap) roadmap = make_roadmap ();
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (WayWeekLoad));
  g_autoptr (GArray) reviews = g_array_new (FALSE, FALSE, sizeof (WayDate));
  WayExtent none = way_roadmap_extent (roadmap, weeks, reviews);

  g_assert_cmpint (none.first, ==, 1000);
  g_assert_cmpint (none.last, ==, 1000);
  add_phase (roadmap, 1040, 1050);
  add_phase (roadmap, 1060, WAY_DATE_NONE);
  WayExtent phases = way_roadmap_extent (roadmap, weeks, reviews);
  g_assert_cmpint (phases.first, ==, 1040);
  g_assert_cmpint (phases.last, ==, 1060);
  WayWeekLoad week = { 1036, 60, 0 }, empty = { 1092, 0, 0 };
  g_array_append_val (weeks, week);
  week.monday = 1085;
  g_array_append_val (weeks, week);
  g_array_append_val (weeks, empty);
  WayExtent loaded = way_roadmap_extent (roadmap, weeks, reviews);
  g_assert_cmpint (loaded.first, ==, 1040);
  g_assert_cmpint (loaded.last, ==, 1091);
  WayRoadmapPoint *point = g_new0 (WayRoadmapPoint, 1);
  point->due_date = 1038;
  g_ptr_array_add (roadmap->points, point);
  WayDate review = 1100;
  g_array_append_val (reviews, review);
  WayExtent all = way_roadmap_extent (roadmap, weeks, reviews);
  g_assert_cmpint (all.first, ==, 1038);
  g_assert_cmpint (all.last, ==, 1100);
}

static void
test_a_phase_lies_in_it_or_not (void)
{
  WayExtent extent = { 100, 110 };
  WayRoadmapPhase phase = { .start_date = 90, .late_finish_date = 99 };

  g_assert_false (way_roadmap_phase_is_in (&phase, &extent));
  phase.late_finish_date = 100;
  g_assert_true (way_roadmap_phase_is_in (&phase, &extent));
  phase.ongoing = TRUE;
  phase.late_finish_date = WAY_DATE_NONE;
  g_assert_true (way_roadmap_phase_is_in (&phase, &extent));
  phase.start_date = 111;
  g_assert_false (way_roadmap_phase_is_in (&phase, &extent));
}

/* Any time and any length: the parts are the whole, in order, and none is too long. */
static void
test_parts_are_the_whole (void)
{
  for (int k = 0; k < 5000; k++)
    {
      WayDate first = g_test_rand_int_range (10000, 40000);
      WayExtent extent = { first, first + g_test_rand_int_range (0, 6000) };
      int most = g_test_rand_int_range (200, 3000);
      g_autoptr (GArray) parts = way_extent_cut (&extent, most);
      WayDate next = extent.first;
      for (guint i = 0; i < parts->len; i++)
        {
          const WayExtent *part = &g_array_index (parts, WayExtent, i);
          int year, month, day;
          g_assert_cmpint (part->first, ==, next);
          g_assert_cmpint (part->last, >=, part->first);
          g_assert_cmpint (part->last + 1 - part->first, <=, most);
          way_date_to_ymd (part->first, &year, &month, &day);
          g_assert_true (i == 0 || (day == 1 && month % 3 == 1));
          next = part->last + 1;
        }
      g_assert_cmpint (next, ==, extent.last + 1);
      g_assert_true (parts->len == 1 || extent.last + 1 - extent.first > most);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extent/is-where-something-is", test_it_is_where_something_is);
  g_test_add_func ("/extent/a-phase-lies-in-it-or-not", test_a_phase_lies_in_it_or_not);
  g_test_add_func ("/extent/parts-are-the-whole", test_parts_are_the_whole);
  return g_test_run ();
}
