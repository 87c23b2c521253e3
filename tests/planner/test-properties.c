/* Properties over random calendars in random zones and years. The runner prints the seed; --seed repeats it. With
 * WAYMARK_THOROUGH in the environment there are four times as many. */
#include "calendar-case.h"

/* Zones with and without daylight saving, also of half an hour, across the date line, and with odd offsets. */
static const char *const zones[] = {
  "Europe/Berlin",       "Europe/London",    "Europe/Lisbon",
  "Europe/Istanbul",     "America/New_York", "America/Chicago",
  "America/Los_Angeles", "America/St_Johns", "America/Santiago",
  "America/Sao_Paulo",   "America/Havana",   "America/Caracas",
  "Asia/Kathmandu",      "Asia/Kolkata",     "Asia/Tehran",
  "Asia/Beirut",         "Asia/Tokyo",       "Asia/Gaza",
  "Australia/Lord_Howe", "Australia/Sydney", "Australia/Eucla",
  "Pacific/Auckland",    "Pacific/Chatham",  "Pacific/Apia",
  "Pacific/Kiritimati",  "Pacific/Honolulu", "Africa/Casablanca",
  "Africa/Cairo",        "Atlantic/Azores",  "UTC",
};

/* Half of the plans begin near the weeks in which clocks change somewhere. */
static WayDate
random_start (void)
{
  static const int months[] = { 3, 4, 9, 10, 11 };
  int year = g_test_rand_int_range (2000, 2100);
  int month = g_test_rand_bit () ? months[g_test_rand_int_range (0, G_N_ELEMENTS (months))]
                                 : g_test_rand_int_range (1, 13);

  return way_date_from_ymd (year, month, g_test_rand_int_range (1, 29));
}

static void
add_random_hours (Case *c, WayDate from, int days)
{
  for (int i = g_test_rand_int_range (1, 9); i > 0; i--)
    {
      WayAvailability it = { g_test_rand_int_range (1, 8),
                             g_test_rand_bit () ? WAY_BLOCK_ALL_KINDS
                                                : (guint) g_test_rand_int_range (1, 16),
                             g_test_rand_int_range (0, 1440), g_test_rand_int_range (1, 1441),
                             g_test_rand_int_range (0, 4) == 0 };
      g_array_append_val (c->availability, it);
    }
  for (int i = g_test_rand_int_range (-2, 3); i > 0; i--)
    {
      WayExtraHours it = { from + g_test_rand_int_range (0, days), WAY_BLOCK_ALL_KINDS,
                           g_test_rand_int_range (0, 1440), g_test_rand_int_range (1, 1441) };
      g_array_append_val (c->extra_hours, it);
    }
  if (g_test_rand_bit ())
    {
      WayDaysOff off = { from + 3, from + 3 + g_test_rand_int_range (0, 10) };
      g_array_append_val (c->days_off, off);
    }
}

static const char *
random_id (guint n)
{
  static char ids[64][16];

  g_snprintf (ids[n], sizeof ids[n], "%c%u", 'a' + (int) (n * 7 % 26), n);
  return ids[n];
}

static void
add_random_items (Case *c, WayDate from, int days)
{
  for (int i = 0, n = g_test_rand_int_range (0, 5); i < n; i++)
    {
      add_study (c, random_id (c->items->len), g_test_rand_int_range (1, 12), 45,
                 from + g_test_rand_int_range (0, days + 9),
                 i > 0 && g_test_rand_bit () ? i - 1 : -1);
      WayWorkItem *item = &g_array_index (c->items, WayWorkItem, c->items->len - 1);
      item->release_date += MAX (0, g_test_rand_int_range (-20, days));
      item->minutes -= g_test_rand_int_range (0, 45);
      item->group = g_test_rand_bit () ? (guint) g_test_rand_int_range (1, 3) : 0;
      item->share = item->group > 0 ? (int) (40 * item->group) : 0;
      if (g_test_rand_int_range (0, 5) == 0)
        item->due_date = WAY_DATE_NONE;
    }
  for (int i = g_test_rand_int_range (0, 8); i > 0; i--)
    add_appointment (c, random_id (c->items->len), g_test_rand_int_range (1, 4), 30,
                     from + g_test_rand_int_range (0, days), g_test_rand_int_range (0, 6));
}

static void
make_random (Case *c)
{
  WayDate from = random_start ();
  int days = g_test_rand_int_range (7, 120);
  gint64 base = (gint64) from * 86400;

  case_init (c, zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))], from, days);
  c->in.break_minutes = g_test_rand_int_range (0, 30);
  c->in.buffer_minutes = g_test_rand_int_range (0, 30);
  c->in.daily_minutes = g_test_rand_int_range (60, 300);
  c->in.weekly_minutes = g_test_rand_int_range (60, 900);
  c->in.days_in_row = MAX (0, g_test_rand_int_range (-6, 7));
  c->in.not_before_utc =
      base + g_test_rand_int_range (-5, 20) * 43200 + g_test_rand_int_range (0, 99);
  add_random_hours (c, from, days);
  for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
    {
      gint64 start = base + g_test_rand_int_range (0, days * 1440) * 60;
      way_interval_set_add (c->busy, start, start + g_test_rand_int_range (1, 600) * 60);
    }
  way_interval_set_normalize (c->busy);
  add_random_items (c, from, days);
}

