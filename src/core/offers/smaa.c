/* Stochastic multicriteria acceptability analysis: SMAA (Lahdelma, Hokkanen, Salminen, European Journal of
 * Operational Research 106, 1998) with the rank acceptabilities of SMAA-2 (Lahdelma, Salminen, Operations
 * Research 49, 2001). Weightings and uncertain scores are drawn; how often an offer has a rank is its acceptability
 * for that rank, the mean of the weightings that put it first its central weights, and how often it is first
 * with these its confidence factor.
 *
 * Offers that tie share their ranks evenly, so that acceptabilities add up to 1 for each offer and each rank. */
#include "core/offers/smaa.h"

#include "core/offers/weighting.h"

#include <math.h>
#include <string.h>

/* A value that is drawn anew for each sample. */
typedef struct
{
  guint cell;
  WayRange value;
} Uncertain;

typedef struct
{
  guint n_criteria;
  guint n; /* offers that are ranked */
  guint *offers;
  double *
      values; /* a row of offers for each criterion: so the innermost loop is one of the machine's vectors */
  GArray *uncertain; /* of Uncertain */
  double *shares;
  double *totals;
  guint *above, *level; /* offers with more, and with the same including the offer itself */
  double *counts;       /* a row of ranks for each offer */
  double *central;      /* a row of criteria for each offer: sums */
} Sampler;

static void
sampler_init (Sampler *s, const WayRankInput *in, const WayRanking *ranking)
{
  gsize n = ranking->n_ranked, cells = n * in->n_criteria;

  *s = (Sampler) { .n_criteria = in->n_criteria };
  s->offers = g_new (guint, n);
  s->values = g_new (double, cells);
  s->uncertain = g_array_new (FALSE, FALSE, sizeof (Uncertain));
  s->shares = g_new (double, in->n_criteria);
  s->totals = g_new (double, n);
  s->above = g_new (guint, n);
  s->level = g_new (guint, n);
  s->counts = g_new0 (double, n *n);
  s->central = g_new0 (double, cells);
  for (guint o = 0; o < in->n_offers; o++)
    if (!ranking->offers[o].vetoed)
      s->offers[s->n++] = o;
  for (guint c = 0; c < in->n_criteria; c++)
    for (guint i = 0; i < s->n; i++)
      {
        WayRange score = in->scores[(gsize) s->offers[i] * in->n_criteria + c];
        Uncertain it = { c * s->n + i, way_value (&in->criteria[c], score) };
        s->values[it.cell] = it.value.low;
        if (!way_range_is_exact (it.value))
          g_array_append_val (s->uncertain, it);
      }
}

static void
sampler_clear (Sampler *s)
{
  g_free (s->offers);
  g_free (s->values);
  g_array_unref (s->uncertain);
  g_free (s->shares);
  g_free (s->totals);
  g_free (s->above);
  g_free (s->level);
  g_free (s->counts);
  g_free (s->central);
}

static void
draw_values (Sampler *s, WayRandom *random)
{
  for (guint i = 0; i < s->uncertain->len; i++)
    {
      const Uncertain *it = &g_array_index (s->uncertain, Uncertain, i);
      s->values[it->cell] =
          it->value.low + way_random_unit (random) * (it->value.high - it->value.low);
    }
}

/* Totals that differ by rounding alone are ties: adding and taking away 4096 leaves multiples of 2⁻⁴⁰. */
static void
add_totals (const Sampler *s, const double *shares)
{
  double *restrict totals = s->totals;
  guint n = s->n;

  memset (totals, 0, n * sizeof *totals);
  for (guint c = 0; c < s->n_criteria; c++)
    {
      const double *restrict row = s->values + (gsize) c * n;
      double share = shares[c];
      for (guint i = 0; i < n; i++)
        totals[i] += share * row[i];
    }
  for (guint i = 0; i < n; i++)
    totals[i] = (totals[i] + 4096) - 4096;
}

