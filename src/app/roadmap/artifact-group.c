#include "app/roadmap/artifact-group.h"

#include "app/format.h"
#include "app/roadmap/artifact-dialog.h"
#include "app/widgets/group-rows.h"

#include <glib/gi18n.h>

struct _WayArtifactGroup
{
  AdwPreferencesGroup parent_instance;

  gint64 phase_id;
  WayDate today;
  GPtrArray *artifacts; /* of WayArtifact * */
  GPtrArray *rows;      /* of GtkWidget *, one for each */
  GtkWidget *add_button;
  GtkWidget *empty_row;
};

G_DEFINE_FINAL_TYPE (WayArtifactGroup, way_artifact_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
icon_of (WayArtifactKind kind)
{
  static const char *const icons[WAY_ARTIFACT_N_KINDS] = {
    "text-x-generic-symbolic",       "document-edit-symbolic",   "dialog-warning-symbolic",
    "media-playback-start-symbolic", "mail-attachment-symbolic",
  };

  return icons[kind];
}

static void
present (WayArtifactGroup *self, const WayArtifact *artifact)
{
  GtkWidget *dialog = way_artifact_dialog_new (self->phase_id, artifact, self->today);

  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_add (WayArtifactGroup *self)
{
  present (self, NULL);
}

static void
on_row_activated (WayArtifactGroup *self, GtkWidget *row)
{
  guint i;

  if (g_ptr_array_find (self->rows, row, &i))
    present (self, g_ptr_array_index (self->artifacts, i));
}

/* "RFC, 20 Nov", and what is said as a link without being one. */
static char *
describe (WayArtifactGroup *self, const WayArtifact *artifact, gboolean opens)
{
  g_autofree char *day = way_format_day_short (artifact->made_date, self->today);
  const char *kind = way_artifact_kind_title (artifact->kind);

  if (opens || *artifact->link == '\0')
    /* Translators: a kind, and a day: "RFC, 20 Nov" */
    return g_strdup_printf (_ ("%s, %s"), kind, day);
  /* Translators: a kind, a day, and where it is, in the person's words */
  return g_strdup_printf (_ ("%s, %s: %s"), kind, day, artifact->link);
}

static GtkWidget *
make_row (WayArtifactGroup *self, const WayArtifact *artifact)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (artifact->kind));
  g_autofree char *uri = way_artifact_link_to_uri (artifact->link);
  g_autofree char *subtitle = describe (self, artifact, uri != NULL);
  g_autofree char *title_markup = g_markup_escape_text (artifact->title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (uri != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               way_group_rows_make_link (artifact->title, artifact->link, uri));
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
      const WayArtifact *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, i);
      same = x->id == y->id && x->kind == y->kind && x->made_date == y->made_date &&
             g_str_equal (x->title, y->title) && g_str_equal (x->link, y->link);
    }
  return same;
}

void
way_artifact_group_show (WayArtifactGroup *self, const WayPhase *phase, WayDate today)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();

  self->today = today;
  if (self->phase_id == phase->id && is_same (self->artifacts, phase->artifacts))
    return;
  self->phase_id = phase->id;
  g_clear_pointer (&self->artifacts, g_ptr_array_unref);
  self->artifacts = g_ptr_array_ref (phase->artifacts);
  for (guint i = 0; i < self->artifacts->len; i++)
    g_ptr_array_add (made, make_row (self, g_ptr_array_index (self->artifacts, i)));
  gtk_widget_set_visible (self->empty_row, made->len == 0);
  way_group_rows_replace (ADW_PREFERENCES_GROUP (self), self->rows, made, self->add_button);
}

static void
way_artifact_group_finalize (GObject *object)
{
  WayArtifactGroup *self = WAY_ARTIFACT_GROUP (object);

  g_clear_pointer (&self->artifacts, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (way_artifact_group_parent_class)->finalize (object);
}

static void
way_artifact_group_class_init (WayArtifactGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_artifact_group_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/roadmap/artifact-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WayArtifactGroup, add_button);
  gtk_widget_class_bind_template_child (widget_class, WayArtifactGroup, empty_row);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
way_artifact_group_init (WayArtifactGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
