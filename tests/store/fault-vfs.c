#include "fault-vfs.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#define SECTOR 512

/* A write or truncation that was not synced. */
typedef struct
{
  gint64 offset; /* or the new size */
  GBytes *bytes; /* NULL: a truncation */
} Pending;

/* What the disk has of a file. Known by its inode, so that it is found again when it was renamed. */
typedef struct
{
  guint64 inode;
  char *path;
  GByteArray *durable;
  GPtrArray *pending;
  gboolean never_synced; /* and new: its name is not on the disk for certain */
  gboolean deleted;      /* its folder was synced too when never_synced: it has no ghost */
} Disk;

typedef struct
{
  sqlite3_file base;
  Disk *disk;         /* NULL: a file that no test looks at */
  sqlite3_file *real; /* behind this struct */
} FaultFile;

static struct
{
  sqlite3_vfs *real;
  guint operations;
  int n, count;
  FaultEffect effect;
  gboolean is_off; /* the power */
  char *fired;
  GRand *random;
  GPtrArray *disks;
} state;

static void
pending_free (Pending *it)
{
  g_clear_pointer (&it->bytes, g_bytes_unref);
  g_free (it);
}

static void
disk_free (Disk *disk)
{
  g_free (disk->path);
  g_byte_array_unref (disk->durable);
  g_ptr_array_unref (disk->pending);
  g_free (disk);
}

static void
put (Disk *disk, gint64 offset, const guint8 *bytes, gsize length)
{
  guint old = disk->durable->len;

  if (old < offset + length)
    {
      g_byte_array_set_size (disk->durable, (guint) (offset + length));
      memset (disk->durable->data + old, 0, disk->durable->len - old);
    }
  memcpy (disk->durable->data + offset, bytes, length);
}

/* @torn: only some of the sectors reach the disk. */
static void
apply (Disk *disk, const Pending *it, gboolean torn)
{
  gsize length = 0;
  const guint8 *bytes = it->bytes != NULL ? g_bytes_get_data (it->bytes, &length) : NULL;

  if (bytes == NULL)
    {
      if (it->offset < disk->durable->len)
        g_byte_array_set_size (disk->durable, (guint) it->offset);
      return;
    }
  for (gsize at = 0; at < length;)
    {
      gsize sector = MIN (SECTOR - (gsize) (it->offset + at) % SECTOR, length - at);
      if (!torn || g_rand_boolean (state.random))
        put (disk, it->offset + at, bytes + at, sector);
      at += sector;
    }
}

static void
add_pending (Disk *disk, gint64 offset, const void *bytes, gsize length)
{
  Pending *it = g_new0 (Pending, 1);

  it->offset = offset;
  it->bytes = bytes != NULL ? g_bytes_new (bytes, length) : NULL;
  g_ptr_array_add (disk->pending, it);
}

/* SQLite syncs the folder with the first sync of a log or journal that it made: what was deleted there until then
 * is gone for good. */
static void
sync_folder_of (const Disk *disk)
{
  g_autofree char *folder = g_path_get_dirname (disk->path);

  for (guint i = 0; i < state.disks->len; i++)
    {
      Disk *other = state.disks->pdata[i];
      g_autofree char *its = g_path_get_dirname (other->path);
      if (other->deleted && g_str_equal (its, folder))
        other->never_synced = TRUE;
    }
}

/* A sync: all that is pending is on the disk, or, when it fails, some of it and the rest never will be. */
static void
settle (Disk *disk, gboolean all)
{
  for (guint i = 0; i < disk->pending->len; i++)
    if (all || g_rand_boolean (state.random))
      apply (disk, disk->pending->pdata[i], FALSE);
  g_ptr_array_set_size (disk->pending, 0);
  if (all && disk->never_synced)
    {
      sync_folder_of (disk);
      disk->never_synced = FALSE;
    }
}

/* What an operation does: SQLITE_OK to go on, SQLITE_FULL, or SQLITE_IOERR for the caller to make it exact. */
static int
strike (FaultOperation operation, const char *path)
{
  static const char *const names[] = { "write", "sync", "truncation", "deletion" };

  if (state.is_off)
    return SQLITE_IOERR;
  if (!(state.operations & operation))
    return SQLITE_OK;
  state.count++;
  if (state.effect == FAULT_NONE || state.count < state.n)
    return SQLITE_OK;
  if (state.count == state.n)
    {
      g_autofree char *file = g_path_get_basename (path != NULL ? path : "temporary");
      state.fired =
          g_strdup_printf ("%s of %s", names[g_bit_nth_lsf ((gulong) operation, -1)], file);
    }
  if (state.effect == FAULT_CUT)
    return state.is_off = TRUE, SQLITE_IOERR;
  if (state.count > state.n && (state.effect == FAULT_IO_ONCE || state.effect == FAULT_FULL_ONCE))
    return SQLITE_OK;
  return state.effect == FAULT_FULL_ONCE || state.effect == FAULT_FULL_ON ? SQLITE_FULL
                                                                          : SQLITE_IOERR;
}

