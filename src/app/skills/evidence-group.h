/* The evidence of a skill: each one opens, and can be changed; a button adds another. */
#pragma once

#include "core/store/store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_EVIDENCE_GROUP (way_evidence_group_get_type ())
G_DECLARE_FINAL_TYPE (WayEvidenceGroup,
                      way_evidence_group,
                      WAY,
                      EVIDENCE_GROUP,
                      AdwPreferencesGroup)

/* Follows the changes of @store. */
GtkWidget *way_evidence_group_new (WayStore *store);

/* 0: no skill. */
void way_evidence_group_set_skill (WayEvidenceGroup *self, gint64 skill_id);

G_END_DECLS
