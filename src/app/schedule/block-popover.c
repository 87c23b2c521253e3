#include "app/schedule/block-popover.h"

#include "app/format.h"
#include "app/schedule/block-clock.h"
#include "app/session.h"
#include "app/widgets/block-row.h"
#include "app/widgets/form.h"
#include "core/base/error.h"
#include "core/planner/availability.h"
#include "core/planner/block-change.h"
#include "core/planner/reason.h"

#include <glib/gi18n.h>

#define TICK_SECONDS 5

struct _WayBlockPopover
{
  GtkPopover parent_instance;

  WayStore *store;
  WayZone *zone;
  WayBlock *block;
  GPtrArray *purposes; /* of WayBlockPurpose * */
  gboolean filling;    /* the widgets follow the block, not the person */
  GtkWidget *head;
  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *times;
  GtkLabel *kind;
  WayBlockClock *clock;
  guint timer; /* while it is shown */
  GtkWidget *states;
  GtkToggleButton *done;
  GtkToggleButton *missed;
  GtkToggleButton *skipped;
  GtkWidget *why;
  GtkLabel *reason;
  GtkWidget *form;
  GtkEditable *title_entry;
  GtkDropDown *purpose;
  GtkDropDown *kinds;
  GtkEditable *day_entry;
  GtkEditable *times_entry;
  GtkTextBuffer *note;
  GtkLabel *message;
  GtkWidget *buttons;
  GtkToggleButton *pinned;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (WayBlockPopover, way_block_popover, GTK_TYPE_POPOVER)

static void
say (WayBlockPopover *self, const char *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *message != '\0');
}

/* "18:30-19:30" */
static char *
times_text (WayZone *zone, gint64 start_utc, gint64 end_utc)
{
  int from, to;

  way_zone_to_local (zone, start_utc, &from);
  way_zone_to_local (zone, end_utc, &to);
  return g_strdup_printf ("%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
}

static void
fill_purposes (WayBlockPopover *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  self->purposes = way_block_purposes (self->store, NULL);
  for (guint i = 0; self->purposes != NULL && i < self->purposes->len; i++)
    {
      const WayBlockPurpose *it = g_ptr_array_index (self->purposes, i);
      gtk_string_list_append (names, it->title);
      if (way_block_is_for (self->block, it))
        selected = i;
    }
  gtk_drop_down_set_model (self->purpose, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->purpose, selected);
}

static void
fill_form (WayBlockPopover *self)
{
  const WayBlock *block = self->block;
  g_autofree char *day = way_date_to_iso (way_zone_to_local (self->zone, block->start_utc, NULL));
  g_autofree char *times = times_text (self->zone, block->start_utc, block->end_utc);

  self->filling = TRUE;
  gtk_editable_set_text (self->title_entry, block->title);
  gtk_editable_set_text (self->day_entry, day);
  gtk_editable_set_text (self->times_entry, times);
  gtk_drop_down_set_selected (self->kinds, block->kind);
  gtk_text_buffer_set_text (self->note, block->note, -1);
  fill_purposes (self);
  way_form_set_error (GTK_WIDGET (self->day_entry), FALSE);
  way_form_set_error (GTK_WIDGET (self->times_entry), FALSE);
  say (self, "");
  self->filling = FALSE;
}

static void
fill_head (WayBlockPopover *self)
{
  const WayBlock *block = self->block;
  g_autofree char *day = way_format_day (way_zone_to_local (self->zone, block->start_utc, NULL));
  g_autofree char *times = way_format_times (self->zone, block->start_utc, block->end_utc);
  g_autofree char *when = g_strdup_printf ("%s\n%s", day, times);
  g_autofree char *reason = way_reason_to_text (block->reason);
  const char *classes[] = { NULL, NULL };
  g_autofree char *kind_class = g_strdup_printf ("kind-%s", way_block_kind_to_string (block->kind));

  classes[0] = kind_class;
  gtk_widget_set_css_classes (self->head, classes);
  gtk_image_set_from_icon_name (self->icon, way_block_kind_icon (block->kind));
  gtk_label_set_text (self->title, block->title);
  gtk_label_set_text (self->times, when);
  gtk_label_set_text (self->kind, way_block_kind_label (block->kind));
  gtk_label_set_text (self->reason, reason);
  gtk_widget_set_visible (self->why, *reason != '\0');
}

static void
fill_states (WayBlockPopover *self)
{
  gtk_toggle_button_set_active (self->done, g_str_equal (self->block->state, "done"));
  gtk_toggle_button_set_active (self->missed, g_str_equal (self->block->state, "missed"));
  gtk_toggle_button_set_active (self->skipped, g_str_equal (self->block->state, "skipped"));
  gtk_toggle_button_set_active (self->pinned, self->block->pinned);
}

/* Loads the block anew, and shows it but for the form; %FALSE: it is no longer there. */
static gboolean
load_block (WayBlockPopover *self, gint64 block_id)
{
  WayBlock *block = way_schedule_load_one (self->store, block_id, NULL);

  if (block == NULL)
    return FALSE;
  way_block_clock_set_block (self->clock, block, way_session_now ());
  way_block_free (self->block);
  self->block = block;
  g_clear_pointer (&self->zone, way_zone_free);
  self->zone = way_session_zone (self->store);
  fill_head (self);
  fill_states (self);
  return TRUE;
}

gboolean
way_block_popover_set_block (WayBlockPopover *self, gint64 block_id)
{
  gboolean writable = !way_store_is_read_only (self->store);

  if (!load_block (self, block_id))
    return FALSE;
  fill_form (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->clock), writable);
  gtk_widget_set_sensitive (self->states, writable);
  gtk_widget_set_sensitive (self->form, writable);
  gtk_widget_set_sensitive (self->buttons, writable);
  gtk_widget_set_sensitive (self->save, FALSE);
  return TRUE;
}

