#include "app/plan/limits-page.h"

#include "app/format.h"
#include "app/widgets/date-row.h"
#include "app/widgets/entry-list.h"
#include "app/widgets/form.h"
#include "core/planner/availability.h"

#include <glib/gi18n.h>

struct _WayLimitsPage
{
  AdwBin parent_instance;

  GPtrArray *guides; /* of WayFollowedGuide * */
  GPtrArray *shares; /* of GtkSpinButton *, one for each guide */
  GPtrArray *share_rows;
  GtkSpinButton *guide_hours;
  AdwComboRow *range;
  WayDateRow *target;
  WayDateRow *until;
  GtkSpinButton *pause;
  GtkSpinButton *buffer;
  GtkSpinButton *days_in_row;
  WayEntryList *days_off;
  WayEntryList *extra_hours;
  AdwPreferencesGroup *shares_group;
};

G_DEFINE_FINAL_TYPE (WayLimitsPage, way_limits_page, ADW_TYPE_BIN)

/* The positions of the combo row. */
enum
{
  RANGE_HIGH,
  RANGE_LOW,
};

static char *
format_days_off (gconstpointer element)
{
  return way_availability_format_days_off (element);
}

static char *
describe_days_off (const GArray *elements, WayDate today)
{
  WayDaysOff it = g_array_index (elements, WayDaysOff, 0);
  int n = it.to_date - it.from_date + 1;

  if (n == 1)
    return way_format_day (it.from_date);
  g_autofree char *days = way_format_days (it.from_date, it.to_date, today);
  /* Translators: from a day to a day, and how many days: "1 – 7 Feb 2027, 7 days" */
  return g_strdup_printf (ngettext ("%s, %d day", "%s, %d days", (gulong) n), days, n);
}

static char *
format_extra_hours (gconstpointer element)
{
  return way_availability_format_extra_hours (element);
}

static char *
describe_extra_hours (const GArray *elements, WayDate today)
{
  return way_format_day (g_array_index (elements, WayExtraHours, 0).date);
}

/* "No limit" instead of 0. */
static gboolean
on_show_days (GtkSpinButton *spin)
{
  int days = (int) gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin));
  g_autofree char *text = days == 0 ? g_strdup (_ ("No limit")) : g_strdup_printf ("%d", days);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (spin))))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* Anything that is no number is no limit, too. */
static int
on_read_days (GtkSpinButton *spin, double *value)
{
  *value = CLAMP (g_ascii_strtoll (gtk_editable_get_text (GTK_EDITABLE (spin)), NULL, 10), 0, 365);
  return TRUE;
}

/* What part of the hours each guide gets. */
static void
show_shares (WayLimitsPage *self)
{
  int sum = 0;

  for (guint i = 0; i < self->shares->len; i++)
    sum += gtk_spin_button_get_value_as_int (g_ptr_array_index (self->shares, i));
  for (guint i = 0; i < self->shares->len; i++)
    {
      int share = gtk_spin_button_get_value_as_int (g_ptr_array_index (self->shares, i));
      /* Translators: a number: "60 % of the hours" */
      g_autofree char *text =
          g_strdup_printf (_ ("%d %% of the hours"), (100 * share + sum / 2) / sum);
      adw_action_row_set_subtitle (g_ptr_array_index (self->share_rows, i), text);
    }
}

static void
add_share (WayLimitsPage *self, const WayFollowedGuide *guide)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 100, 1);
  g_autofree char *title = g_markup_escape_text (guide->title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), guide->share);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (show_shares), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->shares, spin);
  g_ptr_array_add (self->share_rows, row);
  adw_preferences_group_add (self->shares_group, row);
}

