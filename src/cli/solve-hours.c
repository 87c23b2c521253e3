/* When blocks may lie: zone, days, lengths, limits and free time. */
#include "cli/solve-input.h"
#include "core/base/interval.h"

#include <glib/gi18n.h>

/* A day may have 25 hours. */
#define NO_DAILY_LIMIT  (2 * 1440)
#define NO_WEEKLY_LIMIT (2 * 10080)

typedef gboolean (*ReadEntry) (WaySolveInput *input, const WayJsonValue *entry, GError **error);

/* Reads each entry of the list @name, which need not be there. */
static gboolean
read_each (WaySolveInput *input,
           const WayJsonValue *root,
           const char *name,
           guint most,
           ReadEntry read,
           GError **error)
{
  WayJsonValue list = way_json_member (root, name);
  guint n;

  if (!way_json_read_list (&list, most, &n, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue entry = way_json_element (&list, i);
      if (!read (input, &entry, error))
        return FALSE;
    }
  return TRUE;
}

/* @number keeps its value when the member is not given. */
static gboolean
read_number (const WayJsonValue *object,
             const char *name,
             int low,
             int high,
             int *number,
             GError **error)
{
  WayJsonValue value = way_json_member (object, name);

  return way_json_read_int (&value, low, high, number, error);
}

static gboolean
read_required_day (const WayJsonValue *object, const char *name, WayDate *date, GError **error)
{
  WayJsonValue value = way_json_member (object, name);

  return way_json_require (&value, error) && way_json_read_date (&value, date, error);
}

static gboolean
read_zone (WaySolveInput *input, const WayJsonValue *root, GError **error)
{
  WayJsonValue value = way_json_member (root, "zone");
  const char *id = NULL;

  if (!way_json_require (&value, error) || !way_json_read_text (&value, &id, error))
    return FALSE;
  input->in.zone = input->zone = way_zone_new (id, NULL);
  if (input->zone != NULL)
    return TRUE;
  g_autofree char *shown = way_json_show (&value);
  return way_json_fail (&value, error,
                        _ ("%s is not a time zone that is known here. Use a name like "
                           "Europe/Berlin."),
                        shown);
}

static gboolean
read_days (WaySolveInput *input, const WayJsonValue *root, GError **error)
{
  WaySchedulerInput *in = &input->in;
  WayJsonValue to = way_json_member (root, "to"), now = way_json_member (root, "now");

  if (!read_required_day (root, "from", &in->from_date, error) ||
      !read_required_day (root, "to", &in->to_date, error))
    return FALSE;
  if (in->to_date < in->from_date)
    return way_json_fail (&to, error,
                          _ ("the last day is before the first one. Swap “from” and "
                             "“to”."));
  if (in->to_date > way_date_add_months (in->from_date, 12 * WAY_SOLVE_MAX_YEARS))
    return way_json_fail (&to, error, _ ("the plan is longer than %d years. Let it end earlier."),
                          WAY_SOLVE_MAX_YEARS);
  in->not_before_utc = way_zone_to_utc (input->zone, in->from_date, 0);
  return way_json_read_instant (&now, &in->not_before_utc, error);
}

static gboolean
read_limits (WaySolveInput *input, const WayJsonValue *root, GError **error)
{
  WaySchedulerInput *in = &input->in;
  WayJsonValue block = way_json_member (root, "block_minutes");
  int daily = 0, weekly = 0;

  if (!way_json_require (&block, error) ||
      !way_json_read_int (&block, 5, 1440, &input->block_minutes, error) ||
      !read_number (root, "break_minutes", 0, 1440, &in->break_minutes, error) ||
      !read_number (root, "buffer_minutes", 0, 10080, &in->buffer_minutes, error) ||
      !read_number (root, "daily_cap", 0, WAY_SOLVE_MAX_BLOCKS, &daily, error) ||
      !read_number (root, "weekly_cap", 0, WAY_SOLVE_MAX_BLOCKS, &weekly, error) ||
      !read_number (root, "days_in_row", 0, G_MAXINT16, &in->days_in_row, error))
    return FALSE;
  in->daily_minutes = daily > 0 ? daily * input->block_minutes : NO_DAILY_LIMIT;
  in->weekly_minutes = weekly > 0 ? weekly * input->block_minutes : NO_WEEKLY_LIMIT;
  return TRUE;
}

/* "from" and "to" of @object: an end that is not after the start is on the next day. */
static gboolean
read_stretch (const WayJsonValue *object, int *from_minute, int *to_minute, GError **error)
{
  WayJsonValue from = way_json_member (object, "from"), to = way_json_member (object, "to");

  if (!way_json_require (&from, error) || !way_json_read_clock (&from, from_minute, error) ||
      !way_json_require (&to, error) || !way_json_read_clock (&to, to_minute, error))
    return FALSE;
  if (*from_minute == 1440)
    return way_json_fail (&from, error,
                          _ ("no time is left after 24:00. Use the next day from "
                             "00:00."));
  if (*from_minute == *to_minute)
    return way_json_fail (&to, error,
                          _ ("the end is the start. For a whole day write 00:00 and "
                             "24:00."));
  if (*to_minute == 0)
    *to_minute = 1440;
  return TRUE;
}

static gboolean
read_window (WaySolveInput *input, const WayJsonValue *entry, GError **error)
{
  WayAvailability window = { .kinds = WAY_BLOCK_ALL_KINDS };

  if (!way_json_require_object (entry, error))
    return FALSE;
  WayJsonValue weekday = way_json_member (entry, "weekday"),
               preferred = way_json_member (entry, "preferred");
  if (!way_json_require (&weekday, error) ||
      !way_json_read_int (&weekday, WAY_MONDAY, WAY_SUNDAY, &window.weekday, error) ||
      !read_stretch (entry, &window.from_minute, &window.to_minute, error) ||
      !way_json_read_bool (&preferred, &window.preferred, error))
    return FALSE;
  g_array_append_val (input->availability, window);
  return TRUE;
}

static gboolean
read_extra_hours (WaySolveInput *input, const WayJsonValue *entry, GError **error)
{
  WayExtraHours extra = { .kinds = WAY_BLOCK_ALL_KINDS };

  if (!way_json_require_object (entry, error) ||
      !read_required_day (entry, "date", &extra.date, error) ||
      !read_stretch (entry, &extra.from_minute, &extra.to_minute, error))
    return FALSE;
  g_array_append_val (input->extra_hours, extra);
  return TRUE;
}

static gboolean
read_day_off (WaySolveInput *input, const WayJsonValue *entry, GError **error)
{
  WayJsonValue from, to;
  WayDaysOff off;

  if (!way_json_read_pair (entry, &from, &to, error) ||
      !way_json_read_date (&from, &off.from_date, error) ||
      !way_json_read_date (&to, &off.to_date, error))
    return FALSE;
  if (off.to_date < off.from_date)
    return way_json_fail (entry, error, _ ("the last day is before the first one. Swap them."));
  g_array_append_val (input->days_off, off);
  return TRUE;
}

static gboolean
read_busy (WaySolveInput *input, const WayJsonValue *entry, GError **error)
{
  WayJsonValue from, to;
  gint64 start, end;

  if (!way_json_read_pair (entry, &from, &to, error) ||
      !way_json_read_instant (&from, &start, error) || !way_json_read_instant (&to, &end, error))
    return FALSE;
  if (end < start)
    return way_json_fail (entry, error, _ ("the end is before the start. Swap them."));
  way_interval_set_add (input->busy, start, end);
  return TRUE;
}

gboolean
way_solve_read_hours (WaySolveInput *input, const WayJsonValue *root, GError **error)
{
  if (!read_zone (input, root, error) || !read_days (input, root, error) ||
      !read_limits (input, root, error) ||
      !read_each (input, root, "availability", WAY_SOLVE_MAX_WINDOWS, read_window, error) ||
      !read_each (input, root, "extra_hours", WAY_SOLVE_MAX_WINDOWS, read_extra_hours, error) ||
      !read_each (input, root, "days_off", WAY_SOLVE_MAX_WINDOWS, read_day_off, error) ||
      !read_each (input, root, "busy", WAY_SOLVE_MAX_BUSY, read_busy, error))
    return FALSE;
  way_interval_set_normalize (input->busy);
  return TRUE;
}
