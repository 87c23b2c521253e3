/* Scorecards, offers and criteria by what a person calls them, and numbers as they are typed. */
#include "cli/offer.h"
#include "core/base/error.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

WayScorecard *
way_cli_card (WayCli *cli, gint64 id, GError **error)
{
  if (id != 0)
    return way_scorecard_load (cli->store, id, error);
  g_autoptr (GPtrArray) cards = way_scorecard_list (cli->store, error);
  if (cards == NULL)
    return NULL;
  if (cards->len > 0)
    return way_scorecard_load (cli->store, ((const WayScorecardEntry *) cards->pdata[0])->id,
                               error);
  g_set_error_literal (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                       _ ("There is no scorecard yet. Make one: waymark-cli offer new \"Winter\" "
                          "--currency EUR"));
  return NULL;
}

static gboolean
is_named (const char *title, const char *name)
{
  g_autofree char *a = g_utf8_casefold (title, -1);
  g_autofree char *b = g_utf8_casefold (name, -1);

  return g_str_equal (a, b);
}

/* What is looked through: ids and titles. */
typedef struct
{
  GArray *ids;
  GPtrArray *titles;
} Names;

static void
names_clear (Names *names)
{
  g_array_unref (names->ids);
  g_ptr_array_unref (names->titles);
}

/* The index, or -1; @same: out, how many have the name. */
static int
find (const Names *names, const char *name, int *same)
{
  guint64 id;
  int found = -1;

  *same = 0;
  if (g_ascii_string_to_unsigned (name, 10, 1, G_MAXINT64, &id, NULL))
    for (guint i = 0; i < names->ids->len; i++)
      if (g_array_index (names->ids, gint64, i) == (gint64) id)
        return (int) i;
  for (guint i = 0; i < names->titles->len; i++)
    if (is_named (names->titles->pdata[i], name))
      {
        found = (int) i;
        ++*same;
      }
  return *same <= 1 ? found : -1;
}

/* "\n  3  Acme" for each (transfer full). */
static char *
list (const Names *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->ids->len; i++)
    g_string_append_printf (text, "\n  %" G_GINT64_FORMAT "  %s",
                            g_array_index (names->ids, gint64, i),
                            (const char *) names->titles->pdata[i]);
  return g_string_free (text, FALSE);
}

int
way_cli_find_offer (const WayScorecard *card, const char *name, GError **error)
{
  Names names = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_ptr_array_new () };
  int same;

  for (guint i = 0; i < card->offers->len; i++)
    {
      const WayOffer *it = card->offers->pdata[i];
      g_array_append_val (names.ids, it->id);
      g_ptr_array_add (names.titles, it->company);
    }
  int found = find (&names, name, &same);
  g_autofree char *all = list (&names);
  if (found < 0 && same > 1)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 /* Translators: behind it comes a list of numbers and names. */
                 _ ("There are several offers of “%s”. Say which one by its number:%s"), name, all);
  else if (found < 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 /* Translators: behind it comes a list of numbers and names. */
                 _ ("There is no offer of “%s” on this scorecard. There are, by number:%s"), name,
                 card->offers->len > 0 ? all : " –");
  names_clear (&names);
  return found;
}

int
way_cli_find_criterion (const WayScorecard *card, const char *name, GError **error)
{
  Names names = { g_array_new (FALSE, FALSE, sizeof (gint64)), g_ptr_array_new () };
  int same;

  for (guint i = 0; i < card->criteria->len; i++)
    {
      const WayCriterionRow *it = card->criteria->pdata[i];
      g_array_append_val (names.ids, it->id);
      g_ptr_array_add (names.titles, it->title);
    }
  int found = find (&names, name, &same);
  g_autofree char *all = list (&names);
  if (found < 0 && same > 1)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
                 /* Translators: behind it comes a list of numbers and titles. */
                 _ ("There are several criteria “%s”. Say which one by its number:%s"), name, all);
  else if (found < 0)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 /* Translators: behind it comes a list of numbers and titles. */
                 _ ("There is no criterion “%s” on this scorecard. There are, by number:%s"), name,
                 card->criteria->len > 0 ? all : " –");
  names_clear (&names);
  return found;
}

gboolean
way_cli_parse_number (const char *text, double *number, GError **error)
{
  char *end;

  if (g_str_equal (text, "blank"))
    {
      *number = NAN;
      return TRUE;
    }
  *number = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && isfinite (*number))
    return TRUE;
  g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID,
               _ ("“%s” is not a number. Give one like 1234.5, or “blank” for not known."), text);
  return FALSE;
}

gboolean
way_cli_parse_range (const char *text, WayRange *range, GError **error)
{
  const char *dots = strstr (text, "..");
  g_autofree char *low = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);

  return way_cli_parse_number (low, &range->low, error) &&
         way_cli_parse_number (dots != NULL ? dots + 2 : low, &range->high, error);
}

char *
way_cli_range (WayRange range)
{
  if (way_range_is_blank (range))
    return g_strdup ("–");
  if (way_range_is_exact (range))
    return g_strdup_printf ("%.10g", range.low);
  /* Translators: from … to … */
  return g_strdup_printf (_ ("%.10g–%.10g"), range.low, range.high);
}

void
way_cli_json_range (JsonBuilder *b, const char *name, WayRange range)
{
  if (way_range_is_blank (range) || way_range_is_exact (range))
    {
      way_cli_json_number (b, name, way_range_is_blank (range) ? NAN : range.low, 6);
      return;
    }
  if (name != NULL)
    json_builder_set_member_name (b, name);
  json_builder_begin_array (b);
  way_cli_json_number (b, NULL, range.low, 6);
  way_cli_json_number (b, NULL, range.high, 6);
  json_builder_end_array (b);
}
