#include "core/roadmap/critical-path.h"

#include <glib/gi18n-lib.h>

/* The day on which the last dated phase is over, or should be. */
static WayDate
end_of (const GPtrArray *phases)
{
  WayDate end = WAY_DATE_NONE;

  for (guint i = 0; i < phases->len; i++)
    {
      const WayRoadmapPhase *phase = g_ptr_array_index (phases, i);
      if (!phase->ongoing)
        end = MAX (end, phase->late_finish_date);
    }
  return end;
}

static gboolean
is_finished (const WayRoadmapPhase *phase)
{
  return phase->blocks > 0 && phase->blocks_done == phase->blocks;
}

/* @latest, or the last day before it on which a block of the phase could be and make a difference. */
static WayDate
pull_back (WayDate latest, WayDate finish, guint weekdays)
{
  while (latest > finish && !(weekdays & 1u << (way_date_weekday (latest) - 1)))
    latest--;
  gboolean same_week = way_date_week_start (latest) == way_date_week_start (finish);
  return latest > finish && same_week ? finish : latest;
}

void
way_critical_path_find (GPtrArray *phases, WayDate due_date, guint weekdays)
{
  WayDate end = due_date != WAY_DATE_NONE ? due_date : end_of (phases), latest = end;
  gint64 guide = 0;

  for (guint i = phases->len; i-- > 0;)
    {
      WayRoadmapPhase *phase = g_ptr_array_index (phases, i);
      if (phase->guide_id != guide)
        latest = end;
      guide = phase->guide_id;
      phase->latest_finish_date = WAY_DATE_NONE;
      phase->slack_days = WAY_NO_SLACK;
      if (phase->ongoing)
        continue;
      if (phase->due_date != WAY_DATE_NONE)
        latest = MIN (latest, phase->due_date);
      latest = pull_back (latest, phase->late_finish_date, weekdays);
      if (!is_finished (phase))
        {
          phase->latest_finish_date = latest;
          phase->slack_days = latest - phase->late_finish_date;
        }
      latest -= phase->late_finish_date - phase->start_date + 1;
    }
}

gboolean
way_critical_path_is_critical (const WayRoadmapPhase *phase)
{
  return phase->slack_days != WAY_NO_SLACK && phase->slack_days <= 0;
}

char *
way_critical_path_text (const WayRoadmapPhase *phase)
{
  int days = phase->slack_days;

  if (days == WAY_NO_SLACK)
    return g_strdup ("");
  if (days == 0)
    /* Translators: a phase that holds up the whole plan */
    return g_strdup (_ ("critical"));
  if (days < 0)
    return g_strdup_printf (ngettext ("%d day late", "%d days late", (gulong) -days), -days);
  return g_strdup_printf (ngettext ("%d day of slack", "%d days of slack", (gulong) days), days);
}
