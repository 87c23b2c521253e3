#include "core/base/error.h"
#include "core/calendar/lines.h"
#include "writer-fixture.h"

#include <string.h>

/* RFC 5545 section 3.1: CRLF, at most 75 octets, no character cut in two. */
static void
test_lines_are_folded_at_75_octets (void)
{
  for (int length = 1; length < 120; length++)
    {
      GString *summary = g_string_new (NULL);
      for (int i = 0; i < length; i++)
        g_string_append (summary, i % 3 == 0 ? "ü" : i % 3 == 1 ? "日" : "a");
      WayCalendarEntry a = entry ("a@x", T0, summary->str);
      g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, "Europe/Berlin");
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

      for (char **line = lines; *line != NULL; line++)
        {
          g_assert_cmpint (strlen (*line), <=, 75);
          g_assert_true (g_utf8_validate (*line, -1, NULL));
          g_assert_null (strpbrk (*line, "\r\n"));
        }
      g_auto (GStrv) parts = g_strsplit (text, "\r\n ", -1);
      g_autofree char *unfolded = g_strjoinv ("", parts);
      g_assert_nonnull (strstr (unfolded, summary->str));
      g_string_free (summary, TRUE);
    }
}

/* The lines of @text unfolded as RFC 5545 section 3.1 says, by code of its own. */
static GPtrArray *
unfold (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  GString *line = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    if (at[0] != '\r')
      g_string_append_c (line, *at);
    else
      {
        g_assert_cmpint (at[1], ==, '\n');
        if (at[2] == ' ')
          at += 2;
        else
          {
            at++;
            g_ptr_array_add (lines, g_string_free (line, FALSE));
            line = g_string_new (NULL);
          }
      }
  g_assert_cmpint (line->len, ==, 0);
  g_string_free (line, TRUE);
  return lines;
}

/* The unescaped value of the first line that begins with @start; %NULL without one. */
static char *
value_of (const char *text, const char *start)
{
  g_autoptr (GPtrArray) lines = unfold (text);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);
      if (!g_str_has_prefix (line, start))
        continue;
      GString *value = g_string_new (NULL);
      for (const char *at = line + strlen (start); *at != '\0'; at++)
        if (*at == '\\')
          g_string_append_c (value, *++at == 'n' ? '\n' : *at);
        else
          g_string_append_c (value, *at);
      return g_string_free (value, FALSE);
    }
  return NULL;
}

static void
assert_value (const char *text, const char *start, const char *expected)
{
  g_autofree char *value = value_of (text, start);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_text_is_escaped (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "a,b;c\\d\r\ne\tf\x01g");

  a.description = "a,b;c\\d\r\ne\nf\xe2\x80\xa8g";
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
  g_assert_nonnull (strstr (text, "\r\nSUMMARY:a\\,b\\;c/d e fg\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDESCRIPTION:a\\,b\\;c/d\\ne\\nf\\ng\r\n"));
}

/* Any character but controls, surrogates and the backslash; often those with a meaning of their own. */
static gunichar
random_character (void)
{
  static const char *const pointed = ",;:\" nN=^";
  gunichar c;

  if (g_test_rand_int_range (0, 4) == 0)
    return (gunichar) pointed[g_test_rand_int_range (0, (int) strlen (pointed))];
  do
    c = (gunichar) g_test_rand_int_range (' ', g_test_rand_int_range (0, 2) ? 0x11ffff : 0x3ff);
  while (!g_unichar_validate (c) || c == '\\' || g_unichar_iscntrl (c) || c == 0x2028 ||
         c == 0x2029);
  return c;
}

static char *
random_text (int limit)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, limit); n > 0; n--)
    g_string_append_unichar (text, random_character ());
  return g_string_free (text, FALSE);
}

/* libical takes it for an error, and an alarm must have a text. */
static void
test_a_blank_title_is_left_out (void)
{
  WayCalendarEntry a = entry ("a@x", T0, " \t\n ");

  a.description = a.categories = " ";
  a.alarm_minutes[0] = 10;
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
  g_assert_null (strstr (text, "SUMMARY"));
  g_assert_null (strstr (text, "CATEGORIES"));
  g_assert_nonnull (strstr (text, "\r\nTRIGGER:-PT10M\r\nDESCRIPTION:Waymark\r\n"));
}

