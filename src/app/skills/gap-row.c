#include "app/skills/gap-row.h"

#include "app/skills/skill-words.h"
#include "app/widgets/form.h"
#include "app/widgets/saved-text.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEFT_TO_RIGHT_MARK 0x200e

struct _WayGapRow
{
  GtkWidget parent_instance;

  gint64 skill_id;
  GtkLabel *rank;
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *plan;
  GtkBox *texts;
  GtkWidget *shares;
  GtkEditable *interviews;
  GtkEditable *ads;
};

G_DEFINE_FINAL_TYPE (WayGapRow, way_gap_row, GTK_TYPE_WIDGET)

static void
name_entry (GtkEditable *entry, const char *format, const char *title)
{
  g_autofree char *name = g_strdup_printf (format, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* The arithmetic, what is to be done, and whether there is time for that, a line each: one label, for lists are long. */
static void
show_text (WayGapRow *self, const WaySkillGap *gap)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autofree char *arithmetic = way_skill_gap_arithmetic (gap);
  GString *text = g_string_new (NULL);

  /* Numbers and signs alone have no direction: they are read from left to right in any language. */
  if (rtl && !isnan (gap->priority))
    g_string_append_unichar (text, LEFT_TO_RIGHT_MARK);
  g_string_append (text, arithmetic);
  if (*gap->skill->gap_action != '\0')
    g_string_append_printf (text, "\n%s", gap->skill->gap_action);
  if (gap->skill->work_id != 0)
    g_string_append_printf (text, "\n%s", _ ("Time set aside"));
  gtk_label_set_text (self->text, text->str);
  g_string_free (text, TRUE);
}

/* A row is used again for another skill. */
static void
show_shares (WayGapRow *self, const WaySkill *skill, gboolean other)
{
  g_autofree char *interviews = skill->interview_percent == WAY_SKILL_UNKNOWN
                                    ? g_strdup ("")
                                    : g_strdup_printf ("%d", skill->interview_percent);
  int percent = way_skill_ad_percent (skill);
  g_autofree char *ads =
      percent == WAY_SKILL_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%d", percent);

  /* Translators: a skill */
  name_entry (self->interviews, _ ("Percent of interviews that ask for %s"), skill->title);
  name_entry (self->ads, _ ("Percent of job descriptions that name %s"), skill->title);
  way_saved_text_set (self->interviews, interviews, other);
  way_saved_text_set (self->ads, ads, other);
}

void
way_gap_row_set_gap (WayGapRow *self, const WaySkillGap *gap, guint rank)
{
  const WaySkill *skill = gap->skill;
  g_autofree char *number = g_strdup_printf ("%u", rank);
  gboolean other = self->skill_id != skill->id;

  if (self->shares != NULL && other)
    {
      way_saved_text_set (self->interviews, "", TRUE);
      way_saved_text_set (self->ads, "", TRUE);
    }
  self->skill_id = skill->id;
  /* Translators: the title of a skill */
  g_autofree char *plan = g_strdup_printf (_ ("Plan the gap action of %s"), skill->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->plan), GTK_ACCESSIBLE_PROPERTY_LABEL, plan,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->plan), "x", skill->id);
  gtk_label_set_text (self->rank, number);
  gtk_widget_set_visible (GTK_WIDGET (self->rank), self->shares == NULL);
  gtk_label_set_text (self->title, skill->title);
  show_text (self, gap);
  if (self->shares != NULL)
    show_shares (self, skill, FALSE);
}

gint64
way_gap_row_get_skill (WayGapRow *self)
{
  return self->skill_id;
}

/* Each entry is called as what it sets. */
static void
save (GtkEditable *entry, const char *text, gpointer row)
{
  WayGapRow *self = row;

  if (self->skill_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "skill.set", "(xss)", self->skill_id,
                                gtk_widget_get_name (GTK_WIDGET (entry)), text);
}

static void
on_share_changed (GtkWidget *entry)
{
  int percent;

  way_form_set_error (entry, !way_skill_words_read_percent (
                                 gtk_editable_get_text (GTK_EDITABLE (entry)), &percent, NULL));
}

static GtkEditable *
add_share (WayGapRow *self, const char *what, const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_name (entry, what);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  way_saved_text_set_up (GTK_EDITABLE (entry), save, self);
  g_signal_connect (entry, "changed", G_CALLBACK (on_share_changed), NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (self->shares), box);
  return GTK_EDITABLE (entry);
}

/* Only where they are needed: entries are the heaviest part of a row. */
static void
add_shares (WayGapRow *self)
{
  self->shares = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->shares, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->shares, 6);
  self->interviews = add_share (self, "interviews", _ ("Interviews, %"));
  self->ads = add_share (self, "ads", _ ("Job descriptions, %"));
  gtk_box_append (self->texts, self->shares);
}

static void
way_gap_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_gap_row_parent_class)->dispose (object);
}

static void
way_gap_row_class_init (WayGapRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_gap_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/gap-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gaprow");
  gtk_widget_class_bind_template_child (widget_class, WayGapRow, rank);
  gtk_widget_class_bind_template_child (widget_class, WayGapRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayGapRow, text);
  gtk_widget_class_bind_template_child (widget_class, WayGapRow, plan);
  gtk_widget_class_bind_template_child (widget_class, WayGapRow, texts);
}

static void
way_gap_row_init (WayGapRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_gap_row_new (gboolean open)
{
  WayGapRow *self = g_object_new (WAY_TYPE_GAP_ROW, NULL);

  if (open)
    add_shares (self);
  return GTK_WIDGET (self);
}
