/* A combo row with what a guide offers: its bands, or its roles. */
#pragma once

#include "core/guide/guide.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Fills @row with "Not chosen" and the items of @kind, and selects the one with the key @chosen. @format: of
 * a title. A row with nothing to choose from is hidden. */
void way_choice_row_offer (AdwComboRow *row,
                           const WayGuide *guide,
                           WayGuideKind kind,
                           const char *format,
                           const char *chosen);

/* The key of what is selected; "" when nothing is. */
const char *way_choice_row_get_key (AdwComboRow *row);

/* Whether anything was offered yet. */
gboolean way_choice_row_has_offer (AdwComboRow *row);

G_END_DECLS
