#include "core/calendar/offer-days.h"

#include "core/store/statement.h"

#include <glib/gi18n-lib.h>

/* The position of the bit of WAY_EXPORT_OFFERS. */
#define KIND 6

/* The columns of both queries. */
enum
{
  UID,
  DATE,
  DONE,
  CREATED,
  NAME,
  DETAIL,
  IS_PRIVATE,
};

static WayCalendarEntry *
add_day (WayExporter *x, WayStatement *s)
{
  WayCalendarEntry *entry =
      way_exporter_add_day (x, KIND, way_statement_date (s, DATE), way_statement_date (s, DONE),
                            way_statement_int (s, CREATED), 0);

  if (entry == NULL)
    return NULL;
  entry->uid = way_exporter_keep (x, g_strdup (way_statement_text (s, UID)));
  entry->is_private = way_statement_int (s, IS_PRIVATE) != 0;
  return entry;
}

static void
describe_answer (WayExporter *x, WayStatement *s, WayCalendarEntry *entry)
{
  const char *role = way_statement_text (s, DETAIL);

  if (entry->is_private)
    entry->summary = _ ("Answer an offer");
  else
    entry->summary =
        way_exporter_keep (x,
                           /* Translators: a company, whose offer is open until this day */
                           g_strdup_printf (_ ("Answer to %s"), way_statement_text (s, NAME)));
  entry->description =
      entry->is_private || *role == '\0'
          ? _ ("The last day to answer.")
          /* Translators: the role that a company offers */
          : way_exporter_keep (x, g_strdup_printf (_ ("The last day to answer, about: %s"), role));
}

static void
describe_look_back (WayExporter *x, WayStatement *s, WayCalendarEntry *entry)
{
  if (entry->is_private)
    entry->summary = _ ("Look back on a decision");
  else
    entry->summary = way_exporter_keep (
        x,
        /* Translators: the title of a scorecard */
        g_strdup_printf (_ ("Look back on the decision: %s"), way_statement_text (s, NAME)));
  entry->description = _ ("Compare what you expected with what became of it.");
}

static gboolean
add_days (WayExporter *x,
          WayStore *store,
          const char *sql,
          void (*describe) (WayExporter *x, WayStatement *s, WayCalendarEntry *entry),
          GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (store, sql);

  while (way_statement_step (s))
    {
      WayCalendarEntry *entry = add_day (x, s);
      if (entry != NULL)
        describe (x, s, entry);
    }
  return way_statement_finish (s, error);
}

gboolean
way_exporter_add_offers (WayExporter *x, WayStore *store, GError **error)
{
  return add_days (x, store,
                   "SELECT o.uid, o.deadline_date, NULL, o.created_utc, o.company, o.role, "
                   "c.private FROM offer o JOIN scorecard c ON c.id = o.scorecard_id "
                   "WHERE o.deadline_date IS NOT NULL "
                   "AND o.state IN ('applied', 'interviewing', 'offered') "
                   "ORDER BY o.deadline_date, o.id",
                   describe_answer, error) &&
         add_days (x, store,
                   "SELECT l.uid, l.due_date, l.done_date, l.created_utc, c.title, '', c.private "
                   "FROM look_back l JOIN decision d ON d.id = l.decision_id "
                   "JOIN scorecard c ON c.id = d.scorecard_id ORDER BY l.due_date, l.id",
                   describe_look_back, error);
}
