#include "core/skills/evidence.h"
#include "skills-case.h"

static WayEvidence
evidence_of (WayStore *store, WayEvidenceKind kind, const char *title)
{
  return (WayEvidence) { .skill_id = id_of (store, "Communication"),
                         .kind = kind,
                         .title = (char *) title,
                         .link = (char *) "",
                         .given_by = (char *) "",
                         .made_date = TODAY };
}

static gint64
add (WayStore *store, const WayEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  way_evidence_add (store, evidence, NOW, &id, &error);
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
list (WayStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = way_evidence_list (store, id_of (store, "Communication"), &error);

  g_assert_no_error (error);
  return all;
}

static void
put_artifact (WayStore *store)
{
  act (store, "Add",
       "INSERT INTO artifact (id, guide_id, phase_id, kind, title, link, made_date, created_utc) "
       "SELECT 7, guide_id, id, 'rfc', 'Queue design', 'https://example.org/7', 20000, 5 "
       "FROM phase WHERE key = 'core'");
}

static void
test_evidence_comes_changes_and_goes (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  WayEvidence mock = evidence_of (f->store, WAY_EVIDENCE_MOCK, " First\nround ");
  mock.given_by = (char *) "Ana";
  mock.rating = 4;
  WayEvidence later = evidence_of (f->store, WAY_EVIDENCE_DRILL, "Drill");
  later.made_date = TODAY + 1;
  g_autofree char *empty = dump (f->store);
  mock.id = add (f->store, &mock);
  assert_undoes (f->store, empty);
  add (f->store, &later);
  g_autoptr (GPtrArray) two = list (f->store);
  g_assert_cmpint (two->len, ==, 2);
  const WayEvidence *newest = two->pdata[0], *oldest = two->pdata[1];
  g_assert_cmpstr (newest->title, ==, "Drill");
  g_assert_cmpstr (oldest->title, ==, "First round");
  g_assert_cmpint (oldest->kind, ==, WAY_EVIDENCE_MOCK);
  g_assert_cmpint (oldest->rating, ==, 4);
  g_assert_cmpstr (oldest->given_by, ==, "Ana");
  mock.rating = 0;
  mock.title = (char *) "Second";
  g_autofree char *before = dump (f->store);
  g_assert_true (way_evidence_change (f->store, &mock, NOW, &error));
  assert_undoes (f->store, before);
  g_autofree char *changed = dump (f->store);
  g_assert_true (way_evidence_remove (f->store, mock.id, NOW, &error));
  assert_undoes (f->store, changed);
  g_autoptr (GPtrArray) one = list (f->store);
  g_assert_cmpint (one->len, ==, 1);
}

/* The title and the link stay with the artifact. */
static void
test_an_artifact_of_the_roadmap_keeps_its_own_title (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  follow_built_in (f->store);
  put_artifact (f->store);
  gint64 id = id_of (f->store, "Communication");
  g_autoptr (GPtrArray) offered = way_evidence_artifacts (f->store, id, &error);
  g_assert_cmpint (offered->len, ==, 1);
  const WayEvidenceArtifact *it = offered->pdata[0];
  g_assert_cmpstr (it->title, ==, "Queue design");
  g_assert_cmpstr (it->phase, ==, "Core");
  g_assert_cmpint (it->made_date, ==, 20000);
  WayEvidence evidence = evidence_of (f->store, WAY_EVIDENCE_ARTIFACT, "ignored");
  evidence.artifact_id = it->id;
  evidence.made_date = it->made_date;
  add (f->store, &evidence);
  act (f->store, "Rename", "UPDATE artifact SET title = 'Queues'");
  g_autoptr (GPtrArray) all = list (f->store);
  const WayEvidence *linked = all->pdata[0];
  g_assert_cmpstr (linked->title, ==, "Queues");
  g_assert_cmpstr (linked->link, ==, "https://example.org/7");
  g_assert_cmpint (linked->artifact_id, ==, 7);
  g_autoptr (GPtrArray) left = way_evidence_artifacts (f->store, id, &error);
  g_assert_cmpint (left->len, ==, 0);
  g_autoptr (GPtrArray) other =
      way_evidence_artifacts (f->store, id_of (f->store, "Kafka"), &error);
  g_assert_cmpint (other->len, ==, 1);
}

static void
test_what_breaks_a_rule_changes_nothing (Fixture *f, gconstpointer data)
{
  follow_built_in (f->store);
  WayEvidence untitled = evidence_of (f->store, WAY_EVIDENCE_DRILL, " ");
  WayEvidence much = evidence_of (f->store, WAY_EVIDENCE_MOCK, "M");
  WayEvidence rated = evidence_of (f->store, WAY_EVIDENCE_DRILL, "D");
  WayEvidence lost = evidence_of (f->store, WAY_EVIDENCE_ARTIFACT, "A");
  WayEvidence nobody = evidence_of (f->store, WAY_EVIDENCE_DRILL, "D");
  much.rating = 6;
  rated.rating = 3;
  lost.artifact_id = 4711;
  nobody.skill_id = nobody.id = 4711;
  const struct
  {
    const WayEvidence *evidence;
    int code;
  } cases[] = { { &untitled, WAY_ERROR_INVALID },
                { &much, WAY_ERROR_INVALID },
                { &rated, WAY_ERROR_INVALID },
                { &lost, WAY_ERROR_NOT_FOUND },
                { &nobody, WAY_ERROR_NOT_FOUND } };
  g_autofree char *before = dump (f->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) add_error = NULL;
      g_autoptr (GError) change_error = NULL;
      g_assert_false (way_evidence_add (f->store, cases[i].evidence, NOW, NULL, &add_error));
      g_assert_error (add_error, WAY_ERROR, cases[i].code);
      g_assert_false (way_evidence_change (f->store, cases[i].evidence, NOW, &change_error));
      g_assert_error (change_error, WAY_ERROR, cases[i].code);
    }
  g_assert_false (way_evidence_remove (f->store, 4711, NOW, NULL));
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_kinds_have_a_word_and_a_title (void)
{
  g_autoptr (GError) error = NULL;
  WayEvidenceKind kind;

  for (int i = 0; i < WAY_EVIDENCE_N_KINDS; i++)
    {
      g_assert_true (way_evidence_kind_parse (way_evidence_kind_to_string (i), &kind, NULL));
      g_assert_cmpint (kind, ==, i);
      g_assert_cmpstr (way_evidence_kind_title (i), !=, "");
    }
  g_assert_false (way_evidence_kind_parse (NULL, &kind, NULL));
  g_assert_false (way_evidence_kind_parse ("song", &kind, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "feedback"));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/skills/evidence/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("comes-changes-and-goes", test_evidence_comes_changes_and_goes);
  ADD ("an-artifact-of-the-roadmap-keeps-its-own-title",
       test_an_artifact_of_the_roadmap_keeps_its_own_title);
  ADD ("what-breaks-a-rule-changes-nothing", test_what_breaks_a_rule_changes_nothing);
  g_test_add_func ("/skills/evidence/kinds-have-a-word-and-a-title",
                   test_kinds_have_a_word_and_a_title);
  return g_test_run ();
}
