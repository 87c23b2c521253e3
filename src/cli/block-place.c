/* Where single blocks lie: put one somewhere, move it, pin it, take it away. Whoever does that by hand may put a block
 * where something is already, and hears of it. */
#include "cli/cli.h"
#include "core/base/error.h"
#include "core/planner/block-change.h"
#include "core/planner/reason.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

/* What the options of "add" and "move" say. */
typedef struct
{
  char *from;
  int minutes; /* 0: not given */
  char *kind;
  char *purpose;
  char *title;
} PlaceOptions;

static void
place_options_clear (PlaceOptions *o)
{
  g_free (o->from);
  g_free (o->kind);
  g_free (o->purpose);
  g_free (o->title);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlaceOptions, place_options_clear)

/* "2027-01-04T18:30:00Z", or a day and a time of the plan's zone: "tomorrow 18:30". */
static gboolean
parse_from (WayCli *cli, const char *text, gint64 *utc, GError **error)
{
  const char *space = strrchr (text, ' ');
  int minute = space != NULL ? way_clock_parse (space + 1) : -1;
  WayDate date = WAY_DATE_NONE;

  if (space == NULL)
    return way_instant_parse (text, utc, error);
  g_autofree char *day = g_strstrip (g_strndup (text, (gsize) (space - text)));
  if (!way_date_parse (day, way_cli_today (cli), &date, error))
    return FALSE;
  if (minute < 0)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                   _ ("“%s” is no time. Write it as 18:30, behind a day."), space + 1);
      return FALSE;
    }
  g_autoptr (WayZone) zone = way_cli_zone (cli);
  *utc = way_zone_to_utc (zone, date, minute);
  return TRUE;
}

static WayBlockPurpose *
take (GPtrArray *purposes, guint i)
{
  return g_ptr_array_steal_index (purposes, i);
}

/* The phase or guide called @name (transfer full). */
static WayBlockPurpose *
find_purpose (WayCli *cli, const char *name, GError **error)
{
  g_autoptr (GPtrArray) purposes = way_block_purposes (cli->store, error);
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; purposes != NULL && i < purposes->len; i++)
    {
      const WayBlockPurpose *it = g_ptr_array_index (purposes, i);
      g_autofree char *title = g_utf8_casefold (it->title, -1);
      if (g_str_equal (title, wanted))
        return take (purposes, i);
      g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", it->title);
    }
  if (purposes != NULL && purposes->len == 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("There is no plan yet."));
  else if (purposes != NULL)
    /* Translators: a name that was asked for, and those that there are. */
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("The plan has no phase and no guide “%s”. It has: %s."), name, titles->str);
  return NULL;
}

/* Study is for the phase that is under way then; the rest is for the guide as a whole. */
static WayBlockPurpose *
choose_purpose (WayCli *cli, WayBlockKind kind, const char *name, gint64 utc, GError **error)
{
  g_autoptr (WayBlockPurpose) purpose = name != NULL
                                            ? find_purpose (cli, name, error)
                                            : way_block_purpose_at (cli->store, utc, error);

  if (purpose == NULL || name != NULL || kind == WAY_BLOCK_STUDY)
    return g_steal_pointer (&purpose);
  g_autoptr (GPtrArray) purposes = way_block_purposes (cli->store, error);
  for (guint i = 0; purposes != NULL && i < purposes->len; i++)
    {
      const WayBlockPurpose *it = g_ptr_array_index (purposes, i);
      if (it->guide_id == purpose->guide_id && way_block_purpose_is_guide (it))
        return take (purposes, i);
    }
  return g_steal_pointer (&purpose);
}

static const char *
usual_title (WayBlockKind kind)
{
  switch (kind)
    {
    case WAY_BLOCK_MOCK:
      return _ ("Mock interview");
    case WAY_BLOCK_DRILL:
      return _ ("Question drill");
    case WAY_BLOCK_REVIEW:
      return _ ("Review");
    case WAY_BLOCK_STUDY:
    default:
      return "";
    }
}

static void
note_overlap (WayCli *cli, gint64 id)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (cli->store, id, NULL);
  g_autofree char *other =
      block != NULL ? way_block_overlap (cli->store, id, block->start_utc, block->end_utc) : NULL;

  if (other != NULL)
    fprintf (stderr, _ ("Note: it overlaps “%s”.\n"), other);
}

static int
run_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (PlaceOptions) o = { 0 };
  GError *error = NULL;
  gint64 start = 0, id = 0;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &o.from,
      N_ ("When it begins: 2027-01-04T18:30:00Z, or “tomorrow 18:30”"), "WHEN" },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &o.minutes, N_ ("How long it is"), "N" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &o.kind, N_ ("study, mock, drill or review"), "KIND" },
    { "for", 0, 0, G_OPTION_ARG_STRING, &o.purpose,
      N_ ("The phase or guide that it is for, if not the one under way then"), "PHASE" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &o.title, N_ ("Its title, if not that of the phase"),
      "TITLE" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  int kind = o.kind != NULL ? way_block_kind_from_string (o.kind) : WAY_BLOCK_STUDY;
  if (o.from == NULL || o.minutes == 0)
    return way_cli_usage (_ ("When, and how long? Give --from WHEN and --minutes N."));
  if (kind < 0)
    return way_cli_usage (_ ("“%s” is none of study, mock, drill and review."), o.kind);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!parse_from (cli, o.from, &start, &error))
    return way_cli_fail (error);
  g_autoptr (WayBlockPurpose) purpose =
      choose_purpose (cli, (WayBlockKind) kind, o.purpose, start, &error);
  const char *title = o.title != NULL ? o.title : usual_title ((WayBlockKind) kind);
  if (purpose == NULL ||
      !way_block_add (cli->store, (WayBlockKind) kind, purpose, title, start,
                      start + (gint64) o.minutes * 60, cli->now_utc, &id, &error))
    return way_cli_fail (error);
  note_overlap (cli, id);
  return way_cli_print_block (cli, id);
}

