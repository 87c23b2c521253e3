/* What a person does to the skill matrix; each is one action that can be undone. %WAY_ERROR_INVALID for what breaks a
 * rule, %WAY_ERROR_NOT_FOUND for a skill that is gone. */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* "Score Skill" ("Clear Score" for a blank). @rater: "" the person. @date: when the skill was looked at. A score that is
 * the same as the last one of that rater on another day is a new score: it was looked at again. */
gboolean way_skill_set_score (WayStore *store,
                              gint64 skill_id,
                              const char *rater,
                              int score,
                              WayDate date,
                              gint64 now_utc,
                              GError **error);

/* "Set Target": for the role and band that are chosen now. Others keep theirs. */
gboolean way_skill_set_target (WayStore *store,
                               gint64 skill_id,
                               int target,
                               WayDate date,
                               gint64 now_utc,
                               GError **error);

/* The texts of a skill and how often it is asked for. */
typedef struct
{
  const char *title; /* of an own skill; ignored for a guide's */
  const char *group; /* "": the guide's, or that of own skills */
  const char *gap_action;
  const char *note;
  const char *synonyms;  /* one a line */
  int interview_percent; /* %WAY_SKILL_UNKNOWN */
  int ad_percent;        /* %WAY_SKILL_UNKNOWN: counted */
} WaySkillTexts;

/* "Change Skill" */
gboolean way_skill_change (WayStore *store,
                           gint64 skill_id,
                           const WaySkillTexts *texts,
                           gint64 now_utc,
                           GError **error);

/* "Add Skill": one of the person's own. A title that an own skill has already is refused. @id: (out) (optional) */
gboolean way_skill_add (WayStore *store,
                        const WaySkillTexts *texts,
                        gint64 now_utc,
                        gint64 *id,
                        GError **error);

/* "Remove Skill": only an own one. */
gboolean way_skill_remove (WayStore *store, gint64 skill_id, gint64 now_utc, GError **error);

/* "Move Skill": puts it before @before_id, in the group of that one; 0: at the end of its own group. */
gboolean
way_skill_move (WayStore *store, gint64 skill_id, gint64 before_id, gint64 now_utc, GError **error);

G_END_DECLS
