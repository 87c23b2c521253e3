/* The skill areas of the followed guides, with what is expected at each level. Read only for now. */
#include "app/skills/skills-view.h"

#include "app/widgets/follow-store.h"
#include "core/guide/library.h"

#include <glib/gi18n.h>

struct _WaySkillsView
{
  AdwBin parent_instance;

  WayStore *store;
  GtkStack *stack;
  GtkBox *groups;
};

G_DEFINE_FINAL_TYPE (WaySkillsView, way_skills_view, ADW_TYPE_BIN)

/* "Blank" is said, never shown as a number. */
static char *
score_text (const WayGuideItem *item)
{
  g_autofree char *current =
      item->current > 0 ? g_strdup_printf ("%d", item->current) : g_strdup (_ ("blank"));
  g_autofree char *target =
      item->target > 0 ? g_strdup_printf ("%d", item->target) : g_strdup (_ ("blank"));

  /* Translators: scores from 1 to 5, or "blank". */
  return g_strdup_printf (_ ("Current %s, target %s"), current, target);
}

static void
add_row (GtkWidget *group, const WayGuideItem *item, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (item->title, -1);
  g_autofree char *text = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static GtkWidget *
add_group (WaySkillsView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->groups, group);
  return group;
}

static void
show_guide (WaySkillsView *self, const WayGuide *guide)
{
  GtkWidget *areas = add_group (self, _ ("Skill areas"));
  GtkWidget *skills = add_group (self, _ ("Skills to show"));
  GtkWidget *levels = add_group (self, _ ("What is expected"));

  for (guint i = 0; i < guide->items->len; i++)
    {
      const WayGuideItem *item = g_ptr_array_index (guide->items, i);
      g_autofree char *text = NULL;
      if (item->kind == WAY_GUIDE_AREA)
        add_row (areas, item, text = score_text (item));
      else if (item->kind == WAY_GUIDE_SKILL)
        add_row (skills, item, item->detail);
      else if (item->kind == WAY_GUIDE_EXPECTATION)
        add_row (levels, item,
                 text = g_strdup_printf (_ ("Junior: %s\nSenior: %s"), item->detail, item->extra));
    }
}

static void
reload (GtkWidget *view)
{
  WaySkillsView *self = WAY_SKILLS_VIEW (view);
  g_autoptr (GPtrArray) guides = way_library_list (self->store, NULL);
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      const WayLibraryGuide *entry = g_ptr_array_index (guides, i);
      g_autoptr (WayGuide) guide =
          entry->planned ? way_library_load (self->store, entry->slug, NULL, NULL) : NULL;
      if (guide == NULL)
        continue;
      show_guide (self, guide);
      any = TRUE;
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "content" : "empty");
}

void
way_skills_view_set_store (WaySkillsView *self, WayStore *store)
{
  self->store = g_object_ref (store);
  way_follow_store (GTK_WIDGET (self), store, reload);
}

static void
way_skills_view_dispose (GObject *object)
{
  g_clear_object (&WAY_SKILLS_VIEW (object)->store);
  G_OBJECT_CLASS (way_skills_view_parent_class)->dispose (object);
}

static void
way_skills_view_class_init (WaySkillsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_skills_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/skills-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, stack);
  gtk_widget_class_bind_template_child (widget_class, WaySkillsView, groups);
}

static void
way_skills_view_init (WaySkillsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
