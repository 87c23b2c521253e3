#include "app/schedule/block-tile.h"

#include "app/format.h"
#include "app/widgets/block-row.h"

#include <glib/gi18n.h>

#define ICON 16
#define GAP  4
#define WIDE 120 /* pixels; with less, words begin under the icon */

struct _WayBlockTile
{
  GtkWidget parent_instance;

  gint64 id;
  char *kind_class;
  char *state_class;
  PangoLayout *title;
  PangoLayout *times;
  char *from_to; /* "18:30 – 19:30" */
  char *from;    /* "18:30": where there is no room for more */
  int fitted;    /* the room that the times are cut to; -1: not yet */
  GtkIconPaintable *kind_icon;
  GtkIconPaintable *mark_icon; /* of its state, or a pin; %NULL: nothing to say */
  GdkTexture *kind_picture;    /* as they are painted; %NULL: not yet */
  GdkTexture *mark_picture;
};

G_DEFINE_FINAL_TYPE (WayBlockTile, way_block_tile, GTK_TYPE_WIDGET)

static GtkIconPaintable *
load_icon (WayBlockTile *self, const char *name)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  return gtk_icon_theme_lookup_icon (theme, name, NULL, ICON,
                                     gtk_widget_get_scale_factor (GTK_WIDGET (self)),
                                     gtk_widget_get_direction (GTK_WIDGET (self)), 0);
}

static void
swap_class (WayBlockTile *self, char **holder, const char *prefix, const char *word)
{
  if (*holder != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), *holder);
  g_free (*holder);
  *holder = g_strdup_printf ("%s-%s", prefix, word);
  gtk_widget_add_css_class (GTK_WIDGET (self), *holder);
}

static const char *
mark_of (const WayBlock *block)
{
  if (g_str_equal (block->state, "done"))
    return "object-select-symbolic";
  if (g_str_equal (block->state, "started"))
    return "media-playback-start-symbolic";
  if (g_str_equal (block->state, "missed"))
    return "way-late-symbolic";
  if (g_str_equal (block->state, "skipped"))
    return "media-skip-forward-symbolic";
  return block->pinned ? "view-pin-symbolic" : NULL;
}

/* What the mark says, for the eye and the ear; %NULL: there is none. */
static const char *
mark_word (const WayBlock *block)
{
  if (g_str_equal (block->state, "done"))
    return _ ("done");
  if (g_str_equal (block->state, "started"))
    return _ ("started");
  if (g_str_equal (block->state, "missed"))
    return _ ("missed");
  if (g_str_equal (block->state, "skipped"))
    return _ ("skipped");
  return block->pinned ? _ ("pinned") : NULL;
}

static void
set_words (WayBlockTile *self, const WayBlock *block, WayZone *zone, const char *times)
{
  g_autofree char *day = way_format_day (way_zone_to_local (zone, block->start_utc, NULL));
  const char *mark = mark_word (block);
  /* Translators: a kind of block, its title, its day and its times */
  g_autofree char *label = g_strdup_printf (
      _ ("%s, %s, %s, %s"), way_block_kind_label (block->kind), block->title, day, times);
  g_autofree char *tip =
      g_strdup_printf ("%s\n%s\n%s%s%s", block->title, times, way_block_kind_label (block->kind),
                       mark != NULL ? " · " : "", mark != NULL ? mark : "");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, mark != NULL ? mark : "",
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
}

static void
forget_pictures (WayBlockTile *self)
{
  g_clear_object (&self->kind_picture);
  g_clear_object (&self->mark_picture);
}

void
way_block_tile_set_block (WayBlockTile *self, const WayBlock *block, WayZone *zone)
{
  g_autofree char *times = way_format_times (zone, block->start_utc, block->end_utc);
  const char *mark = mark_of (block);

  self->id = block->id;
  swap_class (self, &self->kind_class, "kind", way_block_kind_to_string (block->kind));
  swap_class (self, &self->state_class, "state", block->state);
  pango_layout_set_text (self->title, block->title, -1);
  g_free (self->from_to);
  g_free (self->from);
  self->from_to = g_strdup (times);
  self->from = way_format_time (zone, block->start_utc);
  self->fitted = -1;
  g_clear_object (&self->kind_icon);
  g_clear_object (&self->mark_icon);
  forget_pictures (self);
  self->kind_icon = load_icon (self, way_block_kind_icon (block->kind));
  self->mark_icon = mark != NULL ? load_icon (self, mark) : NULL;
  set_words (self, block, zone, times);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gint64
way_block_tile_get_id (WayBlockTile *self)
{
  return self->id;
}

GtkWidget *
way_block_tile_new (void)
{
  return g_object_new (WAY_TYPE_BLOCK_TILE, NULL);
}

/* Whoever places it says how large it is. */
static void
way_block_tile_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = 0;
}

