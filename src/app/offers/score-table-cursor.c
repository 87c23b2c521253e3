/* Where the keyboard is in the table, and where it goes. */
#include "app/offers/score-table-private.h"

int
way_score_table_n_rows (WayScoreTable *self)
{
  return (int) self->criteria_ids->len;
}

int
way_score_table_n_columns (WayScoreTable *self)
{
  return COLUMN_OFFERS + (int) self->offer_ids->len;
}

/* %NULL where there is none. */
GtkWidget *
way_score_table_cell (WayScoreTable *self, int row, int column)
{
  if (row == WAY_SCORE_TABLE_HEADS && column >= COLUMN_OFFERS &&
      column < way_score_table_n_columns (self))
    return g_ptr_array_index (self->heads, column - COLUMN_OFFERS);
  if (row < 0 || row >= way_score_table_n_rows (self) || column < 0 ||
      column >= way_score_table_n_columns (self))
    return NULL;
  return g_ptr_array_index (self->cells, row * way_score_table_n_columns (self) + column);
}

/* The cell that @widget is, or is in. */
gboolean
way_score_table_find (WayScoreTable *self, GtkWidget *widget, int *row, int *column)
{
  guint at;

  for (; widget != NULL && widget != GTK_WIDGET (self); widget = gtk_widget_get_parent (widget))
    {
      if (g_ptr_array_find (self->cells, widget, &at))
        {
          *row = (int) at / way_score_table_n_columns (self);
          *column = (int) at % way_score_table_n_columns (self);
          return TRUE;
        }
      if (g_ptr_array_find (self->heads, widget, &at))
        {
          *row = WAY_SCORE_TABLE_HEADS;
          *column = COLUMN_OFFERS + (int) at;
          return TRUE;
        }
    }
  return FALSE;
}

GtkWidget *
way_score_table_focus_of (WayScoreTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

/* Narrow: one offer. */

void
way_score_table_show_columns (WayScoreTable *self)
{
  for (int column = COLUMN_OFFERS; column < way_score_table_n_columns (self); column++)
    {
      gboolean visible = !self->narrow || column - COLUMN_OFFERS == (int) self->shown;
      for (int row = WAY_SCORE_TABLE_HEADS; row < way_score_table_n_rows (self); row++)
        gtk_widget_set_visible (way_score_table_cell (self, row, column), visible);
    }
}

void
way_score_table_set_shown (WayScoreTable *self, guint offer)
{
  if (offer >= self->offer_ids->len || offer == self->shown)
    return;
  GtkWidget *focus = way_score_table_focus_of (self);
  int row = 0, column = 0;
  gboolean moves = self->narrow && focus != NULL &&
                   way_score_table_find (self, focus, &row, &column) && column >= COLUMN_OFFERS;
  self->shown = offer;
  way_score_table_show_columns (self);
  if (moves)
    gtk_widget_grab_focus (way_score_table_cell (self, row, COLUMN_OFFERS + (int) offer));
  g_signal_emit_by_name (self, "offer-shown");
}

guint
way_score_table_get_shown (WayScoreTable *self)
{
  return self->shown;
}

void
way_score_table_set_narrow (WayScoreTable *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (self->column >= COLUMN_OFFERS)
    self->shown = (guint) (self->column - COLUMN_OFFERS);
  way_score_table_show_columns (self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->names), TRUE);
}

/* The cursor. */

static gboolean
move_to (WayScoreTable *self, int row, int column)
{
  GtkWidget *cell = way_score_table_cell (self, row, column);

  if (cell == NULL)
    return FALSE;
  if (self->narrow && column >= COLUMN_OFFERS)
    way_score_table_set_shown (self, (guint) (column - COLUMN_OFFERS));
  return gtk_widget_grab_focus (cell);
}

/* One cell on, row by row; titles are passed by. */
static gboolean
tab (WayScoreTable *self, int row, int column, int by)
{
  int last = way_score_table_n_columns (self) - 1;

  do
    {
      column += by;
      if (column < COLUMN_WEIGHT || column > last)
        {
          row += by;
          column = by > 0 ? COLUMN_WEIGHT : last;
        }
      GtkWidget *cell = way_score_table_cell (self, row, column);
      if (cell != NULL && gtk_widget_get_visible (cell))
        return gtk_widget_grab_focus (cell);
    }
  while (row >= WAY_SCORE_TABLE_HEADS && row < way_score_table_n_rows (self));
  return FALSE;
}

gboolean
way_score_table_go (WayScoreTable *self, int row, int column, GtkDirectionType direction)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return tab (self, row, column, 1);
    case GTK_DIR_TAB_BACKWARD:
      return tab (self, row, column, -1);
    case GTK_DIR_UP:
      move_to (self, row - 1, column);
      return TRUE;
    case GTK_DIR_DOWN:
      move_to (self, row + 1, column);
      return TRUE;
    case GTK_DIR_LEFT:
      move_to (self, row, column + (rtl ? 1 : -1));
      return TRUE;
    case GTK_DIR_RIGHT:
    default:
      move_to (self, row, column + (rtl ? -1 : 1));
      return TRUE;
    }
}

/* To where the cursor was; the first time to the first score. */
gboolean
way_score_table_enter (WayScoreTable *self)
{
  int column = self->narrow && self->column >= COLUMN_OFFERS ? COLUMN_OFFERS + (int) self->shown
                                                             : self->column;

  return move_to (self, self->row, column) || move_to (self, 0, COLUMN_OFFERS) ||
         move_to (self, 0, COLUMN_WEIGHT) || move_to (self, WAY_SCORE_TABLE_HEADS, COLUMN_OFFERS);
}

gboolean
way_score_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  WayScoreTable *self = WAY_SCORE_TABLE (widget);
  GtkWidget *focus = way_score_table_focus_of (self);
  gboolean leaving = self->leaving;
  int row, column;

  self->leaving = FALSE;
  if (focus == NULL)
    return way_score_table_enter (self);
  if (leaving || !way_score_table_find (self, focus, &row, &column))
    return FALSE;
  return way_score_table_go (self, row, column, direction);
}

/* The cursor goes with the focus, and stays where that left. */
static void
on_focus_moved (WayScoreTable *self)
{
  GtkWidget *focus = way_score_table_focus_of (self);

  if (focus != NULL)
    way_score_table_find (self, focus, &self->row, &self->column);
}

void
way_score_table_follow_focus (WayScoreTable *self, gboolean follow)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (follow)
    g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (on_focus_moved), self,
                             G_CONNECT_SWAPPED);
  else
    g_signal_handlers_disconnect_by_func (root, on_focus_moved, self);
}
