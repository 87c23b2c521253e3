/* The first look at a file, before SQLite touches it: SQLite would offer to overwrite an empty header
 * and report garbage late. The header is described in "Database File Format", section 1.3. */
#include "core/base/error.h"
#include "core/store/backup-list.h"
#include "core/store/private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_SIZE 100

static guint32
read_big_endian (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

static gboolean
refuse (const char *path, const char *what, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  /* Translators: a file's path, what is wrong with it, and the folder of the file. */
  g_set_error (
      error, WAY_ERROR, WAY_ERROR_DATA,
      _ ("“%s” %s. Nothing was changed. Move it away, or put a backup from “%s/backups” in "
         "its place."),
      path, what, folder);
  return FALSE;
}

/* Bytes of the header that could be read; -1 with @error. */
static gssize
read_header (const char *path, guint8 header[HEADER_SIZE], gint64 *size, GError **error)
{
  struct stat info;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    {
      int code = errno;
      g_set_error (error, WAY_ERROR, WAY_ERROR_ACCESS,
                   _ ("“%s” cannot be read: %s. Nothing was changed."), path, g_strerror (code));
      return -1;
    }
  gboolean regular = fstat (fd, &info) == 0 && S_ISREG (info.st_mode);
  gssize length = regular ? read (fd, header, HEADER_SIZE) : -1;
  *size = regular ? info.st_size : 0;
  close (fd);
  if (length < 0)
    refuse (path, _ ("is not a file that can be read"), error);
  return length;
}

/* The first write of a new database that was cut off before its first sector: SQLite takes back the rest with the
 * journal of that write. */
static gboolean
is_unfinished (const char *path, const guint8 header[HEADER_SIZE])
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  static const guint8 nothing[HEADER_SIZE];

  return memcmp (header, nothing, HEADER_SIZE) == 0 && g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
has_content (const char *path, const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (name, &info) == 0 && info.st_size > 0;
}

/* A new database has neither a log nor a backup; SQLite would throw the log of an empty one away. A journal it may
 * have, when its first write was cut off. */
static gboolean
may_be_new (const char *path, gboolean exists, GError **error)
{
  if (has_content (path, "-wal"))
    return refuse (path, _ ("is empty or gone, but there is a log of changes to it"), error);
  g_autoptr (GPtrArray) backups = way_store_list_backups (path, NULL);
  if (exists && backups->len > 0)
    return refuse (path, _ ("is empty, but there are backups of it"), error);
  return TRUE;
}

gboolean
way_store_probe (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gint64 size = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return may_be_new (path, FALSE, error);
  gssize length = read_header (path, header, &size, error);
  if (length <= 0)
    return length == 0 && may_be_new (path, TRUE, error);
  if (is_unfinished (path, header))
    return may_be_new (path, TRUE, error);
  if (length < HEADER_SIZE || memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (path, _ ("is not a Waymark database"), error);
  guint32 page = (guint32) header[16] << 8 | header[17];
  guint32 page_size = page == 1 ? 65536 : page;
  guint32 application = read_big_endian (header + 68);
  gint64 pages = read_big_endian (header + 28);
  /* A database that was created but not set up has neither id nor version. */
  if (application != WAY_STORE_APPLICATION_ID &&
      !(application == 0 && read_big_endian (header + 60) == 0 && pages <= 1))
    return refuse (path, _ ("is a database of another program"), error);
  if (size < pages * page_size && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autofree char *wal = g_strconcat (path, "-wal", NULL);
      g_autofree char *journal = g_strconcat (path, "-journal", NULL);
      /* With a write-ahead log the pages may still be there, and with the journal of the first write, which makes
       * the file, nothing is lost. */
      if (!g_file_test (wal, G_FILE_TEST_EXISTS) && !g_file_test (journal, G_FILE_TEST_EXISTS))
        return refuse (path, _ ("is cut off: pages are missing at its end"), error);
    }
  return TRUE;
}

/* The first name of the series "waymark-2027-01-04T080000Z.damaged.db", "….damaged-2.db", … that is free. */
static char *
name_aside (const char *path, gint64 now_utc)
{
  const char *dot = g_str_has_suffix (path, ".db") ? path + strlen (path) - 3 : NULL;
  g_autofree char *stem = dot != NULL ? g_strndup (path, dot - path) : g_strdup (path);
  g_autofree char *stamp = way_store_stamp (now_utc);

  for (int n = 1;; n++)
    {
      g_autofree char *number = n > 1 ? g_strdup_printf ("-%d", n) : g_strdup ("");
      char *name = g_strdup_printf ("%s-%s.damaged%s.db", stem, stamp, number);
      if (!g_file_test (name, G_FILE_TEST_EXISTS) && !g_file_test (name, G_FILE_TEST_IS_SYMLINK))
        return name;
      g_free (name);
    }
}

char *
way_store_move_aside (const char *path, gint64 now_utc, GError **error)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal", "" };
  g_autofree char *aside = name_aside (path, now_utc);

  /* The file comes last: without it, what is left would look like the log of a new one. */
  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);
      if (g_rename (from, to) == 0 || errno == ENOENT)
        continue;
      int code = errno;
      g_set_error (error, WAY_ERROR, WAY_ERROR_ACCESS, _ ("“%s” cannot be moved away: %s."), from,
                   g_strerror (code));
      return NULL;
    }
  return g_steal_pointer (&aside);
}
