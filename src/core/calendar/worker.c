/* The child is this program again: nothing to install beside it, and nothing to find. The question and the
 * file go over as files in memory, so that no side ever waits for the other to read; only the answer is a
 * pipe. What libical does with a hostile VTIMEZONE is why, and the files of others are its input. */
#define _GNU_SOURCE
#include "core/calendar/worker.h"

#include "core/base/error.h"
#include "core/calendar/worker-wire.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKER_OPTION "--calendar-worker"
#define EXIT_MEMORY   3 /* of the child: the limit of memory was met */
#define READ_BYTES    (256 * 1024)
#define FILE_FD       3 /* in the child: the calendar file; standard input is the question */

static const WayCalendarWorkerLimits usual_limits = { .memory_bytes = 1024LL * 1024 * 1024,
                                                      .cpu_s = 20,
                                                      .wall_ms = 30000,
                                                      .answer_bytes = 512LL * 1024 * 1024 };

/* Set once, at the top of main(). */
static gboolean starts_children;

static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize length;
  const char *at = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      gssize written = write (fd, at, length);
      if (written < 0 && errno != EINTR)
        return FALSE;
      if (written > 0)
        {
          at += written;
          length -= (gsize) written;
        }
    }
  return TRUE;
}

/* The child. */

static void
set_limit (int what, gint64 soft, gint64 hard)
{
  struct rlimit limit = { (rlim_t) soft, (rlim_t) hard };

  setrlimit (what, &limit);
}

static void
set_limits (const WayWorkerCall *call)
{
  set_limit (RLIMIT_CORE, 0, 0);
  /* At the soft limit comes SIGXCPU, which says what happened; at the hard one SIGKILL. */
  set_limit (RLIMIT_CPU, call->cpu_s, call->cpu_s + 1);
#ifndef __SANITIZE_ADDRESS__
  set_limit (RLIMIT_AS, call->memory_bytes, call->memory_bytes);
  set_limit (RLIMIT_FSIZE, 0, 0);
#endif
}

/* GLib's way to say that there is no more memory. */
static void
on_log (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  if ((level & G_LOG_LEVEL_ERROR) && message != NULL && strstr (message, "failed to allocate"))
    _exit (EXIT_MEMORY);
  g_log_default_handler (domain, level, message, data);
}

/* A file in memory that the program has left us at @fd. */
static const char *
map_given (int fd, gsize *length)
{
  struct stat about;

  if (fstat (fd, &about) != 0 || !S_ISREG (about.st_mode))
    return NULL;
  *length = (gsize) about.st_size;
  return way_calendar_input_map (fd, *length);
}

static int
answer (const WayWorkerCall *call)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = map_given (FILE_FD, &length);

  if (data == NULL)
    return EXIT_FAILURE;
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (data, length, call->name, &call->options, &error);
  way_calendar_input_unmap (data, length);
  g_autoptr (GBytes) bytes = way_worker_answer_write (content, error);
  return write_all (STDOUT_FILENO, bytes) ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int
work (void)
{
  g_auto (WayWorkerCall) call = { 0 };
  gsize length;

  /* The program is gone: nobody waits for an answer. */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  setlocale (LC_ALL, "");
  g_log_set_default_handler (on_log, NULL);
  g_log_writer_default_set_use_stderr (TRUE);
  const char *data = map_given (STDIN_FILENO, &length);
  if (data == NULL)
    return EXIT_FAILURE;
  g_autoptr (GBytes) question = g_bytes_new_static (data, length);
  if (!way_worker_call_read (question, &call))
    return EXIT_FAILURE;
  set_limits (&call);
  return answer (&call);
}

void
way_calendar_worker_init (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], WORKER_OPTION))
    exit (work ());
  starts_children = TRUE;
}

/* The program. */

typedef enum
{
  OUTCOME_ANSWERED,
  OUTCOME_TIME,
  OUTCOME_MEMORY,
  OUTCOME_ENDED,
} Outcome;

static WayCalendarContent *
set_outcome (Outcome outcome, const char *name, GError **error)
{
  const char *format =
      outcome == OUTCOME_TIME
          ? _ ("%s could not be read: reading it took too long. Nothing was changed.")
      : outcome == OUTCOME_MEMORY
          ? _ ("%s could not be read: reading it took too much memory. Nothing was changed.")
          : _ ("%s could not be read: reading it ended unexpectedly. Nothing was changed.");

  g_set_error (error, WAY_ERROR, WAY_ERROR_LIMIT, format, name);
  return NULL;
}

/* @output: the read end of the answer's pipe. */
static gboolean
start_child (const WayCalendarInput *question,
             const WayCalendarInput *file,
             GPid *child,
             int *output,
             GError **error)
{
  const int given = file->fd, taken = FILE_FD;
  /* The file, and the name it is started by. */
  const char *const argv[] = { "/proc/self/exe", "waymark", WORKER_OPTION, NULL };
  GSpawnFlags flags =
      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_FILE_AND_ARGV_ZERO | G_SPAWN_CLOEXEC_PIPES;

#ifndef __SANITIZE_ADDRESS__
  /* What happened is said once, by us. */
  flags |= G_SPAWN_STDERR_TO_DEV_NULL;
#endif
  return g_spawn_async_with_pipes_and_fds (NULL, argv, NULL, flags, NULL, NULL, question->fd, -1,
                                           -1, &given, &taken, 1, child, NULL, output, NULL, error);
}

