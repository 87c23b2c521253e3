#include "app/offers/score-cell.h"

#include "app/widgets/draw.h"
#include "app/widgets/tooltip.h"

#include <glib/gi18n.h>

#define PADDING_X 9 /* pixels */
#define PADDING_Y 5

struct _WayScoreCell
{
  GtkWidget parent_instance;

  char *text, *small, *edit, *name;
  WayCellFlags flags;
  int least, chars;          /* room for so many digits, at least and usually */
  PangoLayout *lines[2];     /* of the texts as they are drawn; %NULL: to be made */
  GtkWidget *entry;          /* while something is typed */
  GtkEventController *focus; /* of the entry */
  guint leaving;             /* source */
};

enum
{
  TYPED,
  COMMITTED,
  REVERTED,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WayScoreCell, way_score_cell, GTK_TYPE_WIDGET)

static gboolean
has_entry_focus (WayScoreCell *self)
{
  return gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus));
}

/* The entry goes, and the cell has the focus it had. */
static void
stop (WayScoreCell *self)
{
  GtkWidget *entry = self->entry;
  gboolean focus = has_entry_focus (self);

  g_clear_handle_id (&self->leaving, g_source_remove);
  self->entry = NULL;
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (entry);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_score_cell_cancel (WayScoreCell *self)
{
  if (self->entry != NULL)
    stop (self);
}

/* Whether it is done, and nothing is being typed any more. */
static gboolean
commit (WayScoreCell *self)
{
  g_autofree char *text = way_score_cell_get_typed (self);
  gboolean done = FALSE;

  if (text == NULL)
    return TRUE;
  g_object_ref (self);
  g_signal_emit (self, signals[COMMITTED], 0, text, &done);
  if (done && self->entry != NULL)
    stop (self);
  else if (!done)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  g_object_unref (self);
  return done;
}

static void
go (WayScoreCell *self, GtkDirectionType direction)
{
  if (commit (self))
    g_signal_emit (self, signals[LEFT], 0, direction);
}

static void
on_activate (WayScoreCell *self)
{
  go (self, GTK_DIR_DOWN);
}

static void
on_changed (WayScoreCell *self)
{
  g_autofree char *text = way_score_cell_get_typed (self);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  if (text != NULL)
    g_signal_emit (self, signals[TYPED], 0, text);
}

static gboolean
on_entry_key (WayScoreCell *self, guint key, guint code, GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      stop (self);
      g_signal_emit (self, signals[REVERTED], 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go (self, GTK_DIR_UP);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go (self, GTK_DIR_DOWN);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
leave (gpointer data)
{
  WayScoreCell *self = data;

  self->leaving = 0;
  if (self->entry != NULL && !has_entry_focus (self))
    commit (self);
  return G_SOURCE_REMOVE;
}

/* The focus is on its way elsewhere: not now. */
static void
on_leave (WayScoreCell *self)
{
  if (self->leaving == 0)
    self->leaving = g_idle_add_full (G_PRIORITY_HIGH_IDLE, leave, self, NULL);
}

static void
make_entry (WayScoreCell *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  self->focus = gtk_event_controller_focus_new ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_editable_set_alignment (GTK_EDITABLE (self->entry), self->flags & WAY_CELL_TITLE ? 0 : 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_entry_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, key);
  gtk_widget_add_controller (self->entry, self->focus);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
}

void
way_score_cell_edit (WayScoreCell *self, const char *text)
{
  if ((self->flags & WAY_CELL_READ_ONLY) || self->entry != NULL)
    return;
  make_entry (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : self->edit);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_activate), self,
                           G_CONNECT_SWAPPED);
  if (text == NULL)
    gtk_widget_grab_focus (self->entry);
  else
    {
      gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
      on_changed (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
way_score_cell_get_typed (WayScoreCell *self)
{
  return self->entry != NULL ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))) : NULL;
}

gboolean
way_score_cell_is_read_only (WayScoreCell *self)
{
  return (self->flags & WAY_CELL_READ_ONLY) != 0;
}

/* Starts a number. */
static gboolean
starts (gunichar c)
{
  return g_unichar_isdigit (c) || c == '.' || c == ',' || c == '-';
}

static gboolean
on_key (WayScoreCell *self, guint key, guint code, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (self->entry != NULL || way_score_cell_is_read_only (self) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return FALSE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_BackSpace || key == GDK_KEY_KP_Delete)
    {
      way_score_cell_edit (self, "");
      commit (self);
      return TRUE;
    }
  if (key == GDK_KEY_F2 || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter ||
      key == GDK_KEY_ISO_Enter)
    {
      way_score_cell_edit (self, NULL);
      return TRUE;
    }
  if (!starts (c))
    return FALSE;
  g_unichar_to_utf8 (c, text);
  way_score_cell_edit (self, text);
  return TRUE;
}

/* The first click chooses the cell, the next one edits it. */
static void
on_pressed (WayScoreCell *self, int n, double x, double y, GtkGesture *gesture)
{
  if (self->entry != NULL)
    return;
  if (gtk_widget_has_focus (GTK_WIDGET (self)) && !way_score_cell_is_read_only (self))
    way_score_cell_edit (self, NULL);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
replace (char **place, const char *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

static void
set_class (WayScoreCell *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* "Acme, Growth: 4, 12.5 of 100" */
static void
tell (WayScoreCell *self)
{
  const char *text = *self->text != '\0' ? self->text : _ ("blank");
  g_autofree char *value =
      *self->small != '\0' ? g_strdup_printf ("%s, %s", text, self->small) : g_strdup (text);
  /* Translators: what a cell of a table is of, and what is in it: "Acme, Growth: 4" */
  g_autofree char *label = self->flags & WAY_CELL_TITLE
                               ? g_strdup (value)
                               : g_strdup_printf (_ ("%s: %s"), self->name, value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
way_score_cell_set (WayScoreCell *self, const WayCellTexts *texts)
{
  gboolean text = replace (&self->text, texts->text), small = replace (&self->small, texts->small);
  gboolean name = replace (&self->name, texts->name), flags = self->flags != texts->flags;

  replace (&self->edit, texts->edit);
  way_tooltip_set (GTK_WIDGET (self), texts->tooltip);
  if (!text && !small && !name && !flags)
    return;
  if (text || flags)
    g_clear_object (&self->lines[0]);
  if (small || flags)
    g_clear_object (&self->lines[1]);
  self->flags = texts->flags;
  set_class (self, "wrong", self->flags & WAY_CELL_WRONG);
  set_class (self, "computed", self->flags == WAY_CELL_READ_ONLY);
  tell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
line_heights (GtkWidget *widget, int *text, int *small, int *digit)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = pango_font_metrics_get_height (metrics);

  *text = PANGO_PIXELS_CEIL (height);
  *small = PANGO_PIXELS_CEIL ((int) (height * WAY_DRAW_LABEL));
  *digit = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));
  pango_font_metrics_unref (metrics);
}

static void
way_score_cell_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  WayScoreCell *self = WAY_SCORE_CELL (widget);
  int text, small, digit;

  line_heights (widget, &text, &small, &digit);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = text + small + 2 * PADDING_Y;
  else
    {
      *minimum = self->least * digit + 2 * PADDING_X;
      *natural = self->chars * digit + 2 * PADDING_X;
    }
}

static void
way_score_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayScoreCell *self = WAY_SCORE_CELL (widget);
  int text, small, digit, minimum;

  if (self->entry == NULL)
    return;
  line_heights (widget, &text, &small, &digit);
  gtk_widget_measure (self->entry, GTK_ORIENTATION_VERTICAL, -1, &minimum, NULL, NULL, NULL);
  int entry = MAX (minimum, text);
  gtk_widget_size_allocate (self->entry,
                            &(GtkAllocation) { PADDING_X, PADDING_Y, MAX (1, width - 2 * PADDING_X),
                                               MIN (entry, height) },
                            -1);
}

/* The side is that of the language, whatever the text is in. */
static PangoLayout *
make_line (WayScoreCell *self, const char *text, gboolean small)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();
  gboolean end = !(self->flags & WAY_CELL_TITLE);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (small || (self->flags & WAY_CELL_DIM))
    pango_attr_list_insert (attributes, pango_attr_scale_new (WAY_DRAW_LABEL));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, end != rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  return layout;
}

static void
forget_lines (WayScoreCell *self)
{
  g_clear_object (&self->lines[0]);
  g_clear_object (&self->lines[1]);
}

static void
draw_line (WayScoreCell *self, GtkSnapshot *snapshot, const char *text, int y, gboolean small)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean dim = small || (self->flags & WAY_CELL_DIM) || *self->text == '\0';
  GdkRGBA color =
      way_draw_color (widget, self->flags & WAY_CELL_WRONG ? "error_color" : NULL, dim ? 0.7f : 1);
  int width = MAX (1, gtk_widget_get_width (widget) - 2 * PADDING_X);

  if (self->lines[small] == NULL)
    self->lines[small] = make_line (self, text, small);
  pango_layout_set_width (self->lines[small], width * PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING_X, (float) y));
  gtk_snapshot_append_layout (snapshot, self->lines[small], &color);
  gtk_snapshot_restore (snapshot);
}

