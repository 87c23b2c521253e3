/* Sign-on money of one year, as a row that unfolds. */
#pragma once

#include "core/offers/scorecard.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_SIGN_ON_FORM (way_sign_on_form_get_type ())
G_DECLARE_FINAL_TYPE (WaySignOnForm, way_sign_on_form, WAY, SIGN_ON_FORM, AdwExpanderRow)

/* Signal "changed": something was typed. */

/* @sign_on: (nullable): %NULL for a new one. */
WaySignOnForm *way_sign_on_form_new (const WaySignOnRow *sign_on, const char *currency);

void way_sign_on_form_set_currency (WaySignOnForm *self, const char *currency);

/* %FALSE with %WAY_ERROR_INVALID. */
gboolean way_sign_on_form_read (WaySignOnForm *self, WaySignOnRow *sign_on, GError **error);

G_END_DECLS