void
way_limits_page_set_settings (WayLimitsPage *self,
                              const WayPlanSettings *settings,
                              GPtrArray *guides,
                              WayDate today)
{
  static const WayEntryListFuncs days_off = { sizeof (WayDaysOff), way_availability_parse_days_off,
                                              format_days_off, describe_days_off };
  static const WayEntryListFuncs extra_hours = { sizeof (WayExtraHours),
                                                 way_availability_parse_extra_hours,
                                                 format_extra_hours, describe_extra_hours };

  self->guides = guides;
  gtk_spin_button_set_value (self->guide_hours, settings->guide_minutes / 60.0);
  adw_combo_row_set_selected (self->range, settings->low_end ? RANGE_LOW : RANGE_HIGH);
  way_date_row_set_date (self->target, settings->target_date, today);
  way_date_row_set_date (self->until, settings->until_date, today);
  gtk_spin_button_set_value (self->pause, settings->break_minutes);
  gtk_spin_button_set_value (self->buffer, settings->buffer_minutes);
  gtk_spin_button_set_value (self->days_in_row, settings->days_in_row);
  on_show_days (self->days_in_row);
  way_entry_list_set_up (self->days_off, &days_off, settings->days_off, today);
  way_entry_list_set_up (self->extra_hours, &extra_hours, settings->extra_hours, today);
  /* One guide alone has all the hours, whatever its share. */
  gtk_widget_set_visible (GTK_WIDGET (self->shares_group), guides->len > 1);
  for (guint i = 0; i < guides->len; i++)
    add_share (self, g_ptr_array_index (guides, i));
  show_shares (self);
}

static gboolean
write_lists (WayLimitsPage *self, WayPlanSettings *settings, GError **error)
{
  g_autoptr (GArray) days_off = way_entry_list_read (self->days_off, error);
  g_autoptr (GArray) extra = days_off ? way_entry_list_read (self->extra_hours, error) : NULL;

  if (extra == NULL)
    return FALSE;
  g_array_unref (settings->days_off);
  g_array_unref (settings->extra_hours);
  settings->days_off = g_steal_pointer (&days_off);
  settings->extra_hours = g_steal_pointer (&extra);
  return TRUE;
}

gboolean
way_limits_page_write (WayLimitsPage *self, WayPlanSettings *settings, GError **error)
{
  settings->guide_minutes = way_form_get_minutes (self->guide_hours, settings->guide_minutes);
  settings->low_end = adw_combo_row_get_selected (self->range) == RANGE_LOW;
  settings->break_minutes = way_form_get_int (self->pause);
  settings->buffer_minutes = way_form_get_int (self->buffer);
  settings->days_in_row = way_form_get_int (self->days_in_row);
  for (guint i = 0; i < self->guides->len; i++)
    ((WayFollowedGuide *) g_ptr_array_index (self->guides, i))->share =
        way_form_get_int (g_ptr_array_index (self->shares, i));
  return way_date_row_get_date (self->target, &settings->target_date, error) &&
         way_date_row_get_date (self->until, &settings->until_date, error) &&
         write_lists (self, settings, error);
}

const GPtrArray *
way_limits_page_get_guides (WayLimitsPage *self)
{
  return self->guides;
}

static void
way_limits_page_finalize (GObject *object)
{
  WayLimitsPage *self = WAY_LIMITS_PAGE (object);

  g_clear_pointer (&self->guides, g_ptr_array_unref);
  g_ptr_array_unref (self->shares);
  g_ptr_array_unref (self->share_rows);
  G_OBJECT_CLASS (way_limits_page_parent_class)->finalize (object);
}

static void
way_limits_page_class_init (WayLimitsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  g_type_ensure (WAY_TYPE_ENTRY_LIST);
  G_OBJECT_CLASS (klass)->finalize = way_limits_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/plan/limits-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, guide_hours);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, range);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, target);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, until);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, pause);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, buffer);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, days_in_row);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, days_off);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, extra_hours);
  gtk_widget_class_bind_template_child (widget_class, WayLimitsPage, shares_group);
  gtk_widget_class_bind_template_callback (widget_class, on_show_days);
  gtk_widget_class_bind_template_callback (widget_class, on_read_days);
}

static void
way_limits_page_init (WayLimitsPage *self)
{
  self->shares = g_ptr_array_new ();
  self->share_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
