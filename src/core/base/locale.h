/* The language of the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts come from the translations that are installed, or those in $WAYMARK_LOCALE_DIR: of a build that is not. Once,
 * first of all. */
void way_locale_init (void);

G_END_DECLS
