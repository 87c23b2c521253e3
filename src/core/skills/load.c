/* The matrix as the store has it on a day. One query for each table, whatever the number of skills: the rows come in
 * the order in which a later one takes the place of an earlier one. */
#include "core/skills/private.h"
#include "core/store/statement.h"

/* Guides whose skills are shown: the followed ones, or all while there is no plan. */
#define SHOWN "(NOT EXISTS (SELECT 1 FROM plan) OR id IN (SELECT guide_id FROM plan_guide))"

/* A skill, and what it is sorted by. */
typedef struct
{
  WaySkill *skill;
  int rank; /* of its heading */
  gint64 place;
  guint index; /* in the order of the guides */
} Row;

static WaySkill *
read_skill (WayStatement *s, gboolean several_guides)
{
  WaySkill *skill = way_skill_new ();
  const char *group = way_statement_text (s, 7);

  skill->id = way_statement_int (s, 0);
  skill->guide_id = way_statement_int (s, 1);
  skill->kind = way_skill_kind_from_string (way_statement_text (s, 2));
  skill->key = g_strdup (way_statement_text (s, 3));
  skill->title = g_strdup (way_statement_text (s, 4));
  skill->detail = g_strdup (way_statement_text (s, 5));
  skill->line = (int) way_statement_int (s, 6);
  skill->own_group = *group != '\0';
  skill->group = skill->own_group
                     ? g_strdup (group)
                     : way_skill_default_group (skill->kind,
                                                several_guides ? way_statement_text (s, 15) : NULL);
  skill->score = (int) way_statement_int (s, 8);
  skill->target = (int) way_statement_int (s, 9);
  skill->gap_action = g_strdup (way_statement_text (s, 10));
  skill->note = g_strdup (way_statement_text (s, 11));
  skill->synonyms = g_strdup (way_statement_text (s, 12));
  skill->interview_percent = (int) way_statement_int (s, 13);
  skill->ad_percent_typed = (int) way_statement_int (s, 14);
  return skill;
}

static void
rank_group (GHashTable *ranks, const Row *row)
{
  if (!g_hash_table_contains (ranks, row->skill->group))
    g_hash_table_insert (ranks, row->skill->group,
                         GUINT_TO_POINTER (g_hash_table_size (ranks) + 1));
}

/* Headings of guides, then the person's own in the order of what is first under each, then that of own skills. */
static void
rank_rows (GArray *rows)
{
  g_autoptr (GHashTable) ranks = g_hash_table_new (g_str_hash, g_str_equal);

  for (int pass = 0; pass < 3; pass++)
    for (guint i = 0; i < rows->len; i++)
      {
        const Row *row = &g_array_index (rows, Row, i);
        int of = row->skill->own_group ? 1 : row->skill->kind == WAY_SKILL_OWN ? 2 : 0;
        if (of == pass)
          rank_group (ranks, row);
      }
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);
      row->rank = (int) GPOINTER_TO_UINT (g_hash_table_lookup (ranks, row->skill->group));
    }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *x = a, *y = b;

  if (x->rank != y->rank)
    return x->rank - y->rank;
  if (x->place != y->place)
    return (x->place > y->place) - (x->place < y->place);
  return (x->index > y->index) - (x->index < y->index);
}

