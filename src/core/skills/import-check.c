#include "core/skills/import-check.h"

#include "core/skills/import-private.h"

#include <glib/gi18n-lib.h>

void
way_import_complain (WaySkillsImport *self, WayImportRow *row, int column, char *reason)
{
  WayImportCheck *check = &self->check;

  row->kind = WAY_IMPORT_BAD;
  if (++check->n_problems > WAY_IMPORT_MAX_PROBLEMS)
    {
      g_free (reason);
      return;
    }
  WayImportProblem *problem = g_new0 (WayImportProblem, 1);
  problem->line = row->line;
  problem->column = column >= 0 ? g_strdup (self->headings[column]) : NULL;
  problem->reason = reason;
  g_ptr_array_add (check->problems, problem);
}

char *
way_import_check_describe (const WayImportCheck *check)
{
  g_autoptr (GString) text = g_string_new (check->refusal);
  guint more = check->n_problems - check->problems->len;

  for (guint i = 0; i < check->problems->len; i++)
    {
      const WayImportProblem *it = g_ptr_array_index (check->problems, i);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (it->column != NULL)
        /* Translators: a line of a file, the heading of a column, and what is wrong */
        g_string_append_printf (text, _ ("Line %u, %s: %s"), it->line, it->column, it->reason);
      else
        /* Translators: a line of a file, and what is wrong */
        g_string_append_printf (text, _ ("Line %u: %s"), it->line, it->reason);
    }
  if (more > 0)
    g_string_append_printf (
        text, ngettext ("\nAnd %u more problem.", "\nAnd %u more problems.", more), more);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
way_import_check_summary (const WayImportCheck *check)
{
  const guint *n = check->n;
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (n[WAY_IMPORT_NEW] > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u new skill", "%u new skills", n[WAY_IMPORT_NEW]),
                                      n[WAY_IMPORT_NEW]));
  if (n[WAY_IMPORT_SCORED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u score changed", "%u scores changed",
                                                       n[WAY_IMPORT_SCORED]),
                                             n[WAY_IMPORT_SCORED]));
  if (n[WAY_IMPORT_CHANGED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u skill changed", "%u skills changed",
                                                       n[WAY_IMPORT_CHANGED]),
                                             n[WAY_IMPORT_CHANGED]));
  if (n[WAY_IMPORT_UNCHANGED] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u row unchanged", "%u rows unchanged",
                                                       n[WAY_IMPORT_UNCHANGED]),
                                             n[WAY_IMPORT_UNCHANGED]));
  if (n[WAY_IMPORT_BAD] > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u row with problems",
                                                       "%u rows with problems", n[WAY_IMPORT_BAD]),
                                             n[WAY_IMPORT_BAD]));
  if (parts->len == 0)
    return g_strdup (_ ("No skills"));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the items of a list */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}