/* The runner prints the seed; --seed repeats it. */
static void
test_any_title_comes_back (void)
{
  for (int round = 0; round < 2000; round++)
    {
      g_autofree char *title = random_text (120);
      g_autofree char *second = random_text (200);
      g_autofree char *both = g_strconcat (title, "\n", second, NULL);
      g_autofree char *normal = g_utf8_normalize (title, -1, G_NORMALIZE_NFC);
      g_autofree char *normal_both = g_utf8_normalize (both, -1, G_NORMALIZE_NFC);
      WayCalendarEntry a = entry ("a@x", T0, title);
      /* Normalising may lengthen a text beyond the 200 characters of a title. */
      if (g_utf8_strlen (normal, -1) > 200)
        continue;
      a.description = both;
      a.alarm_minutes[0] = 10;
      g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
      assert_value (text, "SUMMARY:", *g_strstrip (normal) != '\0' ? normal : NULL);
      assert_value (text, "DESCRIPTION:", g_strstrip (normal_both));
    }
}

/* Whatever is in a text, it adds no line to the file and no control character. */
static void
test_no_title_breaks_the_file (void)
{
  for (int round = 0; round < 500; round++)
    {
      g_autoptr (GString) title = g_string_new ("x");
      for (int n = g_test_rand_int_range (1, 300); n > 0; n--)
        g_string_append_unichar (title, g_test_rand_int_range (0, 2)
                                            ? random_character ()
                                            : (gunichar) g_test_rand_int_range (1, 0xa0));
      WayCalendarEntry a = entry ("a@x", T0, title->str);
      a.description = a.categories = title->str;
      g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
      g_autoptr (GPtrArray) lines = unfold (text);
      g_assert_cmpuint (lines->len, <=, 27);
      for (guint i = 0; i < lines->len; i++)
        for (const char *at = g_ptr_array_index (lines, i); *at; at = g_utf8_next_char (at))
          g_assert_false (g_unichar_iscntrl (g_utf8_get_char (at)));
    }
}

/* RFC 5545 section 3.3.11 has no limit; clients do. */
static void
test_long_texts_are_cut_between_characters (void)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (int i = 0; i < 9000; i++)
    g_string_append (title, "日");
  WayCalendarEntry a = entry ("a@x", T0, title->str);
  a.description = title->str;
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
  g_autofree char *summary = value_of (text, "SUMMARY:");
  g_autofree char *description = value_of (text, "DESCRIPTION:");
  g_assert_cmpint (g_utf8_strlen (summary, -1), ==, 200);
  g_assert_cmpint (strlen (description), ==, 8190);
}

static void
test_the_order_of_the_input_does_not_matter (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A"), b = entry ("b@x", T0 + HOUR, "B"),
                   c = entry ("c@x", T0, "C");
  g_autofree char *one = write_file ((WayCalendarEntry *[]) { &a, &b, &c, NULL }, "Europe/Berlin");
  g_autofree char *two = write_file ((WayCalendarEntry *[]) { &c, &b, &a, NULL }, "Europe/Berlin");

  g_assert_cmpstr (one, ==, two);
}

