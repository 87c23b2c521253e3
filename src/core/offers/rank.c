#include "core/offers/rank.h"

#include "core/offers/smaa.h"

#include <math.h>

/* Differences of totals and shares below this come from rounding. */
#define ROUNDING 1e-12

#define SCORE(in, offer, criterion) ((in)->scores[(gsize) (offer) * (in)->n_criteria + (criterion)])

double
way_rank_standard_error (double share, guint samples)
{
  return sqrt (share * (1 - share) / samples);
}

static WayRanking *
ranking_new (const WayRankInput *in)
{
  WayRanking *ranking = g_new0 (WayRanking, 1);

  ranking->n_offers = in->n_offers;
  ranking->samples = in->samples;
  ranking->shares = g_new0 (double, in->n_criteria);
  ranking->offers = g_new0 (WayRankedOffer, in->n_offers);
  for (guint o = 0; o < in->n_offers; o++)
    {
      WayRankedOffer *it = &ranking->offers[o];
      it->contributions = g_new0 (WayRange, in->n_criteria);
      it->musts = g_new0 (WayMust, in->n_criteria);
      it->dominated_by = g_new0 (gboolean, in->n_offers);
      it->acceptability = g_new0 (double, in->n_offers);
      it->central = g_new0 (double, in->n_criteria);
    }
  return ranking;
}

void
way_ranking_free (WayRanking *ranking)
{
  if (ranking == NULL)
    return;
  for (guint o = 0; o < ranking->n_offers; o++)
    {
      g_free (ranking->offers[o].contributions);
      g_free (ranking->offers[o].musts);
      g_free (ranking->offers[o].dominated_by);
      g_free (ranking->offers[o].acceptability);
      g_free (ranking->offers[o].central);
    }
  g_free (ranking->offers);
  g_free (ranking->shares);
  g_free (ranking);
}

static void
add_up (const WayRankInput *in, const double *shares, guint offer, WayRankedOffer *it)
{
  for (guint c = 0; c < in->n_criteria; c++)
    {
      WayRange score = SCORE (in, offer, c), value = way_value (&in->criteria[c], score);
      it->contributions[c].low = shares[c] * value.low;
      it->contributions[c].high = shares[c] * value.high;
      it->total.low += it->contributions[c].low;
      it->total.high += it->contributions[c].high;
      it->musts[c] = way_must_check (&in->criteria[c], score);
      it->vetoed |= it->musts[c] == WAY_MUST_MISSED;
      it->open |= it->musts[c] == WAY_MUST_OPEN;
    }
  /* Shares add up to 1 but for rounding. */
  it->total.high = MIN (it->total.high, 1);
  it->total.low = MIN (it->total.low, it->total.high);
}

/* Whether a criterion can count at all. */
static gboolean
counts (const WayRankInput *in, guint criterion)
{
  const WayCriterion *it = &in->criteria[criterion];

  return in->any_weights || it->weight > 0 || it->weight_range.high > 0;
}

static gboolean
dominates (const WayRankInput *in, guint offer, guint other)
{
  gboolean better = FALSE;

  for (guint c = 0; c < in->n_criteria; c++)
    {
      WayRange a = way_value (&in->criteria[c], SCORE (in, offer, c));
      WayRange b = way_value (&in->criteria[c], SCORE (in, other, c));
      if (!counts (in, c))
        continue;
      if (a.low < b.high)
        return FALSE;
      better |= a.low > b.high;
    }
  return better;
}

/* An offer that cannot be taken stands in the way of none that can. */
static void
find_dominance (const WayRankInput *in, WayRanking *ranking)
{
  for (guint o = 0; o < in->n_offers; o++)
    for (guint other = 0; other < in->n_offers; other++)
      ranking->offers[o].dominated_by[other] =
          other != o && (ranking->offers[o].vetoed || !ranking->offers[other].vetoed) &&
          dominates (in, other, o);
}

static void
find_leader (WayRanking *ranking)
{
  double best = -1, next = -1;

  ranking->leader = -1;
  for (guint o = 0; o < ranking->n_offers; o++)
    {
      double total = way_range_middle (ranking->offers[o].total);
      if (ranking->offers[o].vetoed)
        continue;
      if (total > best)
        {
          next = best;
          best = total;
          ranking->leader = (int) o;
        }
      else
        next = MAX (next, total);
    }
  ranking->lead = next >= 0 ? best - next : NAN;
}

/* With share x of criterion c, and the others in proportion, the lead of one offer on another is
 * x d + (1 - x) r, where d is the difference of their values on c and r the lead on the rest alone. It is 0 at
 * x = r / (r - d). At x = 0 or 1 nothing lies behind, and the leader stays. */
static void
try_flip (const WayRankInput *in, WayRanking *ranking, guint criterion, guint other)
{
  const WayRankedOffer *leader = &ranking->offers[ranking->leader], *it = &ranking->offers[other];
  double now = ranking->shares[criterion];
  double lead = way_range_middle (leader->total) - way_range_middle (it->total);
  WayRange a = way_value (&in->criteria[criterion], SCORE (in, ranking->leader, criterion));
  WayRange b = way_value (&in->criteria[criterion], SCORE (in, other, criterion));
  double d = way_range_middle (a) - way_range_middle (b);

  if (now >= 1)
    return;
  double rest = (lead - now * d) / (1 - now), to = rest / (rest - d);
  WayFlip *best = &ranking->flip;
  if (!(to > ROUNDING && to < 1 - ROUNDING) ||
      (best->criterion >= 0 && fabs (to - now) >= fabs (best->to - best->from)))
    return;
  double points = 0;
  for (guint c = 0; c < in->n_criteria; c++)
    points += c != criterion ? in->criteria[c].weight : 0;
  *best = (WayFlip) { (int) criterion, other, now, to, points * to / (1 - to) };
}

static void
find_flip (const WayRankInput *in, WayRanking *ranking)
{
  ranking->flip.criterion = -1;
  for (guint o = 0; o < in->n_offers; o++)
    if ((int) o != ranking->leader && !ranking->offers[o].vetoed)
      for (guint c = 0; c < in->n_criteria; c++)
        try_flip (in, ranking, c, o);
}

/* Rounding must not make a lead that is what is needed too small. */
static WayUnclear
judge (const WayRankInput *in, const WayRanking *ranking)
{
  if (ranking->leader < 0)
    return WAY_UNCLEAR_VETOED;
  const WayRankedOffer *leader = &ranking->offers[ranking->leader];
  if (leader->open)
    return WAY_UNCLEAR_OPEN;
  if (ranking->n_ranked > 1 &&
      (ranking->lead <= ROUNDING || ranking->lead < in->lead_needed - ROUNDING))
    return WAY_UNCLEAR_CLOSE;
  if (leader->acceptability[0] < in->share_needed)
    return WAY_UNCLEAR_WEIGHTS;
  return WAY_CLEAR;
}

WayRanking *
way_rank (const WayRankInput *in)
{
  g_autoptr (WayRanking) ranking = ranking_new (in);

  if (!way_weights_normalize (in->criteria, in->n_criteria, ranking->shares))
    return NULL;
  for (guint o = 0; o < in->n_offers; o++)
    {
      add_up (in, ranking->shares, o, &ranking->offers[o]);
      ranking->n_ranked += !ranking->offers[o].vetoed;
    }
  find_dominance (in, ranking);
  find_leader (ranking);
  if (ranking->leader >= 0)
    {
      find_flip (in, ranking);
      way_smaa_run (in, ranking);
    }
  else
    ranking->flip.criterion = -1;
  ranking->unclear = judge (in, ranking);
  return g_steal_pointer (&ranking);
}
