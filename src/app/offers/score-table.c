#include "app/offers/offer-head.h"
#include "app/offers/score-cell.h"
#include "app/offers/score-input.h"
#include "app/offers/score-table-private.h"
#include "app/offers/score-table-texts.h"
#include "app/widgets/sight.h"

enum
{
  TYPED,
  COMMITTED,
  REVERTED,
  OFFER_SHOWN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayScoreTable, way_score_table, GTK_TYPE_WIDGET)

/* Typing. */

static int
outer_column (int column)
{
  return column >= COLUMN_OFFERS ? column - COLUMN_OFFERS : WAY_SCORE_INPUT_WEIGHT;
}

static void
on_typed (WayScoreTable *self, const char *text, GtkWidget *cell)
{
  int row, column;

  if (way_score_table_find (self, cell, &row, &column))
    g_signal_emit (self, signals[TYPED], 0, row, outer_column (column), text);
}

static gboolean
on_committed (WayScoreTable *self, const char *text, GtkWidget *cell)
{
  gboolean done = FALSE;
  int row, column;

  if (way_score_table_find (self, cell, &row, &column))
    g_signal_emit (self, signals[COMMITTED], 0, row, outer_column (column), text, &done);
  return done;
}

static void
on_reverted (WayScoreTable *self)
{
  g_signal_emit (self, signals[REVERTED], 0);
}

static void
on_left (WayScoreTable *self, GtkDirectionType direction, GtkWidget *cell)
{
  int row, column;

  if (way_score_table_find (self, cell, &row, &column))
    way_score_table_go (self, row, column, direction);
}

/* Cells. */

static GtkWidget *
new_cell (WayScoreTable *self, int column)
{
  static const struct
  {
    int least, usual;
  } chars[] = {
    [COLUMN_TITLE] = { 8, 18 }, [COLUMN_WEIGHT] = { 8, 9 }, [COLUMN_OFFERS] = { 14, 15 }
  };
  int kind = MIN (column, COLUMN_OFFERS);
  GtkWidget *cell = way_score_cell_new (chars[kind].least, chars[kind].usual);

  gtk_widget_set_hexpand (cell, column == COLUMN_TITLE);
  g_signal_connect_object (cell, "typed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "committed", G_CALLBACK (on_committed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "reverted", G_CALLBACK (on_reverted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "left", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  return cell;
}

static void
remove_cells (WayScoreTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    way_score_cell_cancel (g_ptr_array_index (self->cells, i));
  for (guint i = 0; i < self->heads->len; i++)
    {
      GtkWidget *head = g_ptr_array_index (self->heads, i);
      gtk_size_group_remove_widget (self->head_height, head);
      gtk_grid_remove (self->scores, head);
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);
      gtk_grid_remove (GTK_GRID (gtk_widget_get_parent (cell)), cell);
    }
  g_ptr_array_set_size (self->heads, 0);
  g_ptr_array_set_size (self->cells, 0);
}

static void
add_cells (WayScoreTable *self)
{
  for (guint offer = 0; offer < self->offer_ids->len; offer++)
    {
      GtkWidget *head = way_offer_head_new ();
      g_ptr_array_add (self->heads, head);
      gtk_size_group_add_widget (self->head_height, head);
      gtk_grid_attach (self->scores, head, (int) offer, 0, 1, 1);
    }
  for (int row = 0; row < way_score_table_n_rows (self); row++)
    for (int column = 0; column < way_score_table_n_columns (self); column++)
      {
        GtkWidget *cell = new_cell (self, column);
        gboolean scores = column >= COLUMN_OFFERS;
        g_ptr_array_add (self->cells, cell);
        gtk_grid_attach (scores ? self->scores : self->names, cell,
                         scores ? column - COLUMN_OFFERS : column, row + 1, 1, 1);
      }
  gtk_widget_set_visible (self->scroller, self->offer_ids->len > 0);
}

