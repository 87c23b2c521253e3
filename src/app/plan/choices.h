/* What a person can choose from in a plan. */
#pragma once

#include "core/guide/guide.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* A guide with the bands and roles of all guides that the plan follows, each once (transfer full). */
WayGuide *way_plan_choices (WayStore *store);

G_END_DECLS
