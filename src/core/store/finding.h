/* What an examination of the data finds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_FINDING_GOOD,
  WAY_FINDING_HINT, /* nothing is wrong, but it is good to know */
  WAY_FINDING_BAD,
} WayFindingLevel;

typedef struct
{
  char *id; /* of the check: "integrity", "references", … */
  char *
      message; /* what was found, for a person; when it is bad and cannot be fixed, with the way out */
  WayFindingLevel level;
  gboolean can_fix; /* way_store_repair() does something about it */
} WayFinding;

void way_finding_free (WayFinding *finding);

/* @message: transfer full. */
void
way_findings_add (GPtrArray *findings, const char *id, int level, gboolean can_fix, char *message);

G_END_DECLS
