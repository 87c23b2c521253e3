/* How the matrix came to be what it is: every score and target there ever was. */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 skill_id;
  gboolean is_target;
  char *rater;       /* of a score: "" the person; of a target: "" */
  char *role, *band; /* of a target: keys; "" any */
  int value;         /* %WAY_SKILL_BLANK: it was made blank */
  WayDate date;
  gint64 set_utc;
} WaySkillEvent;

/* (element-type WaySkillEvent) of one skill, or of all for 0, oldest first (transfer full). */
GPtrArray *way_skill_history (WayStore *store, gint64 skill_id, GError **error);

/* The person's own scores of a skill over time, for a sparkline. */
typedef struct
{
  WayDate date;
  int score; /* %WAY_SKILL_BLANK: blank from here on */
} WaySkillPoint;

/* gint64 skill id → GArray of WaySkillPoint by date, at most one a day (the last); skills that were never scored are
 * missing (transfer full). One query, whatever the number of skills. */
GHashTable *way_skill_points (WayStore *store, GError **error);

/* (element-type WayDate) the last days of the quarters from the first score on, oldest first; the quarter of @today ends
 * with @today (transfer full). Empty without scores. */
GArray *way_skill_quarters (WayStore *store, WayDate today, GError **error);

/* "Q1 2027" (transfer full) */
char *way_skill_quarter_label (WayDate date);

G_END_DECLS
