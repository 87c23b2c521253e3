/* The drawing of the month: nothing here changes anything. */
#include "app/schedule/month-view-private.h"

#include "app/format.h"
#include "app/widgets/draw.h"

#include <glib/gi18n.h>

#define NARROW 70 /* pixels of a day; below, a block is a bar with its time alone */

typedef struct
{
  WayMonthView *self;
  GtkSnapshot *snapshot;
  GdkRGBA text, faint, line, accent, busy;
} Draw;

static void
draw_chip (Draw *d, const WayBlock *block, const GdkRectangle *area, float alpha)
{
  g_autofree char *name = g_strdup_printf ("way_%s", way_block_kind_to_string (block->kind));
  GdkRGBA color = way_draw_color (GTK_WIDGET (d->self), name, alpha), ground = color,
          text = d->text;
  gboolean over = !g_str_equal (block->state, "planned") && !g_str_equal (block->state, "started");
  gboolean rtl = way_month_view_is_rtl (d->self);

  ground.alpha *= 0.2f;
  text.alpha *= over ? 0.6f : 1;
  way_draw_fill (d->snapshot, area->x, area->y, area->width, area->height, 4, &ground);
  way_draw_fill (d->snapshot, rtl ? area->x + area->width - 3 : area->x, area->y, 3, area->height,
                 1, &color);
  gboolean narrow = area->width < NARROW - 2 * WAY_MONTH_INSET;
  g_autofree char *start = way_format_time (d->self->zone, block->start_utc);
  /* Translators: the time at which a block starts, and its title */
  g_autofree char *label = g_strdup_printf (_ ("%s %s"), start, block->title);
  g_autofree char *done =
      g_str_equal (block->state, "done") ? g_strconcat ("✓ ", narrow ? start : label, NULL) : NULL;
  GdkRectangle inside = { area->x + (rtl ? 3 : 7), area->y, area->width - 10, area->height };
  way_draw_text (GTK_WIDGET (d->self), d->snapshot,
                 done != NULL ? done
                 : narrow     ? start
                              : label,
                 &inside, 1, WAY_DRAW_PLAIN, &text);
}

static void
draw_more (Draw *d, int day, guint shown)
{
  guint rest = d->self->first_blocks[day + 1] - d->self->first_blocks[day] - shown;
  GdkRectangle area = way_month_view_chip_area (d->self, day, shown);

  if (rest == 0)
    return;
  /* Translators: blocks of a day beyond those that there is room for */
  g_autofree char *text = area.width < NARROW
                              ? g_strdup_printf ("+%u", rest)
                              : g_strdup_printf (ngettext ("%u more", "%u more", rest), rest);
  way_draw_text (GTK_WIDGET (d->self), d->snapshot, text, &area, 1, WAY_DRAW_PLAIN, &d->text);
}

/* A bar at the lower edge: how much of the day's 24 hours is busy. */
static void
draw_busy (Draw *d, int day, const GdkRectangle *area)
{
  double part = MIN (1, d->self->busy_minutes[day] / 1440.0);
  double width = part * (area->width - 2 * WAY_MONTH_INSET);
  double x = way_month_view_is_rtl (d->self) ? area->x + area->width - WAY_MONTH_INSET - width
                                             : area->x + WAY_MONTH_INSET;

  if (part > 0)
    way_draw_fill (d->snapshot, x, area->y + area->height - 4, MAX (2, width), 3, 1, &d->busy);
}

static void
draw_number (Draw *d, WayDate date, const GdkRectangle *area, gboolean inside)
{
  g_autofree char *number = way_date_format (date, "%-d");
  GdkRectangle place = { area->x + (area->width - WAY_MONTH_NUMBER) / 2, area->y + 1,
                         WAY_MONTH_NUMBER, WAY_MONTH_NUMBER - 2 };
  GdkRGBA color = inside ? d->text : d->faint;

  if (date == d->self->today)
    {
      color = way_draw_color (GTK_WIDGET (d->self), "accent_fg_color", 1);
      GdkRGBA disc = way_draw_color (GTK_WIDGET (d->self), "accent_bg_color", 1);
      way_draw_fill (d->snapshot, place.x, place.y, place.width, place.height,
                     WAY_MONTH_NUMBER / 2.0f, &disc);
    }
  place.y += 1;
  way_draw_text (GTK_WIDGET (d->self), d->snapshot, number, &place, 1,
                 WAY_DRAW_MIDDLE | (date == d->self->today ? WAY_DRAW_BOLD : 0), &color);
}

