#include "app/plan/marks.h"

#include "app/session.h"
#include "app/widgets/outcome.h"
#include "core/planner/schedule.h"
#include "core/roadmap/roadmap.h"

#include <glib/gi18n.h>

static WayStore *
get_store (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "way-marks-store");
}

static void
on_mark_block (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *state;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s)", &id, &state);
  gboolean ok = way_schedule_set_state (get_store (window), id, state, way_session_now (), &error);
  way_tell_outcome (
      window, get_store (window), ok,
      g_str_equal (state, "done") ? _ ("Block marked as done") : _ ("Block marked as open"), error);
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
  way_tell_outcome (window, store, ok, done ? _ ("Marked as done") : _ ("Marked as open"), error);
}

void
way_marks_install (GtkWidget *window, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "block", on_mark_block, "(xs)", NULL, NULL, { 0 } },
    { "point", on_mark_point, "(bxb)", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (window), "way-marks-store", g_object_ref (store),
                          g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "mark", G_ACTION_GROUP (group));
}
