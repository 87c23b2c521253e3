#include "cli/rank-input.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MAX_ID_BYTES 200
/* Of a scale. */
#define MAX_SCORE 1e9
#define MAX_SEED  G_MAXINT32

#define CRITERION(input, i) g_array_index ((input)->criteria, WayCriterion, (i))

static gboolean
read_id (const WayJsonValue *object, GHashTable *known, const char **id, GError **error)
{
  WayJsonValue value = way_json_member (object, "id");

  *id = "";
  if (!way_json_require (&value, error) || !way_json_read_text (&value, id, error))
    return FALSE;
  if (**id == '\0')
    return way_json_fail (&value, error, _ ("the id is empty. Give it a name."));
  if (strlen (*id) > MAX_ID_BYTES)
    return way_json_fail (
        &value, error, _ ("the id is longer than %d bytes. Give it a shorter one."), MAX_ID_BYTES);
  return g_hash_table_insert (known, (gpointer) *id,
                              GUINT_TO_POINTER (g_hash_table_size (known))) ||
         way_json_fail (&value, error, _ ("another one is “%s” already. Give each one its own id."),
                        *id);
}

/* [@low, @high] as a range; @range stays as it is when it is not given. */
static gboolean
read_range (const WayJsonValue *value, double low, double high, WayRange *range, GError **error)
{
  WayJsonValue first, second;
  WayRange read;
  guint n;

  if (!way_json_is_given (value))
    return TRUE;
  if (!way_json_read_list (value, G_MAXUINT, &n, error))
    return FALSE;
  if (n != 2)
    return way_json_fail (value, error, _ ("a low and a high end are expected here, as [3, 5]."));
  first = way_json_element (value, 0);
  second = way_json_element (value, 1);
  if (!way_json_require (&first, error) || !way_json_require (&second, error) ||
      !way_json_read_number (&first, low, high, &read.low, error) ||
      !way_json_read_number (&second, low, high, &read.high, error))
    return FALSE;
  if (read.low > read.high)
    return way_json_fail (value, error, _ ("the low end is above the high one. Exchange them."));
  *range = read;
  return TRUE;
}

static gboolean
read_scale (const WayJsonValue *object, WayCriterion *criterion, GError **error)
{
  WayJsonValue scale = way_json_member (object, "scale"),
               direction = way_json_member (object, "direction"),
               least = way_json_member (object, "must_at_least"),
               most = way_json_member (object, "must_at_most");
  const char *word = "more";

  if (!read_range (&scale, -MAX_SCORE, MAX_SCORE, &criterion->scale, error))
    return FALSE;
  if (way_range_is_exact (criterion->scale))
    return way_json_fail (&scale, error, _ ("the scale has no length. Give two different ends."));
  if (!way_json_read_text (&direction, &word, error))
    return FALSE;
  if (!g_str_equal (word, "more") && !g_str_equal (word, "less"))
    return way_json_fail (&direction, error,
                          _ ("“%s” is not a direction. Give more or less: what is better."), word);
  criterion->less_is_better = g_str_equal (word, "less");
  return way_json_read_number (&least, criterion->scale.low, criterion->scale.high,
                               &criterion->must_at_least, error) &&
         way_json_read_number (&most, criterion->scale.low, criterion->scale.high,
                               &criterion->must_at_most, error);
}

/* A weight that is not given is the middle of its range. When every weighting is plausible, none need be given. */
static gboolean
read_weight (const WayJsonValue *object, gboolean any, WayCriterion *criterion, GError **error)
{
  WayJsonValue weight = way_json_member (object, "weight"),
               range_value = way_json_member (object, "weight_range");
  WayRange *range = &criterion->weight_range;

  if (!read_range (&range_value, 0, WAY_RANK_MAX_WEIGHT, range, error))
    return FALSE;
  if (way_range_is_blank (*range))
    {
      if (!any && !way_json_require (&weight, error))
        return FALSE;
      criterion->weight = NAN;
      return way_json_read_number (&weight, 0, WAY_RANK_MAX_WEIGHT, &criterion->weight, error);
    }
  criterion->weight = way_range_middle (*range);
  return way_json_read_number (&weight, range->low, range->high, &criterion->weight, error);
}

