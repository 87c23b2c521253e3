/* list-instances FROM TO: the instances of all events of the calendar on standard input that meet [FROM, TO),
 * instants in seconds, as lines "UID START", and the report as lines "UID ! REASON". For tests with many rules:
 * "waymark-cli calendar busy" merges what overlaps. */
#include "core/calendar/reader.h"

#include <stdio.h>
#include <stdlib.h>

static GString *
read_all (FILE *file)
{
  GString *text = g_string_new (NULL);
  char block[65536];
  gsize n;

  while ((n = fread (block, 1, sizeof block, file)) > 0)
    g_string_append_len (text, block, (gssize) n);
  return text;
}

int
main (int argc, char **argv)
{
  g_autoptr (GString) text = read_all (stdin);
  g_autoptr (GError) error = NULL;
  const WayCalendarReadOptions options = { .zone = "UTC",
                                           .from_utc = argc == 3 ? atoll (argv[1]) : 0,
                                           .to_utc = argc == 3 ? atoll (argv[2]) : 0,
                                           .all_day_busy = TRUE };
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (text->str, text->len, "-", &options, &error);

  if (content == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  for (guint i = 0; i < content->events->len; i++)
    {
      const WayCalendarEvent *event = content->events->pdata[i];
      printf ("%s %" G_GINT64_FORMAT "\n", event->uid, event->start_utc);
    }
  for (guint i = 0; i < content->skipped->len; i++)
    {
      const WayCalendarSkip *skip = content->skipped->pdata[i];
      printf ("%s ! %s\n", skip->uid, skip->reason);
    }
  return 0;
}
