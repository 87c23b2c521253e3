/* What shows that a score is right, and the job descriptions that skills are counted in. */
#include "cli/skill.h"
#include "core/base/error.h"
#include "core/skills/evidence.h"
#include "core/skills/job-ads.h"

#include <glib/gi18n.h>

#define MOST_AD_BYTES (1024 * 1024)

static void
evidence_to_json (JsonBuilder *b, const WayEvidence *it)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "id", it->id);
  way_cli_json_string (b, "kind", way_evidence_kind_to_string (it->kind));
  way_cli_json_string (b, "title", it->title);
  way_cli_json_string (b, "link", it->link);
  way_cli_json_string (b, "by", it->given_by);
  way_cli_json_score (b, "rating", it->rating);
  way_cli_json_date (b, "made", it->made_date);
  json_builder_end_object (b);
}

static void
say_evidence (const WayCli *cli, const WayEvidence *it)
{
  g_autofree char *day = way_date_to_iso (it->made_date);
  g_autofree char *rating = it->rating > 0 ? g_strdup_printf ("  %d/5", it->rating) : g_strdup ("");

  way_cli_say (cli, "  %" G_GINT64_FORMAT "  %s  %-10s  %s%s%s%s%s%s", it->id, day,
               way_evidence_kind_to_string (it->kind), it->title, rating,
               *it->given_by != '\0' ? "  " : "", it->given_by, *it->link != '\0' ? "  " : "",
               it->link);
}

static int
print_evidence (WayCli *cli, gint64 skill_id)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) list = way_evidence_list (cli->store, skill_id, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (list == NULL)
    return way_cli_fail (error);
  if (list->len == 0)
    way_cli_say (cli, _ ("No evidence yet. “waymark-cli skill evidence add” takes some in."));
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "evidence");
  json_builder_begin_array (b);
  for (guint i = 0; i < list->len; i++)
    {
      say_evidence (cli, g_ptr_array_index (list, i));
      evidence_to_json (b, g_ptr_array_index (list, i));
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  return WAY_EXIT_DONE;
}

/* What is said of evidence on the command line; %NULL: nothing. */
typedef struct
{
  char *kind, *title, *link, *by, *date;
  int rating, artifact;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->kind);
  g_free (o->title);
  g_free (o->link);
  g_free (o->by);
  g_free (o->date);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_evidence (WayCli *cli, gint64 skill_id, const Options *o, GError **error)
{
  WayEvidence evidence = { .skill_id = skill_id,
                           .title = o->title,
                           .link = o->link,
                           .given_by = o->by,
                           .rating = o->rating,
                           .artifact_id = o->artifact };

  return way_evidence_kind_parse (o->kind, &evidence.kind, error) &&
         way_cli_parse_day (cli, o->date, &evidence.made_date, error) &&
         way_evidence_add (cli->store, &evidence, cli->now_utc, NULL, error);
}

static int
run_evidence_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_auto (Options) o = { 0 };
  g_autoptr (WayMatrix) matrix = NULL;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &o.kind, N_ ("artifact, drill, mock or feedback"),
      "KIND" },
    { "title", 0, 0, G_OPTION_ARG_STRING, &o.title, N_ ("What it is"), "TEXT" },
    { "link", 0, 0, G_OPTION_ARG_STRING, &o.link, N_ ("Its address, or its path"), "LINK" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &o.by, N_ ("Who gave the feedback, or led the interview"),
      "NAME" },
    { "rating", 0, 0, G_OPTION_ARG_INT, &o.rating, N_ ("Of a mock interview: 1 to 5"), "N" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &o.date, N_ ("The day it is of (today)"), "DATE" },
    { "artifact", 0, 0, G_OPTION_ARG_INT, &o.artifact,
      N_ ("An artifact of the roadmap, by its number, instead of a title"), "NUMBER" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  if (o.kind == NULL || (o.title == NULL) == (o.artifact == 0))
    return way_cli_usage (_ ("Say --kind, and either --title or --artifact."));
  const WaySkill *skill = way_cli_open_skill (cli, argv[1], &matrix, &code);
  if (skill == NULL)
    return code;
  return add_evidence (cli, skill->id, &o, &error) ? print_evidence (cli, skill->id)
                                                   : way_cli_fail (error);
}

static int
run_evidence_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autoptr (WayMatrix) matrix = NULL;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0)
    return code;
  const WaySkill *skill = way_cli_open_skill (cli, argv[1], &matrix, &code);
  return skill != NULL ? print_evidence (cli, skill->id) : code;
}

/* Removes what the number says, by @remove. */
static int
run_removal (WayCli *cli,
             const WayCommand *command,
             gboolean (*remove) (WayStore *, gint64, gint64, GError **),
             int argc,
             char **argv)
{
  GError *error = NULL;
  gint64 id;
  int code = way_cli_parse (cli, command, NULL, 1, &argc, &argv);

  if (code >= 0 || !way_cli_parse_id (argv[1], &id, &code))
    return code;
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!remove (cli->store, id, cli->now_utc, &error))
    return way_cli_fail (error);
  way_cli_say (cli, _ ("Removed. “waymark-cli undo” brings it back."));
  return WAY_EXIT_DONE;
}

static int
run_evidence_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  return run_removal (cli, command, way_evidence_remove, argc, argv);
}

