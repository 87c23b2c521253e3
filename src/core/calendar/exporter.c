#include "core/calendar/exporter.h"

#include <string.h>

/* By the position of the kind's bit: the word in the store, the category, the colour and the alarms in
 * minutes. */
static const struct
{
  const char *word;
  const char *category;
  const char *color; /* CSS3, the nearest to the kind's colour in the window */
  gboolean is_private;
  int alarms[2];
} kinds[WAY_EXPORT_N_KINDS] = {
  { "study", "learning", "royalblue", FALSE, { 10, 0 } },
  { "mock", "mock interview", "mediumpurple", TRUE, { 1440, 30 } },
  { "drill", "drill", "teal", FALSE, { 5, 0 } },
  { "review", "review", "darkorange", TRUE, { 30, 0 } },
  { "", "milestone", "seagreen", FALSE, { 0, 0 } },
  { "", "checklist", "seagreen", FALSE, { 0, 0 } },
  { "", "offer", "goldenrod", FALSE, { 900, 0 } }, /* at nine, the day before */
};

void
way_exporter_clear (WayExporter *x)
{
  g_clear_pointer (&x->reviews, g_ptr_array_unref);
  g_clear_pointer (&x->series, g_ptr_array_unref);
  g_clear_pointer (&x->zone, way_zone_free);
  g_clear_pointer (&x->entries, g_ptr_array_unref);
  g_clear_pointer (&x->strings, g_string_chunk_free);
}

const char *
way_exporter_keep (WayExporter *x, char *text)
{
  const char *kept = g_string_chunk_insert_const (x->strings, text);

  g_free (text);
  return kept;
}

gboolean
way_exporter_in_range (const WayExporter *x, WayDate date)
{
  return (x->options->from_date == WAY_DATE_NONE || date >= x->options->from_date) &&
         (x->options->to_date == WAY_DATE_NONE || date <= x->options->to_date);
}

/* A block is of one of the first four kinds: what is none of three is of the fourth. */
guint
way_exporter_kind (const char *word)
{
  guint k = 0;

  while (k < 3 && !g_str_equal (kinds[k].word, word))
    k++;
  return k;
}

char *
way_exporter_named_uid (const char *kind, const char *name, const char *part)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  static const char hex[] = "0123456789abcdef";
  guint8 d[20];
  gsize length = sizeof d;

  /* With the zero bytes between them, no two lists of words are the same name. */
  g_checksum_update (sum, (const guchar *) kind, (gssize) strlen (kind) + 1);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name) + 1);
  g_checksum_update (sum, (const guchar *) part, (gssize) strlen (part) + 1);
  g_checksum_get_digest (sum, d, &length);
  d[6] = (guint8) ((d[6] & 0x0f) | 0x50);
  d[8] = (guint8) ((d[8] & 0x3f) | 0x80);
  char *uid = g_malloc (sizeof "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx"), *at = uid;
  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *at++ = '-';
      *at++ = hex[d[i] >> 4];
      *at++ = hex[d[i] & 15];
    }
  *at = '\0';
  return uid;
}

/* "learning,Core": a category is one word, whatever is in the phase's title. */
const char *
way_exporter_categorise (WayExporter *x, guint k, const char *phase)
{
  if (*phase == '\0')
    return kinds[k].category;
  g_autofree char *word = g_strdelimit (g_strdup (phase), ",", ' ');
  return way_exporter_keep (x, g_strdup_printf ("%s,%s", kinds[k].category, word));
}

WayCalendarEntry *
way_exporter_add_entry (GPtrArray *entries, guint k)
{
  WayCalendarEntry *entry = g_new0 (WayCalendarEntry, 1);

  g_ptr_array_add (entries, entry);
  entry->color = kinds[k].color;
  entry->is_private = kinds[k].is_private;
  memcpy (entry->alarm_minutes, kinds[k].alarms, sizeof entry->alarm_minutes);
  return entry;
}

WayCalendarEntry *
way_exporter_add_day (WayExporter *x,
                      guint kind,
                      WayDate date,
                      WayDate done_date,
                      gint64 created_utc,
                      gint64 changed_utc)
{
  if (!(x->kinds & 1u << kind) || !way_exporter_in_range (x, date))
    return NULL;
  x->counts[kind]++;
  WayCalendarEntry *entry = way_exporter_add_entry (x->entries, kind);
  entry->categories = kinds[kind].category;
  entry->all_day = TRUE;
  entry->date = date;
  entry->created_utc = created_utc;
  entry->changed_utc = MAX (created_utc, changed_utc);
  if (x->options->form == WAY_EXPORT_AS_TODOS && done_date != WAY_DATE_NONE)
    {
      entry->completed_utc = way_zone_to_utc (x->zone, done_date, 0);
      entry->changed_utc = MAX (entry->changed_utc, entry->completed_utc);
    }
  return entry;
}
