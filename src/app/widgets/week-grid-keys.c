/* The keys of the grid: the cursor goes by half hours and days, and Shift takes a rectangle along. */
#include "app/widgets/week-grid-keys.h"

#include "app/widgets/week-grid-cursor.h"
#include "app/widgets/week-grid-drag.h"
#include "app/widgets/week-grid-geometry.h"

#define PAGE 8 /* cells: four hours */

static gboolean
arrow (WayWeekGrid *self, guint key, WayWeekCell *to)
{
  gboolean rtl = way_week_grid_is_rtl (self);
  int before = rtl ? 1 : -1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      to->column += before;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      to->column -= before;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      to->slot--;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      to->slot++;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      to->slot = MAX (to->slot - PAGE, 0);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      to->slot = MIN (to->slot + PAGE, WAY_WEEK_GRID_SLOTS - 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      to->slot = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      to->slot = WAY_WEEK_GRID_SLOTS - 1;
      break;
    default:
      return FALSE;
    }
  return TRUE;
}

static gboolean
erase (WayWeekGrid *self)
{
  WayWeekStroke stroke = way_week_grid_selection (self);

  stroke.change = WAY_WEEK_CLEAR;
  way_week_grid_paint (self, &stroke);
  return TRUE;
}

/* %FALSE when there is nothing to drop: then the key is for the window. */
static gboolean
drop (WayWeekGrid *self)
{
  gboolean dragging = self->dragging;

  if (dragging)
    way_week_grid_cancel_drag (self);
  else if (way_week_grid_is_extended (self))
    way_week_grid_move (self, self->cursor, FALSE);
  else
    return FALSE;
  return TRUE;
}

gboolean
way_week_grid_on_key (WayWeekGrid *self, guint key, guint code, GdkModifierType state)
{
  WayWeekCell to = self->cursor;
  WayWeekStroke stroke;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (arrow (self, key, &to))
    {
      /* At the edge it stays: the keyboard does not leave the week by accident. */
      to.column = CLAMP (to.column, 0, 6);
      to.slot = CLAMP (to.slot, 0, WAY_WEEK_GRID_SLOTS - 1);
      way_week_grid_move (self, to, (state & GDK_SHIFT_MASK) != 0);
      return TRUE;
    }
  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      stroke = way_week_grid_selection (self);
      way_week_grid_paint (self, &stroke);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      return erase (self);
    case GDK_KEY_Escape:
      return drop (self);
    default:
      return FALSE;
    }
}
