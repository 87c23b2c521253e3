/* A job description as it was pasted, with the skills that it names: marked in the text, and in a list, where the other
 * names of a skill can be changed. */
#pragma once

#include "core/skills/job-ads.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_JOB_AD_PAGE (way_job_ad_page_get_type ())
G_DECLARE_FINAL_TYPE (WayJobAdPage, way_job_ad_page, WAY, JOB_AD_PAGE, AdwBin)

void way_job_ad_page_set_store (WayJobAdPage *self, WayStore *store);

/* @matrix: as it is now; taken. What is chosen and scrolled stays when @ad is the same one. */
void way_job_ad_page_show (WayJobAdPage *self, const WayJobAd *ad, WayMatrix *matrix);

void way_job_ad_page_grab_focus (WayJobAdPage *self);

G_END_DECLS
