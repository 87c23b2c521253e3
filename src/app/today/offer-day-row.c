#include "app/today/offer-day-row.h"

#include "app/format.h"

#include <glib/gi18n.h>

struct _WayOfferDayRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *due;
};

G_DEFINE_FINAL_TYPE (WayOfferDayRow, way_offer_day_row, GTK_TYPE_WIDGET)

void
way_offer_day_row_set_day (WayOfferDayRow *self, const WayOfferDay *day, WayDate today)
{
  gboolean late = day->due_date < today;
  const char *kind = day->kind == WAY_OFFER_DAY_ANSWER ? _ ("Offer") : _ ("Decision");
  g_autofree char *date = way_format_day_short (day->due_date, today);
  /* Translators: %s is a day. */
  g_autofree char *due = g_strdup_printf (late ? _ ("Late: was due %s") : _ ("Due %s"), date);

  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "late");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->icon), kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->icon), GTK_ACCESSIBLE_PROPERTY_LABEL, kind,
                                  -1);
  gtk_label_set_text (self->title, day->title);
  gtk_label_set_text (self->due, due);
}

static void
way_offer_day_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_offer_day_row_parent_class)->dispose (object);
}

static void
way_offer_day_row_class_init (WayOfferDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_offer_day_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/today/offer-day-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  /* It stands among milestones and items of the checklist, and looks like them. */
  gtk_widget_class_set_css_name (widget_class, "pointrow");
  gtk_widget_class_bind_template_child (widget_class, WayOfferDayRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDayRow, title);
  gtk_widget_class_bind_template_child (widget_class, WayOfferDayRow, due);
}

static void
way_offer_day_row_init (WayOfferDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_offer_day_row_new (void)
{
  return g_object_new (WAY_TYPE_OFFER_DAY_ROW, NULL);
}
