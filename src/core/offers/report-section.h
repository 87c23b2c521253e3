/* What a report is made of: sections with sentences, a table and a chart, as text. */
#pragma once

#include "core/offers/report.h"

G_BEGIN_DECLS

/* A total and what it is made of. */
typedef struct
{
  char *label;
  double
      *parts; /* 0…1; by column of the table behind the first; they add up to the total at most */
} WayReportBar;

typedef struct
{
  char *title;
  GPtrArray *lines; /* of char *: sentences above the table */
  GPtrArray
      *rows;     /* of char **: the heading and what is under it, of one length; empty: no table */
  guint n_texts; /* columns from the start that hold text; the others hold numbers */
  GPtrArray *bars;     /* of WayReportBar; empty: no chart */
  guint n_parts;       /* of each bar */
  gboolean has_ranges; /* the bars are the middle of some */
} WayReportSection;

typedef struct
{
  char *title;
  char *subtitle; /* the day */
  GPtrArray *
      sections; /* of WayReportSection; the first has no title and no table: what comes out of it all */
} WayReportModel;

/* Without a section. */
WayReportModel *way_report_model_empty (void);
void way_report_model_free (WayReportModel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayReportModel, way_report_model_free)

G_END_DECLS
