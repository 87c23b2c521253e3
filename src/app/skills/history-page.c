#include "app/skills/history-page.h"

#include "app/session.h"
#include "app/skills/bar-chart.h"
#include "app/skills/heat-map.h"
#include "app/skills/radar-chart.h"
#include "app/skills/score-list.h"
#include "app/skills/score-words.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/wrap-layout.h"

#include <glib/gi18n.h>

struct _WayHistoryPage
{
  AdwBin parent_instance;

  WayStore *store;
  WayDate today;
  WayDate date;     /* the quarter that is shown; WAY_DATE_NONE: now */
  WayDate compared; /* the quarter it is compared with; WAY_DATE_NONE: none */
  GArray *quarters; /* of WayDate, newest first: those of the chooser behind "Now" */
  WayScoreTable *table;
  gboolean filling; /* the choosers are */
  char *form;       /* "heat-map", "bars" or "radar" */
  gboolean as_table;
  GtkStack *stack;
  GtkStack *charts;
  GtkDropDown *quarter;
  GtkDropDown *other;
  WayHeatMap *heat_map;
  WayBarChart *bars;
  WayRadarChart *radar;
  WayScoreList *list;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (WayHistoryPage, way_history_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_FORM,
  PROP_AS_TABLE,
};

static gboolean
is_form (WayHistoryPage *self, const char *form)
{
  return !self->as_table && g_str_equal (self->form, form);
}

/* What the cursor is on, for those who see it: titles in charts may be cut. */
static void
show_caption (WayHistoryPage *self)
{
  g_autofree char *text = is_form (self, "heat-map") ? way_heat_map_describe (self->heat_map)
                          : is_form (self, "radar")  ? way_radar_chart_describe (self->radar)
                                                     : g_strdup ("");

  gtk_label_set_text (self->caption, text);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), *text != '\0');
}

/* The column of the table to compare with; -1: none. */
static int
compared_column (WayHistoryPage *self)
{
  for (guint i = 0; self->compared != WAY_DATE_NONE && i < way_score_table_last (self->table); i++)
    if (way_score_table_date (self->table, i) == self->compared)
      return (int) i;
  return -1;
}

/* Fills the one that is in sight. */
static void
show_charts (WayHistoryPage *self)
{
  int compared;

  if (self->table == NULL)
    return;
  compared = compared_column (self);
  if (self->as_table)
    way_score_list_show (self->list, self->table, compared, g_str_equal (self->form, "heat-map"),
                         self->today);
  else if (is_form (self, "bars"))
    way_bar_chart_show (self->bars, self->table, compared);
  else if (is_form (self, "radar"))
    way_radar_chart_show (self->radar, self->table, compared);
  else
    way_heat_map_show (self->heat_map, self->table, compared, self->today);
  gtk_stack_set_visible_child_name (self->charts, self->as_table ? "table" : self->form);
  gtk_stack_set_visible_child_name (self->stack, self->table->rows->len > 0 ? "content" : "empty");
  show_caption (self);
}

/* Quarters that are over, newest first: "Now" stands for the one that is not. */
static void
load_quarters (WayHistoryPage *self)
{
  g_autoptr (GArray) all = way_skill_quarters (self->store, self->today, NULL);

  g_array_set_size (self->quarters, 0);
  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    if (g_array_index (all, WayDate, i - 1) < self->today)
      g_array_append_val (self->quarters, g_array_index (all, WayDate, i - 1));
}

/* The position of @date in the chooser; 0 where it is not any more. */
static guint
position_of (WayHistoryPage *self, WayDate date)
{
  for (guint i = 0; date != WAY_DATE_NONE && i < self->quarters->len; i++)
    if (g_array_index (self->quarters, WayDate, i) == date)
      return i + 1;
  return 0;
}

static WayDate
date_at (WayHistoryPage *self, guint position)
{
  return position > 0 && position <= self->quarters->len
             ? g_array_index (self->quarters, WayDate, position - 1)
             : WAY_DATE_NONE;
}

/* @format: of the name of a quarter */
static void
fill_chooser (GtkDropDown *chooser,
              const char *first,
              const char *format,
              const GArray *quarters,
              guint from)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, first);
  for (guint i = from; i < quarters->len; i++)
    {
      g_autofree char *name = way_skill_quarter_label (g_array_index (quarters, WayDate, i));
      gtk_string_list_take (names, g_strdup_printf (format, name));
    }
  gtk_drop_down_set_model (chooser, G_LIST_MODEL (names));
}

/* The button inside is what assistive technology comes to. */
static void
name_chooser (GtkDropDown *chooser, const char *name)
{
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (chooser))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Compared is with a quarter before the one that is shown. */
static void
show_choosers (WayHistoryPage *self)
{
  guint shown = position_of (self, self->date);
  guint other = position_of (self, self->compared);

  self->filling = TRUE;
  fill_chooser (self->quarter, _ ("Now"), "%s", self->quarters, 0);
  gtk_drop_down_set_selected (self->quarter, shown);
  /* Translators: the differences to a quarter: "Since Q4 2026" */
  fill_chooser (self->other, _ ("No comparison"), _ ("Since %s"), self->quarters, shown);
  gtk_drop_down_set_selected (self->other, other > shown ? other - shown : 0);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->other), self->quarters->len > shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.previous",
                                 shown < self->quarters->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "history.next", shown > 0);
}

