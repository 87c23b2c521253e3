/* What to do now, as text: what the window's Today shows. */
#include "core/review/today.h"
#include "cli/cli.h"
#include "core/planner/timer.h"
#include "core/review/checks.h"
#include "core/review/offer-days.h"

#include <glib/gi18n.h>

static void
add_work (JsonBuilder *b, const WayWork *work)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "planned_minutes", work->planned);
  way_cli_json_int (b, "done_minutes", work->done);
  json_builder_end_object (b);
}

static void
add_block (JsonBuilder *b, const char *name, const WayBlock *block)
{
  json_builder_set_member_name (b, name);
  if (block != NULL)
    way_cli_json_block (b, block);
  else
    json_builder_add_null_value (b);
}

static void
today_to_json (JsonBuilder *b, const WayToday *today, WayZone *zone)
{
  way_cli_json_date (b, "date", today->date);
  way_cli_json_string (b, "zone", way_zone_get_id (zone));
  way_cli_json_string (b, "moment", way_now_to_string (today->now));
  add_block (b, "now", today->block);
  json_builder_set_member_name (b, "blocks");
  json_builder_begin_array (b);
  for (guint i = 0; i < today->blocks->len; i++)
    way_cli_json_block (b, g_ptr_array_index (today->blocks, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "next");
  json_builder_begin_object (b);
  for (int kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    add_block (b, way_block_kind_to_string ((WayBlockKind) kind), today->next[kind]);
  json_builder_end_object (b);
  json_builder_set_member_name (b, "week");
  add_work (b, &today->week);
}

static void
say_now (WayCli *cli, const WayToday *today, WayZone *zone)
{
  const WayBlock *block = today->block;
  int minutes = block != NULL ? way_timer_minutes (block, cli->now_utc) : -1;

  if (block == NULL)
    {
      way_cli_say (cli, _ ("Nothing more is planned."));
      return;
    }
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, block->id);
  g_autofree char *start = way_cli_local_time (zone, block->start_utc);
  g_autofree char *worked = way_cli_minutes (MAX (0, minutes));
  g_autofree char *planned = way_cli_minutes (way_timer_planned_minutes (block));
  const char *word = today->now == WAY_NOW_RUNNING   ? _ ("Running")
                     : today->now == WAY_NOW_CURRENT ? _ ("Now")
                     : today->now == WAY_NOW_PAUSED  ? _ ("Paused")
                                                     : _ ("Next");
  /* Translators: "Next: 2027-01-04 18:30 Core: session 3 (block 12)" */
  way_cli_say (cli, _ ("%s: %s %s (block %s)"), word, start, block->title, id);
  if (minutes >= 0)
    way_cli_say (cli, _ ("  %s of %s"), worked, planned);
}

static void
say_coming (WayCli *cli, const WayToday *today, WayZone *zone)
{
  gboolean any = FALSE;

  for (int kind = WAY_BLOCK_MOCK; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      const WayBlock *block = today->next[kind];
      if (block == NULL)
        continue;
      if (!any)
        way_cli_say (cli, "\n%s", _ ("Coming up"));
      any = TRUE;
      g_autofree char *start = way_cli_local_time (zone, block->start_utc);
      way_cli_say (cli, "  %s  %-7s %s", start, way_block_kind_to_string (block->kind),
                   block->title);
    }
}

static void
say_today (WayCli *cli, const WayToday *today, WayZone *zone)
{
  g_autofree char *done = way_cli_minutes (today->week.done);
  g_autofree char *planned = way_cli_minutes (today->week.planned);
  g_autofree char *week = g_strdup_printf (_ ("This week: %s of %s done."), done, planned);

  say_now (cli, today, zone);
  if (today->blocks->len > 0)
    way_cli_say (cli, "\n%s", _ ("Today"));
  for (guint i = 0; i < today->blocks->len; i++)
    {
      const WayBlock *block = g_ptr_array_index (today->blocks, i);
      g_autofree char *start = way_cli_local_time (zone, block->start_utc);
      g_autofree char *end = way_cli_local_time (zone, block->end_utc);
      way_cli_say (cli, "  %s–%s  %-7s %s%s", start + 11, end + 11,
                   way_block_kind_to_string (block->kind), block->title,
                   g_str_equal (block->state, "done") ? " ✓" : "");
    }
  say_coming (cli, today, zone);
  if (today->week.planned + today->week.done > 0)
    way_cli_say (cli, "\n%s", week);
}

/* The command that puts it right (transfer full). */
static char *
remedy_command (const WayFinding *finding)
{
  switch (finding->remedy)
    {
    case WAY_REMEDY_CHOOSE:
      return g_strdup_printf ("waymark-cli plan --guide %s --%s …", finding->guide_slug,
                              finding->check == WAY_CHECK_BAND ? "band" : "role");
    case WAY_REMEDY_PLAN:
      return g_strdup ("waymark-cli replan --apply");
    case WAY_REMEDY_MOCK:
      return g_strdup_printf ("waymark-cli block plan mock --guide %s", finding->guide_slug);
    case WAY_REMEDY_REVIEW:
      return g_strdup_printf ("waymark-cli block plan review --guide %s", finding->guide_slug);
    case WAY_REMEDY_ROADMAP:
    default:
      return g_strdup ("waymark-cli roadmap");
    }
}

static void
checks_to_json (JsonBuilder *b, const WayChecks *checks)
{
  json_builder_set_member_name (b, "findings");
  json_builder_begin_array (b);
  for (guint i = 0; i < checks->findings->len; i++)
    {
      const WayFinding *finding = g_ptr_array_index (checks->findings, i);
      g_autofree char *command = remedy_command (finding);
      json_builder_begin_object (b);
      way_cli_json_string (b, "check", way_check_to_string (finding->check));
      way_cli_json_string (b, "guide", finding->guide_slug);
      way_cli_json_string (b, "source", finding->source);
      way_cli_json_int (b, "line", finding->line);
      way_cli_json_string (b, "text", finding->text);
      way_cli_json_string (b, "command", command);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "unchecked");
  json_builder_begin_array (b);
  for (guint i = 0; i < checks->unchecked->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (checks->unchecked, i));
  json_builder_end_array (b);
}

static void
say_checks (WayCli *cli, const WayChecks *checks)
{
  if (checks->findings->len > 0)
    way_cli_say (cli, "\n%s", _ ("Worth a look"));
  for (guint i = 0; i < checks->findings->len; i++)
    {
      const WayFinding *finding = g_ptr_array_index (checks->findings, i);
      g_autofree char *command = remedy_command (finding);
      way_cli_say (cli, "  %s\n    “%s”\n    %s", finding->text, finding->source, command);
    }
}

/* As far ahead as the window shows what is due. */
#define OFFERS_AHEAD_DAYS 14

static void
offers_to_json (JsonBuilder *b, const GPtrArray *days)
{
  json_builder_set_member_name (b, "offers");
  json_builder_begin_array (b);
  for (guint i = 0; i < days->len; i++)
    {
      const WayOfferDay *day = g_ptr_array_index (days, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "kind", way_offer_day_kind_to_string (day->kind));
      way_cli_json_int (b, "id", day->id);
      way_cli_json_int (b, "scorecard", day->scorecard_id);
      way_cli_json_date (b, "due", day->due_date);
      way_cli_json_string (b, "title", day->title);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
say_offers (WayCli *cli, const GPtrArray *days)
{
  if (days->len > 0)
    way_cli_say (cli, "\n%s", _ ("Offers"));
  for (guint i = 0; i < days->len; i++)
    {
      const WayOfferDay *day = g_ptr_array_index (days, i);
      g_autofree char *due = way_date_to_iso (day->due_date);
      way_cli_say (cli, "  %s  %s", due, day->title);
    }
}

static int
run_today (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayZone) zone = way_cli_zone (cli);
  g_autoptr (WayToday) today = way_today_load (cli->store, zone, cli->now_utc, &error);
  g_autoptr (WayRoadmap) roadmap = today != NULL ? way_roadmap_load (cli->store, &error) : NULL;
  g_autoptr (WayChecks) checks =
      roadmap != NULL ? way_checks_load (cli->store, roadmap, zone, cli->now_utc, &error) : NULL;
  g_autoptr (GPtrArray) days =
      checks != NULL ? way_offer_days_load (cli->store, today->date + OFFERS_AHEAD_DAYS, &error)
                     : NULL;
  g_autoptr (JsonBuilder) b = json_builder_new ();
  if (days == NULL)
    return way_cli_fail (error);
  json_builder_begin_object (b);
  today_to_json (b, today, zone);
  offers_to_json (b, days);
  checks_to_json (b, checks);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  say_today (cli, today, zone);
  say_offers (cli, days);
  say_checks (cli, checks);
  return WAY_EXIT_DONE;
}

const WayCommand way_today_commands[] = {
  { "today", "", N_ ("print what to do now, what comes up, and what is worth a look"), NULL,
    run_today },
  { 0 },
};
