/* The guide's common mistakes and best practices as rules over the data: each is quiet when all is well, and says
 * what is not in one line with figures, with the way to put it right. */
#pragma once

#include "core/base/zone.h"
#include "core/guide/guide.h"
#include "core/roadmap/roadmap.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/**
 * WayCheck: the rules. What is quoted is the guide "Learning Distributed Systems".
 * @WAY_CHECK_DATES: checklist items that are past their date. Common Mistakes 1: "Treating the guide as reading
 *   material without a dated action checklist"
 * @WAY_CHECK_ROLE: no role is chosen. Common Mistakes 2: "Ignoring role-specific emphasis in the adaptation tables"
 * @WAY_CHECK_BAND: no years of experience are chosen, so the plan is everybody's. Common Mistakes 3: "Assuming one
 *   path fits startup and enterprise contexts equally"; Roadmap: "Adapt pacing to your band"
 * @WAY_CHECK_STEP: nothing that others saw %WAY_CHECK_STEP_DAYS after the start. Common Mistakes 4: "Waiting for
 *   perfect clarity before taking a small public step"; FAQ: "Most readers implement the first checklist in one to two
 *   weeks"
 * @WAY_CHECK_MATERIALS: a milestone was done, or a gate closed, and nothing was made since, for
 *   %WAY_CHECK_MATERIALS_DAYS. Common Mistakes 5: "Failing to update materials after major project or metric changes";
 *   Practice: "one roadmap milestone per week"
 * @WAY_CHECK_BLOCKS: no block within %WAY_CHECK_BLOCKS_DAYS, of which some are not off. Best Practices 1: "Time-box
 *   learning and job search blocks on your calendar"; Practice: "one question drill … per week"
 * @WAY_CHECK_ARTIFACTS: phases behind which nothing was made. Best Practices 4: "Pair every framework with one
 *   artifact: RFC, PR, postmortem, or demo"
 * @WAY_CHECK_MOCK: no mock interview for as many days as the guide has between two, and none within as many. "Mock
 *   practice: Exposes rambling and weak metrics before real loops"; Action Checklist: "Schedule a mock interview or
 *   peer review within 14 days"
 * @WAY_CHECK_REVIEW: none for as many months as the guide has between two, and none within %WAY_CHECK_REVIEW_DAYS.
 *   "Quarterly review: Keeps profile aligned with current scope"; FAQ: "Review quarterly"
 */
typedef enum
{
  WAY_CHECK_DATES,
  WAY_CHECK_ROLE,
  WAY_CHECK_BAND,
  WAY_CHECK_STEP,
  WAY_CHECK_MATERIALS,
  WAY_CHECK_BLOCKS,
  WAY_CHECK_ARTIFACTS,
  WAY_CHECK_MOCK,
  WAY_CHECK_REVIEW,
  WAY_CHECK_N,
  WAY_CHECK_NONE = WAY_CHECK_N, /* there is no rule */
} WayCheck;

#define WAY_CHECK_STEP_DAYS      14
#define WAY_CHECK_MATERIALS_DAYS 7
#define WAY_CHECK_BLOCKS_DAYS    7
#define WAY_CHECK_REVIEW_DAYS    14

/* "dates", "role", "band", "step", "materials", "blocks", "artifacts", "mock", "review" */
const char *way_check_to_string (WayCheck check);

/**
 * WayRemedy: how a finding is put right.
 * @WAY_REMEDY_ROADMAP: in the roadmap, where checklist, gates and artifacts are
 * @WAY_REMEDY_CHOOSE: by choosing band and role
 * @WAY_REMEDY_PLAN: by planning again
 * @WAY_REMEDY_MOCK: by way_remedy_plan_block() with a mock interview
 * @WAY_REMEDY_REVIEW: by way_remedy_plan_block() with a review
 */
typedef enum
{
  WAY_REMEDY_ROADMAP,
  WAY_REMEDY_CHOOSE,
  WAY_REMEDY_PLAN,
  WAY_REMEDY_MOCK,
  WAY_REMEDY_REVIEW,
} WayRemedy;

/* What the rules look at, for one followed guide. No date: WAY_DATE_NONE. */
typedef struct
{
  WayDate today;
  WayDate start_date; /* of the plan */
  int n_checklist;
  int n_late;              /* checklist items that are open and past their date */
  WayDate oldest_due_date; /* of those */
  int n_roles;             /* in the guide */
  gboolean role_chosen;
  int n_bands;
  gboolean band_chosen;
  WayDate last_artifact_date; /* when the newest one was made */
  WayDate last_shipped_date;  /* when the last milestone was done or gate closed */
  char *last_shipped;         /* its title */
  GPtrArray *bare_phases;     /* of char *: titles of phases that are behind, without an artifact */
  WayDate next_block_date;    /* of the first open block from today on */
  int days_off;               /* of the WAY_CHECK_BLOCKS_DAYS from today on */
  int mock_days;              /* between two mock interviews; 0: the guide asks for none */
  WayDate last_mock_date;     /* done */
  WayDate next_mock_date;     /* open, from today on */
  int review_months;          /* between two reviews; 0: the guide asks for none */
  WayDate last_review_date;
  WayDate next_review_date;
} WayCheckFacts;

/* The finding of @check (transfer full); %NULL: all is well. Pure. */
char *way_check_run (WayCheck check, const WayCheckFacts *facts, WayRemedy *remedy);

/* The rule for what a guide calls a mistake, a practice, or the reason of one; WAY_CHECK_NONE. */
WayCheck way_check_for (const char *text);

typedef struct
{
  WayCheck check;
  gint64 guide_id;
  char *guide_slug;
  char *guide_title;
  char *source; /* the guide's own words */
  int line;     /* of those; 0 unknown */
  char *text;   /* what was found: a sentence */
  WayRemedy remedy;
} WayFinding;

typedef struct
{
  GPtrArray *findings;  /* of WayFinding: guide by guide, in the order of the guide */
  GPtrArray *unchecked; /* of char *: mistakes that no rule looks for */
} WayChecks;

/* Runs the rules that the followed guides give reason for, each once a guide. @roadmap: as it is loaded now. */
WayChecks *way_checks_load (WayStore *store,
                            const WayRoadmap *roadmap,
                            WayZone *zone,
                            gint64 now_utc,
                            GError **error);
void way_checks_free (WayChecks *checks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChecks, way_checks_free)

void way_check_facts_clear (WayCheckFacts *facts);

/* The facts of the guide @guide_id, cleared by way_check_facts_clear(). Days are those of @zone. */
gboolean way_check_facts_load (WayCheckFacts *facts,
                               WayStore *store,
                               const WayRoadmap *roadmap,
                               gint64 guide_id,
                               WayZone *zone,
                               gint64 now_utc,
                               GError **error);

G_END_DECLS