static void
way_score_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayScoreCell *self = WAY_SCORE_CELL (widget);
  int text, small, digit;

  line_heights (widget, &text, &small, &digit);
  if (self->entry != NULL)
    gtk_widget_snapshot_child (widget, self->entry, snapshot);
  else if (*self->text != '\0')
    draw_line (self, snapshot, self->text, PADDING_Y, FALSE);
  else if (!way_score_cell_is_read_only (self))
    draw_line (self, snapshot, "–", PADDING_Y, FALSE);
  if (*self->small != '\0')
    draw_line (self, snapshot, self->small, PADDING_Y + text, TRUE);
}

static void
way_score_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_score_cell_parent_class)->css_changed (widget, change);
  forget_lines (WAY_SCORE_CELL (widget));
}

static void
way_score_cell_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (way_score_cell_parent_class)->direction_changed (widget, before);
  forget_lines (WAY_SCORE_CELL (widget));
}

static void
way_score_cell_unmap (GtkWidget *widget)
{
  commit (WAY_SCORE_CELL (widget));
  GTK_WIDGET_CLASS (way_score_cell_parent_class)->unmap (widget);
}

static void
way_score_cell_dispose (GObject *object)
{
  WayScoreCell *self = WAY_SCORE_CELL (object);

  g_clear_handle_id (&self->leaving, g_source_remove);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  G_OBJECT_CLASS (way_score_cell_parent_class)->dispose (object);
}

