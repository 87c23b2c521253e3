#include "app/skills/evidence-dialog.h"

#include "app/session.h"
#include "app/widgets/date-row.h"
#include "app/widgets/form.h"
#include "app/widgets/outcome.h"

#include <glib/gi18n.h>

#define WAY_TYPE_EVIDENCE_DIALOG (way_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayEvidenceDialog, way_evidence_dialog, WAY, EVIDENCE_DIALOG, AdwWindow)

struct _WayEvidenceDialog
{
  AdwWindow parent_instance;

  WayStore *store;
  gint64 skill_id;
  gint64 id;         /* 0: something new */
  GArray *artifacts; /* of gint64: the ids of the artifacts to choose from; the first is 0 */
  GtkButton *save;
  AdwComboRow *kind;
  AdwComboRow *artifact;
  GtkEditable *title;
  GtkEditable *link;
  GtkEditable *given_by;
  AdwComboRow *rating;
  WayDateRow *made;
  GtkLabel *message;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (WayEvidenceDialog, way_evidence_dialog, ADW_TYPE_WINDOW)

static WayEvidenceKind
get_kind (WayEvidenceDialog *self)
{
  return (WayEvidenceKind) adw_combo_row_get_selected (self->kind);
}

/* The artifact that is chosen; 0: none. */
static gint64
get_artifact (WayEvidenceDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->artifact);

  return get_kind (self) == WAY_EVIDENCE_ARTIFACT && selected < self->artifacts->len
             ? g_array_index (self->artifacts, gint64, selected)
             : 0;
}

static gboolean
has_title (WayEvidenceDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  return *title != '\0' || get_artifact (self) != 0;
}

/* An artifact of the roadmap has its own title, link and day. */
static void
on_changed (WayEvidenceDialog *self)
{
  gboolean linked = get_artifact (self) != 0;

  gtk_widget_set_visible (GTK_WIDGET (self->artifact),
                          get_kind (self) == WAY_EVIDENCE_ARTIFACT && self->artifacts->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->title), !linked);
  gtk_widget_set_visible (GTK_WIDGET (self->link), !linked);
  gtk_widget_set_visible (GTK_WIDGET (self->rating), get_kind (self) == WAY_EVIDENCE_MOCK);
  if (has_title (self))
    way_form_set_error (GTK_WIDGET (self->title), FALSE);
}

