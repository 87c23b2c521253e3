/* What the commands that make a draft say of it. */
#pragma once

#include "cli/cli.h"
#include "core/planner/draft.h"

G_BEGIN_DECLS

/* What found no place, what is late and what would help, on standard error. */
void way_cli_report_draft (const WayDraft *draft);

G_END_DECLS
