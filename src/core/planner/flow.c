#include "core/planner/flow.h"

/* Arc 2k and its reverse 2k + 1 stand beside each other; room is what may still be sent. */
typedef struct
{
  int to;
  int next; /* of the same tail; -1: the last */
  int room;
  gint64 cost;
} Arc;

typedef struct
{
  gint64 distance;
  int node;
} HeapEntry;

struct _WayFlow
{
  int n_nodes;
  GArray *arcs;      /* of Arc */
  int *first, *last; /* arc of each node; -1: none */
  gint64 *potential; /* reduced cost = cost + potential[from] - potential[to] ≥ 0 where room > 0 */
  gint64 *distance;
  int *level; /* -1: not reached */
  int *current;
  int *path; /* arcs of the path under construction */
  GArray *heap;
};

#define UNREACHED    G_MAXINT64
#define ARC(self, i) g_array_index ((self)->arcs, Arc, (i))

WayFlow *
way_flow_new (int n_nodes)
{
  WayFlow *self = g_new0 (WayFlow, 1);

  self->n_nodes = n_nodes;
  self->arcs = g_array_new (FALSE, FALSE, sizeof (Arc));
  self->first = g_new (int, n_nodes);
  self->last = g_new (int, n_nodes);
  self->potential = g_new0 (gint64, n_nodes);
  self->distance = g_new (gint64, n_nodes);
  self->level = g_new (int, n_nodes);
  self->current = g_new (int, n_nodes);
  self->path = g_new (int, n_nodes);
  self->heap = g_array_new (FALSE, FALSE, sizeof (HeapEntry));
  for (int i = 0; i < n_nodes; i++)
    self->first[i] = self->last[i] = -1;
  return self;
}

void
way_flow_free (WayFlow *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->arcs);
  g_array_unref (self->heap);
  g_free (self->first);
  g_free (self->last);
  g_free (self->potential);
  g_free (self->distance);
  g_free (self->level);
  g_free (self->current);
  g_free (self->path);
  g_free (self);
}

static void
append_arc (WayFlow *self, int from, Arc arc)
{
  int index = (int) self->arcs->len;

  g_array_append_val (self->arcs, arc);
  if (self->last[from] < 0)
    self->first[from] = index;
  else
    ARC (self, self->last[from]).next = index;
  self->last[from] = index;
}

int
way_flow_add (WayFlow *self, int from, int to, int capacity, gint64 cost)
{
  append_arc (self, from, (Arc) { to, -1, capacity, cost });
  append_arc (self, to, (Arc) { from, -1, 0, -cost });
  return (int) self->arcs->len - 2;
}

int
way_flow_on (const WayFlow *self, int arc)
{
  return ARC (self, arc + 1).room;
}

/* Whether an arc may be used now: it has room and, when costs count, a reduced cost of 0. */
static gboolean
is_open (const WayFlow *self, int from, const Arc *arc, gboolean cheaply)
{
  return arc->room > 0 &&
         (!cheaply || arc->cost + self->potential[from] == self->potential[arc->to]);
}

/* Levels by breadth over open arcs from @source, without @wall (-1: none). @path serves as the queue. */
static void
set_levels (WayFlow *self, int source, int wall, gboolean cheaply)
{
  int *queue = self->path, head = 0, tail = 0;

  for (int i = 0; i < self->n_nodes; i++)
    self->level[i] = i == wall ? 0 : -1;
  self->level[source] = 0;
  queue[tail++] = source;
  while (head < tail)
    {
      int node = queue[head++];
      for (int i = self->first[node]; i >= 0; i = ARC (self, i).next)
        {
          const Arc *arc = &ARC (self, i);
          if (self->level[arc->to] >= 0 || !is_open (self, node, arc, cheaply))
            continue;
          self->level[arc->to] = self->level[node] + 1;
          queue[tail++] = arc->to;
        }
    }
}

/* %TRUE when there is a way to @sink over open arcs. */
static gboolean
find_ways (WayFlow *self, int source, int sink, gboolean cheaply)
{
  set_levels (self, source, -1, cheaply);
  return self->level[sink] >= 0;
}

void
way_flow_explore (WayFlow *self, int node, int without)
{
  set_levels (self, node, without, FALSE);
}

/* Sends as much as the path of @length arcs takes; the new length: up to its first full arc. */
static int
send_along (WayFlow *self, int length, gint64 *total)
{
  int amount = G_MAXINT, cut = length;

  for (int i = 0; i < length; i++)
    amount = MIN (amount, ARC (self, self->path[i]).room);
  for (int i = length - 1; i >= 0; i--)
    {
      ARC (self, self->path[i]).room -= amount;
      ARC (self, self->path[i] ^ 1).room += amount;
      if (ARC (self, self->path[i]).room == 0)
        cut = i;
    }
  *total += amount;
  return cut;
}

