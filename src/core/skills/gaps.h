/* The gaps, the one that matters most first: gap × how often interviews ask for the skill × how often job descriptions
 * do (the guide's Map phase: "gap list ranked by interview + job frequency"). */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

typedef struct
{
  const WaySkill *skill;
  int gap;
  int interview_percent; /* %WAY_SKILL_UNKNOWN */
  int ad_percent;        /* %WAY_SKILL_UNKNOWN */
  double priority; /* gap × interview × ad, both as shares; NAN where one of them is not known */
} WaySkillGap;

/* (element-type WaySkillGap) the skills with a gap over 0 (transfer full): those with a priority first, the largest
 * first; then those without one, the largest gap first. Ties stay in the order of the matrix. Pure; valid as long as
 * @matrix is. */
GArray *way_skill_gaps (const WayMatrix *matrix);

/* "3 × 40 % × 60 % = 0.72"; where a share is not known it says so (transfer full). */
char *way_skill_gap_arithmetic (const WaySkillGap *gap);

G_END_DECLS
