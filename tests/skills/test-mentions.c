/* Names of skills in texts: a table of what is one and what is none, and random texts against a reference that knows
 * nothing of trees. */
#include "core/skills/job-ads.h"
#include "skills-case.h"

static GPtrArray *
make_skills (const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, "|", -1);
  GPtrArray *skills = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      WaySkill *skill = g_malloc0 (sizeof *skill + strlen (parts[i]) + 1);
      char *title = (char *) (skill + 1);
      strcpy (title, parts[i]);
      skill->id = i + 1;
      skill->synonyms = (char *) "";
      skill->title = title;
      /* "Kafka=Event bus": a synonym */
      if (strchr (title, '=') != NULL)
        {
          skill->synonyms = strchr (title, '=') + 1;
          *strchr (title, '=') = '\0';
          g_strdelimit (skill->synonyms, "=", '\n');
        }
      g_ptr_array_add (skills, skill);
    }
  return skills;
}

/* What is named, as it stands in @text: "Go, C++" (transfer full). */
static char *
find (const char *names, const char *text)
{
  g_autoptr (GPtrArray) skills = make_skills (names);
  g_autoptr (GArray) mentions = way_mentions_find (text, skills);
  GString *found = g_string_new (NULL);
  guint end = 0;

  for (guint i = 0; i < mentions->len; i++)
    {
      WayMention it = g_array_index (mentions, WayMention, i);
      g_assert_cmpint (it.from, >=, end);
      g_assert_cmpint (it.to, >, it.from);
      end = it.to;
      g_string_append (found, i > 0 ? "," : "");
      g_string_append_len (found, text + it.from, it.to - it.from);
    }
  return g_string_free (found, FALSE);
}

static const struct
{
  const char *names, *text, *found;
} cases[] = {
  { "Go", "Going to Google, we go with Go.", "go,Go" },
  { "Go", "Django, cargo, go2", "" },
  { "C", "C, C++, C#, (C) and C.", "C,C,C" },
  { "C|C++|C#", "C, C++, C# and C++17", "C,C++,C#,C++" },
  { "C++", "c++/Java; C++. C+++ C++x", "c++,C++" },
  { "C#", "F#/C#, C#9", "C#,C#" },
  { "Java", "JavaScript, Java+Spring, Java/Kotlin, Java-based", "Java,Java,Java" },
  { "Node.js", "We use Node.js.", "Node.js" },
  { "Node", "We use Node.js, or Node.", "Node" },
  { "js", "Node.js", "" },
  { ".NET", "ASP.NET, .NET and (.net)", ".NET,.net" },
  { "NET", ".NET ... a net ...net", "net,net" },
  { "CI/CD", "ci/cd, CI / CD, CI CD", "ci/cd,CI / CD" },
  { "CI|CD", "CI/CD", "CI,CD" },
  { "Kafka", "Kafka/RabbitMQ, Kafka's, “Kafka”", "Kafka,Kafka,Kafka" },
  { "R", "R&D in R & D; R", "R,R" },
  { "R&D", "Our R&D team", "R&D" },
  { "System design", "system\ndesign, SYSTEM-DESIGN, system   design",
    "system\ndesign,SYSTEM-DESIGN,system   design" },
  { "System design", "Design of systems; system, design; systems design", "" },
  { "System design", "- system\n- design", "" },
  { "System design", "system\n\ndesign; system - design; system–design", "" },
  { "End-to-end tests", "end to end tests, end-to-\nend-tests",
    "end to end tests,end-to-\nend-tests" },
  { "Microservices", "micro-services", "" },
  { "System|System design|Design documents", "system design documents", "system,design documents" },
  { "SQL|Postgres SQL", "Postgres SQL, SQL", "Postgres SQL,SQL" },
  { "Kafka=Event bus=message-queue", "an event-bus and a Message queue",
    "event-bus,Message queue" },
  { "Café", "CAFE, cafe\xcc\x81, Café", "CAFE,cafe\xcc\x81,Café" },
  { "Straßenbau", "STRASSENBAU, strassenbau, Strassen", "STRASSENBAU,strassenbau" },
  { "Verteilte Systeme", "verteilte Systeme und Verteilte\u00a0Systeme",
    "verteilte Systeme,Verteilte\u00a0Systeme" },
  { "Qualitätssicherung", "QUALITA\xcc\x88TSSICHERUNG; Quali\u00adtätssicherung",
    "QUALITA\xcc\x88TSSICHERUNG,Quali\u00adtätssicherung" },
  { "تصميم الأنظمة", "خبرة في تَصْمِيم الانظمة، وتصميم", "تَصْمِيم الانظمة" },
  { "ΟΔΟΣ", "οδος Οδός", "οδος,Οδός" },
  { "Istanbul", "İSTANBUL", "İSTANBUL" },
  { "file", "ﬁle and ｆｉｌｅ", "ﬁle,ｆｉｌｅ" },
  { "Go", "\u200fGo\u200f", "Go" },
  { "Go,", "go", "go" },
  { "(Go)", "go", "go" },
  { "!?|", "a !? b", "" },
  { "Go", "", "" },
  { "Rust", "rust\nRUST\r\nRust", "rust,RUST,Rust" },
};