static gboolean
read_criterion (WayOffersInput *input,
                const WayJsonValue *object,
                GHashTable *known,
                GError **error)
{
  WayCriterion criterion = { .weight_range = WAY_RANGE_BLANK,
                             .scale = { WAY_SCORE_LOW, WAY_SCORE_HIGH },
                             .must_at_least = NAN,
                             .must_at_most = NAN };

  if (!way_json_require_object (object, error) || !read_id (object, known, &criterion.id, error) ||
      !read_scale (object, &criterion, error) ||
      !read_weight (object, input->in.any_weights, &criterion, error))
    return FALSE;
  g_array_append_val (input->criteria, criterion);
  return TRUE;
}

/* Weights that need not be given and are not: all count the same. Some of them would mean nothing. */
static gboolean
complete_weights (WayOffersInput *input, const WayJsonValue *list, GError **error)
{
  guint n = input->criteria->len, missing = 0, last = 0;
  g_autofree double *shares = g_new (double, n);

  for (guint i = 0; i < n; i++)
    if (isnan (CRITERION (input, i).weight))
      {
        missing++;
        last = i;
      }
  if (missing > 0 && missing < n)
    {
      WayJsonValue object = way_json_element (list, last),
                   weight = way_json_member (&object, "weight");
      return way_json_fail (&weight, error, _ ("others have a weight. Give all one, or none."));
    }
  for (guint i = 0; missing > 0 && i < n; i++)
    CRITERION (input, i).weight = 1;
  return way_weights_normalize ((const WayCriterion *) input->criteria->data, n, shares) ||
         way_json_fail (list, error, _ ("all weights are 0. Give one that is more."));
}

static gboolean
read_criteria (WayOffersInput *input, const WayJsonValue *root, GHashTable *known, GError **error)
{
  WayJsonValue list = way_json_member (root, "criteria");
  guint n;

  if (!way_json_require (&list, error) ||
      !way_json_read_list (&list, WAY_RANK_MAX_CRITERIA, &n, error))
    return FALSE;
  if (n == 0)
    return way_json_fail (&list, error, _ ("there is no criterion. Add one."));
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (&list, i);
      if (!read_criterion (input, &object, known, error))
        return FALSE;
    }
  return complete_weights (input, &list, error);
}

static gboolean
read_score (const WayCriterion *criterion,
            const WayJsonValue *value,
            WayRange *score,
            GError **error)
{
  double exact;

  if (!way_json_is_given (value))
    return TRUE;
  if (JSON_NODE_HOLDS_ARRAY (value->node))
    return read_range (value, criterion->scale.low, criterion->scale.high, score, error);
  if (!way_json_read_number (value, criterion->scale.low, criterion->scale.high, &exact, error))
    return FALSE;
  *score = (WayRange) { exact, exact };
  return TRUE;
}

