/* All weightings: the gaps between sorted uniform numbers are uniform on the simplex (Devroye, "Non-Uniform
 * Random Variate Generation", 1986, section V.2).
 *
 * Weightings within ranges: with w = low + v, v is uniform on the slice of the box 0 ≤ v ≤ room on which v adds up
 * to what the low ends leave. Numbers drawn on their own from densities ∝ exp(-λv) on [0, room] are uniform on
 * that slice whatever λ is, for their joint density depends on their sum alone. So all but the one with the
 * most room are drawn, that one is what is missing, and it is kept with the probability that its own density
 * gives it. This is exact; λ only says how often it must be tried, and is chosen so that the sum is right in
 * the mean. Then the density of the sum, log-concave, is at least 1/(e√12 σ) at its mean, and the one with the
 * most room has at least 1/m of the variance: of m numbers, fewer than 10√m tries are needed in the mean, where
 * rejection from the whole simplex would need exponentially many. */
#include "core/offers/weighting.h"

#include <math.h>
#include <string.h>

typedef enum
{
  EXACT,
  RANGES,
  ANY,
} Kind;

struct _WayWeighting
{
  Kind kind;
  guint n;
  double *shares; /* as they are */

  /* The numbers to draw; one criterion each, and last the weights without a range, if there are some. */
  guint m;
  double *low, *room, *drawn;
  int *criterion; /* -1: the weights without a range */
  double exact;   /* what these have together */
  guint widest;
  double left; /* what the low ends leave */
  double tilt; /* λ */
};

/* Below this the slopes of the densities do not matter, and numbers need no logarithms. */
#define FLAT 1e-6

static void
add_number (WayWeighting *w, int criterion, double low, double high)
{
  w->criterion[w->m] = criterion;
  w->low[w->m] = low;
  w->room[w->m] = high - low;
  w->left -= low;
  if (w->room[w->m] > w->room[w->widest])
    w->widest = w->m;
  w->m++;
}

/* The mean of the density ∝ exp(-@tilt v) on [0, @room]. */
static double
tilted_mean (double tilt, double room)
{
  if (fabs (tilt * room) < FLAT)
    return room / 2 - tilt * room * room / 12;
  return 1 / tilt - room / expm1 (tilt * room);
}

/* Whether without a tilt the sum is right within half of its deviation, which costs few tries and saves the
 * logarithms. */
static gboolean
is_nearly_level (const WayWeighting *w, double room)
{
  double variance = 0;

  for (guint k = 0; k < w->m; k++)
    variance += w->room[k] * w->room[k] / 12;
  return fabs (room / 2 - w->left) <= sqrt (variance) / 2;
}

/* The sum of the means falls in λ, and is below m/λ: so the root is between these ends. */
static double
find_tilt (const WayWeighting *w, double room)
{
  if (is_nearly_level (w, room))
    return 0;
  double low = -(double) w->m / (room - w->left), high = (double) w->m / w->left;

  for (int i = 0; i < 100; i++)
    {
      double middle = (low + high) / 2, mean = 0;
      for (guint k = 0; k < w->m; k++)
        mean += tilted_mean (middle, w->room[k]);
      if (mean > w->left)
        low = middle;
      else
        high = middle;
    }
  return fabs (low) * w->room[w->widest] < FLAT ? 0 : low;
}

static void
prepare_ranges (WayWeighting *w, const WayCriterion *criteria)
{
  double sum = 0, room = 0;

  w->left = 1;
  for (guint i = 0; i < w->n; i++)
    sum += criteria[i].weight;
  for (guint i = 0; i < w->n; i++)
    {
      WayRange range = criteria[i].weight_range;
      if (way_range_is_blank (range) || way_range_is_exact (range))
        w->exact += w->shares[i];
      else
        add_number (w, (int) i, range.low / sum, MIN (range.high / sum, 1));
    }
  if (w->exact > 0)
    add_number (w, -1, 0, 1);
  for (guint k = 0; k < w->m; k++)
    room += w->room[k];
  /* Weights that are all at the same end of their ranges are the only ones. */
  if (w->m < 2 || w->left < FLAT || room - w->left < FLAT)
    return;
  w->kind = RANGES;
  w->tilt = find_tilt (w, room);
}

