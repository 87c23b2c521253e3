#include "app/plan/draft-texts.h"

#include "app/format.h"
#include "app/widgets/block-row.h"

#include <glib/gi18n.h>

/* More dates than this are told by the first and the last one. */
#define MOST_DATES 6

static void
text_free (WayDraftText *text)
{
  g_free (text->title);
  g_free (text->subtitle);
  g_free (text);
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
}

/* "30 moved, 58 unchanged": what there is none of would only make it long. */
char *
way_draft_counts_text (int added, int moved, int removed, int unchanged)
{
  const struct
  {
    int n;
    const char *format;
  } counts[] = {
    /* Translators: a count of blocks. */
    { added, ngettext ("%d added", "%d added", (gulong) added) },
    /* Translators: a count of blocks. */
    { moved, ngettext ("%d moved", "%d moved", (gulong) moved) },
    /* Translators: a count of blocks. */
    { removed, ngettext ("%d removed", "%d removed", (gulong) removed) },
    /* Translators: a count of blocks. */
    { unchanged, ngettext ("%d unchanged", "%d unchanged", (gulong) unchanged) },
  };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i].n > 0)
      {
        g_autofree char *count = g_strdup_printf (counts[i].format, counts[i].n);
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", count);
      }
  return g_string_free (text, FALSE);
}

static WayDraftText *
add_text (GPtrArray *texts, char *title, char *subtitle, const char *icon)
{
  WayDraftText *text = g_new0 (WayDraftText, 1);

  text->title = title;
  text->subtitle = subtitle;
  text->icon = icon;
  g_ptr_array_add (texts, text);
  return text;
}

/* "from 12 Jan, due 20 Feb 2027", "as the plan has it" */
static char *
wish_text (const WayPlanWish *wish, WayDate today)
{
  g_autofree char *from =
      wish->release_date != WAY_DATE_NONE ? way_format_day_short (wish->release_date, today) : NULL;
  g_autofree char *due =
      wish->due_date != WAY_DATE_NONE ? way_format_day_short (wish->due_date, today) : NULL;

  if (way_plan_wish_is_empty (wish))
    return g_strdup (_ ("Days of the plan's own"));
  if (wish->due_date == WAY_DATE_NONE)
    /* Translators: a day */
    return g_strdup_printf (_ ("From %s"), from);
  if (wish->release_date == WAY_DATE_NONE)
    /* Translators: a day */
    return g_strdup_printf (_ ("Due %s"), due);
  /* Translators: two days */
  return g_strdup_printf (_ ("From %s, due %s"), from, due);
}

static char *
span_text (WayPlanSpan span, WayDate today)
{
  return span.first == WAY_DATE_NONE ? g_strdup (_ ("no blocks"))
                                     : way_format_days (span.first, span.last, today);
}

GPtrArray *
way_draft_wish_texts (const WayDraft *draft, WayDate today)
{
  GPtrArray *texts = new_texts ();

  if (draft->wish == NULL)
    return texts;
  g_autofree char *before = span_text (draft->wish->before, today);
  g_autofree char *after = span_text (draft->wish->after, today);
  add_text (texts, wish_text (&draft->wish->wish, today),
            /* Translators: what was, and what will be, two ranges of days */
            g_strdup_printf (_ ("Blocks now: %s. Then: %s"), before, after),
            "way-roadmap-symbolic");
  return texts;
}

GPtrArray *
way_draft_late_texts (const WayDraft *draft, WayDate today)
{
  GPtrArray *texts = new_texts ();

  for (guint i = 0; i < draft->late->len; i++)
    {
      const WayLate *late = g_ptr_array_index (draft->late, i);
      int days = late->finish_date - late->due_date;
      g_autofree char *finish = way_format_day_short (late->finish_date, today);
      g_autofree char *due = way_format_day_short (late->due_date, today);
      WayDraftText *text = add_text (
          texts,
          /* Translators: a phase: "Depth is 5 days late". */
          g_strdup_printf (ngettext ("%s is %d day late", "%s is %d days late", (gulong) days),
                           late->title, days),
          /* Translators: two days: when it is over, and when it should be. */
          g_strdup_printf (_ ("Over on %s, due on %s"), finish, due), "way-late-symbolic");
      text->late = TRUE;
    }
  return texts;
}

static gboolean
same_reason (const WayUnplaced *a, const WayUnplaced *b)
{
  return a->ideal_date != WAY_DATE_NONE && b->ideal_date != WAY_DATE_NONE &&
         g_str_equal (a->title, b->title) && g_str_equal (a->limits, b->limits);
}

/* "27 Jan, 3 Feb" or "27 Jan – 24 Mar" for the @n appointments from @first on. */
static char *
dates_text (const GPtrArray *unplaced, guint first, guint n, WayDate today)
{
  const WayUnplaced *from = g_ptr_array_index (unplaced, first);
  const WayUnplaced *to = g_ptr_array_index (unplaced, first + n - 1);
  g_auto (GStrv) days = g_new0 (char *, n + 1);

  if (n > MOST_DATES)
    return way_format_days (from->ideal_date, to->ideal_date, today);
  for (guint i = 0; i < n; i++)
    {
      const WayUnplaced *it = g_ptr_array_index (unplaced, first + i);
      days[i] = way_format_day_short (it->ideal_date, today);
    }
  return g_strjoinv (", ", days);
}