/* What is shown before keeps being shown while what is new cannot be read. */
static void
load_table (WayHistoryPage *self)
{
  WayDate date = self->date != WAY_DATE_NONE ? self->date : self->today;
  g_autoptr (GError) error = NULL;
  WayScoreTable *table = way_score_table_load (self->store, date, self->today, &error);

  if (table == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
      return;
    }
  g_clear_pointer (&self->table, way_score_table_unref);
  self->table = table;
  show_charts (self);
}

static void
reload (GtkWidget *page)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (page);

  self->today = way_session_today (self->store);
  load_quarters (self);
  self->date = date_at (self, position_of (self, self->date));
  self->compared = date_at (self, position_of (self, self->compared));
  show_choosers (self);
  load_table (self);
}

static void
choose_quarter (WayHistoryPage *self, guint position)
{
  self->date = date_at (self, position);
  if (position_of (self, self->compared) <= position)
    self->compared = WAY_DATE_NONE;
  show_choosers (self);
  load_table (self);
}

static void
on_quarter (WayHistoryPage *self)
{
  if (!self->filling)
    choose_quarter (self, gtk_drop_down_get_selected (self->quarter));
}

static void
on_other (WayHistoryPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->other);

  if (self->filling)
    return;
  self->compared =
      selected > 0 ? date_at (self, position_of (self, self->date) + selected) : WAY_DATE_NONE;
  show_charts (self);
}

static void
on_previous (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (widget);

  choose_quarter (self, position_of (self, self->date) + 1);
}

static void
on_next (GtkWidget *widget, const char *action, GVariant *parameter)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (widget);

  choose_quarter (self, position_of (self, self->date) - 1);
}

static void
way_history_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (object);

  if (id == PROP_FORM)
    g_value_set_string (value, self->form);
  else
    g_value_set_boolean (value, self->as_table);
}

static void
set_form (WayHistoryPage *self, const char *form)
{
  if (!g_str_equal (form, "heat-map") && !g_str_equal (form, "bars") &&
      !g_str_equal (form, "radar"))
    return;
  g_free (self->form);
  self->form = g_strdup (form);
}

static void
way_history_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (object);

  if (id == PROP_FORM)
    set_form (self, g_value_get_string (value));
  else
    self->as_table = g_value_get_boolean (value);
  show_charts (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
way_history_page_dispose (GObject *object)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (object);

  g_clear_object (&self->store);
  G_OBJECT_CLASS (way_history_page_parent_class)->dispose (object);
}

static void
way_history_page_finalize (GObject *object)
{
  WayHistoryPage *self = WAY_HISTORY_PAGE (object);

  g_array_unref (self->quarters);
  g_clear_pointer (&self->table, way_score_table_unref);
  g_free (self->form);
  G_OBJECT_CLASS (way_history_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/skills/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, charts);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, quarter);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, other);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, heat_map);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, bars);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, radar);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, list);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPage, caption);
  gtk_widget_class_bind_template_callback (widget_class, on_quarter);
  gtk_widget_class_bind_template_callback (widget_class, on_other);
  gtk_widget_class_bind_template_callback (widget_class, show_caption);
}

static void
way_history_page_class_init (WayHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  g_type_ensure (WAY_TYPE_BAR_CHART);
  g_type_ensure (WAY_TYPE_HEAT_MAP);
  g_type_ensure (WAY_TYPE_RADAR_CHART);
  g_type_ensure (WAY_TYPE_SCORE_LIST);
  g_type_ensure (WAY_TYPE_WRAP_LAYOUT);
  object_class->get_property = way_history_page_get_property;
  object_class->set_property = way_history_page_set_property;
  object_class->dispose = way_history_page_dispose;
  object_class->finalize = way_history_page_finalize;
  g_object_class_install_property (object_class, PROP_FORM,
                                   g_param_spec_string ("form", NULL, NULL, "heat-map", flags));
  g_object_class_install_property (object_class, PROP_AS_TABLE,
                                   g_param_spec_boolean ("as-table", NULL, NULL, FALSE, flags));
  gtk_widget_class_install_property_action (widget_class, "history.form", "form");
  gtk_widget_class_install_property_action (widget_class, "history.table", "as-table");
  gtk_widget_class_install_action (widget_class, "history.previous", NULL, on_previous);
  gtk_widget_class_install_action (widget_class, "history.next", NULL, on_next);
  bind_template (widget_class);
}

static void
way_history_page_init (WayHistoryPage *self)
{
  self->form = g_strdup ("heat-map");
  self->date = self->compared = WAY_DATE_NONE;
  self->quarters = g_array_new (FALSE, FALSE, sizeof (WayDate));
  gtk_widget_init_template (GTK_WIDGET (self));
  name_chooser (self->quarter, _ ("Quarter"));
  name_chooser (self->other, _ ("Compare with"));
}

GtkWidget *
way_history_page_new (WayStore *store)
{
  WayHistoryPage *self = g_object_new (WAY_TYPE_HISTORY_PAGE, NULL);

  self->store = g_object_ref (store);
  way_follow_store (GTK_WIDGET (self), store, reload);
  return GTK_WIDGET (self);
}
