#include "app/skills/skill-pane.h"

#include "app/format.h"
#include "app/skills/evidence-group.h"
#include "app/skills/level-group.h"
#include "app/skills/skill-events.h"
#include "app/skills/skill-words.h"
#include "app/skills/text-rows.h"
#include "app/widgets/form.h"
#include "app/widgets/note-view.h"
#include "app/widgets/saved-text.h"

#include <glib/gi18n.h>

struct _WaySkillPane
{
  GtkWidget parent_instance;

  WayStore *store;
  gint64 skill_id;
  gboolean filling; /* the target follows the skill, not the person */
  GtkLabel *title;
  GtkLabel *group_label;
  WayLevelGroup *level;
  WayTextRows *expected;
  AdwComboRow *target;
  AdwPreferencesGroup *gap;
  AdwEntryRow *gap_action;
  AdwActionRow *plan;
  WayNoteView *note;
  WayNoteView *synonyms;
  AdwEntryRow *interviews;
  AdwEntryRow *ads;
  GtkBox *groups;
  WayTextRows *ratings;
  WayEvidenceGroup *evidence;
  AdwEntryRow *own_title;
  AdwEntryRow *group;
  WayTextRows *events;
  AdwActionRow *source;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (WaySkillPane, way_skill_pane, GTK_TYPE_WIDGET)

enum
{
  CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
set_subtitle (AdwActionRow *row, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_action_row_set_subtitle (row, markup);
}

/* What is expected of juniors and seniors. */
static void
show_expected (WaySkillPane *self, const WaySkill *skill)
{
  g_autoptr (GPtrArray) found = way_skill_expectations (self->store, skill, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) way_text_row_free);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const WaySkillExpectation *it = g_ptr_array_index (found, i);
      g_ptr_array_add (rows, way_text_row_new (g_strdup (it->title),
                                               g_strdup_printf (_ ("Junior: %s\nSenior: %s"),
                                                                it->junior, it->senior)));
    }
  way_text_rows_show (self->expected, rows, FALSE, NULL);
}

static void
show_target (WaySkillPane *self, const WaySkill *skill, const WayMatrix *matrix)
{
  g_autofree char *gap = way_skill_words_gap (skill);
  g_autofree char *of_band =
      *matrix->band_title != '\0' ? g_strdup_printf (_ ("%s years"), matrix->band_title) : NULL;
  g_autofree char *of = of_band == NULL || *matrix->role_title == '\0'
                            ? g_strdup (of_band != NULL ? of_band : matrix->role_title)
                            /* Translators: a role and a band: "Backend · 3–5 years" */
                            : g_strdup_printf (_ ("%s · %s"), matrix->role_title, of_band);

  set_subtitle (ADW_ACTION_ROW (self->target), of);
  adw_preferences_group_set_description (self->gap, gap);
  adw_action_row_set_subtitle (self->plan, skill->work_id != 0 ? _ ("Time set aside") : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->plan), "x", skill->id);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->target, (guint) skill->target);
  self->filling = FALSE;
}

/* Of job descriptions: typed, or counted in those that were pasted. */
static void
show_shares (WaySkillPane *self, const WaySkill *skill)
{
  g_autofree char *interviews = skill->interview_percent == WAY_SKILL_UNKNOWN
                                    ? g_strdup ("")
                                    : g_strdup_printf ("%d", skill->interview_percent);
  g_autofree char *ads = skill->ad_percent_typed == WAY_SKILL_UNKNOWN
                             ? g_strdup ("")
                             : g_strdup_printf ("%d", skill->ad_percent_typed);
  g_autofree char *title =
      skill->n_ads > 0 ? g_strdup_printf (_ ("Named in job descriptions, %%; counted: %d of %d"),
                                          skill->ad_count, skill->n_ads)
                       : g_strdup (_ ("Named in job descriptions, %"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->ads), title);
  way_saved_text_set (GTK_EDITABLE (self->interviews), interviews, FALSE);
  way_saved_text_set (GTK_EDITABLE (self->ads), ads, FALSE);
}

