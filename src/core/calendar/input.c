#define _GNU_SOURCE
#include "core/calendar/input.h"

#include "core/base/error.h"
#include "core/calendar/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define STEP_BYTES (256 * 1024)
#define SEALS      (F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL)

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
open_file (const char *path, GError **error)
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
    return fd;
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

/* %FALSE with errno. */
static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, data, length);
      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          data += written;
          length -= (gsize) written;
        }
    }
  return TRUE;
}

/* %FALSE with errno. From here on nobody can write to it: not the child, whatever its file makes of it. */
static gboolean
seal (int memory)
{
  return fcntl (memory, F_ADD_SEALS, SEALS) == 0;
}

static gboolean
copy_all (int fd, const char *path, WayCalendarInput *input, GError **error)
{
  g_autofree char *step = g_malloc (STEP_BYTES);
  gssize got;

  /* A file that is being written may have more than it said. */
  while ((got = read_some (fd, step, STEP_BYTES)) > 0)
    {
      input->length += (gsize) got;
      if (!check_size (path, input->length, error))
        return FALSE;
      if (!write_all (input->fd, step, (gsize) got))
        {
          set_errno (error, path, errno);
          return FALSE;
        }
    }
  if (got == 0 && seal (input->fd))
    return TRUE;
  set_errno (error, path, errno);
  return FALSE;
}

/* %FALSE with errno. */
static gboolean
make_memory (WayCalendarInput *input)
{
  int fd = memfd_create ("waymark-calendar", MFD_CLOEXEC | MFD_ALLOW_SEALING);

  /* Where a standard stream is closed: what is at its number does not survive the start of a child. */
  if (fd >= 0 && fd <= STDERR_FILENO)
    {
      int higher = fcntl (fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
      close (fd);
      fd = higher;
    }
  *input = (WayCalendarInput) { .fd = MAX (fd, 0) };
  return fd >= 0;
}

gboolean
way_calendar_input_read (const char *path, WayCalendarInput *input, GError **error)
{
  gboolean standard = g_str_equal (path, "-"), ok = FALSE;
  int fd = standard ? STDIN_FILENO : open_file (path, error);

  if (fd < 0)
    return FALSE;
  if (make_memory (input))
    ok = copy_all (fd, path, input, error);
  else
    set_errno (error, path, errno);
  if (!standard)
    close (fd);
  if (!ok)
    way_calendar_input_clear (input);
  return ok;
}

gboolean
way_calendar_input_take (const char *data, gsize length, WayCalendarInput *input, GError **error)
{
  if (make_memory (input) && write_all (input->fd, data, length) && seal (input->fd))
    {
      input->length = length;
      return TRUE;
    }
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_IO, g_strerror (errno));
  way_calendar_input_clear (input);
  return FALSE;
}

void
way_calendar_input_clear (WayCalendarInput *input)
{
  if (input->fd > 0)
    close (input->fd);
  *input = (WayCalendarInput) { 0 };
}

const char *
way_calendar_input_map (int fd, gsize length)
{
  /* There is no map of nothing. */
  if (length == 0)
    return "";
  const char *data = mmap (NULL, length, PROT_READ, MAP_PRIVATE, fd, 0);
  return data != MAP_FAILED ? data : NULL;
}

void
way_calendar_input_unmap (const char *data, gsize length)
{
  if (length > 0)
    munmap ((void *) data, length);
}

char *
way_calendar_input_checksum (const WayCalendarInput *input, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *step = g_malloc (STEP_BYTES);
  gsize at = 0;

  while (at < input->length)
    {
      gssize got = pread (input->fd, step, STEP_BYTES, (off_t) at);
      if (got <= 0)
        {
          set_errno (error, "-", errno);
          return NULL;
        }
      g_checksum_update (sum, (const guchar *) step, got);
      at += (gsize) got;
    }
  return g_strdup (g_checksum_get_string (sum));
}
