#include "core/guide/library.h"
#include "core/guide/reader.h"
#include "fixture.h"

#include <string.h>

#define HEAD                                                                                       \
  "{\"format\":\"waymark-guide-pack\",\"version\":1,\"id\":\"a-b\",\"language\":\"en\","           \
  "\"title\":\"A\",\"summary\":\"S\",\"updated\":\"\","

static WayGuideMerge
import (WayStore *store, const char *json)
{
  g_autoptr (GError) error = NULL;
  WayGuideMerge merge;
  g_autoptr (WayGuide) guide = way_guide_read (json, strlen (json), "p.json", &error);

  g_assert_no_error (error);
  way_library_import (store, guide, 1000, &merge, &error);
  g_assert_no_error (error);
  return merge;
}

static void
test_what_comes_out_is_what_went_in (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide =
      way_guide_read_built_in_by_slug ("learning-distributed-systems", NULL);

  way_library_import (f->store, guide, 1000, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (WayGuide) back = way_library_load (f->store, guide->slug, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (back->items->len, ==, guide->items->len);
  for (guint i = 0; i < guide->items->len; i++)
    {
      const WayGuideItem *x = guide->items->pdata[i], *y = back->items->pdata[i];
      g_assert_cmpint (x->kind, ==, y->kind);
      g_assert_cmpstr (x->key, ==, y->key);
      g_assert_cmpstr (x->title, ==, y->title);
      g_assert_cmpstr (x->detail, ==, y->detail);
      g_assert_cmpstr (x->extra, ==, y->extra);
      g_assert_cmpint (x->max_days, ==, y->max_days);
    }
}

static void
test_importing_twice_changes_nothing (Fixture *f, gconstpointer data)
{
  const char *json = HEAD "\"mistakes\":[\"m\"],\"skills\":[{\"title\":\"k\"}]}";

  import (f->store, json);
  WayGuideMerge again = import (f->store, json);
  g_autoptr (GPtrArray) history = way_store_history (f->store, 10, NULL);
  g_assert_cmpint (again.unchanged, ==, 2);
  g_assert_cmpint (again.added + again.changed + again.removed, ==, 0);
  g_assert_cmpint (history->len, ==, 1);
}

static void
test_a_newer_edition_keeps_what_the_person_did (Fixture *f, gconstpointer data)
{
  import (f->store, HEAD "\"checklist\":[{\"key\":\"one\",\"title\":\"One\",\"due\":\"P7D\"},"
                         "{\"key\":\"two\",\"title\":\"Two\",\"due\":\"P7D\"},"
                         "{\"key\":\"three\",\"title\":\"Three\",\"due\":\"P7D\"}],"
                         "\"areas\":[{\"key\":\"x\",\"title\":\"X\"}]}");
  act (f->store, "Mark", "UPDATE checklist_item SET done_date = 5 WHERE key IN ('one', 'three')");
  act (f->store, "Score", "UPDATE skill SET current = 2");
  g_autofree char *before = dump (f->store);
  WayGuideMerge merge =
      import (f->store, HEAD "\"checklist\":[{\"key\":\"one\",\"title\":\"One, reworded\","
                             "\"due\":\"P7D\"},{\"key\":\"four\",\"title\":\"Four\","
                             "\"due\":\"P7D\"}],\"areas\":[{\"key\":\"x\",\"title\":\"X\","
                             "\"current\":5}]}");

  g_assert_cmpint (merge.added, ==, 1);
  g_assert_cmpint (merge.changed, ==, 1);
  g_assert_cmpint (merge.removed, ==, 1); /* "Two"; "Three" has a mark and stays */
  g_assert_cmpint (merge.unchanged, ==, 1);
  g_autoptr (WayStatement) s = way_statement_new (
      f->store, "SELECT group_concat (key || ':' || title || ':' || ifnull (done_date, '-')) FROM "
                "(SELECT * FROM checklist_item ORDER BY key)");
  g_assert_true (way_statement_step (s));
  g_assert_cmpstr (way_statement_text (s, 0), ==, "four:Four:-,one:One, reworded:5,three:Three:5");
  g_autoptr (WayStatement) score = way_statement_new (f->store, "SELECT current FROM skill");
  g_assert_true (way_statement_step (score));
  g_assert_cmpint (way_statement_int (score, 0), ==, 2);
  way_statement_finish (s, NULL);
  way_statement_finish (score, NULL);
  g_assert_true (way_store_undo (f->store, NULL, NULL));
  g_autofree char *after = dump (f->store);
  g_assert_cmpstr (after, ==, before);
}

#define PHASE(key, title)                                                                          \
  "{\"key\":\"" key "\",\"title\":\"" title "\",\"activities\":\"x\",\"exit_criteria\":\"y\","     \
  "\"min_days\":5,\"max_days\":7}"

/* Phases that the newer edition no longer has: what the person put on one keeps it. */
static void
test_a_phase_with_something_of_the_person_stays (Fixture *f, gconstpointer data)
{
  const char *const kept[] = {
    "UPDATE phase SET note = 'n' WHERE key = 'a'",
    "UPDATE phase SET gate_closed_date = 5, gate_evidence = 'e' WHERE key = 'b'",
    "UPDATE phase SET due_date = 5 WHERE key = 'c'",
    "INSERT INTO artifact (guide_id, phase_id, kind, title, made_date, created_utc) "
    "SELECT guide_id, id, 'rfc', 't', 5, 5 FROM phase WHERE key = 'd'",
  };
  const char *five = PHASE ("b", "B") "," PHASE ("c", "C") "," PHASE ("d", "D") "," PHASE (
      "e", "E") "," PHASE ("a", "A");
  g_autofree char *before = g_strdup_printf ("%s\"phases\":[%s]}", HEAD, five);

  import (f->store, before);
  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    act (f->store, "Put", kept[i]);
  WayGuideMerge merge = import (f->store, HEAD "\"phases\":[" PHASE ("a", "A, reworded") "]}");

  g_assert_cmpint (merge.changed, ==, 1);
  g_assert_cmpint (merge.removed, ==, 1); /* "E" */
  g_autoptr (WayStatement) s = way_statement_new (
      f->store,
      "SELECT group_concat (title || note || gate_evidence || ifnull (due_date, '')) || "
      "(SELECT group_concat (title) FROM artifact) FROM (SELECT * FROM phase ORDER BY key)");
  g_assert_true (way_statement_step (s));
  g_assert_cmpstr (way_statement_text (s, 0), ==, "A, rewordedn,Be,C5,Dt");
}

#define ADD(path, func)                                                                            \
  g_test_add ("/library/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-comes-out-is-what-went-in", test_what_comes_out_is_what_went_in);
  ADD ("importing-twice-changes-nothing", test_importing_twice_changes_nothing);
  ADD ("a-newer-edition-keeps-what-the-person-did", test_a_newer_edition_keeps_what_the_person_did);
  ADD ("a-phase-with-something-of-the-person-stays",
       test_a_phase_with_something_of_the_person_stays);
  return g_test_run ();
}