static int
milliseconds_left (gint64 deadline_us)
{
  return (int) (MAX (deadline_us - g_get_monotonic_time (), 0) / 1000);
}

/* All that comes until the child closes its end. */
static Outcome
read_answer (int fd, GByteArray *into, gint64 deadline_us, gint64 limit)
{
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);

  for (;;)
    {
      struct pollfd wait = { .fd = fd, .events = POLLIN };
      int left = milliseconds_left (deadline_us);
      int ready = left > 0 ? poll (&wait, 1, left) : 0;
      if (ready < 0 && errno == EINTR)
        continue;
      if (ready <= 0)
        return ready == 0 ? OUTCOME_TIME : OUTCOME_ENDED;
      gssize got = read (fd, buffer, READ_BYTES);
      if (got < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (got <= 0)
        return got == 0 ? OUTCOME_ANSWERED : OUTCOME_ENDED;
      if (into->len + got > limit)
        return OUTCOME_MEMORY;
      g_byte_array_append (into, buffer, (guint) got);
    }
}

static Outcome
judge (int status)
{
  if (WIFEXITED (status))
    return WEXITSTATUS (status) == EXIT_SUCCESS  ? OUTCOME_ANSWERED
           : WEXITSTATUS (status) == EXIT_MEMORY ? OUTCOME_MEMORY
                                                 : OUTCOME_ENDED;
  if (WTERMSIG (status) == SIGXCPU)
    return OUTCOME_TIME;
  /* Not by us: the system does that when its memory runs out. */
  return WTERMSIG (status) == SIGKILL ? OUTCOME_MEMORY : OUTCOME_ENDED;
}

/* Waits for the end of a child that has answered; one that did not is ended. It leaves no zombie. */
static Outcome
reap_child (GPid child, Outcome outcome, gint64 deadline_us)
{
  int status = 0;
  pid_t done = 0;

  while (outcome == OUTCOME_ANSWERED &&
         ((done = waitpid (child, &status, WNOHANG)) == 0 || (done < 0 && errno == EINTR)))
    {
      if (milliseconds_left (deadline_us) == 0)
        outcome = OUTCOME_TIME;
      else
        g_usleep (500);
    }
  if (outcome == OUTCOME_ANSWERED)
    /* Where nobody may wait for children, the answer speaks for itself. */
    return done == child ? judge (status) : OUTCOME_ANSWERED;
  kill (child, SIGKILL);
  while (waitpid (child, &status, 0) < 0 && errno == EINTR)
    ;
  return outcome;
}

static Outcome
ask_child (const WayCalendarInput *question,
           const WayCalendarInput *file,
           const WayCalendarWorkerLimits *limits,
           GByteArray *reply,
           GError **error)
{
  gint64 deadline_us = g_get_monotonic_time () + limits->wall_ms * 1000;
  GPid child;
  int output;

  if (!start_child (question, file, &child, &output, error))
    return OUTCOME_ENDED;
  Outcome outcome = read_answer (output, reply, deadline_us, limits->answer_bytes);
  close (output);
  return reap_child (child, outcome, deadline_us);
}

static WayCalendarContent *
read_here (const WayCalendarInput *file,
           const char *name,
           const WayCalendarReadOptions *options,
           GError **error)
{
  const char *data = way_calendar_input_map (file->fd, file->length);

  if (data == NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("%s cannot be read: %s"), name,
                   g_strerror (errno));
      return NULL;
    }
  WayCalendarContent *content = way_calendar_read (data, file->length, name, options, error);
  way_calendar_input_unmap (data, file->length);
  return content;
}

WayCalendarContent *
way_calendar_read_limited (const WayCalendarInput *file,
                           const char *name,
                           const WayCalendarReadOptions *options,
                           const WayCalendarWorkerLimits *limits,
                           GError **error)
{
  if (!starts_children)
    return read_here (file, name, options, error);
  g_autoptr (GBytes) call =
      way_worker_call_write (name, options, limits->memory_bytes, limits->cpu_s);
  g_autoptr (GByteArray) reply = g_byte_array_new ();
  g_autoptr (GError) failure = NULL;
  g_auto (WayCalendarInput) question = { 0 };
  Outcome outcome = OUTCOME_ENDED;
  if (way_calendar_input_take (g_bytes_get_data (call, NULL), g_bytes_get_size (call), &question,
                               &failure))
    outcome = ask_child (&question, file, limits, reply, &failure);
  if (failure != NULL)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_IO, _ ("%s cannot be read: %s"), name,
                   failure->message);
      return NULL;
    }
  if (outcome != OUTCOME_ANSWERED)
    return set_outcome (outcome, name, error);
  g_autoptr (GBytes) answered = g_byte_array_free_to_bytes (g_steal_pointer (&reply));
  WayCalendarContent *content = way_worker_answer_read (answered, &failure);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else if (content == NULL)
    return set_outcome (OUTCOME_ENDED, name, error);
  return content;
}

WayCalendarContent *
way_calendar_read_isolated (const WayCalendarInput *file,
                            const char *name,
                            const WayCalendarReadOptions *options,
                            GError **error)
{
  return way_calendar_read_limited (file, name, options, &usual_limits, error);
}
