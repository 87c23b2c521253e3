/* An entry of a list: a heading, or a struct of core that stays owned by the array it came in.
 * "changed": the same entry has new data; rows fill themselves again, so that an edit never moves
 * the focus or the scroll position. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_TYPE_ROW_ITEM (way_row_item_get_type ())
G_DECLARE_FINAL_TYPE (WayRowItem, way_row_item, WAY, ROW_ITEM, GObject)

/* The kind of a heading. */
#define WAY_ROW_HEADING (-1)

WayRowItem *way_row_item_new_heading (const char *heading);

/* @kind, @id: together the same for the same thing after a reload; @kind ≥ 0.
 * @owner: (element-type of @data) (nullable): kept alive as long as the item */
WayRowItem *way_row_item_new (int kind, gint64 id, GPtrArray *owner, gpointer data);

int way_row_item_get_kind (WayRowItem *self);
gint64 way_row_item_get_id (WayRowItem *self);
const char *way_row_item_get_heading (WayRowItem *self);
gpointer way_row_item_get_data (WayRowItem *self);

/* Makes @items (element-type WayRowItem; taken) the content of @store. Items that are there already
 * stay and take over the new data; what differs is replaced in one change. */
void way_row_items_replace (GListStore *store, GPtrArray *items);

G_END_DECLS
