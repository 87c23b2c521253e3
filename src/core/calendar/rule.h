/* A recurrence rule as it is written (RFC 5545 section 3.3.10), read by ourselves: libical 3.0 takes
 * "INTERVAL=2x" for 2, wraps what does not fit into 16 bits, and takes what the RFC forbids without a word. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From the shortest period to the longest. */
typedef enum
{
  WAY_FREQ_SECONDLY,
  WAY_FREQ_MINUTELY,
  WAY_FREQ_HOURLY,
  WAY_FREQ_DAILY,
  WAY_FREQ_WEEKLY,
  WAY_FREQ_MONTHLY,
  WAY_FREQ_YEARLY,
} WayFreq;

/* The numbers of one part, each once: those that count from the front, and those that count from the back
 * (of "-1" the bit 1). */
typedef struct
{
  gboolean given;   /* FALSE: the rule has no such part, and asks nothing */
  guint64 front[6]; /* a bit for each, 0 to 366 */
  guint64 back[6];
} WayRuleSet;

/* What RFC 5545 does not allow and we read all the same; the person is told. */
typedef enum
{
  WAY_RULE_NUMBERED_DAYS = 1 << 0, /* a number at a weekday in a week: ignored */
  WAY_RULE_MONTH_DAYS = 1 << 1,    /* BYMONTHDAY, WEEKLY: a condition */
  WAY_RULE_YEAR_DAYS = 1 << 2,     /* BYYEARDAY, DAILY to MONTHLY: a condition */
  WAY_RULE_WEEKS = 1 << 3,         /* BYWEEKNO, not YEARLY: a condition */
  WAY_RULE_LONE_POSITION = 1 << 4, /* BYSETPOS alone: ignored */
  WAY_RULE_TIMES = 1 << 5,         /* times of day of a whole day: ignored */
  WAY_RULE_TWO_ENDS = 1 << 6,      /* COUNT and UNTIL: UNTIL is followed */
} WayRuleFault;
#define WAY_RULE_N_FAULTS 7

/* A number with more digits than any use is this one. */
#define WAY_RULE_HUGE G_GINT64_CONSTANT (1000000000000)

typedef struct
{
  WayFreq freq;
  gint64 interval; /* 1 to WAY_RULE_HUGE */
  gint64 count;    /* 1 to WAY_RULE_HUGE; 0 without one */
  char until[24];  /* as written; "" without one */
  int week_start;  /* 0 = Monday … 6 = Sunday */
  WayRuleSet second, minute, hour, month_day, year_day, week_no, month, set_pos;
  gboolean has_weekdays;
  guint8 weekdays;                  /* every one of them; bit 0 is Monday */
  guint64 nth[7], nth_from_back[7]; /* of each weekday, from Monday: "2MO", "-1SU" */
  guint faults;                     /* of WayRuleFault, from way_rule_settle() */
} WayRule;

/* Reads @text. %FALSE with the reason (transfer full) when nothing but the first time can be kept. */
gboolean way_rule_parse (const char *text, WayRule *rule, char **reason);

/* Takes what RFC 5545 does not allow out of @rule where it must not be followed, and notes all of it in its
 * faults; @is_date: of a series of whole days. %FALSE with the reason (transfer full) where readers do not
 * agree on what such a rule means. */
gboolean way_rule_settle (WayRule *rule, gboolean is_date, char **reason);

/* What to tell of one fault, translated. */
const char *way_rule_fault_text (WayRuleFault fault);

/* Whether the rule has any part that names days, hours or the like. */
gboolean way_rule_has_conditions (const WayRule *rule);

/* Whether a day of it may have more than 24 times. */
gboolean way_rule_is_dense (const WayRule *rule);

static inline gboolean
way_bit (const guint64 *bits, int n)
{
  return (bits[n / 64] >> (n % 64) & 1) != 0;
}

/* @value of 1 to @n; with @n = 0 nothing counts from the back. */
static inline gboolean
way_rule_set_has (const WayRuleSet *set, int value, int n)
{
  return way_bit (set->front, value) || (n > 0 && way_bit (set->back, n + 1 - value));
}

static inline void
way_rule_set_add (WayRuleSet *set, int value)
{
  guint64 *bits = value < 0 ? set->back : set->front;
  int n = ABS (value);

  set->given = TRUE;
  bits[n / 64] |= G_GUINT64_CONSTANT (1) << (n % 64);
}

G_END_DECLS
