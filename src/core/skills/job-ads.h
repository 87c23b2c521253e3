/* Job descriptions as they were pasted, and the skills that they name. */
#pragma once

#include "core/skills/matrix.h"

G_BEGIN_DECLS

/* A place where a text names a skill: bytes [from, to) of the text. */
typedef struct
{
  gint64 skill_id;
  guint from, to;
} WayMention;

/* (element-type WayMention) by place, none inside another: of names that overlap the longest wins (transfer full). A
 * name matches as whole words, whatever its case, accents, line breaks and hyphens ("Design of systems" is not "system
 * design"; "CI/CD", "C++" and "Node.js" are words). Pure. @skills: (element-type WaySkill), of which title and synonyms
 * are read. */
GArray *way_mentions_find (const char *text, const GPtrArray *skills);

typedef struct
{
  gint64 id;
  char *title;
  char *text;
  WayDate added_date;
} WayJobAd;

void way_job_ad_free (WayJobAd *ad);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayJobAd, way_job_ad_free)

/* (element-type WayJobAd) newest first. */
GPtrArray *way_job_ads_list (WayStore *store, GError **error);

/* "Add Job Description". @title: "" takes the first line of @text. A text with nothing in it is refused. */
gboolean way_job_ad_add (WayStore *store,
                         const char *title,
                         const char *text,
                         WayDate date,
                         gint64 now_utc,
                         gint64 *id,
                         GError **error);

/* "Remove Job Description" */
gboolean way_job_ad_remove (WayStore *store, gint64 id, gint64 now_utc, GError **error);

G_END_DECLS
