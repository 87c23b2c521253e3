/* "replan": what planning again would change, all of it or some groups, and carrying it out. */
#include "cli/replan.h"

#include "core/planner/draft-choice.h"
#include "core/planner/explain.h"

#include <glib/gi18n.h>
#include <stdio.h>

/* A draft and the part of it that was asked for. */
typedef struct
{
  WayDraft *draft;
  GPtrArray *groups;
  GArray *conflicts; /* of WayDraftConflict */
  GStrv excess;
} Choice;

static void
choice_clear (Choice *choice)
{
  way_draft_free (choice->draft);
  g_clear_pointer (&choice->groups, g_ptr_array_unref);
  g_clear_pointer (&choice->conflicts, g_array_unref);
  g_strfreev (choice->excess);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choice, choice_clear)

static void
report_late (const WayDraft *draft)
{
  for (guint i = 0; i < draft->late->len; i++)
    {
      const WayLate *it = g_ptr_array_index (draft->late, i);
      g_autofree char *finish = way_explain_date (it->finish_date);
      g_autofree char *due = way_explain_date (it->due_date);
      /* Translators: a phase, and two days. */
      fprintf (stderr, _ ("Late: %s is over on %s and was due on %s.\n"), it->title, finish, due);
    }
  if (draft->late->len + draft->unplaced->len > 0 && *draft->full != '\0')
    fprintf (stderr, "%s\n", draft->full);
  if (draft->fixes->len > 0)
    fprintf (stderr, "%s\n", _ ("Each of these alone would let everything fit in time:"));
  for (guint i = 0; i < draft->fixes->len; i++)
    fprintf (stderr, "  %s\n", ((WayPlanFix *) g_ptr_array_index (draft->fixes, i))->text);
}

void
way_cli_report_draft (const WayDraft *draft)
{
  for (guint i = 0; i < draft->unplaced->len; i++)
    {
      const WayUnplaced *it = g_ptr_array_index (draft->unplaced, i);
      g_autofree char *ideal =
          it->ideal_date != WAY_DATE_NONE ? way_explain_date (it->ideal_date) : NULL;
      if (ideal != NULL)
        /* Translators: what, a day, and the limits that stop it. */
        fprintf (stderr, _ ("Not placed: %s around %s. Limited by %s.\n"), it->title, ideal,
                 it->limits);
      else
        /* Translators: what, missing hours, and the limits that stop it. */
        fprintf (stderr, _ ("Not placed: %s, %.1f hours. Limited by %s.\n"), it->title,
                 it->minutes / 60.0, it->limits);
    }
  report_late (draft);
}

static const WayDraftGroup *
group_of (const Choice *choice, const WayChange *change)
{
  return g_ptr_array_index (choice->groups, way_draft_group_of (choice->groups, change));
}

/* How many of the chosen changes are of a sort. */
static int
count (const Choice *choice, WayChangeKind sort)
{
  int n = 0;

  for (guint i = 0; i < choice->draft->changes->len; i++)
    {
      const WayChange *it = g_ptr_array_index (choice->draft->changes, i);
      n += it->change == sort && group_of (choice, it)->chosen;
    }
  return n;
}

static const char *const change_words[] = { "added", "moved", "removed" };

