#include "app/offers/amount-row.h"

#include "app/offers/amount.h"
#include "app/widgets/form.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayAmountRow
{
  AdwEntryRow parent_instance;

  char *label;
  char *empty;
  char *unit;
  double least, most;
  double value; /* as it was set */
  char *shown;  /* and its text */
};

G_DEFINE_FINAL_TYPE (WayAmountRow, way_amount_row, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_LABEL = 1,
  PROP_EMPTY,
  PROP_UNIT,
  PROP_LEAST,
  PROP_MOST,
};

static gboolean
check (WayAmountRow *self, double value, GError **error)
{
  g_autofree char *said = way_amount_format (value, NULL);

  if (isnan (value) && self->empty == NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("“%s” is needed."), self->label);
  else if (value < self->least)
    {
      g_autofree char *least = way_amount_format (self->least, NULL);
      /* Translators: two numbers */
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("%s is too small; the least is %s."),
                   said, least);
    }
  else if (value > self->most)
    {
      g_autofree char *most = way_amount_format (self->most, NULL);
      /* Translators: two numbers */
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("%s is too large; the most is %s."),
                   said, most);
    }
  else
    return TRUE;
  return FALSE;
}

gboolean
way_amount_row_get_value (WayAmountRow *self, double *value, GError **error)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));

  *value = NAN;
  if (g_strcmp0 (text, self->shown) == 0)
    *value = self->value;
  else if (!way_amount_parse (text, NULL, value, error))
    return FALSE;
  return check (self, *value, error);
}

double
way_amount_row_peek (WayAmountRow *self)
{
  double value;

  return way_amount_row_get_value (self, &value, NULL) ? value : NAN;
}

/* What is typed with its unit, or what nothing means (transfer full). */
static char *
describe (WayAmountRow *self, double value)
{
  g_autofree char *number = way_amount_format (value, NULL);

  if (isnan (value))
    return g_strdup (self->empty);
  if (self->unit == NULL)
    return g_steal_pointer (&number);
  /* Translators: a number and its unit: "85,000 EUR", "10 %" */
  return g_strdup_printf (_ ("%s %s"), number, self->unit);
}

static void
on_changed (WayAmountRow *self)
{
  g_autoptr (GError) error = NULL;
  double value;
  gboolean valid = way_amount_row_get_value (self, &value, &error);
  gboolean needed = !valid && *gtk_editable_get_text (GTK_EDITABLE (self)) == '\0';
  g_autofree char *what = valid ? describe (self, value) : g_strdup (error->message);
  /* Translators: what an amount is for, and the amount, or what is wrong with it: "Base: 85,000 EUR" */
  g_autofree char *title =
      needed ? g_strdup (self->label) : g_strdup_printf (_ ("%s: %s"), self->label, what);
  g_autofree char *markup = g_markup_escape_text (title, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), markup);
  way_form_set_error (GTK_WIDGET (self), !valid);
}

/* Shown back in groups, when the person has turned to something else. */
static void
on_leave (WayAmountRow *self)
{
  double value;

  if (way_amount_row_get_value (self, &value, NULL))
    way_amount_row_set_value (self, value);
}

void
way_amount_row_set_value (WayAmountRow *self, double value)
{
  g_free (self->shown);
  self->value = value;
  self->shown = way_amount_format (value, NULL);
  if (!g_str_equal (self->shown, gtk_editable_get_text (GTK_EDITABLE (self))))
    gtk_editable_set_text (GTK_EDITABLE (self), self->shown);
  on_changed (self);
}

void
way_amount_row_set_unit (WayAmountRow *self, const char *unit)
{
  g_free (self->unit);
  self->unit = g_strdup (unit);
  on_changed (self);
}

static void
way_amount_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  WayAmountRow *self = WAY_AMOUNT_ROW (object);

  switch (id)
    {
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_EMPTY:
      self->empty = g_value_dup_string (value);
      break;
    case PROP_UNIT:
      self->unit = g_value_dup_string (value);
      break;
    case PROP_LEAST:
      self->least = g_value_get_double (value);
      break;
    case PROP_MOST:
      self->most = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
way_amount_row_constructed (GObject *object)
{
  G_OBJECT_CLASS (way_amount_row_parent_class)->constructed (object);
  on_changed (WAY_AMOUNT_ROW (object));
}

static void
way_amount_row_finalize (GObject *object)
{
  WayAmountRow *self = WAY_AMOUNT_ROW (object);

  g_free (self->label);
  g_free (self->empty);
  g_free (self->unit);
  g_free (self->shown);
  G_OBJECT_CLASS (way_amount_row_parent_class)->finalize (object);
}

static void
way_amount_row_class_init (WayAmountRowClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = way_amount_row_set_property;
  object_class->constructed = way_amount_row_constructed;
  object_class->finalize = way_amount_row_finalize;
  g_object_class_install_property (object_class, PROP_LABEL,
                                   g_param_spec_string ("label", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_EMPTY,
                                   g_param_spec_string ("empty", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_UNIT,
                                   g_param_spec_string ("unit", NULL, NULL, NULL, flags));
  g_object_class_install_property (
      object_class, PROP_LEAST,
      g_param_spec_double ("least", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags));
  g_object_class_install_property (
      object_class, PROP_MOST,
      g_param_spec_double ("most", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE, flags));
}

static void
way_amount_row_init (WayAmountRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->value = NAN;
  self->shown = g_strdup ("");
  way_form_set_notation (GTK_EDITABLE (self));
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_leave), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
