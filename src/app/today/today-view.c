/* What to do now: the block of the moment, the rest of today, what is due and comes up, and the week in one figure.
 *
 * It is right after midnight, after resume and after a change of the clock: it looks at the clock when the next thing
 * is to change, and at the latest each way_session_look_seconds(), for no timer tells of a suspended machine. */
#include "app/today/today-view.h"

#include "app/format.h"
#include "app/roadmap/point-row.h"
#include "app/schedule/block-popover.h"
#include "app/session.h"
#include "app/today/finding-row.h"
#include "app/today/now-card.h"
#include "app/today/offer-day-row.h"
#include "app/today/over-notice.h"
#include "app/widgets/block-row.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/row-list.h"
#include "core/planner/timer.h"

#include <glib/gi18n.h>

#define DUE_AHEAD_DAYS 14
/* The kinds of rows of what is due: a milestone, an item of the checklist, and from here on WayOfferDayKind. */
#define OFFER_DAY_ROWS 2

struct _WayTodayView
{
  AdwBin parent_instance;

  WayStore *store;
  WayZone *zone;
  GListStore *blocks; /* of WayRowItem */
  GListStore *findings;
  GListStore *due;
  WayToday *today;
  GtkWidget *popover; /* of a block; made when it is first needed */
  WayOverNotice over;
  gboolean several_guides; /* the plan follows more than one */
  gint64 changes_utc;      /* when what is shown is out of date */
  guint timer;
  GtkStack *stack;
  GtkLabel *date_label;
  GtkLabel *week_label;
  GtkProgressBar *week_bar;
  GtkLabel *kinds_label;
  WayNowCard *card;
  GtkListBox *blocks_list;
  GtkLabel *blocks_label;
  GtkListBox *findings_list;
  GtkWidget *findings_group;
  GtkListBox *due_list;
  GtkWidget *due_group;
  GtkWidget *next_group;
  GtkWidget *mock_row, *review_row, *drill_row;
  GtkLabel *mock_ahead, *review_ahead, *drill_ahead;
};

G_DEFINE_FINAL_TYPE (WayTodayView, way_today_view, ADW_TYPE_BIN)

/* "Study 3 h of 4 h · Drill 30 min of 1 h"; "" for one kind, which the figure of the week tells. */
static char *
kinds_text (const WayToday *today)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (int kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    {
      const WayWork *work = &today->week_by_kind[kind];
      g_autofree char *done = way_format_minutes (work->done);
      g_autofree char *planned = way_format_minutes (work->planned);
      if (work->planned + work->done > 0)
        /* Translators: kind of block, hours done, hours planned: "Study 3 h of 4 h" */
        g_ptr_array_add (
            parts, g_strdup_printf (_ ("%s %s of %s"), way_block_kind_label (kind), done, planned));
    }
  if (parts->len < 2)
    return g_strdup ("");
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
show_week (WayTodayView *self)
{
  const WayWork *week = &self->today->week;
  g_autofree char *planned_text = way_format_minutes (week->planned);
  g_autofree char *done_text = way_format_minutes (week->done);
  /* Translators: hours done, hours planned: "2 h of 6 h done this week" */
  g_autofree char *text =
      week->planned > 0 ? g_strdup_printf (_ ("%s of %s done this week"), done_text, planned_text)
                        : g_strdup (_ ("Nothing is planned for this week"));
  g_autofree char *kinds = kinds_text (self->today);

  gtk_label_set_text (self->week_label, text);
  gtk_label_set_text (self->kinds_label, kinds);
  gtk_widget_set_visible (GTK_WIDGET (self->kinds_label), *kinds != '\0');
  gtk_progress_bar_set_fraction (self->week_bar,
                                 MIN (1, (double) week->done / MAX (1, week->planned)));
  gtk_widget_set_visible (GTK_WIDGET (self->week_bar), week->planned > 0);
}

static char *
blocks_heading (WayDate day, WayDate today)
{
  if (day == WAY_DATE_NONE)
    return g_strdup (_ ("No blocks ahead"));
  if (day == today)
    return g_strdup (_ ("Today"));
  g_autofree char *text = way_format_day (day);
  /* Translators: the next day that has blocks. */
  return g_strdup_printf (_ ("Next: %s"), text);
}

/* Today's blocks; without any, those of the next day that has some. */
static void
show_blocks (WayTodayView *self, WayDate today)
{
  gint64 next = way_schedule_next (self->store, way_zone_to_utc (self->zone, today, 0), NULL);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  WayDate day =
      next != G_MAXINT64 ? MAX (today, way_zone_to_local (self->zone, next, NULL)) : WAY_DATE_NONE;
  g_autoptr (GPtrArray) blocks =
      day != WAY_DATE_NONE ? way_schedule_load (self->store, way_zone_to_utc (self->zone, day, 0),
                                                way_zone_to_utc (self->zone, day + 1, 0), NULL)
                           : NULL;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      WayBlock *block = g_ptr_array_index (blocks, i);
      g_ptr_array_add (items, way_row_item_new (0, block->id, blocks, block));
    }
  way_row_items_replace (self->blocks, items);
  g_autofree char *heading = blocks_heading (day, today);
  gtk_label_set_text (self->blocks_label, heading);
  gtk_widget_set_visible (GTK_WIDGET (self->blocks_list), day != WAY_DATE_NONE);
}

