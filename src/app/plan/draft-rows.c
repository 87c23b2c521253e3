#include "app/plan/draft-rows.h"

#include "app/format.h"
#include "app/plan/draft-row.h"
#include "app/widgets/block-row.h"

#include <glib/gi18n.h>

enum
{
  ROW_TEXT,
  ROW_FIX,
};

/* More dates than this are told by the first and the last one. */
#define MOST_DATES 6

/* What a row shows. */
typedef struct
{
  char *title;
  char *subtitle;
  const char *icon;
  gboolean late;
  guint fix;
} RowText;

static void
row_text_free (RowText *text)
{
  g_free (text->title);
  g_free (text->subtitle);
  g_free (text);
}

GtkWidget *
way_draft_rows_make (int kind)
{
  return way_draft_row_new ();
}

void
way_draft_rows_fill (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  const RowText *text = way_row_item_get_data (item);

  way_draft_row_set_text (WAY_DRAFT_ROW (row), text->icon, text->title, text->subtitle, text->late);
  if (way_row_item_get_kind (item) != ROW_FIX)
    return;
  /* Translators: a button that takes a way out: "Use: 9.5 hours a week instead of 6". */
  g_autofree char *name = g_strdup_printf (_ ("Use: %s"), text->title);
  way_draft_row_set_fix (WAY_DRAFT_ROW (row), text->fix, name);
}

static RowText *
add_text (GPtrArray *texts, char *title, char *subtitle, const char *icon)
{
  RowText *text = g_new0 (RowText, 1);

  text->title = title;
  text->subtitle = subtitle;
  text->icon = icon;
  g_ptr_array_add (texts, text);
  return text;
}

static GPtrArray *
late_texts (const WayDraft *draft, WayDate today)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) row_text_free);

  for (guint i = 0; i < draft->late->len; i++)
    {
      const WayLate *late = g_ptr_array_index (draft->late, i);
      int days = late->finish_date - late->due_date;
      g_autofree char *finish = way_format_day_short (late->finish_date, today);
      g_autofree char *due = way_format_day_short (late->due_date, today);
      RowText *text = add_text (
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
static GPtrArray *
unplaced_texts (const WayDraft *draft, WayDate today)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) row_text_free);
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

static GPtrArray *
full_texts (const WayDraft *draft)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) row_text_free);

  if (draft->late->len + draft->unplaced->len > 0 && *draft->full != '\0')
    add_text (texts, g_strdup (draft->full), g_strdup (""), "way-schedule-symbolic");
  return texts;
}

static GPtrArray *
fix_texts (const WayDraft *draft)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) row_text_free);

  for (guint i = 0; i < draft->fixes->len; i++)
    {
      const WayPlanFix *fix = g_ptr_array_index (draft->fixes, i);
      add_text (texts, g_strdup (fix->text), g_strdup (""), "way-fix-symbolic")->fix = i;
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

static GPtrArray *
change_texts (const WayDraft *draft, WayZone *zone, WayDate today)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) row_text_free);

  for (guint i = 0; i < draft->changes->len; i++)
    {
      const WayChange *change = g_ptr_array_index (draft->changes, i);
      add_text (texts, g_strdup (change->title), change_text (change, zone, today),
                way_block_kind_icon (change->kind));
    }
  return texts;
}

/* @texts: taken */
static void
add_rows (GPtrArray *items, const char *heading, int kind, GPtrArray *texts)
{
  if (texts->len > 0)
    g_ptr_array_add (items, way_row_item_new_heading (heading));
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (items,
                     way_row_item_new (kind, items->len, texts, g_ptr_array_index (texts, i)));
  g_ptr_array_unref (texts);
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

static GPtrArray *
wish_texts (const WayDraft *draft, WayDate today)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) row_text_free);

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
way_draft_rows_new (const WayDraft *draft, WayZone *zone, WayDate today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add_rows (items, draft->wish != NULL ? draft->wish->title : "", ROW_TEXT,
            wish_texts (draft, today));
  add_rows (items, _ ("Late"), ROW_TEXT, late_texts (draft, today));
  add_rows (items, _ ("Without a place"), ROW_TEXT, unplaced_texts (draft, today));
  add_rows (items, _ ("Why it does not fit"), ROW_TEXT, full_texts (draft));
  add_rows (items, _ ("Each of these lets everything fit in time"), ROW_FIX, fix_texts (draft));
  add_rows (items, _ ("Changes"), ROW_TEXT, change_texts (draft, zone, today));
  if (items->len == 0)
    g_ptr_array_add (items, way_row_item_new_heading (_ ("Nothing to change")));
  else if (draft->changes->len == 0 && draft->wish != NULL)
    g_ptr_array_add (items, way_row_item_new_heading (_ ("No block moves")));
  return items;
}
