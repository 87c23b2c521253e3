#include "app/skills/skill-actions.h"

#include "app/session.h"
#include "app/skills/skill-words.h"
#include "app/widgets/outcome.h"
#include "core/base/error.h"
#include "core/skills/change.h"

#include <glib/gi18n.h>

static WayStore *
get_store (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "way-skill-store");
}

/* What is done is seen in the row that has the keyboard: only what went wrong is said. */
static void
tell_failure (GtkWidget *window, gboolean done, const GError *error)
{
  if (!done)
    way_tell_outcome (window, get_store (window), FALSE, NULL, error);
}

static void
on_score (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  gint64 id;
  int score;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xi)", &id, &score);
  gboolean done = way_skill_set_score (store, id, "", score, way_session_today (store),
                                       way_session_now (), &error);
  tell_failure (window, done, error);
}

static void
on_target (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  gint64 id;
  int target;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xi)", &id, &target);
  gboolean done = way_skill_set_target (store, id, target, way_session_today (store),
                                        way_session_now (), &error);
  tell_failure (window, done, error);
}

static void
on_rate (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *rater;
  gint64 id;
  int score, date;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&sii)", &id, &rater, &score, &date);
  gboolean done =
      way_skill_set_score (get_store (window), id, rater, score, date, way_session_now (), &error);
  way_tell_outcome (window, get_store (window), done,
                    score == WAY_SKILL_BLANK ? _ ("Score removed") : _ ("Score added"), error);
}

/* Puts @text in the place of what @texts says. */
static gboolean
set_text (WaySkillTexts *texts, const char *what, const char *text, GError **error)
{
  const struct
  {
    const char *what, **place;
  } places[] = {
    { "title", &texts->title },       { "group", &texts->group },
    { "note", &texts->note },         { "gap-action", &texts->gap_action },
    { "synonyms", &texts->synonyms },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (what, places[i].what))
      {
        *places[i].place = text;
        return TRUE;
      }
  return way_skill_words_read_percent (
      text, g_str_equal (what, "ads") ? &texts->ad_percent : &texts->interview_percent, error);
}

static gboolean
change (WayStore *store, gint64 id, const char *what, const char *text, GError **error)
{
  g_autoptr (WayMatrix) matrix = way_matrix_load (store, way_session_today (store), error);
  const WaySkill *skill = matrix != NULL ? way_matrix_find (matrix, id) : NULL;

  if (matrix == NULL)
    return FALSE;
  if (skill == NULL)
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                           _ ("This skill is not in the matrix any more."));
      return FALSE;
    }
  WaySkillTexts texts = { skill->title,           skill->own_group ? skill->group : "",
                          skill->gap_action,      skill->note,
                          skill->synonyms,        skill->interview_percent,
                          skill->ad_percent_typed };
  return set_text (&texts, what, text, error) &&
         way_skill_change (store, id, &texts, way_session_now (), error);
}

static void
on_set (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *what, *text;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s&s)", &id, &what, &text);
  gboolean done = change (get_store (window), id, what, text, &error);
  tell_failure (window, done, error);
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gint64 id, before;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xx)", &id, &before);
  gboolean done = way_skill_move (get_store (window), id, before, way_session_now (), &error);
  tell_failure (window, done, error);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;
  gboolean done = way_skill_remove (get_store (window), g_variant_get_int64 (parameter),
                                    way_session_now (), &error);

  way_tell_outcome (window, get_store (window), done, _ ("Skill removed"), error);
}

void
way_skill_actions_install (GtkWidget *window, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "score", on_score, "(xi)", NULL, NULL, { 0 } },
    { "target", on_target, "(xi)", NULL, NULL, { 0 } },
    { "rate", on_rate, "(xsii)", NULL, NULL, { 0 } },
    { "set", on_set, "(xss)", NULL, NULL, { 0 } },
    { "move", on_move, "(xx)", NULL, NULL, { 0 } },
    { "remove", on_remove, "x", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (window), "way-skill-store", g_object_ref (store),
                          g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "skill", G_ACTION_GROUP (group));
}
