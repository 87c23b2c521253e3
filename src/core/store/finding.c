#include "core/store/finding.h"

void
way_finding_free (WayFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->id);
  g_free (finding->message);
  g_free (finding);
}

void
way_findings_add (GPtrArray *findings, const char *id, int level, gboolean can_fix, char *message)
{
  WayFinding *finding = g_new0 (WayFinding, 1);

  finding->id = g_strdup (id);
  finding->level = level;
  finding->can_fix = can_fix;
  finding->message = message;
  g_ptr_array_add (findings, finding);
}
