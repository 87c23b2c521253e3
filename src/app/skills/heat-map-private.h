/* What the heat map is made of, for its own files: -geometry and -words at the bottom, on them -draw and -cursor, and the
 * widget itself at the top. */
#pragma once

#include "app/skills/heat-map-geometry.h"
#include "app/skills/heat-map.h"

G_BEGIN_DECLS

/* A heading, or a skill. */
typedef struct
{
  const char *heading; /* %NULL for a skill */
  const WayScoreRow *row;
} WayHeatMapLine;

struct _WayHeatMap
{
  GtkWidget parent_instance;

  WayScoreTable *table; /* %NULL: none */
  GArray *lines;        /* of WayHeatMapLine */
  int compared;         /* a column of the table; -1: none */
  WayDate today;
  WayHeatMapGeometry geometry;
  gint64 cursor_skill; /* 0: no cursor yet */
  int cursor_line;     /* -1: none */
  int cursor_column;
  PangoLayout *digits[WAY_SKILL_MAX + 1]; /* %NULL until they are needed */
  GtkAdjustment *adjustments[2];          /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  gboolean to_end; /* the last column comes into sight with the next size */
};

/* Columns of the table, and one of differences. */
int way_heat_map_n_columns (const WayHeatMap *self);

/* "Q4 2026", "Now", "Since Q1 2026" (transfer full). */
char *way_heat_map_column_title (const WayHeatMap *self, int column);

/* "System design, Q4 2026: 3" (transfer full). @column: -1 for the title alone */
char *way_heat_map_describe_cell (const WayHeatMap *self, int line, int column);

void way_heat_map_draw (WayHeatMap *self, GtkSnapshot *snapshot);

/* Says where the cursor is. */
void way_heat_map_tell_cursor (WayHeatMap *self);

/* Puts the cursor on a cell, and into sight. */
void way_heat_map_move (WayHeatMap *self, int line, int column);

/* Arrows, Home, End, Page Up, Page Down. */
void way_heat_map_add_keys (WayHeatMap *self);

G_END_DECLS
