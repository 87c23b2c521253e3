/* A calendar file before it is planned around: what is in it, what its times are read in, what could not be read;
 * and the question what a zone means that nobody knows. */
#pragma once

#include "core/calendar/busy.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_IMPORT_DIALOG (way_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayImportDialog, way_import_dialog, WAY, IMPORT_DIALOG, AdwWindow)

/* Signal "accepted": the person wants the calendar; way_import_dialog_take_reading() has it. The dialog closes
 * behind it. */

/* Reads the file at @path while it is shown. %NULL when the store cannot be read. */
GtkWidget *way_import_dialog_new (WayStore *store, const char *path, GError **error);

/* The file as it is to be kept (transfer full). */
WayBusyReading *way_import_dialog_take_reading (WayImportDialog *self);

G_END_DECLS