static void
test_names_are_found_as_whole_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].names, cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_text_that_is_cut_off_within_a_letter_is_read_to_there (void)
{
  g_autofree char *found = find ("Go", "Go \xc3");

  g_assert_cmpstr (found, ==, "Go");
}

/* The reference: no words, no tree. It reads @text character by character as classes and letters, tries every name at
 * every character, and takes the longest until nothing is left. Only for letters, digits and signs in ASCII. */
typedef struct
{
  guint from, to, skill;
} Hit;

static gboolean
is_gap (char c)
{
  return c == ' ' || c == '\n' || c == '-';
}

/* Reads what may stand between two words; how far, or 0 where it separates more than that. "/" takes space beside it. */
static guint
read_gap (const char *text, guint at)
{
  guint end = at, lines = 0, hyphens = 0;
  gboolean space_first = FALSE;

  for (; text[end] != '\0' && is_gap (text[end]); end++)
    {
      lines += text[end] == '\n';
      space_first |= text[end] == '-' && end > at && text[end - 1] != '-' && hyphens == 0;
      hyphens += text[end] == '-';
    }
  return lines > 1 || hyphens > 1 || (hyphens == 1 && space_first) ? 0 : end - at;
}

static gboolean
is_word (char c)
{
  return g_ascii_isalnum (c);
}

/* How many bytes of @text from @at say @name; 0: they do not. */
static guint
match_at (const char *text, guint at, const char *name)
{
  guint i = at;

  for (const char *n = name; *n != '\0';)
    {
      if (*n == ' ')
        {
          guint gap = read_gap (text, i);
          if (gap == 0)
            return 0;
          i += gap;
          n++;
          continue;
        }
      if ((*n == '/' || (n > name && n[-1] == '/')) && is_gap (text[i]))
        {
          guint gap = read_gap (text, i);
          if (gap == 0)
            return 0;
          i += gap;
        }
      if (g_ascii_tolower (text[i]) != g_ascii_tolower (*n))
        return 0;
      i++;
      n++;
    }
  return i - at;
}

static gboolean
begins_well (const char *text, guint at)
{
  char c = text[at], before = at > 0 ? text[at - 1] : ' ', second = at > 1 ? text[at - 2] : ' ';

  if (is_word (c))
    return !is_word (before) && !(before == '.' && second != '.') &&
           !(before == '&' && is_word (second));
  return !is_word (before) && before != '.';
}

static gboolean
ends_well (const char *text, guint end)
{
  char c = text[end - 1], after = text[end], second = after != '\0' ? text[end + 1] : '\0';

  if (!is_word (c))
    return after != '+' && after != '#' && !g_ascii_isalpha (after);
  return !is_word (after) && after != '#' && !(after == '+' && !is_word (second)) &&
         !((after == '.' || after == '&') && is_word (second));
}

static GArray *
find_naively (const char *text, char **names, guint n_names)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  guint length = (guint) strlen (text);
  g_autofree char *used = g_new0 (char, length + 1);

  for (guint most = length; most > 0; most--)
    for (guint at = 0; at + most <= length; at++)
      for (guint k = 0; k < n_names; k++)
        {
          if (match_at (text, at, names[k]) != most || !begins_well (text, at) ||
              !ends_well (text, at + most) || memchr (used + at, 1, most) != NULL)
            continue;
          Hit hit = { at, at + most, k + 1 };
          memset (used + at, 1, most);
          g_array_append_val (hits, hit);
        }
  return hits;
}

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  return (int) ((const Hit *) a)->from - (int) ((const Hit *) b)->from;
}

static char *
random_text (GRand *rand, const char *alphabet, int most)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 1, most); n > 0; n--)
    g_string_append_c (text, alphabet[g_rand_int_range (rand, 0, (int) strlen (alphabet))]);
  return g_string_free (text, FALSE);
}

/* A name as a person writes one: words, with a space or a sign between them, and perhaps one around them. */
static char *
random_name (GRand *rand)
{
  static const char *const joins[] = { " ", " ", ".", "/", "&" };
  GString *name = g_string_new (g_rand_int_range (rand, 0, 8) == 0 ? "." : "");

  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    {
      g_autofree char *word = random_text (rand, "abA1", 3);
      g_string_append (name, word);
      if (n > 1)
        g_string_append (name, joins[g_rand_int_range (rand, 0, G_N_ELEMENTS (joins))]);
    }
  if (g_rand_int_range (rand, 0, 4) == 0)
    g_string_append (name, g_rand_boolean (rand) ? "++" : "#");
  return g_string_free (name, FALSE);
}

