/* When to look through the whole file. SQLite's quick_check reads all of it, so that a large database would open
 * many times slower than an empty one, for a file that is as it was when we closed it.
 *
 * A small file beside the database, NAME-checked, holds what the file system says of the database after a clean
 * close (inode, size, times of the last write and of the last change to the inode) and when it was looked through.
 * As long as all of that is still so, no log lies beside it, and the look is less than a day old, nobody has
 * written to it since SQLite did, and opening may rely on it. Any doubt, such as a crash, a file that was
 * copied, restored or written to by somebody else, a clock that was set back, or a note that cannot be read, means
 * to look. The time of the last inode change cannot be set by a program. What a disk loses silently is found by the
 * next look, after a day at most, or by SQLite when it comes across such a page. */
#include "core/store/private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#define FORMAT  "waymark-checked 1 %" G_GUINT64_FORMAT " %" G_GINT64_FORMAT " %s %s"
#define MAX_AGE 86400 /* s */

/* SQLite puts its logs beside the file itself, and not beside a link to it. */
static char *
resolve (const char *path)
{
  char *real = realpath (path, NULL);

  return real != NULL ? real : g_strdup (path);
}

static gboolean
is_there (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 && info.st_size > 0;
}

static char *
moment_to_string (struct timespec time)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%09ld", (gint64) time.tv_sec, time.tv_nsec);
}

/* What the file system says of the file at @link; %NULL when it cannot be relied on. */
static char *
describe (const char *link)
{
  g_autofree char *path = resolve (link);
  GStatBuf info;

  if (is_there (path, "-wal") || is_there (path, "-journal") || g_stat (path, &info) != 0)
    return NULL;
  g_autofree char *written = moment_to_string (info.st_mtim);
  g_autofree char *changed = moment_to_string (info.st_ctim);
  return g_strdup_printf (FORMAT, (guint64) info.st_ino, (gint64) info.st_size, written, changed);
}

gint64
way_store_checked_at (const char *path, gint64 now_utc)
{
  g_autofree char *note = g_strconcat (path, "-checked", NULL);
  g_autofree char *now = describe (path);
  g_autofree char *then = NULL;

  if (now == NULL || !g_file_get_contents (note, &then, NULL, NULL))
    return 0;
  g_auto (GStrv) lines = g_strsplit (then, "\n", 3);
  gint64 checked_utc = 0;
  if (g_strv_length (lines) != 3 || !g_str_equal (lines[0], now) ||
      !g_ascii_string_to_signed (lines[1], 10, 1, G_MAXINT64, &checked_utc, NULL))
    return 0;
  return checked_utc <= now_utc && now_utc - checked_utc < MAX_AGE ? checked_utc : 0;
}

void
way_store_note_checked (const char *path, gint64 checked_utc)
{
  g_autofree char *note = g_strconcat (path, "-checked", NULL);
  g_autofree char *now = describe (path);
  g_autofree char *text = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n", now, checked_utc);

  /* Without the note the next opening takes longer, that is all. */
  if (now == NULL)
    g_unlink (note);
  else
    g_file_set_contents_full (note, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}
