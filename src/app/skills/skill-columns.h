/* Where the parts of a row of the matrix are: the same for all rows and for the heading over them. What there is no room
 * for is left out, and in the end the row has two lines instead of columns. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From the side where the language begins; a @width of 0: not shown. */
typedef struct
{
  int x, width;
} WaySkillSpan;

typedef struct
{
  int line;  /* height of a line of text */
  int step;  /* width of one of the five steps of a score */
  int digit; /* width of its number, or of the word for none, and the space before it */
  gboolean wide;
  WaySkillSpan title, score, gap, proof, others, points;
  int height; /* of a row */
} WaySkillColumns;

/* @width: of the row. */
void way_skill_columns_set (WaySkillColumns *columns, GtkWidget *widget, int width);

/* The least width of a row. */
int way_skill_columns_least_width (GtkWidget *widget);

/* @x from the side where the language begins, of something @width wide, as a place in @widget. */
int way_skill_columns_place (GtkWidget *widget, int x, int width);

typedef enum
{
  WAY_SKILL_TEXT_PLAIN = 0,
  WAY_SKILL_TEXT_BOLD = 1 << 0,
  WAY_SKILL_TEXT_SMALL = 1 << 1,
  WAY_SKILL_TEXT_DIM = 1 << 2,
  WAY_SKILL_TEXT_END = 1 << 3, /* at the side where the language ends */
} WaySkillTextFlags;

/* One line in @span, in the middle of a line of the height @height at @y, cut where it is too long. */
void way_skill_columns_text (GtkWidget *widget,
                             GtkSnapshot *snapshot,
                             const char *text,
                             WaySkillSpan span,
                             int y,
                             int height,
                             WaySkillTextFlags flags);

G_END_DECLS
