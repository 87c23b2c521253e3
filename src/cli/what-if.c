/* "what-if": the plan with other settings beside the plan as it is; nothing is stored. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/planner/scheduler.h"
#include "core/planner/variant.h"

#include <glib/gi18n.h>

static void
phase_to_json (JsonBuilder *b, const WayVariantPhase *phase)
{
  json_builder_begin_object (b);
  way_cli_json_string (b, "title", phase->title);
  way_cli_json_date (b, "start", phase->start_date);
  way_cli_json_date (b, "early_finish", phase->early_finish_date);
  way_cli_json_date (b, "late_finish", phase->late_finish_date);
  way_cli_json_bool (b, "complete", phase->complete);
  json_builder_end_object (b);
}

static void
variant_to_json (JsonBuilder *b, const char *name, const WayVariant *variant)
{
  json_builder_set_member_name (b, name);
  json_builder_begin_object (b);
  way_cli_json_int (b, "weekly_minutes", variant->settings->weekly_minutes);
  way_cli_json_string (b, "range", variant->settings->low_end ? "low" : "high");
  way_cli_json_string (b, "band", variant->settings->band);
  way_cli_json_string (b, "role", variant->settings->role);
  way_cli_json_date (b, "early_finish", variant->early_finish_date);
  way_cli_json_date (b, "late_finish", variant->late_finish_date);
  way_cli_json_int (b, "early_minutes", variant->early_minutes);
  way_cli_json_int (b, "late_minutes", variant->late_minutes);
  way_cli_json_int (b, "blocks", variant->blocks);
  way_cli_json_int (b, "unplaced_minutes", variant->unplaced_minutes);
  json_builder_set_member_name (b, "max_lateness_days");
  if (variant->max_lateness == WAY_NO_LATENESS)
    json_builder_add_null_value (b);
  else
    json_builder_add_int_value (b, variant->max_lateness);
  json_builder_set_member_name (b, "phases");
  json_builder_begin_array (b);
  for (guint i = 0; i < variant->phases->len; i++)
    phase_to_json (b, g_ptr_array_index (variant->phases, i));
  json_builder_end_array (b);
  json_builder_set_member_name (b, "milestones");
  json_builder_begin_array (b);
  for (guint i = 0; i < variant->milestones->len; i++)
    json_builder_add_string_value (b, g_ptr_array_index (variant->milestones, i));
  json_builder_end_array (b);
  way_cli_json_string (b, "emphasis", variant->emphasis);
  json_builder_end_object (b);
}

/* A line of three columns; both texts are freed. Widths are of characters, not bytes. */
static void
print_row (const WayCli *cli, const char *name, char *now, char *then)
{
  int first = MAX (0, 16 - (int) g_utf8_strlen (name, -1));
  int second = MAX (0, 26 - (int) g_utf8_strlen (now, -1));

  way_cli_say (cli, "%s%*s %s%*s %s", name, first, "", now, second, "", then);
  g_free (now);
  g_free (then);
}

/* "2027-03-18 … 2027-04-13": at the low and at the high end of the ranges. */
static char *
band_text (WayDate early, WayDate late)
{
  g_autofree char *first = way_date_to_iso (early);
  g_autofree char *last = way_date_to_iso (late);

  return early == late ? g_strdup (last) : g_strdup_printf ("%s … %s", first, last);
}

static char *
work_text (const WayVariant *variant)
{
  /* Translators: numbers of hours at the low and at the high end of the guide's ranges. */
  return g_strdup_printf (_ ("%g to %g hours"), variant->early_minutes / 60.0,
                          variant->late_minutes / 60.0);
}

static char *
join (const GPtrArray *texts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < texts->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            (const char *) g_ptr_array_index (texts, i));
  return g_string_free (text, FALSE);
}

