#include "core/base/csv.h"
#include "core/base/error.h"

#include <string.h>

static WayCsv *
read_bytes (const char *data, gsize length, WayTextEncoding encoding, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);

  return way_csv_read (bytes, encoding, '\0', error);
}

/* The table of @text as "a|b/c|d". */
static char *
read_flat (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCsv) csv = read_bytes (text, strlen (text), WAY_TEXT_AUTO, &error);
  GString *flat = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < way_csv_get_n_records (csv); i++)
    {
      if (i > 0)
        g_string_append_c (flat, '/');
      for (guint j = 0; j < way_csv_get_n_fields (csv, i); j++)
        g_string_append_printf (flat, "%s%s", j > 0 ? "|" : "", way_csv_get_field (csv, i, j));
    }
  return g_string_free (flat, FALSE);
}

static void
assert_flat (const char *text, const char *expected)
{
  g_autofree char *flat = read_flat (text);

  g_assert_cmpstr (flat, ==, expected);
}

/* RFC 4180, section 2: its seven rules with their examples. */
static void
test_examples_of_the_standard_are_read (void)
{
  assert_flat ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", "aaa|bbb|ccc/zzz|yyy|xxx");
  assert_flat ("aaa,bbb,ccc\r\nzzz,yyy,xxx", "aaa|bbb|ccc/zzz|yyy|xxx");
  assert_flat ("\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", "aaa|bbb|ccc/zzz|yyy|xxx");
  assert_flat ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx", "aaa|b\r\nbb|ccc/zzz|yyy|xxx");
  assert_flat ("\"aaa\",\"b\"\"bb\",\"ccc\"", "aaa|b\"bb|ccc");
}

static void
test_any_line_break_ends_a_record (void)
{
  assert_flat ("a,b\nc,d\n", "a|b/c|d");
  assert_flat ("a,b\rc,d\r", "a|b/c|d");
  assert_flat ("a,b\r\n\r\n\nc,d\r\r\n", "a|b/c|d");
  assert_flat ("", "");
  assert_flat ("\n\n", "");
}

static void
test_blank_fields_stay (void)
{
  assert_flat (",", "|");
  assert_flat ("a,,\n,,b\n", "a||/||b");
  assert_flat ("\"\"\na", "/a");
  assert_flat ("a,\"\",b", "a||b");
}

static void
test_quotes_and_spaces_inside_are_text (void)
{
  assert_flat ("a\"b, \"c\" ,d", "a\"b| \"c\" |d");
  assert_flat ("\"\"\"\",\"\"\"a\"\"\"", "\"|\"a\"");
}

static void
assert_separator (const char *text, char separator)
{
  g_autoptr (WayCsv) csv = read_bytes (text, strlen (text), WAY_TEXT_AUTO, NULL);

  g_assert_cmpint (way_csv_get_separator (csv), ==, separator);
}

static void
test_the_separator_is_found (void)
{
  assert_separator ("a,b\nc,d\n", ',');
  assert_separator ("a;b\nc,d;e\n", ';');
  assert_separator ("a\tb\nc\td\n", '\t');
  assert_separator ("Skill;Target, in points\nLatency, tails;3\nCaches;2\n", ';');
  assert_separator ("\"a;b;c\",d\n\"e;f;g\",h\n", ',');
  assert_separator ("a\n", ',');
  assert_separator ("", ',');
  assert_separator ("a;b", ';');
  assert_separator ("a;b;", ';');
}

static void
test_a_given_separator_is_taken (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b;c,d\n", 8);
  g_autoptr (WayCsv) csv = way_csv_read (bytes, WAY_TEXT_AUTO, ';', NULL);

  g_assert_cmpuint (way_csv_get_n_fields (csv, 0), ==, 2);
  g_assert_cmpstr (way_csv_get_field (csv, 0, 1), ==, "c,d");
}

static void
test_records_know_their_lines (void)
{
  const char *text = "a,b\r\n\r\n\"x\r\ny\nz\",c\rd,e\n";
  g_autoptr (WayCsv) csv = read_bytes (text, strlen (text), WAY_TEXT_AUTO, NULL);
  static const guint lines[] = { 1, 3, 6 };

  g_assert_cmpuint (way_csv_get_n_records (csv), ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (way_csv_get_line (csv, i), ==, lines[i]);
}

static const struct
{
  const char *bytes;
  gsize length;
  WayTextEncoding given, found;
  const char *field;
} encodings[] = {
  { "na\xc3\xafve", 6, WAY_TEXT_AUTO, WAY_TEXT_UTF_8, "na\xc3\xafve" },
  { "\xef\xbb\xbfz", 4, WAY_TEXT_AUTO, WAY_TEXT_UTF_8, "z" },
  { "\xff\xfe\xef\0\x3d\xd8\0\xde", 8, WAY_TEXT_AUTO, WAY_TEXT_UTF_16_LE,
    "\xc3\xaf\xf0\x9f\x98\x80" },
  { "\xfe\xff\0\xef\xd8\x3d\xde\0", 8, WAY_TEXT_AUTO, WAY_TEXT_UTF_16_BE,
    "\xc3\xaf\xf0\x9f\x98\x80" },
  { "z\0", 2, WAY_TEXT_UTF_16_LE, WAY_TEXT_UTF_16_LE, "z" },
  { "na\xefve \x80 \x93", 9, WAY_TEXT_AUTO, WAY_TEXT_WINDOWS_1252,
    "na\xc3\xafve \xe2\x82\xac \xe2\x80\x9c" },
  { "\xef\x81", 2, WAY_TEXT_AUTO, WAY_TEXT_LATIN_1, "\xc3\xaf\xc2\x81" },
  { "\xef\x80", 2, WAY_TEXT_LATIN_1, WAY_TEXT_LATIN_1, "\xc3\xaf\xc2\x80" },
};

static void
test_encodings_are_found_and_told (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WayCsv) csv =
          read_bytes (encodings[i].bytes, encodings[i].length, encodings[i].given, &error);
      g_assert_no_error (error);
      g_assert_cmpint (way_csv_get_encoding (csv), ==, encodings[i].found);
      g_assert_cmpstr (way_csv_get_field (csv, 0, 0), ==, encodings[i].field);
    }
}

