#include "app/roadmap/artifact-dialog.h"

#include "app/widgets/date-row.h"
#include "app/widgets/form.h"

#include <glib/gi18n.h>

#define WAY_TYPE_ARTIFACT_DIALOG (way_artifact_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayArtifactDialog, way_artifact_dialog, WAY, ARTIFACT_DIALOG, AdwWindow)

struct _WayArtifactDialog
{
  AdwWindow parent_instance;

  gint64 phase_id;
  gint64 artifact_id; /* 0: a new one */
  GtkButton *save;
  GtkEditable *title;
  AdwComboRow *kind;
  GtkEditable *link;
  WayDateRow *made;
  GtkWidget *remove;
};

G_DEFINE_FINAL_TYPE (WayArtifactDialog, way_artifact_dialog, ADW_TYPE_WINDOW)

static gboolean
has_title (WayArtifactDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  return *title != '\0';
}

static void
on_title_changed (WayArtifactDialog *self)
{
  if (has_title (self))
    way_form_set_error (GTK_WIDGET (self->title), FALSE);
}

static void
on_save (WayArtifactDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));
  const char *kind = way_artifact_kind_to_string (adw_combo_row_get_selected (self->kind));
  gboolean new = self->artifact_id == 0;
  WayDate made;

  way_form_set_error (GTK_WIDGET (self->title), !has_title (self));
  if (!way_date_row_get_date (self->made, &made, NULL) || !has_title (self))
    {
      way_form_focus_error (GTK_WIDGET (self));
      return;
    }
  g_autoptr (GVariant) what = g_variant_ref_sink (g_variant_new (
      "(xsssi)", new ? self->phase_id : self->artifact_id, kind,
      gtk_editable_get_text (self->title), gtk_editable_get_text (self->link), made));
  gtk_widget_activate_action_variant (parent, new ? "phase.add-artifact" : "phase.change-artifact",
                                      what);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_remove (WayArtifactDialog *self)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_widget_activate_action (parent, "phase.remove-artifact", "x", self->artifact_id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
way_artifact_dialog_class_init (WayArtifactDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (WAY_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/waymark/Waymark/roadmap/artifact-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WayArtifactDialog, save);
  gtk_widget_class_bind_template_child (widget_class, WayArtifactDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WayArtifactDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, WayArtifactDialog, link);
  gtk_widget_class_bind_template_child (widget_class, WayArtifactDialog, made);
  gtk_widget_class_bind_template_child (widget_class, WayArtifactDialog, remove);
  gtk_widget_class_bind_template_callback (widget_class, on_title_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
way_artifact_dialog_init (WayArtifactDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < WAY_ARTIFACT_N_KINDS; i++)
    gtk_string_list_append (kinds, way_artifact_kind_title ((WayArtifactKind) i));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (kinds));
  way_form_set_notation (self->link);
}

GtkWidget *
way_artifact_dialog_new (gint64 phase_id, const WayArtifact *artifact, WayDate today)
{
  WayArtifactDialog *self = g_object_new (WAY_TYPE_ARTIFACT_DIALOG, NULL);
  gboolean new = artifact == NULL;

  self->phase_id = phase_id;
  way_date_row_set_date (self->made, new ? today : artifact->made_date, today);
  gtk_window_set_title (GTK_WINDOW (self), new ? _ ("Add Artifact") : _ ("Artifact"));
  gtk_button_set_label (self->save, new ? _ ("_Add") : _ ("_Save"));
  gtk_widget_set_visible (self->remove, !new);
  if (!new)
    {
      self->artifact_id = artifact->id;
      gtk_editable_set_text (self->title, artifact->title);
      gtk_editable_set_text (self->link, artifact->link);
      adw_combo_row_set_selected (self->kind, artifact->kind);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  return GTK_WIDGET (self);
}