static void
test_an_event_says_all_that_the_profile_asks (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A");

  a.sequence = 3;
  a.changed_utc = T0 + HOUR;
  a.categories = "learning, Core";
  a.related_to = "phase@x";
  a.color = "royalblue";
  a.is_private = TRUE;
  a.alarm_minutes[0] = 1440;
  a.alarm_minutes[1] = 30;
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
  g_assert_cmpstr (strstr (text, "BEGIN:VEVENT"), ==,
                   "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20270104T100000Z\r\n"
                   "CREATED:20270104T090000Z\r\nLAST-MODIFIED:20270104T100000Z\r\nSEQUENCE:3\r\n"
                   "DTSTART:20270104T090000Z\r\nDTEND:20270104T100000Z\r\nSUMMARY:A\r\n"
                   "CATEGORIES:learning,Core\r\nCOLOR:royalblue\r\nCLASS:PRIVATE\r\n"
                   "RELATED-TO:phase@x\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\n"
                   "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n"
                   "BEGIN:VALARM\r\nUID:a@x-alarm-1\r\nACTION:DISPLAY\r\nTRIGGER:-P1D\r\n"
                   "DESCRIPTION:A\r\nEND:VALARM\r\n"
                   "BEGIN:VALARM\r\nUID:a@x-alarm-2\r\nACTION:DISPLAY\r\nTRIGGER:-PT30M\r\n"
                   "DESCRIPTION:A\r\nEND:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

static void
test_a_cancelled_event_is_free_and_silent (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A");

  a.cancelled = TRUE;
  a.alarm_minutes[0] = 10;
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, NULL);
  g_assert_nonnull (strstr (text, "\r\nSTATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n"));
  g_assert_null (strstr (text, "VALARM"));
}

/* RFC 7986, and the names before it. No METHOD: with one, RFC 5545 3.8.7.2 reads DTSTAMP otherwise. */
static void
test_the_calendar_has_a_name_and_a_colour (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A");
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile file = { "Study, at home; \\o/", NULL, array, FALSE };

  g_ptr_array_add (array, &a);
  g_autoptr (GBytes) bytes = way_calendar_write (&file, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Waymark//"));
  g_assert_nonnull (strstr (text, "\r\nNAME:Study  at home   o/\r\n"
                                  "X-WR-CALNAME:Study  at home   o/\r\nCOLOR:steelblue\r\n"
                                  "X-APPLE-CALENDAR-COLOR:#4682B4\r\n"
                                  "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
                                  "X-PUBLISHED-TTL:PT12H\r\n"));
  g_assert_null (strstr (text, "METHOD"));
}

static void
test_to_dos_are_due_on_their_day (void)
{
  WayCalendarEntry a = entry ("a@x", 0, "Open"), b = entry ("b@x", 0, "Done");
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile file = { "Plan", "Europe/Berlin", array, TRUE };
  g_autoptr (GError) error = NULL;

  a.all_day = b.all_day = TRUE;
  a.date = b.date = 20900;
  b.completed_utc = T0;
  g_ptr_array_add (array, &a);
  g_ptr_array_add (array, &b);
  g_autoptr (GBytes) bytes = way_calendar_write (&file, &error);
  g_assert_no_error (error);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "\r\nDUE;VALUE=DATE:20270323\r\nSUMMARY:Open\r\n"
                                  "STATUS:NEEDS-ACTION\r\nPERCENT-COMPLETE:0\r\nEND:VTODO\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSTATUS:COMPLETED\r\nPERCENT-COMPLETE:100\r\n"
                                  "COMPLETED:20270104T090000Z\r\nEND:VTODO\r\n"));
  /* RFC 5545 3.6.2 has none of these in a to-do. */
  g_assert_null (strstr (text, "VEVENT"));
  g_assert_null (strstr (text, "DTEND"));
  g_assert_null (strstr (text, "TRANSP"));
  g_assert_null (strstr (text, "VTIMEZONE"));
}

static void
test_uids_are_plain_and_unique (void)
{
  static const char *const bad[] = { "", "a/b", "a b", "a\r\nb", "ä", "a+b" };
  WayCalendarEntry a = entry ("a@x", T0, "A"), b = entry ("a@x", T0, "B");
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile file = { "Plan", NULL, array, FALSE };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (array, &a);
  g_ptr_array_add (array, &b);
  g_assert_null (way_calendar_write (&file, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_clear_error (&error);
      b.uid = bad[i];
      g_assert_null (way_calendar_write (&file, &error));
      g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
    }
}

static void
test_bad_input_is_refused (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "caf\xe9");
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile bad_text = { "Plan", NULL, array };
  const WayCalendarFile bad_zone = { "Plan", "Europe/Nowhere", array };
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (array, &a);
  g_assert_null (way_calendar_write (&bad_text, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_INVALID);
  g_clear_error (&error);
  a.summary = "A";
  g_assert_null (way_calendar_write (&bad_zone, &error));
  g_assert_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND);
}

