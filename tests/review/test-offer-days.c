#include "core/review/offer-days.h"

#include "fixture.h"

static void
add_offers (WayStore *store)
{
  act (store, "Add Scorecard",
       "INSERT INTO scorecard (id, title, currency, created_utc) VALUES (7, 'Spring', 'EUR', 0)");
  act (store, "Add Offers",
       "INSERT INTO offer (scorecard_id, position, company, currency, state, deadline_date, uid, "
       "created_utc) VALUES (7, 0, 'Acme', 'EUR', 'offered', 105, 'a', 0), "
       "(7, 1, 'Umbrella', 'EUR', 'applied', 90, 'b', 0), "
       "(7, 2, 'Initech', 'EUR', 'interviewing', 111, 'c', 0), "
       "(7, 3, 'Initrode', 'EUR', 'rejected', 100, 'd', 0), "
       "(7, 4, 'Hooli', 'EUR', 'offered', NULL, 'e', 0)");
  act (store, "Write Decision",
       "INSERT INTO decision (id, scorecard_id, decided_date, reason) VALUES (1, 7, 50, 'So')");
  act (store, "Write Decision",
       "INSERT INTO look_back (decision_id, due_date, done_date, uid, created_utc) "
       "VALUES (1, 80, 81, 'f', 0), (1, 105, NULL, 'g', 0), (1, 200, NULL, 'h', 0)");
}

/* What is late comes first, what is done or far away not at all. */
static void
test_what_is_open_comes_by_day (Fixture *f, gconstpointer data)
{
  static const struct
  {
    WayDate due_date;
    const char *kind, *title;
  } expected[] = {
    { 90, "answer", "Answer to Umbrella" },
    { 105, "answer", "Answer to Acme" },
    { 105, "look-back", "Look back on the decision: Spring" },
  };
  g_autoptr (GError) error = NULL;

  add_offers (f->store);
  g_autoptr (GPtrArray) days = way_offer_days_load (f->store, 110, &error);
  g_assert_no_error (error);
  g_assert_cmpint (days->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < days->len; i++)
    {
      const WayOfferDay *it = days->pdata[i];
      g_assert_cmpint (it->due_date, ==, expected[i].due_date);
      g_assert_cmpstr (way_offer_day_kind_to_string (it->kind), ==, expected[i].kind);
      g_assert_cmpstr (it->title, ==, expected[i].title);
      g_assert_cmpint (it->scorecard_id, ==, 7);
    }
}

static void
test_without_offers_there_are_none (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days = way_offer_days_load (f->store, 110, &error);

  g_assert_no_error (error);
  g_assert_cmpint (days->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add ("/offer-days/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("what-is-open-comes-by-day", test_what_is_open_comes_by_day);
  ADD ("without-offers-there-are-none", test_without_offers_there_are_none);
  return g_test_run ();
}