static GdkTexture *
paint_icon (WayBlockTile *self, GtkIconPaintable *icon)
{
  float scale = (float) gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON, ICON,
                                            &color, 1);
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  return node != NULL ? gsk_renderer_render_texture (
                            renderer, node, &GRAPHENE_RECT_INIT (0, 0, ICON * scale, ICON * scale))
                      : NULL;
}

/* @picture is made once: to give an icon its colour in each frame takes longer than the rest of the tile. */
static void
put_icon (WayBlockTile *self,
          GtkSnapshot *snapshot,
          GtkIconPaintable *icon,
          GdkTexture **picture,
          double x)
{
  if (*picture == NULL)
    *picture = paint_icon (self, icon);
  if (*picture != NULL)
    gtk_snapshot_append_texture (snapshot, *picture,
                                 &GRAPHENE_RECT_INIT ((float) x, 1, ICON, ICON));
}

/* @x and @room are those of the side where the language begins. */
static void
put_text (WayBlockTile *self,
          GtkSnapshot *snapshot,
          PangoLayout *layout,
          double x,
          double y,
          int room)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), text_width;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_set_width (layout, MAX (1, room) * PANGO_SCALE);
  text_width = room;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float) (rtl ? width - x - text_width : x), (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* As much of the times as there is room for. To try it costs more than to paint the tile, and zooming leaves the room
 * as it is. */
static void
fit_times (WayBlockTile *self, int room)
{
  int width;

  if (room == self->fitted)
    return;
  self->fitted = room;
  pango_layout_set_width (self->times, -1);
  pango_layout_set_text (self->times, self->from_to, -1);
  pango_layout_get_pixel_size (self->times, &width, NULL);
  if (width > room)
    pango_layout_set_text (self->times, self->from, -1);
}

/* A low tile has room for its title only, a higher one for its times as well, then the title may take lines. */
static void
way_block_tile_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayBlockTile *self = WAY_BLOCK_TILE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), line, used;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, wide = width >= WIDE;
  int start = ICON + GAP, room = width - start;

  fit_times (self, room);
  pango_layout_get_pixel_size (self->times, NULL, &line);
  gboolean high = height >= 2 * line + 2;
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (-2, -2, (float) width + 4, (float) height + 4));
  put_icon (self, snapshot, self->kind_icon, &self->kind_picture, rtl ? width - ICON : 0);
  if (self->mark_icon != NULL && width >= 2 * ICON)
    {
      put_icon (self, snapshot, self->mark_icon, &self->mark_picture, rtl ? 0 : width - ICON);
      room -= ICON + GAP;
    }
  if (wide || !high)
    {
      pango_layout_set_height (self->title, high ? -MAX (1, height / line - 1) : -1);
      put_text (self, snapshot, self->title, start, 0, room);
      pango_layout_get_pixel_size (self->title, NULL, &used);
      if (high)
        put_text (self, snapshot, self->times, start, used, width - start);
    }
  else
    {
      /* The start beside the icon, where it fits; the title below it. */
      put_text (self, snapshot, self->times, start, 0, room);
      pango_layout_set_height (self->title, -MAX (1, height / line - 1));
      put_text (self, snapshot, self->title, 0, line + 1, width);
    }
  gtk_snapshot_pop (snapshot);
}

/* The font may be another one, and the colour. */
static void
way_block_tile_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  WAY_BLOCK_TILE (widget)->fitted = -1;
  forget_pictures (WAY_BLOCK_TILE (widget));
  GTK_WIDGET_CLASS (way_block_tile_parent_class)->css_changed (widget, change);
}

static void
way_block_tile_finalize (GObject *object)
{
  WayBlockTile *self = WAY_BLOCK_TILE (object);

  g_free (self->kind_class);
  g_free (self->state_class);
  g_free (self->from_to);
  g_free (self->from);
  g_clear_object (&self->title);
  g_clear_object (&self->times);
  g_clear_object (&self->kind_icon);
  g_clear_object (&self->mark_icon);
  forget_pictures (self);
  G_OBJECT_CLASS (way_block_tile_parent_class)->finalize (object);
}

static void
way_block_tile_class_init (WayBlockTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_block_tile_finalize;
  widget_class->measure = way_block_tile_measure;
  widget_class->snapshot = way_block_tile_snapshot;
  widget_class->css_changed = way_block_tile_css_changed;
  gtk_widget_class_set_css_name (widget_class, "blocktile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static PangoLayout *
new_layout (WayBlockTile *self, PangoWeight weight)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_attr_list_unref (attributes);
  return layout;
}

static void
way_block_tile_init (WayBlockTile *self)
{
  self->title = new_layout (self, PANGO_WEIGHT_SEMIBOLD);
  self->times = new_layout (self, PANGO_WEIGHT_NORMAL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_pictures), NULL);
}
