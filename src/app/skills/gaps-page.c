#include "app/skills/gaps-page.h"

#include "app/skills/gap-row.h"
#include "app/widgets/row-list.h"

#include <glib/gi18n.h>
#include <math.h>

enum
{
  ROW_RANKED,
  ROW_OPEN, /* how often the skill is asked for is not known */
};

/* What a row shows; the skill is one of @skills. */
typedef struct
{
  WaySkillGap gap;
  guint rank;
  GPtrArray *skills;
} Entry;

struct _WayGapsPage
{
  AdwBin parent_instance;

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

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_ptr_array_unref (entry->skills);
  g_free (entry);
}

static GtkWidget *
make_row (int kind)
{
  return way_gap_row_new (kind == ROW_OPEN);
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  const Entry *entry = way_row_item_get_data (item);

  way_gap_row_set_gap (WAY_GAP_ROW (row), &entry->gap, entry->rank);
}

static void
activate_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  g_signal_emit (user_data, signals[SKILL_ACTIVATED], 0, way_row_item_get_id (item));
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

void
way_gaps_page_show (WayGapsPage *self, const WayMatrix *matrix)
{
  g_autoptr (GArray) gaps = way_skill_gaps (matrix);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 focused = focused_skill (self);
  int kind_before = -1;

  for (guint i = 0; i < gaps->len; i++)
    {
      Entry *entry = g_new0 (Entry, 1);
      entry->gap = g_array_index (gaps, WaySkillGap, i);
      entry->rank = i + 1;
      entry->skills = g_ptr_array_ref (matrix->skills);
      g_ptr_array_add (entries, entry);
      int kind = isnan (entry->gap.priority) ? ROW_OPEN : ROW_RANKED;
      if (kind != kind_before)
        g_ptr_array_add (items, way_row_item_new_heading (
                                    kind == ROW_RANKED ? _ ("The one that matters most first")
                                                       : _ ("Not ranked: frequency not known")));
      kind_before = kind;
      g_ptr_array_add (items, way_row_item_new (kind, entry->gap.skill->id, entries, entry));
    }
  way_row_items_replace (self->rows, items);
  gtk_stack_set_visible_child_name (self->stack, gaps->len > 0 ? "list" : "nothing");
  if (gaps->len == 0)
    show_nothing (self, matrix);
  /* What is known of it now has another place. */
  if (focused != 0 && focused_skill (self) == 0)
    way_gaps_page_focus_skill (self, focused);
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
way_gaps_page_class_init (WayGapsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_gaps_page_dispose;
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
                                     1u << ROW_RANKED | 1u << ROW_OPEN };

  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
}
