/* The text reader on a fixture of the guide's shape, on variants of it, and on the seed when there. */
#include "core/base/error.h"
#include "core/guide/reader.h"

#include <string.h>

static char *
load_fixture (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "guide", "data", "sample.txt", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static WayGuide *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  WayGuide *guide = way_guide_read (text, strlen (text), "sample.txt", &error);

  g_assert_no_error (error);
  return guide;
}

static const guint fixture_counts[WAY_GUIDE_N_KINDS] = { 3, 3, 1, 2, 1, 5, 2, 1, 1,
                                                         2, 1, 1, 2, 2, 2, 1, 3, 0 };

static void
assert_counts (const WayGuide *guide, const guint counts[WAY_GUIDE_N_KINDS])
{
  for (int kind = 0; kind < WAY_GUIDE_N_KINDS; kind++)
    if (way_guide_count (guide, kind) != counts[kind])
      g_error ("%s: %u items, not %u", way_guide_kind_to_string (kind),
               way_guide_count (guide, kind), counts[kind]);
}

static void
test_every_part_of_the_fixture_is_read (void)
{
  g_autofree char *text = load_fixture ();
  g_autoptr (WayGuide) guide = read_text (text);
  const WayGuideItem *practice = way_guide_get (guide, WAY_GUIDE_PHASE, 1);
  const WayGuideItem *backups = way_guide_get (guide, WAY_GUIDE_AREA, 0);
  const WayGuideItem *cut_off = way_guide_get (guide, WAY_GUIDE_AREA, 2);
  const WayGuideItem *band = way_guide_get (guide, WAY_GUIDE_BAND, 1);

  assert_counts (guide, fixture_counts);
  g_assert_cmpstr (guide->title, ==, "Running Databases in Production");
  g_assert_cmpstr (guide->updated, ==, "May 2026");
  g_assert_cmpint (guide->drills_per_week, ==, 2);
  g_assert_cmpint (guide->review_months, ==, 3);
  g_assert_cmpint (guide->mock_days, ==, 10);
  g_assert_cmpint (practice->min_days, ==, 21);
  g_assert_cmpint (practice->max_days, ==, 35);
  g_assert_cmpint (practice->line, ==, 17);
  g_assert_cmpstr (practice->extra, ==, "A restore drill done from memory");
  g_assert_true (way_guide_get (guide, WAY_GUIDE_PHASE, 2)->ongoing);
  g_assert_cmpint (backups->current, ==, 2);
  g_assert_cmpint (backups->target, ==, 4);
  g_assert_cmpstr (cut_off->title, ==, "Indexes");
  g_assert_cmpint (cut_off->current, ==, 0);
  g_assert_cmpint (band->min_years, ==, 2);
  g_assert_cmpint (band->max_years, ==, -1);
}

static void
test_due_rules_follow_the_words (void)
{
  static const char *const rules[] = { "P7D", "P10D", "P1M", "P3M", "P14D" };
  g_autofree char *text = load_fixture ();
  g_autoptr (WayGuide) guide = read_text (text);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_assert_cmpstr (way_guide_get (guide, WAY_GUIDE_CHECKLIST, i)->extra, ==, rules[i]);
}

static char *
replace (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

static void
assert_variant (char *variant)
{
  g_autofree char *owned = variant;
  g_autoptr (WayGuide) guide = read_text (owned);

  assert_counts (guide, fixture_counts);
  g_assert_cmpint (way_guide_get (guide, WAY_GUIDE_PHASE, 0)->max_days, ==, 4);
}

static void
test_line_ends_marks_and_dashes_do_not_matter (void)
{
  g_autofree char *text = load_fixture ();

  assert_variant (replace (text, "\n", "\r\n"));
  assert_variant (replace (text, "\n", "\r"));
  assert_variant (g_strconcat ("\xef\xbb\xbf", text, NULL));
  assert_variant (replace (text, "–", "-"));
  assert_variant (replace (text, "–", " to "));
  assert_variant (replace (text, "\n- ", "\n* "));
  assert_variant (replace (text, "\n- ", "\n• "));
  assert_variant (replace (text, "\n- ", "\n- [ ] "));
  assert_variant (replace (text, "\n- ", "\n3. "));
}

/* Headings of the fixture, in the Markdown way. */
static char *
to_markdown (const char *text)
{
  static const char *const headings[] = { "Who This Guide Is For",
                                          "Roadmap",
                                          "Skill matrix",
                                          "Milestones",
                                          "Adaptation",
                                          "Skills Required",
                                          "Common Mistakes",
                                          "Best Practices",
                                          "Real-world Examples",
                                          "Action Checklist",
                                          "Related Roles",
                                          "Related Questions",
                                          "Learning Resources",
                                          "Rhythm",
                                          "Frequently Asked Questions" };
  char *markdown = g_strdup (text);

  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autofree char *old = markdown;
      g_autofree char *from = g_strdup_printf ("\n%s\n", headings[i]);
      g_autofree char *to = g_strdup_printf ("\n\n## %s\n\n", headings[i]);
      markdown = replace (old, from, to);
    }
  return markdown;
}

