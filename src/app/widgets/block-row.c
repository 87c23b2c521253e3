#include "app/widgets/block-row.h"

#include "app/format.h"
#include "app/widgets/tooltip.h"
#include "core/planner/reason.h"
#include "core/planner/timer.h"

#include <glib/gi18n.h>

struct _WayBlockRow
{
  GtkWidget parent_instance;

  gint64 id;
  gboolean done;
  gboolean filling; /* the check button follows the block, not the person */
  char *kind_class;
  GtkCheckButton *check;
  GtkLabel *time;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *kind;
};

G_DEFINE_FINAL_TYPE (WayBlockRow, way_block_row, GTK_TYPE_WIDGET)

const char *
way_block_kind_label (WayBlockKind kind)
{
  switch (kind)
    {
    case WAY_BLOCK_MOCK:
      return _ ("Mock interview");
    case WAY_BLOCK_DRILL:
      return _ ("Drill");
    case WAY_BLOCK_REVIEW:
      return _ ("Review");
    case WAY_BLOCK_STUDY:
    default:
      return _ ("Study");
    }
}

const char *
way_block_kind_icon (WayBlockKind kind)
{
  static const char *const icons[WAY_BLOCK_N_KINDS] = { "way-study-symbolic", "way-mock-symbolic",
                                                        "way-drill-symbolic",
                                                        "way-review-symbolic" };

  return icons[kind];
}

static void
show_done (WayBlockRow *self)
{
  self->filling = TRUE;
  gtk_check_button_set_active (self->check, self->done);
  self->filling = FALSE;
}

static void
on_toggled (WayBlockRow *self)
{
  if (self->filling)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "mark.block", "(xs)", self->id,
                              gtk_check_button_get_active (self->check) ? "done" : "planned");
  /* What the store says now, also when it refused. */
  show_done (self);
}

/* "Study" or "Study, missed" */
static char *
state_text (const WayBlock *block)
{
  const char *kind = way_block_kind_label (block->kind);

  if (g_str_equal (block->state, "missed"))
    return g_strdup_printf (_ ("%s, missed"), kind);
  if (g_str_equal (block->state, "skipped"))
    return g_strdup_printf (_ ("%s, skipped"), kind);
  if (block->started_utc != 0)
    return g_strdup_printf (_ ("%s, running"), kind);
  if (g_str_equal (block->state, "started"))
    return g_strdup_printf (_ ("%s, paused"), kind);
  return g_strdup (kind);
}

/* With the minutes worked where a clock has counted them; those of a running clock would be out of date at once. */
static char *
kind_text (const WayBlock *block)
{
  g_autofree char *state = state_text (block);

  if (block->actual_minutes < 0 || block->started_utc != 0)
    return g_steal_pointer (&state);
  g_autofree char *worked = way_format_minutes (block->actual_minutes);
  g_autofree char *planned = way_format_minutes (way_timer_planned_minutes (block));
  /* Translators: kind of block, minutes worked, minutes planned: "Study · 45 min of 1 h" */
  return g_strdup_printf (_ ("%s · %s of %s"), state, worked, planned);
}

void
way_block_row_set_block (WayBlockRow *self, const WayBlock *block, WayZone *zone)
{
  g_autofree char *times = way_format_times (zone, block->start_utc, block->end_utc);
  g_autofree char *kind = kind_text (block);
  g_autofree char *why = way_reason_to_text (block->reason);
  /* Translators: what the check button marks as done: a title and its times. */
  g_autofree char *name = g_strdup_printf (_ ("Done: %s, %s"), block->title, times);

  self->id = block->id;
  self->done = g_str_equal (block->state, "done");
  if (self->kind_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->kind_class);
  g_free (self->kind_class);
  self->kind_class = g_strdup_printf ("kind-%s", way_block_kind_to_string (block->kind));
  gtk_widget_add_css_class (GTK_WIDGET (self), self->kind_class);
  if (self->done)
    gtk_widget_add_css_class (GTK_WIDGET (self), "done");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "done");
  gtk_label_set_text (self->time, times);
  gtk_image_set_from_icon_name (self->icon, way_block_kind_icon (block->kind));
  gtk_label_set_text (self->title, block->title);
  gtk_label_set_text (self->kind, kind);
  way_tooltip_set (GTK_WIDGET (self), why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
  show_done (self);
}

static void
way_block_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&WAY_BLOCK_ROW (object)->kind_class, g_free);
  G_OBJECT_CLASS (way_block_row_parent_class)->dispose (object);
}

static void
way_block_row_class_init (WayBlockRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_block_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/widgets/block-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "blockrow");
  gtk_widget_class_bind_template_child (widget_class, WayBlockRow, check);
  gtk_widget_class_bind_template_child (widget_class, WayBlockRow, time);
  gtk_widget_class_bind_template_child (widget_class, WayBlockRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WayBlockRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayBlockRow, kind);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
}

static void
way_block_row_init (WayBlockRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_block_row_new (void)
{
  return g_object_new (WAY_TYPE_BLOCK_ROW, NULL);
}