#define REAL(file) (((FaultFile *) (file))->real)

static int
fault_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
fault_read (sqlite3_file *file, void *to, int length, sqlite3_int64 offset)
{
  if (state.is_off)
    return SQLITE_IOERR_READ;
  return REAL (file)->pMethods->xRead (REAL (file), to, length, offset);
}

static int
fault_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  Disk *disk = ((FaultFile *) file)->disk;
  gboolean was_off = state.is_off;
  int code = disk != NULL ? strike (FAULT_WRITE, disk->path) : SQLITE_OK;

  if (was_off)
    return SQLITE_IOERR_WRITE;
  if (code != SQLITE_OK)
    length = state.is_off ? length : length / 2;
  if (disk != NULL && length > 0)
    add_pending (disk, offset, bytes, (gsize) length);
  if (code != SQLITE_OK)
    {
      if (length > 0)
        REAL (file)->pMethods->xWrite (REAL (file), bytes, length, offset);
      return code == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
  return REAL (file)->pMethods->xWrite (REAL (file), bytes, length, offset);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  Disk *disk = ((FaultFile *) file)->disk;

  if (disk != NULL && strike (FAULT_TRUNCATE, disk->path) != SQLITE_OK)
    return SQLITE_IOERR_TRUNCATE;
  if (disk != NULL)
    add_pending (disk, size, NULL, 0);
  return REAL (file)->pMethods->xTruncate (REAL (file), size);
}

/* The real disk is not waited for. */
static int
fault_sync (sqlite3_file *file, int flags)
{
  Disk *disk = ((FaultFile *) file)->disk;
  int code = disk != NULL ? strike (FAULT_SYNC, disk->path) : SQLITE_OK;

  if (disk != NULL && !state.is_off)
    settle (disk, code == SQLITE_OK);
  return code == SQLITE_OK ? SQLITE_OK : SQLITE_IOERR_FSYNC;
}

static int
fault_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
fault_check_reserved_lock (sqlite3_file *file, int *result)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), result);
}

/* The system's reason for what went wrong. */
static int
last_errno (void)
{
  return state.effect == FAULT_FULL_ONCE || state.effect == FAULT_FULL_ON ? ENOSPC : EIO;
}

static int
fault_file_control (sqlite3_file *file, int operation, void *argument)
{
  if (operation == SQLITE_FCNTL_LAST_ERRNO && state.fired != NULL)
    return *(int *) argument = last_errno (), SQLITE_OK;
  return REAL (file)->pMethods->xFileControl (REAL (file), operation, argument);
}

static int
fault_sector_size (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_device_characteristics (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **at)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, at);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int delete)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete);
}

/* Version 2: no memory-mapped reading and writing past the shim. */
static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static guint64
inode_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_ino : 0;
}

/* @is_new: SQLite made the file just now. */
static Disk *
disk_of (const char *path, gboolean is_new)
{
  guint64 inode = inode_of (path);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  for (guint i = 0; i < state.disks->len; i++)
    {
      Disk *disk = state.disks->pdata[i];
      if (disk->inode != inode || disk->deleted)
        continue;
      if (!is_new)
        return disk;
      /* The number of a file that the program deleted by itself. */
      disk->deleted = disk->never_synced = TRUE;
    }
  Disk *disk = g_new0 (Disk, 1);
  disk->inode = inode;
  disk->path = g_strdup (path);
  disk->durable = g_byte_array_new ();
  disk->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) pending_free);
  disk->never_synced = is_new;
  if (g_file_get_contents (path, &bytes, &length, NULL))
    g_byte_array_append (disk->durable, (const guint8 *) bytes, (guint) length);
  g_ptr_array_add (state.disks, disk);
  return disk;
}

