/* Where charts put what they draw: nothing is drawn here. */
#include "app/skills/heat-map-geometry.h"
#include "app/skills/radar-geometry.h"
#include "app/skills/sparkline.h"

static void
add (GArray *points, int year, int month, int day, int score)
{
  WaySkillPoint point = { way_date_from_ymd (year, month, day), score };

  g_array_append_val (points, point);
}

static GArray *
make_points (void)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (WaySkillPoint));

  add (points, 2025, 1, 10, 2);
  add (points, 2026, 5, 23, 3);
  add (points, 2026, 7, 1, WAY_SKILL_BLANK);
  add (points, 2026, 9, 1, 4);
  return points;
}

static void
test_a_blank_is_a_gap_in_the_line (void)
{
  WayDate today = way_date_from_ymd (2026, 11, 23);
  g_autoptr (GArray) points = make_points ();
  g_autoptr (GArray) steps = way_sparkline_steps (points, today);
  const WaySparklineStep *it = (const WaySparklineStep *) (gpointer) steps->data;

  g_assert_cmpint (steps->len, ==, 3);
  g_assert_cmpint (it[0].score, ==, 2);
  g_assert_cmpfloat (it[0].from, ==, 0);
  g_assert_cmpfloat_with_epsilon (it[0].to, 181.0 / 365, 0.0001);
  g_assert_cmpfloat (it[0].to, ==, it[1].from);
  g_assert_cmpfloat (it[1].to, <, it[2].from);
  g_assert_cmpfloat (it[2].to, ==, 1);
}

static void
test_a_line_that_ended_in_a_blank_is_not_drawn_to_today (void)
{
  WayDate today = way_date_from_ymd (2026, 8, 1);
  g_autoptr (GArray) points = make_points ();
  g_autoptr (GArray) steps = way_sparkline_steps (points, today);

  g_assert_cmpint (steps->len, ==, 2);
  g_assert_cmpfloat (g_array_index (steps, WaySparklineStep, 1).to, <, 1);
  g_autoptr (GArray) none = way_sparkline_steps (NULL, today);
  g_assert_cmpint (none->len, ==, 0);
}

static void
test_the_line_is_put_into_words (void)
{
  WayDate today = way_date_from_ymd (2026, 11, 23);
  g_autoptr (GArray) points = make_points ();

  add (points, 2026, 10, 1, 4);
  g_autofree char *text = way_sparkline_describe (points, today);
  g_assert_cmpstr (text, ==,
                   "2 in January 2025, 3 in May 2026, blank in July 2026, 4 since September 2026");
  g_autofree char *before = way_sparkline_describe (points, way_date_from_ymd (2026, 7, 2));
  g_assert_cmpstr (before, ==, "2 in January 2025, 3 in May 2026, blank since July 2026");
  g_autofree char *none = way_sparkline_describe (NULL, today);
  g_assert_cmpstr (none, ==, "No scores yet");
}

static WayHeatMapGeometry
make_heat_map (int width, int n_columns, gboolean rtl)
{
  WayHeatMapGeometry geometry = {
    .n_lines = 500, .n_columns = n_columns, .width = width, .height = 400, .rtl = rtl, .em = 14
  };

  way_heat_map_geometry_fit (&geometry);
  return geometry;
}

static void
test_cells_and_titles_do_not_overlap (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    for (int width = 200; width < 1600; width += 100)
      for (int n = 1; n < 30; n += 3)
        {
          WayHeatMapGeometry geometry = make_heat_map (width, n, rtl);
          GdkRectangle cells = way_heat_map_geometry_cells (&geometry);
          GdkRectangle titles = way_heat_map_geometry_titles (&geometry);
          g_assert_false (gdk_rectangle_intersect (&cells, &titles, NULL));
          g_assert_cmpint (cells.width + titles.width, ==, width);
          g_assert_cmpint (cells.width, >=, MIN (width / 2, n * geometry.column));
        }
}

static void
test_a_point_of_a_cell_is_that_cell (void)
{
  int line, column;

  for (int rtl = 0; rtl < 2; rtl++)
    for (int scroll = 0; scroll < 200; scroll += 37)
      {
        WayHeatMapGeometry geometry = make_heat_map (400, 12, rtl);
        int from, to, first, end;
        geometry.scroll_x = geometry.scroll_y = scroll;
        way_heat_map_geometry_columns (&geometry, &from, &to);
        way_heat_map_geometry_lines (&geometry, &first, &end);
        g_assert_cmpint (from, <, to);
        g_assert_cmpint (end - first, <, 20);
        GdkRectangle cell = way_heat_map_geometry_cell (&geometry, first + 2, from + 1);
        g_assert_true (way_heat_map_geometry_at (&geometry, cell.x + cell.width / 2.0,
                                                 cell.y + cell.height / 2.0, &line, &column));
        g_assert_cmpint (line, ==, first + 2);
        g_assert_cmpint (column, ==, from + 1);
      }
}

