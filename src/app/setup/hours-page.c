#include "app/setup/hours-page.h"

#include "app/format.h"
#include "app/widgets/choice-row.h"
#include "app/widgets/date-row.h"
#include "app/widgets/form.h"
#include "app/widgets/week-painter.h"
#include "core/planner/availability.h"
#include "core/planner/week.h"

#include <glib/gi18n.h>

struct _WayHoursPage
{
  AdwBin parent_instance;

  WayPlanSettings *settings;
  GtkSpinButton *hours;
  GtkSpinButton *daily;
  GtkSpinButton *block;
  WayDateRow *start;
  AdwComboRow *band;
  AdwComboRow *role;
  WayWeekPainter *painter;
  AdwExpanderRow *days;
  GtkEditable *times[8]; /* by weekday, from 1 */
  GArray *painted;       /* what the rows and the painter had in common last */
  gboolean filling;      /* the rows follow the painter, not the person */
};

G_DEFINE_FINAL_TYPE (WayHoursPage, way_hours_page, ADW_TYPE_BIN)

static void
keep_painted (WayHoursPage *self)
{
  g_clear_pointer (&self->painted, g_array_unref);
  self->painted = g_array_copy ((GArray *) way_week_painter_get_availability (self->painter));
}

/* What is typed is painted, as soon as it can be read. */
static void
on_times_changed (WayHoursPage *self, GtkEditable *row)
{
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  gboolean valid =
      way_availability_parse_times (gtk_editable_get_text (row), WAY_MONDAY, windows, NULL);

  way_form_set_error (GTK_WIDGET (row), !valid);
  if (!valid || self->filling)
    return;
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    if (self->times[weekday] == row)
      way_week_painter_put_day (self->painter, weekday, windows);
  keep_painted (self);
}

/* What is painted is written. A row that says the same in its own words keeps them, and one that cannot be read keeps
 * them until its day is painted. */
static void
on_painted (WayHoursPage *self)
{
  const GArray *painted = way_week_painter_get_availability (self->painter);

  self->filling = TRUE;
  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    {
      g_autofree char *before = way_availability_format_times (self->painted, weekday);
      g_autofree char *after = way_availability_format_times (painted, weekday);
      if (!g_str_equal (before, after))
        gtk_editable_set_text (self->times[weekday], after);
    }
  self->filling = FALSE;
  keep_painted (self);
}

static void
add_day (WayHoursPage *self, int weekday)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *name = way_format_weekday (weekday);
  g_autofree char *times = way_availability_format_times (self->settings->availability, weekday);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  way_form_set_notation (GTK_EDITABLE (row));
  gtk_editable_set_text (GTK_EDITABLE (row), times);
  g_signal_connect_object (row, "changed", G_CALLBACK (on_times_changed), self, G_CONNECT_SWAPPED);
  self->times[weekday] = GTK_EDITABLE (row);
  adw_expander_row_add_row (self->days, row);
}

void
way_hours_page_set_settings (WayHoursPage *self, WayPlanSettings *settings, WayDate today)
{
  int first = way_format_first_weekday ();

  self->settings = settings;
  gtk_spin_button_set_value (self->hours, settings->weekly_minutes / 60.0);
  gtk_spin_button_set_value (self->daily, settings->daily_minutes / 60.0);
  gtk_spin_button_set_value (self->block, settings->block_minutes);
  way_date_row_set_date (self->start, settings->start_date, today);
  for (int i = 0; i < 7; i++)
    add_day (self, (first - 1 + i) % 7 + 1);
  way_week_painter_set_availability (self->painter, settings->availability);
  keep_painted (self);
}

/* The settings hold what is chosen, so that another look at the step finds it again. */
static void
keep_choices (WayHoursPage *self, WayPlanSettings *settings)
{
  if (!way_choice_row_has_offer (self->band))
    return;
  g_free (settings->band);
  g_free (settings->role);
  settings->band = g_strdup (way_choice_row_get_key (self->band));
  settings->role = g_strdup (way_choice_row_get_key (self->role));
}

void
way_hours_page_set_guide (WayHoursPage *self, const WayGuide *guide)
{
  keep_choices (self, self->settings);
  /* Translators: a range of years of experience: "3–5 years" */
  way_choice_row_offer (self->band, guide, WAY_GUIDE_BAND, _ ("%s years"), self->settings->band);
  way_choice_row_offer (self->role, guide, WAY_GUIDE_ROLE_EMPHASIS, "%s", self->settings->role);
}

static gboolean
read_days (WayHoursPage *self, WayPlanSettings *settings, GError **error)
{
  g_autoptr (GArray) availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    if (!way_availability_parse_times (gtk_editable_get_text (self->times[weekday]), weekday,
                                       availability, error))
      {
        /* What is wrong is to be seen. */
        adw_expander_row_set_expanded (self->days, TRUE);
        return FALSE;
      }
  g_array_unref (settings->availability);
  settings->availability = g_steal_pointer (&availability);
  return TRUE;
}

gboolean
way_hours_page_write (WayHoursPage *self, WayPlanSettings *settings, GError **error)
{
  settings->weekly_minutes = way_form_get_minutes (self->hours, settings->weekly_minutes);
  settings->daily_minutes = way_form_get_minutes (self->daily, settings->daily_minutes);
  settings->block_minutes = way_form_get_int (self->block);
  keep_choices (self, settings);
  return way_date_row_get_date (self->start, &settings->start_date, error) &&
         read_days (self, settings, error);
}

const WayPlanSettings *
way_hours_page_read (WayHoursPage *self, GError **error)
{
  if (!way_hours_page_write (self, self->settings, error) ||
      !way_plan_settings_validate (self->settings, error))
    return NULL;
  return self->settings;
}

/* The first field. */
static gboolean
way_hours_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAY_HOURS_PAGE (widget)->hours));
}

static void
way_hours_page_finalize (GObject *object)
{
  WayHoursPage *self = WAY_HOURS_PAGE (object);

  g_clear_pointer (&self->settings, way_plan_settings_free);
  g_clear_pointer (&self->painted, g_array_unref);
  G_OBJECT_CLASS (way_hours_page_parent_class)->finalize (object);
}

static void
way_hours_page_class_init (WayHoursPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  g_type_ensure (WAY_TYPE_WEEK_PAINTER);
  G_OBJECT_CLASS (klass)->finalize = way_hours_page_finalize;
  widget_class->grab_focus = way_hours_page_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/setup/hours-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, hours);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, daily);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, block);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, start);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, band);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, role);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, painter);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, days);
  gtk_widget_class_bind_template_callback (widget_class, on_painted);
}

static void
way_hours_page_init (WayHoursPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
