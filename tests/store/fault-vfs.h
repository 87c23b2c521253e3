/* A disk that fails: a VFS over SQLite's own that counts what is done to files and lets the n-th operation go
 * wrong, or cuts the power there.
 *
 * A power cut leaves of each file what was synced, and of what was written since then any part: each write is
 * kept, lost or torn at the borders of sectors, by a seeded random generator and independently of the others, as
 * a disk may reorder them. A file that was deleted may be back, and one that was never synced be gone. A sync
 * that fails loses pages for good, though they can still be read, as on Linux. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAULT_WRITE = 1 << 0,
  FAULT_SYNC = 1 << 1,
  FAULT_TRUNCATE = 1 << 2,
  FAULT_DELETE = 1 << 3,
  FAULT_ANY = 15,
} FaultOperation;

/**
 * FaultEffect:
 * @FAULT_NONE: operations are only counted
 * @FAULT_IO_ONCE: the n-th fails, a write behind its first half
 * @FAULT_IO_ON: the n-th and all that follow
 * @FAULT_FULL_ONCE: the n-th write finds the disk full
 * @FAULT_FULL_ON: the n-th write and all that follow
 * @FAULT_CUT: the power goes during the n-th; everything fails from there on, also reading
 */
typedef enum
{
  FAULT_NONE,
  FAULT_IO_ONCE,
  FAULT_IO_ON,
  FAULT_FULL_ONCE,
  FAULT_FULL_ON,
  FAULT_CUT,
} FaultEffect;

/* Once in a process, before any database is opened. */
void fault_vfs_install (void);

/* From now on: the @n-th, from 1, of the @operations (FaultOperation). */
void fault_vfs_arm (guint operations, int n, FaultEffect effect, guint32 seed);

/* How many of the @operations there were since. */
int fault_vfs_count (void);

/* Whether the n-th came, and what it was, as "write of waymark.db-wal"; else %NULL. */
const char *fault_vfs_fired (void);

/* No fault any more. After a power cut, with every database closed, the files in and below @folder become what
 * the disk has of them. */
void fault_vfs_repair (const char *folder);

G_END_DECLS