/* A blocking flow over the levels: depth first, each arc given up once. */
static gint64
send_blocking (WayFlow *self, int source, int sink, gboolean cheaply)
{
  gint64 total = 0;
  int length = 0, node = source;

  for (int i = 0; i < self->n_nodes; i++)
    self->current[i] = self->first[i];
  for (;;)
    {
      if (node == sink)
        {
          length = send_along (self, length, &total);
          node = length == 0 ? source : ARC (self, self->path[length - 1]).to;
        }
      int *at = &self->current[node];
      while (*at >= 0 && !(self->level[ARC (self, *at).to] == self->level[node] + 1 &&
                           is_open (self, node, &ARC (self, *at), cheaply)))
        *at = ARC (self, *at).next;
      if (*at >= 0)
        {
          self->path[length++] = *at;
          node = ARC (self, *at).to;
        }
      else if (length == 0)
        return total;
      else
        {
          /* A dead end: nobody needs to come here again. */
          self->level[node] = -1;
          length--;
          node = ARC (self, self->path[length] ^ 1).to;
        }
    }
}

gint64
way_flow_maximize (WayFlow *self, int source, int sink)
{
  gint64 total = 0;

  while (find_ways (self, source, sink, FALSE))
    total += send_blocking (self, source, sink, FALSE);
  return total;
}

static void
heap_push (GArray *heap, HeapEntry entry)
{
  guint at = heap->len;

  g_array_append_val (heap, entry);
  HeapEntry *e = (HeapEntry *) (void *) heap->data;
  while (at > 0 && entry.distance < e[(at - 1) / 2].distance)
    {
      e[at] = e[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  e[at] = entry;
}

static HeapEntry
heap_pop (GArray *heap)
{
  HeapEntry *e = (HeapEntry *) (void *) heap->data;
  HeapEntry top = e[0], last = e[heap->len - 1];
  guint n = heap->len - 1, at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && e[child + 1].distance < e[child].distance)
        child++;
      if (e[child].distance >= last.distance)
        break;
      e[at] = e[child];
      at = child;
    }
  if (n > 0)
    e[at] = last;
  g_array_set_size (heap, n);
  return top;
}

/* Potentials that make every reduced cost at least 0 in the beginning: distances by relaxing until
 * nothing changes (Bellman and Ford). Nodes that cannot be reached keep 0 and never matter. */
static void
set_first_potentials (WayFlow *self, int source)
{
  gboolean changed = TRUE;

  for (int i = 0; i < self->n_nodes; i++)
    self->potential[i] = i == source ? 0 : UNREACHED;
  for (int round = 0; changed && round < self->n_nodes; round++)
    {
      changed = FALSE;
      for (int node = 0; node < self->n_nodes; node++)
        for (int i = self->potential[node] == UNREACHED ? -1 : self->first[node]; i >= 0;
             i = ARC (self, i).next)
          {
            const Arc *arc = &ARC (self, i);
            if (arc->room <= 0 || self->potential[node] + arc->cost >= self->potential[arc->to])
              continue;
            self->potential[arc->to] = self->potential[node] + arc->cost;
            changed = TRUE;
          }
    }
  for (int i = 0; i < self->n_nodes; i++)
    if (self->potential[i] == UNREACHED)
      self->potential[i] = 0;
}

/* Moves the potentials so that the cheapest way to @sink has a reduced cost of 0 (Dijkstra, stopped at
 * the sink). %FALSE when there is no way. */
static gboolean
move_potentials (WayFlow *self, int source, int sink)
{
  for (int i = 0; i < self->n_nodes; i++)
    self->distance[i] = UNREACHED;
  g_array_set_size (self->heap, 0);
  self->distance[source] = 0;
  heap_push (self->heap, (HeapEntry) { 0, source });
  while (self->heap->len > 0)
    {
      HeapEntry top = heap_pop (self->heap);
      if (top.distance > self->distance[top.node])
        continue;
      if (top.node == sink)
        break;
      for (int i = self->first[top.node]; i >= 0; i = ARC (self, i).next)
        {
          const Arc *arc = &ARC (self, i);
          if (arc->room <= 0)
            continue;
          gint64 there =
              top.distance + arc->cost + self->potential[top.node] - self->potential[arc->to];
          if (there >= self->distance[arc->to])
            continue;
          self->distance[arc->to] = there;
          heap_push (self->heap, (HeapEntry) { there, arc->to });
        }
    }
  if (self->distance[sink] == UNREACHED)
    return FALSE;
  for (int i = 0; i < self->n_nodes; i++)
    self->potential[i] += MIN (self->distance[i], self->distance[sink]);
  return TRUE;
}

gint64
way_flow_maximize_cheaply (WayFlow *self, int source, int sink)
{
  gint64 total = 0;

  set_first_potentials (self, source);
  while (move_potentials (self, source, sink))
    while (find_ways (self, source, sink, TRUE))
      total += send_blocking (self, source, sink, TRUE);
  set_levels (self, source, -1, FALSE);
  return total;
}

gboolean
way_flow_before_cut (const WayFlow *self, int node)
{
  return self->level[node] >= 0;
}