GPtrArray *
way_skills_load_rows (WayStore *store, GError **error)
{
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func ((GDestroyNotify) way_skill_free);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (WayStatement) s = way_statement_new (
      store, "WITH shown AS (SELECT id, title FROM guide WHERE " SHOWN ") "
             "SELECT s.id, ifnull (s.guide_id, 0), s.kind, s.key, s.title, s.detail, s.line, "
             "s.group_name, ifnull (s.current, 0), ifnull (s.target, 0), s.gap_action, s.note, "
             "s.synonyms, ifnull (s.interview_percent, -1), ifnull (s.ad_percent, -1), g.title, "
             "s.place, (SELECT count (*) FROM shown) > 1 "
             "FROM skill s LEFT JOIN shown g ON g.id = s.guide_id "
             "WHERE s.guide_id IS NULL OR g.id IS NOT NULL "
             "ORDER BY s.guide_id IS NULL, g.title, g.id, s.kind, s.position, s.id");

  while (way_statement_step (s))
    {
      Row row = { .skill = read_skill (s, way_statement_int (s, 17) != 0), .index = rows->len };
      row.place = way_statement_is_null (s, 16) ? G_MAXINT64 : way_statement_int (s, 16);
      g_array_append_val (rows, row);
      g_ptr_array_add (skills, row.skill);
    }
  if (!way_statement_finish (s, error))
    return NULL;
  rank_rows (rows);
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    skills->pdata[i] = g_array_index (rows, Row, i).skill;
  return g_steal_pointer (&skills);
}

/* The role and the band that are chosen, with what their guide calls them. */
static gboolean
load_choice (WayStore *store, WayMatrix *matrix, GError **error)
{
#define TITLE(kind, column)                                                                        \
  "(SELECT i.title FROM guide_item i JOIN plan_guide f ON f.guide_id = i.guide_id "                \
  "JOIN guide g ON g.id = i.guide_id WHERE i.kind = '" kind "' AND i.key = plan." column           \
  " ORDER BY g.title, g.id LIMIT 1)"
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT role, band, " TITLE ("role-emphasis", "role") ", " TITLE (
                                    "band", "band") " FROM plan");
#undef TITLE
  gboolean any = way_statement_step (s);

  matrix->role = g_strdup (any ? way_statement_text (s, 0) : "");
  matrix->band = g_strdup (any ? way_statement_text (s, 1) : "");
  matrix->role_title = g_strdup (any ? way_statement_text (s, 2) : "");
  matrix->band_title = g_strdup (any ? way_statement_text (s, 3) : "");
  return way_statement_finish (s, error);
}

