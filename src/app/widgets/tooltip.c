#include "app/widgets/tooltip.h"

#define DATA "way-tooltip"

static gboolean
on_query (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, g_object_get_data (G_OBJECT (widget), DATA));
  return TRUE;
}

void
way_tooltip_set (GtkWidget *widget, const char *text)
{
  if (text != NULL && g_object_get_data (G_OBJECT (widget), DATA) == NULL)
    {
      g_signal_handlers_disconnect_by_func (widget, on_query, NULL);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (on_query), NULL);
    }
  g_object_set_data_full (G_OBJECT (widget), DATA, g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
}