static void
test_encodings_have_names (void)
{
  g_autoptr (GError) error = NULL;
  WayTextEncoding encoding;

  for (guint i = 0; i < WAY_TEXT_N_ENCODINGS; i++)
    {
      g_assert_true (way_text_encoding_parse (way_text_encoding_to_string (i), &encoding, &error));
      g_assert_cmpint (encoding, ==, i);
    }
  g_assert_true (way_text_encoding_parse ("ISO-8859-1", &encoding, &error));
  g_assert_cmpint (encoding, ==, WAY_TEXT_LATIN_1);
  g_assert_false (way_text_encoding_parse ("EBCDIC", &encoding, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
}

static const struct
{
  const char *bytes;
  gsize length;
  WayTextEncoding encoding;
  const char *says;
} faults[] = {
  { "a\nb,\"c\nd\ne", 10, WAY_TEXT_AUTO, "Line 2: a quote that begins here is never closed" },
  { "a\n\"b\nc\"d\n", 9, WAY_TEXT_AUTO, "Line 3: there is text behind a closing quote" },
  { "a\nb\n\"c\" ,d", 10, WAY_TEXT_AUTO, "Line 3: there is text behind a closing quote" },
  { "a\r\nb\0c\n", 7, WAY_TEXT_AUTO, "Line 2 has a zero byte" },
  { "a\0b\0\n\0", 6, WAY_TEXT_AUTO, "Line 1 has a zero byte" },
  { "a\rb\r\nc\xff\n", 8, WAY_TEXT_UTF_8, "Line 3 is not UTF-8" },
  { "\xff\xfe\n\0\0\xd8z\0", 8, WAY_TEXT_AUTO, "Line 2 is not UTF-16" },
  { "\xff\xfe\n\0z", 5, WAY_TEXT_AUTO, "Line 2 is not UTF-16" },
};

static void
test_faults_are_named_by_line (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WayCsv) csv =
          read_bytes (faults[i].bytes, faults[i].length, faults[i].encoding, &error);
      g_assert_null (csv);
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
      if (strstr (error->message, faults[i].says) == NULL)
        g_error ("fault %d: %s", (int) i, error->message);
    }
}

static void
assert_limit (GString *text, const char *says)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayCsv) csv = read_bytes (text->str, text->len, WAY_TEXT_AUTO, &error);

  g_assert_null (csv);
  g_assert_error (error, WAY_ERROR, WAY_ERROR_LIMIT);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_limits_are_kept (void)
{
  g_autoptr (GString) text = g_string_new ("a\n");

  for (guint i = 1; i < WAY_CSV_MAX_FIELDS; i++)
    g_string_append_c (text, ',');
  g_autoptr (WayCsv) wide = read_bytes (text->str, text->len, WAY_TEXT_AUTO, NULL);
  g_assert_cmpuint (way_csv_get_n_fields (wide, 1), ==, WAY_CSV_MAX_FIELDS);
  g_string_append_c (text, ',');
  assert_limit (text, "Line 2 ");
  g_string_truncate (text, 0);
  for (guint i = 0; i < WAY_CSV_MAX_RECORDS; i++)
    g_string_append (text, "a,b\n");
  g_autoptr (WayCsv) tall = read_bytes (text->str, text->len, WAY_TEXT_AUTO, NULL);
  g_assert_cmpuint (way_csv_get_n_records (tall), ==, WAY_CSV_MAX_RECORDS);
  g_string_append (text, "\na");
  assert_limit (text, "from line 200002 on");
  g_string_set_size (text, WAY_CSV_MAX_BYTES + 1);
  memset (text->str, 'a', text->len);
  assert_limit (text, "50 MB");
}

static const char *const pieces[] = {
  "",  ",", ";", "\t",  "\"", "\n",   "\r",       "\r\n",         "'",  "=", "+", "-",
  "@", " ", "a", "1.5", "2",  "\"\"", "\xc3\xa4", "\xef\xbb\xbf", "''="
};

