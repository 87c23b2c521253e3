#include "app/offers/totals.h"

#include "app/offers/amount.h"

#include <glib/gi18n.h>
#include <math.h>

#define PARTS "way-parts"
#define WIDTH 10 /* characters: all bars stand below each other */

typedef struct
{
  GtkLabel *number;
  GtkLevelBar *bar;
} Parts;

GtkWidget *
way_total_row_new (const char *company)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *bar = gtk_level_bar_new (), *number = gtk_label_new ("");
  Parts *parts = g_new0 (Parts, 1);

  *parts = (Parts) { GTK_LABEL (number), GTK_LEVEL_BAR (bar) };
  g_object_set_data_full (G_OBJECT (row), PARTS, parts, g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), company);
  gtk_widget_set_focusable (row, FALSE);
  gtk_level_bar_add_offset_value (parts->bar, GTK_LEVEL_BAR_OFFSET_LOW, 0);
  gtk_widget_set_size_request (bar, 80, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, company, -1);
  gtk_label_set_xalign (parts->number, 1);
  gtk_label_set_width_chars (parts->number, WIDTH);
  gtk_widget_add_css_class (number, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), bar);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  return row;
}

char *
way_total_text (const WayRanking *ranking, guint offer)
{
  WayRange total = ranking->offers[offer].total;
  g_autofree char *low = way_amount_format (round (1000 * total.low) / 10, NULL);
  g_autofree char *high = way_amount_format (round (1000 * total.high) / 10, NULL);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  /* Translators: the lowest and the highest number of a range: "3 – 5" */
  return g_strdup_printf (_ ("%s – %s"), low, high);
}

void
way_total_row_show (GtkWidget *row, const WayRanking *ranking, guint offer)
{
  Parts *parts = g_object_get_data (G_OBJECT (row), PARTS);
  const WayRankedOffer *ranked = &ranking->offers[offer];
  gboolean leads = ranking->leader == (int) offer;
  g_autofree char *text = way_total_text (ranking, offer);

  gtk_label_set_text (parts->number, text);
  gtk_level_bar_set_value (parts->bar, CLAMP (way_range_middle (ranked->total), 0, 1));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ranked->vetoed ? _ ("Misses a must-have")
                                                     : leads        ? _ ("Leads")
                                                     : ranked->open ? _ ("May miss a must-have")
                                                                    : "");
}