static GArray *
take_ids (const GPtrArray *rows, gint64 (*id_of) (gconstpointer row))
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 id = id_of (g_ptr_array_index (rows, i));
      g_array_append_val (ids, id);
    }
  return ids;
}

static gint64
id_of_offer (gconstpointer offer)
{
  return ((const WayOffer *) offer)->id;
}

static gint64
id_of_criterion (gconstpointer criterion)
{
  return ((const WayCriterionRow *) criterion)->id;
}

static gboolean
same_ids (const GArray *a, const GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

static gint64
id_at (const GArray *ids, int at)
{
  return g_array_index (ids, gint64, at);
}

/* Where @id is now; @otherwise when it is gone. */
static int
place_of (const GArray *ids, gint64 id, int otherwise)
{
  for (guint i = 0; i < ids->len; i++)
    if (id_at (ids, (int) i) == id)
      return (int) i;
  return MIN (otherwise, (int) ids->len - 1);
}

/* What was at the cursor, and was being typed there, while the cells are made anew. */
typedef struct
{
  gboolean focus;
  char *typed;
} Kept;

/* @criteria, @offers: what there was before */
static void
put_back (WayScoreTable *self, const GArray *criteria, const GArray *offers, const Kept *kept)
{
  if (self->row != WAY_SCORE_TABLE_HEADS && self->row < (int) criteria->len)
    self->row = MAX (0, place_of (self->criteria_ids, id_at (criteria, self->row), self->row));
  if (self->column >= COLUMN_OFFERS && self->column - COLUMN_OFFERS < (int) offers->len)
    self->column = COLUMN_OFFERS +
                   MAX (0, place_of (self->offer_ids, id_at (offers, self->column - COLUMN_OFFERS),
                                     self->column - COLUMN_OFFERS));
  if (self->shown < offers->len)
    self->shown = (guint) MAX (
        0, place_of (self->offer_ids, id_at (offers, (int) self->shown), (int) self->shown));
  way_score_table_show_columns (self);
  if (kept->focus && way_score_table_enter (self) && kept->typed != NULL &&
      WAY_IS_SCORE_CELL (way_score_table_cell (self, self->row, self->column)))
    way_score_cell_edit (WAY_SCORE_CELL (way_score_table_cell (self, self->row, self->column)),
                         kept->typed);
}

static void
fill_cell (WayScoreTable *self, const WayTableData *data, int row, int column)
{
  WayScoreCell *cell = WAY_SCORE_CELL (way_score_table_cell (self, row, column));

  if (column == COLUMN_TITLE)
    way_table_set_title (data, (guint) row, cell);
  else if (column == COLUMN_WEIGHT)
    way_table_set_weight (data, (guint) row, cell);
  else
    way_table_set_score (data, (guint) row, (guint) (column - COLUMN_OFFERS), cell);
}

/* @seen_only: what is out of sight stays as it is */
static void
fill (WayScoreTable *self, const WayTableData *data, WayDate today, gboolean seen_only)
{
  int n_columns = way_score_table_n_columns (self);
  g_autofree gboolean *seen = g_new (gboolean, n_columns);

  for (int column = 0; column < n_columns; column++)
    {
      GtkWidget *head = way_score_table_cell (self, WAY_SCORE_TABLE_HEADS, column);
      seen[column] = !seen_only || head == NULL || way_sight_has (head, GTK_ORIENTATION_HORIZONTAL);
      if (head != NULL && seen[column])
        way_offer_head_show (WAY_OFFER_HEAD (head), data->card, data->comparison,
                             (guint) (column - COLUMN_OFFERS), today);
    }
  for (int row = 0; row < way_score_table_n_rows (self); row++)
    if (!seen_only ||
        way_sight_has (way_score_table_cell (self, row, COLUMN_TITLE), GTK_ORIENTATION_VERTICAL))
      for (int column = 0; column < n_columns; column++)
        if (seen[column])
          fill_cell (self, data, row, column);
}

/* Other rows or columns than there were. */
static void
make_anew (WayScoreTable *self,
           GArray *criteria,
           GArray *offers,
           const WayTableData *data,
           WayDate today)
{
  GtkWidget *cell = way_score_table_cell (self, self->row, self->column);
  g_autoptr (GArray) old_criteria = self->criteria_ids;
  g_autoptr (GArray) old_offers = self->offer_ids;
  Kept kept = { way_score_table_focus_of (self) != NULL,
                WAY_IS_SCORE_CELL (cell) ? way_score_cell_get_typed (WAY_SCORE_CELL (cell))
                                         : NULL };

  remove_cells (self);
  self->criteria_ids = g_array_ref (criteria);
  self->offer_ids = g_array_ref (offers);
  add_cells (self);
  fill (self, data, today, FALSE);
  put_back (self, old_criteria, old_offers, &kept);
  g_free (kept.typed);
}

void
way_score_table_show (WayScoreTable *self,
                      const WayScorecard *card,
                      const WayComparison *comparison,
                      gboolean hides_money,
                      WayDate today,
                      gboolean seen_only)
{
  g_autoptr (GArray) criteria = take_ids (card->criteria, id_of_criterion);
  g_autoptr (GArray) offers = take_ids (card->offers, id_of_offer);
  const WayTableData data = { card, comparison, hides_money };

  self->card = card;
  if (same_ids (criteria, self->criteria_ids) && same_ids (offers, self->offer_ids))
    fill (self, &data, today, seen_only);
  else
    make_anew (self, criteria, offers, &data, today);
}

static void
way_score_table_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_score_table_parent_class)->root (widget);
  way_score_table_follow_focus (WAY_SCORE_TABLE (widget), TRUE);
}

