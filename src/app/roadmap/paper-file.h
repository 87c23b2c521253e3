/* The roadmap on paper as a file. */
#pragma once

#include "app/roadmap/paper.h"
#include "app/widgets/paper-pdf.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_PAPER_PDF, /* pages of the paper that is usual here */
  WAY_PAPER_PNG, /* these two: one picture */
  WAY_PAPER_SVG,
  WAY_PAPER_N_FORMATS,
} WayPaperFormat;

/* "pdf", "png", "svg": the word for it, and the end of its name. */
const char *way_paper_format_to_string (WayPaperFormat format);

/* What the end of the name of @path says, or @otherwise. */
WayPaperFormat way_paper_format_of (const char *path, WayPaperFormat otherwise);

/* A timeline lies across the paper. */
#define WAY_PAPER_ACROSS GTK_PAGE_ORIENTATION_LANDSCAPE

/* All or nothing. @scale: pixels of a PNG for each of 96 in an inch. %WAY_ERROR_IO. */
gboolean way_paper_write (WayPaper *paper,
                          WayPaperFormat format,
                          double scale,
                          const char *path,
                          GError **error);

G_END_DECLS
