#include "app/plan/draft-week-row.h"

#include "app/format.h"
#include "app/plan/draft-strip.h"

#include <glib/gi18n.h>

struct _WayDraftWeekRow
{
  GtkWidget parent_instance;

  GtkLabel *days;
  GtkLabel *hours;
  WayDraftStrip *before;
  WayDraftStrip *after;
};

G_DEFINE_FINAL_TYPE (WayDraftWeekRow, way_draft_week_row, GTK_TYPE_WIDGET)

static char *
hours_text (const WayDraftWeek *week)
{
  g_autofree char *before = way_format_minutes (week->before_minutes);
  g_autofree char *after = way_format_minutes (week->after_minutes);

  if (week->before_minutes == week->after_minutes)
    /* Translators: the hours of a week, that a change leaves as they are: "6 h as before" */
    return g_strdup_printf (_ ("%s as before"), after);
  /* Translators: the hours of a week, before and after a change: "6 h before, 4 h after" */
  return g_strdup_printf (_ ("%s before, %s after"), before, after);
}

void
way_draft_week_row_set_week (WayDraftWeekRow *self,
                             const WayDraftWeek *week,
                             WayDate today,
                             guint hours_shown)
{
  g_autofree char *days = way_format_days (week->first_date, week->first_date + 6, today);
  g_autofree char *hours = hours_text (week);

  gtk_label_set_text (self->days, days);
  gtk_label_set_text (self->hours, hours);
  way_draft_strip_show (self->before, week->before, FALSE, hours_shown);
  way_draft_strip_show (self->after, week->after, TRUE, hours_shown);
}

static void
way_draft_week_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_draft_week_row_parent_class)->dispose (object);
}

static void
way_draft_week_row_class_init (WayDraftWeekRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DRAFT_STRIP);
  G_OBJECT_CLASS (klass)->dispose = way_draft_week_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waymark/Waymark/plan/draft-week-row.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "draftweekrow");
  gtk_widget_class_bind_template_child (widget_class, WayDraftWeekRow, days);
  gtk_widget_class_bind_template_child (widget_class, WayDraftWeekRow, hours);
  gtk_widget_class_bind_template_child (widget_class, WayDraftWeekRow, before);
  gtk_widget_class_bind_template_child (widget_class, WayDraftWeekRow, after);
}

static void
way_draft_week_row_init (WayDraftWeekRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_draft_week_row_new (void)
{
  return g_object_new (WAY_TYPE_DRAFT_WEEK_ROW, NULL);
}