static void
way_score_cell_finalize (GObject *object)
{
  WayScoreCell *self = WAY_SCORE_CELL (object);

  forget_lines (self);
  g_free (self->text);
  g_free (self->small);
  g_free (self->edit);
  g_free (self->name);
  G_OBJECT_CLASS (way_score_cell_parent_class)->finalize (object);
}

static void
add_signals (WayScoreCellClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 1, G_TYPE_STRING);
  signals[COMMITTED] = g_signal_new ("committed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[REVERTED] =
      g_signal_new ("reverted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, GTK_TYPE_DIRECTION_TYPE);
}

static void
way_score_cell_class_init (WayScoreCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_score_cell_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_score_cell_finalize;
  widget_class->measure = way_score_cell_measure;
  widget_class->size_allocate = way_score_cell_size_allocate;
  widget_class->snapshot = way_score_cell_snapshot;
  widget_class->css_changed = way_score_cell_css_changed;
  widget_class->direction_changed = way_score_cell_direction_changed;
  widget_class->unmap = way_score_cell_unmap;
  add_signals (klass);
  gtk_widget_class_set_css_name (widget_class, "scorecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
way_score_cell_init (WayScoreCell *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->text = g_strdup ("");
  self->small = g_strdup ("");
  self->edit = g_strdup ("");
  self->name = g_strdup ("");
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
way_score_cell_new (int least, int chars)
{
  WayScoreCell *self = g_object_new (WAY_TYPE_SCORE_CELL, NULL);

  self->least = least;
  self->chars = chars;
  return GTK_WIDGET (self);
}
