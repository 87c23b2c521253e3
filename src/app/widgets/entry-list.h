/* A group of entry rows that grows and shrinks: each holds a text that a parser of core reads, and can be
 * removed; the last row adds another. */
#pragma once

#include "core/base/date.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_ENTRY_LIST (way_entry_list_get_type ())
G_DECLARE_FINAL_TYPE (WayEntryList, way_entry_list, WAY, ENTRY_LIST, AdwPreferencesGroup)

/* Properties: "row-title", of an empty row; "add-title", of the row that adds one. */

typedef struct
{
  guint element_size;
  /* Appends what @text says to @elements. */
  gboolean (*parse) (const char *text, WayDate today, GArray *elements, GError **error);
  /* An element as text that can be parsed (transfer full). */
  char *(*format) (gconstpointer element);
  /* What the first of @elements means, for the title of its row (transfer full). */
  char *(*describe) (const GArray *elements, WayDate today);
} WayEntryListFuncs;

/* Shows @elements. Once. @funcs: lives as long as the program. */
void way_entry_list_set_up (WayEntryList *self,
                            const WayEntryListFuncs *funcs,
                            const GArray *elements,
                            WayDate today);

/* What all rows say; empty rows say nothing. %NULL with the first thing that is wrong (transfer full). */
GArray *way_entry_list_read (WayEntryList *self, GError **error);

G_END_DECLS
