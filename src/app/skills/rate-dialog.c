#include "app/skills/rate-dialog.h"

#include "app/widgets/date-row.h"
#include "app/widgets/form.h"

#include <glib/gi18n.h>

#define WAY_TYPE_RATE_DIALOG (way_rate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayRateDialog, way_rate_dialog, WAY, RATE_DIALOG, AdwWindow)

struct _WayRateDialog
{
  AdwWindow parent_instance;

  gint64 skill_id;
  GtkButton *save;
  AdwPreferencesGroup *group;
  GtkEditable *rater;
  AdwComboRow *score;
  WayDateRow *date;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (WayRateDialog, way_rate_dialog, ADW_TYPE_WINDOW)

/* transfer full */
static char *
get_rater (WayRateDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->rater)));
}

static void
on_rater_changed (WayRateDialog *self)
{
  g_autofree char *rater = get_rater (self);

  if (*rater != '\0')
    way_form_set_error (GTK_WIDGET (self->rater), FALSE);
}

static void
rate (WayRateDialog *self, int score)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autofree char *rater = get_rater (self);
  WayDate date;

  way_form_set_error (GTK_WIDGET (self->rater), *rater == '\0');
  if (!way_date_row_get_date (self->date, &date, NULL) || *rater == '\0')
    {
      way_form_focus_error (GTK_WIDGET (self));
      return;
    }
  gtk_widget_activate_action (parent, "skill.rate", "(xsii)", self->skill_id, rater, score, date);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_save (WayRateDialog *self)
{
  rate (self, WAY_SKILL_MIN + (int) adw_combo_row_get_selected (self->score));
}

static void
on_remove (WayRateDialog *self)
{
  rate (self, WAY_SKILL_BLANK);
}

static void
way_rate_dialog_class_init (WayRateDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/rate-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayRateDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayRateDialog, group);
  gtk_widget_class_bind_template_child (widget_class, WayRateDialog, rater);
  gtk_widget_class_bind_template_child (widget_class, WayRateDialog, score);
  gtk_widget_class_bind_template_child (widget_class, WayRateDialog, date);
  gtk_widget_class_bind_template_child (widget_class, WayRateDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_rater_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_rate_dialog_init (WayRateDialog *self)
{
  g_autoptr (GtkStringList) steps = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int step = WAY_SKILL_MIN; step <= WAY_SKILL_MAX; step++)
    {
      g_autofree char *name = g_strdup_printf (_ ("%d  %s"), step, way_skill_level_title (step));
      gtk_string_list_append (steps, name);
    }
  adw_combo_row_set_model (self->score, G_LIST_MODEL (steps));
}

static const WaySkillRating *
find_rating (const WaySkill *skill, const char *rater)
{
  for (guint i = 0; i < skill->ratings->len; i++)
    {
      const WaySkillRating *it = g_ptr_array_index (skill->ratings, i);
      if (g_str_equal (it->rater, rater))
        return it;
    }
  return NULL;
}

GtkWidget *
way_rate_dialog_new (const WaySkill *skill, const char *rater, WayDate today)
{
  WayRateDialog *self = g_object_new (WAY_TYPE_RATE_DIALOG, NULL);
  const WaySkillRating *rating = find_rating (skill, rater);
  int score = rating != NULL                    ? rating->score
              : skill->score != WAY_SKILL_BLANK ? skill->score
                                                : WAY_SKILL_MIN;
  g_autofree char *title = g_markup_escape_text (skill->title, -1);

  self->skill_id = skill->id;
  adw_preferences_group_set_title (self->group, title);
  gtk_window_set_title (GTK_WINDOW (self),
                        rating == NULL ? _ ("Add Another's Score") : _ ("Another's Score"));
  gtk_button_set_label (self->save, rating == NULL ? _ ("_Add") : _ ("_Save"));
  gtk_editable_set_text (self->rater, rater);
  adw_combo_row_set_selected (self->score, (guint) (score - WAY_SKILL_MIN));
  way_date_row_set_date (self->date, today, today);
  gtk_widget_set_visible (self->remove, rating != NULL);
  /* Whose it is stays. */
  gtk_widget_set_sensitive (GTK_WIDGET (self->rater), rating == NULL);
  gtk_widget_grab_focus (rating == NULL ? GTK_WIDGET (self->rater) : GTK_WIDGET (self->score));
  return GTK_WIDGET (self);
}
