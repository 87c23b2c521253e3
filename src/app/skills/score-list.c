#include "app/skills/score-list.h"

#include "app/skills/score-words.h"
#include "app/widgets/row-item.h"
#include "app/widgets/tooltip.h"

#include <glib/gi18n.h>

/* What a column shows; from 0 on it is a column of the table. */
enum
{
  COLUMN_TITLE = -6,
  COLUMN_GROUP,
  COLUMN_SCORE,
  COLUMN_TARGET,
  COLUMN_GAP,
  COLUMN_CHANGE,
};

struct _WayScoreList
{
  AdwBin parent_instance;

  WayScoreTable *table;
  int compared;
  char *columns;    /* their headings, one a line: they are made again when these differ */
  GListStore *rows; /* of WayRowItem */
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (WayScoreList, way_score_list, ADW_TYPE_BIN)

static int
column_of (GtkListItemFactory *factory)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "way-column"));
}

static char *
cell_text (WayScoreList *self, const WayScoreRow *row, int column)
{
  switch (column)
    {
    case COLUMN_TITLE:
      return g_strdup (row->title);
    case COLUMN_GROUP:
      return g_strdup (row->group);
    case COLUMN_SCORE:
      return way_score_words_value (row->scores[way_score_table_last (self->table)]);
    case COLUMN_TARGET:
      return way_score_words_value (row->target);
    case COLUMN_GAP:
      return way_score_words_gap (self->table, row);
    case COLUMN_CHANGE:
      return self->compared >= 0 ? way_score_words_change (self->table, row, self->compared)
                                 : g_strdup ("");
    default:
      return column < (int) self->table->dates->len ? way_score_words_value (row->scores[column])
                                                    : g_strdup ("");
    }
}

static void
fill_cell (WayRowItem *item, GtkListItem *cell)
{
  WayScoreList *self = g_object_get_data (G_OBJECT (cell), "way-list");
  int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (cell), "way-column"));
  GtkWidget *label = gtk_list_item_get_child (cell);
  g_autofree char *text = cell_text (self, way_row_item_get_data (item), column);

  gtk_label_set_text (GTK_LABEL (label), text);
  way_tooltip_set (label, column == COLUMN_TITLE ? text : NULL);
  if (column > COLUMN_GROUP && !g_ascii_isdigit (g_utf8_get_char (text) & 0x7f))
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *cell, WayScoreList *self)
{
  int column = column_of (factory);
  GtkWidget *label = gtk_label_new (NULL);
  gboolean text = column <= COLUMN_GROUP;

  gtk_label_set_xalign (GTK_LABEL (label), text ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), text ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), column == COLUMN_TITLE ? 14 : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), text ? 36 : -1);
  if (!text)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_margin_start (label, column == COLUMN_GROUP ? 12 : 0);
  g_object_set_data (G_OBJECT (cell), "way-list", self);
  g_object_set_data (G_OBJECT (cell), "way-column", GINT_TO_POINTER (column));
  gtk_list_item_set_child (cell, label);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *cell)
{
  WayRowItem *item = gtk_list_item_get_item (cell);

  g_signal_connect_object (item, "changed", G_CALLBACK (fill_cell), cell, 0);
  fill_cell (item, cell);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *cell)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (cell), fill_cell, cell);
}

static void
add_column (WayScoreList *self, const char *title, int column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "way-column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
  GtkColumnViewColumn *made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (made, column == COLUMN_TITLE);
  gtk_column_view_append_column (self->view, made);
  g_object_unref (made);
}

static void
remove_columns (WayScoreList *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);
      gtk_column_view_remove_column (self->view, column);
    }
}

/* The headings of the numbers with what they show, in order: (element-type utf8), and @shown beside it. */
static GPtrArray *
headings (WayScoreList *self, gboolean quarters, WayDate today, GArray *shown)
{
  static const int plain[] = { COLUMN_SCORE, COLUMN_TARGET, COLUMN_GAP };
  const char *const titles[] = { _ ("Score"), _ ("Target"), _ ("Gap") };
  GPtrArray *headings = g_ptr_array_new_with_free_func (g_free);
  const int change = COLUMN_CHANGE;

  for (int i = 0; quarters && i < (int) self->table->dates->len; i++)
    {
      g_ptr_array_add (
          headings, way_score_words_quarter (way_score_table_date (self->table, (guint) i), today));
      g_array_append_val (shown, i);
    }
  for (guint i = 0; !quarters && i < G_N_ELEMENTS (plain); i++)
    {
      g_ptr_array_add (headings, g_strdup (titles[i]));
      g_array_append_val (shown, plain[i]);
    }
  if (self->compared < 0)
    return headings;
  g_ptr_array_add (headings, way_score_words_since (self->table, self->compared));
  g_array_append_val (shown, change);
  return headings;
}

static void
update_columns (WayScoreList *self, gboolean quarters, WayDate today)
{
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) titles = headings (self, quarters, today, shown);

  g_ptr_array_add (titles, NULL);
  g_autofree char *columns = g_strjoinv ("\n", (char **) titles->pdata);
  if (g_strcmp0 (columns, self->columns) == 0)
    return;
  g_free (self->columns);
  self->columns = g_steal_pointer (&columns);
  remove_columns (self);
  add_column (self, _ ("Skill"), COLUMN_TITLE);
  for (guint i = 0; i < shown->len; i++)
    add_column (self, g_ptr_array_index (titles, i), g_array_index (shown, int, i));
  add_column (self, _ ("Group"), COLUMN_GROUP);
}

void
way_score_list_show (WayScoreList *self,
                     WayScoreTable *table,
                     int compared,
                     gboolean quarters,
                     WayDate today)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->table, way_score_table_unref);
  self->table = way_score_table_ref (table);
  self->compared = compared;
  for (guint i = 0; i < table->rows->len; i++)
    {
      WayScoreRow *row = g_ptr_array_index (table->rows, i);
      g_ptr_array_add (items, way_row_item_new (0, row->skill_id, table->rows, row));
    }
  way_row_items_replace (self->rows, items);
  update_columns (self, quarters, today);
}

static void
way_score_list_dispose (GObject *object)
{
  WayScoreList *self = WAY_SCORE_LIST (object);

  g_clear_object (&self->rows);
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->table, way_score_table_unref);
  G_OBJECT_CLASS (way_score_list_parent_class)->dispose (object);
}

static void
way_score_list_class_init (WayScoreListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_score_list_dispose;
}

static void
way_score_list_init (WayScoreList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->compared = -1;
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows))))));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "scores");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Scores"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}
