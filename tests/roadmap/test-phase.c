#include "core/roadmap/phase.h"
#include "fixture.h"
#include "made-plan.h"

static gint64
find (WayStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = way_phase_find (store, name, &error);

  g_assert_no_error (error);
  return id;
}

static WayPhase *
load (WayStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  WayPhase *phase = way_phase_load (store, find (store, name), &error);

  g_assert_no_error (error);
  return phase;
}

static void
undo (WayStore *store, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  way_store_undo (store, &name, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, expected);
}

static void
test_a_phase_has_what_the_guide_says (Fixture *f, gconstpointer data)
{
  make_plan (f->store, "3-5");
  act (f->store, "Done",
       "UPDATE block SET state = 'done' WHERE id IN (SELECT id FROM block WHERE "
       "phase_id = (SELECT id FROM phase WHERE title = 'Map') LIMIT 2)");
  g_autoptr (WayPhase) map = load (f->store, "map");

  g_assert_cmpstr (map->title, ==, "Map");
  g_assert_cmpstr (map->guide_title, ==, "Learning Distributed Systems");
  g_assert_cmpstr (map->guide_origin, ==, "built-in");
  g_assert_cmpint (g_strv_length (map->activities), ==, 3);
  g_assert_cmpstr (map->activities[2], ==, "one system in production to study");
  g_assert_cmpint (g_strv_length (map->exit_criteria), ==, 1);
  g_assert_cmpint (map->gate.closed_date, ==, WAY_DATE_NONE);
  g_assert_cmpstr (map->note, ==, "");
  g_assert_cmpint (map->artifacts->len, ==, 0);
  g_assert_cmpint (map->dates->start_date, >=, PLAN_START);
  g_assert_cmpint (map->done_minutes, >, 0);
  g_assert_cmpint (map->done_minutes, <, map->dates->planned_minutes);
}

static void
check_split (const char *text, gboolean commas, const char *expected)
{
  g_auto (GStrv) parts = way_phase_split (text, commas);
  g_autofree char *joined = g_strjoinv ("|", parts);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_a_list_in_one_text_is_split (Fixture *f, gconstpointer data)
{
  check_split ("", TRUE, "");
  check_split ("One", TRUE, "One");
  check_split ("Blog, OSS, mock interviews", TRUE, "Blog|OSS|mock interviews");
  check_split ("Blog, OSS", FALSE, "Blog, OSS");
  check_split ("Validation (reviews, merges), talk", TRUE, "Validation (reviews, merges)|talk");
  check_split ("A, with B; C;", TRUE, "A, with B|C");
  check_split ("Serve 10,000 requests, measure", TRUE, "Serve 10,000 requests|measure");
  check_split (") a, b", TRUE, ") a|b");
}

static void
test_a_phase_is_found_by_number_and_title (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  gint64 core = find (f->store, "CORE");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, core);
  g_assert_cmpint (find (f->store, number), ==, core);
  g_assert_cmpint (way_phase_find (f->store, "Nowhere", &error), ==, 0);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Depth"));
  g_clear_error (&error);
  act (f->store, "Same", "UPDATE phase SET title = 'core' WHERE title = 'Map'");
  g_assert_cmpint (way_phase_find (f->store, "Core", &error), ==, 0);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, number));
  g_assert_null (strstr (error->message, "Depth"));
}

static void
test_a_gate_closes_with_evidence_or_a_reason (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  gint64 id = find (f->store, "Map");
  g_autofree char *before = dump (f->store);
  g_assert_true (
      way_phase_close_gate (f->store, id, " It runs ", "", PLAN_START + 9, PLAN_NOW, &error));
  g_autoptr (WayPhase) passed = load (f->store, "Map");
  g_assert_cmpint (passed->gate.closed_date, ==, PLAN_START + 9);
  g_assert_cmpstr (passed->gate.evidence, ==, "It runs");
  g_assert_cmpint (passed->dates->gate_closed_date, ==, PLAN_START + 9);
  undo (f->store, "Close Gate");
  g_autofree char *undone = dump (f->store);
  g_assert_cmpstr (undone, ==, before);

  g_assert_true (
      way_phase_close_gate (f->store, id, NULL, "No time", PLAN_START + 9, PLAN_NOW, &error));
  g_autoptr (WayPhase) overridden = load (f->store, "Map");
  g_assert_cmpstr (overridden->gate.evidence, ==, "");
  g_assert_cmpstr (overridden->gate.override_reason, ==, "No time");
  g_assert_true (way_phase_open_gate (f->store, id, PLAN_NOW, &error));
  g_autofree char *opened = dump (f->store);
  g_assert_cmpstr (opened, ==, before);
  undo (f->store, "Open Gate Again");
  g_autoptr (WayPhase) again = load (f->store, "Map");
  g_assert_cmpstr (again->gate.override_reason, ==, "No time");
}

