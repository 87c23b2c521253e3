/* What the commands that read calendar files share: answers about their zones, and what is said of a file. */
#pragma once

#include "cli/cli.h"
#include "core/calendar/busy.h"

G_BEGIN_DECLS

#define WAY_CLI_MAP_ZONE_ENTRY(variable)                                                           \
  {                                                                                                \
    "map-zone", 0, 0, G_OPTION_ARG_STRING_ARRAY, variable,                                         \
        N_ ("What a time zone is that is not known; may be repeated"), "NAME=ZONE"                 \
  }

/* "NAME=Europe/Berlin", … as a map (transfer full); %NULL with %WAY_ERROR_INVALID or %WAY_ERROR_NOT_FOUND. */
GHashTable *way_cli_map_zones (char *const *texts, GError **error);

/* Tells @reading those answers. */
gboolean way_cli_answer_zones (WayBusyReading *reading, char *const *texts, GError **error);

/* The members "skipped" and "unknown_zones". */
void way_cli_json_problems (JsonBuilder *b, const GPtrArray *skips, const GPtrArray *times);

/* What could not be read, and which zones are not known, on standard error. */
void way_cli_tell_problems (const char *name, const GPtrArray *skips, const GPtrArray *times);

G_END_DECLS
