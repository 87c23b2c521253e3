#include "app/plan/hours-dialog.h"

#include "app/plan/choices.h"
#include "app/plan/limits-page.h"
#include "app/session.h"
#include "app/setup/hours-page.h"
#include "app/widgets/form.h"

#include <adwaita.h>

#define WAY_TYPE_HOURS_DIALOG (way_hours_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayHoursDialog, way_hours_dialog, WAY, HOURS_DIALOG, AdwWindow)

struct _WayHoursDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  WayPlanSettings *settings; /* as stored */
  AdwViewStack *pages;
  WayHoursPage *hours;
  WayLimitsPage *limits;
  GtkLabel *message;
};

G_DEFINE_FINAL_TYPE (WayHoursDialog, way_hours_dialog, ADW_TYPE_WINDOW)

static void
say (WayHoursDialog *self, const char *message)
{
  gtk_label_set_text (self->message, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *message != '\0');
}

/* Nothing is lost: the window stays as it is, with the keyboard in what is wrong. */
static void
show_error (WayHoursDialog *self, GtkWidget *page, const GError *error)
{
  say (self, error->message);
  if (page == NULL)
    return;
  adw_view_stack_set_visible_child (self->pages, page);
  way_form_focus_error_soon (page);
}

static void
on_save (WayHoursDialog *self)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_copy (self->settings);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (!way_hours_page_write (self->hours, settings, &error))
    show_error (self, GTK_WIDGET (self->hours), error);
  else if (!way_limits_page_write (self->limits, settings, &error))
    show_error (self, GTK_WIDGET (self->limits), error);
  else if (!way_plan_change (self->store, settings, way_limits_page_get_guides (self->limits),
                             way_session_now (), &error))
    show_error (self, NULL, error);
  else
    {
      gtk_window_close (GTK_WINDOW (self));
      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.plan", NULL);
    }
}

/* @name: of the page */
static gboolean
on_page_key (GtkWidget *widget, GVariant *name, gpointer user_data)
{
  WayHoursDialog *self = WAY_HOURS_DIALOG (widget);

  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (name, NULL));
  return gtk_widget_child_focus (adw_view_stack_get_visible_child (self->pages),
                                 GTK_DIR_TAB_FORWARD);
}

static void
way_hours_dialog_dispose (GObject *object)
{
  WayHoursDialog *self = WAY_HOURS_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->settings, way_plan_settings_free);
  G_OBJECT_CLASS (way_hours_dialog_parent_class)->dispose (object);
}

static void
way_hours_dialog_class_init (WayHoursDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_HOURS_PAGE);
  g_type_ensure (WAY_TYPE_LIMITS_PAGE);
  G_OBJECT_CLASS (klass)->dispose = way_hours_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/plan/hours-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayHoursDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, WayHoursDialog, hours);
  gtk_widget_class_bind_template_child (widget_class, WayHoursDialog, limits);
  gtk_widget_class_bind_template_child (widget_class, WayHoursDialog, message);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_1, GDK_ALT_MASK, on_page_key, "s", "hours");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_2, GDK_ALT_MASK, on_page_key, "s", "limits");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_hours_dialog_init (WayHoursDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_hours_dialog_new (WayStore *store, GError **error)
{
  g_autoptr (WayPlanSettings) settings = way_plan_settings_load (store, error);
  GPtrArray *guides = settings != NULL ? way_plan_followed_guides (store, error) : NULL;

  if (guides == NULL)
    return NULL;
  WayHoursDialog *self = g_object_new (WAY_TYPE_HOURS_DIALOG, NULL);
  WayDate today = way_session_today (store);
  g_autoptr (WayGuide) choices = way_plan_choices (store);

  self->store = g_object_ref (store);
  way_hours_page_set_settings (self->hours, way_plan_settings_copy (settings), today);
  way_hours_page_set_guide (self->hours, choices);
  way_limits_page_set_settings (self->limits, settings, guides, today);
  self->settings = g_steal_pointer (&settings);
  /* The first field, not the button that throws all away. */
  gtk_widget_grab_focus (GTK_WIDGET (self->hours));
  return GTK_WIDGET (self);
}
