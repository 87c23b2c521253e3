/* A cell of a table that can be typed in: a value, and a smaller text under it. It draws its texts itself, so that a
 * table may have a thousand, and has an entry only while something is typed.
 *
 * A digit replaces what is there, Enter and F2 edit it, Delete clears it. While it is edited:
 * "typed" (text): with each key;
 * "committed" (text) → gboolean: by Enter, Up, Down or when the focus leaves; %FALSE: it is wrong, and stays as typed;
 * "reverted": by Escape;
 * "left" (GtkDirectionType): then the cursor goes that way. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SCORE_CELL (way_score_cell_get_type ())
G_DECLARE_FINAL_TYPE (WayScoreCell, way_score_cell, WAY, SCORE_CELL, GtkWidget)

typedef enum
{
  WAY_CELL_TITLE =
      1 << 0, /* its text begins where the language begins; else numbers, at the other side */
  WAY_CELL_READ_ONLY = 1 << 1,
  WAY_CELL_WRONG = 1 << 2, /* a must-have is missed */
  WAY_CELL_DIM = 1 << 3,   /* not a value, but why there is none */
} WayCellFlags;

typedef struct
{
  const char *text;
  const char *small;   /* under it */
  const char *edit;    /* what is edited */
  const char *name;    /* of the cell for assistive technology: "Acme, Growth" */
  const char *tooltip; /* (nullable) */
  WayCellFlags flags;
} WayCellTexts;

/* With room for so many digits, at least and usually. */
GtkWidget *way_score_cell_new (int least, int chars);

/* What is being typed stays. */
void way_score_cell_set (WayScoreCell *self, const WayCellTexts *texts);

gboolean way_score_cell_is_read_only (WayScoreCell *self);

/* What is being typed (transfer full); %NULL while nothing is. */
char *way_score_cell_get_typed (WayScoreCell *self);

/* Starts typing. @text: %NULL for what is there, all of it selected */
void way_score_cell_edit (WayScoreCell *self, const char *text);

/* Gives up what is being typed, without a word. */
void way_score_cell_cancel (WayScoreCell *self);

G_END_DECLS
