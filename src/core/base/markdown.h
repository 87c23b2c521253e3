/* Markdown (CommonMark 0.30, and the tables of GitHub) out of any text. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text with all escaped that Markdown takes for markup inside a line. Line breaks, which would end a cell or a
 * paragraph, become the tag for them. */
void way_markdown_append (GString *out, const char *text);

/* A paragraph of its own, whatever it begins with. */
void way_markdown_append_paragraph (GString *out, const char *text);

/* A row of a table; @cells ends with %NULL. */
void way_markdown_append_row (GString *out, char **cells);

/* The first row; @n_texts: columns from the start that hold text, the others hold numbers. */
void way_markdown_append_heading (GString *out, char **cells, guint n_texts);

G_END_DECLS
