/* What the charts of the history are made of. */
#include "core/skills/score-table.h"
#include "skills-case.h"

static const WayScoreRow *
row_of (const WayScoreTable *table, gint64 skill_id)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const WayScoreRow *row = g_ptr_array_index (table->rows, i);
      if (row->skill_id == skill_id)
        return row;
    }
  g_assert_not_reached ();
}

/* "1 - 3": the scores of a skill, a line for a blank (transfer full). */
static char *
scores_of (const WayScoreTable *table, gint64 skill_id)
{
  const WayScoreRow *row = row_of (table, skill_id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= way_score_table_last (table); i++)
    {
      if (row->scores[i] == WAY_SKILL_BLANK)
        g_string_append (text, i > 0 ? " -" : "-");
      else
        g_string_append_printf (text, i > 0 ? " %d" : "%d", row->scores[i]);
    }
  return g_string_free (text, FALSE);
}

static WayScoreTable *
load (WayStore *store, WayDate date, WayDate today)
{
  g_autoptr (GError) error = NULL;
  WayScoreTable *table = way_score_table_load (store, date, today, &error);

  g_assert_no_error (error);
  return table;
}

static void
test_a_score_holds_until_the_next_and_blanks_are_blank (Fixture *f, gconstpointer data)
{
  WayDate today = way_date_from_ymd (2027, 2, 10);

  follow_built_in (f->store);
  score (f->store, "Communication", 2, way_date_from_ymd (2026, 3, 31));
  score (f->store, "Communication", WAY_SKILL_BLANK, way_date_from_ymd (2026, 7, 1));
  score (f->store, "Communication", 4, today);
  score (f->store, "Communication", 5, today + 1);
  g_autoptr (WayScoreTable) table = load (f->store, today, today);
  g_autofree char *scores = scores_of (table, id_of (f->store, "Communication"));
  /* Q1, Q2, Q3, Q4 of 2026, and now. */
  g_assert_cmpstr (scores, ==, "2 2 - - 4");
  g_assert_cmpint (way_score_table_date (table, 4), ==, today);
}

static void
test_an_earlier_quarter_shows_nothing_of_later_ones (Fixture *f, gconstpointer data)
{
  WayDate today = way_date_from_ymd (2027, 2, 10), june = way_date_from_ymd (2026, 6, 30);

  follow_built_in (f->store);
  score (f->store, "Communication", 2, way_date_from_ymd (2026, 1, 15));
  score (f->store, "Communication", 3, way_date_from_ymd (2026, 6, 30));
  score (f->store, "Communication", 5, way_date_from_ymd (2026, 7, 1));
  target (f->store, "Communication", 4, way_date_from_ymd (2026, 6, 1));
  target (f->store, "Communication", 5, way_date_from_ymd (2026, 9, 1));
  g_autoptr (WayScoreTable) table = load (f->store, june, today);
  gint64 id = id_of (f->store, "Communication");
  g_autofree char *scores = scores_of (table, id);
  g_assert_cmpstr (scores, ==, "2 3");
  g_assert_cmpint (row_of (table, id)->target, ==, 4);
}

static void
test_a_change_needs_two_scores (Fixture *f, gconstpointer data)
{
  WayDate today = way_date_from_ymd (2026, 11, 23);
  int change = 99;

  follow_built_in (f->store);
  score (f->store, "Communication", 4, way_date_from_ymd (2026, 1, 15));
  score (f->store, "Communication", 3, today);
  score (f->store, "Kafka", 1, today);
  g_autoptr (WayScoreTable) table = load (f->store, today, today);
  g_assert_true (way_score_table_change (table, row_of (table, id_of (f->store, "Communication")),
                                         0, &change));
  g_assert_cmpint (change, ==, -1);
  g_assert_false (
      way_score_table_change (table, row_of (table, id_of (f->store, "Kafka")), 0, &change));
  g_assert_cmpint (way_score_table_count (table), ==, 2);
}

static void
test_without_any_score_there_is_still_today (Fixture *f, gconstpointer data)
{
  WayDate today = way_date_from_ymd (2026, 11, 23);

  follow_built_in (f->store);
  g_autoptr (WayScoreTable) table = load (f->store, today, today);
  g_assert_cmpint (table->dates->len, ==, 1);
  g_assert_cmpint (way_score_table_date (table, 0), ==, today);
  g_assert_cmpint (way_score_table_count (table), ==, 0);
  g_assert_cmpint (table->rows->len, >, 0);
}

/* What a guide said holds until the person says something. */
static void
test_what_came_with_a_guide_comes_first (void)
{
  WaySkill said = { .id = 1, .title = (char *) "A", .group = (char *) "G", .score = 4 };
  WaySkill never = { .id = 2, .title = (char *) "B", .group = (char *) "G", .score = 3 };
  WaySkill before = { .id = 1, .score = 2 };
  g_autoptr (GPtrArray) skills = g_ptr_array_new (), first_skills = g_ptr_array_new ();
  WayMatrix matrix = { .skills = skills }, first = { .skills = first_skills };
  g_autoptr (GHashTable) points = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (WaySkillPoint));
  g_autoptr (GArray) dates = g_array_new (FALSE, FALSE, sizeof (WayDate));
  WaySkillPoint point = { 50, 4 };

  g_ptr_array_add (skills, &said);
  g_ptr_array_add (skills, &never);
  g_ptr_array_add (first_skills, &before);
  g_array_append_val (own, point);
  g_hash_table_insert (points, &said.id, own);
  for (WayDate date = 49; date <= 50; date++)
    g_array_append_val (dates, date);
  g_autoptr (WayScoreTable) table = way_score_table_new (&matrix, &first, points, dates);
  g_autofree char *a = scores_of (table, 1), *b = scores_of (table, 2);
  g_assert_cmpstr (a, ==, "2 4");
  g_assert_cmpstr (b, ==, "3 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/skills/score-table/" name, Fixture, NULL, fixture_set_up, function,                \
              fixture_tear_down)
  ADD ("a-score-holds-until-the-next-and-blanks-are-blank",
       test_a_score_holds_until_the_next_and_blanks_are_blank);
  ADD ("an-earlier-quarter-shows-nothing-of-later-ones",
       test_an_earlier_quarter_shows_nothing_of_later_ones);
  ADD ("a-change-needs-two-scores", test_a_change_needs_two_scores);
  ADD ("without-any-score-there-is-still-today", test_without_any_score_there_is_still_today);
#undef ADD
  g_test_add_func ("/skills/score-table/what-came-with-a-guide-comes-first",
                   test_what_came_with_a_guide_comes_first);
  return g_test_run ();
}
