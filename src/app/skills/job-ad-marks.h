/* Marks in a job description: the places that name a skill have a ground and a line under them; those of one skill are
 * bold, too. */
#pragma once

#include "core/skills/job-ads.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the tags, once. @widget: whose colours they have */
void way_job_ad_marks_set_up (GtkTextBuffer *buffer, GtkWidget *widget);

/* Marks the places @mentions (element-type WayMention) of @text, which the buffer holds; marks that were there go.
 * @skill_id: whose places are bold; 0: none. The first of them goes to @first (out); %FALSE without one. */
gboolean way_job_ad_marks_show (GtkTextBuffer *buffer,
                                const char *text,
                                const GArray *mentions,
                                gint64 skill_id,
                                GtkTextIter *first);

G_END_DECLS