/* @row: blank */
static gboolean
read_scores (WayOffersInput *input,
             const WayJsonValue *object,
             GHashTable *criteria,
             WayRange *row,
             GError **error)
{
  WayJsonValue scores = way_json_member (object, "scores");

  if (!way_json_is_given (&scores))
    return TRUE;
  if (!way_json_require_object (&scores, error))
    return FALSE;
  g_autoptr (GList) names = json_object_get_members (json_node_get_object (scores.node));
  for (GList *l = names; l != NULL; l = l->next)
    {
      WayJsonValue value = way_json_member (&scores, l->data);
      gpointer number;
      if (!g_hash_table_lookup_extended (criteria, l->data, NULL, &number))
        return way_json_fail (&value, error,
                              _ ("there is no such criterion. Correct the id or add it."));
      guint c = GPOINTER_TO_UINT (number);
      if (!read_score (&CRITERION (input, c), &value, &row[c], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_offers (WayOffersInput *input, const WayJsonValue *root, GHashTable *criteria, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  WayJsonValue list = way_json_member (root, "offers");
  guint n, n_criteria = input->criteria->len;

  if (!way_json_require (&list, error) ||
      !way_json_read_list (&list, WAY_RANK_MAX_OFFERS, &n, error))
    return FALSE;
  if (n == 0)
    return way_json_fail (&list, error, _ ("there is no offer. Add one."));
  g_array_set_size (input->scores, n * n_criteria);
  for (guint i = 0; i < n * n_criteria; i++)
    g_array_index (input->scores, WayRange, i) = WAY_RANGE_BLANK;
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (&list, i);
      const char *id;
      if (!way_json_require_object (&object, error) || !read_id (&object, known, &id, error) ||
          !read_scores (input, &object, criteria,
                        &g_array_index (input->scores, WayRange, i * n_criteria), error))
        return FALSE;
      g_ptr_array_add (input->offers, (gpointer) id);
    }
  return TRUE;
}

static gboolean
read_options (WayOffersInput *input, const WayJsonValue *root, GError **error)
{
  WayJsonValue weights = way_json_member (root, "weights"),
               samples_value = way_json_member (root, "samples"),
               seed_value = way_json_member (root, "seed"),
               lead = way_json_member (root, "margin_needed"),
               share = way_json_member (root, "share_needed");
  const char *word = NULL;
  int samples = WAY_RANK_SAMPLES, seed = 1;

  if (!way_json_read_text (&weights, &word, error))
    return FALSE;
  if (word != NULL && !g_str_equal (word, "any"))
    return way_json_fail (&weights, error,
                          _ ("“%s” is not known here. Give any, or leave it out and give weights."),
                          word);
  if (!way_json_read_int (&samples_value, 1, WAY_RANK_MAX_SAMPLES, &samples, error) ||
      !way_json_read_int (&seed_value, 0, MAX_SEED, &seed, error) ||
      !way_json_read_number (&lead, 0, 1, &input->in.lead_needed, error) ||
      !way_json_read_number (&share, 0, 1, &input->in.share_needed, error))
    return FALSE;
  input->in.any_weights = word != NULL;
  input->in.samples = (guint) samples;
  input->in.seed = (guint64) seed;
  return TRUE;
}

WayOffersInput *
way_rank_input_read (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (WayOffersInput) input = g_new0 (WayOffersInput, 1);
  g_autoptr (GHashTable) criteria = g_hash_table_new (g_str_hash, g_str_equal);
  WayJsonValue root;

  input->criteria = g_array_new (FALSE, FALSE, sizeof (WayCriterion));
  input->offers = g_ptr_array_new ();
  input->scores = g_array_new (FALSE, FALSE, sizeof (WayRange));
  input->in.lead_needed = WAY_RANK_LEAD;
  input->in.share_needed = WAY_RANK_SHARE;
  input->document = way_json_parse (data, length, name, &root, error);
  if (input->document == NULL || !way_json_require_object (&root, error) ||
      !read_options (input, &root, error) || !read_criteria (input, &root, criteria, error) ||
      !read_offers (input, &root, criteria, error))
    return NULL;
  input->in.criteria = (const WayCriterion *) input->criteria->data;
  input->in.n_criteria = input->criteria->len;
  input->in.scores = (const WayRange *) input->scores->data;
  input->in.n_offers = input->offers->len;
  return g_steal_pointer (&input);
}

void
way_rank_input_free (WayOffersInput *input)
{
  if (input == NULL)
    return;
  g_clear_object (&input->document);
  g_array_unref (input->criteria);
  g_ptr_array_unref (input->offers);
  g_array_unref (input->scores);
  g_free (input);
}
