#include "app/setup/hours-page.h"

#include "app/format.h"
#include "core/planner/availability.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayHoursPage
{
  AdwBin parent_instance;

  WayPlanSettings *settings;
  WayDate today;
  GPtrArray *band_keys; /* of char *: what the positions of the combo rows mean */
  GPtrArray *role_keys;
  GtkSpinButton *hours;
  GtkSpinButton *daily;
  GtkSpinButton *block;
  GtkEditable *start;
  AdwComboRow *band;
  AdwComboRow *role;
  AdwPreferencesGroup *days;
  GtkEditable *times[8]; /* by weekday, from 1 */
};

G_DEFINE_FINAL_TYPE (WayHoursPage, way_hours_page, ADW_TYPE_BIN)

static void
mark_error (GtkEditable *row, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
on_start_changed (WayHoursPage *self)
{
  WayDate date = WAY_DATE_NONE;
  gboolean valid = way_date_parse (gtk_editable_get_text (self->start), self->today, &date, NULL);
  g_autofree char *day = valid ? way_format_day (date) : NULL;
  /* Translators: a day: "First day: Monday, 4 January 2027" */
  g_autofree char *title =
      valid ? g_strdup_printf (_ ("First day: %s"), day) : g_strdup (_ ("First day"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start), title);
  mark_error (self->start, !valid);
}

static void
on_times_changed (GtkEditable *row)
{
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  mark_error (
      row, !way_availability_parse_times (gtk_editable_get_text (row), WAY_MONDAY, windows, NULL));
}

static void
add_day (WayHoursPage *self, int weekday)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *name = way_format_weekday (weekday);
  g_autofree char *times = way_availability_format_times (self->settings->availability, weekday);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_editable_set_text (GTK_EDITABLE (row), times);
  g_signal_connect (row, "changed", G_CALLBACK (on_times_changed), NULL);
  self->times[weekday] = GTK_EDITABLE (row);
  adw_preferences_group_add (self->days, row);
}

void
way_hours_page_set_settings (WayHoursPage *self, WayPlanSettings *settings, WayDate today)
{
  g_autofree char *start = way_date_to_iso (settings->start_date);
  int first = way_format_first_weekday ();

  self->settings = settings;
  self->today = today;
  gtk_spin_button_set_value (self->hours, settings->weekly_minutes / 60.0);
  gtk_spin_button_set_value (self->daily, settings->daily_minutes / 60.0);
  gtk_spin_button_set_value (self->block, settings->block_minutes);
  gtk_editable_set_text (self->start, start);
  for (int i = 0; i < 7; i++)
    add_day (self, (first - 1 + i) % 7 + 1);
}

/* Fills @row with "Not chosen" and the guide's items of @kind; @keys says what each position means. */
static void
offer (AdwComboRow *row,
       GPtrArray *keys,
       const WayGuide *guide,
       WayGuideKind kind,
       const char *format,
       const char *chosen)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const WayGuideItem *item;
  guint selected = 0;

  g_ptr_array_set_size (keys, 0);
  g_ptr_array_add (keys, g_strdup (""));
  gtk_string_list_append (names, _ ("Not chosen"));
  for (guint i = 0; (item = way_guide_get (guide, kind, i)) != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (format, item->title);
      if (g_str_equal (item->key, chosen))
        selected = keys->len;
      g_ptr_array_add (keys, g_strdup (item->key));
      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
  gtk_widget_set_visible (GTK_WIDGET (row), keys->len > 1);
}

static const char *
chosen_key (AdwComboRow *row, const GPtrArray *keys)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < keys->len ? g_ptr_array_index (keys, selected) : "";
}

/* The settings hold what is chosen, so that another look at the step finds it again. */
static void
keep_choices (WayHoursPage *self)
{
  g_free (self->settings->band);
  g_free (self->settings->role);
  self->settings->band = g_strdup (chosen_key (self->band, self->band_keys));
  self->settings->role = g_strdup (chosen_key (self->role, self->role_keys));
}

void
way_hours_page_set_guide (WayHoursPage *self, const WayGuide *guide)
{
  if (self->band_keys->len > 0)
    keep_choices (self);
  /* Translators: a range of years of experience: "3–5 years" */
  offer (self->band, self->band_keys, guide, WAY_GUIDE_BAND, _ ("%s years"), self->settings->band);
  offer (self->role, self->role_keys, guide, WAY_GUIDE_ROLE_EMPHASIS, "%s", self->settings->role);
}

static gboolean
read_days (WayHoursPage *self, GError **error)
{
  g_autoptr (GArray) availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));

  for (int weekday = WAY_MONDAY; weekday <= WAY_SUNDAY; weekday++)
    if (!way_availability_parse_times (gtk_editable_get_text (self->times[weekday]), weekday,
                                       availability, error))
      return FALSE;
  g_array_unref (self->settings->availability);
  self->settings->availability = g_steal_pointer (&availability);
  return TRUE;
}

const WayPlanSettings *
way_hours_page_read (WayHoursPage *self, GError **error)
{
  WayPlanSettings *settings = self->settings;

  settings->weekly_minutes = (int) lround (gtk_spin_button_get_value (self->hours) * 60);
  settings->daily_minutes = (int) lround (gtk_spin_button_get_value (self->daily) * 60);
  settings->block_minutes = gtk_spin_button_get_value_as_int (self->block);
  keep_choices (self);
  if (!way_date_parse (gtk_editable_get_text (self->start), self->today, &settings->start_date,
                       error) ||
      !read_days (self, error) || !way_plan_settings_validate (settings, error))
    return NULL;
  return settings;
}

static void
way_hours_page_finalize (GObject *object)
{
  WayHoursPage *self = WAY_HOURS_PAGE (object);

  g_clear_pointer (&self->settings, way_plan_settings_free);
  g_ptr_array_unref (self->band_keys);
  g_ptr_array_unref (self->role_keys);
  G_OBJECT_CLASS (way_hours_page_parent_class)->finalize (object);
}

static void
way_hours_page_class_init (WayHoursPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_hours_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/setup/hours-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, hours);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, daily);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, block);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, start);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, band);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, role);
  gtk_widget_class_bind_template_child (widget_class, WayHoursPage, days);
  gtk_widget_class_bind_template_callback (widget_class, on_start_changed);
}

static void
way_hours_page_init (WayHoursPage *self)
{
  self->band_keys = g_ptr_array_new_with_free_func (g_free);
  self->role_keys = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}
