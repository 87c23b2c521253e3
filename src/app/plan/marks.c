#include "app/plan/marks.h"

#include "app/format.h"
#include "app/session.h"
#include "app/widgets/outcome.h"
#include "core/planner/block-change.h"
#include "core/planner/timer.h"
#include "core/review/remedy.h"
#include "core/review/today.h"
#include "core/roadmap/roadmap.h"

#include <glib/gi18n.h>

static WayStore *
get_store (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "way-marks-store");
}

static const char *
state_message (const char *state)
{
  if (g_str_equal (state, "done"))
    return _ ("Block marked as done");
  if (g_str_equal (state, "skipped"))
    return _ ("Block skipped");
  if (g_str_equal (state, "missed"))
    return _ ("Block marked as missed");
  return _ ("Block marked as open");
}

static void
on_mark_block (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *state;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s)", &id, &state);
  gboolean ok = way_block_set_state (get_store (window), id, state, way_session_now (), &error);
  way_tell_outcome (window, get_store (window), ok, state_message (state), error);
}

static void
start (GtkWidget *window, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = way_timer_start (get_store (window), id, way_session_now (), &error);

  way_tell_outcome (window, get_store (window), ok, _ ("The clock of the block runs"), error);
}

static void
pause_clock (GtkWidget *window, gint64 id)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = way_timer_pause (get_store (window), id, way_session_now (), &error);

  way_tell_outcome (window, get_store (window), ok, _ ("Block paused"), error);
}

static void
finish (GtkWidget *window, gint64 id)
{
  WayStore *store = get_store (window);
  gint64 now_utc = way_session_now ();
  g_autoptr (GError) error = NULL;
  gboolean ok = way_timer_finish (store, id, now_utc, &error);
  g_autoptr (WayBlock) block = ok ? way_schedule_load_one (store, id, NULL) : NULL;
  g_autofree char *minutes =
      block != NULL ? way_format_minutes (way_timer_done_minutes (block, now_utc)) : NULL;
  /* Translators: how long was worked: "Block finished: 45 min" */
  g_autofree char *message = g_strdup_printf (_ ("Block finished: %s"), minutes);

  way_tell_outcome (window, get_store (window), ok, message, error);
}

static void
on_start (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  start (window, g_variant_get_int64 (parameter));
}

static void
on_pause (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  pause_clock (window, g_variant_get_int64 (parameter));
}

static void
on_finish (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  finish (window, g_variant_get_int64 (parameter));
}

static void
on_minutes (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gint64 id;
  int minutes;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xi)", &id, &minutes);
  gboolean ok = way_timer_set_minutes (get_store (window), id, minutes, way_session_now (), &error);
  way_tell_outcome (window, get_store (window), ok, _ ("Minutes corrected"), error);
}

/* Says when it is: it may lie days ahead. */
static void
on_plan (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  const char *kind;
  gint64 guide_id, id = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayZone) zone = way_session_zone (store);

  g_variant_get (parameter, "(x&s)", &guide_id, &kind);
  gboolean ok =
      way_remedy_plan_block (store, guide_id, (WayBlockKind) way_block_kind_from_string (kind),
                             way_session_now (), &id, &error);
  g_autoptr (WayBlock) block = ok ? way_schedule_load_one (store, id, NULL) : NULL;
  g_autofree char *day =
      block != NULL ? way_format_day (way_zone_to_local (zone, block->start_utc, NULL)) : NULL;
  /* Translators: a day: "Planned for Monday, 4 January 2027" */
  g_autofree char *message = g_strdup_printf (_ ("Planned for %s"), day);
  way_tell_outcome (window, get_store (window), ok, message, error);
}

/* %NULL, said in the window, when there is none. */
static WayToday *
load_now (GtkWidget *window)
{
  WayStore *store = get_store (window);
  g_autoptr (WayZone) zone = way_session_zone (store);
  WayToday *today = way_today_load (store, zone, way_session_now (), NULL);

  if (today != NULL && today->block != NULL)
    return today;
  way_today_free (today);
  gtk_widget_activate_action (window, "win.show-message", "s", _ ("Nothing is planned to work on"));
  return NULL;
}

static void
on_toggle_now (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (WayToday) today = load_now (window);

  if (today != NULL && today->now == WAY_NOW_RUNNING)
    pause_clock (window, today->block->id);
  else if (today != NULL)
    start (window, today->block->id);
}

/* What comes next cannot be finished with a key by mistake. */
static void
on_finish_now (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (WayToday) today = load_now (window);

  if (today != NULL && today->now != WAY_NOW_NEXT)
    finish (window, today->block->id);
  else if (today != NULL)
    gtk_widget_activate_action (window, "win.show-message", "s", _ ("No block is under way"));
}

static void
on_mark_point (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  gboolean checklist, done;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(bxb)", &checklist, &id, &done);
  gboolean ok =
      way_roadmap_set_done (store, checklist, id, done ? way_session_today (store) : WAY_DATE_NONE,
                            way_session_now (), &error);
  way_tell_outcome (window, get_store (window), ok,
                    done ? _ ("Marked as done") : _ ("Marked as open"), error);
}

void
way_marks_install (GtkWidget *window, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "block", on_mark_block, "(xs)", NULL, NULL, { 0 } },
    { "point", on_mark_point, "(bxb)", NULL, NULL, { 0 } },
    { "start", on_start, "x", NULL, NULL, { 0 } },
    { "pause", on_pause, "x", NULL, NULL, { 0 } },
    { "finish", on_finish, "x", NULL, NULL, { 0 } },
    { "plan", on_plan, "(xs)", NULL, NULL, { 0 } },
    { "minutes", on_minutes, "(xi)", NULL, NULL, { 0 } },
    { "toggle-now", on_toggle_now, NULL, NULL, NULL, { 0 } },
    { "finish-now", on_finish_now, NULL, NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (window), "way-marks-store", g_object_ref (store),
                          g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "mark", G_ACTION_GROUP (group));
}
