/* Criteria to start from: our own, in the person's language. */
#pragma once

#include "core/offers/scorecard.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;    /* "engineering-job" */
  const char *title; /* translated */
  const char *text;  /* what it is for: a sentence, translated */
} WayCriteriaTemplate;

/* Ends with a %NULL id. */
const WayCriteriaTemplate *way_criteria_templates (void);

/* (element-type WayCriterionRow) %NULL: there is no such template (transfer full). */
GPtrArray *way_criteria_template_rows (const char *id);

G_END_DECLS
