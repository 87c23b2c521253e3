/* The skill matrix: what the person can do, what the chosen role and band ask for, and the gap between the two.
 *
 * Scores and targets are whole numbers from 1 to 5. 0 is a blank: not known. A blank is no number: it has no gap,
 * counts in no mean and is never shown as 0. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

#define WAY_SKILL_BLANK 0
#define WAY_SKILL_MIN   1
#define WAY_SKILL_MAX   5
/* Months after which a score, or what shows that it is right, says nothing about today any more. */
#define WAY_SKILL_STALE_MONTHS 6
/* A percentage that is not known. */
#define WAY_SKILL_UNKNOWN (-1)

typedef enum
{
  WAY_SKILL_AREA,   /* a row of a guide's matrix */
  WAY_SKILL_LISTED, /* one that a guide lists */
  WAY_SKILL_OWN,    /* the person's own, of no guide */
} WaySkillKind;

/**
 * WaySkillProof: how well a score is founded, by the best evidence of the last %WAY_SKILL_STALE_MONTHS.
 * @WAY_SKILL_NO_SCORE: the skill is blank
 * @WAY_SKILL_SELF: the person says so, and nothing else does
 * @WAY_SKILL_PRACTISED: there is a drill
 * @WAY_SKILL_SHOWN: there is an artifact
 * @WAY_SKILL_CONFIRMED: another one gave a score, rated a mock interview, or gave feedback
 */
typedef enum
{
  WAY_SKILL_NO_SCORE,
  WAY_SKILL_SELF,
  WAY_SKILL_PRACTISED,
  WAY_SKILL_SHOWN,
  WAY_SKILL_CONFIRMED,
} WaySkillProof;

/* The last score of another one. */
typedef struct
{
  char *rater;
  int score;
  WayDate date;
} WaySkillRating;

typedef struct
{
  gint64 id;
  gint64 guide_id; /* 0: the person's own */
  WaySkillKind kind;
  char *key;
  char *title;
  char *detail;       /* how to show it, as the guide says; "" none */
  int line;           /* in the guide's source; 0 unknown */
  char *group;        /* the heading it stands under, never "" */
  gboolean own_group; /* the person gave that heading */
  int score;          /* the person's own; %WAY_SKILL_BLANK */
  WayDate score_date; /* WAY_DATE_NONE: blank, or as it came with the guide */
  gboolean stale;     /* the score is older than %WAY_SKILL_STALE_MONTHS */
  WaySkillProof proof;
  GPtrArray *ratings; /* of WaySkillRating: of others, by name; no blanks */
  int target;         /* for the chosen role and band */
  char *gap_action;   /* "" none */
  char *note;
  char *synonyms;        /* one a line */
  int interview_percent; /* of interviews that ask for it */
  int ad_percent_typed;  /* of job descriptions, as the person typed it */
  int ad_count, n_ads;   /* job descriptions that name it, of those there are */
  gint64 work_id;        /* of the time set aside for the gap action; 0: none */
} WaySkill;

typedef struct
{
  char *role, *band;             /* the chosen ones, as keys; "" not chosen */
  char *role_title, *band_title; /* "" not chosen */
  WayDate date;                  /* whose matrix this is */
  GPtrArray *skills;             /* of WaySkill, in the order of the matrix: group by group */
} WayMatrix;

/* The matrix as it was at the end of @date: later scores and targets are left out. Skills of the followed guides and
 * the person's own; of all guides while there is no plan. */
WayMatrix *way_matrix_load (WayStore *store, WayDate date, GError **error);
void way_matrix_free (WayMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayMatrix, way_matrix_free)

const WaySkill *way_matrix_find (const WayMatrix *matrix, gint64 skill_id);

/* target − score; %FALSE where either is blank. Negative or 0: the target is met. */
gboolean way_skill_gap (const WaySkill *skill, int *gap);

/* The share of job descriptions in percent, typed before counted; %WAY_SKILL_UNKNOWN. */
int way_skill_ad_percent (const WaySkill *skill);

/* rating − score; %FALSE while the person's own score is blank. */
gboolean
way_skill_difference (const WaySkill *skill, const WaySkillRating *rating, int *difference);

/* The mean of the scores that there are, or NAN; how many there are of how many goes to @n (out, optional). */
double way_matrix_mean (const WayMatrix *matrix, guint *n);

/* What a score means, on a scale of our own from 1 to 5: a word and a sentence. */
const char *way_skill_level_title (int score);
const char *way_skill_level_text (int score);

/* What is expected of juniors and seniors, as the guides of the plan say it. */
typedef struct
{
  char *title;
  char *junior;
  char *senior;
} WaySkillExpectation;

/* (element-type WaySkillExpectation) those for @skill where a guide names it by the same words, else all of its guide
 * (of all guides for an own skill) (transfer full). */
GPtrArray *way_skill_expectations (WayStore *store, const WaySkill *skill, GError **error);

G_END_DECLS
