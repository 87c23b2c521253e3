#include "app/widgets/paper-text.h"

#define POINTS   9.0 /* of the text */
#define ROW_ROOM 3.0 /* above and below a row of a table */

PangoContext *
way_paper_fonts_new (gboolean chart)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  GtkSettings *settings = gtk_settings_get_default ();
  g_autofree char *name = NULL;
  cairo_font_options_t *options = cairo_font_options_create ();

  g_object_get (settings, "gtk-font-name", &name, NULL);
  PangoFontDescription *font = pango_font_description_from_string (name != NULL ? name : "Sans 11");
  pango_font_description_set_size (font, (int) ((chart ? 11 : POINTS) * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_cairo_context_set_resolution (context, chart ? 96 : 72);
  /* Paper has no pixels that letters should keep to. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL
                                           ? PANGO_DIRECTION_RTL
                                           : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return context;
}

static PangoLayout *
make_layout (const WayPaperStyle *style, WayPaperTextKind kind, const char *text)
{
  static const double scales[] = { 1, 1, 1, 1.25, 1.9 };
  PangoLayout *layout = pango_layout_new (style->fonts);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scales[kind]));
  if (kind >= WAY_PAPER_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

double
way_paper_text (const WayPaperStyle *style,
                cairo_t *cr,
                WayPaperTextKind kind,
                const char *text,
                double x,
                double y,
                double room,
                gboolean at_end)
{
  g_autoptr (PangoLayout) layout = make_layout (style, kind, text);
  gboolean right = style->rtl != at_end;
  /* What runs against the language of the program turns the sides of an alignment around. */
  gboolean turned =
      pango_layout_line_get_resolved_direction (pango_layout_get_line_readonly (layout, 0)) !=
      pango_context_get_base_dir (style->fonts);
  int height;

  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_size (layout, NULL, &height);
  if (cr != NULL)
    {
      double gray = kind == WAY_PAPER_FAINT ? 0.35 : 0;
      cairo_set_source_rgb (cr, gray, gray, gray);
      cairo_move_to (cr, style->rtl ? style->width - x - room : x, y);
      pango_cairo_show_layout (cr, layout);
    }
  return (double) height / PANGO_SCALE;
}

double
way_paper_text_width (const WayPaperStyle *style, WayPaperTextKind kind, const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (style, kind, text);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}

char **
way_paper_lines (const WayPaperStyle *style, WayPaperTextKind kind, const char *text, double room)
{
  g_autoptr (PangoLayout) layout = make_layout (style, kind, text);
  GPtrArray *lines = g_ptr_array_new ();

  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      const PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      char *part = g_strndup (text + line->start_index, (gsize) line->length);
      g_ptr_array_add (lines, g_strchomp (part));
    }
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

double
way_paper_row (const WayPaperStyle *style,
               cairo_t *cr,
               const WayPaperColumn *columns,
               gsize n_columns,
               const char *const *cells,
               WayPaperTextKind kind,
               double y)
{
  double x = 0, height = 0;

  for (gsize i = 0; i < n_columns; i++)
    {
      double width = columns[i].share * style->width;
      double room = i + 1 < n_columns ? width - WAY_PAPER_COLUMN_GAP : width;
      /* Not inside MAX(), which would draw it twice. */
      double used =
          way_paper_text (style, cr, kind, cells[i], x, y + ROW_ROOM, room, columns[i].at_end);
      height = MAX (height, used);
      x += width;
    }
  if (cr != NULL)
    {
      cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
      cairo_set_line_width (cr, 0.5);
      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, style->width, y);
      cairo_stroke (cr);
    }
  return height + 2 * ROW_ROOM;
}