static void
show_findings (WayTodayView *self, const WayRoadmap *roadmap)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WayChecks) checks =
      way_checks_load (self->store, roadmap, self->zone, self->today->now_utc, NULL);
  g_autoptr (GPtrArray) guides = way_plan_followed_guides (self->store, NULL);

  self->several_guides = guides != NULL && guides->len > 1;
  for (guint i = 0; checks != NULL && i < checks->findings->len; i++)
    {
      WayFinding *finding = g_ptr_array_index (checks->findings, i);
      g_ptr_array_add (items, way_row_item_new ((int) finding->check, finding->guide_id,
                                                checks->findings, finding));
    }
  gtk_widget_set_visible (self->findings_group, items->len > 0);
  way_row_items_replace (self->findings, items);
}

/* Takes over the days of offers from @from on that are due until @due_date; the next one. */
static guint
add_offer_days (GPtrArray *items, GPtrArray *days, guint from, WayDate due_date)
{
  for (; from < days->len; from++)
    {
      WayOfferDay *day = g_ptr_array_index (days, from);
      if (day->due_date > due_date)
        break;
      g_ptr_array_add (items,
                       way_row_item_new (OFFER_DAY_ROWS + (int) day->kind, day->id, days, day));
    }
  return from;
}

static void
show_due (WayTodayView *self, const WayRoadmap *roadmap)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  WayDate today = self->today->date;
  WayDate limit = MAX (today, roadmap->start_date) + DUE_AHEAD_DAYS;
  g_autoptr (GPtrArray) days = way_offer_days_load (self->store, today + DUE_AHEAD_DAYS, NULL);
  guint next_day = 0;

  for (guint i = 0; i < roadmap->points->len; i++)
    {
      WayRoadmapPoint *point = g_ptr_array_index (roadmap->points, i);
      /* What was done today stays in sight until tomorrow. */
      if (point->due_date > limit ||
          (point->done_date != WAY_DATE_NONE && point->done_date != today))
        continue;
      next_day = days != NULL ? add_offer_days (items, days, next_day, point->due_date) : 0;
      g_ptr_array_add (items,
                       way_row_item_new (point->checklist, point->id, roadmap->points, point));
    }
  if (days != NULL)
    add_offer_days (items, days, next_day, limit);
  gtk_widget_set_visible (self->due_group, items->len > 0);
  way_row_items_replace (self->due, items);
}

