/* A skill in the matrix: its title and gap action, the score as steps with the target among them, the gap, how well the
 * score is founded, what others say, and how it came to be. Drawn by itself: a matrix may be long. */
#pragma once

#include "core/skills/history.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_SKILL_ROW (way_skill_row_get_type ())
G_DECLARE_FINAL_TYPE (WaySkillRow, way_skill_row, WAY, SKILL_ROW, GtkWidget)

GtkWidget *way_skill_row_new (void);

/* @skill: stays as it is until the next call. @points: (element-type WaySkillPoint) (nullable): how the score came to be */
void
way_skill_row_set_skill (WaySkillRow *self, const WaySkill *skill, GArray *points, WayDate today);

/* %NULL: none yet. */
const WaySkill *way_skill_row_get_skill (WaySkillRow *self);

/* Where something would be dropped. */
typedef enum
{
  WAY_SKILL_ROW_NO_DROP,
  WAY_SKILL_ROW_DROP_BEFORE,
  WAY_SKILL_ROW_DROP_AFTER,
} WaySkillRowDrop;

void way_skill_row_set_drop (WaySkillRow *self, WaySkillRowDrop drop);

G_END_DECLS
