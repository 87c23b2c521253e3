/* The work, its order, and where blocks of it lie. */
#include "cli/solve-input.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_ID_BYTES 200
/* Ids of a circle in a message. */
#define MAX_TOLD 10

typedef struct
{
  WaySolveInput *input;
  GHashTable *numbers; /* id → index of its item */
  GArray *ongoing;     /* of gboolean, by item */
  int *pins;           /* pinned blocks, by item */
  int n_blocks;        /* of all items */
} ItemReader;

#define ITEM(r, i) g_array_index ((r)->input->items, WayWorkItem, (i))

static gboolean
read_id (const WayJsonValue *object, WayJsonValue *value, const char **id, GError **error)
{
  *id = "";
  *value = way_json_member (object, "id");
  if (!way_json_require (value, error) || !way_json_read_text (value, id, error))
    return FALSE;
  if (**id == '\0')
    return way_json_fail (value, error, _ ("the id is empty. Give it a name."));
  return strlen (*id) <= MAX_ID_BYTES ||
         way_json_fail (value, error, _ ("the id is longer than %d bytes. Give it a shorter one."),
                        MAX_ID_BYTES);
}

/* The item that @value names. */
static gboolean
find_item (ItemReader *r, const WayJsonValue *value, const char *id, guint *item, GError **error)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (r->numbers, id, NULL, &number))
    {
      g_autofree char *shown = way_json_show (value);
      return way_json_fail (value, error,
                            _ ("there is no item %s. Correct the id or add the item."), shown);
    }
  *item = GPOINTER_TO_UINT (number);
  return TRUE;
}

static gboolean
read_blocks (ItemReader *r, const WayJsonValue *object, WayWorkItem *item, GError **error)
{
  WayJsonValue value = way_json_member (object, "blocks"),
               low_value = way_json_member (object, "blocks_low");
  int blocks, low = 0;

  if (!way_json_require (&value, error) ||
      !way_json_read_int (&value, 0, WAY_SOLVE_MAX_BLOCKS, &blocks, error) ||
      !way_json_read_int (&low_value, 0, blocks, &low, error))
    return FALSE;
  r->n_blocks += blocks;
  if (r->n_blocks > WAY_SOLVE_MAX_BLOCKS)
    return way_json_fail (&value, error,
                          _ ("with these there are %d blocks in all. A plan holds %d at most."),
                          r->n_blocks, WAY_SOLVE_MAX_BLOCKS);
  item->minutes = blocks * item->block_minutes;
  if (way_json_is_given (&low_value))
    item->spare_minutes = (blocks - low) * item->block_minutes;
  return TRUE;
}

static gboolean
read_item (ItemReader *r, const WayJsonValue *object, GError **error)
{
  WayWorkItem item = { .kind = WAY_BLOCK_STUDY,
                       .block_minutes = r->input->block_minutes,
                       .release_date = r->input->in.from_date,
                       .due_date = WAY_DATE_NONE,
                       .ideal_date = WAY_DATE_NONE };
  WayJsonValue id;
  gboolean ongoing = FALSE;

  if (!way_json_require_object (object, error) || !read_id (object, &id, &item.id, error))
    return FALSE;
  if (!g_hash_table_insert (r->numbers, (gpointer) item.id,
                            GUINT_TO_POINTER (r->input->items->len)))
    return way_json_fail (&id, error, _ ("another item is “%s” already. Give each one its own id."),
                          item.id);
  WayJsonValue release = way_json_member (object, "release"), due = way_json_member (object, "due"),
               ongoing_value = way_json_member (object, "ongoing");
  if (!read_blocks (r, object, &item, error) ||
      !way_json_read_date (&release, &item.release_date, error) ||
      !way_json_read_date (&due, &item.due_date, error) ||
      !way_json_read_bool (&ongoing_value, &ongoing, error))
    return FALSE;
  if (ongoing)
    item.due_date = WAY_DATE_NONE;
  g_array_append_val (r->input->items, item);
  g_array_append_val (r->ongoing, ongoing);
  return TRUE;
}

