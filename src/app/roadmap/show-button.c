#include "app/roadmap/show-button.h"

#include "app/roadmap/timeline-text.h"
#include "config.h"
#include "core/roadmap/baseline.h"
#include "core/roadmap/critical-path.h"

#include <glib/gi18n.h>

#define MOST_BASELINES 8 /* in the menu */
#define NEWEST         -1

struct _WayShowButton
{
  AdwBin parent_instance;

  GSettings *settings;
  GtkMenuButton *button;
  WayDate baseline_date; /* of the one that is compared with; WAY_DATE_NONE: none */
};

G_DEFINE_FINAL_TYPE (WayShowButton, way_show_button, ADW_TYPE_BIN)

static guint changed_signal;

static void
append_baseline (GMenu *menu, const char *label, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "show.roadmap-baseline", "x", id);
  g_menu_append_item (menu, item);
}

/* @chosen: the id of the one compared with; 0: none */
static GMenuModel *
make_menu (const GPtrArray *baselines, gint64 chosen)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) show = g_menu_new ();
  g_autoptr (GMenu) choice = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();

  g_menu_append (show, _ ("_Critical Path"), "show.roadmap-critical");
  g_menu_append (show, _ ("_Slack"), "show.roadmap-slack");
  g_menu_append (show, _ ("_Hours a Week"), "show.roadmap-load");
  append_baseline (choice, _ ("_None"), 0);
  append_baseline (choice, _ ("The Ne_west"), NEWEST);
  for (guint i = 0; baselines != NULL && i < MIN (baselines->len, MOST_BASELINES); i++)
    {
      const WayBaseline *it = g_ptr_array_index (baselines, i);
      g_auto (GStrv) parts = g_strsplit (it->name, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);
      append_baseline (choice, label, it->id);
    }
  g_menu_append (change, _ ("_Take Baseline…"), "dates.take-baseline");
  if (chosen != 0)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Remove This Baseline"), NULL);
      g_menu_item_set_action_and_target (item, "dates.remove-baseline", "x", chosen);
      g_menu_append_item (change, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (show));
  /* Translators: what the roadmap is compared with */
  g_menu_append_section (menu, _ ("Compare With"), G_MENU_MODEL (choice));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

void
way_show_button_compare (WayShowButton *self, WayStore *store, WayRoadmap *roadmap)
{
  g_autoptr (GPtrArray) baselines = way_baseline_list (store, NULL);
  gint64 id = g_settings_get_int64 (self->settings, "roadmap-baseline");

  if (id == NEWEST)
    id = baselines != NULL && baselines->len > 0
             ? ((WayBaseline *) g_ptr_array_index (baselines, 0))->id
             : 0;
  if (id == 0 || !way_baseline_compare (store, id, roadmap, NULL))
    id = 0;
  self->baseline_date = roadmap->baseline_date;
  g_autoptr (GMenuModel) menu = make_menu (baselines, id);
  gtk_menu_button_set_menu_model (self->button, menu);
}

char *
way_show_button_describe (WayShowButton *self, const WayRoadmapPhase *phase)
{
  g_autofree char *slack = way_critical_path_text (phase);
  g_autofree char *planned = way_baseline_phase_text (self->baseline_date, phase);
  gboolean say_slack = way_critical_path_is_critical (phase)
                           ? g_settings_get_boolean (self->settings, "roadmap-critical")
                           : g_settings_get_boolean (self->settings, "roadmap-slack");
  g_autofree char *set = way_timeline_describe_set_days (phase);
  const char *parts[] = { set, say_slack ? slack : "", planned };
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

char *
way_show_button_describe_point (WayShowButton *self, const WayRoadmapPoint *point)
{
  return way_baseline_point_text (self->baseline_date, point);
}

void
way_show_button_set_timeline (WayShowButton *self, WayTimeline *timeline)
{
  g_settings_bind (self->settings, "roadmap-critical", timeline, "show-critical",
                   G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "roadmap-slack", timeline, "show-slack", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "roadmap-load", timeline, "show-load", G_SETTINGS_BIND_GET);
}

static void
on_changed (WayShowButton *self, const char *key)
{
  if (g_str_has_prefix (key, "roadmap-") && !g_str_equal (key, "roadmap-load"))
    g_signal_emit (self, changed_signal, 0);
}

static void
way_show_button_dispose (GObject *object)
{
  WayShowButton *self = WAY_SHOW_BUTTON (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (way_show_button_parent_class)->dispose (object);
}

static void
way_show_button_class_init (WayShowButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_show_button_dispose;
  changed_signal = g_signal_new ("changed", WAY_TYPE_SHOW_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
way_show_button_init (WayShowButton *self)
{
  static const char *const keys[] = { "roadmap-critical", "roadmap-slack", "roadmap-load",
                                      "roadmap-baseline" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = make_menu (NULL, 0);

  self->settings = g_settings_new (APP_ID);
  self->baseline_date = WAY_DATE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (self->settings, keys[i]);
      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "show", G_ACTION_GROUP (group));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _ ("_Show"));
  gtk_menu_button_set_use_underline (self->button, TRUE);
  gtk_menu_button_set_menu_model (self->button, menu);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("What the Timeline Shows"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the Timeline Shows"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
}