static void
draw_day (Draw *d, int day)
{
  WayMonthView *self = d->self;
  GdkRectangle area = way_month_view_day_area (self, day);
  int year, month, number, shown_month;

  way_date_to_ymd (self->first_date + day, &year, &month, &number);
  way_date_to_ymd (self->date, &year, &shown_month, &number);
  gboolean inside = month == shown_month;
  way_draw_fill (d->snapshot, area.x, area.y, area.width, 1, 0, &d->line);
  if (day % 7 > 0)
    way_draw_fill (d->snapshot, way_month_view_is_rtl (self) ? area.x + area.width - 1 : area.x,
                   area.y, 1, area.height, 0, &d->line);
  draw_number (d, self->first_date + day, &area, inside);
  guint shown = way_month_view_shown_blocks (self, day);
  for (guint row = 0; row < shown; row++)
    {
      guint i = self->first_blocks[day] + row;
      GdkRectangle chip = way_month_view_chip_area (self, day, row);
      draw_chip (d, g_ptr_array_index (self->blocks, i), &chip,
                 (int) i == self->drag_block ? 0.4f
                 : inside                    ? 1
                                             : 0.6f);
    }
  draw_more (d, day, shown);
  draw_busy (d, day, &area);
  if (self->first_date + day == self->date && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    {
      GdkRectangle edge = { area.x + 1, area.y + 1, area.width - 2, area.height - 2 };
      way_draw_outline (d->snapshot, &edge, 6, 2, &d->accent);
    }
}

static void
draw_drag (Draw *d)
{
  WayMonthView *self = d->self;
  int day = way_month_view_day_at (self, self->drag_x, self->drag_y);

  if (self->drag_block < 0 || day < 0)
    return;
  GdkRectangle target = way_month_view_day_area (self, day),
               chip = way_month_view_chip_area (self, day, 0);
  GdkRGBA ground = d->accent;
  ground.alpha *= 0.15f;
  way_draw_fill (d->snapshot, target.x, target.y, target.width, target.height, 6, &ground);
  chip.x = (int) self->drag_x - chip.width / 2;
  chip.y = (int) self->drag_y - chip.height / 2;
  GdkRGBA cover = way_draw_color (GTK_WIDGET (self), "view_bg_color", 0.9f);
  way_draw_fill (d->snapshot, chip.x, chip.y, chip.width, chip.height, 4, &cover);
  draw_chip (d, g_ptr_array_index (self->blocks, self->drag_block), &chip, 1);
}

void
way_month_view_draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayMonthView *self = WAY_MONTH_VIEW (widget);
  Draw d = { self,
             snapshot,
             way_draw_color (GTK_WIDGET (self), NULL, 1),
             way_draw_color (GTK_WIDGET (self), NULL, 0.5f),
             way_draw_line_color (GTK_WIDGET (self)),
             way_draw_color (GTK_WIDGET (self), "way_today", 1),
             way_draw_color (GTK_WIDGET (self), NULL, 0.35f) };

  if (self->blocks == NULL)
    return;
  for (int i = 0; i < 7; i++)
    {
      GdkRectangle area = way_month_view_day_area (self, i),
                   place = { area.x, 6, area.width, WAY_MONTH_HEAD - 6 };
      g_autofree char *name =
          way_date_format (self->first_date + i, area.width < NARROW ? "%a" : "%A");
      way_draw_text (widget, snapshot, name, &place, 1, WAY_DRAW_MIDDLE, &d.faint);
    }
  for (int day = 0; day < WAY_MONTH_DAYS; day++)
    draw_day (&d, day);
  draw_drag (&d);
}
