/* The live calendar: one file that calendar programs follow, always the whole plan, replaced after each
 * change. Importing a file again updates nothing in most of them; following one does, deletions too. */
#pragma once

#include "core/store/store.h"

G_BEGIN_DECLS

/* The file; %NULL when there is none (transfer full). */
char *way_live_get_path (WayStore *store);

/* A path to offer, in the person's data folder (transfer full). */
char *way_live_default_path (void);

/* Follows at @path from now on, as one action, and writes the file; %NULL ends it, and leaves the file as it
 * is. %WAY_ERROR_IO when it cannot be written: then nothing has changed. */
gboolean way_live_set (WayStore *store, const char *path, gint64 now_utc, GError **error);

/* Writes the file when the plan differs from it, and brings GNOME Calendar's source in line; call it after every change,
 * also that of an undo. */
gboolean way_live_update (WayStore *store, gint64 now_utc, GError **error);

/* Whether GNOME Calendar and Evolution show a file of ours. */
gboolean way_live_is_in_gnome (WayStore *store);

/* Tells them, as one action, by a source of Evolution Data Server: a read-only local calendar with the file behind
 * it. Needs a live calendar. @show: %FALSE takes the source away again. */
gboolean way_live_show_in_gnome (WayStore *store, gboolean show, gint64 now_utc, GError **error);

G_END_DECLS
