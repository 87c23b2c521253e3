/* Guides in the store. */
#pragma once

#include "core/guide/guide.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* What importing a guide over an earlier edition changes. Counts of items. */
typedef struct
{
  gint64 guide_id;
  int added;
  int changed;
  int removed; /* gone from the guide; kept in the store where the person has left a mark on it */
  int unchanged;
} WayGuideMerge;

/* Adds @guide, or brings the guide with the same slug up to date, as one action. Done marks, scores,
 * notes and blocks stay. @now_utc stamps the action and new items. */
gboolean way_library_import (WayStore *store,
                             const WayGuide *guide,
                             gint64 now_utc,
                             WayGuideMerge *merge,
                             GError **error);

/* A row of the library. */
typedef struct
{
  gint64 id;
  char *slug;
  char *title;
  char *summary;
  char *updated;
  char *origin;
  gboolean planned; /* followed by the plan */
} WayLibraryGuide;

void way_library_guide_free (WayLibraryGuide *guide);

/* (element-type WayLibraryGuide) by title. */
GPtrArray *way_library_list (WayStore *store, GError **error);

/* The guide as imported (transfer full); %WAY_ERROR_NOT_FOUND lists what there is. @id_or_slug: "3"
 * or "learning-distributed-systems". @guide_id: (out) (optional). */
WayGuide *
way_library_load (WayStore *store, const char *id_or_slug, gint64 *guide_id, GError **error);

/* Removes the guide and what hangs on it, as one action. */
gboolean way_library_remove (WayStore *store, gint64 guide_id, gint64 now_utc, GError **error);

G_END_DECLS