void
way_block_popover_show (WayBlockPopover *self, gint64 block_id, const GdkRectangle *area)
{
  int height = gtk_widget_get_height (gtk_widget_get_parent (GTK_WIDGET (self)));
  GdkRectangle here = *area;

  if (!way_block_popover_set_block (self, block_id))
    return;
  /* What is scrolled out of sight is pointed to at the edge. */
  here.height = MIN (here.height, MAX (1, height - here.y));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &here);
  /* To where there is more room: it is tall, and often fits nowhere as a whole. */
  gtk_popover_set_position (GTK_POPOVER (self),
                            here.y + here.height / 2 > height / 2 ? GTK_POS_TOP : GTK_POS_BOTTOM);
  gtk_popover_popup (GTK_POPOVER (self));
}

gint64
way_block_popover_get_block (WayBlockPopover *self)
{
  return self->block != NULL ? self->block->id : 0;
}

static void
on_state (WayBlockPopover *self, GtkToggleButton *button)
{
  const char *state = button == self->done ? "done" : button == self->missed ? "missed" : "skipped";

  gtk_widget_activate_action (GTK_WIDGET (self), "mark.block", "(xs)", self->block->id,
                              gtk_toggle_button_get_active (button) ? state : "planned");
  /* What the store says now, also when it refused. */
  fill_states (self);
}

static void
on_pin (WayBlockPopover *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "block.pin", "(xb)", self->block->id,
                              gtk_toggle_button_get_active (self->pinned));
  fill_states (self);
}

static void
on_remove (WayBlockPopover *self)
{
  gint64 id = self->block->id;

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "block.remove", "x", id);
}

static void
on_edited (WayBlockPopover *self)
{
  if (self->filling)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
}

/* The times that were typed; one that ends before it starts ends on the next day. */
static gboolean
read_times (WayBlockPopover *self, gint64 *start_utc, gint64 *end_utc, GError **error)
{
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  WayDate day = WAY_DATE_NONE;
  gboolean ok = way_date_parse (gtk_editable_get_text (self->day_entry),
                                way_session_today (self->store), &day, error);

  way_form_set_error (GTK_WIDGET (self->day_entry), !ok);
  if (!ok)
    return FALSE;
  ok = way_availability_parse_times (gtk_editable_get_text (self->times_entry), WAY_MONDAY, windows,
                                     error);
  if (ok && windows->len != 1)
    {
      ok = FALSE;
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("Write the times as 18:30-19:30."));
    }
  way_form_set_error (GTK_WIDGET (self->times_entry), !ok);
  if (!ok)
    return FALSE;
  WayAvailability it = g_array_index (windows, WayAvailability, 0);
  *start_utc = way_zone_to_utc (self->zone, day, it.from_minute);
  *end_utc =
      way_zone_to_utc (self->zone, day, it.to_minute + (it.to_minute <= it.from_minute ? 1440 : 0));
  /* A time that comes twice stays the one that it was. */
  g_autofree char *old = times_text (self->zone, self->block->start_utc, self->block->end_utc);
  if (g_str_equal (old, gtk_editable_get_text (self->times_entry)) &&
      way_zone_to_local (self->zone, self->block->start_utc, NULL) == day)
    {
      *start_utc = self->block->start_utc;
      *end_utc = self->block->end_utc;
    }
  return TRUE;
}

