/* The skill matrix, its gaps and its history as text and as JSON. */
#include "cli/skill.h"
#include "core/skills/gaps.h"
#include "core/skills/history.h"

#include <glib/gi18n.h>
#include <math.h>

#define TITLE_COLUMN 32

static const char *const kind_words[] = { "area", "skill", "own" };
static const char *const proof_words[] = { "none", "self", "practised", "shown", "confirmed" };

void
way_cli_json_score (JsonBuilder *b, const char *name, int score)
{
  json_builder_set_member_name (b, name);
  if (score == WAY_SKILL_BLANK)
    json_builder_add_null_value (b);
  else
    json_builder_add_int_value (b, score);
}

static void
json_percent (JsonBuilder *b, const char *name, int percent)
{
  way_cli_json_number (b, name, percent == WAY_SKILL_UNKNOWN ? NAN : percent, 0);
}

static void
json_ratings (JsonBuilder *b, const WaySkill *skill)
{
  json_builder_set_member_name (b, "ratings");
  json_builder_begin_array (b);
  for (guint i = 0; i < skill->ratings->len; i++)
    {
      const WaySkillRating *it = g_ptr_array_index (skill->ratings, i);
      int difference = 0;
      gboolean known = way_skill_difference (skill, it, &difference);
      json_builder_begin_object (b);
      way_cli_json_string (b, "rater", it->rater);
      way_cli_json_int (b, "score", it->score);
      way_cli_json_date (b, "date", it->date);
      way_cli_json_number (b, "difference", known ? difference : NAN, 0);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static void
json_synonyms (JsonBuilder *b, const WaySkill *skill)
{
  g_auto (GStrv) synonyms = g_strsplit (skill->synonyms, "\n", -1);

  json_builder_set_member_name (b, "synonyms");
  json_builder_begin_array (b);
  for (char **it = synonyms; *it != NULL; it++)
    json_builder_add_string_value (b, *it);
  json_builder_end_array (b);
}

static void
skill_to_json (JsonBuilder *b, const WaySkill *skill)
{
  int gap = 0;
  gboolean has_gap = way_skill_gap (skill, &gap);

  json_builder_begin_object (b);
  way_cli_json_int (b, "id", skill->id);
  way_cli_json_string (b, "key", skill->key);
  way_cli_json_string (b, "title", skill->title);
  way_cli_json_string (b, "kind", kind_words[skill->kind]);
  way_cli_json_string (b, "group", skill->group);
  way_cli_json_score (b, "score", skill->score);
  way_cli_json_date (b, "score_date", skill->score_date);
  way_cli_json_bool (b, "stale", skill->stale);
  way_cli_json_string (b, "proof", proof_words[skill->proof]);
  way_cli_json_score (b, "target", skill->target);
  way_cli_json_number (b, "gap", has_gap ? gap : NAN, 0);
  way_cli_json_string (b, "gap_action", skill->gap_action);
  way_cli_json_string (b, "detail", skill->detail);
  way_cli_json_string (b, "note", skill->note);
  json_synonyms (b, skill);
  json_percent (b, "interview_percent", skill->interview_percent);
  json_percent (b, "ad_percent", way_skill_ad_percent (skill));
  way_cli_json_bool (b, "ad_percent_typed", skill->ad_percent_typed != WAY_SKILL_UNKNOWN);
  way_cli_json_int (b, "ad_count", skill->ad_count);
  way_cli_json_int (b, "ads", skill->n_ads);
  json_ratings (b, skill);
  json_builder_end_object (b);
}

static void
print_matrix_json (const WayMatrix *matrix)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  guint scored;
  double mean = way_matrix_mean (matrix, &scored);

  json_builder_begin_object (b);
  way_cli_json_date (b, "date", matrix->date);
  way_cli_json_string (b, "role", matrix->role);
  way_cli_json_string (b, "band", matrix->band);
  way_cli_json_number (b, "mean", mean, 4);
  way_cli_json_int (b, "scored", scored);
  json_builder_set_member_name (b, "skills");
  json_builder_begin_array (b);
  for (guint i = 0; i < matrix->skills->len; i++)
    skill_to_json (b, g_ptr_array_index (matrix->skills, i));
  json_builder_end_array (b);
  json_builder_end_object (b);
  way_cli_print_json (b);
}

/* Blank is a dash, never 0 (transfer full). */
static char *
score_text (int score)
{
  return score != WAY_SKILL_BLANK ? g_strdup_printf ("%d", score) : g_strdup ("–");
}

static void
say_skill (const WayCli *cli, const WaySkill *skill)
{
  g_autofree char *score = score_text (skill->score);
  g_autofree char *target = score_text (skill->target);
  g_autofree char *gap_text = NULL;
  int room = MAX (0, TITLE_COLUMN - (int) g_utf8_strlen (skill->title, -1)), gap;

  if (way_skill_gap (skill, &gap))
    /* Translators: target − score of a skill */
    gap_text = g_strdup_printf (_ ("gap %d"), gap);
  way_cli_say (cli, "  %4" G_GINT64_FORMAT "  %s%*s %s → %s%s%s%s%s", skill->id, skill->title, room,
               "", score, target, gap_text != NULL ? "  " : "", gap_text != NULL ? gap_text : "",
               skill->stale ? "  " : "", skill->stale ? _ ("stale") : "");
}

void
way_cli_print_matrix (WayCli *cli, const WayMatrix *matrix)
{
  const char *group = NULL;
  guint scored;
  double mean = way_matrix_mean (matrix, &scored);

  if (cli->json)
    {
      print_matrix_json (matrix);
      return;
    }
  if (matrix->skills->len == 0)
    way_cli_say (cli, _ ("No skills yet. “waymark-cli skill add” takes one in."));
  else if (*matrix->role_title != '\0' && *matrix->band_title != '\0')
    /* Translators: a role, and years of experience */
    way_cli_say (cli, _ ("Targets for %s, %s years"), matrix->role_title, matrix->band_title);
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      if (g_strcmp0 (group, skill->group) != 0)
        way_cli_say (cli, "%s", group = skill->group);
      say_skill (cli, skill);
    }
  if (scored > 0)
    /* Translators: a mean, how many skills have a score, and how many skills there are */
    way_cli_say (cli, _ ("Mean %.1f of %u scored skills of %u"), mean, scored, matrix->skills->len);
}

