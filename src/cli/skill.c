/* The skill matrix: scores, targets, gaps and what is said of a skill. Evidence and job descriptions are in
 * skill-evidence.c. */
#include "cli/skill.h"
#include "core/base/error.h"
#include "core/skills/change.h"
#include "core/skills/history.h"

#include <glib/gi18n.h>

static int
run_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *day = NULL;
  GError *error = NULL;
  WayDate date;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &day, N_ ("The matrix as it was on that day"), "DATE" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_cli_parse_day (cli, day, &date, &error))
    return way_cli_fail (error);
  g_autoptr (WayMatrix) matrix = way_cli_load_matrix (cli, date, &code);
  if (matrix == NULL)
    return code;
  way_cli_print_matrix (cli, matrix);
  return WAY_EXIT_DONE;
}

/* What is said of a skill; %NULL: nothing. */
typedef struct
{
  char *by, *date, *target, *gap_action, *note, *synonyms, *interviews, *ads, *group, *title;
} Options;

static void
options_clear (Options *o)
{
  char **const all[] = { &o->by,       &o->date,       &o->target, &o->gap_action, &o->note,
                         &o->synonyms, &o->interviews, &o->ads,    &o->group,      &o->title };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_free (*all[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
parse (WayCli *cli, const WayCommand *command, Options *o, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &o->by, N_ ("Another one gave the score"), "NAME" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &o->date, N_ ("The day the skill was looked at (today)"),
      "DATE" },
    { "target", 0, 0, G_OPTION_ARG_STRING, &o->target,
      N_ ("What the chosen role and band ask for: 1 to 5, or blank"), "N" },
    { "gap-action", 0, 0, G_OPTION_ARG_STRING, &o->gap_action, N_ ("What closes the gap"), "TEXT" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &o->note, N_ ("A note"), "TEXT" },
    { "synonyms", 0, 0, G_OPTION_ARG_STRING, &o->synonyms,
      N_ ("Other names in job descriptions, with commas between"), "NAMES" },
    { "interviews", 0, 0, G_OPTION_ARG_STRING, &o->interviews,
      N_ ("The share of interviews that ask for it: 0 to 100, or unknown"), "PERCENT" },
    { "ads", 0, 0, G_OPTION_ARG_STRING, &o->ads,
      N_ ("The share of job descriptions: 0 to 100, or count"), "PERCENT" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &o->group, N_ ("The heading it stands under"), "NAME" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &o->title, N_ ("Another title for an own skill"),
      "TEXT" },
    G_OPTION_ENTRY_NULL,
  };

  return way_cli_parse (cli, command, entries, -1, argc, argv);
}

/* Reads a whole number from @least to @most, or @word, which is @word_value. */
static gboolean
read_number (const char *text, int least, int most, const char *word, int word_value, int *number)
{
  gint64 value;

  if (g_ascii_strcasecmp (text, word) == 0)
    {
      *number = word_value;
      return TRUE;
    }
  if (!g_ascii_string_to_signed (text, 10, least, most, &value, NULL))
    return FALSE;
  *number = (int) value;
  return TRUE;
}

static gboolean
read_score (const char *text, int *score, GError **error)
{
  if (read_number (text, WAY_SKILL_MIN, WAY_SKILL_MAX, "blank", WAY_SKILL_BLANK, score))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is no score. Say 1, 2, 3, 4 or 5, or blank."), text);
  return FALSE;
}

static gboolean
read_percent (const char *text, const char *word, int *percent, GError **error)
{
  if (text == NULL || read_number (text, 0, 100, word, WAY_SKILL_UNKNOWN, percent))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               /* Translators: what was typed, and a word that can be typed instead of a number */
               _ ("“%s” is no share. Say a whole number of percent from 0 to 100, or %s."), text,
               word);
  return FALSE;
}

