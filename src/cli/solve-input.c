#include "cli/solve-input.h"

#include "core/base/interval.h"

static WaySolveInput *
input_new (void)
{
  WaySolveInput *input = g_new0 (WaySolveInput, 1);

  input->availability = g_array_new (FALSE, FALSE, sizeof (WayAvailability));
  input->days_off = g_array_new (FALSE, FALSE, sizeof (WayDaysOff));
  input->extra_hours = g_array_new (FALSE, FALSE, sizeof (WayExtraHours));
  input->busy = way_interval_set_new ();
  input->items = g_array_new (FALSE, FALSE, sizeof (WayWorkItem));
  input->order = g_array_new (FALSE, FALSE, sizeof (WayWorkOrder));
  input->pinned = g_array_new (FALSE, FALSE, sizeof (WayFixedBlock));
  input->previous = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  input->movable = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  input->in.availability = input->availability;
  input->in.days_off = input->days_off;
  input->in.extra_hours = input->extra_hours;
  input->in.busy = input->busy;
  input->in.items = input->items;
  input->in.order = input->order;
  input->in.fixed = input->pinned;
  input->in.previous = input->movable;
  return input;
}

void
way_solve_input_free (WaySolveInput *input)
{
  if (input == NULL)
    return;
  g_clear_object (&input->document);
  g_clear_pointer (&input->zone, way_zone_free);
  g_array_unref (input->availability);
  g_array_unref (input->days_off);
  g_array_unref (input->extra_hours);
  g_array_unref (input->busy);
  g_array_unref (input->items);
  g_array_unref (input->order);
  g_array_unref (input->pinned);
  g_array_unref (input->previous);
  g_array_unref (input->movable);
  g_free (input);
}

WaySolveInput *
way_solve_input_read (const char *data, gsize length, const char *name, GError **error)
{
  g_autoptr (WaySolveInput) input = input_new ();
  WayJsonValue root;

  input->document = way_json_parse (data, length, name, &root, error);
  if (input->document == NULL || !way_json_require_object (&root, error) ||
      !way_solve_read_hours (input, &root, error) || !way_solve_read_items (input, &root, error))
    return NULL;
  return g_steal_pointer (&input);
}
