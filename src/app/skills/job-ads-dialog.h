/* The job descriptions that were pasted, and how often they name the skills. */
#pragma once

#include "core/store/store.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *way_job_ads_dialog_new (WayStore *store);

G_END_DECLS
