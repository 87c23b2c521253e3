/* The components of an offer as JSON (see "offers pay" in waymark-cli(1)), checked, and brought into one currency. */
#pragma once

#include "cli/pay-money.h"

G_BEGIN_DECLS

#define WAY_PAY_MAX_BYTES (1024 * 1024)

/**
 * way_pay_input_read:
 * @name: of the file, for messages
 *
 * Returns: (transfer full): the offer, or %NULL with %WAY_ERROR_INVALID, which names the JSON path
 */
WayPayInput *way_pay_input_read (const char *data, gsize length, const char *name, GError **error);
void way_pay_input_free (WayPayInput *input);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPayInput, way_pay_input_free)

G_END_DECLS
