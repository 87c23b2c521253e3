/* The roadmap for a printer. */
#pragma once

#include "app/roadmap/paper.h"

G_BEGIN_DECLS

/* To be run; takes @paper (transfer full). */
GtkPrintOperation *way_paper_print_new (WayPaper *paper);

G_END_DECLS
