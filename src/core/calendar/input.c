#include "core/calendar/input.h"

#include "core/base/error.h"
#include "core/calendar/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#define STEP_BYTES (1024 * 1024)

static void
set_errno (GError **error, const char *path, int number)
{
  g_set_error (error, WAY_ERROR, number == ENOENT ? WAY_ERROR_NOT_FOUND : WAY_ERROR_IO,
               _ ("%s cannot be read: %s"), path, g_strerror (number));
}

static void
set_kind (GError **error, const char *path, mode_t mode)
{
  const char *format = S_ISDIR (mode)    ? _ ("%s cannot be read: it is a folder, not a file.")
                       : S_ISFIFO (mode) ? _ ("%s cannot be read: it is a pipe (FIFO), not a file.")
                       : S_ISSOCK (mode) ? _ ("%s cannot be read: it is a socket, not a file.")
                                         : _ ("%s cannot be read: it is a device, not a file.");

  g_set_error (error, WAY_ERROR, WAY_ERROR_IO, format, path);
}

static gboolean
check_size (const char *path, guint64 size, GError **error)
{
  if (size <= WAY_CALENDAR_MAX_BYTES)
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT,
               _ ("%s is too large for a calendar file: the limit is %d MB."), path,
               WAY_CALENDAR_MAX_BYTES / 1048576);
  return FALSE;
}

/* A descriptor to read from, or -1. A socket cannot be opened at all (ENXIO). */
static int
open_file (const char *path, gsize *size, GError **error)
{
  struct stat about;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  int number = errno;

  if (fd < 0)
    {
      if (number == ENXIO && stat (path, &about) == 0 && !S_ISREG (about.st_mode))
        set_kind (error, path, about.st_mode);
      else
        set_errno (error, path, number);
      return -1;
    }
  if (fstat (fd, &about) != 0)
    set_errno (error, path, errno);
  else if (!S_ISREG (about.st_mode))
    set_kind (error, path, about.st_mode);
  else if (check_size (path, (guint64) about.st_size, error))
    {
      *size = (gsize) about.st_size;
      return fd;
    }
  close (fd);
  return -1;
}

/* Standard input may have been set not to wait. */
static gssize
read_some (int fd, char *to, gsize room)
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

/* @size: what is expected, which a file that is being written may exceed. One byte more than the limit is
 * enough to know. */
static GBytes *
read_all (int fd, const char *path, gsize size, GError **error)
{
  gsize room = MAX (size + 1, STEP_BYTES), length = 0;
  g_autofree char *data = g_malloc (room);

  for (;;)
    {
      gssize got = read_some (fd, data + length, room - length);
      if (got < 0)
        {
          set_errno (error, path, errno);
          return NULL;
        }
      length += (gsize) got;
      if (!check_size (path, length, error))
        return NULL;
      if (got == 0)
        return g_bytes_new_take (g_steal_pointer (&data), length);
      if (length == room)
        {
          room = MIN (room * 2, (gsize) WAY_CALENDAR_MAX_BYTES + 1);
          data = g_realloc (data, room);
        }
    }
}

GBytes *
way_calendar_input_read (const char *path, GError **error)
{
  gboolean standard = g_str_equal (path, "-");
  gsize size = 0;
  int fd = standard ? STDIN_FILENO : open_file (path, &size, error);

  if (fd < 0)
    return NULL;
  GBytes *bytes = read_all (fd, path, size, error);
  if (!standard)
    close (fd);
  return bytes;
}