static guint
count_level (const Sampler *s, double total)
{
  guint level = 0;

  for (guint i = 0; i < s->n; i++)
    level += s->totals[i] == total;
  return level;
}

static void
find_ranks (Sampler *s)
{
  const double *restrict totals = s->totals;
  guint pairs = 0;

  for (guint i = 0; i < s->n; i++)
    {
      gint64 above = 0; /* as wide as what is compared, for the machine's vectors */
      double own = totals[i];
      for (guint k = 0; k < s->n; k++)
        above += totals[k] > own;
      s->above[i] = (guint) above;
      pairs += (guint) above;
    }
  /* Of each two offers one is above the other, but where they tie. */
  gboolean ties = pairs != s->n * (s->n - 1) / 2;
  for (guint i = 0; i < s->n; i++)
    s->level[i] = ties ? count_level (s, totals[i]) : 1;
}

static void
count_sample (Sampler *s)
{
  for (guint i = 0; i < s->n; i++)
    {
      double part = 1.0 / s->level[i];
      for (guint r = s->above[i]; r < s->above[i] + s->level[i]; r++)
        s->counts[(gsize) i * s->n + r] += part;
      for (guint c = 0; s->above[i] == 0 && c < s->n_criteria; c++)
        s->central[(gsize) i * s->n_criteria + c] += part * s->shares[c];
    }
}

static void
read_shares (const Sampler *s, guint samples, WayRanking *ranking)
{
  for (guint i = 0; i < s->n; i++)
    {
      WayRankedOffer *it = &ranking->offers[s->offers[i]];
      double first = s->counts[(gsize) i * s->n];
      for (guint r = 0; r < s->n; r++)
        it->acceptability[r] = s->counts[(gsize) i * s->n + r] / samples;
      it->is_ever_first = first > 0;
      for (guint c = 0; it->is_ever_first && c < s->n_criteria; c++)
        it->central[c] = s->central[(gsize) i * s->n_criteria + c] / first;
    }
}

/* A tenth of the samples is enough for each offer, and half of them for all: with exact scores one says all. */
static guint
confidence_samples (const Sampler *s, guint samples, const WayRankedOffer *offers)
{
  guint firsts = 0;

  if (s->uncertain->len == 0)
    return 1;
  for (guint i = 0; i < s->n; i++)
    firsts += offers[s->offers[i]].is_ever_first;
  guint each = samples / (2 * MAX (firsts, 1));
  return CLAMP (each, 1, (samples + 9) / 10);
}

static void
find_confidence (Sampler *s, WayRandom *random, guint samples, WayRankedOffer *offers)
{
  guint n = confidence_samples (s, samples, offers);

  for (guint i = 0; i < s->n; i++)
    {
      WayRankedOffer *it = &offers[s->offers[i]];
      double first = 0;
      for (guint k = 0; it->is_ever_first && k < n; k++)
        {
          guint above = 0;
          draw_values (s, random);
          add_totals (s, it->central);
          for (guint other = 0; other < s->n; other++)
            above += s->totals[other] > s->totals[i];
          first += above == 0 ? 1.0 / count_level (s, s->totals[i]) : 0;
        }
      it->confidence = first / n;
      it->confidence_from = n;
    }
}

void
way_smaa_run (const WayRankInput *in, WayRanking *ranking)
{
  g_autoptr (WayWeighting) weighting =
      way_weighting_new (in->criteria, in->n_criteria, ranking->shares, in->any_weights);
  WayRandom random;
  Sampler s;

  way_random_init (&random, in->seed);
  sampler_init (&s, in, ranking);
  for (guint k = 0; k < in->samples; k++)
    {
      way_weighting_draw (weighting, &random, s.shares);
      draw_values (&s, &random);
      add_totals (&s, s.shares);
      find_ranks (&s);
      count_sample (&s);
    }
  read_shares (&s, in->samples, ranking);
  find_confidence (&s, &random, in->samples, ranking->offers);
  sampler_clear (&s);
}
