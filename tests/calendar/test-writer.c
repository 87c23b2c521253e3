#include "core/base/error.h"
#include "core/base/zone.h"
#include "core/calendar/reader.h"
#include "core/calendar/writer.h"

#include <string.h>

#define HOUR 3600
#define T0   G_GINT64_CONSTANT (1799053200) /* 2027-01-04T09:00:00Z */

static WayCalendarEntry
entry (const char *uid, gint64 start_utc, const char *summary)
{
  return (WayCalendarEntry) { .uid = uid,
                              .created_utc = T0,
                              .changed_utc = T0,
                              .summary = summary,
                              .description = "",
                              .categories = "",
                              .related_to = "",
                              .start_utc = start_utc,
                              .end_utc = start_utc + HOUR,
                              .busy = TRUE };
}

static char *
write_file (WayCalendarEntry **entries, const char *zone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  const WayCalendarFile file = { "Plan", zone, array };

  for (; *entries != NULL; entries++)
    g_ptr_array_add (array, *entries);
  g_autoptr (GBytes) bytes = way_calendar_write (&file, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

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

/* 18:30 in Berlin stays 18:30 on both sides of the change of 28 March 2027. */
static void
test_the_wall_clock_survives_the_change_of_offset (void)
{
  WayCalendarEntry winter = entry ("a@x", 1805995800, "winter"); /* 2027-03-25T17:30Z */
  WayCalendarEntry summer = entry ("b@x", 1806337800, "summer"); /* 2027-03-29T16:30Z */
  g_autofree char *text =
      write_file ((WayCalendarEntry *[]) { &winter, &summer, NULL }, "Europe/Berlin");

  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20270325T183000\r\n"));
  g_assert_nonnull (strstr (text, "DTSTART;TZID=Europe/Berlin:20270329T183000\r\n"));
  g_assert_nonnull (strstr (text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n"));
}

static void
test_what_is_written_reads_back (void)
{
  WayCalendarEntry a = entry ("a@x", T0, "A"), b = entry ("b@x", T0 + 100 * 24 * HOUR, "B");
  WayCalendarEntry day = entry ("c@x", 0, "Due");
  const WayCalendarReadOptions options = {
    .zone = "UTC", .from_utc = T0 - HOUR, .to_utc = T0 + 400 * 24 * HOUR, .all_day_busy = TRUE
  };
  g_autoptr (GError) error = NULL;

  day.all_day = TRUE;
  day.date = 20900;
  day.busy = FALSE;
  g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, &b, &day, NULL }, "Asia/Tokyo");
  /* As somebody else's: our own blocks are never planned around. */
  memcpy (strstr (text, "Waymark//Waymark"), "Another", 7);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (text, strlen (text), "x.ics", &options, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) busy = way_calendar_content_busy (content, options.from_utc, options.to_utc);
  g_assert_cmpint (content->n_events, ==, 3);
  g_assert_cmpint (content->skipped->len, ==, 0);
  g_assert_cmpint (busy->len, ==, 2);
  g_assert_cmpint (g_array_index (busy, WayInterval, 0).start_utc, ==, a.start_utc);
  g_assert_cmpint (g_array_index (busy, WayInterval, 1).end_utc, ==, b.end_utc);
  g_assert_nonnull (strstr (text, "DTSTART;VALUE=DATE:20270323\r\n"));
  g_assert_nonnull (strstr (text, "DTEND;VALUE=DATE:20270324\r\n"));
}

/* Blocks of 20 minutes, one each half hour, six hours around each change of offset of 2027. */
static void
check_changes_of (const char *zone_id)
{
  g_autoptr (WayZone) zone = way_zone_new (zone_id, NULL);
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  const WayCalendarFile file = { "Plan", zone_id, array, FALSE };
  g_autoptr (GError) error = NULL;
  const WayCalendarReadOptions options = { .zone = "UTC", .to_utc = T0 + 400 * 24 * HOUR };

  for (gint64 hour = T0; hour < T0 + 360 * 24 * HOUR; hour += HOUR)
    if (way_zone_offset_at (zone, hour) != way_zone_offset_at (zone, hour + HOUR))
      for (gint64 start = hour - 6 * HOUR; start < hour + 7 * HOUR; start += HOUR / 2)
        {
          WayCalendarEntry *block = g_new (WayCalendarEntry, 1);
          g_ptr_array_add (uids, g_strdup_printf ("%" G_GINT64_FORMAT, start));
          *block = entry (g_ptr_array_index (uids, uids->len - 1), start, "A");
          block->end_utc = start + HOUR / 3;
          g_ptr_array_add (array, block);
        }
  g_autoptr (GBytes) bytes = way_calendar_write (&file, &error);
  g_assert_no_error (error);
  gsize length;
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  memcpy (strstr (text, "Waymark//Waymark"), "Another", 7);
  g_autoptr (WayCalendarContent) content =
      way_calendar_read (text, length, "x.ics", &options, &error);
  g_assert_no_error (error);
  g_autoptr (GArray) busy = way_calendar_content_busy (content, 0, options.to_utc);
  g_assert_cmpuint (busy->len, ==, array->len);
  g_assert_cmpuint (busy->len, >=, 26);
  for (guint i = 0; i < busy->len; i++)
    {
      const WayCalendarEntry *block = g_ptr_array_index (array, i);
      g_assert_cmpint (g_array_index (busy, WayInterval, i).start_utc, ==, block->start_utc);
      g_assert_cmpint (g_array_index (busy, WayInterval, i).end_utc, ==, block->end_utc);
    }
}

/* Among them half an hour (Lord Howe), summer before winter (Santiago), negative summer time (Dublin),
 * changes at midnight (Beirut) and two hours (Troll). */
static void
test_every_time_around_a_change_of_offset_comes_back (void)
{
  static const char *const zones[] = { "Europe/Berlin",    "America/New_York",
                                       "Europe/Dublin",    "Australia/Lord_Howe",
                                       "America/Santiago", "Asia/Beirut",
                                       "Pacific/Auckland", "Antarctica/Troll",
                                       "Africa/Casablanca" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    check_changes_of (zones[i]);
}

/* RFC 5545 3.3.5: 02:30 of 31 October 2027 in Berlin means 00:30Z; 01:30Z has no local form. */
static void
test_the_second_of_two_equal_times_is_written_in_utc (void)
{
  WayCalendarEntry first = entry ("a@x", 1824942600, "first"); /* 2027-10-31T00:30Z */
  WayCalendarEntry second = entry ("b@x", 1824946200, "second");

  first.end_utc = first.start_utc + HOUR / 3;
  g_autofree char *text =
      write_file ((WayCalendarEntry *[]) { &first, &second, NULL }, "Europe/Berlin");
  g_assert_nonnull (strstr (text, "\r\nDTSTART;TZID=Europe/Berlin:20271031T023000\r\n"));
  g_assert_nonnull (strstr (text, "\r\nDTSTART:20271031T013000Z\r\nDTEND:20271031T023000Z\r\n"));
}

/* The rules of the zone begin before the first event, have no end, and its name no vendor. */
static void
test_the_zone_is_trimmed_to_the_range (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Asia/Tokyo",
                                       "Africa/Casablanca", "Australia/Lord_Howe" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      WayCalendarEntry a = entry ("a@x", T0, "A");
      g_autofree char *text = write_file ((WayCalendarEntry *[]) { &a, NULL }, zones[i]);
      g_autofree char *name = g_strdup_printf ("BEGIN:VTIMEZONE\r\nTZID:%s\r\n", zones[i]);
      const char *rules = strstr (text, name);
      g_assert_nonnull (rules);
      g_assert_cmpint (strstr (text, "END:VTIMEZONE") - rules, <, 4096);
      g_assert_true (strstr (text, "END:VTIMEZONE") < strstr (text, "BEGIN:VEVENT"));
      g_assert_null (strstr (text, "freeassociation"));
      g_assert_null (strstr (text, "X-LIC-"));
      g_assert_null (strstr (rules, "UNTIL="));
      const char *onset = strstr (rules, "\r\nDTSTART:");
      g_assert_cmpint (strncmp (onset + strlen ("\r\nDTSTART:"), "2027", 4), <, 0);
    }
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
  g_test_add_func ("/writer/the-wall-clock-survives-the-change-of-offset",
                   test_the_wall_clock_survives_the_change_of_offset);
  g_test_add_func ("/writer/what-is-written-reads-back", test_what_is_written_reads_back);
  g_test_add_func ("/writer/every-time-around-a-change-of-offset-comes-back",
                   test_every_time_around_a_change_of_offset_comes_back);
  g_test_add_func ("/writer/the-second-of-two-equal-times-is-written-in-utc",
                   test_the_second_of_two_equal_times_is_written_in_utc);
  g_test_add_func ("/writer/the-zone-is-trimmed-to-the-range",
                   test_the_zone_is_trimmed_to_the_range);
  g_test_add_func ("/writer/an-event-says-all-that-the-profile-asks",
                   test_an_event_says_all_that_the_profile_asks);
  g_test_add_func ("/writer/a-cancelled-event-is-free-and-silent",
                   test_a_cancelled_event_is_free_and_silent);
  g_test_add_func ("/writer/the-calendar-has-a-name-and-a-colour",
                   test_the_calendar_has_a_name_and_a_colour);
  g_test_add_func ("/writer/to-dos-are-due-on-their-day", test_to_dos_are_due_on_their_day);
  g_test_add_func ("/writer/uids-are-plain-and-unique", test_uids_are_plain_and_unique);
  g_test_add_func ("/writer/bad-input-is-refused", test_bad_input_is_refused);
  return g_test_run ();
}
