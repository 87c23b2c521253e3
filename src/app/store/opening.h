/* The data cannot be opened: what is wrong, and the ways out. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for a new try; the program ends unless it comes. */
typedef void (*WayOpeningRetryFunc) (gpointer data);

/**
 * way_opening_explain:
 * @database: the file
 * @error: of way_store_open_anyhow()
 *
 * Shows a window of @application. What may pass by itself can be tried again. Over a file that is damaged or none of ours
 * the person may start empty: it is moved aside, never overwritten.
 */
void way_opening_explain (GtkApplication *application,
                          const char *database,
                          const GError *error,
                          WayOpeningRetryFunc retry,
                          gpointer data);

G_END_DECLS
