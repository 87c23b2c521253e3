/* Waits for frames, for tests inside the process. */
#pragma once

#include <gtk/gtk.h>

static void
count_frame (GdkFrameClock *clock, int *frames)
{
  (*frames)++;
}

/* Runs the main loop until @widget has painted some frames. */
static void
paint (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  int frames = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), &frames);

  while (frames < 3)
    {
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, id);
}
