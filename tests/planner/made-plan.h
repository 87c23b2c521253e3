/* A store with the built-in guide planned: what tests above the planner start from. */
#pragma once

#include "core/guide/library.h"
#include "core/guide/reader.h"
#include "core/planner/draft.h"

#define PLAN_NOW   G_GINT64_CONSTANT (1795420800) /* 2026-11-23T08:00:00Z, a Monday */
#define PLAN_START 20822                          /* 2027-01-04, a Monday */

static inline void
make_plan (WayStore *store, const char *band)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide =
      way_guide_read_built_in_by_slug ("learning-distributed-systems", &error);
  g_autoptr (WayPlanSettings) settings = way_plan_settings_new (PLAN_START, "Europe/Berlin");
  WayGuideMerge merge = { 0 };

  settings->start_date = PLAN_START;
  g_free (settings->band);
  settings->band = g_strdup (band);
  way_library_import (store, guide, PLAN_NOW, &merge, &error);
  g_assert_no_error (error);
  way_plan_settings_save (store, settings, PLAN_NOW, &error);
  g_assert_no_error (error);
  way_plan_follow_guide (store, merge.guide_id, PLAN_NOW, &error);
  g_assert_no_error (error);
  g_autoptr (WayDraft) draft = way_draft_new (store, PLAN_NOW, &error);
  g_assert_no_error (error);
  way_draft_apply (draft, store, PLAN_NOW, &error);
  g_assert_no_error (error);
}
