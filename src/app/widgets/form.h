/* What forms share: rows that are wrong, texts, and hours in spin buttons. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Marks @row as wrong, for the eye and for assistive technology, or not. */
void way_form_set_error (GtkWidget *row, gboolean wrong);

/* Moves the keyboard to the first row inside @form that is wrong, and unfolds what it is in; %FALSE when none is. */
gboolean way_form_focus_error (GtkWidget *form);

/* The same once all has its place, as a message that has just come up: so @form scrolls as far as it must. */
void way_form_focus_error_soon (GtkWidget *form);

/* Says @text in the label @message, "" nothing, and where there is something turns to the first row of @form that is
 * wrong. */
void way_form_say (GtkLabel *message, GtkWidget *form, const char *text);

/* All that is in @view (transfer full). */
char *way_form_get_text (GtkTextView *view);

/* The text of @row is a notation, as 2027-02-01..2027-02-07: read from left to right in any language. */
void way_form_set_notation (GtkEditable *row);

/* What @spin says, with what was just typed. */
int way_form_get_int (GtkSpinButton *spin);

/* The hours of @spin in minutes. @stored: kept when that is what the button shows, rounded as it is. */
int way_form_get_minutes (GtkSpinButton *spin, int stored);

G_END_DECLS
