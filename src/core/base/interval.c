#include "core/base/interval.h"

#define AT(set, i) g_array_index ((set), WayInterval, (i))

GArray *
way_interval_set_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (WayInterval));
}

void
way_interval_set_add (GArray *set, gint64 start_utc, gint64 end_utc)
{
  WayInterval interval = { start_utc, end_utc };

  if (start_utc < end_utc)
    g_array_append_val (set, interval);
}

static int
compare_start (gconstpointer a, gconstpointer b)
{
  const WayInterval *x = a, *y = b;

  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

void
way_interval_set_normalize (GArray *set)
{
  guint kept = 0;

  g_array_sort (set, compare_start);
  for (guint i = 0; i < set->len; i++)
    {
      if (kept > 0 && AT (set, i).start_utc <= AT (set, kept - 1).end_utc)
        AT (set, kept - 1).end_utc = MAX (AT (set, kept - 1).end_utc, AT (set, i).end_utc);
      else
        AT (set, kept++) = AT (set, i);
    }
  g_array_set_size (set, kept);
}

GArray *
way_interval_set_subtract (const GArray *set, const GArray *minus)
{
  GArray *rest = way_interval_set_new ();
  guint j = 0;

  for (guint i = 0; i < set->len; i++)
    {
      gint64 start = AT (set, i).start_utc;
      gint64 end = AT (set, i).end_utc;

      while (j < minus->len && AT (minus, j).end_utc <= start)
        j++;
      for (guint k = j; k < minus->len && AT (minus, k).start_utc < end; k++)
        {
          way_interval_set_add (rest, start, AT (minus, k).start_utc);
          start = MAX (start, AT (minus, k).end_utc);
        }
      way_interval_set_add (rest, start, end);
    }
  return rest;
}

/* The first interval of a normal set that ends after @utc. */
static guint
first_ending_after (const GArray *set, gint64 utc)
{
  guint low = 0, high = set->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (AT (set, middle).end_utc <= utc)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

gboolean
way_interval_set_overlaps (const GArray *set, gint64 start_utc, gint64 end_utc)
{
  guint i = first_ending_after (set, start_utc);

  return i < set->len && AT (set, i).start_utc < end_utc;
}

gint64
way_interval_set_next_free (const GArray *set, gint64 from_utc, gint64 seconds)
{
  for (guint i = first_ending_after (set, from_utc);
       i < set->len && AT (set, i).start_utc < from_utc + seconds; i++)
    from_utc = AT (set, i).end_utc;
  return from_utc;
}

void
way_interval_set_clip (GArray *set, gint64 from_utc, gint64 to_utc)
{
  guint kept = 0;

  for (guint i = 0; i < set->len; i++)
    {
      WayInterval cut = { MAX (AT (set, i).start_utc, from_utc),
                          MIN (AT (set, i).end_utc, to_utc) };
      if (cut.start_utc < cut.end_utc)
        AT (set, kept++) = cut;
    }
  g_array_set_size (set, kept);
}
