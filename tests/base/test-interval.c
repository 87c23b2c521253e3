/* The set operations against a bitmap of small times, over random sets; the seed is printed by the
 * runner (--seed repeats it). */
#include "core/base/interval.h"

#define SPAN 64

static GArray *
random_set (gboolean bits[SPAN])
{
  GArray *set = way_interval_set_new ();

  for (int n = g_test_rand_int_range (0, 8); n > 0; n--)
    {
      int start = g_test_rand_int_range (0, SPAN);
      int end = g_test_rand_int_range (start, SPAN + 1);
      way_interval_set_add (set, start, end);
      for (int i = start; i < end; i++)
        bits[i] = TRUE;
    }
  way_interval_set_normalize (set);
  return set;
}

static void
assert_same (const GArray *set, const gboolean bits[SPAN])
{
  gboolean seen[SPAN] = { 0 };

  for (guint i = 0; i < set->len; i++)
    {
      WayInterval it = g_array_index (set, WayInterval, i);
      g_assert_cmpint (it.start_utc, <, it.end_utc);
      if (i > 0)
        g_assert_cmpint (g_array_index (set, WayInterval, i - 1).end_utc, <, it.start_utc);
      for (gint64 t = it.start_utc; t < it.end_utc; t++)
        seen[t] = TRUE;
    }
  for (int i = 0; i < SPAN; i++)
    g_assert_cmpint (seen[i], ==, bits[i]);
}

static void
test_operations_equal_a_bitmap (void)
{
  for (int round = 0; round < 5000; round++)
    {
      gboolean a[SPAN] = { 0 }, b[SPAN] = { 0 }, difference[SPAN], clipped[SPAN];
      g_autoptr (GArray) x = random_set (a);
      g_autoptr (GArray) y = random_set (b);
      g_autoptr (GArray) rest = way_interval_set_subtract (x, y);
      int from = g_test_rand_int_range (0, SPAN), to = g_test_rand_int_range (from, SPAN);
      gboolean meets = FALSE;

      for (int i = 0; i < SPAN; i++)
        {
          difference[i] = a[i] && !b[i];
          clipped[i] = a[i] && i >= from && i < to;
          meets = meets || clipped[i];
        }
      assert_same (x, a);
      assert_same (rest, difference);
      if (from < to)
        g_assert_cmpint (way_interval_set_overlaps (x, from, to), ==, meets);
      int free_at = from;
      for (int run = 0; run < 3; free_at++)
        run = free_at >= SPAN || !a[free_at] ? run + 1 : 0;
      g_assert_cmpint (way_interval_set_next_free (x, from, 3), ==, free_at - 3);
      way_interval_set_clip (x, from, to);
      assert_same (x, clipped);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/operations-equal-a-bitmap", test_operations_equal_a_bitmap);
  return g_test_run ();
}
