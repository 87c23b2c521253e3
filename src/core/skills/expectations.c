/* What guides expect of juniors and seniors. */
#include "core/skills/private.h"
#include "core/store/statement.h"

static void
free_expectation (gpointer data)
{
  WaySkillExpectation *it = data;

  g_free (it->title);
  g_free (it->junior);
  g_free (it->senior);
  g_free (it);
}

static void
add (GPtrArray *to, WayStatement *s)
{
  WaySkillExpectation *it = g_new0 (WaySkillExpectation, 1);

  it->title = g_strdup (way_statement_text (s, 1));
  it->junior = g_strdup (way_statement_text (s, 2));
  it->senior = g_strdup (way_statement_text (s, 3));
  g_ptr_array_add (to, it);
}

GPtrArray *
way_skill_expectations (WayStore *store, const WaySkill *skill, GError **error)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new_with_free_func (free_expectation);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_expectation);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT i.guide_id, i.title, i.detail, i.extra FROM guide_item i "
             "JOIN guide g ON g.id = i.guide_id WHERE i.kind = 'expectation' "
             "AND (NOT EXISTS (SELECT 1 FROM plan) "
             "OR g.id IN (SELECT guide_id FROM plan_guide)) ORDER BY g.title, g.id, i.position");

  while (way_statement_step (s))
    {
      if (way_words_equal (way_statement_text (s, 1), skill->title))
        add (named, s);
      if (skill->guide_id == 0 || skill->guide_id == way_statement_int (s, 0))
        add (all, s);
    }
  if (!way_statement_finish (s, error))
    return NULL;
  return named->len > 0 ? g_steal_pointer (&named) : g_steal_pointer (&all);
}
