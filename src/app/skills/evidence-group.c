#include "app/skills/evidence-group.h"

#include "app/format.h"
#include "app/session.h"
#include "app/skills/evidence-dialog.h"
#include "app/widgets/follow-store.h"
#include "app/widgets/group-rows.h"
#include "core/roadmap/artifact.h"

#include <glib/gi18n.h>

struct _WayEvidenceGroup
{
  AdwPreferencesGroup parent_instance;

  WayStore *store;
  gint64 skill_id;
  WayDate today;
  GPtrArray *evidence; /* of WayEvidence *; %NULL until it was read */
  GPtrArray *rows;     /* of GtkWidget *, one for each */
  GtkWidget *add_button;
  GtkWidget *empty_row;
};

G_DEFINE_FINAL_TYPE (WayEvidenceGroup, way_evidence_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
icon_of (WayEvidenceKind kind)
{
  static const char *const icons[WAY_EVIDENCE_N_KINDS] = {
    "text-x-generic-symbolic",
    "way-drill-symbolic",
    "way-mock-symbolic",
    "avatar-default-symbolic",
  };

  return icons[kind];
}

static void
present (WayEvidenceGroup *self, const WayEvidence *evidence)
{
  GtkWidget *dialog = way_evidence_dialog_new (self->store, self->skill_id, evidence);

  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_add (WayEvidenceGroup *self)
{
  present (self, NULL);
}

static void
on_row_activated (WayEvidenceGroup *self, GtkWidget *row)
{
  guint i;

  if (g_ptr_array_find (self->rows, row, &i))
    present (self, g_ptr_array_index (self->evidence, i));
}

static gboolean
is_stale (WayEvidenceGroup *self, const WayEvidence *evidence)
{
  return evidence->made_date < way_date_add_months (self->today, -WAY_SKILL_STALE_MONTHS);
}

/* "Mock interview, 20 Nov, by Ana, rated 4 of 5, https://…". */
static char *
describe (WayEvidenceGroup *self, const WayEvidence *evidence, gboolean opens)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (parts, g_strdup (way_evidence_kind_title (evidence->kind)));
  g_ptr_array_add (parts, way_format_day_short (evidence->made_date, self->today));
  if (is_stale (self, evidence))
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("older than %d month", "older than %d months",
                                                WAY_SKILL_STALE_MONTHS),
                                      WAY_SKILL_STALE_MONTHS));
  if (*evidence->given_by != '\0')
    /* Translators: who gave feedback: "by Ana" */
    g_ptr_array_add (parts, g_strdup_printf (_ ("by %s"), evidence->given_by));
  if (evidence->rating > 0)
    /* Translators: what a mock interview was rated: "rated 4 of 5" */
    g_ptr_array_add (parts,
                     g_strdup_printf (_ ("rated %d of %d"), evidence->rating, WAY_SKILL_MAX));
  if (!opens && *evidence->link != '\0')
    g_ptr_array_add (parts, g_strdup (evidence->link));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a list */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static GtkWidget *
make_row (WayEvidenceGroup *self, const WayEvidence *evidence)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *uri = way_artifact_link_to_uri (evidence->link);
  g_autofree char *subtitle = describe (self, evidence, uri != NULL);
  g_autofree char *title_markup = g_markup_escape_text (evidence->title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (icon_of (evidence->kind)));
  if (uri != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               way_group_rows_make_link (evidence->title, evidence->link, uri));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static gboolean
is_same (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a != NULL && a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const WayEvidence *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);
      same = x->id == y->id && x->kind == y->kind && x->rating == y->rating &&
             x->made_date == y->made_date && x->artifact_id == y->artifact_id &&
             g_str_equal (x->title, y->title) && g_str_equal (x->link, y->link) &&
             g_str_equal (x->given_by, y->given_by);
    }
  return same;
}

static void
reload (GtkWidget *group)
{
  WayEvidenceGroup *self = WAY_EVIDENCE_GROUP (group);
  WayDate today = way_session_today (self->store);
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (GPtrArray) evidence =
      self->skill_id != 0 ? way_evidence_list (self->store, self->skill_id, NULL) : NULL;

  if (evidence == NULL)
    evidence = g_ptr_array_new ();
  if (self->today == today && is_same (self->evidence, evidence))
    return;
  self->today = today;
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  self->evidence = g_steal_pointer (&evidence);
  for (guint i = 0; i < self->evidence->len; i++)
    g_ptr_array_add (made, make_row (self, g_ptr_array_index (self->evidence, i)));
  gtk_widget_set_visible (self->empty_row, made->len == 0);
  gtk_widget_set_sensitive (self->add_button, self->skill_id != 0);
  way_group_rows_replace (ADW_PREFERENCES_GROUP (self), self->rows, made, self->add_button);
}

void
way_evidence_group_set_skill (WayEvidenceGroup *self, gint64 skill_id)
{
  if (self->skill_id == skill_id)
    return;
  self->skill_id = skill_id;
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  reload (GTK_WIDGET (self));
}

static void
way_evidence_group_finalize (GObject *object)
{
  WayEvidenceGroup *self = WAY_EVIDENCE_GROUP (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (way_evidence_group_parent_class)->finalize (object);
}

static void
way_evidence_group_class_init (WayEvidenceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_evidence_group_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/skills/evidence-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceGroup, empty_row);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
way_evidence_group_init (WayEvidenceGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_evidence_group_new (WayStore *store)
{
  WayEvidenceGroup *self = g_object_new (WAY_TYPE_EVIDENCE_GROUP, NULL);

  self->store = g_object_ref (store);
  way_follow_store (GTK_WIDGET (self), store, reload);
  return GTK_WIDGET (self);
}