static gboolean
move (WayCli *cli, gint64 id, const PlaceOptions *o, GError **error)
{
  g_autoptr (WayBlock) block = way_schedule_load_one (cli->store, id, error);
  gint64 start = 0, length;

  if (block == NULL)
    return FALSE;
  start = block->start_utc;
  length = o->minutes != 0 ? (gint64) o->minutes * 60 : block->end_utc - block->start_utc;
  return (o->from == NULL || parse_from (cli, o->from, &start, error)) &&
         way_block_move (cli->store, id, start, start + length, cli->now_utc, error);
}

static int
run_move (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (PlaceOptions) o = { 0 };
  GError *error = NULL;
  gint64 id;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &o.from,
      N_ ("When it begins: 2027-01-04T18:30:00Z, or “tomorrow 18:30”"), "WHEN" },
    { "minutes", 0, 0, G_OPTION_ARG_INT, &o.minutes, N_ ("How long it is, if not as long as now"),
      "N" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (o.from == NULL && o.minutes == 0)
    return way_cli_usage (_ ("Where to? Give --from WHEN, --minutes N, or both."));
  if (!way_cli_parse_id (argv[1], &id, &code))
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!move (cli, id, &o, &error))
    return way_cli_fail (error);
  note_overlap (cli, id);
  return way_cli_print_block (cli, id);
}

/* Of a command that takes a block and no option of its own; -1: it can go on. */
static int
open_for_block (WayCli *cli, const WayCommand *command, int argc, char **argv, gint64 *id)
{
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0 || !way_cli_parse_id (argv[1], id, &code))
    return code;
  return way_cli_open (cli) ? -1 : WAY_EXIT_DATA;
}

static int
run_pin (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  gint64 id;
  int code = open_for_block (cli, command, argc, argv, &id);

  if (code >= 0)
    return code;
  if (!way_block_set_pinned (cli->store, id, g_str_has_suffix (command->name, " pin"), cli->now_utc,
                             &error))
    return way_cli_fail (error);
  return way_cli_print_block (cli, id);
}

static int
run_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  GError *error = NULL;
  gint64 id;
  int code = open_for_block (cli, command, argc, argv, &id);

  if (code >= 0)
    return code;
  g_autoptr (WayBlock) block = way_schedule_load_one (cli->store, id, &error);
  if (block == NULL || !way_block_remove (cli->store, id, cli->now_utc, &error))
    return way_cli_fail (error);
  if (cli->json)
    {
      /* As it was: whoever took it away by mistake sees what to put back. */
      g_autoptr (JsonBuilder) b = json_builder_new ();
      way_cli_json_block (b, block);
      way_cli_print_json (b);
    }
  way_cli_say (cli, _ ("%s: removed"), block->title);
  return WAY_EXIT_DONE;
}

static int
run_show (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  gint64 id;
  int code = open_for_block (cli, command, argc, argv, &id);

  if (code >= 0)
    return code;
  g_autoptr (WayBlock) block = way_schedule_load_one (cli->store, id, NULL);
  code = way_cli_print_block (cli, id);
  if (block == NULL)
    return code;
  g_autoptr (WayZone) zone = way_cli_zone (cli);
  g_autofree char *from = way_cli_local_time (zone, block->start_utc);
  g_autofree char *to = way_cli_local_time (zone, block->end_utc);
  g_autofree char *why = way_reason_to_text (block->reason);
  /* Translators: from when to when, and for what. */
  way_cli_say (cli, _ ("%s – %s, for %s"), from, to + strlen ("2027-01-04 "),
               *block->phase_title != '\0' ? block->phase_title : block->title);
  if (block->pinned)
    way_cli_say (cli, "%s", _ ("Pinned: planning leaves it"));
  if (*block->note != '\0')
    way_cli_say (cli, "%s", block->note);
  if (*why != '\0')
    way_cli_say (cli, "%s", why);
  return code;
}

const WayCommand way_block_place_commands[] = {
  { "block show", "ID", N_ ("tell when a block is, and why there"), "  waymark-cli block show 12\n",
    run_show },
  { "block add", "--from WHEN --minutes N", N_ ("put a block somewhere"),
    "  waymark-cli block add --from \"next monday 18:30\" --minutes 60\n"
    "  waymark-cli block add --from 2027-01-04T17:30:00Z --minutes 30 --kind drill\n",
    run_add },
  { "block move", "ID --from WHEN", N_ ("move a block, or make it longer or shorter"),
    "  waymark-cli block move 12 --from \"tomorrow 19:00\"\n  waymark-cli block move 12 --minutes "
    "90\n",
    run_move },
  { "block pin", "ID", N_ ("keep planning from moving a block"), "  waymark-cli block pin 12\n",
    run_pin },
  { "block unpin", "ID", N_ ("let planning move a block again"), "  waymark-cli block unpin 12\n",
    run_pin },
  { "block remove", "ID", N_ ("take a block away"), "  waymark-cli block remove 12\n", run_remove },
  { 0 },
};
