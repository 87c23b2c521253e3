/* The tables under a timeline on paper: phases with their dates, and what is due. */
#pragma once

#include "app/widgets/paper-table.h"
#include "core/roadmap/roadmap.h"

G_BEGIN_DECLS

/* @reviews: (element-type WayDate) */
WayPaperTable *way_paper_table_of_phases (const WayRoadmap *roadmap);
WayPaperTable *
way_paper_table_of_points (const WayRoadmap *roadmap, const GArray *reviews, WayDate today);

G_END_DECLS
