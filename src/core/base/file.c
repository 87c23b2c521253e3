#include "core/base/file.h"

#include "core/base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define STEP_BYTES (64 * 1024)

static void
say_unread (const char *path, int number, GError **error)
{
  g_set_error (error, WAY_ERROR, number == ENOENT ? WAY_ERROR_NOT_FOUND : WAY_ERROR_IO,
               _ ("%s cannot be read: %s"), path, g_strerror (number));
}

/* A descriptor to read from, or -1. */
static int
open_file (const char *path, GError **error)
{
  struct stat about;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);

  if (fd < 0 || fstat (fd, &about) != 0)
    say_unread (path, errno, error);
  else if (S_ISREG (about.st_mode))
    return fd;
  else
    g_set_error (error, WAY_ERROR, WAY_ERROR_IO,
                 S_ISDIR (about.st_mode) ? _ ("%s cannot be read: it is a folder, not a file.")
                                         : _ ("%s cannot be read: it is not an ordinary file."),
                 path);
  if (fd >= 0)
    close (fd);
  return -1;
}

/* Standard input may have been set not to wait. */
static gssize
read_some (int fd, guint8 *to, gsize room)
{
  for (;;)
    {
      gssize got = read (fd, to, room);
      if (got < 0 && errno == EAGAIN)
        poll (&(struct pollfd) { .fd = fd, .events = POLLIN }, 1, -1);
      else if (got >= 0 || errno != EINTR)
        return got;
    }
}

/* One byte over the limit is enough to know. */
static GByteArray *
read_all (int fd, const char *path, gsize max_bytes, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gssize got;

  do
    {
      guint length = bytes->len;
      g_byte_array_set_size (bytes, length + STEP_BYTES);
      got = read_some (fd, bytes->data + length, STEP_BYTES);
      if (got < 0)
        {
          say_unread (path, errno, error);
          return NULL;
        }
      g_byte_array_set_size (bytes, length + (guint) got);
    }
  while (got > 0 && bytes->len <= max_bytes);
  if (bytes->len <= max_bytes)
    return g_steal_pointer (&bytes);
  g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT, _ ("%s is too large: the limit is %d MB."), path,
               (int) (max_bytes / 1048576));
  return NULL;
}

GBytes *
way_file_read (const char *path, gsize max_bytes, GError **error)
{
  gboolean standard = g_str_equal (path, "-");
  int fd = standard ? STDIN_FILENO : open_file (path, error);

  if (fd < 0)
    return NULL;
  GByteArray *bytes = read_all (fd, path, max_bytes, error);
  if (!standard)
    close (fd);
  if (bytes == NULL)
    return NULL;
  gsize length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return g_bytes_new_take (g_byte_array_free (bytes, FALSE), length);
}

static gboolean
write_standard (const char *data, gsize length, GError **error)
{
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

static gboolean
replace (const char *path, const char *data, gsize length, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ISDIR, _ ("it is a folder"));
      return FALSE;
    }
  /* The rename would put a file in the place of a device or a pipe. */
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _ ("it is not an ordinary file"));
      return FALSE;
    }
  return g_file_set_contents_full (path, data, (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

gboolean
way_file_write (const char *path, const char *data, gsize length, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (g_str_equal (path, "-") ? write_standard (data, length, &failure)
                              : replace (path, data, length, &failure))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("“%s” cannot be written: %s"), path,
               failure->message);
  return FALSE;
}

void
way_file_remove (const char *path)
{
  GStatBuf info;

  if (g_lstat (path, &info) == 0 && S_ISDIR (info.st_mode))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
        {
          g_autofree char *inner = g_build_filename (path, name, NULL);
          way_file_remove (inner);
        }
    }
  g_remove (path);
}
