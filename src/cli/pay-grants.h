/* "equity" of the components of an offer. */
#pragma once

#include "cli/pay-money.h"

G_BEGIN_DECLS

/* The grants of the object @root, into @input. */
gboolean way_pay_read_equity (WayPayInput *input, const WayJsonValue *root, GError **error);

G_END_DECLS