static void
test_a_gate_without_either_stays_open (Fixture *f, gconstpointer data)
{
  const char *const refused[][2] = { { "", "" }, { NULL, NULL }, { "  ", "\n" }, { "a", "b" } };

  make_plan (f->store, "3-5");
  gint64 id = find (f->store, "Map");
  g_autofree char *before = dump (f->store);
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (way_phase_close_gate (f->store, id, refused[i][0], refused[i][1], PLAN_START,
                                            PLAN_NOW, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
  g_autoptr (GError) error = NULL;
  g_assert_false (way_phase_open_gate (f->store, id, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (way_phase_close_gate (f->store, 4711, "a", "", PLAN_START, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_note_is_one_action_and_none_when_the_same (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  gint64 id = find (f->store, "Map");
  g_assert_true (way_phase_set_note (f->store, id, "First\nsecond ", PLAN_NOW, &error));
  g_assert_true (way_phase_set_note (f->store, id, "First\nsecond ", PLAN_NOW, &error));
  g_autoptr (WayPhase) phase = load (f->store, "Map");
  g_assert_cmpstr (phase->note, ==, "First\nsecond ");
  undo (f->store, "Change Note");
  g_autoptr (WayPhase) undone = load (f->store, "Map");
  g_assert_cmpstr (undone->note, ==, "");
  g_assert_false (way_phase_set_note (f->store, 4711, "a", PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

static void
test_artifacts_come_change_and_go (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  WayArtifact artifact = { 0, WAY_ARTIFACT_DEMO, (char *) " Queue\n", (char *) "https://x.org/q",
                           PLAN_START + 3 };
  gint64 id = 0;

  make_plan (f->store, "3-5");
  gint64 map = find (f->store, "Map");
  g_assert_true (way_artifact_add (f->store, map, &artifact, PLAN_NOW, &id, &error));
  g_autoptr (WayPhase) added = load (f->store, "Map");
  const WayArtifact *it = added->artifacts->pdata[0];
  g_assert_cmpint (it->id, ==, id);
  g_assert_cmpint (it->kind, ==, WAY_ARTIFACT_DEMO);
  g_assert_cmpstr (it->title, ==, "Queue");
  g_assert_cmpstr (it->link, ==, "https://x.org/q");
  g_assert_cmpint (it->made_date, ==, PLAN_START + 3);

  artifact.id = id;
  artifact.kind = WAY_ARTIFACT_RFC;
  artifact.title = (char *) "Design";
  g_assert_true (way_artifact_change (f->store, &artifact, PLAN_NOW, &error));
  g_autoptr (GPtrArray) changed = way_artifact_list (f->store, map, &error);
  g_assert_cmpstr (((WayArtifact *) changed->pdata[0])->title, ==, "Design");
  g_assert_cmpint (((WayArtifact *) changed->pdata[0])->kind, ==, WAY_ARTIFACT_RFC);
  g_assert_true (way_artifact_remove (f->store, id, PLAN_NOW, &error));
  undo (f->store, "Remove Artifact");
  undo (f->store, "Change Artifact");
  undo (f->store, "Add Artifact");
  g_autoptr (GPtrArray) none = way_artifact_list (f->store, map, &error);
  g_assert_cmpint (none->len, ==, 0);
}

static void
test_an_artifact_without_title_or_phase_is_refused (Fixture *f, gconstpointer data)
{
  WayArtifact artifact = { 0, WAY_ARTIFACT_DEMO, (char *) " ", (char *) "", PLAN_START };
  g_autoptr (GError) error = NULL;

  make_plan (f->store, "3-5");
  g_autofree char *before = dump (f->store);
  g_assert_false (
      way_artifact_add (f->store, find (f->store, "Map"), &artifact, PLAN_NOW, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  artifact.title = (char *) "A";
  g_assert_false (way_artifact_add (f->store, 4711, &artifact, PLAN_NOW, NULL, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (way_artifact_remove (f->store, 4711, PLAN_NOW, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_a_link_is_an_address_or_a_path (Fixture *f, gconstpointer data)
{
  static const char *const links[][2] = {
    { "https://x.org/a?b#c", "https://x.org/a?b#c" },
    { "www.x.org", "https://www.x.org" },
    { "/tmp/a b", "file:///tmp/a%20b" },
    { "PR 12", NULL },
    { "p: 12", NULL },
    { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *uri = way_artifact_link_to_uri (links[i][0]);
      g_assert_cmpstr (uri, ==, links[i][1]);
    }
  g_autofree char *home = way_artifact_link_to_uri ("~/a");
  g_assert_true (g_str_has_prefix (home, "file:///") && g_str_has_suffix (home, "/a"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("/phase/has-what-the-guide-says", test_a_phase_has_what_the_guide_says);
  ADD ("/phase/a-list-in-one-text-is-split", test_a_list_in_one_text_is_split);
  ADD ("/phase/is-found-by-number-and-title", test_a_phase_is_found_by_number_and_title);
  ADD ("/phase/a-gate-closes-with-evidence-or-a-reason",
       test_a_gate_closes_with_evidence_or_a_reason);
  ADD ("/phase/a-gate-without-either-stays-open", test_a_gate_without_either_stays_open);
  ADD ("/phase/a-note-is-one-action-and-none-when-the-same",
       test_a_note_is_one_action_and_none_when_the_same);
  ADD ("/phase/artifacts-come-change-and-go", test_artifacts_come_change_and_go);
  ADD ("/phase/an-artifact-without-title-or-phase-is-refused",
       test_an_artifact_without_title_or_phase_is_refused);
  ADD ("/phase/a-link-is-an-address-or-a-path", test_a_link_is_an_address_or_a_path);
  return g_test_run ();
}