static void
show_ratings (WaySkillPane *self, const WaySkill *skill, WayDate today)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) way_text_row_free);

  for (guint i = 0; i < skill->ratings->len; i++)
    {
      const WaySkillRating *it = g_ptr_array_index (skill->ratings, i);
      g_autofree char *difference = way_skill_words_difference (skill, it);
      g_autofree char *day = way_format_day_short (it->date, today);
      char *text = *difference == '\0'
                       /* Translators: a score and a day: "3 on 4 Jan" */
                       ? g_strdup_printf (_ ("%d on %s"), it->score, day)
                       /* Translators: a score, how it compares with one's own, and a day */
                       : g_strdup_printf (_ ("%d, %s, on %s"), it->score, difference, day);
      g_ptr_array_add (rows, way_text_row_new (g_strdup (it->rater), text));
    }
  way_text_rows_show (self->ratings, rows, TRUE, _ ("Nobody yet"));
}

/* The person's own are of no guide. */
static void
show_source (WaySkillPane *self, const WaySkill *skill)
{
  gboolean own = skill->kind == WAY_SKILL_OWN;
  g_autofree char *text = skill->line == 0 || *skill->detail == '\0'
                              ? g_strdup (skill->detail)
                              : g_strdup_printf (_ ("%s (line %d)"), skill->detail, skill->line);

  if (skill->line > 0 && *skill->detail == '\0')
    {
      g_free (text);
      text = g_strdup_printf (_ ("Line %d"), skill->line);
    }
  set_subtitle (self->source, text);
  gtk_widget_set_visible (GTK_WIDGET (self->source), !own && *text != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->own_title), own);
  gtk_widget_set_visible (self->remove, own);
}

static void
show_texts (WaySkillPane *self, const WaySkill *skill)
{
  way_saved_text_set (GTK_EDITABLE (self->gap_action), skill->gap_action, FALSE);
  way_saved_text_set (GTK_EDITABLE (self->own_title), skill->title, FALSE);
  way_saved_text_set (GTK_EDITABLE (self->group), skill->group, FALSE);
  way_note_view_set_text (self->note, skill->note, FALSE);
  way_note_view_set_text (self->synonyms, skill->synonyms, FALSE);
}

void
way_skill_pane_leave (WaySkillPane *self)
{
  AdwEntryRow *const entries[] = { self->gap_action, self->own_title, self->group, self->interviews,
                                   self->ads };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    way_saved_text_set (GTK_EDITABLE (entries[i]), "", TRUE);
  way_note_view_set_text (self->note, "", TRUE);
  way_note_view_set_text (self->synonyms, "", TRUE);
  self->skill_id = 0;
}

void
way_skill_pane_show (WaySkillPane *self, gint64 skill_id, const WayMatrix *matrix, WayDate today)
{
  const WaySkill *skill = way_matrix_find (matrix, skill_id);

  self->skill_id = skill_id;
  if (skill == NULL)
    {
      if (skill_id != 0)
        g_signal_emit (self, signals[CLOSE], 0);
      return;
    }
  gtk_label_set_text (self->title, skill->title);
  gtk_label_set_text (self->group_label, skill->group);
  way_level_group_show (self->level, skill, today);
  show_expected (self, skill);
  show_target (self, skill, matrix);
  show_shares (self, skill);
  show_texts (self, skill);
  show_ratings (self, skill, today);
  way_evidence_group_set_skill (self->evidence, skill_id);
  way_skill_events_show (self->events, self->store, skill_id, today);
  show_source (self, skill);
}

gint64
way_skill_pane_get_skill (WaySkillPane *self)
{
  return self->skill_id;
}

static void
on_target (WaySkillPane *self)
{
  if (!self->filling && self->skill_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "skill.target", "(xi)", self->skill_id,
                                (int) adw_combo_row_get_selected (self->target));
}

