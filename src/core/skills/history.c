#include "core/skills/history.h"

#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

static void
free_event (gpointer data)
{
  WaySkillEvent *event = data;

  g_free (event->rater);
  g_free (event->role);
  g_free (event->band);
  g_free (event);
}

GPtrArray *
way_skill_history (WayStore *store, gint64 skill_id, GError **error)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (free_event);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT skill_id, 0, rater, '', '', score, set_date, set_utc, id FROM skill_score "
             "WHERE ?1 IN (0, skill_id) UNION ALL "
             "SELECT skill_id, 1, '', role, band, target, set_date, set_utc, id FROM skill_target "
             "WHERE ?1 IN (0, skill_id) ORDER BY 7, 8, 2, 9");

  way_statement_bind (s, "i", skill_id);
  while (way_statement_step (s))
    {
      WaySkillEvent *event = g_new0 (WaySkillEvent, 1);
      g_ptr_array_add (events, event);
      event->skill_id = way_statement_int (s, 0);
      event->is_target = way_statement_int (s, 1) != 0;
      event->rater = g_strdup (way_statement_text (s, 2));
      event->role = g_strdup (way_statement_text (s, 3));
      event->band = g_strdup (way_statement_text (s, 4));
      event->value = (int) way_statement_int (s, 5);
      event->date = way_statement_date (s, 6);
      event->set_utc = way_statement_int (s, 7);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&events) : NULL;
}

static GArray *
points_of (GHashTable *points, gint64 skill_id)
{
  GArray *array = g_hash_table_lookup (points, &skill_id);

  if (array == NULL)
    {
      array = g_array_new (FALSE, FALSE, sizeof (WaySkillPoint));
      g_hash_table_insert (points, g_memdup2 (&skill_id, sizeof skill_id), array);
    }
  return array;
}

GHashTable *
way_skill_points (WayStore *store, GError **error)
{
  g_autoptr (GHashTable) points =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT skill_id, set_date, score FROM skill_score "
                                "WHERE rater = '' ORDER BY skill_id, set_date, set_utc, id");

  while (way_statement_step (s))
    {
      GArray *of_skill = points_of (points, way_statement_int (s, 0));
      WaySkillPoint point = { way_statement_date (s, 1), (int) way_statement_int (s, 2) };
      guint n = of_skill->len;
      if (n > 0 && g_array_index (of_skill, WaySkillPoint, n - 1).date == point.date)
        g_array_set_size (of_skill, n - 1);
      g_array_append_val (of_skill, point);
    }
  return way_statement_finish (s, error) ? g_steal_pointer (&points) : NULL;
}

static WayDate
quarter_end (WayDate date)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  return way_date_add_months (way_date_from_ymd (year, (month - 1) / 3 * 3 + 1, 1), 3) - 1;
}

GArray *
way_skill_quarters (WayStore *store, WayDate today, GError **error)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (WayDate));
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT min (set_date) FROM skill_score WHERE set_date <= ?1");
  WayDate first = WAY_DATE_NONE;

  way_statement_bind (s, "i", (gint64) today);
  if (way_statement_step (s))
    first = way_statement_date (s, 0);
  if (!way_statement_finish (s, error))
    return NULL;
  if (first == WAY_DATE_NONE)
    return g_steal_pointer (&days);
  for (WayDate end = quarter_end (first); end < today; end = quarter_end (end + 1))
    g_array_append_val (days, end);
  g_array_append_val (days, today);
  return g_steal_pointer (&days);
}

char *
way_skill_quarter_label (WayDate date)
{
  int year, month, day;

  way_date_to_ymd (date, &year, &month, &day);
  /* Translators: a quarter of a year and the year: "Q1 2027". */
  return g_strdup_printf (_ ("Q%d %d"), (month - 1) / 3 + 1, year);
}
