#include "core/roadmap/phase.h"

#include "core/base/error.h"
#include "core/store/statement.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
way_phase_free (WayPhase *phase)
{
  if (phase == NULL)
    return;
  g_free (phase->title);
  g_free (phase->guide_title);
  g_free (phase->guide_origin);
  g_strfreev (phase->activities);
  g_strfreev (phase->exit_criteria);
  g_free (phase->gate.evidence);
  g_free (phase->gate.override_reason);
  g_free (phase->note);
  g_clear_pointer (&phase->artifacts, g_ptr_array_unref);
  way_roadmap_free (phase->roadmap);
  g_free (phase);
}

/* Takes @part away, and keeps it tidied up unless it is empty. */
static void
add_part (GStrvBuilder *parts, char *part)
{
  g_strstrip (part);
  if (*part != '\0')
    g_strv_builder_add (parts, part);
  g_free (part);
}

char **
way_phase_split (const char *text, gboolean commas)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  gboolean semicolons = strchr (text, ';') != NULL;
  const char *from = text, *at = text;
  int depth = 0;

  for (; *at != '\0'; at++)
    {
      depth += *at == '(' || *at == '[';
      depth -= depth > 0 && (*at == ')' || *at == ']');
      if (depth > 0 || !(*at == ';' || (*at == ',' && commas && !semicolons)))
        continue;
      /* "10,000 requests" is one. */
      if (*at == ',' && g_ascii_isdigit (at[1]))
        continue;
      add_part (parts, g_strndup (from, (gsize) (at - from)));
      from = at + 1;
    }
  add_part (parts, g_strndup (from, (gsize) (at - from)));
  return g_strv_builder_end (parts);
}

static void
read_phase (WayStatement *s, WayPhase *phase)
{
  phase->title = g_strdup (way_statement_text (s, 0));
  phase->guide_title = g_strdup (way_statement_text (s, 1));
  phase->guide_origin = g_strdup (way_statement_text (s, 2));
  phase->line = (int) way_statement_int (s, 3);
  phase->activities = way_phase_split (way_statement_text (s, 4), TRUE);
  phase->exit_criteria = way_phase_split (way_statement_text (s, 5), FALSE);
  phase->gate.closed_date = way_statement_date (s, 6);
  phase->gate.evidence = g_strdup (way_statement_text (s, 7));
  phase->gate.override_reason = g_strdup (way_statement_text (s, 8));
  phase->note = g_strdup (way_statement_text (s, 9));
  phase->done_minutes = (int) way_statement_int (s, 10);
}

static void
set_gone (GError **error)
{
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND, _ ("This phase is no longer there."));
}

WayPhase *
way_phase_load (WayStore *store, gint64 id, GError **error)
{
  g_autoptr (WayPhase) phase = g_new0 (WayPhase, 1);
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT p.title, g.title, g.origin, p.line, p.activities, p.exit_criteria, "
             "p.gate_closed_date, p.gate_evidence, p.gate_override, p.note, "
             "(SELECT ifnull (sum (b.end_utc - b.start_utc) / 60, 0) FROM block b "
             "WHERE b.phase_id = p.id AND b.state = 'done') "
             "FROM phase p JOIN guide g ON g.id = p.guide_id WHERE p.id = ?1");

  phase->id = id;
  way_statement_bind (s, "i", id);
  if (way_statement_step (s))
    read_phase (s, phase);
  if (!way_statement_finish (s, error))
    return NULL;
  if (phase->title == NULL)
    {
      set_gone (error);
      return NULL;
    }
  phase->artifacts = way_artifact_list (store, id, error);
  phase->roadmap = phase->artifacts != NULL ? way_roadmap_load (store, error) : NULL;
  if (phase->roadmap == NULL)
    return NULL;
  for (guint i = 0; i < phase->roadmap->phases->len; i++)
    {
      const WayRoadmapPhase *dates = g_ptr_array_index (phase->roadmap->phases, i);
      if (dates->id == id)
        phase->dates = dates;
    }
  return g_steal_pointer (&phase);
}

