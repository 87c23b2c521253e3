/* Draws weightings, each as likely as any other of those that are plausible. */
#pragma once

#include "core/offers/random.h"
#include "core/offers/value.h"

G_BEGIN_DECLS

typedef struct _WayWeighting WayWeighting;

/**
 * way_weighting_new:
 * @shares: of the weights as they are, from way_weights_normalize()
 * @any: every weighting on the simplex is plausible, whatever the weights are
 *
 * A weight range is divided by the sum of the weights, as the weights are. Weights without one keep their
 * proportions to each other and share what the ranges leave. Without @any and ranges there is one weighting.
 *
 * Returns: (transfer full): what to draw from
 */
WayWeighting *
way_weighting_new (const WayCriterion *criteria, guint n, const double *shares, gboolean any);
void way_weighting_free (WayWeighting *weighting);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWeighting, way_weighting_free)

/* Whether there is but one weighting. */
gboolean way_weighting_is_exact (const WayWeighting *weighting);

/* @shares: out, as many as there are criteria; they add up to 1. */
void way_weighting_draw (WayWeighting *weighting, WayRandom *random, double *shares);

G_END_DECLS