static void
show_next (WayTodayView *self, WayBlockKind kind, GtkWidget *row, GtkLabel *ahead_label)
{
  const WayBlock *block = self->today->next[kind];

  gtk_widget_set_visible (row, block != NULL);
  if (block == NULL)
    return;
  WayDate date = way_zone_to_local (self->zone, block->start_utc, NULL);
  g_autofree char *day = way_format_day (date);
  g_autofree char *times = way_format_times (self->zone, block->start_utc, block->end_utc);
  /* Translators: a day, and from when to when. */
  g_autofree char *when = g_strdup_printf (_ ("%s, %s"), day, times);
  g_autofree char *ahead = way_format_days_ahead (date - self->today->date);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", block->id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_label_set_text (ahead_label, ahead);
}

static void
show_coming (WayTodayView *self)
{
  WayBlock *const *next = self->today->next;

  show_next (self, WAY_BLOCK_MOCK, self->mock_row, self->mock_ahead);
  show_next (self, WAY_BLOCK_REVIEW, self->review_row, self->review_ahead);
  show_next (self, WAY_BLOCK_DRILL, self->drill_row, self->drill_ahead);
  gtk_widget_set_visible (self->next_group, next[WAY_BLOCK_MOCK] != NULL ||
                                                next[WAY_BLOCK_REVIEW] != NULL ||
                                                next[WAY_BLOCK_DRILL] != NULL);
}

static GtkWidget *
make_block_row (int kind)
{
  return way_block_row_new ();
}

static void
fill_block_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  way_block_row_set_block (WAY_BLOCK_ROW (row), way_row_item_get_data (item),
                           WAY_TODAY_VIEW (user_data)->zone);
}

/* The keyboard goes back to the row. */
static void
on_popover_closed (WayTodayView *self)
{
  way_row_list_focus (GTK_WIDGET (self->blocks_list), 0,
                      way_block_popover_get_block (WAY_BLOCK_POPOVER (self->popover)));
}

static void
on_block_activated (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayTodayView *self = user_data;
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return;
  GdkRectangle area = { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                        (int) bounds.size.height };
  if (self->popover == NULL)
    {
      self->popover = way_block_popover_new (self->store);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
      g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (on_popover_closed), self);
    }
  way_block_popover_show (WAY_BLOCK_POPOVER (self->popover), way_row_item_get_id (item), &area);
}

static GtkWidget *
make_finding_row (int kind)
{
  return way_finding_row_new ();
}

static void
fill_finding_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  way_finding_row_set_finding (WAY_FINDING_ROW (row), way_row_item_get_data (item),
                               WAY_TODAY_VIEW (user_data)->several_guides);
}

static GtkWidget *
make_due_row (int kind)
{
  return kind >= OFFER_DAY_ROWS ? way_offer_day_row_new () : way_point_row_new ();
}

static void
fill_due_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayDate today = WAY_TODAY_VIEW (user_data)->today->date;

  if (WAY_IS_OFFER_DAY_ROW (row))
    way_offer_day_row_set_day (WAY_OFFER_DAY_ROW (row), way_row_item_get_data (item), today);
  else
    way_point_row_set_point (WAY_POINT_ROW (row), way_row_item_get_data (item), today);
}

static void
on_offer_day_activated (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  gtk_widget_activate_action (row, "win.view", "s", "offers");
}

/* Also while another view is up, when what is loaded here may be out of date. */
static void
look_for_over (WayTodayView *self, gint64 now_utc)
{
  gboolean current = gtk_widget_get_mapped (GTK_WIDGET (self));
  g_autoptr (WayBlock) loaded = current ? NULL : way_timer_load_running (self->store, NULL);
  const WayBlock *shown = self->today->now == WAY_NOW_RUNNING ? self->today->block : NULL;

  way_over_notice_update (&self->over, GTK_WIDGET (self), current ? shown : loaded, now_utc);
}

static void look_later (WayTodayView *self, gint64 now_utc);

