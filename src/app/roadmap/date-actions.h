/* Actions on the dates of the roadmap, for all that shows it:
 *
 * "dates.phase" (xii): a phase, its first day and its due date, %WAY_DATE_NONE for the plan's own. Shows what comes of
 * it; accepting that stores both.
 * "dates.due" (bxi): whether it is of the checklist, a milestone or an item of it, its due date.
 * "dates.set" (sx): "phase", "milestone" or "checklist", and which: asks for the days.
 * "dates.take-baseline": asks for a name, and keeps the dates of now.
 * "dates.remove-baseline" (x)
 * "dates.use-trial", "dates.close-trial": what is tried, see WayTrial. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void way_date_actions_install (GtkWidget *window, WayStore *store);

G_END_DECLS