/* The texts of @skill (%NULL: a new one) with what @o says on top. @synonyms: (out) (transfer full) */
static gboolean
make_texts (const Options *o,
            const WaySkill *skill,
            WaySkillTexts *texts,
            char **synonyms,
            GError **error)
{
  *synonyms = o->synonyms != NULL ? g_strdelimit (g_strdup (o->synonyms), ",", '\n')
                                  : g_strdup (skill != NULL ? skill->synonyms : "");
  texts->synonyms = *synonyms;
  texts->title = o->title != NULL ? o->title : skill != NULL ? skill->title : "";
  texts->group = o->group != NULL                    ? o->group
                 : skill != NULL && skill->own_group ? skill->group
                                                     : "";
  texts->gap_action = o->gap_action != NULL ? o->gap_action
                      : skill != NULL       ? skill->gap_action
                                            : "";
  texts->note = o->note != NULL ? o->note : skill != NULL ? skill->note : "";
  texts->interview_percent = skill != NULL ? skill->interview_percent : WAY_SKILL_UNKNOWN;
  texts->ad_percent = skill != NULL ? skill->ad_percent_typed : WAY_SKILL_UNKNOWN;
  return read_percent (o->interviews, "unknown", &texts->interview_percent, error) &&
         read_percent (o->ads, "count", &texts->ad_percent, error);
}

static gboolean
has_texts (const Options *o)
{
  return o->gap_action != NULL || o->note != NULL || o->synonyms != NULL || o->interviews != NULL ||
         o->ads != NULL || o->group != NULL || o->title != NULL;
}

/* Sets the score and the target that were said. */
static gboolean
set_numbers (WayCli *cli, gint64 id, const char *score_text, const Options *o, GError **error)
{
  int score = WAY_SKILL_BLANK, target = WAY_SKILL_BLANK;
  WayDate date;

  if (!way_cli_parse_day (cli, o->date, &date, error) ||
      (score_text != NULL && !read_score (score_text, &score, error)) ||
      (o->target != NULL && !read_score (o->target, &target, error)))
    return FALSE;
  return (score_text == NULL ||
          way_skill_set_score (cli->store, id, o->by, score, date, cli->now_utc, error)) &&
         (o->target == NULL ||
          way_skill_set_target (cli->store, id, target, date, cli->now_utc, error));
}

static gboolean
set_all (WayCli *cli, const WaySkill *skill, const char *score, const Options *o, GError **error)
{
  g_autofree char *synonyms = NULL;
  WaySkillTexts texts;

  return make_texts (o, skill, &texts, &synonyms, error) &&
         (!has_texts (o) ||
          way_skill_change (cli->store, skill->id, &texts, cli->now_utc, error)) &&
         set_numbers (cli, skill->id, score, o, error);
}

static int
run_set (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  g_autoptr (WayMatrix) matrix = NULL;
  GError *error = NULL;
  int code = parse (cli, command, &o, &argc, &argv);

  if (code >= 0)
    return code;
  const char *score = argc > 2 ? argv[2] : NULL;
  int said = (score != NULL) + (o.target != NULL) + has_texts (&o);
  if (argc < 2 || argc > 3 || said == 0)
    return way_cli_usage (_ ("Usage: waymark-cli %s %s"), command->name, command->usage);
  if (o.by != NULL && score == NULL)
    return way_cli_usage (_ ("--by says who gave a score: say the score too."));
  const WaySkill *skill = way_cli_open_skill (cli, argv[1], &matrix, &code);
  if (skill == NULL)
    return code;
  /* What is said at once is one action; one thing alone has a name of its own. */
  if (said > 1 && !way_store_begin (cli->store, _ ("Change Skill"), cli->now_utc, &error))
    return way_cli_fail (error);
  if (!set_all (cli, skill, score, &o, &error) ||
      (said > 1 && !way_store_commit (cli->store, &error)))
    {
      way_store_rollback (cli->store);
      return way_cli_fail (error);
    }
  return way_cli_print_skill (cli, skill->id);
}

