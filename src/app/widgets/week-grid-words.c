/* Hours of the week in words: for the bubble, the tooltip and assistive technology. */
#include "app/widgets/week-grid-words.h"

#include "app/format.h"
#include "app/widgets/block-row.h"
#include "app/widgets/week-grid-geometry.h"

#include <glib/gi18n.h>

/* "Monday", "Mon – Wed" (transfer full). */
static char *
name_days (const WayWeekGrid *self, guint weekdays, gboolean full)
{
  int first = -1, last = -1;

  for (int column = 0; column < 7; column++)
    if (weekdays & (1u << way_week_grid_weekday (self, column)))
      {
        first = first < 0 ? column : first;
        last = column;
      }
  int from = way_week_grid_weekday (self, MAX (first, 0));
  int to = way_week_grid_weekday (self, MAX (last, 0));
  g_autofree char *a = full ? way_format_weekday (from) : way_format_weekday_short (from);
  g_autofree char *b = full ? way_format_weekday (to) : way_format_weekday_short (to);
  if (first == last)
    return g_steal_pointer (&a);
  /* Translators: from a weekday to a weekday: "Mon – Wed" */
  return g_strdup_printf (_ ("%s – %s"), a, b);
}

char *
way_week_grid_name_hours (const WayWeekGrid *self, const WayWeekStroke *stroke, gboolean full)
{
  g_autofree char *days = name_days (self, stroke->weekdays, full);
  g_autofree char *from = way_format_clock (stroke->from_minute);
  g_autofree char *to = way_format_clock (stroke->to_minute);

  /* Translators: one weekday or several, and two times of the day: "Mon, 18:30 – 21:00" */
  return g_strdup_printf (_ ("%s, %s – %s"), days, from, to);
}

/* "Study, Drill" (transfer full). */
static char *
name_kinds (guint kinds)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    if (kinds & (1u << kind))
      g_ptr_array_add (names, (char *) way_block_kind_label ((WayBlockKind) kind));
  g_ptr_array_add (names, NULL);
  /* Translators: between the words of a list */
  return g_strjoinv (_ (", "), (char **) names->pdata);
}

char *
way_week_grid_describe (const WayWeekGrid *self, const WayWeekStroke *stroke)
{
  guint all = WAY_BLOCK_ALL_KINDS, any = 0, preferred = WAY_BLOCK_ALL_KINDS;

  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    for (int minute = stroke->from_minute;
         (stroke->weekdays & (1u << weekday)) != 0 && minute < stroke->to_minute; minute++)
      {
        all &= way_week_kinds (self->week, weekday, minute);
        any |= way_week_kinds (self->week, weekday, minute);
        preferred &= way_week_preferred (self->week, weekday, minute);
      }
  g_autofree char *kinds =
      all == WAY_BLOCK_ALL_KINDS ? g_strdup (_ ("all kinds")) : name_kinds (all);
  if (any == 0)
    return g_strdup (_ ("Not free"));
  if (all != any)
    return g_strdup (_ ("Partly free"));
  if (preferred != 0)
    /* Translators: kinds of blocks: "Study, Drill", or "all kinds" */
    return g_strdup_printf (_ ("Free for %s; preferred"), kinds);
  return g_strdup_printf (_ ("Free for %s"), kinds);
}

/* What is under the pointer, as long as nothing else changes there. */
gboolean
way_week_grid_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean keyboard,
                             GtkTooltip *tooltip)
{
  WayWeekGrid *self = WAY_WEEK_GRID (widget);
  int weekday = way_week_grid_weekday (self, way_week_grid_column_at (self, x));
  int minute = way_week_grid_minute_at (self, y), from = minute, to = minute;
  guint kinds = way_week_kinds (self->week, weekday, minute);
  guint preferred = way_week_preferred (self->week, weekday, minute);

  if (keyboard || self->dragging || y < self->heading || kinds == 0)
    return FALSE;
  while (from > 0 && way_week_kinds (self->week, weekday, from - 1) == kinds &&
         way_week_preferred (self->week, weekday, from - 1) == preferred)
    from--;
  while (to < 1440 && way_week_kinds (self->week, weekday, to) == kinds &&
         way_week_preferred (self->week, weekday, to) == preferred)
    to++;
  WayWeekStroke stroke = { 1u << weekday, from, to, kinds, WAY_WEEK_FREE };
  g_autofree char *hours = way_week_grid_name_hours (self, &stroke, TRUE);
  g_autofree char *state = way_week_grid_describe (self, &stroke);
  g_autofree char *text = g_strdup_printf ("%s\n%s", hours, state);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}
