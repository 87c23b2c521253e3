#include "app/skills/skill-events.h"

#include "app/format.h"
#include "app/skills/skill-words.h"

#include <glib/gi18n.h>

#define MOST_ROWS 12

/* "Score 3", "Target 4", "Ana: 3" */
static char *
describe (const WaySkillEvent *event)
{
  g_autofree char *value = way_skill_words_value (event->value);

  if (event->is_target)
    return g_strdup_printf (_ ("Target %s"), value);
  if (*event->rater == '\0')
    return g_strdup_printf (_ ("Score %s"), value);
  /* Translators: a person, and a score or "blank" */
  return g_strdup_printf (_ ("%s: %s"), event->rater, value);
}

/* Of a target: for whom it is, as the guide calls the role and the band. */
static char *
describe_day (const WaySkillEvent *event, WayDate today)
{
  g_autofree char *day = way_format_day_short (event->date, today);

  if (!event->is_target || (*event->role == '\0' && *event->band == '\0'))
    return g_steal_pointer (&day);
  if (*event->role != '\0' && *event->band != '\0')
    /* Translators: a day, a role, and a band of years */
    return g_strdup_printf (_ ("%s, for %s, %s"), day, event->role, event->band);
  /* Translators: a day, and a role or a band of years */
  return g_strdup_printf (_ ("%s, for %s"), day, *event->role != '\0' ? event->role : event->band);
}

void
way_skill_events_show (WayTextRows *rows, WayStore *store, gint64 skill_id, WayDate today)
{
  g_autoptr (GPtrArray) events = way_skill_history (store, skill_id, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) way_text_row_free);
  guint n = events != NULL ? events->len : 0;

  for (guint i = n; i-- > 0 && texts->len < MOST_ROWS;)
    {
      const WaySkillEvent *event = g_ptr_array_index (events, i);
      g_ptr_array_add (texts, way_text_row_new (describe (event), describe_day (event, today)));
    }
  if (n > MOST_ROWS)
    g_ptr_array_add (texts,
                     way_text_row_new (g_strdup_printf (ngettext ("and %d before", "and %d before",
                                                                  (gulong) (n - MOST_ROWS)),
                                                        (int) (n - MOST_ROWS)),
                                       g_strdup ("")));
  way_text_rows_show (rows, texts, FALSE, NULL);
}