static void
test_markdown_headings_are_headings (void)
{
  g_autofree char *text = load_fixture ();

  assert_variant (to_markdown (text));
}

static void
test_sections_may_come_in_another_order (void)
{
  g_autofree char *text = load_fixture ();
  g_autofree char *head = g_strndup (text, (gsize) (strstr (text, "Roadmap\n") - text));
  const char *roadmap = strstr (text, "Roadmap\n"), *skills = strstr (text, "Skills Required\n"),
             *links = strstr (text, "Related guides\n");
  g_autofree char *first = g_strndup (roadmap, (gsize) (skills - roadmap));
  g_autofree char *second = g_strndup (skills, (gsize) (links - skills));

  assert_variant (g_strconcat (head, second, first, links, NULL));
}

static void
test_an_unknown_section_becomes_a_note_and_nothing_else (void)
{
  g_autofree char *text = load_fixture ();
  g_autofree char *variant = g_strconcat (
      "Weather\n| Day | Rain |\n|---|---|\n| Monday | yes |\n- an umbrella\n", text, NULL);
  g_autoptr (WayGuide) guide = read_text (variant);

  assert_counts (guide, fixture_counts);
  g_assert_cmpint (guide->notes->len, ==, 1);
  g_assert_true (g_str_has_prefix (guide->notes->pdata[0], "line 2:"));
}

static void
test_bad_input_names_the_place (void)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *place;
  } cases[] = {
    { "", 0, "empty" },
    { " \n\n ", 4, "empty" },
    { "a\nb\0c", 5, ":2:" },
    { "a\nb\n\xff\xfe\n", 7, ":3:" },
    { "Dear diary,\ntoday was a quiet day and nothing of a guide happened at all.\n", 74, ":1:" },
  };
  g_autofree char *large = g_strnfill (10 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_clear_error (&error);
      g_assert_null (way_guide_read (cases[i].bytes, cases[i].length, "my.txt", &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "my.txt"));
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
  g_clear_error (&error);
  g_assert_null (way_guide_read (large, strlen (large), "my.txt", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_LIMIT);
}

static void
test_the_seed_guide_has_exactly_its_parts (void)
{
  static const guint counts[WAY_GUIDE_N_KINDS] = { 4, 4,  4, 5, 6, 7, 5, 5, 4,
                                                   4, 12, 5, 3, 3, 5, 3, 3, 4 };
  g_autofree char *path = g_build_filename (g_getenv ("WAYMARK_SHARED"), "seeds",
                                            "learning-distributed-systems.txt", NULL);
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the seed guide is not here");
      return;
    }
  g_autoptr (WayGuide) guide = way_guide_read_file (path, &error);
  g_assert_no_error (error);
  assert_counts (guide, counts);
  g_assert_cmpint (way_guide_get (guide, WAY_GUIDE_PHASE, 3)->line, ==, 29);
  g_assert_cmpstr (way_guide_get (guide, WAY_GUIDE_AREA, 3)->title, ==, "Communication");
  g_assert_cmpint (guide->notes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/every-part-of-the-fixture-is-read",
                   test_every_part_of_the_fixture_is_read);
  g_test_add_func ("/text/due-rules-follow-the-words", test_due_rules_follow_the_words);
  g_test_add_func ("/text/line-ends-marks-and-dashes-do-not-matter",
                   test_line_ends_marks_and_dashes_do_not_matter);
  g_test_add_func ("/text/markdown-headings-are-headings", test_markdown_headings_are_headings);
  g_test_add_func ("/text/sections-may-come-in-another-order",
                   test_sections_may_come_in_another_order);
  g_test_add_func ("/text/an-unknown-section-becomes-a-note-and-nothing-else",
                   test_an_unknown_section_becomes_a_note_and_nothing_else);
  g_test_add_func ("/text/bad-input-names-the-place", test_bad_input_names_the_place);
  g_test_add_func ("/text/the-seed-guide-has-exactly-its-parts",
                   test_the_seed_guide_has_exactly_its_parts);
  return g_test_run ();
}
