#include "app/offers/amount.h"

#include "core/base/error.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define MOST          1e15 /* beyond it a double has no cents */
#define DECIMALS      "%.6f"
#define NARROW_SPACE  "\u202f"
#define ARABIC_POINT  0x066b
#define ARABIC_GROUP  0x066c
#define MINUS         0x2212
#define MINUS_TEXT    "\u2212"
#define APOSTROPHE    0x2019
#define LEFT_TO_RIGHT "\u200e"
#define CURRENCY_SIZE 3

/* What characters mean, once digits are those of ASCII: '0' … '9', '-', '.', ',', and these. */
enum
{
  GROUP = 'g', /* divides groups whatever the locale */
  POINT = 'p', /* divides the fraction whatever the locale */
  IGNORED = 'i',
  WRONG = 'w',
};

/* A locale that groups nothing is read and written with what goes with its decimal. */
static WayNumberStyle
local_style (void)
{
  const struct lconv *conv = localeconv ();
  WayNumberStyle style = { ".", "" };

  if (*conv->decimal_point != '\0' && g_utf8_validate (conv->decimal_point, -1, NULL))
    style.decimal = conv->decimal_point;
  if (g_utf8_validate (conv->thousands_sep, -1, NULL))
    style.group = conv->thousands_sep;
  if (*style.group == '\0')
    style.group = g_str_equal (style.decimal, ".") ? "," : NARROW_SPACE;
  return style;
}

static gboolean
is_around (gunichar c)
{
  return c == '%' || c == 0x066a || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

/* @around: nothing of the number comes before, or behind */
static char
classify (gunichar c, gboolean around)
{
  if (g_unichar_isdigit (c))
    return (char) ('0' + g_unichar_digit_value (c));
  if (c == '.' || c == ',')
    return (char) c;
  if (c == ARABIC_POINT)
    return POINT;
  if (c == ARABIC_GROUP || c == '\'' || c == APOSTROPHE || g_unichar_isspace (c))
    return GROUP;
  if (g_unichar_type (c) == G_UNICODE_FORMAT)
    return IGNORED; /* directions */
  if (c == '-' || c == MINUS)
    return '-';
  if (around && (c == '+' || is_around (c)))
    return IGNORED;
  return WRONG;
}

/* The meanings of the characters of @text, without what says nothing (transfer full); %NULL: not a number. */
static char *
read_meanings (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *rest = at;
      while (is_around (g_utf8_get_char (rest)) || g_unichar_isspace (g_utf8_get_char (rest)))
        rest = g_utf8_next_char (rest);
      gboolean leading = out->len == 0 || (out->len == 1 && out->str[0] == '-');
      char meaning = classify (g_utf8_get_char (at), leading || *rest == '\0');
      if (meaning == WRONG || (meaning == '-' && out->len > 0))
        return NULL;
      if (meaning != IGNORED && !(meaning == GROUP && leading))
        g_string_append_c (out, meaning);
    }
  while (out->len > 0 && out->str[out->len - 1] == GROUP)
    g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static guint
count (const char *text, char c)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == c;
  return n;
}

/* "1g234g567" without its marks; the first group is not "0", the last has three digits, and those between as many, or
 * two as in India. (transfer full); %NULL: they are no groups. */
static char *
join_groups (const char *text, char mark)
{
  const char marks[] = { GROUP, mark, '\0' };
  g_auto (GStrv) groups = g_strsplit_set (text, marks, -1);
  guint n = g_strv_length (groups);

  for (guint i = 0; n > 1 && i < n; i++)
    {
      gsize length = strlen (groups[i]);
      if (i == 0 ? length < 1 || length > 3 || groups[i][0] == '0'
                 : length != 3 && (length != 2 || i + 1 == n))
        return NULL;
    }
  return g_strjoinv ("", groups);
}

/* Which of the characters of @text divides its fraction; 0: none does. */
static char
find_decimal (const char *text, const WayNumberStyle *style)
{
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');

  if (strchr (text, POINT) != NULL)
    return POINT;
  if (point != NULL && comma != NULL)
    return point > comma ? '.' : ',';
  if (point == NULL && comma == NULL)
    return '\0';
  char only = point != NULL ? '.' : ',';
  if (count (text, only) > 1)
    return '\0';
  if (*style->decimal == only || *style->group != only)
    return only;
  g_autofree char *joined = join_groups (text, only);
  return joined != NULL ? '\0' : only;
}

