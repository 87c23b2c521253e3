/* The guides that are there, those built in, and the calendars to plan around. */
#include "app/library/library-view.h"

#include "app/widgets/follow-store.h"
#include "core/calendar/busy.h"
#include "core/calendar/moved.h"
#include "core/guide/library.h"
#include "core/guide/reader.h"

#include <glib/gi18n.h>

struct _WayLibraryView
{
  AdwBin parent_instance;

  WayStore *store;
  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *built_in_group;
  AdwPreferencesGroup *calendar_group;
  GtkWidget *refresh;
  GPtrArray *rows; /* of GtkWidget *: what a reload takes out */
};

G_DEFINE_FINAL_TYPE (WayLibraryView, way_library_view, ADW_TYPE_BIN)

static GtkWidget *
add_row (WayLibraryView *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
clear (WayLibraryView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* Gives the slugs of the guides that are shown to @shown. */
static void
show_own (WayLibraryView *self, GHashTable *shown)
{
  g_autoptr (GPtrArray) guides = way_library_list (self->store, NULL);

  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      const WayLibraryGuide *guide = g_ptr_array_index (guides, i);
      GtkWidget *row = add_row (self, self->own_group, guide->title, guide->summary);
      g_hash_table_add (shown, g_strdup (guide->slug));
      if (guide->planned)
        adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_label_new (_ ("In the plan")));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->own_group), guides != NULL && guides->len > 0);
}

static void
show_built_in (WayLibraryView *self, GHashTable *shown)
{
  g_autoptr (GPtrArray) guides = way_guide_read_built_in (NULL);
  gboolean any = FALSE;

  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      const WayGuide *guide = g_ptr_array_index (guides, i);
      if (g_hash_table_contains (shown, guide->slug))
        continue;
      add_row (self, self->built_in_group, guide->title, guide->summary);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->built_in_group), any);
}

static void
show_calendars (WayLibraryView *self)
{
  g_autoptr (GPtrArray) calendars = way_busy_list (self->store, NULL);

  gtk_widget_set_visible (self->refresh, calendars != NULL && calendars->len > 0);
  for (guint i = 0; calendars != NULL && i < calendars->len; i++)
    {
      const WayBusyCalendar *calendar = g_ptr_array_index (calendars, i);
      g_autofree char *path = g_filename_display_name (calendar->path);
      g_autofree char *label = g_strdup_printf (_ ("Remove %s"), calendar->name);
      GtkWidget *row = add_row (self, self->calendar_group, calendar->name, path);
      GtkWidget *remove = gtk_button_new_from_icon_name ("way-remove-symbolic");

      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (remove, "flat");
      gtk_widget_set_tooltip_text (remove, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (remove), "win.remove-calendar");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (remove), "x", calendar->id);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
    }
}

/* What was moved of ours in those calendars. */
static void
show_moved (WayLibraryView *self)
{
  g_autoptr (GPtrArray) moved = way_moved_list (self->store, NULL);

  if (moved == NULL || moved->len == 0)
    return;
  g_autofree char *title =
      g_strdup_printf (ngettext ("%u block was moved in a calendar",
                                 "%u blocks were moved in a calendar", moved->len),
                       moved->len);
  GtkWidget *row = add_row (self, self->calendar_group, title, _ ("The plan can follow"));
  GtkWidget *review = gtk_button_new_with_mnemonic (_ ("_Review…"));

  gtk_widget_set_valign (review, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (review), "win.review-moved");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), review);
}

static void
reload (GtkWidget *view)
{
  WayLibraryView *self = WAY_LIBRARY_VIEW (view);
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  clear (self);
  show_own (self, shown);
  show_built_in (self, shown);
  show_calendars (self);
  show_moved (self);
}

void
way_library_view_set_store (WayLibraryView *self, WayStore *store)
{
  self->store = g_object_ref (store);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_library_view_dispose (GObject *object)
{
  WayLibraryView *self = WAY_LIBRARY_VIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (way_library_view_parent_class)->dispose (object);
}

static void
way_library_view_class_init (WayLibraryViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_library_view_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/library/library-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WayLibraryView, own_group);
  gtk_widget_class_bind_template_child (widget_class, WayLibraryView, built_in_group);
  gtk_widget_class_bind_template_child (widget_class, WayLibraryView, calendar_group);
  gtk_widget_class_bind_template_child (widget_class, WayLibraryView, refresh);
}

static void
way_library_view_init (WayLibraryView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