static char *
unplaced_title (const WayUnplaced *unplaced, guint n)
{
  g_autofree char *time = way_format_minutes (unplaced->minutes);

  if (unplaced->ideal_date == WAY_DATE_NONE)
    /* Translators: what, and a length of time: "Core: 24 h without a place". */
    return g_strdup_printf (_ ("%s: %s without a place"), unplaced->title, time);
  if (n == 1)
    /* Translators: an appointment, as a mock interview. */
    return g_strdup_printf (_ ("%s without a place"), unplaced->title);
  /* Translators: an appointment, and how many: "Question drill: 9 without a place". */
  return g_strdup_printf (ngettext ("%s: %u without a place", "%s: %u without a place", n),
                          unplaced->title, n);
}

static char *
unplaced_subtitle (const GPtrArray *unplaced, guint first, guint n, WayDate today)
{
  const WayUnplaced *it = g_ptr_array_index (unplaced, first);

  if (it->ideal_date == WAY_DATE_NONE)
    /* Translators: the limits that stop it: "the weekly hours, free windows". */
    return g_strdup_printf (_ ("Limited by %s"), it->limits);
  g_autofree char *dates = dates_text (unplaced, first, n, today);
  /* Translators: days that an appointment was for, and the limits that stop it. */
  return g_strdup_printf (_ ("For %s. Limited by %s"), dates, it->limits);
}

/* Appointments of one kind that miss for the same reason share a row: nine drills are one matter. */
GPtrArray *
way_draft_unplaced_texts (const WayDraft *draft, WayDate today)
{
  GPtrArray *texts = new_texts ();
  guint n;

  for (guint first = 0; first < draft->unplaced->len; first += n)
    {
      const WayUnplaced *it = g_ptr_array_index (draft->unplaced, first);
      for (n = 1; first + n < draft->unplaced->len; n++)
        if (!same_reason (it, g_ptr_array_index (draft->unplaced, first + n)))
          break;
      add_text (texts, unplaced_title (it, n), unplaced_subtitle (draft->unplaced, first, n, today),
                "way-late-symbolic")
          ->late = TRUE;
    }
  return texts;
}

GPtrArray *
way_draft_full_texts (const WayDraft *draft)
{
  GPtrArray *texts = new_texts ();

  if (draft->late->len + draft->unplaced->len > 0 && *draft->full != '\0')
    add_text (texts, g_strdup (draft->full), g_strdup (""), "way-schedule-symbolic");
  return texts;
}

GPtrArray *
way_draft_fix_texts (const WayDraft *draft)
{
  GPtrArray *texts = new_texts ();

  for (guint i = 0; i < draft->fixes->len; i++)
    {
      const WayPlanFix *fix = g_ptr_array_index (draft->fixes, i);
      add_text (texts, g_strdup (fix->text), g_strdup (""), "way-fix-symbolic")->index = i;
    }
  return texts;
}

/* "4 Jan, 18:30 – 19:30" */
static char *
format_time (WayZone *zone, WayDate today, gint64 start_utc, gint64 end_utc)
{
  WayDate date = way_zone_to_local (zone, start_utc, NULL);
  g_autofree char *day = way_format_day_short (date, today);
  g_autofree char *times = way_format_times (zone, start_utc, end_utc);

  /* Translators: a day, and times on it. */
  return g_strdup_printf (_ ("%s, %s"), day, times);
}

static char *
change_text (const WayChange *change, WayZone *zone, WayDate today)
{
  g_autofree char *old = format_time (zone, today, change->old_start_utc, change->old_end_utc);
  g_autofree char *new = format_time (zone, today, change->new_start_utc, change->new_end_utc);

  switch (change->change)
    {
    case WAY_CHANGE_MOVED:
      if (change->time_taken)
        /* Translators: an old and a new time. */
        return g_strdup_printf (_ ("Moved from %s, which is no longer free, to %s"), old, new);
      /* Translators: an old and a new time. */
      return g_strdup_printf (_ ("Moved from %s to %s"), old, new);
    case WAY_CHANGE_REMOVED:
      return g_strdup_printf (_ ("Removed: %s"), old);
    case WAY_CHANGE_ADDED:
    default:
      return g_strdup_printf (_ ("Added: %s"), new);
    }
}

GPtrArray *
way_draft_change_texts (const WayDraftShown *shown, WayDate first_date, WayDate last_date)
{
  GPtrArray *texts = new_texts ();
  const WayDraft *draft = shown->draft;

  for (guint i = 0; i < draft->changes->len; i++)
    {
      const WayChange *it = g_ptr_array_index (draft->changes, i);
      guint group = way_draft_group_of (shown->groups, it);
      gint64 utc = it->change == WAY_CHANGE_REMOVED ? it->old_start_utc : it->new_start_utc;
      WayDate date = way_zone_to_local (shown->zone, utc, NULL);
      if (((WayDraftGroup *) g_ptr_array_index (shown->groups, group))->chosen &&
          date >= first_date && date <= last_date)
        add_text (texts, g_strdup (it->title), change_text (it, shown->zone, shown->today),
                  way_block_kind_icon (it->kind));
    }
  return texts;
}

GPtrArray *
way_draft_group_texts (const WayDraftShown *shown)
{
  GPtrArray *texts = new_texts ();

  /* With one group there is nothing to choose: all of it or nothing. */
  for (guint i = 0; shown->groups->len > 1 && i < shown->groups->len; i++)
    {
      const WayDraftGroup *it = g_ptr_array_index (shown->groups, i);
      char *counts = it->chosen ? way_draft_counts_text (it->added, it->moved, it->removed, 0)
                                : g_strdup (_ ("Stays as it is"));
      WayDraftText *text =
          add_text (texts, g_strdup (it->title), counts, way_block_kind_icon (it->kind));
      text->index = i;
      text->left = !it->chosen;
    }
  return texts;
}
