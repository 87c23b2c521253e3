#include "core/review/checks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which rule a sentence of a guide is about, by the words that sentences of its kind have, whatever the guide is about.
 * The first entry all of whose words occur, in any case, is it. */
static const struct
{
  const char *words[2];
  WayCheck check;
} rules[] = {
  { { "checklist", "date" }, WAY_CHECK_DATES },
  { { "role", "emphasi" }, WAY_CHECK_ROLE },
  { { "one path", NULL }, WAY_CHECK_BAND },
  { { "one size", NULL }, WAY_CHECK_BAND },
  { { "public step", NULL }, WAY_CHECK_STEP },
  { { "materials", "change" }, WAY_CHECK_MATERIALS },
  { { "living", "project" }, WAY_CHECK_MATERIALS },
  { { "block", "calendar" }, WAY_CHECK_BLOCKS },
  { { "pair", "artifact" }, WAY_CHECK_ARTIFACTS },
  { { "written artifact", NULL }, WAY_CHECK_ARTIFACTS },
  { { "mock", NULL }, WAY_CHECK_MOCK },
  { { "quarterly review", NULL }, WAY_CHECK_REVIEW },
};

WayCheck
way_check_for (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strstr (folded, rules[i].words[0]) != NULL &&
        (rules[i].words[1] == NULL || strstr (folded, rules[i].words[1]) != NULL))
      return rules[i].check;
  return WAY_CHECK_NONE;
}

const char *
way_check_to_string (WayCheck check)
{
  static const char *const words[WAY_CHECK_N] = { "dates",     "role",      "band",
                                                  "step",      "materials", "blocks",
                                                  "artifacts", "mock",      "review" };

  return words[check];
}

static char *
check_dates (const WayCheckFacts *f, WayRemedy *remedy)
{
  *remedy = WAY_REMEDY_ROADMAP;
  if (f->n_late == 0)
    return NULL;
  int days = f->today - f->oldest_due_date;
  g_autofree char *oldest = g_strdup_printf (
      ngettext ("the oldest by %d day", "the oldest by %d days", (gulong) days), days);
  /* Translators: late items, all items, "the oldest by 3 days". */
  return g_strdup_printf (ngettext ("%d of %d checklist items is late, %s",
                                    "%d of %d checklist items are late, %s", (gulong) f->n_late),
                          f->n_late, f->n_checklist, oldest);
}

static char *
check_role (const WayCheckFacts *f, WayRemedy *remedy)
{
  *remedy = WAY_REMEDY_CHOOSE;
  if (f->n_roles == 0 || f->role_chosen)
    return NULL;
  return g_strdup_printf (ngettext ("No role is chosen: the guide adapts to %d",
                                    "No role is chosen: the guide adapts to %d",
                                    (gulong) f->n_roles),
                          f->n_roles);
}

static char *
check_band (const WayCheckFacts *f, WayRemedy *remedy)
{
  *remedy = WAY_REMEDY_CHOOSE;
  if (f->n_bands == 0 || f->band_chosen)
    return NULL;
  return g_strdup_printf (ngettext ("No experience is chosen: the guide has %d band",
                                    "No experience is chosen: the guide has %d bands",
                                    (gulong) f->n_bands),
                          f->n_bands);
}

static char *
check_step (const WayCheckFacts *f, WayRemedy *remedy)
{
  int days = f->today - f->start_date;

  *remedy = WAY_REMEDY_ROADMAP;
  if (days < WAY_CHECK_STEP_DAYS || f->last_artifact_date != WAY_DATE_NONE ||
      f->last_mock_date != WAY_DATE_NONE)
    return NULL;
  return g_strdup_printf (ngettext ("%d day in: no artifact and no mock interview yet",
                                    "%d days in: no artifact and no mock interview yet",
                                    (gulong) days),
                          days);
}

