/* What the window and its actions share. */
#pragma once

#include "app/window.h"

G_BEGIN_DECLS

WayStore *way_window_get_store (WayWindow *self);

/* A toast; with a @button that activates @action when both are given. */
void way_window_say (WayWindow *self, const char *message, const char *button, const char *action);

/* "today", "roadmap", "schedule", "skills", "offers" or "library"; anything else is ignored. */
void way_window_show_view (WayWindow *self, const char *view);

/* Shows the schedule with the keyboard on the block. */
void way_window_show_block (WayWindow *self, gint64 block_id);

/* What Undo and Redo would do, for their menu and their buttons; %NULL: nothing. */
void way_window_name_history (WayWindow *self, const char *undo, const char *redo);

/* Shows @chooser and takes it; calls @on_file once a file of this computer was chosen. */
typedef void (*WayWindowFileFunc) (WayWindow *self, const char *path);
void
way_window_choose_file (WayWindow *self, GtkFileChooserNative *chooser, WayWindowFileFunc on_file);

G_END_DECLS