/* The check reads a hundred events at a time: what is wrong is found in the first and the last of each. */
static void
test_the_check_finds_what_is_wrong (void)
{
  static const struct
  {
    const char *right, *wrong;
  } damages[] = {
    { "DTSTART:", "DTSTART:x" },
    { "SEQUENCE:0", "SEQUENCE:" },
    { "END:VEVENT\r\n", "" },
    { "BEGIN:VEVENT\r\n", "" },
    { "VEVENT\r\n", "VTODO\r\n" },
    { "SUMMARY:", "SUMMARY:\xc3" },
    { "SUMMARY", "SUM MARY" },
    { "\r\nSUMMARY", "\nSUMMARY" },
    { "\r\nSUMMARY", "\rSUMMARY" },
    { "UID", "TZID:/x\r\nUID" },
    { "SUMMARY:A",
      "SUMMARY:0123456789012345678901234567890123456789012345678901234567890123456789" },
  };
  static const int places[] = { 0, 99, 100, 199, 200, 249 };
  WayCalendarEntry events[250], *pointers[251] = { NULL };
  g_autofree char *uids = g_malloc (250 * 8);

  for (int i = 0; i < 250; i++)
    {
      char *uid = uids + i * 8;
      g_snprintf (uid, 8, "%d@x", i);
      events[i] = entry (uid, T0 + i * HOUR, "A");
      pointers[i] = &events[i];
    }
  g_autofree char *text = write_file (pointers, NULL);
  g_autoptr (GString) whole = g_string_new (text);
  g_assert_true (way_lines_check (whole, ICAL_VEVENT_COMPONENT, 250, NULL));
  g_assert_false (way_lines_check (whole, ICAL_VEVENT_COMPONENT, 249, NULL));
  g_assert_false (way_lines_check (whole, ICAL_VTODO_COMPONENT, 250, NULL));
  g_string_truncate (whole, whole->len - strlen ("END:VCALENDAR\r\n"));
  g_assert_false (way_lines_check (whole, ICAL_VEVENT_COMPONENT, 250, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (damages) * G_N_ELEMENTS (places); i++)
    {
      gsize d = i / G_N_ELEMENTS (places);
      char *uid = g_strdup_printf ("UID:%d@x\r\n", places[i % G_N_ELEMENTS (places)]);
      g_autoptr (GString) damaged = g_string_new (text);
      gsize event = (gsize) (strstr (text, uid) - text) - strlen ("BEGIN:VEVENT\r\n");
      g_string_truncate (damaged, event);
      g_autoptr (GString) rest = g_string_new (text + event);
      g_assert_cmpint (g_string_replace (rest, damages[d].right, damages[d].wrong, 1), ==, 1);
      g_string_append (damaged, rest->str);
      g_assert_false (way_lines_check (damaged, ICAL_VEVENT_COMPONENT, 250, NULL));
      g_free (uid);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writer/lines-are-folded-at-75-octets", test_lines_are_folded_at_75_octets);
  g_test_add_func ("/writer/text-is-escaped", test_text_is_escaped);
  g_test_add_func ("/writer/a-blank-title-is-left-out", test_a_blank_title_is_left_out);
  g_test_add_func ("/writer/any-title-comes-back", test_any_title_comes_back);
  g_test_add_func ("/writer/no-title-breaks-the-file", test_no_title_breaks_the_file);
  g_test_add_func ("/writer/long-texts-are-cut-between-characters",
                   test_long_texts_are_cut_between_characters);
  g_test_add_func ("/writer/the-order-of-the-input-does-not-matter",
                   test_the_order_of_the_input_does_not_matter);
  g_test_add_func ("/writer/an-event-says-all-that-the-profile-asks",
                   test_an_event_says_all_that_the_profile_asks);
  g_test_add_func ("/writer/a-cancelled-event-is-free-and-silent",
                   test_a_cancelled_event_is_free_and_silent);
  g_test_add_func ("/writer/the-calendar-has-a-name-and-a-colour",
                   test_the_calendar_has_a_name_and_a_colour);
  g_test_add_func ("/writer/to-dos-are-due-on-their-day", test_to_dos_are_due_on_their_day);
  g_test_add_func ("/writer/uids-are-plain-and-unique", test_uids_are_plain_and_unique);
  g_test_add_func ("/writer/bad-input-is-refused", test_bad_input_is_refused);
  g_test_add_func ("/writer/the-check-finds-what-is-wrong", test_the_check_finds_what_is_wrong);
  return g_test_run ();
}