static void
test_a_cell_is_scrolled_into_sight (void)
{
  for (int rtl = 0; rtl < 2; rtl++)
    for (int column = 0; column < 12; column++)
      {
        WayHeatMapGeometry geometry = make_heat_map (400, 12, rtl);
        GdkRectangle cells = way_heat_map_geometry_cells (&geometry), both;
        way_heat_map_geometry_show (&geometry, 40 * column, column, &geometry.scroll_x,
                                    &geometry.scroll_y);
        GdkRectangle cell = way_heat_map_geometry_cell (&geometry, 40 * column, column);
        g_assert_true (gdk_rectangle_intersect (&cells, &cell, &both));
        g_assert_true (gdk_rectangle_equal (&cell, &both));
      }
}

static void
test_labels_of_a_radar_do_not_overlap (void)
{
  const int sizes[][3] = { { 336, 360, 16 }, { 720, 400, 16 }, { 720, 420, 32 }, { 500, 700, 24 } };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (int n = WAY_RADAR_LEAST; n <= WAY_RADAR_MOST; n++)
      {
        WayRadarGeometry geometry = {
          .n_axes = n, .width = sizes[size][0], .height = sizes[size][1], .text = sizes[size][2]
        };
        GdkRectangle labels[WAY_RADAR_MOST];
        double align;
        way_radar_geometry_fit (&geometry);
        g_assert_cmpfloat (geometry.radius, >, 40);
        for (int i = 0; i < n; i++)
          {
            labels[i] = way_radar_geometry_label (&geometry, i, &align);
            g_assert_cmpint (labels[i].x, >=, 0);
            g_assert_cmpint (labels[i].y, >=, 0);
            g_assert_cmpint (labels[i].x + labels[i].width, <=, geometry.width);
            g_assert_cmpint (labels[i].y + labels[i].height, <=, geometry.height);
            g_assert_cmpint (labels[i].width, >=, 2 * geometry.text);
            for (int j = 0; j < i; j++)
              g_assert_false (gdk_rectangle_intersect (&labels[i], &labels[j], NULL));
          }
      }
}

static void
test_a_radar_is_mirrored_and_hit_where_it_is_drawn (void)
{
  double x, y, mirrored_x, mirrored_y;

  for (int i = 0; i < 7; i++)
    {
      WayRadarGeometry ltr = { .n_axes = 7, .width = 500, .height = 500, .text = 16 };
      WayRadarGeometry rtl = ltr;
      rtl.rtl = TRUE;
      way_radar_geometry_fit (&ltr);
      way_radar_geometry_fit (&rtl);
      way_radar_geometry_point (&ltr, i, 0.6, &x, &y);
      way_radar_geometry_point (&rtl, i, 0.6, &mirrored_x, &mirrored_y);
      g_assert_cmpfloat_with_epsilon (x, 500 - mirrored_x, 1e-6);
      g_assert_cmpfloat_with_epsilon (y, mirrored_y, 1e-6);
      g_assert_cmpint (way_radar_geometry_at (&ltr, x, y), ==, i);
      g_assert_cmpint (way_radar_geometry_at (&rtl, mirrored_x, mirrored_y), ==, i);
    }
  WayRadarGeometry any = { .n_axes = 7, .width = 500, .height = 500, .text = 16 };
  way_radar_geometry_fit (&any);
  g_assert_cmpint (way_radar_geometry_at (&any, 1, 1), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/a-blank-is-a-gap-in-the-line", test_a_blank_is_a_gap_in_the_line);
  g_test_add_func ("/charts/a-line-that-ended-in-a-blank-is-not-drawn-to-today",
                   test_a_line_that_ended_in_a_blank_is_not_drawn_to_today);
  g_test_add_func ("/charts/the-line-is-put-into-words", test_the_line_is_put_into_words);
  g_test_add_func ("/charts/cells-and-titles-do-not-overlap", test_cells_and_titles_do_not_overlap);
  g_test_add_func ("/charts/a-point-of-a-cell-is-that-cell", test_a_point_of_a_cell_is_that_cell);
  g_test_add_func ("/charts/a-cell-is-scrolled-into-sight", test_a_cell_is_scrolled_into_sight);
  g_test_add_func ("/charts/labels-of-a-radar-do-not-overlap",
                   test_labels_of_a_radar_do_not_overlap);
  g_test_add_func ("/charts/a-radar-is-mirrored-and-hit-where-it-is-drawn",
                   test_a_radar_is_mirrored_and_hit_where_it_is_drawn);
  return g_test_run ();
}