static void
say (WayEvidenceDialog *self, const char *text)
{
  gtk_label_set_text (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static gboolean
write_evidence (WayEvidenceDialog *self, WayDate made, GError **error)
{
  gboolean linked = get_artifact (self) != 0;
  /* Nothing is owned: core copies what it keeps. */
  WayEvidence evidence = {
    .id = self->id,
    .skill_id = self->skill_id,
    .kind = get_kind (self),
    .title = linked ? (char *) "" : (char *) gtk_editable_get_text (self->title),
    .link = linked ? (char *) "" : (char *) gtk_editable_get_text (self->link),
    .given_by = (char *) gtk_editable_get_text (self->given_by),
    .rating =
        get_kind (self) == WAY_EVIDENCE_MOCK ? (int) adw_combo_row_get_selected (self->rating) : 0,
    .made_date = made,
    .artifact_id = get_artifact (self),
  };

  return self->id == 0 ? way_evidence_add (self->store, &evidence, way_session_now (), NULL, error)
                       : way_evidence_change (self->store, &evidence, way_session_now (), error);
}

static void
on_save (WayEvidenceDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  WayDate made;

  way_form_set_error (GTK_WIDGET (self->title), !has_title (self));
  if (!way_date_row_get_date (self->made, &made, NULL) || !has_title (self))
    {
      way_form_focus_error (GTK_WIDGET (self));
      return;
    }
  if (!write_evidence (self, made, &error))
    {
      say (self, error->message);
      return;
    }
  way_tell_outcome (parent, self->store, TRUE,
                    self->id == 0 ? _ ("Evidence added") : _ ("Evidence changed"), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_remove (WayEvidenceDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  g_autoptr (GError) error = NULL;
  gboolean done = way_evidence_remove (self->store, self->id, way_session_now (), &error);

  way_tell_outcome (parent, self->store, done, _ ("Evidence removed"), error);
  gtk_window_close (GTK_WINDOW (self));
}

static void
way_evidence_dialog_dispose (GObject *object)
{
  WayEvidenceDialog *self = WAY_EVIDENCE_DIALOG (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->artifacts, g_array_unref);
  G_OBJECT_CLASS (way_evidence_dialog_parent_class)->dispose (object);
}

static void
way_evidence_dialog_class_init (WayEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_evidence_dialog_dispose;
  g_type_ensure (WAY_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/skills/evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, artifact);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, link);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, given_by);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, rating);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, made);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, message);
  gtk_widget_class_bind_template_child (widget_class, WayEvidenceDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
offer_kinds (WayEvidenceDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  for (int i = 0; i < WAY_EVIDENCE_N_KINDS; i++)
    gtk_string_list_append (kinds, way_evidence_kind_title ((WayEvidenceKind) i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
}

static void
offer_ratings (WayEvidenceDialog *self)
{
  g_autoptr (GtkStringList) ratings = gtk_string_list_new (NULL);

  gtk_string_list_append (ratings, _ ("No rating"));
  for (int i = WAY_SKILL_MIN; i <= WAY_SKILL_MAX; i++)
    gtk_string_list_take (ratings, g_strdup_printf ("%d", i));
  adw_combo_row_set_model (self->rating, G_LIST_MODEL (ratings));
}

/* "Not on the roadmap", the artifact that is linked now, and those that can be. */
static void
offer_artifacts (WayEvidenceDialog *self, const WayEvidence *evidence)
{
  g_autoptr (GPtrArray) artifacts = way_evidence_artifacts (self->store, self->skill_id, NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const gint64 none = 0;

  g_array_append_val (self->artifacts, none);
  gtk_string_list_append (titles, _ ("None of the roadmap"));
  if (evidence != NULL && evidence->artifact_id != 0)
    {
      g_array_append_val (self->artifacts, evidence->artifact_id);
      gtk_string_list_append (titles, evidence->title);
    }
  for (guint i = 0; artifacts != NULL && i < artifacts->len; i++)
    {
      const WayEvidenceArtifact *it = g_ptr_array_index (artifacts, i);
      /* Translators: an artifact, and the phase it was made in */
      gtk_string_list_take (titles, g_strdup_printf (_ ("%s (%s)"), it->title, it->phase));
      g_array_append_val (self->artifacts, it->id);
    }
  adw_combo_row_set_model (self->artifact, G_LIST_MODEL (titles));
  if (evidence != NULL && evidence->artifact_id != 0)
    adw_combo_row_set_selected (self->artifact, 1);
}

static void
way_evidence_dialog_init (WayEvidenceDialog *self)
{
  self->artifacts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  offer_kinds (self);
  offer_ratings (self);
  way_form_set_notation (self->link);
}

static void
show_evidence (WayEvidenceDialog *self, const WayEvidence *evidence)
{
  self->id = evidence->id;
  adw_combo_row_set_selected (self->kind, evidence->kind);
  gtk_editable_set_text (self->title, evidence->title);
  gtk_editable_set_text (self->link, evidence->link);
  gtk_editable_set_text (self->given_by, evidence->given_by);
  adw_combo_row_set_selected (self->rating, (guint) evidence->rating);
}

GtkWidget *
way_evidence_dialog_new (WayStore *store, gint64 skill_id, const WayEvidence *evidence)
{
  WayEvidenceDialog *self = g_object_new (WAY_TYPE_EVIDENCE_DIALOG, NULL);
  gboolean new = evidence == NULL;
  WayDate today = way_session_today (store);

  self->store = g_object_ref (store);
  self->skill_id = skill_id;
  offer_artifacts (self, evidence);
  way_date_row_set_date (self->made, new ? today : evidence->made_date, today);
  gtk_window_set_title (GTK_WINDOW (self), new ? _ ("Add Evidence") : _ ("Evidence"));
  gtk_button_set_label (self->save, new ? _ ("_Add") : _ ("_Save"));
  gtk_widget_set_visible (self->remove, !new);
  if (!new)
    show_evidence (self, evidence);
  on_changed (self);
  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->title))
                             ? GTK_WIDGET (self->title)
                             : GTK_WIDGET (self->artifact));
  return GTK_WIDGET (self);
}
