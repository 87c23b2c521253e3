/* The order of gaps, against figures worked out by hand and against all pairs of random ones. */
#include "core/skills/gaps.h"

#define UNKNOWN WAY_SKILL_UNKNOWN

typedef struct
{
  int score, target, interview, ad;
} Numbers;

static WayMatrix *
make_matrix (const Numbers *numbers, guint n)
{
  WayMatrix *matrix = g_new0 (WayMatrix, 1);

  matrix->skills = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      WaySkill *skill = g_new0 (WaySkill, 1);
      skill->id = i;
      skill->score = numbers[i].score;
      skill->target = numbers[i].target;
      skill->interview_percent = numbers[i].interview;
      skill->ad_percent_typed = numbers[i].ad;
      g_ptr_array_add (matrix->skills, skill);
    }
  return matrix;
}

static const WaySkillGap *
gap_at (const GArray *gaps, guint i)
{
  return &g_array_index (gaps, WaySkillGap, i);
}

static void
assert_order (const Numbers *numbers, guint n, const char *expected)
{
  g_autoptr (WayMatrix) matrix = make_matrix (numbers, n);
  g_autoptr (GArray) gaps = way_skill_gaps (matrix);
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    g_string_append_printf (order, "%d", (int) gap_at (gaps, i)->skill->id);
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_gaps_are_ranked_as_by_hand (void)
{
  const Numbers numbers[] = {
    { 1, 4, 40, 60 },      /* 0: 3 × 0.4 × 0.6 = 0.72 */
    { 3, 5, 90, 80 },      /* 1: 2 × 0.9 × 0.8 = 1.44 */
    { 1, 5, 20, 50 },      /* 2: 4 × 0.2 × 0.5 = 0.4 */
    { 4, 5, 100, 100 },    /* 3: 1 */
    { 1, 5, 100, 0 },      /* 4: 0, which is known */
    { 2, 3, UNKNOWN, 90 }, /* 5: a gap of 1 */
    { 1, 5, 90, UNKNOWN }, /* 6: a gap of 4 */
    { 5, 5, 90, 90 },      /* met */
    { 5, 2, 90, 90 },      /* more than met */
    { 0, 5, 90, 90 },      /* no score */
    { 1, 0, 90, 90 },      /* no target */
  };

  assert_order (numbers, G_N_ELEMENTS (numbers), "1302465");
}

/* 3 × 20 % × 50 %, 1 × 30 % × 100 % and 2 × 15 % × 100 % are the same, however they are rounded. */
static void
test_ties_stay_in_the_order_of_the_matrix (void)
{
  const Numbers known[] = {
    { 2, 5, 20, 50 }, { 4, 5, 30, 100 }, { 3, 5, 15, 100 }, { 4, 5, 100, 30 }
  };
  const Numbers unknown[] = { { 2, 5, UNKNOWN, 10 },
                              { 1, 4, 10, UNKNOWN },
                              { 1, 5, UNKNOWN, UNKNOWN },
                              { 2, 5, UNKNOWN, UNKNOWN } };

  assert_order (known, G_N_ELEMENTS (known), "0123");
  assert_order (unknown, G_N_ELEMENTS (unknown), "2013");
}

static void
assert_text (Numbers numbers, const char *expected)
{
  g_autoptr (WayMatrix) matrix = make_matrix (&numbers, 1);
  g_autoptr (GArray) gaps = way_skill_gaps (matrix);
  g_autofree char *text = way_skill_gap_arithmetic (gap_at (gaps, 0));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_arithmetic_is_shown (void)
{
  assert_text ((Numbers) { 1, 4, 40, 60 }, "3 × 40 % × 60 % = 0.72");
  assert_text ((Numbers) { 4, 5, 1, 1 }, "1 × 1 % × 1 % = 0.0001");
  assert_text ((Numbers) { 1, 5, 99, 97 }, "4 × 99 % × 97 % = 3.8412");
  assert_text ((Numbers) { 1, 5, 100, 100 }, "4 × 100 % × 100 % = 4");
  assert_text ((Numbers) { 1, 5, 0, 50 }, "4 × 0 % × 50 % = 0");
  assert_text ((Numbers) { 1, 4, UNKNOWN, 60 }, "3 × not known × 60 %");
  assert_text ((Numbers) { 1, 4, 40, UNKNOWN }, "3 × 40 % × not known");
}

static void
test_counted_ads_stand_in_for_a_share_that_was_not_typed (void)
{
  WaySkill skill = { .ad_percent_typed = UNKNOWN };

  g_assert_cmpint (way_skill_ad_percent (&skill), ==, UNKNOWN);
  skill.n_ads = 8;
  g_assert_cmpint (way_skill_ad_percent (&skill), ==, 0);
  skill.ad_count = 1;
  g_assert_cmpint (way_skill_ad_percent (&skill), ==, 13); /* 12.5 */
  skill.ad_count = 8;
  g_assert_cmpint (way_skill_ad_percent (&skill), ==, 100);
  skill.ad_percent_typed = 0;
  g_assert_cmpint (way_skill_ad_percent (&skill), ==, 0);
}

/* Whether @x has to come before @y: in whole numbers, and by cases. */
static gboolean
comes_before (const Numbers *x, const Numbers *y, guint i, guint k)
{
  int gap_x = x->target - x->score, gap_y = y->target - y->score;
  gboolean known_x = x->interview >= 0 && x->ad >= 0, known_y = y->interview >= 0 && y->ad >= 0;

  if (known_x != known_y)
    return known_x;
  int a = known_x ? gap_x * x->interview * x->ad : gap_x;
  int b = known_y ? gap_y * y->interview * y->ad : gap_y;
  return a != b ? a > b : i < k;
}

static void
test_random_gaps_are_ranked_as_by_counting (void)
{
  guint32 seed = g_test_rand_int () | 1;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 300; round++)
    {
      Numbers numbers[24];
      guint n = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers) + 1), shown = 0;
      for (guint i = 0; i < n; i++)
        numbers[i] = (Numbers) {
          g_rand_int_range (rand, 0, 6), g_rand_int_range (rand, 0, 6),
          g_rand_int_range (rand, 0, 5) == 0 ? UNKNOWN : g_rand_int_range (rand, 0, 6) * 20,
          g_rand_int_range (rand, 0, 4) == 0 ? UNKNOWN : g_rand_int_range (rand, 0, 6) * 20
        };
      g_autoptr (WayMatrix) matrix = make_matrix (numbers, n);
      g_autoptr (GArray) gaps = way_skill_gaps (matrix);
      for (guint i = 0; i < n; i++)
        {
          /* The rank is how many come before it. */
          guint rank = 0;
          gboolean has = numbers[i].score > 0 && numbers[i].target > numbers[i].score;
          for (guint k = 0; k < n; k++)
            rank += k != i && numbers[k].score > 0 && numbers[k].target > numbers[k].score &&
                    comes_before (&numbers[k], &numbers[i], k, i);
          if (has)
            g_assert_cmpint (gap_at (gaps, rank)->skill->id, ==, i);
          shown += has;
        }
      g_assert_cmpint (gaps->len, ==, shown);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skills/gaps/ranked-as-by-hand", test_gaps_are_ranked_as_by_hand);
  g_test_add_func ("/skills/gaps/ties-stay-in-the-order-of-the-matrix",
                   test_ties_stay_in_the_order_of_the_matrix);
  g_test_add_func ("/skills/gaps/the-arithmetic-is-shown", test_the_arithmetic_is_shown);
  g_test_add_func ("/skills/gaps/counted-ads-stand-in-for-a-share-that-was-not-typed",
                   test_counted_ads_stand_in_for_a_share_that_was_not_typed);
  g_test_add_func ("/skills/gaps/random-ones-are-ranked-as-by-counting",
                   test_random_gaps_are_ranked_as_by_counting);
  return g_test_run ();
}
