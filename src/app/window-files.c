/* Choosing a file for the window. */
#include "app/window-private.h"

#include <glib/gi18n.h>

static void
on_chosen (GtkNativeDialog *dialog, int response, WayWindow *self)
{
  WayWindowFileFunc on_file =
      (WayWindowFileFunc) g_object_get_data (G_OBJECT (dialog), "way-on-file");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                               : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    on_file (self, path);
  else if (file != NULL)
    way_window_say (self, _ ("Only files on this computer can be used"), NULL, NULL);
  g_object_unref (dialog);
}

void
way_window_choose_file (WayWindow *self, GtkFileChooserNative *chooser, WayWindowFileFunc on_file)
{
  g_object_set_data (G_OBJECT (chooser), "way-on-file", (gpointer) on_file);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
