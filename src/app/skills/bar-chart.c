#include "app/skills/bar-chart.h"

#include "app/skills/score-bar.h"
#include "app/skills/score-words.h"
#include "app/widgets/row-list.h"

#include <glib/gi18n.h>

struct _WayBarChart
{
  AdwBin parent_instance;

  WayScoreTable *table;
  int compared;
  GListStore *rows; /* of WayRowItem */
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WayBarChart, way_bar_chart, ADW_TYPE_BIN)

/* A row: the title, what the bar says in words, and the bar under both. */
typedef struct
{
  GtkLabel *title;
  GtkLabel *words;
  WayScoreBar *bar;
} Row;

static GtkWidget *
make_label (gboolean words)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (words)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "numeric");
    }
  return label;
}

static GtkWidget *
make_row (int kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  Row *row = g_new0 (Row, 1);

  row->title = GTK_LABEL (make_label (FALSE));
  row->words = GTK_LABEL (make_label (TRUE));
  row->bar = g_object_new (WAY_TYPE_SCORE_BAR, NULL);
  gtk_widget_add_css_class (box, "bar");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row->words));
  g_object_set_data_full (G_OBJECT (box), "way-bar", row, g_free);
  return box;
}

static void
fill_row (GtkWidget *box, WayRowItem *item, gpointer user_data)
{
  WayBarChart *self = user_data;
  const Row *row = g_object_get_data (G_OBJECT (box), "way-bar");
  const WayScoreRow *data = way_row_item_get_data (item);
  g_autofree char *words = way_score_words_line (self->table, data, self->compared);

  gtk_label_set_text (row->title, data->title);
  gtk_label_set_text (row->words, words);
  way_score_bar_show (row->bar, data->scores[way_score_table_last (self->table)], data->target,
                      self->compared >= 0 ? data->scores[self->compared] : WAY_SKILL_BLANK);
}

void
way_bar_chart_show (WayBarChart *self, WayScoreTable *table, int compared)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *group = NULL;

  g_clear_pointer (&self->table, way_score_table_unref);
  self->table = way_score_table_ref (table);
  self->compared = compared;
  for (guint i = 0; i < table->rows->len; i++)
    {
      WayScoreRow *row = g_ptr_array_index (table->rows, i);
      if (group == NULL || !g_str_equal (group, row->group))
        g_ptr_array_add (items, way_row_item_new_heading (row->group));
      group = row->group;
      g_ptr_array_add (items, way_row_item_new (0, row->skill_id, table->rows, row));
    }
  way_row_items_replace (self->rows, items);
}

static void
way_bar_chart_dispose (GObject *object)
{
  WayBarChart *self = WAY_BAR_CHART (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->table, way_score_table_unref);
  G_OBJECT_CLASS (way_bar_chart_parent_class)->dispose (object);
}

static void
way_bar_chart_class_init (WayBarChartClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_bar_chart_dispose;
}

static void
way_bar_chart_init (WayBarChart *self)
{
  static const WayRowFuncs funcs = { make_row, fill_row, NULL, 0 };
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_scrollable_new ();

  self->compared = -1;
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Scores as bars"), -1);
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 720);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