static void
say_details (const WayCli *cli, const WaySkill *skill)
{
  say_skill (cli, skill);
  for (guint i = 0; i < skill->ratings->len; i++)
    {
      const WaySkillRating *it = g_ptr_array_index (skill->ratings, i);
      g_autofree char *day = way_date_to_iso (it->date);
      /* Translators: who gave a score, the score, and the day */
      way_cli_say (cli, _ ("        %s: %d (%s)"), it->rater, it->score, day);
    }
  if (*skill->gap_action != '\0')
    way_cli_say (cli, "        %s", skill->gap_action);
}

int
way_cli_print_skill (WayCli *cli, gint64 skill_id)
{
  int code = WAY_EXIT_DONE;
  g_autoptr (WayMatrix) matrix = way_cli_load_matrix (cli, way_cli_today (cli), &code);
  const WaySkill *skill = matrix != NULL ? way_matrix_find (matrix, skill_id) : NULL;

  if (skill == NULL)
    return code;
  if (cli->json)
    {
      g_autoptr (JsonBuilder) b = json_builder_new ();
      skill_to_json (b, skill);
      way_cli_print_json (b);
    }
  say_details (cli, skill);
  return code;
}

static void
gap_to_json (JsonBuilder *b, const WaySkillGap *gap, guint rank, const char *arithmetic)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "rank", rank);
  way_cli_json_int (b, "id", gap->skill->id);
  way_cli_json_string (b, "title", gap->skill->title);
  way_cli_json_int (b, "gap", gap->gap);
  json_percent (b, "interview_percent", gap->interview_percent);
  json_percent (b, "ad_percent", gap->ad_percent);
  way_cli_json_number (b, "priority", gap->priority, 4);
  way_cli_json_string (b, "arithmetic", arithmetic);
  way_cli_json_string (b, "gap_action", gap->skill->gap_action);
  json_builder_end_object (b);
}