/* What item @then waits for. */
static gboolean
read_after (ItemReader *r, const WayJsonValue *object, guint then, GError **error)
{
  WayJsonValue list = way_json_member (object, "after");
  guint n;

  if (!way_json_read_list (&list, WAY_SOLVE_MAX_ITEMS, &n, error))
    return FALSE;
  if (r->input->order->len + n > WAY_SOLVE_MAX_ORDER)
    return way_json_fail (&list, error,
                          _ ("with these more than %d pairs of items wait for one another. Leave "
                             "out those that follow from others."),
                          WAY_SOLVE_MAX_ORDER);
  for (guint k = 0; k < n; k++)
    {
      WayJsonValue value = way_json_element (&list, k);
      WayWorkOrder order = { .then = then };
      const char *id = NULL;
      if (!way_json_require (&value, error) || !way_json_read_text (&value, &id, error) ||
          !find_item (r, &value, id, &order.first, error))
        return FALSE;
      if (g_array_index (r->ongoing, gboolean, order.first))
        return way_json_fail (&value, error,
                              _ ("“%s” is ongoing: it is never over, so nothing can wait for it. "
                                 "Take one of the two out."),
                              id);
      g_array_append_val (r->input->order, order);
    }
  return TRUE;
}

/* How many items each one waits for, without those that can be done in some order: 0 for all of them, or what
 * is left are circles and what waits for those (transfer full). */
static guint *
count_waiting (const WaySolveInput *input)
{
  guint *waits = g_new0 (guint, input->items->len + 1);
  g_autofree gboolean *done = g_new0 (gboolean, input->items->len + 1);
  const WayWorkOrder *order = &g_array_index (input->order, WayWorkOrder, 0);
  gboolean any = TRUE;

  for (guint k = 0; k < input->order->len; k++)
    waits[order[k].then]++;
  while (any)
    {
      any = FALSE;
      for (guint i = 0; i < input->items->len; i++)
        {
          if (done[i] || waits[i] > 0)
            continue;
          done[i] = any = TRUE;
          for (guint k = 0; k < input->order->len; k++)
            if (order[k].first == i)
              waits[order[k].then]--;
        }
    }
  return waits;
}

/* The ids from item @start along @before until they repeat, the first ones of many (transfer full). */
static char *
tell_circle (const WaySolveInput *input, const guint *before, guint start)
{
  GString *text = g_string_new (NULL);
  guint at = start, n = 0;

  do
    {
      if (n++ < MAX_TOLD)
        g_string_append_printf (text, "“%s” → ", g_array_index (input->items, WayWorkItem, at).id);
      at = before[at];
    }
  while (at != start);
  g_string_append_printf (text, "%s“%s”", n > MAX_TOLD ? "… → " : "",
                          g_array_index (input->items, WayWorkItem, at).id);
  return g_string_free (text, FALSE);
}

/* Each item that is left waits for one that is left: going back that way as often as there are items ends in
 * a circle. */
static gboolean
check_circles (const WaySolveInput *input, const WayJsonValue *list, GError **error)
{
  g_autofree guint *waits = count_waiting (input);
  g_autofree guint *before = g_new0 (guint, input->items->len + 1);
  guint at = 0;

  while (at < input->items->len && waits[at] == 0)
    at++;
  if (at == input->items->len)
    return TRUE;
  for (guint k = 0; k < input->order->len; k++)
    {
      WayWorkOrder it = g_array_index (input->order, WayWorkOrder, k);
      if (waits[it.first] > 0)
        before[it.then] = it.first;
    }
  for (guint i = 0; i < input->items->len; i++)
    at = before[at];
  WayJsonValue object = way_json_element (list, at), after = way_json_member (&object, "after");
  g_autofree char *circle = tell_circle (input, before, at);
  /* Translators: %s is like “a” → “b” → “a”, each one waiting for the next. */
  return way_json_fail (&after, error,
                        _ ("these wait for one another in a circle: %s. Take one out of “after”."),
                        circle);
}

int
way_solve_compare_places (gconstpointer a, gconstpointer b)
{
  const WayPreviousBlock *x = a, *y = b;

  if (x->item != y->item)
    return x->item < y->item ? -1 : 1;
  return (x->start_utc > y->start_utc) - (x->start_utc < y->start_utc);
}

/* An item and an instant. */
static gboolean
read_place (ItemReader *r, const WayJsonValue *object, WayPreviousBlock *place, GError **error)
{
  WayJsonValue id_value;
  const char *id;

  if (!way_json_require_object (object, error) || !read_id (object, &id_value, &id, error) ||
      !find_item (r, &id_value, id, &place->item, error))
    return FALSE;
  WayJsonValue start = way_json_member (object, "start");
  return way_json_require (&start, error) &&
         way_json_read_instant (&start, &place->start_utc, error);
}

