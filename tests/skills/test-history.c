/* Every score and target there ever was. */
#include "core/skills/history.h"
#include "skills-case.h"

static void
test_all_that_was_set_is_kept_in_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  choose (f->store, "backend", "3-5");
  score (f->store, "Communication", 2, TODAY - 5);
  target (f->store, "Communication", 4, TODAY - 9);
  score_by (f->store, "Communication", "Ana", 3, TODAY - 7);
  score (f->store, "Communication", WAY_SKILL_BLANK, TODAY);
  score (f->store, "Kafka", 1, TODAY);
  g_autoptr (GPtrArray) events =
      way_skill_history (f->store, id_of (f->store, "Communication"), &error);
  g_assert_no_error (error);
  g_assert_cmpint (events->len, ==, 4);
  const WaySkillEvent *first = events->pdata[0], *second = events->pdata[1],
                      *last = events->pdata[3];
  g_assert_true (first->is_target);
  g_assert_cmpint (first->value, ==, 4);
  g_assert_cmpstr (first->role, ==, "backend");
  g_assert_cmpstr (first->band, ==, "3-5");
  g_assert_cmpint (first->set_utc, ==, NOW);
  g_assert_cmpstr (second->rater, ==, "Ana");
  g_assert_false (second->is_target);
  g_assert_cmpint (last->value, ==, WAY_SKILL_BLANK);
  g_assert_cmpint (last->date, ==, TODAY);
  g_autoptr (GPtrArray) all = way_skill_history (f->store, 0, &error);
  g_assert_cmpint (all->len, ==, 5);
}

static void
test_points_are_one_a_day (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  score (f->store, "Communication", 2, TODAY - 5);
  score (f->store, "Communication", 1, TODAY);
  score (f->store, "Communication", 3, TODAY);
  score (f->store, "Communication", 5, TODAY - 9);
  score (f->store, "Communication", WAY_SKILL_BLANK, TODAY + 1);
  score_by (f->store, "Kafka", "Ana", 3, TODAY);
  g_autoptr (GHashTable) points = way_skill_points (f->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_hash_table_size (points), ==, 1);
  gint64 id = id_of (f->store, "Communication");
  const GArray *of_skill = g_hash_table_lookup (points, &id);
  const WaySkillPoint expected[] = {
    { TODAY - 9, 5 }, { TODAY - 5, 2 }, { TODAY, 3 }, { TODAY + 1, WAY_SKILL_BLANK }
  };
  g_assert_cmpint (of_skill->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < of_skill->len; i++)
    {
      g_assert_cmpint (g_array_index (of_skill, WaySkillPoint, i).date, ==, expected[i].date);
      g_assert_cmpint (g_array_index (of_skill, WaySkillPoint, i).score, ==, expected[i].score);
    }
}

/* (transfer full) */
static char *
quarters_on (WayStore *store, WayDate today)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) days = way_skill_quarters (store, today, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    {
      WayDate date = g_array_index (days, WayDate, i);
      g_autofree char *iso = way_date_to_iso (date);
      g_autofree char *label = way_skill_quarter_label (date);
      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", label, iso);
    }
  return g_string_free (text, FALSE);
}

static void
test_quarters_run_from_the_first_score_to_today (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  g_autofree char *none = quarters_on (f->store, TODAY);
  g_assert_cmpstr (none, ==, "");
  score (f->store, "Communication", 2, way_date_from_ymd (2026, 5, 2));
  g_autofree char *before = quarters_on (f->store, way_date_from_ymd (2026, 5, 1));
  g_assert_cmpstr (before, ==, "");
  g_autofree char *one = quarters_on (f->store, way_date_from_ymd (2026, 5, 2));
  g_assert_cmpstr (one, ==, "Q2 2026 2026-05-02");
  g_autofree char *end = quarters_on (f->store, way_date_from_ymd (2026, 6, 30));
  g_assert_cmpstr (end, ==, "Q2 2026 2026-06-30");
  g_autofree char *four = quarters_on (f->store, TODAY);
  g_assert_cmpstr (four, ==,
                   "Q2 2026 2026-06-30, Q3 2026 2026-09-30, Q4 2026 2026-12-31, "
                   "Q1 2027 2027-01-15");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/skills/history/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all-that-was-set-is-kept-in-order", test_all_that_was_set_is_kept_in_order);
  ADD ("points-are-one-a-day", test_points_are_one_a_day);
  ADD ("quarters-run-from-the-first-score-to-today",
       test_quarters_run_from_the_first_score_to_today);
  return g_test_run ();
}
