/* What is said about a skill, in words. All results but the first are transfer full; "" where there is nothing to say. */
#pragma once

#include "core/skills/gaps.h"
#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* "self only", "practised", "shown", "confirmed"; "" while there is no score */
const char *way_skill_words_proof (WaySkillProof proof);

/* "3", or "blank" */
char *way_skill_words_value (int value);

/* "target 4", or "no target" */
char *way_skill_words_target (const WaySkill *skill);

/* "2 to go", "met"; "no score yet" and "no target" where that is missing */
char *way_skill_words_gap (const WaySkill *skill);

/* "today", "5 days ago", "8 months ago", "2 years ago" */
char *way_skill_words_age (WayDate date, WayDate today);

/* Of the score: "stale, 8 months ago" */
char *way_skill_words_score_age (const WaySkill *skill, WayDate today);

/* Of another one's score: "1 lower", "2 higher", "the same" */
char *way_skill_words_difference (const WaySkill *skill, const WaySkillRating *rating);

/* Of all others: "Ana: 3, 1 lower", "Ana: 3, 1 lower; and 2 more" */
char *way_skill_words_ratings (const WaySkill *skill);

/* All that a row of the matrix shows, but for its title and score: "target 4 · 1 to go · self only, 8 months ago" */
char *way_skill_words_summary (const WaySkill *skill, WayDate today);

/* A row of the matrix for assistive technology. */
char *way_skill_words_row (const WaySkill *skill, WayDate today);

/* "40 %", or "" where it is not known */
char *way_skill_words_percent (int percent);

/* What a person typed: "40", "40 %", "" for %WAY_SKILL_UNKNOWN. %FALSE with %WAY_ERROR_INVALID. */
gboolean way_skill_words_read_percent (const char *text, int *percent, GError **error);

G_END_DECLS
