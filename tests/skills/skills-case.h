/* A store with a guide of four areas and three listed skills, followed by a plan. */
#pragma once

#include "core/guide/library.h"
#include "core/guide/reader.h"
#include "core/planner/settings.h"
#include "core/skills/change.h"
#include "fixture.h"

#include <string.h>

#define NOW   ((gint64) 1800000000)
#define TODAY way_date_from_ymd (2027, 1, 15)

/* Takes @guide in, and has the plan follow it; its id. */
static inline gint64
follow_guide (WayStore *store, const WayGuide *guide)
{
  g_autoptr (GError) error = NULL;
  WayGuideMerge merge = { 0 };

  way_library_import (store, guide, NOW, &merge, &error);
  g_assert_no_error (error);
  if (!way_plan_exists (store))
    {
      g_autoptr (WayPlanSettings) settings = way_plan_settings_new (TODAY, "UTC");
      way_plan_settings_save (store, settings, NOW, &error);
      g_assert_no_error (error);
    }
  way_plan_follow_guide (store, merge.guide_id, NOW, &error);
  g_assert_no_error (error);
  return merge.guide_id;
}

static inline gint64
follow_text (WayStore *store, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayGuide) guide = way_guide_read (text, strlen (text), "guide", &error);

  g_assert_no_error (error);
  return follow_guide (store, guide);
}

static inline gint64
follow_built_in (WayStore *store)
{
  g_autoptr (WayGuide) guide =
      way_guide_read_built_in_by_slug ("learning-distributed-systems", NULL);

  return follow_guide (store, guide);
}

static inline void
choose (WayStore *store, const char *role, const char *band)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE plan SET role = '%s', band = '%s'", role, band);

  act (store, "Choose", sql);
}

static inline WayMatrix *
load_on (WayStore *store, WayDate date)
{
  g_autoptr (GError) error = NULL;
  WayMatrix *matrix = way_matrix_load (store, date, &error);

  g_assert_no_error (error);
  return matrix;
}

/* The first skill of that title. */
static inline const WaySkill *
skill_named (const WayMatrix *matrix, const char *title)
{
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      if (g_str_equal (skill->title, title))
        return skill;
    }
  g_assert_not_reached ();
}

static inline gint64
id_of (WayStore *store, const char *title)
{
  g_autoptr (WayMatrix) matrix = load_on (store, TODAY);

  return skill_named (matrix, title)->id;
}

static inline void
score_by (WayStore *store, const char *title, const char *rater, int score, WayDate date)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      way_skill_set_score (store, id_of (store, title), rater, score, date, NOW, &error));
  g_assert_no_error (error);
}

static inline void
score (WayStore *store, const char *title, int value, WayDate date)
{
  score_by (store, title, "", value, date);
}

static inline void
target (WayStore *store, const char *title, int value, WayDate date)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (way_skill_set_target (store, id_of (store, title), value, date, NOW, &error));
  g_assert_no_error (error);
}

static inline gint64
add_own (WayStore *store, const char *title, const char *group)
{
  const WaySkillTexts texts = { .title = title,
                                .group = group,
                                .interview_percent = WAY_SKILL_UNKNOWN,
                                .ad_percent = WAY_SKILL_UNKNOWN };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  way_skill_add (store, &texts, NOW, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* "group: title, title; group: …" (transfer full). */
static inline char *
layout (WayStore *store)
{
  g_autoptr (WayMatrix) matrix = load_on (store, TODAY);
  GString *text = g_string_new (NULL);
  const char *group = NULL;

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      gboolean same = g_strcmp0 (group, skill->group) == 0;
      g_string_append_printf (text, "%s%s%s%s",
                              same    ? ", "
                              : i > 0 ? "; "
                                      : "",
                              same ? "" : skill->group, same ? "" : ": ", skill->title);
      group = skill->group;
    }
  return g_string_free (text, FALSE);
}

static inline int
count_actions (WayStore *store)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT count (*) FROM undo_action WHERE undone = 0");

  g_assert_true (way_statement_step (s));
  return (int) way_statement_int (s, 0);
}

/* The last action is taken back and done again; the data is as before and after it. */
static inline void
assert_undoes (WayStore *store, const char *before)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = dump (store);

  g_assert_cmpstr (before, !=, after);
  g_assert_true (way_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *undone = dump (store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (way_store_redo (store, NULL, &error));
  g_assert_no_error (error);
  g_autofree char *redone = dump (store);
  g_assert_cmpstr (redone, ==, after);
}
