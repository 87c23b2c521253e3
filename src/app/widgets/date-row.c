#include "app/widgets/date-row.h"

#include "app/format.h"
#include "app/widgets/form.h"

#include <glib/gi18n.h>

struct _WayDateRow
{
  AdwEntryRow parent_instance;

  char *label;
  char *empty;
  WayDate today;
};

G_DEFINE_FINAL_TYPE (WayDateRow, way_date_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_LABEL = 1,
  PROP_EMPTY,
};

gboolean
way_date_row_get_date (WayDateRow *self, WayDate *date, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));

  *date = WAY_DATE_NONE;
  return (*text == '\0' && self->empty != NULL) || way_date_parse (text, self->today, date, error);
}

static void
on_changed (WayDateRow *self)
{
  WayDate date;
  gboolean valid = way_date_row_get_date (self, &date, NULL);
  g_autofree char *day =
      valid && date != WAY_DATE_NONE ? way_format_day (date) : g_strdup (self->empty);
  g_autofree char *title =
      /* Translators: what a day is for, and the day: "First day: Monday, 4 January 2027" */
      valid ? g_strdup_printf (_ ("%s: %s"), self->label, day) : g_strdup (self->label);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), markup);
  way_form_set_error (GTK_WIDGET (self), !valid);
}

void
way_date_row_set_date (WayDateRow *self, WayDate date, WayDate today)
{
  g_autofree char *text = way_date_to_iso (date);

  self->today = today;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  on_changed (self);
}

static void
way_date_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  WayDateRow *self = WAY_DATE_ROW (object);

  switch (id)
    {
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_EMPTY:
      self->empty = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
way_date_row_finalize (GObject *object)
{
  WayDateRow *self = WAY_DATE_ROW (object);

  g_free (self->label);
  g_free (self->empty);
  G_OBJECT_CLASS (way_date_row_parent_class)->finalize (object);
}

static void
way_date_row_class_init (WayDateRowClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = way_date_row_set_property;
  object_class->finalize = way_date_row_finalize;
  g_object_class_install_property (object_class, PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_EMPTY,
                                   g_param_spec_string ("empty", NULL, NULL, NULL, flags));
}

static void
way_date_row_init (WayDateRow *self)
{
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
}
