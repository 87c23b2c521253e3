/* xoshiro256++ of Blackman and Vigna ("Scrambled Linear Pseudorandom Number Generators", ACM TOMS 47, 2021),
 * seeded by their SplitMix64: the same seed gives the same numbers on every machine and in every version. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 state[4];
} WayRandom;

void way_random_init (WayRandom *random, guint64 seed);
guint64 way_random_next (WayRandom *random);

/* Uniform in [0, 1), a multiple of 2⁻⁵³. */
static inline double
way_random_unit (WayRandom *random)
{
  return (double) (way_random_next (random) >> 11) * 0x1p-53;
}

G_END_DECLS
