/* Packs: the built-in one, and the JSON path of each error. */
#include "core/base/error.h"
#include "core/guide/reader.h"

#include <string.h>

#define HEAD                                                                                       \
  "{\"format\":\"waymark-guide-pack\",\"version\":1,\"id\":\"a-b\",\"language\":\"en\","           \
  "\"title\":\"A\",\"summary\":\"S\",\"updated\":\"\","

static void
test_the_built_in_pack_carries_what_the_guide_does (void)
{
  static const guint counts[WAY_GUIDE_N_KINDS] = { 4, 4,  4, 5, 6, 7, 5, 5, 4,
                                                   4, 12, 5, 3, 3, 5, 3, 3, 4 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide =
      way_guide_read_built_in_by_slug ("learning-distributed-systems", &error);

  g_assert_no_error (error);
  for (int kind = 0; kind < WAY_GUIDE_N_KINDS; kind++)
    g_assert_cmpint (way_guide_count (guide, kind), ==, counts[kind]);
  g_assert_cmpint (way_guide_get (guide, WAY_GUIDE_PHASE, 2)->max_days, ==, 56);
  g_assert_cmpint (way_guide_get (guide, WAY_GUIDE_BAND, 4)->max_years, ==, -1);
}

static void
test_an_unknown_name_lists_what_there_is (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_guide_read_built_in_by_slug ("nothing", &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "learning-distributed-systems"));
}

static void
test_errors_name_the_json_path (void)
{
  static const struct
  {
    const char *json, *path;
  } cases[] = {
    { "{", "$" },
    { "{}", "$: " },
    { HEAD "\"mistakes\":[\"m\"],\"extra\":1}", "$: " },
    { HEAD "\"phases\":[{\"title\":\"P\",\"activities\":\"a\",\"exit_criteria\":\"e\","
           "\"min_days\":0,\"max_days\":5}]}",
      "$.phases[0].min_days" },
    { HEAD "\"phases\":[{\"title\":\"P\",\"activities\":\"a\",\"exit_criteria\":\"e\","
           "\"min_days\":6,\"max_days\":5}]}",
      "$.phases[0]: " },
    { HEAD "\"phases\":[{\"title\":\"P\",\"activities\":\"a\",\"exit_criteria\":\"e\"}]}",
      "$.phases[0]: " },
    { HEAD "\"areas\":[{\"title\":\"A\",\"current\":7}]}", "$.areas[0].current" },
    { HEAD "\"areas\":[{\"title\":\"A\",\"colour\":\"red\"}]}", "$.areas[0]: " },
    { HEAD "\"checklist\":[{\"title\":\"A\",\"due\":\"soon\"}]}", "$.checklist[0].due" },
    { HEAD "\"mistakes\":[\"m\",\"m\"]}", "$.mistakes[1]" },
    { HEAD "\"mistakes\":[{\"de\":\"m\"}]}", "$.mistakes[0]" },
    { HEAD "\"mistakes\":\"m\"}", "$.mistakes" },
    { HEAD "\"mistakes\":[[[[[[[[[[]]]]]]]]]]}", "$" },
    { "{\"format\":\"waymark-guide-pack\",\"version\":2}", "$.version" },
    { "{\"format\":\"other\",\"version\":1}", "$.format" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("p.json: %s", cases[i].path);
      g_assert_null (way_guide_read (cases[i].json, strlen (cases[i].json), "p.json", &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      if (!g_str_has_prefix (error->message, place))
        g_error ("%s: %s", place, error->message);
    }
}

static void
test_keys_stay_when_texts_are_translated (void)
{
  const char *json = HEAD "\"mistakes\":[{\"C\":\"Zu spät\",\"en\":\"Too late\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide = way_guide_read (json, strlen (json), "p.json", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (way_guide_get (guide, WAY_GUIDE_MISTAKE, 0)->title, ==, "Zu spät");
  g_assert_cmpstr (way_guide_get (guide, WAY_GUIDE_MISTAKE, 0)->key, ==, "too-late");
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/the-built-in-pack-carries-what-the-guide-does",
                   test_the_built_in_pack_carries_what_the_guide_does);
  g_test_add_func ("/pack/an-unknown-name-lists-what-there-is",
                   test_an_unknown_name_lists_what_there_is);
  g_test_add_func ("/pack/errors-name-the-json-path", test_errors_name_the_json_path);
  g_test_add_func ("/pack/keys-stay-when-texts-are-translated",
                   test_keys_stay_when_texts_are_translated);
  return g_test_run ();
}