/* Steps to the next row that is of a skill in @by_id, which goes to @skill; rows of a skill follow one another. */
static gboolean
next_row (WayStatement *s, GHashTable *by_id, WaySkill **skill)
{
  while (way_statement_step (s))
    {
      gint64 id = way_statement_int (s, 0);
      if (*skill == NULL || (*skill)->id != id)
        *skill = g_hash_table_lookup (by_id, &id);
      if (*skill != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
put_rating (WaySkill *skill, const char *rater, int score, WayDate date)
{
  WaySkillRating *rating = NULL;

  for (guint i = 0; i < skill->ratings->len && rating == NULL; i++)
    {
      WaySkillRating *it = g_ptr_array_index (skill->ratings, i);
      if (g_str_equal (it->rater, rater))
        rating = it;
    }
  if (rating == NULL)
    {
      rating = g_new0 (WaySkillRating, 1);
      rating->rater = g_strdup (rater);
      g_ptr_array_add (skill->ratings, rating);
    }
  rating->score = score;
  rating->date = date;
}

static gboolean
load_scores (WayStore *store, const WayMatrix *matrix, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT skill_id, rater, score, set_date FROM skill_score WHERE set_date <= ?1 "
             "ORDER BY skill_id, set_date, set_utc, id");
  WaySkill *skill = NULL;

  way_statement_bind (s, "i", (gint64) matrix->date);
  while (next_row (s, by_id, &skill))
    {
      const char *rater = way_statement_text (s, 1);
      int score = (int) way_statement_int (s, 2);
      WayDate date = way_statement_date (s, 3);
      if (*rater != '\0')
        {
          put_rating (skill, rater, score, date);
          continue;
        }
      skill->score = score;
      skill->score_date = score != WAY_SKILL_BLANK ? date : WAY_DATE_NONE;
    }
  return way_statement_finish (s, error);
}

/* The narrower a target is, the later it comes: for the role and band, the role, the band, whatever they are. */
static gboolean
load_targets (WayStore *store, const WayMatrix *matrix, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s = way_statement_new (
      store, "SELECT skill_id, target FROM skill_target WHERE set_date <= ?1 "
             "AND role IN ('', ?2) AND band IN ('', ?3) "
             "ORDER BY skill_id, (role <> '') * 2 + (band <> ''), set_date, set_utc, id");
  WaySkill *skill = NULL;

  way_statement_bind (s, "iss", (gint64) matrix->date, matrix->role, matrix->band);
  while (next_row (s, by_id, &skill))
    skill->target = (int) way_statement_int (s, 1);
  return way_statement_finish (s, error);
}

static gboolean
is_recent (WayDate date, WayDate today)
{
  return date <= today && way_date_add_months (date, WAY_SKILL_STALE_MONTHS) >= today;
}

static WaySkillProof
proof_of (const char *kind)
{
  if (g_str_equal (kind, "drill"))
    return WAY_SKILL_PRACTISED;
  return g_str_equal (kind, "artifact") ? WAY_SKILL_SHOWN : WAY_SKILL_CONFIRMED;
}

static gboolean
load_evidence (WayStore *store, const WayMatrix *matrix, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT skill_id, kind, made_date FROM skill_evidence "
                                "WHERE made_date <= ?1 ORDER BY skill_id");
  WaySkill *skill = NULL;

  way_statement_bind (s, "i", (gint64) matrix->date);
  while (next_row (s, by_id, &skill))
    if (is_recent (way_statement_date (s, 2), matrix->date))
      skill->proof = MAX (skill->proof, proof_of (way_statement_text (s, 1)));
  return way_statement_finish (s, error);
}

static gboolean
load_work (WayStore *store, GHashTable *by_id, GError **error)
{
  g_autoptr (WayStatement) s =
      way_statement_new (store, "SELECT skill_id, max (id) FROM gap_work GROUP BY skill_id");
  WaySkill *skill = NULL;

  while (next_row (s, by_id, &skill))
    skill->work_id = way_statement_int (s, 1);
  return way_statement_finish (s, error);
}

static int
compare_raters (gconstpointer a, gconstpointer b)
{
  const WaySkillRating *x = *(WaySkillRating *const *) a, *y = *(WaySkillRating *const *) b;

  return g_utf8_collate (x->rater, y->rater);
}

/* What follows from all the rows: ratings that were made blank are none, and how well the score is founded. */
static void
conclude (WaySkill *skill, WayDate today)
{
  for (guint i = skill->ratings->len; i-- > 0;)
    {
      const WaySkillRating *it = g_ptr_array_index (skill->ratings, i);
      if (it->score == WAY_SKILL_BLANK)
        g_ptr_array_remove_index (skill->ratings, i);
      else if (is_recent (it->date, today))
        skill->proof = WAY_SKILL_CONFIRMED;
    }
  g_ptr_array_sort (skill->ratings, compare_raters);
  skill->proof =
      skill->score == WAY_SKILL_BLANK ? WAY_SKILL_NO_SCORE : MAX (skill->proof, WAY_SKILL_SELF);
  skill->stale = skill->score_date != WAY_DATE_NONE && !is_recent (skill->score_date, today);
}

WayMatrix *
way_matrix_load (WayStore *store, WayDate date, GError **error)
{
  g_autoptr (WayMatrix) matrix = g_new0 (WayMatrix, 1);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  matrix->date = date;
  if (!load_choice (store, matrix, error) ||
      (matrix->skills = way_skills_load_rows (store, error)) == NULL)
    return NULL;
  for (guint i = 0; i < matrix->skills->len; i++)
    {
      WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      g_hash_table_insert (by_id, &skill->id, skill);
    }
  if (!load_scores (store, matrix, by_id, error) || !load_targets (store, matrix, by_id, error) ||
      !load_evidence (store, matrix, by_id, error) || !load_work (store, by_id, error) ||
      !way_skills_count_ads (store, matrix->skills, error))
    return NULL;
  for (guint i = 0; i < matrix->skills->len; i++)
    conclude (g_ptr_array_index (matrix->skills, i), date);
  return g_steal_pointer (&matrix);
}