void
way_cli_print_gaps (WayCli *cli, const WayMatrix *matrix)
{
  g_autoptr (GArray) gaps = way_skill_gaps (matrix);
  g_autoptr (JsonBuilder) b = json_builder_new ();

  json_builder_begin_object (b);
  json_builder_set_member_name (b, "gaps");
  json_builder_begin_array (b);
  if (gaps->len == 0)
    way_cli_say (cli, _ ("No gaps: a skill needs a score below its target for one."));
  for (guint i = 0; i < gaps->len; i++)
    {
      const WaySkillGap *gap = &g_array_index (gaps, WaySkillGap, i);
      g_autofree char *arithmetic = way_skill_gap_arithmetic (gap);
      way_cli_say (cli, "%3u. %s: %s", i + 1, gap->skill->title, arithmetic);
      if (*gap->skill->gap_action != '\0')
        way_cli_say (cli, "     %s", gap->skill->gap_action);
      gap_to_json (b, gap, i + 1, arithmetic);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (cli->json)
    way_cli_print_json (b);
}

static void
say_event (const WayCli *cli, const WaySkillEvent *event, const char *title)
{
  g_autofree char *day = way_date_to_iso (event->date);
  g_autofree char *value = score_text (event->value);

  if (event->is_target && *event->role == '\0' && *event->band == '\0')
    /* Translators: a day, the title of a skill, and a number */
    way_cli_say (cli, _ ("%s  %s: target %s"), day, title, value);
  else if (event->is_target)
    /* Translators: a day, the title of a skill, a number, the keys of a role and of a band of years */
    way_cli_say (cli, _ ("%s  %s: target %s (%s %s)"), day, title, value, event->role, event->band);
  else if (*event->rater == '\0')
    /* Translators: a day, the title of a skill, and a number */
    way_cli_say (cli, _ ("%s  %s: score %s"), day, title, value);
  else
    /* Translators: a day, the title of a skill, a number, and who gave it */
    way_cli_say (cli, _ ("%s  %s: score %s by %s"), day, title, value, event->rater);
}

static void
event_to_json (JsonBuilder *b, const WaySkillEvent *event, const char *title)
{
  json_builder_begin_object (b);
  way_cli_json_int (b, "skill", event->skill_id);
  way_cli_json_string (b, "title", title);
  way_cli_json_string (b, "what", event->is_target ? "target" : "score");
  way_cli_json_score (b, "value", event->value);
  way_cli_json_date (b, "date", event->date);
  way_cli_json_instant (b, "set", event->set_utc);
  way_cli_json_string (b, "rater", event->rater);
  way_cli_json_string (b, "role", event->role);
  way_cli_json_string (b, "band", event->band);
  json_builder_end_object (b);
}

void
way_cli_print_skill_history (WayCli *cli, const WayMatrix *matrix, const GPtrArray *events)
{
  g_autoptr (JsonBuilder) b = json_builder_new ();
  guint shown = 0;

  json_builder_begin_object (b);
  json_builder_set_member_name (b, "events");
  json_builder_begin_array (b);
  for (guint i = 0; i < events->len; i++)
    {
      const WaySkillEvent *event = g_ptr_array_index (events, i);
      const WaySkill *skill = way_matrix_find (matrix, event->skill_id);
      if (skill == NULL)
        continue;
      say_event (cli, event, skill->title);
      event_to_json (b, event, skill->title);
      shown++;
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  if (shown == 0)
    way_cli_say (cli, _ ("Nothing was scored yet. “waymark-cli skill set” does."));
  if (cli->json)
    way_cli_print_json (b);
}
