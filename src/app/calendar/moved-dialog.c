#include "app/calendar/moved-dialog.h"

#include "app/format.h"
#include "app/session.h"
#include "core/calendar/moved.h"

#include <glib/gi18n.h>

#define MOST_LISTED 6

static char *
describe_time (WayZone *zone, gint64 start_utc, gint64 end_utc, WayDate today)
{
  WayDate date = way_zone_to_local (zone, start_utc, NULL);
  g_autofree char *day = way_format_day_short (date, today);
  g_autofree char *times = way_format_times (zone, start_utc, end_utc);

  return g_strdup_printf ("%s, %s", day, times);
}

/* "Core: 4 Jan, 18:30 – 19:30 → 5 Jan, 09:00 – 10:00", a line each. */
static char *
describe_all (WayStore *store, const GPtrArray *moved)
{
  g_autoptr (WayZone) zone = way_session_zone (store);
  WayDate today = way_session_today (store);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (moved->len, MOST_LISTED); i++)
    {
      const WayMovedBlock *it = g_ptr_array_index (moved, i);
      g_autofree char *from = describe_time (zone, it->start_utc, it->end_utc, today);
      g_autofree char *to = describe_time (zone, it->moved_start_utc, it->moved_end_utc, today);
      /* Translators: a title, and two times: from the first one to the second one */
      g_string_append_printf (text, _ ("%s: %s → %s"), it->title, from, to);
      g_string_append (text, "\n\n");
    }
  if (moved->len > MOST_LISTED)
    g_string_append_printf (text,
                            ngettext ("And %u more.", "And %u more.", moved->len - MOST_LISTED),
                            moved->len - MOST_LISTED);
  return g_strchomp (g_string_free (text, FALSE));
}

static void
on_response (AdwMessageDialog *dialog, const char *response, WayStore *store)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  if (g_str_equal (response, "follow"))
    ok = way_moved_follow (store, way_session_now (), &error) >= 0;
  else if (g_str_equal (response, "keep"))
    ok = way_moved_keep (store, way_session_now (), &error);
  else
    return;
  if (ok)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-undo", "s",
                                g_str_equal (response, "follow")
                                    ? _ ("The blocks are where your calendar has them")
                                    : _ ("The plan is kept as it is"));
  else
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-message", "s", error->message);
}

gboolean
way_moved_dialog_offer (GtkWindow *parent, WayStore *store)
{
  g_autoptr (GPtrArray) moved = way_moved_list (store, NULL);

  if (moved == NULL || moved->len == 0)
    return FALSE;
  g_autofree char *heading =
      g_strdup_printf (ngettext ("%u Block Was Moved in Your Calendar",
                                 "%u Blocks Were Moved in Your Calendar", moved->len),
                       moved->len);
  g_autofree char *body = describe_all (store, moved);
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Later"), "keep",
                                    _ ("_Keep the Plan"), "follow", _ ("_Follow"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "follow",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "follow");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), g_object_ref (store),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
