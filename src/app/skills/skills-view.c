/* What the person can do: the matrix, the gaps that are in it, and all there is to one skill beside them. */
#include "config.h"

#include "app/skills/skills-view.h"

#include "app/session.h"
#include "app/skills/gaps-page.h"
#include "app/skills/history-page.h"
#include "app/skills/job-ads-dialog.h"
#include "app/skills/matrix-page.h"
#include "app/skills/rate-dialog.h"
#include "app/skills/skill-dialog.h"
#include "app/skills/skill-pane.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/wrap-layout.h"

#include <glib/gi18n.h>

#define SEARCH_LEAST 12 /* skills that are seen without a search */

struct _WaySkillsView
{
  AdwBin parent_instance;

  WayStore *store;
  GSettings *settings;
  WayMatrix *matrix; /* as it is now */
  WayDate today;
  char *mode; /* "matrix", "gaps", "history" */
  GtkStack *stack;
  AdwFlap *flap;
  WaySkillPane *pane;
  GtkWidget *back; /* what had the keyboard before the pane; weak */
  GtkLabel *target_label;
  GtkSearchEntry *search;
  GtkStack *modes;
  WayMatrixPage *matrix_page;
  WayGapsPage *gaps_page;
  AdwBin *history; /* its page is made when it is first shown */
};

G_DEFINE_FINAL_TYPE (WaySkillsView, way_skills_view, ADW_TYPE_BIN)

enum
{
  PROP_MODE = 1,
};

static gboolean
is_mode (WaySkillsView *self, const char *mode)
{
  return g_strcmp0 (self->mode, mode) == 0;
}

/* "Target for: Backend · 3–5 years" */
static void
show_target (WaySkillsView *self)
{
  const WayMatrix *matrix = self->matrix;
  gboolean role = *matrix->role_title != '\0', band = *matrix->band_title != '\0';
  g_autofree char *text =
      /* Translators: whom the targets are for: a role and a band of years, or one of them */
      role && band ? g_strdup_printf (_ ("Target for: %s · %s years"), matrix->role_title,
                                      matrix->band_title)
      : role       ? g_strdup_printf (_ ("Target for: %s"), matrix->role_title)
      : band       ? g_strdup_printf (_ ("Target for: %s years"), matrix->band_title)
                   : g_strdup (_ ("Target for: any role"));

  gtk_label_set_text (self->target_label, text);
}

static void
show_mode (WaySkillsView *self)
{
  if (is_mode (self, "gaps"))
    way_gaps_page_show (self->gaps_page, self->matrix);
  else if (is_mode (self, "history"))
    {
      if (adw_bin_get_child (self->history) == NULL)
        adw_bin_set_child (self->history, way_history_page_new (self->store));
    }
  else
    {
      g_autoptr (GHashTable) points = way_skill_points (self->store, NULL);
      way_matrix_page_show (self->matrix_page, self->matrix, points, self->today);
    }
}

static void
reload (GtkWidget *view)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (view);
  WayDate today = way_session_today (self->store);
  g_autoptr (GError) error = NULL;
  WayMatrix *matrix = way_matrix_load (self->store, today, &error);

  if (matrix == NULL)
    {
      gtk_widget_activate_action (view, "win.show-message", "s", error->message);
      return;
    }
  g_clear_pointer (&self->matrix, way_matrix_free);
  self->matrix = matrix;
  self->today = today;
  show_target (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search),
                          is_mode (self, "matrix") && matrix->skills->len > SEARCH_LEAST);
  show_mode (self);
  gtk_stack_set_visible_child_name (self->stack, matrix->skills->len > 0 ? "content" : "empty");
  if (way_skill_pane_get_skill (self->pane) != 0)
    way_skill_pane_show (self->pane, way_skill_pane_get_skill (self->pane), self->matrix, today);
}

static void
set_mode (WaySkillsView *self, const char *mode)
{
  if (is_mode (self, mode))
    return;
  g_free (self->mode);
  self->mode = g_strdup (mode);
  gtk_stack_set_visible_child_name (self->modes, mode);
  if (self->matrix != NULL)
    reload (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "mode");
}

/* Details. */

static void
show_skill (WaySkillsView *self, gint64 id)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane)))
    g_set_weak_pointer (&self->back, focus);
  if (id != way_skill_pane_get_skill (self->pane))
    way_skill_pane_leave (self->pane);
  way_skill_pane_show (self->pane, id, self->matrix, self->today);
  gtk_widget_show (GTK_WIDGET (self->pane));
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->pane), GTK_DIR_TAB_FORWARD);
}

static void
on_pane_close (WaySkillsView *self)
{
  adw_flap_set_reveal_flap (self->flap, FALSE);
}

static void
focus_skill (WaySkillsView *self, gint64 id)
{
  if (is_mode (self, "gaps"))
    way_gaps_page_focus_skill (self->gaps_page, id);
  else if (is_mode (self, "matrix"))
    way_matrix_page_focus_skill (self->matrix_page, id);
}

/* Closed by whatever: the keyboard goes back to where it was. */
static void
on_revealed (WaySkillsView *self)
{
  GtkWidget *back = self->back;

  if (adw_flap_get_reveal_flap (self->flap))
    return;
  g_clear_weak_pointer (&self->back);
  if (back == NULL || !gtk_widget_get_mapped (back) || !gtk_widget_grab_focus (back))
    focus_skill (self, way_skill_pane_get_skill (self->pane));
}

/* What is out of sight is hidden from assistive technology, too. */
static void
on_progress (WaySkillsView *self)
{
  if (!adw_flap_get_reveal_flap (self->flap) && adw_flap_get_reveal_progress (self->flap) <= 0)
    gtk_widget_hide (GTK_WIDGET (self->pane));
}