/* Whether all but the note is as it was: a note alone pins nothing. */
static gboolean
is_same (WayBlockPopover *self, const WayBlockPurpose *purpose, gint64 start_utc, gint64 end_utc)
{
  const WayBlock *block = self->block;

  return block->start_utc == start_utc && block->end_utc == end_utc &&
         way_block_is_for (block, purpose) &&
         block->kind == gtk_drop_down_get_selected (self->kinds) &&
         g_str_equal (block->title, gtk_editable_get_text (self->title_entry));
}

static void
on_save (WayBlockPopover *self)
{
  guint selected = gtk_drop_down_get_selected (self->purpose);
  gint64 start = 0, end = 0;
  g_autoptr (GError) error = NULL;

  if (!read_times (self, &start, &end, &error))
    {
      say (self, error->message);
      way_form_focus_error (GTK_WIDGET (self));
      return;
    }
  if (self->purposes == NULL || selected >= self->purposes->len)
    return;
  const WayBlockPurpose *purpose = g_ptr_array_index (self->purposes, selected);
  g_autofree char *note = NULL;
  g_object_get (self->note, "text", &note, NULL);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (is_same (self, purpose, start, end))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "block.note", "(xs)", self->block->id, note);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "block.change", "(xsxxxsxxs)", self->block->id,
                              way_block_kind_to_string (gtk_drop_down_get_selected (self->kinds)),
                              purpose->guide_id, purpose->phase_id, purpose->gap_work_id,
                              gtk_editable_get_text (self->title_entry), start, end, note);
}

static gboolean
on_tick (gpointer data)
{
  WayBlockPopover *self = data;

  way_block_clock_tick (self->clock, way_session_now ());
  return G_SOURCE_CONTINUE;
}

static void
on_map (WayBlockPopover *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
}

static void
on_unmap (WayBlockPopover *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

/* What changed elsewhere shows, but for what is being typed. */
static void
on_changed (WayBlockPopover *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) || self->block == NULL)
    return;
  gboolean typing = gtk_widget_get_sensitive (self->save);
  if (typing ? !load_block (self, self->block->id)
             : !way_block_popover_set_block (self, self->block->id))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
way_block_popover_dispose (GObject *object)
{
  WayBlockPopover *self = WAY_BLOCK_POPOVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->zone, way_zone_free);
  g_clear_pointer (&self->block, way_block_free);
  g_clear_pointer (&self->purposes, g_ptr_array_unref);
  G_OBJECT_CLASS (way_block_popover_parent_class)->dispose (object);
}

#define BIND(child) gtk_widget_class_bind_template_child (widget_class, WayBlockPopover, child)

static void
way_block_popover_class_init (WayBlockPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_BLOCK_CLOCK);
  G_OBJECT_CLASS (klass)->dispose = way_block_popover_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/schedule/block-popover.ui");
  BIND (head);
  BIND (icon);
  BIND (title);
  BIND (times);
  BIND (kind);
  BIND (clock);
  BIND (states);
  BIND (done);
  BIND (missed);
  BIND (skipped);
  BIND (why);
  BIND (reason);
  BIND (form);
  BIND (title_entry);
  BIND (purpose);
  BIND (kinds);
  BIND (day_entry);
  BIND (times_entry);
  BIND (note);
  BIND (message);
  BIND (buttons);
  BIND (pinned);
  BIND (save);
  gtk_widget_class_bind_template_callback (widget_class, on_state);
  gtk_widget_class_bind_template_callback (widget_class, on_pin);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
way_block_popover_init (WayBlockPopover *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (WayBlockKind kind = 0; kind < WAY_BLOCK_N_KINDS; kind++)
    gtk_string_list_append (kinds, way_block_kind_label (kind));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
  self->filling = FALSE;
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  g_signal_connect (self, "unmap", G_CALLBACK (on_unmap), NULL);
  way_form_set_notation (self->day_entry);
  way_form_set_notation (self->times_entry);
}

GtkWidget *
way_block_popover_new (WayStore *store)
{
  WayBlockPopover *self = g_object_new (WAY_TYPE_BLOCK_POPOVER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
