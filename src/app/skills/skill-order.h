/* Where a skill goes in the list of the matrix, as way_skill_move() wants it said. The lists have a WayRowItem for each
 * skill, by its id, and headings between groups. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One place up (@direction −1) or down (1). %FALSE: there is none. */
gboolean way_skill_order_step (GListModel *rows, gint64 skill_id, int direction, gint64 *before_id);

/* Before or after another one. %FALSE: it is there already. */
gboolean way_skill_order_drop (GListModel *rows,
                               gint64 skill_id,
                               gint64 target_id,
                               gboolean after,
                               gint64 *before_id);

G_END_DECLS
