#include "app/skills/job-ad-page.h"

#include "app/session.h"
#include "app/skills/job-ad-marks.h"
#include "app/widgets/outcome.h"
#include "app/widgets/row-list.h"
#include "core/skills/change.h"

#include <glib/gi18n.h>
#include <string.h>

struct _WayJobAdPage
{
  AdwBin parent_instance;

  WayStore *store;
  WayMatrix *matrix;
  gint64 id; /* of the job description; 0: none yet */
  char *text;
  GArray *mentions;   /* of WayMention */
  GHashTable *counts; /* gint64 of skill → guint */
  gint64 chosen;      /* the skill whose names can be changed; 0: none */
  GListStore *rows;   /* of WayRowItem */
  GtkTextView *view;
  GtkListView *list;
  GtkLabel *summary;
  AdwEntryRow *names;
  GtkWidget *names_box;
};

G_DEFINE_FINAL_TYPE (WayJobAdPage, way_job_ad_page, ADW_TYPE_BIN)

static guint
count_of (WayJobAdPage *self, const WaySkill *skill)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &skill->id));
}

/* "3 times here, named in 7 of 12"; how often all job descriptions name it. */
static char *
describe (WayJobAdPage *self, const WaySkill *skill)
{
  guint n = count_of (self, skill);
  /* Translators: how many of the job descriptions name a skill */
  g_autofree char *all = g_strdup_printf (_ ("named in %d of %d"), skill->ad_count, skill->n_ads);

  if (n == 0)
    /* Translators: "named in 7 of 12" job descriptions */
    return g_strdup_printf (_ ("Not here, %s"), all);
  g_autofree char *here = g_strdup_printf (ngettext ("%u time here", "%u times here", n), n);
  /* Translators: "3 times here", "named in 7 of 12" job descriptions */
  return g_strdup_printf (_ ("%s, %s"), here, all);
}

static GtkWidget *
make_row (int kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title = gtk_label_new (NULL), *words = gtk_label_new (NULL);

  for (int i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? title : words);
      gtk_label_set_xalign (label, 0);
      gtk_label_set_wrap (label, TRUE);
      gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (label));
    }
  gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_add_css_class (words, "numeric");
  gtk_widget_add_css_class (box, "bar");
  return box;
}

static void
fill_row (GtkWidget *box, WayRowItem *item, gpointer user_data)
{
  WayJobAdPage *self = user_data;
  const WaySkill *skill = way_row_item_get_data (item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  g_autofree char *words = describe (self, skill);

  gtk_label_set_text (GTK_LABEL (title), skill->title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (title)), words);
  if (count_of (self, skill) > 0)
    gtk_widget_add_css_class (title, "heading");
  else
    gtk_widget_remove_css_class (title, "heading");
}

static gboolean
mark (WayJobAdPage *self, GtkTextIter *first)
{
  return way_job_ad_marks_show (gtk_text_view_get_buffer (self->view), self->text, self->mentions,
                                self->chosen, first);
}

/* What stands between the names: a comma, unless there is one inside of a name. */
static const char *
separator_of (const WaySkill *skill)
{
  return strchr (skill->synonyms, ',') != NULL ? ";" : ",";
}

/* What is typed stays while the stored names are the ones it began with. */
static void
show_names (WayJobAdPage *self, gboolean other)
{
  const WaySkill *skill = self->chosen != 0 ? way_matrix_find (self->matrix, self->chosen) : NULL;

  gtk_widget_set_visible (self->names_box, skill != NULL);
  if (skill == NULL)
    {
      self->chosen = 0;
      return;
    }
  g_auto (GStrv) lines = g_strsplit (skill->synonyms, "\n", -1);
  g_autofree char *between = g_strconcat (separator_of (skill), " ", NULL);
  g_autofree char *names = g_strjoinv (between, lines);
  const char *before = g_object_get_data (G_OBJECT (self->names), "way-names");
  /* Translators: a skill, and what stands between its other names: a comma, or ";" */
  g_autofree char *title = g_strdup_printf (_ ("Other names of %s, with “%s” between"),
                                            skill->title, separator_of (skill));
  g_autofree char *markup = g_markup_escape_text (title, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->names), markup);
  if (other || g_strcmp0 (before, names) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->names), names);
      gtk_editable_set_position (GTK_EDITABLE (self->names), -1);
    }
  g_object_set_data_full (G_OBJECT (self->names), "way-names", g_strdup (names), g_free);
}

static void
on_activate (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayJobAdPage *self = user_data;
  GtkTextIter first;

  self->chosen = way_row_item_get_id (item);
  show_names (self, TRUE);
  if (mark (self, &first))
    gtk_text_view_scroll_to_iter (self->view, &first, 0.1, FALSE, 0, 0);
}

