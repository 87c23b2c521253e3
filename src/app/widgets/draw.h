/* What widgets that draw themselves have in common. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the font of widgets: labels in drawings. */
#define WAY_DRAW_LABEL 0.8

/* The named colour of style.css or the theme; %NULL, or one that is unknown: that of text. @alpha: of it that is left */
GdkRGBA way_draw_color (GtkWidget *widget, const char *name, float alpha);

/* Of lines that divide: faint, and not so faint in high contrast. */
GdkRGBA way_draw_line_color (GtkWidget *widget);

void way_draw_fill (GtkSnapshot *snapshot,
                    double x,
                    double y,
                    double width,
                    double height,
                    float radius,
                    const GdkRGBA *color);

void way_draw_outline (GtkSnapshot *snapshot,
                       const GdkRectangle *area,
                       float radius,
                       float thick,
                       const GdkRGBA *color);

typedef enum
{
  WAY_DRAW_PLAIN = 0,
  WAY_DRAW_BOLD = 1 << 0,
  WAY_DRAW_MIDDLE = 1 << 1, /* in the middle of its area, not where the language begins */
} WayDrawFlags;

/* A small text that starts at the top of @area, cut to @lines lines; 0: to as many as there is room for. */
void way_draw_text (GtkWidget *widget,
                    GtkSnapshot *snapshot,
                    const char *text,
                    const GdkRectangle *area,
                    int lines,
                    WayDrawFlags flags,
                    const GdkRGBA *color);

G_END_DECLS
