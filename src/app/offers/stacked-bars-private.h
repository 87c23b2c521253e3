/* What the files of the stacked bars share: -layout at the bottom, on it -legend, then -draw, and the widget itself at
 * the top. */
#pragma once

#include "app/offers/stacked-bars.h"

G_BEGIN_DECLS

#define WAY_BARS_LEAST 40 /* pixels of a bar */

/* Where things are, in pixels from the side where the language begins. */
typedef struct
{
  int line;              /* height of a text */
  int row;               /* height of a row */
  double labels, totals; /* widths of the texts at both sides */
  double from, to;       /* of the bars */
  double least, most;    /* of the scale, at these places */
  int rows_height;
} WayBarsLayout;

struct _WayStackedBars
{
  GtkWidget parent_instance;

  const WayChart *chart; /* the owner's; %NULL: nothing yet */
  WayBarsLayout layout;  /* for @width, which is 0 when it has to be made anew */
  int width;
};

/* For a width. Made once as long as nothing changes: it measures all texts. */
const WayBarsLayout *way_stacked_bars_lay_out (WayStackedBars *self, int width);

/* Of a value of the scale. */
double way_stacked_bars_x (const WayBarsLayout *layout, double value);

/* Above @row; headings of groups have a line of their own. */
int way_stacked_bars_y (WayStackedBars *self, const WayBarsLayout *layout, guint row);

/* The legend under the rows: its height, and itself at @y. */
int way_stacked_bars_legend_height (WayStackedBars *self, int width);
void way_stacked_bars_draw_legend (WayStackedBars *self, GtkSnapshot *snapshot, int y);

typedef enum
{
  WAY_BARS_START,
  WAY_BARS_END, /* at the other side of its width */
  WAY_BARS_HEADING,
} WayBarsText;

/* A small text; its width where @color is %NULL. @x: from the side where the language begins; @width: 0 for all of it */
double way_stacked_bars_text (WayStackedBars *self,
                              GtkSnapshot *snapshot,
                              const char *text,
                              double x,
                              double y,
                              double width,
                              WayBarsText style,
                              const GdkRGBA *color);

/* A rectangle from @x on, mirrored where the language is written from right to left. */
graphene_rect_t
way_stacked_bars_rect (WayStackedBars *self, double x, double y, double width, double height);

void way_stacked_bars_draw (WayStackedBars *self, GtkSnapshot *snapshot);

gboolean way_stacked_bars_query_tooltip (GtkWidget *widget,
                                         int x,
                                         int y,
                                         gboolean keyboard,
                                         GtkTooltip *tooltip);

G_END_DECLS
