/* The rules that each followed guide gives reason for, run over its data. */
#include "core/review/checks.h"
#include "core/store/statement.h"

static void
finding_free (gpointer data)
{
  WayFinding *finding = data;

  g_free (finding->guide_slug);
  g_free (finding->guide_title);
  g_free (finding->source);
  g_free (finding->text);
  g_free (finding);
}

void
way_checks_free (WayChecks *checks)
{
  if (checks == NULL)
    return;
  g_ptr_array_unref (checks->findings);
  g_ptr_array_unref (checks->unchecked);
  g_free (checks);
}

/* Takes what the guide says in the row of @s; the first words about a rule are its source. */
static void
take_item (WayChecks *checks, WayStatement *s, const WayCheckFacts *facts, gboolean *seen)
{
  const char *title = way_statement_text (s, 5);
  WayCheck check = way_check_for (title);
  WayRemedy remedy = WAY_REMEDY_ROADMAP;

  if (check == WAY_CHECK_NONE)
    {
      if (g_str_equal (way_statement_text (s, 3), "mistake"))
        g_ptr_array_add (checks->unchecked, g_strdup (title));
      return;
    }
  g_autofree char *text = !seen[check] ? way_check_run (check, facts, &remedy) : NULL;
  seen[check] = TRUE;
  if (text == NULL)
    return;
  WayFinding *finding = g_new0 (WayFinding, 1);
  finding->check = check;
  finding->guide_id = way_statement_int (s, 0);
  finding->guide_slug = g_strdup (way_statement_text (s, 1));
  finding->guide_title = g_strdup (way_statement_text (s, 2));
  finding->source = g_strdup (title);
  finding->line = (int) way_statement_int (s, 4);
  finding->text = g_steal_pointer (&text);
  finding->remedy = remedy;
  g_ptr_array_add (checks->findings, finding);
}

static gboolean
check_guide (WayChecks *checks,
             WayStore *store,
             const WayRoadmap *roadmap,
             gint64 guide_id,
             WayZone *zone,
             gint64 now_utc,
             GError **error)
{
  WayCheckFacts facts;
  gboolean seen[WAY_CHECK_N] = { FALSE };
  gboolean ok = way_check_facts_load (&facts, store, roadmap, guide_id, zone, now_utc, error);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT g.id, g.slug, g.title, i.kind, i.line, i.title FROM guide_item i "
             "JOIN guide g ON g.id = i.guide_id WHERE i.guide_id = ?1 "
             "AND i.kind IN ('mistake', 'practice', 'practice-reason') ORDER BY "
             "CASE i.kind WHEN 'mistake' THEN 1 WHEN 'practice' THEN 2 ELSE 3 END, i.position");

  way_statement_bind (s, "i", guide_id);
  while (ok && way_statement_step (s))
    take_item (checks, s, &facts, seen);
  ok = ok && way_statement_finish (s, error);
  way_check_facts_clear (&facts);
  return ok;
}

WayChecks *
way_checks_load (WayStore *store,
                 const WayRoadmap *roadmap,
                 WayZone *zone,
                 gint64 now_utc,
                 GError **error)
{
  g_autoptr (WayChecks) checks = g_new0 (WayChecks, 1);
  g_autoptr (GArray) guides = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT f.guide_id FROM plan_guide f JOIN guide g "
                                "ON g.id = f.guide_id, plan ORDER BY g.slug");

  checks->findings = g_ptr_array_new_with_free_func (finding_free);
  checks->unchecked = g_ptr_array_new_with_free_func (g_free);
  while (way_statement_step (s))
    {
      gint64 id = way_statement_int (s, 0);
      g_array_append_val (guides, id);
    }
  if (!way_statement_finish (s, error))
    return NULL;
  for (guint i = 0; i < guides->len; i++)
    if (!check_guide (checks, store, roadmap, g_array_index (guides, gint64, i), zone, now_utc,
                      error))
      return NULL;
  return g_steal_pointer (&checks);
}
