/* Rules as text: what is read, what is refused and why, and what is read although RFC 5545 does not allow it. */
#include "core/calendar/rule.h"

#include <string.h>

static void
print_bits (GString *text, const guint64 *bits, int n, const char *sign, const char *behind)
{
  for (int i = 0; i < n; i++)
    if (way_bit (bits, i))
      g_string_append_printf (text, " %s%d%s", sign, i, behind);
}

static void
print_set (GString *text, const char *name, const WayRuleSet *set)
{
  if (!set->given)
    return;
  g_string_append_printf (text, " %s", name);
  print_bits (text, set->front, 384, "", "");
  print_bits (text, set->back, 384, "-", "");
}

/* All that was read, in one order and in words of our own. */
static char *
describe (const WayRule *rule)
{
  static const char *const freqs[] = { "second", "minute", "hour", "day", "week", "month", "year" };
  static const char *const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  GString *text = g_string_new (freqs[rule->freq]);

  g_string_append_printf (text, " x%" G_GINT64_FORMAT, rule->interval);
  if (rule->count > 0)
    g_string_append_printf (text, " count %" G_GINT64_FORMAT, rule->count);
  if (rule->until[0] != '\0')
    g_string_append_printf (text, " until %s", rule->until);
  if (rule->week_start != 0)
    g_string_append_printf (text, " from %s", names[rule->week_start]);
  print_set (text, "months", &rule->month);
  print_set (text, "weeks", &rule->week_no);
  print_set (text, "yeardays", &rule->year_day);
  print_set (text, "monthdays", &rule->month_day);
  if (rule->has_weekdays)
    g_string_append (text, " weekdays");
  for (int i = 0; i < 7; i++)
    {
      if ((rule->weekdays >> i & 1) != 0)
        g_string_append_printf (text, " %s", names[i]);
      print_bits (text, &rule->nth[i], 64, "", names[i]);
      print_bits (text, &rule->nth_from_back[i], 64, "-", names[i]);
    }
  print_set (text, "hours", &rule->hour);
  print_set (text, "minutes", &rule->minute);
  print_set (text, "seconds", &rule->second);
  print_set (text, "positions", &rule->set_pos);
  return g_string_free (text, FALSE);
}

