/* A grant of equity, as a row that unfolds. */
#pragma once

#include "core/offers/scorecard.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_GRANT_FORM (way_grant_form_get_type ())
G_DECLARE_FINAL_TYPE (WayGrantForm, way_grant_form, WAY, GRANT_FORM, AdwExpanderRow)

/* Signal "changed": something was typed. */

/* @card: to check the vesting against; stays with the caller, longer than this. @grant: (nullable): %NULL for a new one. */
WayGrantForm *
way_grant_form_new (const WayScorecard *card, const WayGrantRow *grant, const char *currency);

void way_grant_form_set_currency (WayGrantForm *self, const char *currency);

/* %NULL with %WAY_ERROR_INVALID (transfer full). */
WayGrantRow *way_grant_form_read (WayGrantForm *self, GError **error);

G_END_DECLS