static void
reload (GtkWidget *view)
{
  WayTodayView *self = WAY_TODAY_VIEW (view);
  g_autoptr (WayRoadmap) roadmap = way_roadmap_load (self->store, NULL);
  gint64 now_utc = way_session_now ();

  g_clear_pointer (&self->zone, way_zone_free);
  self->zone = way_session_zone (self->store);
  g_clear_pointer (&self->today, way_today_free);
  self->today = way_today_load (self->store, self->zone, now_utc, NULL);
  gboolean planned = self->today != NULL && roadmap != NULL && roadmap->phases->len > 0;
  gtk_stack_set_visible_child_name (self->stack, planned ? "content" : "empty");
  if (planned)
    {
      g_autofree char *day = way_format_day (self->today->date);
      gtk_label_set_text (self->date_label, day);
      self->changes_utc = way_today_changes_utc (self->today, self->zone);
      show_week (self);
      way_now_card_set_today (self->card, self->today, self->zone);
      show_blocks (self, self->today->date);
      show_findings (self, roadmap);
      show_due (self, roadmap);
      show_coming (self);
      look_for_over (self, now_utc);
    }
  look_later (self, now_utc);
}

/* A clock that was set back is a reason as well. */
static gboolean
on_look (gpointer data)
{
  WayTodayView *self = data;
  gint64 now_utc = way_session_now ();

  self->timer = 0;
  if (self->today == NULL || now_utc < self->today->now_utc || now_utc >= self->changes_utc)
    reload (GTK_WIDGET (self));
  else
    {
      way_now_card_tick (self->card, self->today, now_utc);
      look_for_over (self, now_utc);
      look_later (self, now_utc);
    }
  return G_SOURCE_REMOVE;
}

static void
look_later (WayTodayView *self, gint64 now_utc)
{
  gint64 seconds = way_session_look_seconds ();

  if (self->today != NULL)
    {
      seconds = MIN (seconds, way_today_text_seconds (self->today, now_utc));
      seconds = MIN (seconds, self->changes_utc - now_utc);
    }
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add ((guint) MAX (1, seconds) * 1000, on_look, self);
}

/* What comes into sight is right at once. */
static void
on_map (WayTodayView *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  on_look (self);
}

void
way_today_view_set_store (WayTodayView *self, WayStore *store)
{
  static const WayRowFuncs block_rows = { make_block_row, fill_block_row, on_block_activated,
                                          1u << 0 };
  static const WayRowFuncs finding_rows = { make_finding_row, fill_finding_row };
  static const WayRowFuncs due_rows = { make_due_row, fill_due_row, on_offer_day_activated,
                                        1u << (OFFER_DAY_ROWS + WAY_OFFER_DAY_ANSWER) |
                                            1u << (OFFER_DAY_ROWS + WAY_OFFER_DAY_LOOK_BACK) };

  self->store = g_object_ref (store);
  way_row_box_set_up (self->blocks_list, G_LIST_MODEL (self->blocks), &block_rows, self);
  way_row_box_set_up (self->findings_list, G_LIST_MODEL (self->findings), &finding_rows, self);
  way_row_box_set_up (self->due_list, G_LIST_MODEL (self->due), &due_rows, self);
  way_follow_store (GTK_WIDGET (self), store, reload);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
}

static void
way_today_view_dispose (GObject *object)
{
  WayTodayView *self = WAY_TODAY_VIEW (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_object (&self->blocks);
  g_clear_object (&self->findings);
  g_clear_object (&self->due);
  g_clear_pointer (&self->zone, way_zone_free);
  g_clear_pointer (&self->today, way_today_free);
  G_OBJECT_CLASS (way_today_view_parent_class)->dispose (object);
}

static void
way_today_view_class_init (WayTodayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_NOW_CARD);
  G_OBJECT_CLASS (klass)->dispose = way_today_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/today/today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, stack);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, date_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, week_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, week_bar);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, kinds_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, card);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, blocks_list);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, blocks_label);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, findings_list);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, findings_group);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, due_list);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, due_group);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, next_group);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, mock_row);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, review_row);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, drill_row);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, mock_ahead);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, review_ahead);
  gtk_widget_class_bind_template_child (widget_class, WayTodayView, drill_ahead);
}

static void
way_today_view_init (WayTodayView *self)
{
  self->blocks = g_list_store_new (WAY_TYPE_ROW_ITEM);
  self->findings = g_list_store_new (WAY_TYPE_ROW_ITEM);
  self->due = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}