static void
on_use (WayJobAdPage *self)
{
  const WaySkill *skill = self->chosen != 0 ? way_matrix_find (self->matrix, self->chosen) : NULL;
  g_autoptr (GError) error = NULL;

  if (skill == NULL)
    return;
  g_auto (GStrv) names =
      g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->names)), separator_of (skill), -1);
  g_autofree char *synonyms = g_strjoinv ("\n", names);
  WaySkillTexts texts = { .title = skill->title,
                          .group = skill->own_group ? skill->group : "",
                          .gap_action = skill->gap_action,
                          .note = skill->note,
                          .synonyms = synonyms,
                          .interview_percent = skill->interview_percent,
                          .ad_percent = skill->ad_percent_typed };
  gboolean done = way_skill_change (self->store, skill->id, &texts, way_session_now (), &error);
  way_tell_outcome (GTK_WIDGET (self), self->store, done, _ ("Names changed"), error);
}

static void
count_mentions (WayJobAdPage *self)
{
  g_hash_table_remove_all (self->counts);
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const WayMention *mention = &g_array_index (self->mentions, WayMention, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, &mention->skill_id));
      g_hash_table_replace (self->counts, g_memdup2 (&mention->skill_id, sizeof mention->skill_id),
                            GUINT_TO_POINTER (n + 1));
    }
}

/* Those that are named here first; each part in the order of the matrix. */
static void
fill_list (WayJobAdPage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const headings[] = { _ ("Named Here"), _ ("Not Named Here") };

  for (int pass = 0; pass < 2; pass++)
    {
      gboolean any = FALSE;
      for (guint i = 0; i < self->matrix->skills->len; i++)
        {
          WaySkill *skill = g_ptr_array_index (self->matrix->skills, i);
          if ((count_of (self, skill) == 0) != (pass == 1))
            continue;
          if (!any)
            g_ptr_array_add (items, way_row_item_new_heading (headings[pass]));
          any = TRUE;
          g_ptr_array_add (items, way_row_item_new (0, skill->id, self->matrix->skills, skill));
        }
    }
  way_row_items_replace (self->rows, items);
}

static void
show_text (WayJobAdPage *self, const WayJobAd *ad)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;

  if (self->id == ad->id && g_strcmp0 (self->text, ad->text) == 0)
    return;
  if (self->id != ad->id)
    self->chosen = 0;
  self->id = ad->id;
  g_free (self->text);
  self->text = g_strdup (ad->text);
  gtk_text_buffer_set_text (buffer, ad->text, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

void
way_job_ad_page_show (WayJobAdPage *self, const WayJobAd *ad, WayMatrix *matrix)
{
  WayMatrix *before = self->matrix;
  GtkTextIter first;

  self->matrix = matrix;
  show_text (self, ad);
  g_clear_pointer (&self->mentions, g_array_unref);
  self->mentions = way_mentions_find (self->text, matrix->skills);
  count_mentions (self);
  guint n = g_hash_table_size (self->counts);
  g_autofree char *summary = g_strdup_printf (ngettext ("%u skill named", "%u skills named", n), n);
  gtk_label_set_text (self->summary, summary);
  show_names (self, FALSE);
  mark (self, &first);
  fill_list (self);
  way_matrix_free (before);
}

void
way_job_ad_page_grab_focus (WayJobAdPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
way_job_ad_page_set_store (WayJobAdPage *self, WayStore *store)
{
  self->store = g_object_ref (store);
}

static void
way_job_ad_page_finalize (GObject *object)
{
  WayJobAdPage *self = WAY_JOB_AD_PAGE (object);

  g_clear_object (&self->store);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->matrix, way_matrix_free);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_hash_table_unref (self->counts);
  g_free (self->text);
  G_OBJECT_CLASS (way_job_ad_page_parent_class)->finalize (object);
}

static void
way_job_ad_page_class_init (WayJobAdPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_job_ad_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/job-ad-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayJobAdPage, view);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdPage, list);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdPage, summary);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdPage, names);
  gtk_widget_class_bind_template_child (widget_class, WayJobAdPage, names_box);
  gtk_widget_class_bind_template_callback (widget_class, on_use);
}

static void
way_job_ad_page_init (WayJobAdPage *self)
{
  static const WayRowFuncs funcs = { make_row, fill_row, on_activate, 1 << 0 };

  self->counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  way_job_ad_marks_set_up (gtk_text_view_get_buffer (self->view), GTK_WIDGET (self));
}
