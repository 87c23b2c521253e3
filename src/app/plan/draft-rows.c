#include "app/plan/draft-rows.h"

#include "app/format.h"
#include "app/plan/draft-row.h"
#include "app/plan/draft-week-row.h"

#include <glib/gi18n.h>

/* Ids of a section, apart from those of all others. */
#define SECTION 100000

/* A week, and what all weeks share. */
typedef struct
{
  GPtrArray *weeks; /* keeps the week alive */
  const WayDraftWeek *week;
  WayDate today;
  guint hours; /* mask of 1 << hour */
} WeekData;

static void
week_data_free (WeekData *data)
{
  g_ptr_array_unref (data->weeks);
  g_free (data);
}

GtkWidget *
way_draft_rows_make (int kind)
{
  return kind == WAY_DRAFT_ROW_WEEK ? way_draft_week_row_new () : way_draft_row_new ();
}

static void
fill_button (WayDraftRow *row, int kind, const WayDraftText *text)
{
  /* Translators: a button that takes a way out: "Use: 9.5 hours a week instead of 6". */
  g_autofree char *use = g_strdup_printf (_ ("Use: %s"), text->title);
  /* Translators: a group of changes to choose, and how many: "Core: 12 moved" */
  g_autofree char *group = g_strdup_printf (_ ("%s: %s"), text->title, text->subtitle);

  if (kind == WAY_DRAFT_ROW_FIX)
    way_draft_row_set_button (row, _ ("Use"), use, "draft.use", g_variant_new_uint32 (text->index));
  else if (kind == WAY_DRAFT_ROW_GROUP)
    way_draft_row_set_group (row, text->index, !text->left, group);
}

void
way_draft_rows_fill (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  int kind = way_row_item_get_kind (item);
  const WayDraftText *text = way_row_item_get_data (item);
  const WeekData *week = way_row_item_get_data (item);

  if (kind == WAY_DRAFT_ROW_WEEK)
    {
      way_draft_week_row_set_week (WAY_DRAFT_WEEK_ROW (row), week->week, week->today, week->hours);
      return;
    }
  way_draft_row_set_text (WAY_DRAFT_ROW (row), text->icon, text->title, text->subtitle, text->late);
  fill_button (WAY_DRAFT_ROW (row), kind, text);
}

void
way_draft_rows_activate (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  const WayDraftText *text = way_row_item_get_data (item);

  gtk_widget_activate_action (row, "draft.choose", "(ub)", text->index, text->left);
}

/* @texts: taken. @heading: (nullable). @id: of the first one. */
static void
add_rows (GPtrArray *items, const char *heading, int kind, gint64 id, GPtrArray *texts)
{
  if (texts->len > 0 && heading != NULL)
    g_ptr_array_add (items, way_row_item_new_heading (heading));
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (items, way_row_item_new (kind, id + i, texts, g_ptr_array_index (texts, i)));
  g_ptr_array_unref (texts);
}

/* The hours that blocks lie in, on any day of any week: a mask of 1 << hour. */
static guint
find_hours (const GPtrArray *weeks)
{
  guint hours = 0;

  for (guint i = 0; i < weeks->len; i++)
    {
      const WayDraftWeek *week = g_ptr_array_index (weeks, i);
      const GArray *sides[] = { week->before, week->after };
      for (gsize side = 0; side < G_N_ELEMENTS (sides); side++)
        for (guint k = 0; k < sides[side]->len; k++)
          {
            WayDraftBar bar = g_array_index (sides[side], WayDraftBar, k);
            for (int hour = bar.from_minute / 60; hour * 60 < bar.to_minute; hour++)
              hours |= 1u << hour;
          }
    }
  return hours;
}

/* Week by week: the picture, and below it the changes that end in it. */
static void
add_weeks (GPtrArray *items, const WayDraftShown *shown)
{
  g_autoptr (GPtrArray) weeks = way_draft_weeks (shown->draft, shown->groups, shown->blocks,
                                                 shown->zone, way_format_first_weekday ());
  guint hours = find_hours (weeks);

  if (weeks->len > 0)
    g_ptr_array_add (items, way_row_item_new_heading (_ ("Changes")));
  for (guint i = 0; i < weeks->len; i++)
    {
      const WayDraftWeek *week = g_ptr_array_index (weeks, i);
      g_autoptr (GPtrArray) owner =
          g_ptr_array_new_with_free_func ((GDestroyNotify) week_data_free);
      WeekData *data = g_new0 (WeekData, 1);
      *data = (WeekData) { g_ptr_array_ref (weeks), week, shown->today, hours };
      g_ptr_array_add (owner, data);
      g_ptr_array_add (items, way_row_item_new (WAY_DRAFT_ROW_WEEK, week->first_date, owner, data));
      add_rows (items, NULL, WAY_DRAFT_ROW_TEXT, week->first_date * (gint64) SECTION,
                way_draft_change_texts (shown, week->first_date, week->first_date + 6));
    }
}

GPtrArray *
way_draft_rows_new (const WayDraftShown *shown)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const WayDraft *draft = shown->draft;
  WayDate today = shown->today;

  add_rows (items, draft->wish != NULL ? draft->wish->title : "", WAY_DRAFT_ROW_TEXT, 3 * SECTION,
            way_draft_wish_texts (draft, today));
  add_rows (items, _ ("Late"), WAY_DRAFT_ROW_TEXT, 0, way_draft_late_texts (draft, today));
  add_rows (items, _ ("Without a place"), WAY_DRAFT_ROW_TEXT, SECTION,
            way_draft_unplaced_texts (draft, today));
  add_rows (items, _ ("Why it does not fit"), WAY_DRAFT_ROW_TEXT, 2 * SECTION,
            way_draft_full_texts (draft));
  add_rows (items, _ ("Each of these lets everything fit in time"), WAY_DRAFT_ROW_FIX, 0,
            way_draft_fix_texts (draft));
  add_rows (items, _ ("What to change"), WAY_DRAFT_ROW_GROUP, 0, way_draft_group_texts (shown));
  add_weeks (items, shown);
  if (items->len == 0)
    g_ptr_array_add (items, way_row_item_new_heading (_ ("Nothing to change")));
  else if (draft->changes->len == 0 && draft->wish != NULL)
    g_ptr_array_add (items, way_row_item_new_heading (_ ("No block moves")));
  return items;
}
