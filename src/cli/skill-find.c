/* Which skill is meant. */
#include "cli/skill.h"
#include "core/base/error.h"

#include <glib/gi18n.h>

WayMatrix *
way_cli_load_matrix (WayCli *cli, WayDate date, int *code)
{
  GError *error = NULL;
  WayMatrix *matrix = way_matrix_load (cli->store, date, &error);

  if (matrix == NULL)
    *code = way_cli_fail (error);
  return matrix;
}

static gboolean
is_named (const WaySkill *skill, const char *name)
{
  g_autofree char *a = g_utf8_casefold (skill->title, -1);
  g_autofree char *b = g_utf8_casefold (name, -1);

  return g_str_equal (a, b);
}

static void
add_line (GString *lines, const WaySkill *skill)
{
  g_string_append_printf (lines, "\n  %" G_GINT64_FORMAT "  %s (%s)", skill->id, skill->title,
                          skill->group);
}

const WaySkill *
way_cli_find_skill (const WayMatrix *matrix, const char *name, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) same = g_string_new (NULL);
  const WaySkill *found = NULL;
  guint n = 0;

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *it = g_ptr_array_index (matrix->skills, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, it->id);
      if (g_str_equal (number, name))
        return it;
      add_line (all, it);
      if (!g_str_equal (it->key, name) && !is_named (it, name))
        continue;
      add_line (same, it);
      found = it;
      n++;
    }
  if (n == 1)
    return found;
  if (n == 0)
    /* Translators: behind it comes a list of numbers and titles. */
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no skill “%s”. There are, by number:%s"), name,
                 all->len > 0 ? all->str : " –");
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("There are several skills “%s”. Say which one by its number:%s"), name,
                 same->str);
  return NULL;
}

const WaySkill *
way_cli_open_skill (WayCli *cli, const char *name, WayMatrix **matrix, int *code)
{
  GError *error = NULL;

  *code = WAY_EXIT_DATA;
  if (!way_cli_open (cli))
    return NULL;
  *matrix = way_cli_load_matrix (cli, way_cli_today (cli), code);
  if (*matrix == NULL)
    return NULL;
  const WaySkill *skill = way_cli_find_skill (*matrix, name, &error);
  if (skill == NULL)
    *code = way_cli_fail (error);
  return skill;
}

gboolean
way_cli_parse_day (WayCli *cli, const char *text, WayDate *date, GError **error)
{
  *date = way_cli_today (cli);
  return text == NULL || way_date_parse (text, *date, date, error);
}
