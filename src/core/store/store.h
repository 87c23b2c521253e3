/* The store: one SQLite file, opened carefully, written only through named actions.
 *
 * An action is one transaction with a name a person understands ("Move Block"). Triggers generated
 * from the schema write the inverse of every row change into undo_log; a write outside an action is
 * refused by the same triggers. Actions nest: an inner one joins the outer one, and a rollback at
 * any depth undoes the whole. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define WAY_TYPE_STORE (way_store_get_type ())
G_DECLARE_FINAL_TYPE (WayStore, way_store, WAY, STORE, GObject)

/* "changed" (WayStore *, char **tables): once after each commit, undo and redo, and after another
 * process wrote (then @tables is empty: anything may have changed). */

/* $XDG_DATA_HOME/waymark/waymark.db (transfer full). */
char *way_store_default_path (void);

/**
 * way_store_open:
 * @path: the database file; created (0600, folder 0700) when missing
 *
 * Order: probe the header, version, lock, quick_check, backup when migrating, migrate. A file that cannot be read is
 * never written to; one that is missing is made, one that is empty only where no log and no backup says that it had
 * something in it.
 *
 * Returns: (transfer full): the store, or %NULL with %WAY_ERROR_DATA (damaged or foreign), %WAY_ERROR_NEWER,
 * %WAY_ERROR_LOCKED, %WAY_ERROR_READ_ONLY, %WAY_ERROR_FULL, %WAY_ERROR_ACCESS, or %WAY_ERROR_IO when the backup
 * before a migration cannot be written
 */
WayStore *way_store_open (const char *path, GError **error);

/* A store that only reads; every attempt to write fails with @reason. Data of an older version is brought up to date in
 * memory. Not a byte of the file is changed. */
WayStore *way_store_open_read_only (const char *path, const GError *reason, GError **error);

/* way_store_open(), and read-only when the data is newer or cannot be written. */
WayStore *way_store_open_anyhow (const char *path, GError **error);

gboolean way_store_is_read_only (WayStore *self);

/* %NULL for a store that can be written. */
const GError *way_store_get_read_only_reason (WayStore *self);

/* Moves @path and the logs beside it away, under a name that says when, and that nothing has; the new name of the
 * file (transfer full). The way to start empty over a file that cannot be read. */
char *way_store_move_aside (const char *path, gint64 now_utc, GError **error);

const char *way_store_get_path (WayStore *self);

/* Starts the action @name (a translated title-case verb phrase). %WAY_ERROR_LOCKED when another
 * program holds the file for longer than the busy timeout, %WAY_ERROR_FULL, %WAY_ERROR_ACCESS; the reason of a
 * read-only store. */
gboolean way_store_begin (WayStore *self, const char *name, gint64 now_utc, GError **error);

/* Ends the action. An action that changed no row leaves no trace in the history. */
gboolean way_store_commit (WayStore *self, GError **error);

/* Takes back all of the running action, whatever its depth; later commits of outer levels are
 * no-ops that return %FALSE. Safe to call when no action runs. */
void way_store_rollback (WayStore *self);

/* A record of what happened outside, such as a file that was written: one transaction on the tables named
 * sent_…, which no undo takes back. Inside an action it is part of that. @keep: else nothing is written. */
gboolean way_store_begin_record (WayStore *self, GError **error);
gboolean way_store_end_record (WayStore *self, gboolean keep, GError **error);

/* One action that was done; the newest is first in the history. */
typedef struct
{
  gint64 id;
  char *name;
  gint64 time_utc;
  gboolean undone; /* on the redo side */
} WayAction;

void way_action_free (WayAction *action);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayAction, way_action_free)

/* The action that undo (redo) would take; %NULL without one (transfer full). */
WayAction *way_store_peek_undo (WayStore *self);
WayAction *way_store_peek_redo (WayStore *self);

/* Undo or redo one action, whole or not at all. The name of what was undone goes to @name (out,
 * optional, transfer full). %WAY_ERROR_NOT_FOUND when there is nothing; %WAY_ERROR_CONFLICT when it
 * does not apply cleanly. */
gboolean way_store_undo (WayStore *self, char **name, GError **error);
gboolean way_store_redo (WayStore *self, char **name, GError **error);

/* (element-type WayAction) newest first, at most @limit. */
GPtrArray *way_store_history (WayStore *self, guint limit, GError **error);

/* Looks whether another process wrote; emits "changed" if so. */
void way_store_poll (WayStore *self);

G_END_DECLS