static char *
check_materials (const WayCheckFacts *f, WayRemedy *remedy)
{
  *remedy = WAY_REMEDY_ROADMAP;
  if (f->last_shipped_date == WAY_DATE_NONE)
    return NULL;
  int days = f->today - f->last_shipped_date;
  if (days < WAY_CHECK_MATERIALS_DAYS || f->last_artifact_date >= f->last_shipped_date)
    return NULL;
  /* Translators: title of a milestone or phase, days. */
  return g_strdup_printf (ngettext ("“%s” was reached %d day ago, and nothing was made since",
                                    "“%s” was reached %d days ago, and nothing was made since",
                                    (gulong) days),
                          f->last_shipped, days);
}

static char *
check_blocks (const WayCheckFacts *f, WayRemedy *remedy)
{
  *remedy = WAY_REMEDY_PLAN;
  if (f->days_off >= WAY_CHECK_BLOCKS_DAYS ||
      (f->next_block_date != WAY_DATE_NONE &&
       f->next_block_date - f->today < WAY_CHECK_BLOCKS_DAYS))
    return NULL;
  return g_strdup_printf (ngettext ("No block lies within %d day", "No block lies within %d days",
                                    WAY_CHECK_BLOCKS_DAYS),
                          WAY_CHECK_BLOCKS_DAYS);
}

static char *
check_artifacts (const WayCheckFacts *f, WayRemedy *remedy)
{
  *remedy = WAY_REMEDY_ROADMAP;
  if (f->bare_phases == NULL || f->bare_phases->len == 0)
    return NULL;
  g_autoptr (GString) titles = g_string_new (NULL);
  for (guint i = 0; i < f->bare_phases->len; i++)
    /* Translators: between the titles of a list. */
    g_string_append_printf (titles, "%s%s", i > 0 ? _ (", ") : "",
                            (char *) g_ptr_array_index (f->bare_phases, i));
  /* Translators: how many, and their titles. */
  return g_strdup_printf (ngettext ("%u phase is behind you without an artifact: %s",
                                    "%u phases are behind you without an artifact: %s",
                                    f->bare_phases->len),
                          f->bare_phases->len, titles->str);
}

static char *
check_mock (const WayCheckFacts *f, WayRemedy *remedy)
{
  gboolean any = f->last_mock_date != WAY_DATE_NONE;
  int days = f->today - (any ? f->last_mock_date : f->start_date);

  *remedy = WAY_REMEDY_MOCK;
  if (f->mock_days == 0 || days < f->mock_days ||
      (f->next_mock_date != WAY_DATE_NONE && f->next_mock_date - f->today <= f->mock_days))
    return NULL;
  if (any)
    /* Translators: %2$d: the days within which none is planned. */
    return g_strdup_printf (
        ngettext ("The last mock interview was %d day ago, and none is planned within %d days",
                  "The last mock interview was %d days ago, and none is planned within %d days",
                  (gulong) days),
        days, f->mock_days);
  return g_strdup_printf (
      ngettext ("No mock interview in the %d day since the start, and none within %d days",
                "No mock interview in the %d days since the start, and none within %d days",
                (gulong) days),
      days, f->mock_days);
}

static char *
check_review (const WayCheckFacts *f, WayRemedy *remedy)
{
  gboolean any = f->last_review_date != WAY_DATE_NONE;
  WayDate since = any ? f->last_review_date : f->start_date;

  *remedy = WAY_REMEDY_REVIEW;
  if (f->review_months == 0 || f->today < way_date_add_months (since, f->review_months) ||
      (f->next_review_date != WAY_DATE_NONE &&
       f->next_review_date - f->today <= WAY_CHECK_REVIEW_DAYS))
    return NULL;
  if (any)
    return g_strdup_printf (ngettext ("The last review was %d day ago",
                                      "The last review was %d days ago",
                                      (gulong) (f->today - since)),
                            f->today - since);
  return g_strdup_printf (ngettext ("No review in the %d day since the start",
                                    "No review in the %d days since the start",
                                    (gulong) (f->today - since)),
                          f->today - since);
}

char *
way_check_run (WayCheck check, const WayCheckFacts *facts, WayRemedy *remedy)
{
  static char *(*const funcs[WAY_CHECK_N]) (const WayCheckFacts *f, WayRemedy *remedy) = {
    check_dates,  check_role,      check_band, check_step,   check_materials,
    check_blocks, check_artifacts, check_mock, check_review,
  };

  return funcs[check](facts, remedy);
}
