#include "app/schedule/block-actions.h"

#include "app/session.h"
#include "app/widgets/outcome.h"
#include "core/planner/block-change.h"

#include <glib/gi18n.h>

static WayStore *
get_store (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "way-block-store");
}

/* A person may put a block where something is already, and hears of it. */
static void
tell_placed (GtkWidget *window,
             gboolean done,
             gint64 id,
             gint64 start_utc,
             gint64 end_utc,
             const GError *error)
{
  WayStore *store = get_store (window);
  g_autofree char *other = done ? way_block_overlap (store, id, start_utc, end_utc) : NULL;
  /* Translators: the title of what was there before */
  g_autofree char *message = other != NULL
                                 ? g_strdup_printf (_ ("Moved, and it overlaps “%s”"), other)
                                 : g_strdup (_ ("Moved, and pinned"));

  way_tell_outcome (window, store, done, message, error);
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  gint64 id, start, end;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xxx)", &id, &start, &end);
  gboolean done = way_block_move (get_store (window), id, start, end, way_session_now (), &error);
  tell_placed (window, done, id, start, end, error);
}

/* All that was changed is one step back. */
static gboolean
change (WayStore *store, GVariant *parameter, GError **error)
{
  const char *kind, *title, *note;
  gint64 id, guide, phase, gap_work, start, end, now_utc = way_session_now ();

  g_variant_get (parameter, "(x&sxxx&sxx&s)", &id, &kind, &guide, &phase, &gap_work, &title, &start,
                 &end, &note);
  g_autoptr (GPtrArray) purposes = way_block_purposes (store, error);
  const WayBlockPurpose *purpose = NULL;
  for (guint i = 0; purposes != NULL && i < purposes->len; i++)
    {
      const WayBlockPurpose *it = g_ptr_array_index (purposes, i);
      if (it->guide_id == guide && it->phase_id == phase && it->gap_work_id == gap_work)
        purpose = it;
    }
  if (purpose == NULL || !way_store_begin (store, _ ("Change Block"), now_utc, error))
    return FALSE;
  if (way_block_change (store, id, (WayBlockKind) MAX (0, way_block_kind_from_string (kind)),
                        purpose, title, start, end, now_utc, error) &&
      way_block_set_note (store, id, note, now_utc, error))
    return way_store_commit (store, error);
  way_store_rollback (store);
  return FALSE;
}

static void
on_change (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  g_autoptr (GError) error = NULL;
  gboolean done = change (store, parameter, &error);

  if (done || error != NULL)
    way_tell_outcome (window, store, done, _ ("Block changed"), error);
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *note;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s)", &id, &note);
  gboolean done = way_block_set_note (get_store (window), id, note, way_session_now (), &error);
  way_tell_outcome (window, get_store (window), done, _ ("Note saved"), error);
}

static void
on_pin (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  gboolean pinned;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(xb)", &id, &pinned);
  gboolean done = way_block_set_pinned (store, id, pinned, way_session_now (), &error);
  way_tell_outcome (
      window, store, done,
      pinned ? _ ("Pinned: planning leaves it") : _ ("Unpinned: planning may move it"), error);
}

static void
on_remove (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;
  gboolean done = way_block_remove (get_store (window), g_variant_get_int64 (parameter),
                                    way_session_now (), &error);

  way_tell_outcome (window, get_store (window), done, _ ("Block removed"), error);
}

void
way_block_actions_install (GtkWidget *window, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "move", on_move, "(xxx)", NULL, NULL, { 0 } },
    { "change", on_change, "(xsxxxsxxs)", NULL, NULL, { 0 } },
    { "note", on_note, "(xs)", NULL, NULL, { 0 } },
    { "pin", on_pin, "(xb)", NULL, NULL, { 0 } },
    { "remove", on_remove, "x", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (window), "way-block-store", g_object_ref (store),
                          g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "block", G_ACTION_GROUP (group));
}
