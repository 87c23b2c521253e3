/* From nothing to a plan in three steps: guide, hours and days, calendars. Nothing is stored before
 * the last step, and then all of it is one action. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_ASSISTANT (way_assistant_get_type ())
G_DECLARE_FINAL_TYPE (WayAssistant, way_assistant, WAY, ASSISTANT, AdwWindow)

/* The pages tell a failure by the action "assistant.say" (s). */
GtkWidget *way_assistant_new (WayStore *store);

G_END_DECLS