/* @places: sorted, of WayPreviousBlock; where pinned blocks are. */
static gboolean
read_pinned (ItemReader *r, const WayJsonValue *root, GArray *places, GError **error)
{
  WayJsonValue list = way_json_member (root, "pinned");
  guint n;

  if (!way_json_read_list (&list, WAY_SOLVE_MAX_BLOCKS, &n, error))
    return FALSE;
  for (guint k = 0; k < n; k++)
    {
      WayJsonValue object = way_json_element (&list, k);
      WayPreviousBlock place;
      if (!read_place (r, &object, &place, error))
        return FALSE;
      WayWorkItem *item = &ITEM (r, place.item);
      WayFixedBlock block = { .start_utc = place.start_utc,
                              .end_utc = place.start_utc + item->block_minutes * (gint64) 60,
                              .item = place.item };
      if (item->minutes == 0)
        return way_json_fail (
            &object, error,
            _ ("all blocks of “%s” are pinned already: %d. Pin fewer or give it more blocks."),
            item->id, r->pins[place.item]);
      item->minutes -= item->block_minutes;
      r->pins[place.item]++;
      g_array_append_val (r->input->pinned, block);
      g_array_append_val (places, place);
    }
  g_array_sort (places, way_solve_compare_places);
  return TRUE;
}

/* What is pinned is part of the low end, too. */
static gboolean
check_low_ends (ItemReader *r, const WayJsonValue *items, GError **error)
{
  for (guint i = 0; i < r->input->items->len; i++)
    {
      const WayWorkItem *item = &ITEM (r, i);
      if (item->spare_minutes <= item->minutes)
        continue;
      WayJsonValue object = way_json_element (items, i),
                   value = way_json_member (&object, "blocks_low");
      return way_json_fail (&value, error,
                            _ ("of “%s” more blocks are pinned: %d. Give at least so many."),
                            item->id, r->pins[i]);
    }
  return TRUE;
}

/* Pinned blocks stay by themselves: as previous ones they would only draw others to their day. */
static gboolean
read_previous (ItemReader *r, const WayJsonValue *root, GArray *pinned_places, GError **error)
{
  WayJsonValue list = way_json_member (root, "previous");
  guint n;

  if (!way_json_read_list (&list, WAY_SOLVE_MAX_BLOCKS, &n, error))
    return FALSE;
  for (guint k = 0; k < n; k++)
    {
      WayJsonValue object = way_json_element (&list, k);
      WayPreviousBlock place;
      if (!read_place (r, &object, &place, error))
        return FALSE;
      g_array_append_val (r->input->previous, place);
      if (!g_array_binary_search (pinned_places, &place, way_solve_compare_places, NULL))
        g_array_append_val (r->input->movable, place);
    }
  return TRUE;
}

static gboolean
read_work (ItemReader *r, const WayJsonValue *list, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (list, i);
      if (!read_item (r, &object, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      WayJsonValue object = way_json_element (list, i);
      if (!read_after (r, &object, i, error))
        return FALSE;
    }
  return check_circles (r->input, list, error);
}

static gboolean
check_size (const WaySolveInput *input, const WayJsonValue *list, guint n, GError **error)
{
  guint weeks = (guint) (input->in.to_date - input->in.from_date) / 7 + 1;

  if (n * weeks <= WAY_SOLVE_MAX_PLACES)
    return TRUE;
  return way_json_fail (
      list, error,
      _ ("%u items over %u weeks are too many for one plan. Make the plan shorter "
         "or join items."),
      n, weeks);
}

gboolean
way_solve_read_items (WaySolveInput *input, const WayJsonValue *root, GError **error)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) ongoing = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (WayPreviousBlock));
  WayJsonValue list = way_json_member (root, "items");
  ItemReader r = { .input = input, .numbers = numbers, .ongoing = ongoing };
  guint n;

  if (!way_json_require (&list, error) ||
      !way_json_read_list (&list, WAY_SOLVE_MAX_ITEMS, &n, error) ||
      !check_size (input, &list, n, error))
    return FALSE;
  g_autofree int *pins = r.pins = g_new0 (int, n + 1);
  return read_work (&r, &list, n, error) && read_pinned (&r, root, places, error) &&
         check_low_ends (&r, &list, error) && read_previous (&r, root, places, error);
}