static int
fault_open (sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
  FaultFile *self = (FaultFile *) file;
  gboolean is_new = path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS);

  self->base.pMethods = NULL;
  self->real = (sqlite3_file *) (self + 1);
  self->disk = NULL;
  if (state.is_off)
    return SQLITE_CANTOPEN;
  int code = state.real->xOpen (state.real, path, self->real, flags, out);
  if (self->real->pMethods != NULL)
    self->base.pMethods = &methods;
  if (code == SQLITE_OK && path != NULL)
    self->disk = disk_of (path, is_new);
  return code;
}

static int
fault_delete (sqlite3_vfs *vfs, const char *path, int sync_folder)
{
  guint64 inode = inode_of (path);

  if (strike (FAULT_DELETE, path) != SQLITE_OK)
    return SQLITE_IOERR_DELETE;
  for (guint i = 0; i < state.disks->len; i++)
    {
      Disk *disk = state.disks->pdata[i];
      if (disk->inode == inode)
        disk->deleted = TRUE;
      if (disk->inode == inode && sync_folder)
        sync_folder_of (disk);
    }
  return state.real->xDelete (state.real, path, FALSE);
}

static int
fault_access (sqlite3_vfs *vfs, const char *path, int flags, int *result)
{
  return state.real->xAccess (state.real, path, flags, result);
}

static int
fault_full_pathname (sqlite3_vfs *vfs, const char *path, int size, char *full)
{
  return state.real->xFullPathname (state.real, path, size, full);
}

static int
fault_get_last_error (sqlite3_vfs *vfs, int size, char *text)
{
  return state.fired != NULL ? last_errno () : state.real->xGetLastError (state.real, size, text);
}

void
fault_vfs_install (void)
{
  static sqlite3_vfs vfs;

  state.real = sqlite3_vfs_find (NULL);
  vfs = *state.real;
  vfs.iVersion = 2;
  vfs.szOsFile = (int) sizeof (FaultFile) + state.real->szOsFile;
  vfs.pNext = NULL;
  vfs.zName = "fault";
  vfs.xOpen = fault_open;
  vfs.xDelete = fault_delete;
  vfs.xAccess = fault_access;
  vfs.xFullPathname = fault_full_pathname;
  vfs.xGetLastError = fault_get_last_error;
  state.disks = g_ptr_array_new_with_free_func ((GDestroyNotify) disk_free);
  sqlite3_vfs_register (&vfs, TRUE);
  fault_vfs_arm (0, 0, FAULT_NONE, 0);
}

void
fault_vfs_arm (guint operations, int n, FaultEffect effect, guint32 seed)
{
  g_clear_pointer (&state.fired, g_free);
  g_clear_pointer (&state.random, g_rand_free);
  g_ptr_array_set_size (state.disks, 0);
  state.random = g_rand_new_with_seed (seed);
  state.operations = operations;
  state.n = n;
  state.count = 0;
  state.effect = effect;
  state.is_off = FALSE;
}

int
fault_vfs_count (void)
{
  return state.count;
}

const char *
fault_vfs_fired (void)
{
  return state.fired;
}

/* The path that the file of @inode has now, in or below @folder. */
static char *
find_inode (const char *folder, guint64 inode)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *below = g_file_test (path, G_FILE_TEST_IS_DIR) ? find_inode (path, inode) : NULL;
      if (below != NULL)
        return below;
      if (inode_of (path) == inode)
        return g_steal_pointer (&path);
    }
  return NULL;
}

static void
write_file (const char *path, const Disk *disk)
{
  g_file_set_contents_full (path, (const char *) disk->durable->data, disk->durable->len,
                            G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static void
power_on (Disk *disk, const char *folder)
{
  g_autofree char *path = disk->deleted ? g_strdup (disk->path) : find_inode (folder, disk->inode);

  for (guint i = 0; i < disk->pending->len; i++)
    {
      int fate = g_rand_int_range (state.random, 0, 3);
      if (fate > 0)
        apply (disk, disk->pending->pdata[i], fate == 2);
    }
  if (path == NULL)
    return;
  gboolean gone = disk->never_synced && g_rand_boolean (state.random);
  gboolean back = disk->deleted && !disk->never_synced && g_rand_boolean (state.random);
  if (!disk->deleted && gone)
    g_unlink (path);
  else if (!disk->deleted || (back && !g_file_test (path, G_FILE_TEST_EXISTS)))
    write_file (path, disk);
}

void
fault_vfs_repair (const char *folder)
{
  if (state.is_off)
    for (guint i = 0; i < state.disks->len; i++)
      power_on (state.disks->pdata[i], folder);
  state.is_off = FALSE;
  fault_vfs_arm (0, 0, FAULT_NONE, 0);
}