static void
late_to_json (JsonBuilder *b, const WayDraft *draft)
{
  json_builder_set_member_name (b, "late");
  json_builder_begin_array (b);
  for (guint i = 0; i < draft->late->len; i++)
    {
      const WayLate *it = g_ptr_array_index (draft->late, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "title", it->title);
      way_cli_json_date (b, "due", it->due_date);
      way_cli_json_date (b, "finish", it->finish_date);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_set_member_name (b, "fixes");
  json_builder_begin_array (b);
  for (guint i = 0; i < draft->fixes->len; i++)
    {
      const WayPlanFix *it = g_ptr_array_index (draft->fixes, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "kind", way_fix_kind_to_string (it->kind));
      way_cli_json_string (b, "text", it->text);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
change_to_json (JsonBuilder *b, const Choice *choice, const WayChange *it)
{
  json_builder_begin_object (b);
  way_cli_json_string (b, "change", change_words[it->change]);
  way_cli_json_string (b, "group", group_of (choice, it)->title);
  way_cli_json_string (b, "kind", way_block_kind_to_string (it->kind));
  way_cli_json_string (b, "title", it->title);
  if (it->change != WAY_CHANGE_ADDED)
    way_cli_json_instant (b, "old_start", it->old_start_utc);
  if (it->change == WAY_CHANGE_MOVED)
    way_cli_json_bool (b, "time_taken", it->time_taken);
  if (it->change != WAY_CHANGE_REMOVED)
    {
      way_cli_json_instant (b, "start", it->new_start_utc);
      way_cli_json_instant (b, "end", it->new_end_utc);
    }
  json_builder_end_object (b);
}

static void
groups_to_json (JsonBuilder *b, const GPtrArray *groups)
{
  json_builder_set_member_name (b, "groups");
  json_builder_begin_array (b);
  for (guint i = 0; i < groups->len; i++)
    {
      const WayDraftGroup *it = g_ptr_array_index (groups, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "group", it->title);
      way_cli_json_string (b, "kind", way_block_kind_to_string (it->kind));
      way_cli_json_int (b, "added", it->added);
      way_cli_json_int (b, "moved", it->moved);
      way_cli_json_int (b, "removed", it->removed);
      way_cli_json_bool (b, "chosen", it->chosen);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

/* What needs the place of a block that stays, and whose block that is; null: of none of the groups. */
static void
conflicts_to_json (JsonBuilder *b, const Choice *choice)
{
  json_builder_set_member_name (b, "conflicts");
  json_builder_begin_array (b);
  for (guint i = 0; i < choice->conflicts->len; i++)
    {
      WayDraftConflict it = g_array_index (choice->conflicts, WayDraftConflict, i);
      const WayChange *change = g_ptr_array_index (choice->draft->changes, it.change);
      json_builder_begin_object (b);
      way_cli_json_string (b, "title", change->title);
      way_cli_json_instant (b, "start", change->new_start_utc);
      way_cli_json_string (b, "group", group_of (choice, change)->title);
      json_builder_set_member_name (b, "needs");
      if (it.group != WAY_DRAFT_NONE)
        json_builder_add_string_value (
            b, ((WayDraftGroup *) g_ptr_array_index (choice->groups, it.group))->title);
      else
        json_builder_add_null_value (b);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
choice_to_json (JsonBuilder *b, const Choice *choice)
{
  const WayDraft *draft = choice->draft;

  json_builder_begin_object (b);
  way_cli_json_int (b, "added", count (choice, WAY_CHANGE_ADDED));
  way_cli_json_int (b, "moved", count (choice, WAY_CHANGE_MOVED));
  way_cli_json_int (b, "removed", count (choice, WAY_CHANGE_REMOVED));
  way_cli_json_int (b, "unchanged", draft->unchanged);
  groups_to_json (b, choice->groups);
  json_builder_set_member_name (b, "changes");
  json_builder_begin_array (b);
  for (guint i = 0; i < draft->changes->len; i++)
    {
      const WayChange *it = g_ptr_array_index (draft->changes, i);
      if (group_of (choice, it)->chosen)
        change_to_json (b, choice, it);
    }
  json_builder_end_array (b);
  conflicts_to_json (b, choice);
  json_builder_set_member_name (b, "exceeded");
  json_builder_begin_array (b);
  for (char **line = choice->excess; *line != NULL; line++)
    json_builder_add_string_value (b, *line);
  json_builder_end_array (b);
  json_builder_set_member_name (b, "unplaced");
  json_builder_begin_array (b);
  for (guint i = 0; i < draft->unplaced->len; i++)
    {
      const WayUnplaced *it = g_ptr_array_index (draft->unplaced, i);
      json_builder_begin_object (b);
      way_cli_json_string (b, "title", it->title);
      way_cli_json_int (b, "minutes", it->minutes);
      way_cli_json_string (b, "limits", it->limits);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  late_to_json (b, draft);
  json_builder_end_object (b);
}

static void
print_changes (WayCli *cli, const Choice *choice)
{
  g_autoptr (WayZone) zone = way_cli_zone (cli);

  for (guint i = 0; i < choice->draft->changes->len; i++)
    {
      const WayChange *it = g_ptr_array_index (choice->draft->changes, i);
      g_autofree char *old = way_cli_local_time (zone, it->old_start_utc);
      g_autofree char *new = way_cli_local_time (zone, it->new_start_utc);

      if (!group_of (choice, it)->chosen)
        continue;
      if (it->change == WAY_CHANGE_ADDED)
        way_cli_say (cli, "+ %s  %s", new, it->title);
      else if (it->change == WAY_CHANGE_REMOVED)
        way_cli_say (cli, "- %s  %s", old, it->title);
      else
        way_cli_say (cli, "~ %s → %s  %s%s", old, new, it->title,
                     it->time_taken ? _ (" (the old time is no longer free)") : "");
    }
}

static gboolean
choose (WayCli *cli, Choice *choice, char **only, GError **error)
{
  g_autoptr (WayPlanSettings) settings = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (WayZone) zone = way_cli_zone (cli);

  choice->draft = way_draft_new (cli->store, cli->now_utc, error);
  if (choice->draft == NULL)
    return FALSE;
  choice->groups = way_draft_groups_new (choice->draft);
  if (only != NULL && !way_draft_groups_choose (choice->groups, (const char *const *) only, error))
    return FALSE;
  settings = way_plan_settings_load (cli->store, error);
  blocks = settings != NULL ? way_schedule_load (cli->store, G_MININT64 / 2, G_MAXINT64 / 2, error)
                            : NULL;
  if (blocks == NULL)
    return FALSE;
  choice->conflicts = way_draft_conflicts (choice->draft, choice->groups, blocks);
  g_autoptr (GArray) excess =
      way_draft_excess (choice->draft, choice->groups, blocks, settings, zone);
  choice->excess = way_draft_excess_text (excess, settings);
  return TRUE;
}

static void
print_choice (WayCli *cli, const Choice *choice, gboolean applied)
{
  g_autofree char *conflicts = way_draft_conflicts_text (choice->groups, choice->conflicts);

  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      choice_to_json (b, choice);
      way_cli_print_json (b);
    }
  print_changes (cli, choice);
  way_cli_report_draft (choice->draft);
  if (*conflicts != '\0')
    fprintf (stderr, "%s\n", conflicts);
  for (char **line = choice->excess; *line != NULL; line++)
    fprintf (stderr, "%s\n", *line);
  way_cli_say (cli, _ ("%d added, %d moved, %d removed, %d unchanged"),
               count (choice, WAY_CHANGE_ADDED), count (choice, WAY_CHANGE_MOVED),
               count (choice, WAY_CHANGE_REMOVED), choice->draft->unchanged);
  if (!applied && choice->draft->changes->len > 0)
    way_cli_say (cli, _ ("Nothing was changed. “waymark-cli replan --apply” carries this out."));
}

static int
run_replan (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gboolean apply = FALSE;
  g_auto (GStrv) only = NULL;
  g_auto (Choice) choice = { 0 };
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "apply", 0, 0, G_OPTION_ARG_NONE, &apply, N_ ("Carry the changes out"), NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &only,
      N_ ("Only this group of changes, as “Core” or “Drills”; may be repeated"), "GROUP" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!choose (cli, &choice, only, &error))
    return way_cli_fail (error);
  if (apply &&
      !way_draft_apply_groups (choice.draft, choice.groups, cli->store, cli->now_utc, &error))
    return way_cli_fail (error);
  print_choice (cli, &choice, apply);
  return WAY_EXIT_DONE;
}

const WayCommand way_replan_commands[] = {
  { "replan", "[--apply]", N_ ("plan again and show what would change"),
    "  waymark-cli replan\n  waymark-cli replan --apply\n"
    "  waymark-cli replan --only Core --only Drills --apply\n",
    run_replan },
  { 0 },
};
