/* A drop-down of time zones, found by the name of their city. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @label: for assistive technology. @none: what choosing no zone means, as "As here"; it is chosen
 * first. */
GtkWidget *way_zone_chooser_new (const char *label, const char *none);

/* The IANA name; %NULL for none. */
const char *way_zone_chooser_get_id (GtkWidget *chooser);

G_END_DECLS