static gboolean
is_named (const char *title, const char *name)
{
  g_autofree char *a = g_utf8_casefold (title, -1);
  g_autofree char *b = g_utf8_casefold (name, -1);

  return g_str_equal (a, b);
}

gint64
way_phase_find (WayStore *store, const char *name, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT p.id, p.title, g.title FROM phase p JOIN guide g "
                                "ON g.id = p.guide_id ORDER BY g.slug, p.position");
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) same = g_string_new (NULL);
  gint64 found = 0;
  int n = 0;

  while (way_statement_step (s))
    {
      gint64 id = way_statement_int (s, 0);
      const char *title = way_statement_text (s, 1);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      gboolean named = is_named (title, name);
      g_autofree char *line =
          g_strdup_printf ("\n  %s  %s (%s)", number, title, way_statement_text (s, 2));
      g_string_append (all, line);
      if (g_str_equal (number, name))
        return id;
      if (!named)
        continue;
      g_string_append (same, line);
      found = id;
      n++;
    }
  if (!way_statement_finish (s, error) || n == 1)
    return n == 1 ? found : 0;
  if (n == 0)
    /* Translators: behind it comes a list of numbers and titles. */
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no phase “%s”. There are, by number:%s"), name,
                 all->len > 0 ? all->str : " –");
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 _ ("There are several phases “%s”. Say which one by its number:%s"), name,
                 same->str);
  return 0;
}

/* Ends the action that @ran in, when it changed the phase. */
static gboolean
end (WayStore *store, gboolean ran, GError **error)
{
  if (ran && way_store_changes (store) == 1)
    return way_store_commit (store, error);
  if (ran)
    set_gone (error);
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_phase_close_gate (WayStore *store,
                      gint64 id,
                      const char *evidence,
                      const char *override_reason,
                      WayDate date,
                      gint64 now_utc,
                      GError **error)
{
  g_autofree char *shown = g_strstrip (g_strdup (evidence != NULL ? evidence : ""));
  g_autofree char *reason = g_strstrip (g_strdup (override_reason != NULL ? override_reason : ""));
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE phase SET gate_closed_date = ?2, gate_evidence = ?3, gate_override = ?4 "
             "WHERE id = ?1");

  if ((*shown == '\0') == (*reason == '\0'))
    {
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID,
                           _ ("A gate closes either with evidence, or with a reason to go on "
                              "without it: say one of the two."));
      return FALSE;
    }
  return way_store_begin (store, _ ("Close Gate"), now_utc, error) &&
         end (store, way_statement_run (s, error, "iiss", id, (gint64) date, shown, reason), error);
}

gboolean
way_phase_open_gate (WayStore *store, gint64 id, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "UPDATE phase SET gate_closed_date = NULL, gate_evidence = '', gate_override = '' "
             "WHERE id = ?1 AND gate_closed_date IS NOT NULL");

  if (!way_store_begin (store, _ ("Open Gate Again"), now_utc, error))
    return FALSE;
  if (way_statement_run (s, error, "i", id))
    {
      if (way_store_changes (store) == 1)
        return way_store_commit (store, error);
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                           _ ("There is no closed gate that could be opened again."));
    }
  way_store_rollback (store);
  return FALSE;
}

gboolean
way_phase_set_note (WayStore *store, gint64 id, const char *note, gint64 now_utc, GError **error)
{
  g_autoptr (WayStatement) old =
      way_statement_new (store, "SELECT note = ?2 FROM phase WHERE id = ?1");
  g_autoptr (WayStatement) s =
      way_statement_new (store, "UPDATE phase SET note = ?2 WHERE id = ?1");

  way_statement_bind (old, "is", id, note);
  gboolean same = way_statement_step (old) && way_statement_int (old, 0) != 0;
  if (!way_statement_finish (old, error) || same)
    return same;
  return way_store_begin (store, _ ("Change Note"), now_utc, error) &&
         end (store, way_statement_run (s, error, "is", id, note), error);
}
