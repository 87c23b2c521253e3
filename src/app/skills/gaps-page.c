#include "app/skills/gaps-page.h"

#include "app/skills/gap-row.h"
#include "app/widgets/row-list.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  ROW_RANKED,
  ROW_OPEN, /* how often the skill is asked for is not known */
  ROW_MORE, /* of the ranked */
  ROW_MORE_OPEN,
};

/* Of each kind, at first and with each step: what stands further down matters less, and a row has controls. */
#define STEP 10

/* What a row shows; the skill is one of @skills. */
typedef struct
{
  WaySkillGap gap;
  guint rank;
  guint more; /* how many there are that are not shown */
  GPtrArray *skills;
} Entry;

struct _WayGapsPage
{
  AdwBin parent_instance;

  GPtrArray *skills; /* of WaySkill * */
  GArray *gaps;      /* of WaySkillGap, of @skills */
  guint shown[2];    /* at most: of the ranked, and of the others */
  GListStore *rows;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *nothing;
  GtkWidget *to_matrix;
};

G_DEFINE_FINAL_TYPE (WayGapsPage, way_gaps_page, ADW_TYPE_BIN)

enum
{
  SKILL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void fill (WayGapsPage *self);

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->skills);
  g_free (entry);
}

static GtkWidget *
make_more (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "more");
  return label;
}

static GtkWidget *
make_row (int kind)
{
  return kind == ROW_RANKED || kind == ROW_OPEN ? way_gap_row_new (kind == ROW_OPEN) : make_more ();
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  const Entry *entry = way_row_item_get_data (item);

  if (WAY_IS_GAP_ROW (row))
    {
      way_gap_row_set_gap (WAY_GAP_ROW (row), &entry->gap, entry->rank);
      return;
    }
  g_autofree char *text = g_strdup_printf (
      ngettext ("Show more: there is %u", "Show more: there are %u", entry->more), entry->more);
  gtk_label_set_text (GTK_LABEL (row), text);
}

static void
activate_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayGapsPage *self = user_data;
  int kind = way_row_item_get_kind (item);

  if (kind == ROW_RANKED || kind == ROW_OPEN)
    {
      g_signal_emit (self, signals[SKILL_ACTIVATED], 0, way_row_item_get_id (item));
      return;
    }
  self->shown[kind == ROW_MORE_OPEN] += STEP;
  fill (self);
}

/* Why there are no gaps: the first thing that is missing. */
static void
show_nothing (WayGapsPage *self, const WayMatrix *matrix)
{
  gboolean scores = FALSE, targets = FALSE, both = FALSE;

  for (guint i = 0; i < matrix->skills->len; i++)
    {
      const WaySkill *skill = g_ptr_array_index (matrix->skills, i);
      scores = scores || skill->score != WAY_SKILL_BLANK;
      targets = targets || skill->target != WAY_SKILL_BLANK;
      both = both || way_skill_gap (skill, &(int) { 0 });
    }
  adw_status_page_set_title (self->nothing, both       ? _ ("All Targets Met")
                                            : !scores  ? _ ("Score Your Skills First")
                                            : !targets ? _ ("Set Targets First")
                                                       : _ ("No Skill Has Both Yet"));
  adw_status_page_set_description (
      self->nothing,
      both       ? _ ("No skill that has a score is below its target")
      : !scores  ? _ ("A gap is the target less the score; a skill without a score has none")
      : !targets ? _ ("A gap is the target less the score; a skill without a target has none")
                 : _ ("A gap is the target less the score, of the same skill"));
  gtk_widget_set_visible (self->to_matrix, !both);
}

/* The skill of the row that the keyboard is in; 0: none. */
static gint64
focused_skill (WayGapsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *list = GTK_WIDGET (self->list);

  for (GtkWidget *it = gtk_widget_get_first_child (list); focus != NULL && it != NULL;
       it = gtk_widget_get_next_sibling (it))
    {
      GtkWidget *row = gtk_widget_get_first_child (it);
      if (row != NULL && WAY_IS_GAP_ROW (row) &&
          (focus == it || gtk_widget_is_ancestor (focus, it)))
        return way_gap_row_get_skill (WAY_GAP_ROW (row));
    }
  return 0;
}