/* @text: without a sign. The number as C writes it (transfer full); %NULL: it is none. */
static char *
read_plain (const char *text, const WayNumberStyle *style)
{
  char decimal = find_decimal (text, style);
  const char *at = decimal != '\0' ? strchr (text, decimal) : NULL;
  const char *fraction = at != NULL ? at + 1 : "";
  g_autofree char *whole = at != NULL ? g_strndup (text, (gsize) (at - text)) : g_strdup (text);
  char mark = strchr (whole, '.') != NULL ? '.' : ',';
  g_autofree char *joined = join_groups (whole, mark);

  if (joined == NULL || strspn (joined, "0123456789") != strlen (joined) ||
      strspn (fraction, "0123456789") != strlen (fraction) ||
      (*joined == '\0' && *fraction == '\0'))
    return NULL;
  return g_strconcat (*joined != '\0' ? joined : "0", ".", *fraction != '\0' ? fraction : "0",
                      NULL);
}

gboolean
way_amount_parse (const char *text, const WayNumberStyle *style, double *amount, GError **error)
{
  WayNumberStyle local = local_style ();
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *meanings = read_meanings (stripped);

  *amount = NAN;
  if (*stripped == '\0')
    return TRUE;
  gboolean negative = meanings != NULL && *meanings == '-';
  g_autofree char *plain =
      meanings != NULL ? read_plain (meanings + negative, style != NULL ? style : &local) : NULL;
  if (plain == NULL)
    {
      g_autofree char *example = way_amount_format (85000.5, style);
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("“%s” is not a number. Write it as %s."),
                   stripped, example);
      return FALSE;
    }
  double value = g_ascii_strtod (plain, NULL);
  if (value > MOST)
    {
      g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("“%s” is too large."), stripped);
      return FALSE;
    }
  *amount = negative ? -value : value;
  return TRUE;
}

/* @plain: "85000.5" */
static char *
group (const char *plain, const WayNumberStyle *style)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *point = strchr (plain, '.');
  gsize whole = point != NULL ? (gsize) (point - plain) : strlen (plain);

  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, style->group);
      g_string_append_c (out, plain[i]);
    }
  if (point != NULL)
    g_string_append_printf (out, "%s%s", style->decimal, point + 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* @format: of the absolute amount */
static char *
format_as (double amount, const char *format, const WayNumberStyle *style)
{
  WayNumberStyle local = local_style ();
  char plain[64];

  if (isnan (amount))
    return g_strdup ("");
  g_ascii_formatd (plain, sizeof plain, format, fabs (amount));
  if (strchr (plain, '.') != NULL)
    {
      gsize length = strlen (plain);
      while (plain[length - 1] == '0')
        length--;
      plain[plain[length - 1] == '.' ? length - 1 : length] = '\0';
    }
  g_autofree char *grouped = group (plain, style != NULL ? style : &local);
  return g_strconcat (amount < 0 && !g_str_equal (plain, "0") ? MINUS_TEXT : "", grouped, NULL);
}

char *
way_amount_format (double amount, const WayNumberStyle *style)
{
  return format_as (amount, DECIMALS, style);
}

char *
way_amount_format_whole (double amount)
{
  return format_as (amount, "%.0f", NULL);
}

char *
way_amount_format_money (double amount, const char *currency)
{
  g_autofree char *number = way_amount_format_whole (amount);

  /* Translators: an amount and its currency: "85,000 EUR" */
  return g_strdup_printf (_ ("%s %s"), number, currency);
}

char *
way_amount_format_change (double amount)
{
  g_autofree char *number = format_as (amount, "%.2f", NULL);

  /* The sign stays before the number where text runs from the right. */
  return g_strconcat (LEFT_TO_RIGHT, amount > 0 ? "+" : "", number, NULL);
}

char *
way_amount_format_percent (double percent)
{
  g_autofree char *number = format_as (percent, "%.2f", NULL);

  /* Translators: a number of percent: "12.5 %" */
  return g_strdup_printf (_ ("%s %%"), number);
}

char *
way_amount_local_currency (void)
{
  const struct lconv *conv = localeconv ();
  g_autofree char *code = g_strndup (conv->int_curr_symbol, CURRENCY_SIZE);
  char *currency = way_amount_parse_currency (code, NULL);

  return currency != NULL ? currency : g_strdup ("EUR");
}

char *
way_amount_parse_currency (const char *text, GError **error)
{
  g_autofree char *code = g_strstrip (g_ascii_strup (text, -1));

  if (strlen (code) == CURRENCY_SIZE &&
      strspn (code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == CURRENCY_SIZE)
    return g_steal_pointer (&code);
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("A currency is a code of three letters, as EUR or USD, not “%s”."), code);
  return NULL;
}