static gboolean
add_all (WayCli *cli,
         const char *title,
         const char *score,
         const Options *o,
         gint64 *id,
         GError **error)
{
  g_autofree char *synonyms = NULL;
  WaySkillTexts texts;

  if (!make_texts (o, NULL, &texts, &synonyms, error))
    return FALSE;
  texts.title = title;
  return way_skill_add (cli->store, &texts, cli->now_utc, id, error) &&
         set_numbers (cli, *id, score, o, error);
}

static int
run_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  GError *error = NULL;
  gint64 id = 0;
  int code = parse (cli, command, &o, &argc, &argv);

  if (code >= 0)
    return code;
  if (argc < 2 || argc > 3)
    return way_cli_usage (_ ("Usage: waymark-cli %s %s"), command->name, command->usage);
  if (o.title != NULL)
    return way_cli_usage (_ ("The title of a new skill is said without --title."));
  if (o.by != NULL && argc < 3)
    return way_cli_usage (_ ("--by says who gave a score: say the score too."));
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_store_begin (cli->store, _ ("Add Skill"), cli->now_utc, &error))
    return way_cli_fail (error);
  if (!add_all (cli, argv[1], argc > 2 ? argv[2] : NULL, &o, &id, &error) ||
      !way_store_commit (cli->store, &error))
    {
      way_store_rollback (cli->store);
      return way_cli_fail (error);
    }
  return way_cli_print_skill (cli, id);
}

static int
run_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autoptr (WayMatrix) matrix = NULL;
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  const WaySkill *skill = way_cli_open_skill (cli, argv[1], &matrix, &code);
  if (skill == NULL)
    return code;
  if (!way_skill_remove (cli->store, skill->id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

static int
run_gap (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  g_autoptr (WayMatrix) matrix = way_cli_load_matrix (cli, way_cli_today (cli), &code);
  if (matrix == NULL)
    return code;
  way_cli_print_gaps (cli, matrix);
  return WAY_EXIT_DONE;
}

static int
run_history (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autoptr (WayMatrix) matrix = NULL;
  GError *error = NULL;
  int code = way_cli_parse (cli, command, NULL, -1, &argc, &argv);
  const WaySkill *skill = NULL;

  if (code >= 0)
    return code;
  if (argc > 2)
    return way_cli_usage (_ ("Usage: waymark-cli %s %s"), command->name, command->usage);
  if (argc == 2 && (skill = way_cli_open_skill (cli, argv[1], &matrix, &code)) == NULL)
    return code;
  if (argc == 1 && !way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (argc == 1 && (matrix = way_cli_load_matrix (cli, way_cli_today (cli), &code)) == NULL)
    return code;
  g_autoptr (GPtrArray) events =
      way_skill_history (cli->store, skill != NULL ? skill->id : 0, &error);
  if (events == NULL)
    return way_cli_fail (error);
  way_cli_print_skill_history (cli, matrix, events);
  return WAY_EXIT_DONE;
}

const WayCommand way_skill_commands[] = {
  { "skill list", "[--date DATE]", N_ ("print the skill matrix"),
    "  waymark-cli skill list\n  waymark-cli skill list --date 2027-03-31\n", run_list },
  { "skill set", "SKILL [SCORE|blank] [OPTIONS]", N_ ("score a skill, or say more of it"),
    "  waymark-cli skill set Kafka 3 --target 4\n"
    "  waymark-cli skill set Kafka 4 --by Ana --date 2027-03-31\n"
    "  waymark-cli skill set Kafka --interviews 40 --ads count --synonyms \"event bus, event "
    "streaming\"\n",
    run_set },
  { "skill add", "TITLE [SCORE|blank] [OPTIONS]", N_ ("add a skill of your own"),
    "  waymark-cli skill add Rust 2 --target 4 --group Languages\n", run_add },
  { "skill remove", "SKILL", N_ ("remove a skill of your own"), "  waymark-cli skill remove Rust\n",
    run_remove },
  { "skill gap", "", N_ ("print the gaps, the one that matters most first"),
    "  waymark-cli skill gap\n", run_gap },
  { "skill history", "[SKILL]", N_ ("print what was scored when"),
    "  waymark-cli skill history Kafka\n", run_history },
  { 0 },
};