static void
print_variants (const WayCli *cli, const WayVariant *now, const WayVariant *then)
{
  print_row (cli, "", g_strdup (_ ("Now")), g_strdup (_ ("What if")));
  print_row (cli, _ ("Hours a week"), g_strdup_printf ("%g", now->settings->weekly_minutes / 60.0),
             g_strdup_printf ("%g", then->settings->weekly_minutes / 60.0));
  print_row (cli, _ ("Work"), work_text (now), work_text (then));
  for (guint i = 0; i < MIN (now->phases->len, then->phases->len); i++)
    {
      const WayVariantPhase *a = g_ptr_array_index (now->phases, i);
      const WayVariantPhase *b = g_ptr_array_index (then->phases, i);
      print_row (cli, a->title, band_text (a->early_finish_date, a->late_finish_date),
                 band_text (b->early_finish_date, b->late_finish_date));
    }
  print_row (cli, _ ("Finished"), band_text (now->early_finish_date, now->late_finish_date),
             band_text (then->early_finish_date, then->late_finish_date));
  if (now->unplaced_minutes + then->unplaced_minutes > 0)
    print_row (cli, _ ("Without a place"),
               g_strdup_printf (_ ("%g hours"), now->unplaced_minutes / 60.0),
               g_strdup_printf (_ ("%g hours"), then->unplaced_minutes / 60.0));
  if (!g_str_equal (now->settings->band, then->settings->band))
    print_row (cli, _ ("Milestones"), join (now->milestones), join (then->milestones));
  if (!g_str_equal (now->emphasis, then->emphasis))
    print_row (cli, _ ("Emphasis"), g_strdup (now->emphasis), g_strdup (then->emphasis));
}

/* The settings that --finish asks for. */
static gboolean
find_hours (WayCli *cli, const char *finish, WayPlanSettings *settings, GError **error)
{
  WayDate date;

  if (finish == NULL)
    return TRUE;
  if (!way_date_parse (finish, way_cli_today (cli), &date, error))
    return FALSE;
  int minutes = way_variant_weekly_minutes_for (cli->store, settings, date, cli->now_utc, error);
  if (minutes == 0)
    return FALSE;
  settings->weekly_minutes = minutes;
  settings->target_date = date;
  return TRUE;
}

static int
run_what_if (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (WayCliSettings) said = WAY_CLI_SETTINGS_INIT;
  g_autofree char *finish = NULL;
  GError *error = NULL;
  const GOptionEntry own[] = {
    { "finish", 0, 0, G_OPTION_ARG_STRING, &finish,
      N_ ("With the hours a week that it takes to finish by this day"), "DATE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = way_cli_settings_entries (&said, own);
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayPlanSettings) stored = way_plan_settings_load (cli->store, &error);
  if (stored == NULL && error == NULL)
    g_set_error (&error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no plan yet. “waymark-cli plan --guide GUIDE” makes one."));
  g_autoptr (WayPlanSettings) settings =
      stored != NULL ? way_cli_settings_make (cli, &said, &error) : NULL;
  if (settings == NULL || !find_hours (cli, finish, settings, &error))
    return way_cli_fail (error);
  g_autoptr (WayVariant) now = way_variant_new (cli->store, stored, cli->now_utc, &error);
  g_autoptr (WayVariant) then =
      now != NULL ? way_variant_new (cli->store, settings, cli->now_utc, &error) : NULL;
  if (then == NULL)
    return way_cli_fail (error);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      json_builder_begin_object (b);
      variant_to_json (b, "now", now);
      variant_to_json (b, "what_if", then);
      json_builder_end_object (b);
      way_cli_print_json (b);
    }
  print_variants (cli, now, then);
  return WAY_EXIT_DONE;
}

const WayCommand way_what_if_commands[] = {
  { "what-if", "[--hours N] [--finish DATE]",
    N_ ("compare the plan with what it would be; nothing is stored"),
    "  waymark-cli what-if --hours 8\n  waymark-cli what-if --range low --day-off "
    "2027-02-01..2027-02-14\n  waymark-cli what-if --finish 2027-03-14\n",
    run_what_if },
  { 0 },
};