static void
way_score_table_unroot (GtkWidget *widget)
{
  way_score_table_follow_focus (WAY_SCORE_TABLE (widget), FALSE);
  GTK_WIDGET_CLASS (way_score_table_parent_class)->unroot (widget);
}

static void
way_score_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_score_table_parent_class)->dispose (object);
}

static void
way_score_table_finalize (GObject *object)
{
  WayScoreTable *self = WAY_SCORE_TABLE (object);

  g_ptr_array_unref (self->heads);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->criteria_ids);
  g_array_unref (self->offer_ids);
  G_OBJECT_CLASS (way_score_table_parent_class)->finalize (object);
}

static void
add_signals (WayScoreTableClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING);
  signals[COMMITTED] = g_signal_new ("committed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_BOOLEAN, 3, G_TYPE_INT, G_TYPE_INT, G_TYPE_STRING);
  signals[REVERTED] =
      g_signal_new ("reverted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[OFFER_SHOWN] =
      g_signal_new ("offer-shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
way_score_table_class_init (WayScoreTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_score_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_score_table_finalize;
  widget_class->focus = way_score_table_focus;
  widget_class->root = way_score_table_root;
  widget_class->unroot = way_score_table_unroot;
  add_signals (klass);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/offers/score-table.ui");
  gtk_widget_class_bind_template_child (widget_class, WayScoreTable, names);
  gtk_widget_class_bind_template_child (widget_class, WayScoreTable, corner);
  gtk_widget_class_bind_template_child (widget_class, WayScoreTable, scroller);
  gtk_widget_class_bind_template_child (widget_class, WayScoreTable, scores);
  gtk_widget_class_bind_template_child (widget_class, WayScoreTable, head_height);
  gtk_widget_class_install_action (widget_class, "table.menu", NULL, way_score_table_open_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "table.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "table.menu",
                                       NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scoretable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
way_score_table_init (WayScoreTable *self)
{
  self->heads = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->criteria_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->offer_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->column = COLUMN_OFFERS;
  gtk_widget_init_template (GTK_WIDGET (self));
  way_score_table_add_menu (self);
}
