/* run-once [--only N] MUTATIONS CORPUS [FOLDER…]: every file of the folders through the fuzz target, then
 * MUTATIONS changed ones of the corpus, the same in every run; in TAP. --only N prints the Nth of these
 * instead. */
#include <gio/gio.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define LIMIT_S   20   /* of one input, sanitizers and a busy machine included */
#define MAX_BYTES 8192 /* of a mutation */

static char current[512];

/* Also for what the sanitizers find: they abort (see meson.build). */
static void
on_signal (int number)
{
  static const char word[] = "\nBail out! Stopped in: ";

  if (write (STDOUT_FILENO, word, sizeof word - 1) < 0 ||
      write (STDOUT_FILENO, current, strlen (current)) < 0 || write (STDOUT_FILENO, "\n", 1) < 0)
    _exit (2);
  _exit (1);
}

static gint64
run (const char *data, gsize length)
{
  gint64 start = g_get_monotonic_time ();
  /* Of just this size, so that a byte too many is seen. */
  g_autofree uint8_t *copy = g_memdup2 (data, length);

  alarm (LIMIT_S);
  LLVMFuzzerTestOneInput (copy, length);
  alarm (0);
  return g_get_monotonic_time () - start;
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static void
add_folder (GPtrArray *names, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint first = names->len;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.')
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  if (names->len > first)
    qsort (names->pdata + first, names->len - first, sizeof (gpointer), compare_names);
}

/* A line of @text, or a few bytes of it. */
static void
pick (GRand *rand, const GString *text, gsize *start, gsize *length)
{
  *start = *length = 0;
  if (text->len == 0)
    return;
  *start = (gsize) g_rand_int_range (rand, 0, (int) text->len);
  if (g_rand_boolean (rand))
    {
      while (*start > 0 && text->str[*start - 1] != '\n')
        --*start;
      const char *end = memchr (text->str + *start, '\n', text->len - *start);
      *length = end != NULL ? (gsize) (end - text->str) + 1 - *start : text->len - *start;
    }
  else
    *length = (gsize) g_rand_int_range (rand, 1, (int) MIN (text->len - *start, 12) + 1);
}

static void
change (GRand *rand, GString *text, const GString *other)
{
  static const char odd[] = "0123456789-+:;,=TZPWDMSH\"\r\n \\\t";
  gsize start, length, from;

  pick (rand, text, &start, &length);
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      g_string_erase (text, (gssize) start, (gssize) length);
      break;
    case 1:
      {
        g_autofree char *part = g_memdup2 (text->str + start, length);
        g_string_insert_len (text, (gssize) start, part, (gssize) length);
        break;
      }
    case 2:
      pick (rand, other, &from, &length);
      g_string_insert_len (text, (gssize) start, other->str + from, (gssize) length);
      break;
    case 3:
      if (length > 0)
        text->str[start] = odd[g_rand_int_range (rand, 0, (int) sizeof odd - 1)];
      break;
    case 4:
      g_string_insert_c (text, (gssize) start, (char) g_rand_int_range (rand, 0, 256));
      break;
    default:
      for (gsize i = start; i < start + length; i++)
        if (g_ascii_isdigit (text->str[i]))
          text->str[i] = (char) ('0' + g_rand_int_range (rand, 0, 10));
    }
}

static GString *
mutate (const GPtrArray *texts, guint n_texts, guint number)
{
  GRand *rand = g_rand_new_with_seed (number);
  const GString *base = g_ptr_array_index (texts, number % n_texts);
  GString *text = g_string_new_len (base->str, (gssize) base->len);

  for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
    change (rand, text,
            g_ptr_array_index (texts, (guint) g_rand_int_range (rand, 0, (int) n_texts)));
  g_string_truncate (text, MIN (text->len, MAX_BYTES));
  g_rand_free (rand);
  return text;
}

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static void
run_mutations (const GPtrArray *texts, guint n_texts, guint n)
{
  gint64 slowest = 0;
  guint which = 0;

  for (guint i = 0; i < n; i++)
    {
      GString *text = mutate (texts, n_texts, i);
      g_snprintf (current, sizeof current, "mutation %u", i);
      gint64 took = run (text->str, text->len);
      if (took > slowest)
        {
          slowest = took;
          which = i;
        }
      g_string_free (text, TRUE);
    }
  printf ("# the slowest was %u: %.0f ms\n", which, (double) slowest / 1000);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  guint n_corpus = 0;
  int first = argc > 2 && g_str_equal (argv[1], "--only") ? 3 : 1;

  if (argc <= first)
    return 2;
  signal (SIGABRT, on_signal);
  signal (SIGTRAP, on_signal);
  signal (SIGALRM, on_signal);
  for (int i = first + 1; i < argc; i++)
    {
      add_folder (names, argv[i]);
      if (i == first + 1)
        n_corpus = names->len;
    }
  for (guint i = 0; i < names->len; i++)
    {
      char *data;
      gsize length;
      if (!g_file_get_contents (g_ptr_array_index (names, i), &data, &length, NULL))
        return 2;
      g_ptr_array_add (texts, g_string_new_len (data, (gssize) length));
      g_free (data);
    }
  if (n_corpus == 0)
    return 2;
  if (first == 3)
    {
      GString *text = mutate (texts, n_corpus, (guint) g_ascii_strtoull (argv[2], NULL, 10));
      fwrite (text->str, 1, text->len, stdout);
      g_string_free (text, TRUE);
      return 0;
    }
  setvbuf (stdout, NULL, _IOLBF, 0);
  printf ("1..%u\n", texts->len + 1);
  for (guint i = 0; i < texts->len; i++)
    {
      const GString *text = g_ptr_array_index (texts, i);
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (names, i));
      g_strlcpy (current, name, sizeof current);
      run (text->str, text->len);
      printf ("ok %u - %s\n", i + 1, name);
    }
  run_mutations (texts, n_corpus, (guint) g_ascii_strtoull (argv[first], NULL, 10));
  printf ("ok %u - mutations\n", texts->len + 1);
  return 0;
}