static void
test_good_rules_are_read (void)
{
  static const char *const cases[][2] = {
    { "FREQ=DAILY", "day x1" },
    { "freq=weekly;byday=mo,Su", "week x1 weekdays MO SU" },
    { " FREQ = MONTHLY ; BYDAY = 2MO , -1SU ", "month x1 weekdays 2MO -1SU" },
    { "FREQ=DAILY;COUNT=5;", "day x1 count 5" },
    { ";;FREQ=DAILY;;COUNT=05", "day x1 count 5" },
    { "FREQ=DAILY\\;COUNT=10", "day x1 count 10" },
    { "FREQ=WEEKLY\\;BYDAY=MO\\,TU", "week x1 weekdays MO TU" },
    { "COUNT=3;FREQ=YEARLY", "year x1 count 3" },
    { "X-ODD=1;FREQ=DAILY;x-other=;X-=", "day x1" },
    { "FREQ=DAILY;INTERVAL=70000", "day x70000" },
    { "FREQ=DAILY;INTERVAL=2147483647", "day x2147483647" },
    { "FREQ=DAILY;INTERVAL=99999999999999999999999", "day x1000000000000" },
    { "FREQ=DAILY;COUNT=4294967297", "day x1 count 4294967297" },
    { "FREQ=YEARLY;BYMONTHDAY=+1,-31,31,1", "year x1 monthdays 1 31 -31" },
    { "FREQ=YEARLY;BYYEARDAY=366,-366;BYMONTH=12,1", "year x1 months 1 12 yeardays 366 -366" },
    { "FREQ=YEARLY;BYWEEKNO=53,-53,1;WKST=SU", "year x1 from SU weeks 1 53 -53" },
    { "FREQ=YEARLY;BYDAY=+53MO,-53SU,TU", "year x1 weekdays 53MO TU -53SU" },
    { "FREQ=DAILY;BYHOUR=23,0;BYMINUTE=59;BYSECOND=0,60",
      "day x1 hours 0 23 minutes 59 seconds 0 59" },
    { "FREQ=SECONDLY;BYSECOND=58,59,60", "second x1 seconds 58 59" },
    { "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366,-366,-1", "month x1 weekdays MO positions 366 -1 -366" },
    { "FREQ=DAILY;UNTIL=20270101T000000Z", "day x1 until 20270101T000000Z" },
    { "RSCALE=gregorian;FREQ=DAILY;SKIP=OMIT", "day x1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayRule rule;
      g_autofree char *reason = NULL;
      if (!way_rule_parse (cases[i][0], &rule, &reason))
        g_error ("%s: %s", cases[i][0], reason);
      g_autofree char *read = describe (&rule);
      g_assert_cmpstr (read, ==, cases[i][1]);
    }
}

/* A list has no limit of its own. */
static void
test_long_lists_are_read_whole (void)
{
  g_autoptr (GString) text = g_string_new ("FREQ=YEARLY;BYYEARDAY=1");
  g_autofree char *reason = NULL;
  WayRule rule;

  for (int i = 2; i <= 20000; i++)
    g_string_append_printf (text, ",%d", i % 366 + 1);
  g_assert_true (way_rule_parse (text->str, &rule, &reason));
  for (int i = 1; i <= 366; i++)
    g_assert_true (way_rule_set_has (&rule.year_day, i, 366));
}

static void
test_bad_rules_are_refused (void)
{
  static const char *const not_understood[][2] = {
    { "X", "X" },
    { "FREQ=", "FREQ=" },
    { "FREQ=DAYLY", "FREQ=DAYLY" },
    { "FREQ=DAILY;FREQ=WEEKLY", "FREQ=WEEKLY" },
    { "FREQ=DAILY;byhour=1;BYHOUR=2", "BYHOUR=2" },
    { "FREQ=DAILY;BYEASTER=1", "BYEASTER=1" },
    { "FREQ=DAILY; BYEASTER = 1 ;COUNT=2", "BYEASTER = 1" },
    { "FREQ=DAILY;=1", "=1" },
    { "FREQ=DAILY;INTERVAL=2x", "INTERVAL=2x" },
    { "FREQ=DAILY;INTERVAL=2 3", "INTERVAL=2 3" },
    { "FREQ=DAILY;INTERVAL=1.5", "INTERVAL=1.5" },
    { "FREQ=DAILY;COUNT=3x", "COUNT=3x" },
    { "FREQ=DAILY;COUNT=", "COUNT=" },
    { "FREQ=DAILY;COUNT=-", "COUNT=-" },
    { "FREQ=DAILY;BYHOUR=24", "BYHOUR=24" },
    { "FREQ=DAILY;BYHOUR=-1", "BYHOUR=-1" },
    { "FREQ=DAILY;BYHOUR=+1", "BYHOUR=+1" },
    { "FREQ=DAILY;BYHOUR=1,,2", "BYHOUR=1,,2" },
    { "FREQ=DAILY;BYHOUR=1,", "BYHOUR=1," },
    { "FREQ=DAILY;BYMINUTE=60", "BYMINUTE=60" },
    { "FREQ=DAILY;BYSECOND=61", "BYSECOND=61" },
    { "FREQ=YEARLY;BYMONTH=0", "BYMONTH=0" },
    { "FREQ=YEARLY;BYMONTH=13", "BYMONTH=13" },
    { "FREQ=YEARLY;BYMONTH=-1", "BYMONTH=-1" },
    { "FREQ=YEARLY;BYMONTHDAY=0", "BYMONTHDAY=0" },
    { "FREQ=YEARLY;BYMONTHDAY=32", "BYMONTHDAY=32" },
    { "FREQ=YEARLY;BYYEARDAY=-367", "BYYEARDAY=-367" },
    { "FREQ=YEARLY;BYWEEKNO=54", "BYWEEKNO=54" },
    { "FREQ=YEARLY;BYDAY=MO;BYSETPOS=367", "BYSETPOS=367" },
    { "FREQ=YEARLY;BYDAY=MO;BYSETPOS=0", "BYSETPOS=0" },
    { "FREQ=YEARLY;BYDAY=0MO", "BYDAY=0MO" },
    { "FREQ=YEARLY;BYDAY=54MO", "BYDAY=54MO" },
    { "FREQ=YEARLY;BYDAY=MONDAY", "BYDAY=MONDAY" },
    { "FREQ=YEARLY;BYDAY=2", "BYDAY=2" },
    { "FREQ=YEARLY;BYDAY=M", "BYDAY=M" },
    { "FREQ=YEARLY;BYDAY=1-MO", "BYDAY=1-MO" },
    { "FREQ=WEEKLY;WKST=1MO", "WKST=1MO" },
    { "FREQ=DAILY;UNTIL=", "UNTIL=" },
    { "FREQ=DAILY;UNTIL=2027-01-01T00:00:00.000Z", "UNTIL=2027-01-01T00:00:00.000Z" },
    { "RRULE:FREQ=DAILY", "RRULE:FREQ=DAILY" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (not_understood); i++)
    {
      WayRule rule;
      g_autofree char *reason = NULL;
      g_autofree char *quoted = g_strdup_printf ("“%s”", not_understood[i][1]);
      if (way_rule_parse (not_understood[i][0], &rule, &reason))
        g_error ("%s was read", not_understood[i][0]);
      if (strstr (reason, "not understood") == NULL || strstr (reason, quoted) == NULL)
        g_error ("%s: %s", not_understood[i][0], reason);
    }
}

static void
test_the_reason_is_named (void)
{
  static const char *const cases[][2] = {
    { "", "no frequency" },
    { "COUNT=2", "no frequency" },
    { "FREQ=DAILY;INTERVAL=0", "interval of its repeat rule is out of range" },
    { "FREQ=DAILY;INTERVAL=-1", "interval of its repeat rule is out of range" },
    { "FREQ=DAILY;COUNT=0", "number of times of its repeat rule is out of range" },
    { "RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L", "another calendar" },
    { "FREQ=YEARLY;BYMONTH=5L;RSCALE=HEBREW;SKIP=FORWARD", "another calendar" },
    { "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=FORWARD", "moves days that do not exist" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayRule rule;
      g_autofree char *reason = NULL;
      g_assert_false (way_rule_parse (cases[i][0], &rule, &reason));
      if (strstr (reason, cases[i][1]) == NULL)
        g_error ("%s: %s", cases[i][0], reason);
    }
}

static void
test_a_long_part_is_cut_where_a_letter_ends (void)
{
  g_autoptr (GString) text = g_string_new ("FREQ=DAILY;BYDAY=");
  g_autofree char *reason = NULL;
  WayRule rule;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "é");
  g_assert_false (way_rule_parse (text->str, &rule, &reason));
  g_assert_true (g_utf8_validate (reason, -1, NULL));
  g_assert_cmpuint (strlen (reason), <, 200);
}

/* What is not allowed: the rule as it is followed, and the fault that is told. */
static void
test_what_is_not_allowed_is_told (void)
{
  static const struct
  {
    const char *text, *followed;
    gboolean is_date;
    guint faults;
  } cases[] = {
    { "FREQ=WEEKLY;BYDAY=2MO,TU", "week x1 weekdays MO TU", FALSE, WAY_RULE_NUMBERED_DAYS },
    { "FREQ=YEARLY;BYWEEKNO=20;BYDAY=-1MO", "year x1 weeks 20 weekdays MO", FALSE,
      WAY_RULE_NUMBERED_DAYS },
    { "FREQ=WEEKLY;BYMONTHDAY=13", "week x1 monthdays 13", FALSE, WAY_RULE_MONTH_DAYS },
    { "FREQ=DAILY;BYYEARDAY=1", "day x1 yeardays 1", FALSE, WAY_RULE_YEAR_DAYS },
    { "FREQ=WEEKLY;BYYEARDAY=1", "week x1 yeardays 1", FALSE, WAY_RULE_YEAR_DAYS },
    { "FREQ=MONTHLY;BYYEARDAY=1", "month x1 yeardays 1", FALSE, WAY_RULE_YEAR_DAYS },
    { "FREQ=HOURLY;BYYEARDAY=1", "hour x1 yeardays 1", FALSE, 0 },
    { "FREQ=WEEKLY;BYWEEKNO=20;BYDAY=MO", "week x1 weeks 20 weekdays MO", FALSE, WAY_RULE_WEEKS },
    { "FREQ=DAILY;BYSETPOS=2", "day x1", FALSE, WAY_RULE_LONE_POSITION },
    { "FREQ=DAILY;BYHOUR=9;BYSETPOS=2", "day x1 hours 9 positions 2", FALSE, 0 },
    { "FREQ=DAILY;BYHOUR=9", "day x1", TRUE, WAY_RULE_TIMES },
    { "FREQ=DAILY;BYHOUR=9;BYSETPOS=2", "day x1", TRUE, WAY_RULE_TIMES | WAY_RULE_LONE_POSITION },
    { "FREQ=DAILY;COUNT=2;UNTIL=20270101", "day x1 until 20270101", FALSE, WAY_RULE_TWO_ENDS },
    { "FREQ=MONTHLY;BYDAY=2MO", "month x1 weekdays 2MO", FALSE, 0 },
    { "FREQ=YEARLY;BYDAY=2MO", "year x1 weekdays 2MO", TRUE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayRule rule;
      g_autofree char *reason = NULL;
      g_assert_true (way_rule_parse (cases[i].text, &rule, &reason));
      g_assert_true (way_rule_settle (&rule, cases[i].is_date, &reason));
      g_autofree char *followed = describe (&rule);
      g_assert_cmpstr (followed, ==, cases[i].followed);
      g_assert_cmpuint (rule.faults, ==, cases[i].faults);
    }
}

static void
test_every_fault_has_its_words (void)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_str_hash, g_str_equal);

  for (int i = 0; i < WAY_RULE_N_FAULTS; i++)
    {
      const char *text = way_rule_fault_text ((WayRuleFault) (1 << i));
      g_assert_cmpuint (strlen (text), >, 20);
      g_assert_true (g_hash_table_add (texts, (gpointer) text));
    }
}

/* Where readers disagree, nothing is guessed. */
static void
test_what_means_nothing_is_refused (void)
{
  static const struct
  {
    const char *text, *reason;
    gboolean is_date;
  } cases[] = {
    { "FREQ=HOURLY", "repeats within one", TRUE },
    { "FREQ=MINUTELY;BYDAY=MO", "repeats within one", TRUE },
    { "FREQ=DAILY;BYDAY=1MO", "numbers weekdays of a day", FALSE },
    { "FREQ=HOURLY;BYDAY=-1MO", "numbers weekdays of a day", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WayRule rule;
      g_autofree char *reason = NULL;
      g_assert_true (way_rule_parse (cases[i].text, &rule, &reason));
      g_assert_false (way_rule_settle (&rule, cases[i].is_date, &reason));
      g_assert_nonnull (strstr (reason, cases[i].reason));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/good-rules-are-read", test_good_rules_are_read);
  g_test_add_func ("/rule/long-lists-are-read-whole", test_long_lists_are_read_whole);
  g_test_add_func ("/rule/bad-rules-are-refused", test_bad_rules_are_refused);
  g_test_add_func ("/rule/the-reason-is-named", test_the_reason_is_named);
  g_test_add_func ("/rule/a-long-part-is-cut-where-a-letter-ends",
                   test_a_long_part_is_cut_where_a_letter_ends);
  g_test_add_func ("/rule/what-is-not-allowed-is-told", test_what_is_not_allowed_is_told);
  g_test_add_func ("/rule/every-fault-has-its-words", test_every_fault_has_its_words);
  g_test_add_func ("/rule/what-means-nothing-is-refused", test_what_means_nothing_is_refused);
  return g_test_run ();
}
