/* The first look at a file, before SQLite touches it: SQLite would offer to overwrite an empty header
 * and report garbage late. The header is described in "Database File Format", section 1.3. */
#include "core/base/error.h"
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
      g_set_error (error, WAY_ERROR, WAY_ERROR_DATA, _ ("“%s” cannot be opened: %s."), path,
                   g_strerror (code));
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

gboolean
way_store_probe (const char *path, GError **error)
{
  guint8 header[HEADER_SIZE] = { 0 };
  gint64 size = 0;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  gssize length = read_header (path, header, &size, error);
  if (length <= 0)
    return length == 0;
  if (is_unfinished (path, header))
    return TRUE;
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
