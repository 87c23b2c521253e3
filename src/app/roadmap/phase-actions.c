#include "app/roadmap/phase-actions.h"

#include "app/session.h"
#include "core/roadmap/phase.h"

#include <glib/gi18n.h>

static WayStore *
get_store (GtkWidget *window)
{
  return g_object_get_data (G_OBJECT (window), "way-phase-store");
}

/* @message: %NULL where what was done is seen anyhow. */
static void
tell (GtkWidget *window, gboolean done, const char *message, const GError *error)
{
  if (!done)
    gtk_widget_activate_action (window, "win.show-message", "s", error->message);
  else if (message != NULL)
    gtk_widget_activate_action (window, "win.show-undo", "s", message);
}

static void
on_close_gate (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayStore *store = get_store (window);
  const char *evidence, *reason;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s&s)", &id, &evidence, &reason);
  gboolean done = way_phase_close_gate (store, id, evidence, reason, way_session_today (store),
                                        way_session_now (), &error);
  tell (window, done, _ ("Gate closed"), error);
}

static void
on_open_gate (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;
  gboolean done = way_phase_open_gate (get_store (window), g_variant_get_int64 (parameter),
                                       way_session_now (), &error);

  tell (window, done, _ ("Gate opened again"), error);
}

static void
on_note (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *text;
  gint64 id;
  g_autoptr (GError) error = NULL;

  g_variant_get (parameter, "(x&s)", &id, &text);
  gboolean done = way_phase_set_note (get_store (window), id, text, way_session_now (), &error);
  tell (window, done, NULL, error);
}

/* Points into @parameter. */
static gint64
read_artifact (GVariant *parameter, WayArtifact *artifact)
{
  const char *kind;
  gint64 id;

  g_variant_get (parameter, "(x&s&s&si)", &id, &kind, &artifact->title, &artifact->link,
                 &artifact->made_date);
  artifact->kind = WAY_ARTIFACT_OTHER;
  way_artifact_kind_parse (kind, &artifact->kind, NULL);
  return id;
}

static void
on_add_artifact (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayArtifact artifact = { 0 };
  gint64 phase = read_artifact (parameter, &artifact);
  g_autoptr (GError) error = NULL;
  gboolean done =
      way_artifact_add (get_store (window), phase, &artifact, way_session_now (), NULL, &error);

  tell (window, done, _ ("Artifact added"), error);
}

static void
on_change_artifact (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  WayArtifact artifact = { 0 };
  g_autoptr (GError) error = NULL;

  artifact.id = read_artifact (parameter, &artifact);
  gboolean done = way_artifact_change (get_store (window), &artifact, way_session_now (), &error);
  tell (window, done, _ ("Artifact changed"), error);
}

static void
on_remove_artifact (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  g_autoptr (GError) error = NULL;
  gboolean done = way_artifact_remove (get_store (window), g_variant_get_int64 (parameter),
                                       way_session_now (), &error);

  tell (window, done, _ ("Artifact removed"), error);
}

void
way_phase_actions_install (GtkWidget *window, WayStore *store)
{
  static const GActionEntry entries[] = {
    { "close-gate", on_close_gate, "(xss)", NULL, NULL, { 0 } },
    { "open-gate", on_open_gate, "x", NULL, NULL, { 0 } },
    { "note", on_note, "(xs)", NULL, NULL, { 0 } },
    { "add-artifact", on_add_artifact, "(xsssi)", NULL, NULL, { 0 } },
    { "change-artifact", on_change_artifact, "(xsssi)", NULL, NULL, { 0 } },
    { "remove-artifact", on_remove_artifact, "x", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_object_set_data_full (G_OBJECT (window), "way-phase-store", g_object_ref (store),
                          g_object_unref);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "phase", G_ACTION_GROUP (group));
}