/* transfer full */
static Entry *
entry_new (WayGapsPage *self, const WaySkillGap *gap, guint rank)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->gap = *gap;
  entry->rank = rank;
  entry->skills = g_ptr_array_ref (self->skills);
  return entry;
}

/* Appends rows for the gaps from @from to before @to. */
static void
add_rows (WayGapsPage *self,
          GPtrArray *items,
          GPtrArray *entries,
          const GArray *gaps,
          guint from,
          guint to,
          gboolean open)
{
  guint end = MIN (to, from + self->shown[open]);

  if (from == to)
    return;
  g_ptr_array_add (items, way_row_item_new_heading (open ? _ ("Not ranked: frequency not known")
                                                         : _ ("The one that matters most first")));
  for (guint i = from; i < end; i++)
    {
      Entry *entry = entry_new (self, &g_array_index (gaps, WaySkillGap, i), i + 1);
      g_ptr_array_add (entries, entry);
      g_ptr_array_add (items, way_row_item_new (open ? ROW_OPEN : ROW_RANKED, entry->gap.skill->id,
                                                entries, entry));
    }
  if (end == to)
    return;
  Entry *more = entry_new (self, &g_array_index (gaps, WaySkillGap, end), end + 1);
  more->more = to - end;
  g_ptr_array_add (entries, more);
  g_ptr_array_add (items, way_row_item_new (open ? ROW_MORE_OPEN : ROW_MORE, 0, entries, more));
}

static void
fill (WayGapsPage *self)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 focused = focused_skill (self);
  guint n_ranked = 0, n = self->gaps->len;

  while (n_ranked < n && !isnan (g_array_index (self->gaps, WaySkillGap, n_ranked).priority))
    n_ranked++;
  add_rows (self, items, entries, self->gaps, 0, n_ranked, FALSE);
  add_rows (self, items, entries, self->gaps, n_ranked, n, TRUE);
  way_row_items_replace (self->rows, items);
  /* What is known of it now has another place. */
  if (focused != 0 && focused_skill (self) == 0)
    way_gaps_page_focus_skill (self, focused);
}

void
way_gaps_page_show (WayGapsPage *self, const WayMatrix *matrix)
{
  g_ptr_array_ref (matrix->skills);
  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  self->gaps = way_skill_gaps (matrix);
  self->skills = matrix->skills;
  fill (self);
  gtk_stack_set_visible_child_name (self->stack, self->gaps->len > 0 ? "list" : "nothing");
  if (self->gaps->len == 0)
    show_nothing (self, matrix);
}

void
way_gaps_page_focus_skill (WayGapsPage *self, gint64 id)
{
  way_row_list_focus (GTK_WIDGET (self->list), ROW_RANKED, id);
  way_row_list_focus (GTK_WIDGET (self->list), ROW_OPEN, id);
}

static void
way_gaps_page_dispose (GObject *object)
{
  g_clear_object (&WAY_GAPS_PAGE (object)->rows);
  G_OBJECT_CLASS (way_gaps_page_parent_class)->dispose (object);
}

static void
way_gaps_page_finalize (GObject *object)
{
  WayGapsPage *self = WAY_GAPS_PAGE (object);

  g_clear_pointer (&self->gaps, g_array_unref);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  G_OBJECT_CLASS (way_gaps_page_parent_class)->finalize (object);
}

static void
way_gaps_page_class_init (WayGapsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_gaps_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_gaps_page_finalize;
  signals[SKILL_ACTIVATED] = g_signal_new ("skill-activated", WAY_TYPE_GAPS_PAGE, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/gaps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayGapsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WayGapsPage, list);
  gtk_widget_class_bind_template_child (widget_class, WayGapsPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, WayGapsPage, to_matrix);
}

static void
way_gaps_page_init (WayGapsPage *self)
{
  static const WayRowFuncs funcs = { make_row, fill_row, activate_row,
                                     1u << ROW_RANKED | 1u << ROW_OPEN | 1u << ROW_MORE |
                                         1u << ROW_MORE_OPEN };

  self->shown[FALSE] = self->shown[TRUE] = STEP;
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
}
