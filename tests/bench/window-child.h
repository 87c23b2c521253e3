/* What bench-window measures, each in a process of its own. */
#pragma once

/* "empty" and "full" print when the first frame was painted, in milliseconds since WAYMARK_BENCH_START; "full" also
 * when the first one with the blocks of today was. "work" and "empty-memory" print lines of what, value, bound (0:
 * none) and unit, with tabs between. The exit status. */
int bench_window_child (const char *mode, const char *database);
