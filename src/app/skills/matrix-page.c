#include "app/skills/matrix-page.h"

#include "app/skills/skill-drag.h"
#include "app/skills/skill-header.h"
#include "app/skills/skill-keys.h"
#include "app/skills/skill-menu.h"
#include "app/skills/skill-row.h"
#include "app/widgets/row-list.h"

enum
{
  ROW_SKILL,
};

struct _WayMatrixPage
{
  AdwBin parent_instance;

  GPtrArray *skills;  /* of WaySkill * */
  GHashTable *points; /* gint64 skill → GArray of WaySkillPoint; nullable */
  WayDate today;
  char *filter;
  gint64 skill_to_show;
  guint show_source; /* idle */
  GListStore *rows;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (WayMatrixPage, way_matrix_page, ADW_TYPE_BIN)

enum
{
  SKILL_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_row (int kind)
{
  return way_skill_row_new ();
}

static void
fill_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  WayMatrixPage *self = user_data;
  gint64 id = way_row_item_get_id (item);
  GArray *points = self->points != NULL ? g_hash_table_lookup (self->points, &id) : NULL;

  way_skill_row_set_skill (WAY_SKILL_ROW (row), way_row_item_get_data (item),
                           points != NULL && points->len > 1 ? points : NULL, self->today);
}

static void
activate_row (GtkWidget *row, WayRowItem *item, gpointer user_data)
{
  g_signal_emit (user_data, signals[SKILL_ACTIVATED], 0, way_row_item_get_id (item));
}

static gboolean
matches (WayMatrixPage *self, const WaySkill *skill)
{
  const char *const texts[] = { skill->title, skill->group, skill->synonyms, skill->gap_action };
  gboolean found = *self->filter == '\0';

  for (gsize i = 0; i < G_N_ELEMENTS (texts) && !found; i++)
    found = g_str_match_string (self->filter, texts[i], TRUE);
  return found;
}

/* transfer full */
static GPtrArray *
make_items (WayMatrixPage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const char *group = "";

  for (guint i = 0; i < self->skills->len; i++)
    {
      WaySkill *skill = g_ptr_array_index (self->skills, i);
      if (!matches (self, skill))
        continue;
      if (!g_str_equal (skill->group, group))
        g_ptr_array_add (items, way_row_item_new_heading (skill->group));
      group = skill->group;
      g_ptr_array_add (items, way_row_item_new (ROW_SKILL, skill->id, self->skills, skill));
    }
  return items;
}

/* The place of a skill in the list; %FALSE: it is not there. */
static gboolean
find (WayMatrixPage *self, gint64 id, guint *position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WayRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      if (way_row_item_get_kind (item) != ROW_SKILL ||
          (id != 0 && way_row_item_get_id (item) != id))
        continue;
      *position = i;
      return TRUE;
    }
  return FALSE;
}

/* The skill at @position, or the nearest one before or after that; 0: there are none. */
static gint64
nearest (WayMatrixPage *self, guint position)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = MIN (position, n); i-- > 0;)
    {
      g_autoptr (WayRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      if (way_row_item_get_kind (item) == ROW_SKILL)
        return way_row_item_get_id (item);
    }
  return find (self, 0, &position) ? nearest (self, position + 1) : 0;
}

static void
scroll_to (WayMatrixPage *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* A row that is new has no height before it is laid out, and would come to lie under the edge. */
static void
on_laid_out (gpointer data)
{
  WayMatrixPage *self = data;
  guint position;

  self->show_source = 0;
  if (find (self, self->skill_to_show, &position))
    scroll_to (self, position);
}

void
way_matrix_page_focus_skill (WayMatrixPage *self, gint64 id)
{
  guint position;

  if (!find (self, id, &position))
    return;
  g_autoptr (WayRowItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);
  scroll_to (self, position);
  way_row_list_focus (GTK_WIDGET (self->list), ROW_SKILL, way_row_item_get_id (item));
  self->skill_to_show = way_row_item_get_id (item);
  g_clear_handle_id (&self->show_source, g_source_remove);
  self->show_source = g_idle_add_once (on_laid_out, self);
}

gint64
way_matrix_page_get_focused (WayMatrixPage *self)
{
  GtkWidget *row = way_skill_keys_focused_row (self->list);

  return row != NULL ? way_skill_row_get_skill (WAY_SKILL_ROW (row))->id : 0;
}

static void
reload (WayMatrixPage *self)
{
  gint64 focused = way_matrix_page_get_focused (self);
  guint position = 0;

  if (focused != 0)
    find (self, focused, &position);
  way_row_items_replace (self->rows, make_items (self));
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0 ? "list" : "nothing");
  /* The row went to another place, or has gone. */
  if (focused != 0 && way_matrix_page_get_focused (self) != focused)
    way_matrix_page_focus_skill (
        self, find (self, focused, &position) ? focused : nearest (self, position + 1));
}

void
way_matrix_page_show (WayMatrixPage *self,
                      const WayMatrix *matrix,
                      GHashTable *points,
                      WayDate today)
{
  g_ptr_array_ref (matrix->skills);
  g_clear_pointer (&self->skills, g_ptr_array_unref);
  self->skills = matrix->skills;
  g_clear_pointer (&self->points, g_hash_table_unref);
  self->points = points != NULL ? g_hash_table_ref (points) : NULL;
  self->today = today;
  reload (self);
}

void
way_matrix_page_set_filter (WayMatrixPage *self, const char *text)
{
  g_free (self->filter);
  self->filter = g_strdup (text);
  if (self->skills != NULL)
    reload (self);
}

static void
way_matrix_page_dispose (GObject *object)
{
  WayMatrixPage *self = WAY_MATRIX_PAGE (object);

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (way_matrix_page_parent_class)->dispose (object);
}

static void
way_matrix_page_finalize (GObject *object)
{
  WayMatrixPage *self = WAY_MATRIX_PAGE (object);

  g_clear_pointer (&self->skills, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_hash_table_unref);
  g_free (self->filter);
  G_OBJECT_CLASS (way_matrix_page_parent_class)->finalize (object);
}

static void
way_matrix_page_class_init (WayMatrixPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_SKILL_HEADER);
  G_OBJECT_CLASS (klass)->dispose = way_matrix_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_matrix_page_finalize;
  signals[SKILL_ACTIVATED] =
      g_signal_new ("skill-activated", WAY_TYPE_MATRIX_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/matrix-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayMatrixPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WayMatrixPage, list);
}

static void
way_matrix_page_init (WayMatrixPage *self)
{
  static const WayRowFuncs funcs = { make_row, fill_row, activate_row, 1u << ROW_SKILL };

  self->filter = g_strdup ("");
  self->rows = g_list_store_new (WAY_TYPE_ROW_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  way_row_list_set_up (self->list, G_LIST_MODEL (self->rows), &funcs, self);
  way_skill_keys_install (self->list);
  way_skill_menu_install (self->list);
  way_skill_drag_install (self->list);
}