WayWeighting *
way_weighting_new (const WayCriterion *criteria, guint n, const double *shares, gboolean any)
{
  WayWeighting *w = g_new0 (WayWeighting, 1);

  w->n = n;
  w->shares = g_memdup2 (shares, n * sizeof *shares);
  w->low = g_new0 (double, n + 1);
  w->room = g_new0 (double, n + 1);
  w->drawn = g_new0 (double, n + 1);
  w->criterion = g_new0 (int, n + 1);
  if (any && n > 1)
    w->kind = ANY;
  else
    prepare_ranges (w, criteria);
  return w;
}

void
way_weighting_free (WayWeighting *weighting)
{
  if (weighting == NULL)
    return;
  g_free (weighting->shares);
  g_free (weighting->low);
  g_free (weighting->room);
  g_free (weighting->drawn);
  g_free (weighting->criterion);
  g_free (weighting);
}

gboolean
way_weighting_is_exact (const WayWeighting *weighting)
{
  return weighting->kind == EXACT;
}

static void
draw_any (WayWeighting *w, WayRandom *random, double *shares)
{
  double *sorted = w->drawn;
  guint n = w->n - 1;

  for (guint i = 0; i < n; i++)
    {
      double it = way_random_unit (random);
      guint k = i;
      for (; k > 0 && sorted[k - 1] > it; k--)
        sorted[k] = sorted[k - 1];
      sorted[k] = it;
    }
  shares[0] = sorted[0];
  for (guint i = 1; i < n; i++)
    shares[i] = sorted[i] - sorted[i - 1];
  shares[n] = 1 - sorted[n - 1];
}

static double
draw_tilted (WayRandom *random, double tilt, double room)
{
  double unit = way_random_unit (random);

  if (fabs (tilt * room) < FLAT)
    return unit * room;
  /* The mirror of a falling density rises; this way nothing overflows. */
  double fallen = -log1p (unit * expm1 (-fabs (tilt) * room)) / fabs (tilt);
  return tilt > 0 ? fallen : room - fallen;
}

static gboolean
keeps (const WayWeighting *w, WayRandom *random, double last)
{
  double room = w->room[w->widest];

  if (!(last >= 0 && last <= room))
    return FALSE;
  if (w->tilt == 0)
    return TRUE;
  return way_random_unit (random) < exp (-w->tilt * (w->tilt > 0 ? last : last - room));
}

static void
draw_within (WayWeighting *w, WayRandom *random, double *shares)
{
  double last;

  do
    {
      last = w->left;
      for (guint k = 0; k < w->m; k++)
        if (k != w->widest)
          last -= w->drawn[k] = draw_tilted (random, w->tilt, w->room[k]);
    }
  while (!keeps (w, random, last));
  w->drawn[w->widest] = last;
  double scale = w->exact > 0 ? w->drawn[w->m - 1] / w->exact : 0;
  for (guint i = 0; i < w->n; i++)
    shares[i] = w->shares[i] * scale;
  for (guint k = 0; k < w->m; k++)
    if (w->criterion[k] >= 0)
      shares[w->criterion[k]] = w->low[k] + w->drawn[k];
}

void
way_weighting_draw (WayWeighting *weighting, WayRandom *random, double *shares)
{
  switch (weighting->kind)
    {
    case ANY:
      draw_any (weighting, random, shares);
      break;
    case RANGES:
      draw_within (weighting, random, shares);
      break;
    case EXACT:
    default:
      memcpy (shares, weighting->shares, weighting->n * sizeof *shares);
    }
}