static void
assert_same (const WaySchedulerResult *a, const WaySchedulerResult *b)
{
  g_assert_cmpint (a->blocks->len, ==, b->blocks->len);
  for (guint i = 0; i < a->blocks->len; i++)
    {
      const WayScheduledBlock *x = &g_array_index (a->blocks, WayScheduledBlock, i);
      const WayScheduledBlock *y = &g_array_index (b->blocks, WayScheduledBlock, i);
      g_assert_cmpint (x->item, ==, y->item);
      g_assert_cmpint (x->start_utc, ==, y->start_utc);
      g_assert_cmpint (x->end_utc, ==, y->end_utc);
    }
}

static int
rounds (int n)
{
  return g_getenv ("WAYMARK_THOROUGH") != NULL ? 4 * n : n;
}

static void
test_no_limit_is_broken_on_random_calendars (void)
{
  for (int round = 0; round < rounds (2500); round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      check_limits (&c, first);
      assert_same (first, again);
      case_clear (&c);
    }
}

static void
shuffle (GArray *array)
{
  guint size = g_array_get_element_size (array);
  g_autofree char *spare = g_malloc (size);

  for (guint i = array->len; i-- > 1;)
    {
      guint k = (guint) g_test_rand_int_range (0, (int) i + 1);
      char *x = array->data + i * size, *y = array->data + k * size;
      memcpy (spare, x, size);
      memcpy (x, y, size);
      memcpy (y, spare, size);
    }
}

/* Items in another order; what refers to them follows. */
static void
shuffle_items (Case *c)
{
  guint n = c->items->len;
  g_autoptr (GArray) old = g_array_copy (c->items);
  g_autofree guint *place = g_new0 (guint, n + 1);

  shuffle (c->items);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < n; k++)
      if (g_str_equal (g_array_index (old, WayWorkItem, i).id,
                       g_array_index (c->items, WayWorkItem, k).id))
        place[i] = k;
  for (guint i = 0; i < c->order->len; i++)
    {
      WayWorkOrder *it = &g_array_index (c->order, WayWorkOrder, i);
      *it = (WayWorkOrder) { place[it->first], place[it->then] };
    }
}

/* The same facts told in another order give the same plan. */
static void
test_the_order_of_the_facts_does_not_matter (void)
{
  for (int round = 0; round < rounds (500); round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      g_autoptr (GArray) items = g_array_copy (c.items);
      shuffle (c.availability);
      shuffle (c.extra_hours);
      shuffle_items (&c);
      shuffle (c.order);
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      g_assert_cmpint (first->blocks->len, ==, again->blocks->len);
      for (guint i = 0; i < first->blocks->len; i++)
        {
          const WayScheduledBlock *x = &g_array_index (first->blocks, WayScheduledBlock, i);
          const WayScheduledBlock *y = &g_array_index (again->blocks, WayScheduledBlock, i);
          g_assert_cmpstr (g_array_index (items, WayWorkItem, x->item).id, ==,
                           g_array_index (c.items, WayWorkItem, y->item).id);
          g_assert_cmpint (x->start_utc, ==, y->start_utc);
          g_assert_cmpint (x->end_utc, ==, y->end_utc);
        }
      case_clear (&c);
    }
}

/* What the plan is now, as the previous one of another round. */
static void
remember (Case *c, const WaySchedulerResult *result)
{
  g_array_set_size (c->previous, 0);
  for (guint i = 0; i < result->blocks->len; i++)
    {
      const WayScheduledBlock *b = &g_array_index (result->blocks, WayScheduledBlock, i);
      WayPreviousBlock it = { b->item, b->start_utc };
      g_array_append_val (c->previous, it);
    }
}

static void
test_planning_again_moves_nothing (void)
{
  for (int round = 0; round < rounds (500); round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      remember (&c, first);
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      assert_same (first, again);
      check_limits (&c, again);
      case_clear (&c);
    }
}

/* Limits hold around an earlier plan of another week as well. */
static void
test_an_event_on_top_of_a_block_moves_it (void)
{
  for (int round = 0; round < rounds (500); round++)
    {
      Case c;
      make_random (&c);
      g_autoptr (WaySchedulerResult) first = way_scheduler_solve (&c.in);
      remember (&c, first);
      if (first->blocks->len > 0)
        {
          guint hit = (guint) g_test_rand_int_range (0, (int) first->blocks->len);
          const WayScheduledBlock *b = &g_array_index (first->blocks, WayScheduledBlock, hit);
          way_interval_set_add (c.busy, b->start_utc, b->end_utc);
          way_interval_set_normalize (c.busy);
        }
      g_autoptr (WaySchedulerResult) again = way_scheduler_solve (&c.in);
      check_limits (&c, again);
      case_clear (&c);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/properties/no-limit-is-broken-on-random-calendars",
                   test_no_limit_is_broken_on_random_calendars);
  g_test_add_func ("/properties/the-order-of-the-facts-does-not-matter",
                   test_the_order_of_the_facts_does_not_matter);
  g_test_add_func ("/properties/planning-again-moves-nothing", test_planning_again_moves_nothing);
  g_test_add_func ("/properties/an-event-on-top-of-a-block-moves-it",
                   test_an_event_on_top_of_a_block_moves_it);
  return g_test_run ();
}
