#include "cli/cli.h"
#include "core/base/error.h"
#include "core/guide/library.h"
#include "core/guide/reader.h"

#include <glib/gi18n.h>
#include <stdio.h>

static void
print_notes (const WayGuide *guide)
{
  for (guint i = 0; i < guide->notes->len; i++)
    fprintf (stderr, "%s\n", (const char *) g_ptr_array_index (guide->notes, i));
}

static void
guide_to_json (JsonBuilder *b, const WayGuide *guide)
{
  way_cli_json_string (b, "slug", guide->slug);
  way_cli_json_string (b, "title", guide->title);
  way_cli_json_string (b, "updated", guide->updated);
  way_cli_json_string (b, "origin", guide->origin);
  way_cli_json_int (b, "drills_per_week", guide->drills_per_week);
  way_cli_json_int (b, "review_months", guide->review_months);
  way_cli_json_int (b, "mock_days", guide->mock_days);
  json_builder_set_member_name (b, "items");
  json_builder_begin_array (b);
  for (guint i = 0; i < guide->items->len; i++)
    {
      const WayGuideItem *item = g_ptr_array_index (guide->items, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "kind", way_guide_kind_to_string (item->kind));
      way_cli_json_string (b, "key", item->key);
      way_cli_json_int (b, "line", item->line);
      way_cli_json_string (b, "title", item->title);
      way_cli_json_string (b, "detail", item->detail);
      way_cli_json_string (b, "extra", item->extra);
      if (item->kind == WAY_GUIDE_PHASE)
        {
          way_cli_json_int (b, "min_days", item->min_days);
          way_cli_json_int (b, "max_days", item->max_days);
          way_cli_json_bool (b, "ongoing", item->ongoing);
        }
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
print_guide (const WayCli *cli, const WayGuide *guide)
{
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      guide_to_json (b, guide);
      json_builder_end_object (b);
      way_cli_print_json (b);
      return;
    }
  way_cli_say (cli, "%s", guide->title);
  for (int kind = 0; kind < WAY_GUIDE_N_KINDS; kind++)
    {
      if (way_guide_count (guide, kind) == 0)
        continue;
      way_cli_say (cli, "\n%s (%u)", way_guide_kind_to_string (kind),
                   way_guide_count (guide, kind));
      for (guint i = 0; i < way_guide_count (guide, kind); i++)
        {
          const WayGuideItem *item = way_guide_get (guide, kind, i);
          way_cli_say (cli, "  %-28s %s", item->title, item->detail);
        }
    }
}

static int
run_import (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  WayGuideMerge merge = { 0 };
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  g_autoptr (WayGuide) guide = way_guide_read_file (argv[1], &error);
  if (guide == NULL)
    return way_cli_fail (error);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_library_import (cli->store, guide, cli->now_utc, &merge, &error))
    return way_cli_fail (error);
  print_notes (guide);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", merge.guide_id);
      way_cli_json_string (b, "slug", guide->slug);
      way_cli_json_int (b, "added", merge.added);
      way_cli_json_int (b, "changed", merge.changed);
      way_cli_json_int (b, "removed", merge.removed);
      way_cli_json_int (b, "unchanged", merge.unchanged);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  way_cli_say (cli, _ ("%s: %d added, %d changed, %d removed, %d unchanged"), guide->title,
               merge.added, merge.changed, merge.removed, merge.unchanged);
  return WAY_EXIT_DONE;
}

static int
run_check (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  g_autoptr (WayGuide) guide = way_guide_read_file (argv[1], &error);
  if (guide == NULL)
    return way_cli_fail (error);
  print_guide (cli, guide);
  print_notes (guide);
  return WAY_EXIT_DONE;
}

static int
run_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (GPtrArray) guides = way_library_list (cli->store, &error);
  g_autoptr (GPtrArray) built_in = guides ? way_guide_read_built_in (&error) : NULL;
  if (built_in == NULL)
    return way_cli_fail (error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "guides");
  json_builder_begin_array (b);
  for (guint i = 0; i < guides->len; i++)
    {
      const WayLibraryGuide *guide = g_ptr_array_index (guides, i);
      json_builder_begin_object (b);
      way_cli_json_int (b, "id", guide->id);
      way_cli_json_string (b, "slug", guide->slug);
      way_cli_json_string (b, "title", guide->title);
      way_cli_json_string (b, "origin", guide->origin);
      way_cli_json_bool (b, "planned", guide->planned);
      json_builder_end_object (b);
      way_cli_say (cli, "%3d  %-32s %s%s", (int) guide->id, guide->slug, guide->title,
                   guide->planned ? _ (" (in the plan)") : "");
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "built_in");
  json_builder_begin_array (b);
  for (guint i = 0; i < built_in->len; i++)
    {
      const WayGuide *guide = g_ptr_array_index (built_in, i);
      json_builder_add_string_value (b, guide->slug);
      way_cli_say (cli, "  –  %-32s %s%s", guide->slug, guide->title, _ (" (built in)"));
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

static int
run_show (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayGuide) guide = way_library_load (cli->store, argv[1], NULL, &error);
  if (guide == NULL && g_error_matches (error, WAY_ERROR, WAY_ERROR_NOT_FOUND))
    guide = way_guide_read_built_in_by_slug (argv[1], NULL);
  if (guide == NULL)
    return way_cli_fail (error);
  g_clear_error (&error);
  print_guide (cli, guide);
  return WAY_EXIT_DONE;
}

const WayCommand way_guide_commands[] = {
  { "guide import", "FILE", N_ ("add a guide (text, Markdown or pack) to the library"),
    "  waymark-cli guide import learning-distributed-systems.txt\n", run_import },
  { "guide check", "FILE", N_ ("read a guide without keeping it, and say what was not understood"),
    "  waymark-cli guide check my-guide.md\n", run_check },
  { "guide list", "", N_ ("list the guides"), NULL, run_list },
  { "guide show", "ID", N_ ("print a guide; ID is a number or a name of “guide list”"),
    "  waymark-cli guide show learning-distributed-systems\n", run_show },
  { 0 },
};
