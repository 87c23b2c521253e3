#include "app/views.h"

#include "app/library/library-view.h"
#include "app/offers/offers-view.h"
#include "app/roadmap/roadmap-view.h"
#include "app/schedule/schedule-view.h"
#include "app/skills/skills-view.h"
#include "app/today/today-view.h"

static GtkWidget *
make_today (WayStore *store)
{
  WayTodayView *view = g_object_new (WAY_TYPE_TODAY_VIEW, NULL);

  way_today_view_set_store (view, store);
  return GTK_WIDGET (view);
}

static GtkWidget *
make_roadmap (WayStore *store)
{
  WayRoadmapView *view = g_object_new (WAY_TYPE_ROADMAP_VIEW, NULL);

  way_roadmap_view_set_store (view, store);
  return GTK_WIDGET (view);
}

static GtkWidget *
make_schedule (WayStore *store)
{
  WayScheduleView *view = g_object_new (WAY_TYPE_SCHEDULE_VIEW, NULL);

  way_schedule_view_set_store (view, store);
  return GTK_WIDGET (view);
}

static GtkWidget *
make_skills (WayStore *store)
{
  WaySkillsView *view = g_object_new (WAY_TYPE_SKILLS_VIEW, NULL);

  way_skills_view_set_store (view, store);
  return GTK_WIDGET (view);
}

static GtkWidget *
make_offers (WayStore *store)
{
  WayOffersView *view = g_object_new (WAY_TYPE_OFFERS_VIEW, NULL);

  way_offers_view_set_store (view, store);
  return GTK_WIDGET (view);
}

static GtkWidget *
make_library (WayStore *store)
{
  WayLibraryView *view = g_object_new (WAY_TYPE_LIBRARY_VIEW, NULL);

  way_library_view_set_store (view, store);
  return GTK_WIDGET (view);
}

GtkWidget *
way_views_make (const char *name, WayStore *store)
{
  static const struct
  {
    const char *name;
    GtkWidget *(*make) (WayStore *store);
  } views[] = {
    { "today", make_today },   { "roadmap", make_roadmap }, { "schedule", make_schedule },
    { "skills", make_skills }, { "offers", make_offers },   { "library", make_library },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_str_equal (views[i].name, name))
      return views[i].make (store);
  return NULL;
}