/* The titles of the skills that @text names, each once (transfer full). */
static GPtrArray *
named_skills (const WayMatrix *matrix, const char *text)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) mentions = way_mentions_find (text, matrix->skills);

  for (guint i = 0; i < mentions->len; i++)
    {
      gint64 id = g_array_index (mentions, WayMention, i).skill_id;
      const char *title = way_matrix_find (matrix, id)->title;
      if (!g_ptr_array_find_with_equal_func (titles, title, g_str_equal, NULL))
        g_ptr_array_add (titles, g_strdup (title));
    }
  return titles;
}

static void
print_ad (const WayCli *cli, JsonBuilder *b, const WayJobAd *ad, const WayMatrix *matrix)
{
  g_autoptr (GPtrArray) titles = named_skills (matrix, ad->text);
  g_autofree char *day = way_date_to_iso (ad->added_date);
  g_autoptr (GString) line = g_string_new (NULL);

  json_builder_begin_object (b);
  way_cli_json_int (b, "id", ad->id);
  way_cli_json_string (b, "title", ad->title);
  way_cli_json_date (b, "added", ad->added_date);
  json_builder_set_member_name (b, "skills");
  json_builder_begin_array (b);
  for (guint i = 0; i < titles->len; i++)
    {
      const char *title = g_ptr_array_index (titles, i);
      g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", title);
      json_builder_add_string_value (b, title);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  way_cli_say (cli, "  %" G_GINT64_FORMAT "  %s  %s", ad->id, day, ad->title);
  if (line->len > 0)
    /* Translators: skills that a job description names, with commas between */
    way_cli_say (cli, _ ("        names %s"), line->str);
}

/* All job descriptions, or that one. */
static int
print_ads (WayCli *cli, gint64 id)
{
  GError *error = NULL;
  int code = WAY_EXIT_DONE;
  g_autoptr (GPtrArray) ads = way_job_ads_list (cli->store, &error);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  if (ads == NULL)
    return way_cli_fail (error);
  g_autoptr (WayMatrix) matrix = way_cli_load_matrix (cli, way_cli_today (cli), &code);
  if (matrix == NULL)
    return code;
  if (ads->len == 0)
    way_cli_say (cli, _ ("No job descriptions yet. “waymark-cli skill ad add” takes one in."));
  json_builder_begin_object (b);
  json_builder_set_member_name (b, "ads");
  json_builder_begin_array (b);
  for (guint i = 0; i < ads->len; i++)
    {
      const WayJobAd *ad = g_ptr_array_index (ads, i);
      if (id == 0 || ad->id == id)
        print_ad (cli, b, ad, matrix);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
  return code;
}

static int
run_ad_add (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  g_autofree char *title = NULL;
  GError *error = NULL;
  gint64 id = 0;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("Its title (its first line)"), "TEXT" },
    G_OPTION_ENTRY_NULL,
  };
  int code = way_cli_parse (cli, command, entries, 1, &argc, &argv);

  if (code >= 0)
    return code;
  g_autoptr (GBytes) bytes = way_cli_read_input (argv[1], MOST_AD_BYTES, &error);
  if (bytes == NULL)
    return way_cli_fail (error);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  /* Also refuses a zero byte, behind which nothing would be read. */
  if (length > 0 && !g_utf8_validate_len (data, length, NULL))
    return way_cli_fail (g_error_new (WAY_ERROR, WAY_ERROR_INVALID,
                                      _ ("%s is no text in UTF-8. Save the job description as "
                                         "text."),
                                      argv[1]));
  g_autofree char *text = g_strndup (length > 0 ? data : "", length);
  if (!way_cli_open (cli))
    return WAY_EXIT_DATA;
  if (!way_job_ad_add (cli->store, title, text, way_cli_today (cli), cli->now_utc, &id, &error))
    return way_cli_fail (error);
  return print_ads (cli, id);
}

static int
run_ad_list (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  int code = way_cli_parse (cli, command, NULL, 0, &argc, &argv);

  if (code >= 0)
    return code;
  return way_cli_open (cli) ? print_ads (cli, 0) : WAY_EXIT_DATA;
}

static int
run_ad_remove (WayCli *cli, const WayCommand *command, int argc, char **argv)
{
  return run_removal (cli, command, way_job_ad_remove, argc, argv);
}

const WayCommand way_skill_evidence_commands[] = {
  { "skill evidence add", "SKILL --kind KIND --title TEXT",
    N_ ("note what shows that a score is right"),
    "  waymark-cli skill evidence add Kafka --kind mock --title \"Mock interview 3\" --by Ana "
    "--rating 4\n  waymark-cli skill evidence add Kafka --kind artifact --artifact 2\n",
    run_evidence_add },
  { "skill evidence list", "SKILL", N_ ("list the evidence of a skill"),
    "  waymark-cli skill evidence list Kafka\n", run_evidence_list },
  { "skill evidence remove", "NUMBER", N_ ("remove evidence"),
    "  waymark-cli skill evidence remove 2\n", run_evidence_remove },
  { "skill ad add", "FILE",
    N_ ("take in a job description, and count the skills it names; - reads standard input"),
    "  waymark-cli skill ad add backend-engineer.txt\n", run_ad_add },
  { "skill ad list", "", N_ ("list the job descriptions with the skills they name"),
    "  waymark-cli skill ad list\n", run_ad_list },
  { "skill ad remove", "NUMBER", N_ ("remove a job description"),
    "  waymark-cli skill ad remove 2\n", run_ad_remove },
  { 0 },
};
