/* The plan as a calendar file. Without a plan its zone is UTC; days to answer offers by need none. */
#pragma once

#include "core/base/date.h"
#include "core/store/store.h"

G_BEGIN_DECLS

/* What to export; a mask. */
typedef enum
{
  WAY_EXPORT_STUDY = 1 << 0,
  WAY_EXPORT_MOCK = 1 << 1,
  WAY_EXPORT_DRILL = 1 << 2,
  WAY_EXPORT_REVIEW = 1 << 3,
  WAY_EXPORT_MILESTONE = 1 << 4,
  WAY_EXPORT_CHECKLIST = 1 << 5,
  WAY_EXPORT_OFFERS = 1 << 6, /* days to answer offers by, and to look back on decisions */
  WAY_EXPORT_BLOCKS = WAY_EXPORT_STUDY | WAY_EXPORT_MOCK | WAY_EXPORT_DRILL | WAY_EXPORT_REVIEW,
  WAY_EXPORT_POINTS = WAY_EXPORT_MILESTONE | WAY_EXPORT_CHECKLIST | WAY_EXPORT_OFFERS,
  WAY_EXPORT_ALL = WAY_EXPORT_BLOCKS | WAY_EXPORT_POINTS,
} WayExportKinds;

#define WAY_EXPORT_N_KINDS 7

/* As what. A file holds one of these: calendars show to-dos among events at odd times. */
typedef enum
{
  WAY_EXPORT_AS_EVENTS,    /* blocks timed, milestones, checklist items and offers all-day */
  WAY_EXPORT_AS_TODOS,     /* milestones, checklist items and offers only */
  WAY_EXPORT_AS_FREE_BUSY, /* blocks only: when, not what */
} WayExportForm;

typedef struct
{
  guint kinds;       /* mask of WayExportKinds; those that the form does not hold are left out */
  WayDate from_date; /* WAY_DATE_NONE: from the first */
  WayDate to_date;   /* included; WAY_DATE_NONE: to the last */
  gboolean utc;      /* times in UTC instead of the plan's zone */
  WayExportForm form;
  gboolean
      changes_only; /* of a file: only what is not in it as it is now, and what was cancelled */
  gboolean dry_run; /* of a file: all but the writing */
  gboolean
      live; /* of a file that calendars follow: always whole, so without cancellations and even when
                       there is nothing; written only when it differs */
} WayExportOptions;

/* What a file held, or what became of it; see way_export_to_file(). */
typedef struct
{
  int n_entries; /* events, to-dos or busy times that were written */
  /* Against what the same file was sent before; a file that we have not written has added only. */
  int added, changed, unchanged, cancelled;
  gboolean written;    /* %FALSE: changes_only, and nothing had changed */
  gboolean was_edited; /* somebody else had changed the file: theirs is at @kept_path now */
  gboolean was_lost;   /* it was gone */
  char *kept_path;     /* %NULL for none */
  gint64 sent_utc;     /* when it was written before; 0: never */
} WayExportResult;

void way_export_result_clear (WayExportResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayExportResult, way_export_result_clear)

/* How many of each kind an export would hold now, by the position of the kind's bit; zeros are no
 * error. Reviews are counted one by one, though those of a guide are one event that repeats. */
gboolean way_export_count (WayStore *store,
                           const WayExportOptions *options,
                           int counts[WAY_EXPORT_N_KINDS],
                           GError **error);

/* The calendar file in memory (transfer full). @n_entries: (out) (optional): how many events, to-dos or
 * busy times it has. %WAY_ERROR_NOT_FOUND when there is nothing to export, %WAY_ERROR_INVALID for a
 * range that ends before it begins. */
GBytes *way_export_to_bytes (WayStore *store,
                             const WayExportOptions *options,
                             int *n_entries,
                             GError **error);

/* Writes it to @path by temporary file, fsync and rename, mode 0600; "-" is standard output.
 * %WAY_ERROR_IO names the path and the reason; what was there before stays.
 *
 * The store remembers what each file was sent. What has gone from the plan since is in the file as
 * cancelled, for 30 days from the export that first found it gone; free/busy time and standard output have
 * no such memory. @result: (out caller-allocates). */
gboolean way_export_to_file (WayStore *store,
                             const WayExportOptions *options,
                             const char *path,
                             gint64 now_utc,
                             WayExportResult *result,
                             GError **error);

G_END_DECLS
