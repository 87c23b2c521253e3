/* Weights are points that add up to 100; notes say what a 1, a 3 and a 5 are. Nobody's must-haves are known here: there
 * are none. */
#include "core/offers/templates.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const char *title;
  const char *note;
  double weight;
  WayMeasure measure;
  gboolean less_is_better;
  const char *unit;
  WayRange scale; /* of a measured value that is typed */
} Row;

static const Row engineering[] = {
  { N_ ("Pay"), N_ ("Mean pay a year over the years of the scorecard, worked out from the offer."),
    18, WAY_MEASURE_YEARLY, FALSE, "" },
  { N_ ("Guaranteed pay"),
    N_ ("What is promised a year whatever happens: no equity, and of the bonus only what is "
        "assured."),
    7, WAY_MEASURE_GUARANTEED, FALSE, "" },
  { N_ ("Growth"),
    N_ ("1: work you have done before. 3: some of it is new. 5: most of it is new, and somebody "
        "teaches it."),
    16, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Manager"),
    N_ ("1: you could not speak with them, or would not want to again. 3: fine. 5: people you "
        "asked "
        "would work for them again."),
    12, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Team"),
    N_ ("1: you met nobody of the team. 3: you met some, and would learn from one. 5: you would "
        "learn from most."),
    10, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Engineering practice"),
    N_ ("1: releases are feared. 3: tests and reviews, now and then skipped. 5: small changes go "
        "out "
        "daily and outages are written up without blame."),
    8, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Work you can show"),
    N_ ("1: nothing can ever be told of it. 3: it can be told without figures. 5: open source, "
        "talks "
        "or results with numbers."),
    7, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Hours and on-call"),
    N_ ("1: nights and weekends are usual. 3: on-call one week in six, paid. 5: regular hours, "
        "seldom woken."),
    8, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Stability"),
    N_ ("1: money for less than a year. 3: two years, or losses that shrink. 5: it has earned "
        "money for years."),
    7, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Commute"), N_ ("Hours of commuting a year, from the offer."), 7, WAY_MEASURE_COMMUTE, TRUE,
    N_ ("hours") },
};

static const Row remote[] = {
  { N_ ("Pay"), N_ ("Mean pay a year over the years of the scorecard, worked out from the offer."),
    18, WAY_MEASURE_YEARLY, FALSE, "" },
  { N_ ("Guaranteed pay"),
    N_ ("What is promised a year whatever happens: no equity, and of the bonus only what is "
        "assured."),
    7, WAY_MEASURE_GUARANTEED, FALSE, "" },
  { N_ ("Remote in writing"),
    N_ ("1: said in an interview. 3: in the policy, which may change. 5: in the contract, with "
        "your place in it."),
    15, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Hours in common"),
    N_ ("Hours of your working day in which most of the team works, too."),
    8,
    WAY_MEASURE_TYPED,
    FALSE,
    N_ ("hours"),
    { 0, 8 } },
  { N_ ("Work in writing"),
    N_ ("1: decisions are made in calls. 3: notes are kept of them. 5: decisions are made in "
        "documents "
        "that all can read later."),
    11, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Others who are remote"),
    N_ ("1: you would be the only one. 3: about half. 5: all, the leads and managers, too."), 10,
    WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Promotion from afar"),
    N_ ("1: nobody remote was promoted. 3: some were. 5: as many as in the office, shown by "
        "names."),
    9, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Growth"),
    N_ ("1: work you have done before. 3: some of it is new. 5: most of it is new, and somebody "
        "teaches it."),
    10, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Days away"),
    N_ ("Days a year at the office or at meetings elsewhere."),
    5,
    WAY_MEASURE_TYPED,
    TRUE,
    N_ ("days"),
    { 0, 60 } },
  { N_ ("Workplace"),
    N_ ("1: nothing is paid for. 3: a computer. 5: a desk, a chair, the line, and a room nearby if "
        "you want."),
    7, WAY_MEASURE_TYPED, FALSE, "" },
};

static const Row first[] = {
  { N_ ("Mentor"),
    N_ ("1: nobody is named. 3: somebody is, beside their own work. 5: somebody has time for it "
        "each "
        "week, and you met them."),
    20, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("What you will learn"),
    N_ ("1: one task, again and again. 3: several parts of one product. 5: all of it, from the "
        "design "
        "to running it."),
    18, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Reviews of your work"),
    N_ ("1: none. 3: when you ask. 5: every change, by people who explain."), 12, WAY_MEASURE_TYPED,
    FALSE, "" },
  { N_ ("Pay of the first year"), N_ ("All of the first year, worked out from the offer."), 13,
    WAY_MEASURE_FIRST_YEAR, FALSE, "" },
  { N_ ("Guaranteed pay"),
    N_ ("What is promised a year whatever happens: no equity, and of the bonus only what is "
        "assured."),
    7, WAY_MEASURE_GUARANTEED, FALSE, "" },
  { N_ ("Where others went"),
    N_ ("1: those who began there left the field. 3: mixed. 5: within three years they got jobs "
        "you would want."),
    10, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Team"),
    N_ ("1: you met nobody of the team. 3: you met some, and would learn from one. 5: you would "
        "learn from most."),
    8, WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("A permanent contract"),
    N_ ("1: an internship without more. 3: for a year or two. 5: permanent from the start."), 6,
    WAY_MEASURE_TYPED, FALSE, "" },
  { N_ ("Commute"), N_ ("Hours of commuting a year, from the offer."), 6, WAY_MEASURE_COMMUTE, TRUE,
    N_ ("hours") },
};

typedef struct
{
  const char *id, *title, *text;
  const Row *rows;
  guint n_rows;
} Template;

static const Template templates[] = {
  { "engineering-job", N_ ("Engineering Job"),
    N_ ("For a job on site or partly at home: pay, growth, the people and how they work."),
    engineering, G_N_ELEMENTS (engineering) },
  { "remote-first", N_ ("Remote Job"),
    N_ ("For work from home: how firm that is, and whether those far away count as much."), remote,
    G_N_ELEMENTS (remote) },
  { "first-job", N_ ("First Job"),
    N_ ("For the first job in the field: what is learned comes before what is paid."), first,
    G_N_ELEMENTS (first) },
};

const WayCriteriaTemplate *
way_criteria_templates (void)
{
  static WayCriteriaTemplate list[G_N_ELEMENTS (templates) + 1];

  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    list[i] =
        (WayCriteriaTemplate) { templates[i].id, _ (templates[i].title), _ (templates[i].text) };
  return list;
}

static WayCriterionRow *
make_row (const Row *row)
{
  WayCriterionRow *it = way_criterion_row_new ();

  g_free (it->title);
  g_free (it->note);
  g_free (it->unit);
  it->title = g_strdup (_ (row->title));
  it->note = g_strdup (_ (row->note));
  /* gettext of "" is the header of the translations. */
  it->unit = g_strdup (*row->unit != '\0' ? _ (row->unit) : "");
  it->weight = row->weight;
  it->measure = row->measure;
  it->less_is_better = row->less_is_better;
  if (row->scale.low < row->scale.high)
    it->scale = row->scale;
  return it;
}

GPtrArray *
way_criteria_template_rows (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].id, id))
      {
        GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) way_criterion_row_free);
        for (guint r = 0; r < templates[i].n_rows; r++)
          g_ptr_array_add (rows, make_row (&templates[i].rows[r]));
        return rows;
      }
  return NULL;
}
