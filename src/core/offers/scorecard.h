/* A scorecard in the store: offers, what they are compared by, and what was decided. The structs are what the store has;
 * compare.h makes values, ranks and pay of them.
 *
 * NAN: not known. It is never 0. Percentages are percent, as typed. */
#pragma once

#include "core/base/date.h"
#include "core/offers/value.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/**
 * WayOfferState: where an offer stands. A person may set any.
 */
typedef enum
{
  WAY_OFFER_APPLIED,
  WAY_OFFER_INTERVIEWING,
  WAY_OFFER_OFFERED,
  WAY_OFFER_ACCEPTED,
  WAY_OFFER_DECLINED,  /* by the person */
  WAY_OFFER_REJECTED,  /* by the company */
  WAY_OFFER_WITHDRAWN, /* by either side, before an offer */
  WAY_OFFER_N_STATES,
} WayOfferState;

/* "applied", …: the word in the database and on the command line. */
const char *way_offer_state_to_string (WayOfferState state);
gboolean way_offer_state_parse (const char *word, WayOfferState *state, GError **error);
/* "Applied", …: for a person. */
const char *way_offer_state_title (WayOfferState state);

/* What the values of a criterion are. */
typedef enum
{
  WAY_MEASURE_TYPED,      /* scores, or measured values that were typed */
  WAY_MEASURE_FIRST_YEAR, /* pay of the first year */
  WAY_MEASURE_YEARLY,     /* mean pay a year, over the years of the scorecard */
  WAY_MEASURE_GUARANTEED, /* the same of what is guaranteed */
  WAY_MEASURE_PRESENT,    /* present value of all years */
  WAY_MEASURE_COMMUTE,    /* hours of commuting a year */
  WAY_MEASURE_N,
} WayMeasure;

const char *way_measure_to_string (WayMeasure measure);
gboolean way_measure_parse (const char *word, WayMeasure *measure, GError **error);
const char *way_measure_title (WayMeasure measure);

typedef struct
{
  gint64 id;
  char *title;
  char *note;
  double weight;         /* points */
  WayRange weight_range; /* points; blank: exact */
  WayRange scale; /* lowest and highest value; the worst and the best, or the other way round */
  char *unit;     /* "" scores */
  gboolean less_is_better;
  double must_at_least; /* NAN: none */
  double must_at_most;
  WayMeasure measure;
} WayCriterionRow;

typedef struct
{
  gint64 id;
  int year;
  double amount;
  int clawback_months;
  gboolean prorated;
} WaySignOnRow;

typedef enum
{
  WAY_GRANT_STOCK,
  WAY_GRANT_OPTIONS,
  WAY_GRANT_PHANTOM,
  WAY_GRANT_OTHER,
  WAY_GRANT_N_KINDS,
} WayGrantKind;

const char *way_grant_kind_to_string (WayGrantKind kind);
gboolean way_grant_kind_parse (const char *word, WayGrantKind *kind, GError **error);
const char *way_grant_kind_title (WayGrantKind kind);

typedef struct
{
  gint64 id;
  char *title;
  WayGrantKind kind;
  double low, middle, high; /* value of the whole grant */
  double discount_percent;
  int start_month;
  int months, cliff_months, every_months;
  char *year_percents; /* "5 15 40 40"; "" the same each year */
  char *vest_table;    /* "12:25 18:12.5": month and percent; "" by the rest */
} WayGrantRow;

/* One offer. */
typedef struct
{
  gint64 id;
  char *company, *role, *place;
  char *currency;
  WayOfferState state;
  WayDate deadline_date; /* WAY_DATE_NONE */
  char *note;
  char *uid;
  gint64 created_utc;
  double base;
  double raise_percent;               /* 0: none is known of; the same for bonus_promised */
  double bonus_amount, bonus_percent; /* one of them, or neither */
  double payout_low, payout_middle, payout_high;
  double bonus_promised;
  gboolean no_sign_on, no_equity; /* known to have none */
  double pension_amount, pension_percent;
  double allowance;
  double commute_cost, commute_hours;
  GPtrArray *sign_on; /* of WaySignOnRow, by year */
  GPtrArray *grants;  /* of WayGrantRow */
  WayRange *scores;   /* by criterion: as typed; blank: not known */
  char **score_notes; /* by criterion; "" none; ends with %NULL */
} WayOffer;

