/* The drawing of the month: nothing here changes anything. */
#include "app/schedule/month-view-private.h"

#include "app/format.h"

#include <glib/gi18n.h>

#define LABEL  0.8
#define NARROW 70 /* pixels of a day; below, a block is a bar with its time alone */

typedef struct
{
  WayMonthView *self;
  GtkSnapshot *snapshot;
  GdkRGBA text, faint, line, accent, busy;
} Draw;

static GdkRGBA
color_of (WayMonthView *self, const char *name, float alpha)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (name == NULL || !gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  color.alpha *= alpha;
  return color;
}

static void
fill (Draw *d, double x, double y, double width, double height, float radius, const GdkRGBA *color)
{
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
  GskRoundedRect round;

  gsk_rounded_rect_init_from_rect (&round, &rect, radius);
  gtk_snapshot_push_rounded_clip (d->snapshot, &round);
  gtk_snapshot_append_color (d->snapshot, color, &rect);
  gtk_snapshot_pop (d->snapshot);
}

/* Cut to the area; @align: 0 where the language begins, 1 in the middle. */
static void
put_text (Draw *d,
          const char *text,
          const GdkRectangle *area,
          gboolean middle,
          gboolean bold,
          const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (d->self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (LABEL));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, MAX (1, area->width) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (layout, middle ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
  gtk_snapshot_save (d->snapshot);
  gtk_snapshot_translate (d->snapshot, &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y));
  gtk_snapshot_append_layout (d->snapshot, layout, color);
  gtk_snapshot_restore (d->snapshot);
}

static void
draw_chip (Draw *d, const WayBlock *block, const GdkRectangle *area, float alpha)
{
  g_autofree char *name = g_strdup_printf ("way_%s", way_block_kind_to_string (block->kind));
  GdkRGBA color = color_of (d->self, name, alpha), ground = color, text = d->text;
  gboolean over = !g_str_equal (block->state, "planned") && !g_str_equal (block->state, "started");
  gboolean rtl = way_month_view_is_rtl (d->self);

  ground.alpha *= 0.2f;
  text.alpha *= over ? 0.6f : 1;
  fill (d, area->x, area->y, area->width, area->height, 4, &ground);
  fill (d, rtl ? area->x + area->width - 3 : area->x, area->y, 3, area->height, 1, &color);
  gboolean narrow = area->width < NARROW - 2 * WAY_MONTH_INSET;
  g_autofree char *start = way_format_time (d->self->zone, block->start_utc);
  /* Translators: the time at which a block starts, and its title */
  g_autofree char *label = g_strdup_printf (_ ("%s %s"), start, block->title);
  g_autofree char *done =
      g_str_equal (block->state, "done") ? g_strconcat ("✓ ", narrow ? start : label, NULL) : NULL;
  GdkRectangle inside = { area->x + (rtl ? 3 : 7), area->y, area->width - 10, area->height };
  put_text (d, done != NULL ? done : narrow ? start : label, &inside, FALSE, FALSE, &text);
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
  put_text (d, text, &area, FALSE, FALSE, &d->text);
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
    fill (d, x, area->y + area->height - 4, MAX (2, width), 3, 1, &d->busy);
}

static void
draw_number (Draw *d, WayDate date, const GdkRectangle *area, gboolean inside)
{
  /* Translators: the day of the month above a day, see g_date_time_format() */
  g_autofree char *number = way_date_format (date, _ ("%-d"));
  GdkRectangle place = { area->x + (area->width - WAY_MONTH_NUMBER) / 2, area->y + 1,
                         WAY_MONTH_NUMBER, WAY_MONTH_NUMBER - 2 };
  GdkRGBA color = inside ? d->text : d->faint;

  if (date == d->self->today)
    {
      color = color_of (d->self, "accent_fg_color", 1);
      GdkRGBA disc = color_of (d->self, "accent_bg_color", 1);
      fill (d, place.x, place.y, place.width, place.height, WAY_MONTH_NUMBER / 2.0f, &disc);
    }
  place.y += 1;
  put_text (d, number, &place, TRUE, date == d->self->today, &color);
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
  fill (d, area.x, area.y, area.width, 1, 0, &d->line);
  if (day % 7 > 0)
    fill (d, way_month_view_is_rtl (self) ? area.x + area.width - 1 : area.x, area.y, 1,
          area.height, 0, &d->line);
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
      GskRoundedRect round;
      float widths[4] = { 2, 2, 2, 2 };
      GdkRGBA colors[4] = { d->accent, d->accent, d->accent, d->accent };
      gsk_rounded_rect_init_from_rect (&round,
                                       &GRAPHENE_RECT_INIT ((float) area.x + 1, (float) area.y + 1,
                                                            (float) area.width - 2,
                                                            (float) area.height - 2),
                                       6);
      gtk_snapshot_append_border (d->snapshot, &round, widths, colors);
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
  fill (d, target.x, target.y, target.width, target.height, 6, &ground);
  chip.x = (int) self->drag_x - chip.width / 2;
  chip.y = (int) self->drag_y - chip.height / 2;
  GdkRGBA cover = color_of (self, "view_bg_color", 0.9f);
  fill (d, chip.x, chip.y, chip.width, chip.height, 4, &cover);
  draw_chip (d, g_ptr_array_index (self->blocks, self->drag_block), &chip, 1);
}

void
way_month_view_draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayMonthView *self = WAY_MONTH_VIEW (widget);
  Draw d = { self,
             snapshot,
             color_of (self, NULL, 1),
             color_of (self, NULL, 0.5f),
             color_of (self, NULL, 0.12f),
             color_of (self, "way_today", 1),
             color_of (self, NULL, 0.35f) };

  if (self->blocks == NULL)
    return;
  for (int i = 0; i < 7; i++)
    {
      GdkRectangle area = way_month_view_day_area (self, i),
                   place = { area.x, 6, area.width, WAY_MONTH_HEAD - 6 };
      g_autofree char *name =
          way_date_format (self->first_date + i, area.width < NARROW ? "%a" : "%A");
      put_text (&d, name, &place, TRUE, FALSE, &d.faint);
    }
  for (int day = 0; day < WAY_MONTH_DAYS; day++)
    draw_day (&d, day);
  draw_drag (&d);
}