static char *
random_field (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (random, 0, 6); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static void
check_identity (GRand *random, guint32 seed, gboolean guard)
{
  guint n_records = (guint) g_rand_int_range (random, 1, 8),
        n_fields = (guint) g_rand_int_range (random, 1, 5);
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_records * n_fields; i++)
    g_ptr_array_add (fields, random_field (random));
  for (guint i = 0; i < n_records; i++)
    way_csv_append (text, (const char *const *) fields->pdata + (gsize) i * n_fields, n_fields,
                    guard);
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (WayCsv) csv = way_csv_read (bytes, WAY_TEXT_AUTO, ',', &error);
  if (csv == NULL || way_csv_get_n_records (csv) != n_records)
    g_error ("seed %u: %s", seed, text->str);
  for (guint i = 0; i < n_records * n_fields; i++)
    {
      const char *field = way_csv_get_field (csv, i / n_fields, i % n_fields);
      if (!g_str_equal (guard ? way_csv_unguard (field) : field, fields->pdata[i]))
        g_error ("seed %u: “%s” became “%s”", seed, (char *) fields->pdata[i], field);
      if (guard && *field != '\0' && strchr ("=@\t\r\n", *field) != NULL)
        g_error ("seed %u: “%s” is a formula", seed, field);
    }
}

static void
test_what_is_written_is_what_is_read (void)
{
  guint32 seed = g_test_rand_int_range (0, G_MAXINT32);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  for (guint i = 0; i < 4000; i++)
    check_identity (random, seed, i % 2 == 1);
}

/* Whatever the bytes are: a table whose fields are UTF-8, or an error. */
static void
test_any_bytes_are_a_table_or_an_error (void)
{
  guint32 seed = g_test_rand_int_range (0, G_MAXINT32);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  static const char often[] = ",;\t\"\"\r\n'=";

  for (guint i = 0; i < 20000; i++)
    {
      char data[24];
      gsize length = (gsize) g_rand_int_range (random, 0, sizeof data + 1);
      for (gsize j = 0; j < length; j++)
        data[j] = g_rand_boolean (random) ? often[g_rand_int_range (random, 0, sizeof often)]
                                          : (char) g_rand_int_range (random, 0, 256);
      g_autoptr (GError) error = NULL;
      g_autoptr (WayCsv) csv =
          read_bytes (data, length,
                      (WayTextEncoding) g_rand_int_range (random, 0, WAY_TEXT_N_ENCODINGS), &error);
      if ((csv == NULL) != (error != NULL))
        g_error ("seed %u", seed);
      for (guint r = 0; csv != NULL && r < way_csv_get_n_records (csv); r++)
        for (guint f = 0; f < way_csv_get_n_fields (csv, r); f++)
          if (!g_utf8_validate (way_csv_get_field (csv, r, f), -1, NULL))
            g_error ("seed %u", seed);
    }
}

static void
test_formulas_are_guarded (void)
{
  static const char *const fields[] = { "=1+1", "-2", "+4.5", "-a", "@x", "'=a", "'a" };
  g_autoptr (GString) text = g_string_new (NULL);

  way_csv_append (text, fields, G_N_ELEMENTS (fields), TRUE);
  g_assert_cmpstr (text->str, ==, "'=1+1,-2,+4.5,'-a,'@x,''=a,'a\r\n");
  g_assert_cmpstr (way_csv_unguard ("'a"), ==, "'a");
  g_assert_cmpstr (way_csv_unguard ("'-a"), ==, "-a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/examples-of-the-standard-are-read",
                   test_examples_of_the_standard_are_read);
  g_test_add_func ("/csv/any-line-break-ends-a-record", test_any_line_break_ends_a_record);
  g_test_add_func ("/csv/blank-fields-stay", test_blank_fields_stay);
  g_test_add_func ("/csv/quotes-and-spaces-inside-are-text",
                   test_quotes_and_spaces_inside_are_text);
  g_test_add_func ("/csv/the-separator-is-found", test_the_separator_is_found);
  g_test_add_func ("/csv/a-given-separator-is-taken", test_a_given_separator_is_taken);
  g_test_add_func ("/csv/records-know-their-lines", test_records_know_their_lines);
  g_test_add_func ("/csv/encodings-are-found-and-told", test_encodings_are_found_and_told);
  g_test_add_func ("/csv/encodings-have-names", test_encodings_have_names);
  g_test_add_func ("/csv/faults-are-named-by-line", test_faults_are_named_by_line);
  g_test_add_func ("/csv/limits-are-kept", test_limits_are_kept);
  g_test_add_func ("/csv/what-is-written-is-what-is-read", test_what_is_written_is_what_is_read);
  g_test_add_func ("/csv/any-bytes-are-a-table-or-an-error",
                   test_any_bytes_are_a_table_or_an_error);
  g_test_add_func ("/csv/formulas-are-guarded", test_formulas_are_guarded);
  return g_test_run ();
}