/* Something new, with nothing known of it; the defaults of the database for the rest. Strings are never %NULL (transfer
 * full). A new offer has no scores. */
WayCriterionRow *way_criterion_row_new (void);
WayGrantRow *way_grant_row_new (void);
WayOffer *way_offer_new (const char *currency);

/* For elements of the arrays, too. @n_criteria: of the scorecard that the offer is of. */
WayCriterionRow *way_criterion_row_copy (const WayCriterionRow *criterion);
WayGrantRow *way_grant_row_copy (const WayGrantRow *grant);
WayOffer *way_offer_copy (const WayOffer *offer, guint n_criteria);
void way_criterion_row_free (WayCriterionRow *criterion);
void way_grant_row_free (WayGrantRow *grant);
void way_offer_free (WayOffer *offer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCriterionRow, way_criterion_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayGrantRow, way_grant_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayOffer, way_offer_free)

/* Whether the scale of @criterion was typed; else a criterion that is computed from the pay takes that of the offers. */
gboolean way_criterion_has_scale (const WayCriterionRow *criterion);

typedef struct
{
  char *currency;
  double rate; /* of the scorecard's currency for one of this */
  WayDate date;
} WayExchangeRate;

typedef struct
{
  gint64 id;
  WayDate due_date;
  WayDate done_date; /* WAY_DATE_NONE: not yet */
  char *note;
  char *uid;
  gint64 created_utc;
} WayLookBack;

typedef struct
{
  gint64 offer_id; /* 0: none of them */
  WayDate date;
  char *reason;
  char *expectations;
  GPtrArray *look_backs; /* of WayLookBack, by date */
} WayDecision;

/* Of no offer, without a date and look-backs (transfer full). */
WayDecision *way_decision_new (const char *reason, const char *expectations);
void way_decision_free (WayDecision *decision);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayDecision, way_decision_free)

/* A weight that was changed behind the lock. */
typedef struct
{
  char *criterion;
  double old_weight; /* NAN: the criterion was new */
  double new_weight; /* NAN: it was removed */
  gint64 changed_utc;
} WayWeightChange;

typedef struct
{
  gint64 id;
  char *title;
  char *currency;
  int years;
  double discount_percent; /* NAN: no present value */
  gboolean any_weights;
  double lead_percent;
  gboolean is_private;
  gboolean blind;    /* money is hidden until all typed criteria are scored */
  gint64 locked_utc; /* 0: weights are not locked */
  gint64 created_utc;
  GPtrArray *criteria;   /* of WayCriterionRow, in order */
  GPtrArray *offers;     /* of WayOffer, in order */
  GPtrArray *rates;      /* of WayExchangeRate, by currency */
  GPtrArray *changes;    /* of WayWeightChange, oldest first */
  WayDecision *decision; /* %NULL: none yet */
} WayScorecard;

/* An empty one with the defaults of the database (transfer full). */
WayScorecard *way_scorecard_new (const char *title, const char *currency);

/* %WAY_ERROR_NOT_FOUND. */
WayScorecard *way_scorecard_load (WayStore *store, gint64 id, GError **error);
void way_scorecard_free (WayScorecard *card);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayScorecard, way_scorecard_free)

/* A row of the list of scorecards. */
typedef struct
{
  gint64 id;
  char *title;
  int n_offers;
  gboolean decided;
  WayDate next_deadline; /* of its open offers, past ones too; WAY_DATE_NONE */
} WayScorecardEntry;

/* (element-type WayScorecardEntry) newest first (transfer full). */
GPtrArray *way_scorecard_list (WayStore *store, GError **error);

/* Whether an offer can still be chosen: it is not rejected, declined or withdrawn. */
gboolean way_offer_is_open (const WayOffer *offer);

/* Whether an offer is ranked: it is open, or was declined and the scorecard is decided. So the comparison stays readable
 * as it was when the decision was made. */
gboolean way_offer_counts (const WayScorecard *card, const WayOffer *offer);

/* How many typed scores are blank, of all offers that can still be chosen. */
guint way_scorecard_count_blanks (const WayScorecard *card);

/* Whether money is not to be shown: scored blind, with blanks left, and not decided. */
gboolean way_scorecard_hides_money (const WayScorecard *card);

G_END_DECLS
