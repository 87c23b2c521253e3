#include "app/skills/level-group.h"

#include "app/skills/skill-words.h"

#include <glib/gi18n.h>

#define N_STEPS (WAY_SKILL_MAX + 1)

struct _WayLevelGroup
{
  AdwPreferencesGroup parent_instance;

  gint64 skill_id;
  GtkWidget *rows[N_STEPS]; /* by score; that of none is the last one to be seen */
  GtkWidget *marks[N_STEPS];
};

G_DEFINE_FINAL_TYPE (WayLevelGroup, way_level_group, ADW_TYPE_PREFERENCES_GROUP)

static void
on_activated (WayLevelGroup *self, GtkWidget *row)
{
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "way-step"));

  gtk_widget_activate_action (GTK_WIDGET (self), "skill.score", "(xi)", self->skill_id, step);
}

static void
add_number (GtkWidget *row, int step)
{
  g_autofree char *text = g_strdup_printf ("%d", step);
  GtkWidget *number = gtk_label_new (step == WAY_SKILL_BLANK ? "–" : text);

  gtk_label_set_width_chars (GTK_LABEL (number), 2);
  gtk_widget_add_css_class (number, "title-4");
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), number);
}

static void
add_step (WayLevelGroup *self, int step)
{
  gboolean blank = step == WAY_SKILL_BLANK;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 blank ? _ ("Blank") : way_skill_level_title (step));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), blank ? _ ("Not known: it counts nowhere")
                                                           : way_skill_level_text (step));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "way-step", GINT_TO_POINTER (step));
  add_number (row, step);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The score"), -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  self->rows[step] = row;
  self->marks[step] = mark;
}

void
way_level_group_show (WayLevelGroup *self, const WaySkill *skill, WayDate today)
{
  const char *proof = way_skill_words_proof (skill->proof);
  g_autofree char *age = way_skill_words_score_age (skill, today);
  g_autofree char *text =
      skill->score == WAY_SKILL_BLANK ? g_strdup ("") : g_strdup_printf (_ ("%s, %s"), proof, age);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  self->skill_id = skill->id;
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), markup);
  for (int step = 0; step < N_STEPS; step++)
    {
      gtk_widget_set_visible (self->marks[step], step == skill->score);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->rows[step]), GTK_ACCESSIBLE_STATE_SELECTED,
                                   step == skill->score, -1);
    }
}

static void
way_level_group_class_init (WayLevelGroupClass *klass)
{
}

static void
way_level_group_init (WayLevelGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Score"));
  for (int step = WAY_SKILL_MIN; step <= WAY_SKILL_MAX; step++)
    add_step (self, step);
  add_step (self, WAY_SKILL_BLANK);
}