/* Whether a name is there before @n of those that differ only in case. */
static gboolean
is_known (char **names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_ascii_strcasecmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
compare_with_reference (GRand *rand)
{
  char *names[7] = { NULL };
  guint n = (guint) g_rand_int_range (rand, 1, 7);

  for (guint i = 0; i < n;)
    {
      g_free (names[i]);
      names[i] = random_name (rand);
      i += !is_known (names, i, names[i]);
    }
  g_autofree char *joined = g_strjoinv ("|", names);
  g_autoptr (GPtrArray) skills = make_skills (joined);
  for (int round = 0; round < 40; round++)
    {
      g_autofree char *text = random_text (rand, "aaabbbA1 a b  \n--..+#/&,", 60);
      g_autoptr (GArray) mentions = way_mentions_find (text, skills);
      g_autoptr (GArray) hits = find_naively (text, names, n);
      g_array_sort (hits, compare_hits);
      gboolean same = mentions->len == hits->len;
      for (guint i = 0; same && i < hits->len; i++)
        {
          const WayMention *it = &g_array_index (mentions, WayMention, i);
          const Hit *hit = &g_array_index (hits, Hit, i);
          same = it->from == hit->from && it->to == hit->to && it->skill_id == hit->skill;
        }
      if (!same)
        g_test_message ("names %s in “%s”", joined, text);
      g_assert_true (same);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (names[i]);
}

static void
test_random_texts_are_read_as_by_trying_everything (void)
{
  guint32 seed = g_test_rand_int () | 1;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 250; i++)
    compare_with_reference (rand);
}

static void
test_job_descriptions_come_and_go (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;
  g_autofree char *empty = dump (f->store);

  g_assert_true (
      way_job_ad_add (f->store, "", "\n  \n Backend engineer \nKafka", TODAY, NOW, &id, &error));
  assert_undoes (f->store, empty);
  g_assert_true (way_job_ad_add (f->store, "Typed", "Text", TODAY - 1, NOW, NULL, &error));
  g_autoptr (GPtrArray) ads = way_job_ads_list (f->store, &error);
  g_assert_cmpint (ads->len, ==, 2);
  const WayJobAd *first = ads->pdata[0], *second = ads->pdata[1];
  g_assert_cmpstr (first->title, ==, "Backend engineer");
  g_assert_cmpstr (first->text, ==, "\n  \n Backend engineer \nKafka");
  g_assert_cmpint (first->added_date, ==, TODAY);
  g_assert_cmpstr (second->title, ==, "Typed");
  g_autofree char *before = dump (f->store);
  g_assert_true (way_job_ad_remove (f->store, id, NOW, &error));
  assert_undoes (f->store, before);
  g_autofree char *line = g_strnfill (300, 'x');
  way_job_ad_add (f->store, "", line, TODAY + 1, NOW, NULL, &error);
  g_autoptr (GPtrArray) more = way_job_ads_list (f->store, &error);
  const WayJobAd *long_one = more->pdata[0];
  g_assert_cmpint (g_utf8_strlen (long_one->title, -1), ==, 80);
  g_assert_true (g_str_has_suffix (long_one->title, "x…"));
}

static void
test_what_is_no_job_description_is_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (1024 * 1024 + 1, 'x');
  const struct
  {
    const char *text;
    int code;
  } refused[] = { { " \n\t\u00a0", WAY_ERROR_INVALID },
                  { "", WAY_ERROR_INVALID },
                  { "\xff\xfe", WAY_ERROR_INVALID },
                  { huge, WAY_ERROR_LIMIT } };
  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (way_job_ad_add (f->store, "T", refused[i].text, TODAY, NOW, NULL, &error));
      g_assert_error (error, WAY_ERROR, refused[i].code);
    }
  g_autoptr (GError) gone = NULL;
  g_assert_false (way_job_ad_remove (f->store, 4711, NOW, &gone));
  g_assert_error (gone, WAY_ERROR, WAY_ERROR_NOT_FOUND);
  g_assert_cmpint (count_actions (f->store), ==, 0);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/skills/mentions/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/skills/mentions/names-are-found-as-whole-words",
                   test_names_are_found_as_whole_words);
  g_test_add_func ("/skills/mentions/text-that-is-cut-off-within-a-letter-is-read-to-there",
                   test_text_that_is_cut_off_within_a_letter_is_read_to_there);
  g_test_add_func ("/skills/mentions/random-texts-are-read-as-by-trying-everything",
                   test_random_texts_are_read_as_by_trying_everything);
  ADD ("job-descriptions-come-and-go", test_job_descriptions_come_and_go);
  ADD ("what-is-no-job-description-is-refused", test_what_is_no_job_description_is_refused);
  return g_test_run ();
}
