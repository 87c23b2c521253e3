/* The days on which offers ask for something: to be answered, and decisions to be looked back on. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_OFFER_DAY_ANSWER,    /* the last day to answer an offer that is open */
  WAY_OFFER_DAY_LOOK_BACK, /* to compare what was expected of a decision with what became of it */
} WayOfferDayKind;

/* "answer", "look-back" */
const char *way_offer_day_kind_to_string (WayOfferDayKind kind);

typedef struct
{
  WayOfferDayKind kind;
  gint64 id; /* of the offer or the look back */
  gint64 scorecard_id;
  WayDate due_date;
  char *title; /* "Answer to Acme" */
} WayOfferDay;

void way_offer_day_free (WayOfferDay *day);

/* (element-type WayOfferDay) what is open and due until @until_date or was due before, by day (transfer full). */
GPtrArray *way_offer_days_load (WayStore *store, WayDate until_date, GError **error);

G_END_DECLS