static void
set (WaySkillPane *self, const char *what, const char *text)
{
  if (self->skill_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "skill.set", "(xss)", self->skill_id, what,
                                text);
}

/* Each entry is called as what it sets. */
static void
save_entry (GtkEditable *entry, const char *text, gpointer pane)
{
  set (pane, gtk_widget_get_name (GTK_WIDGET (entry)), text);
}

static void
on_save_note (WaySkillPane *self, const char *text)
{
  set (self, "note", text);
}

static void
on_save_synonyms (WaySkillPane *self, const char *text)
{
  set (self, "synonyms", text);
}

static void
on_share_changed (GtkWidget *entry)
{
  int percent;

  way_form_set_error (entry, !way_skill_words_read_percent (
                                 gtk_editable_get_text (GTK_EDITABLE (entry)), &percent, NULL));
}

static void
on_rate (WaySkillPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "skills.rate", "(xs)", self->skill_id, "");
}

static void
on_rating_activated (WaySkillPane *self, guint i, WayTextRows *rows)
{
  g_autofree char *rater = way_text_rows_get_title (rows, i);

  gtk_widget_activate_action (GTK_WIDGET (self), "skills.rate", "(xs)", self->skill_id, rater);
}

static void
on_remove (WaySkillPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "skill.remove", "x", self->skill_id);
}

static void
on_close (WaySkillPane *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

void
way_skill_pane_set_store (WaySkillPane *self, WayStore *store)
{
  gboolean writable = !way_store_is_read_only (store);

  self->store = g_object_ref (store);
  self->evidence = WAY_EVIDENCE_GROUP (way_evidence_group_new (store));
  gtk_box_insert_child_after (self->groups, GTK_WIDGET (self->evidence),
                              GTK_WIDGET (self->ratings));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->note), writable);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->synonyms), writable);
}

static void
way_skill_pane_dispose (GObject *object)
{
  WaySkillPane *self = WAY_SKILL_PANE (object);
  GtkWidget *child;

  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_skill_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, title);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, group_label);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, level);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, expected);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, target);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, gap);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, gap_action);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, plan);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, groups);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, note);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, synonyms);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, interviews);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, ads);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, ratings);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, own_title);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, group);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, events);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, source);
  gtk_widget_class_bind_template_child (widget_class, WaySkillPane, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_target);
  gtk_widget_class_bind_template_callback (widget_class, on_save_note);
  gtk_widget_class_bind_template_callback (widget_class, on_save_synonyms);
  gtk_widget_class_bind_template_callback (widget_class, on_share_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_rate);
  gtk_widget_class_bind_template_callback (widget_class, on_rating_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
}

static void
way_skill_pane_class_init (WaySkillPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_LEVEL_GROUP);
  g_type_ensure (WAY_TYPE_TEXT_ROWS);
  g_type_ensure (WAY_TYPE_NOTE_VIEW);
  G_OBJECT_CLASS (klass)->dispose = way_skill_pane_dispose;
  signals[CLOSE] = g_signal_new ("close", WAY_TYPE_SKILL_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/skill-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "skillpane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  bind_template (widget_class);
}

/* "Blank" and the steps, by their numbers. */
static void
offer_targets (WaySkillPane *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Blank"));
  for (int step = WAY_SKILL_MIN; step <= WAY_SKILL_MAX; step++)
    {
      /* Translators: a step of a skill, and its name */
      g_autofree char *name = g_strdup_printf (_ ("%d  %s"), step, way_skill_level_title (step));
      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  adw_combo_row_set_model (self->target, G_LIST_MODEL (names));
  self->filling = FALSE;
}

static void
way_skill_pane_init (WaySkillPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  AdwEntryRow *const entries[] = { self->gap_action, self->own_title, self->group, self->interviews,
                                   self->ads };

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    way_saved_text_set_up (GTK_EDITABLE (entries[i]), save_entry, self);
  offer_targets (self);
}