static void
on_details_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_skill (WAY_SKILLS_VIEW (widget), g_variant_get_int64 (parameter));
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (widget);
  gboolean revealed = adw_flap_get_reveal_flap (self->flap);

  on_pane_close (self);
  return revealed;
}

/* Of the row that has the keyboard; else the one shown last, or the first. */
static gboolean
on_details_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (widget);
  gint64 id = way_matrix_page_get_focused (self->matrix_page);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (id == 0)
    id = way_skill_pane_get_skill (self->pane);
  if (id == 0 && self->matrix != NULL && self->matrix->skills->len > 0)
    id = ((WaySkill *) g_ptr_array_index (self->matrix->skills, 0))->id;
  if (adw_flap_get_reveal_flap (self->flap))
    on_pane_close (self);
  else if (id != 0)
    show_skill (self, id);
  return TRUE;
}

/* Dialogs. */

static void
present (WaySkillsView *self, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_rate (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (widget);
  const WaySkill *skill;
  const char *rater;
  gint64 id;

  g_variant_get (parameter, "(x&s)", &id, &rater);
  skill = way_matrix_find (self->matrix, id);
  if (skill != NULL)
    present (self, way_rate_dialog_new (skill, rater, self->today));
}

/* It is in the matrix by now. */
static void
on_added (WaySkillsView *self, gint64 id)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  way_matrix_page_set_filter (self->matrix_page, "");
  set_mode (self, "matrix");
  way_matrix_page_focus_skill (self->matrix_page, id);
}

static void
on_add (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (widget);
  GtkWidget *dialog = way_skill_dialog_new (self->store);

  g_signal_connect_object (dialog, "added", G_CALLBACK (on_added), self, G_CONNECT_SWAPPED);
  present (self, dialog);
}

static void
on_job_ads (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (widget);

  present (self, way_job_ads_dialog_new (self->store));
}

/* Searching. */

static void
on_search_changed (WaySkillsView *self)
{
  way_matrix_page_set_filter (self->matrix_page,
                              gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* To what was found. */
static void
on_search_done (WaySkillsView *self)
{
  way_matrix_page_focus_skill (self->matrix_page, 0);
}

static void
on_search_stopped (WaySkillsView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  way_matrix_page_set_filter (self->matrix_page, "");
  way_matrix_page_focus_skill (self->matrix_page, 0);
}

static gboolean
on_search_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (widget);

  return gtk_widget_get_mapped (GTK_WIDGET (self->search)) &&
         gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static gboolean
on_add_key (GtkWidget *widget, GVariant *args, gpointer data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_widget_activate_action (widget, "skills.add", NULL);
  return TRUE;
}

void
way_skills_view_set_store (WaySkillsView *self, WayStore *store)
{
  g_autofree char *mode = g_settings_get_string (self->settings, "skills-mode");

  self->store = g_object_ref (store);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.add", !way_store_is_read_only (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "skills.rate", !way_store_is_read_only (store));
  way_skill_pane_set_store (self->pane, store);
  set_mode (self, mode);
  g_settings_bind (self->settings, "skills-mode", self, "mode", G_SETTINGS_BIND_SET);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_skills_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (object);

  g_value_set_string (value, self->mode != NULL ? self->mode : "matrix");
}

static void
way_skills_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (WAY_SKILLS_VIEW (object)->store != NULL)
    set_mode (WAY_SKILLS_VIEW (object), g_value_get_string (value));
}

static void
way_skills_view_dispose (GObject *object)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (object);

  g_clear_weak_pointer (&self->back);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (way_skills_view_parent_class)->dispose (object);
}

static void
way_skills_view_finalize (GObject *object)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (object);

  g_clear_pointer (&self->matrix, way_matrix_free);
  g_free (self->mode);
  G_OBJECT_CLASS (way_skills_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/skills-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, stack);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, flap);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, pane);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, target_label);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, search);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, modes);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, matrix_page);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, gaps_page);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, history);
  gtk_widget_class_bind_template_callback (widget_class, show_skill);
  gtk_widget_class_bind_template_callback (widget_class, on_pane_close);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_progress);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_done);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
way_skills_view_class_init (WaySkillsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_WRAP_LAYOUT);
  g_type_ensure (WAY_TYPE_MATRIX_PAGE);
  g_type_ensure (WAY_TYPE_GAPS_PAGE);
  g_type_ensure (WAY_TYPE_SKILL_PANE);
  G_OBJECT_CLASS (klass)->dispose = way_skills_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_skills_view_finalize;
  G_OBJECT_CLASS (klass)->get_property = way_skills_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = way_skills_view_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_MODE,
      g_param_spec_string ("mode", NULL, NULL, "matrix",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY));
  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
  gtk_widget_class_install_property_action (widget_class, "skills.mode", "mode");
  gtk_widget_class_install_action (widget_class, "skills.details", "x", on_details_action);
  gtk_widget_class_install_action (widget_class, "skills.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "skills.job-ads", NULL, on_job_ads);
  gtk_widget_class_install_action (widget_class, "skills.rate", "(xs)", on_rate);
}

/* Wherever the keyboard is, as long as the view is up. */
static void
add_shortcut (GtkEventController *controller, const char *keys, GtkShortcutFunc func)
{
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys),
                        gtk_callback_action_new (func, NULL, NULL)));
}

static void
way_skills_view_init (WaySkillsView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->settings = g_settings_new (APP_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_shortcut (keys, "F9|<Alt>Return", on_details_key);
  add_shortcut (keys, "<Control>f", on_search_key);
  add_shortcut (keys, "<Control><Shift>n", on_add_key);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
