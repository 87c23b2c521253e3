/* An archive is read into a database in memory that has the schema which the archive names. So SQLite itself
 * checks the rules of the rows, an older archive is brought up to date by the migrations that every database of
 * that age went through, and no store is touched before all is known to be right. */
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/store/archive-private.h"

#include <glib/gi18n-lib.h>

/* Of the document; far more than there are tables. */
#define MAX_MEMBERS 1000

typedef WayArchiveReader Reader;

/* A member of the document. */
typedef struct
{
  char *name;
  const char *value; /* where it starts */
  gboolean taken;
} Member;

static void
member_clear (Member *member)
{
  g_free (member->name);
}

static void
reader_clear (Reader *r)
{
  way_json_reader_clear (&r->json);
  g_clear_pointer (&r->members, g_array_unref);
  g_clear_pointer (&r->ids, g_hash_table_unref);
  if (r->problems != NULL)
    g_string_free (r->problems, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* What is read next is the value of @member. */
static void
go_to (Reader *r, Member *member)
{
  r->json.at = member->value;
  r->json.depth = 1;
  member->taken = TRUE;
}

static Member *
find_member (Reader *r, const char *name)
{
  for (guint i = 0; i < r->members->len; i++)
    {
      Member *member = &g_array_index (r->members, Member, i);
      if (g_str_equal (member->name, name))
        return member;
    }
  return NULL;
}

/* The first walk: through the whole document, so that what follows meets no syntax error, and the order of the
 * members does not matter. */
static gboolean
find_members (Reader *r)
{
  WayJsonKind kind = way_json_reader_read (&r->json);

  if (kind == WAY_JSON_OBJECT)
    while (way_json_reader_member (&r->json))
      {
        if (r->members->len == MAX_MEMBERS)
          return way_archive_complain (r, NULL, _ ("this is no archive: it has too many members"));
        Member member = { .name = g_strdup (r->json.text->str), .value = r->json.at };
        if (find_member (r, member.name) != NULL)
          way_archive_complain (r, member.name, _ ("this comes twice"));
        g_array_append_val (r->members, member);
        way_json_reader_skip (&r->json);
      }
  else if (kind != WAY_JSON_NONE)
    way_archive_complain (r, NULL, _ ("an object is expected, as {\"format\": …}"));
  return way_json_reader_finish (&r->json) && r->n_problems == 0;
}

static gboolean
read_header_number (Reader *r, const char *name, int known, int *number)
{
  Member *member = find_member (r, name);

  if (member == NULL)
    return way_archive_complain (r, NULL, _ ("“%s” is missing"), name);
  go_to (r, member);
  if (way_json_reader_read (&r->json) != WAY_JSON_INTEGER || r->json.integer < 1)
    return way_archive_complain (r, name, _ ("a whole number from 1 on is expected"));
  if (r->json.integer > known)
    return way_archive_complain (
        r, name, _ ("the archive has %s, and this program knows %d. Update Waymark to read it"),
        r->json.text->str, known);
  *number = (int) r->json.integer;
  return TRUE;
}

/* @schema: (out): the version of the schema that its tables are of */
static gboolean
read_header (Reader *r, int *schema)
{
  Member *format = find_member (r, "format"), *program = find_member (r, "program");
  int version;

  if (format == NULL)
    return way_archive_complain (r, NULL, _ ("“%s” is missing: this is no archive of Waymark"),
                                 "format");
  go_to (r, format);
  if (way_json_reader_read (&r->json) != WAY_JSON_STRING ||
      !g_str_equal (r->json.text->str, WAY_ARCHIVE_FORMAT))
    return way_archive_complain (r, "format", _ ("“%s” is expected"), WAY_ARCHIVE_FORMAT);
  if (!read_header_number (r, "version", WAY_ARCHIVE_VERSION, &version) ||
      !read_header_number (r, "schema", way_store_newest_version (), schema))
    return FALSE;
  if (program == NULL)
    return TRUE;
  go_to (r, program);
  return way_json_reader_read (&r->json) == WAY_JSON_STRING ||
         way_archive_complain (r, "program", _ ("a text is expected"));
}

static void
read_table (Reader *r)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  Member *member = find_member (r, r->table->name);

  g_hash_table_insert (r->ids, r->table->name, ids);
  if (member == NULL)
    {
      const char *name = r->table->name;
      r->table = NULL;
      way_archive_complain (r, NULL, _ ("the table “%s” is missing"), name);
      return;
    }
  go_to (r, member);
  way_archive_read_rows (r, ids);
}

static guint
row_of (Reader *r, const char *table, gint64 id)
{
  const GArray *ids = g_hash_table_lookup (r->ids, table);
  guint row = 0;

  while (row < ids->len && g_array_index (ids, gint64, row) != id)
    row++;
  return row;
}

/* Rows that refer to something that is not there. */
static void
check_references (Reader *r, const GPtrArray *tables)
{
  sqlite3_stmt *s = NULL;

  for (guint i = 0; i < tables->len; i++)
    {
      r->table = g_ptr_array_index (tables, i);
      sqlite3_prepare_v2 (r->db,
                          "SELECT c.rowid, f.\"from\", c.parent FROM pragma_foreign_key_check (?1) "
                          "AS c JOIN pragma_foreign_key_list (?1) AS f ON f.id = c.fkid",
                          -1, &s, NULL);
      sqlite3_bind_text (s, 1, r->table->name, -1, SQLITE_STATIC);
      while (sqlite3_step (s) == SQLITE_ROW)
        {
          r->row = row_of (r, r->table->name, sqlite3_column_int64 (s, 0));
          r->in_row = TRUE;
          way_archive_complain (r, (const char *) sqlite3_column_text (s, 1),
                                _ ("there is no “%s” with this id"), sqlite3_column_text (s, 2));
        }
      sqlite3_finalize (s);
    }
  r->in_row = FALSE;
  r->table = NULL;
}

static void
check_all_taken (Reader *r)
{
  for (guint i = 0; i < r->members->len; i++)
    {
      const Member *member = &g_array_index (r->members, Member, i);
      if (!member->taken)
        way_archive_complain (r, member->name, _ ("there is no such table"));
    }
}

static gboolean
read_tables (Reader *r, GError **error)
{
  g_autoptr (GPtrArray) tables = way_store_list_tables (r->db, error);

  if (tables == NULL || !way_store_exec (r->db, "BEGIN", error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      r->table = g_ptr_array_index (tables, i);
      /* A schema may come with rows. */
      g_autofree char *clear = g_strdup_printf ("DELETE FROM \"%s\"", r->table->name);
      if (!way_store_exec (r->db, clear, error))
        return FALSE;
      read_table (r);
    }
  r->table = NULL;
  check_all_taken (r);
  /* Else a row that could not be read would be missed by all that refer to it. */
  if (r->n_problems == 0)
    check_references (r, tables);
  return way_store_exec (r->db, "COMMIT", error);
}

/* %TRUE without a problem. */
static gboolean
report (Reader *r, GError **error)
{
  if (r->json.error != NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_INVALID, _ ("%s: this is not JSON: %s"), r->file,
                 r->json.error->message);
  else if (r->n_problems > 0)
    {
      guint more = r->n_problems - MIN (r->n_problems, WAY_ARCHIVE_MAX_PROBLEMS);
      if (more > 0)
        g_string_append_printf (
            r->problems, ngettext ("\nAnd %u more problem.", "\nAnd %u more problems.", more),
            more);
      g_set_error_literal (error, WAY_ERROR, WAY_ERROR_INVALID, r->problems->str);
    }
  return r->json.error == NULL && r->n_problems == 0;
}

static gboolean
read_archive (Reader *r, GError **error)
{
  int schema = 0;

  if (!find_members (r) || !read_header (r, &schema))
    return report (r, error);
  if (!way_store_create_schema (r->db, schema, error) || !read_tables (r, error) ||
      !report (r, error))
    return FALSE;
  return schema == way_store_newest_version () || way_store_migrate (r->db, schema, error);
}

WayArchive *
way_archive_read (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = way_file_read (path, WAY_ARCHIVE_MAX_BYTES, error);
  g_autoptr (WayArchive) self = g_new0 (WayArchive, 1);
  g_auto (Reader) r = { .file = path };
  gsize length;

  if (bytes == NULL)
    return NULL;
  const char *data = g_bytes_get_data (bytes, &length);
  way_json_reader_init (&r.json, data, length);
  r.members = g_array_new (FALSE, FALSE, sizeof (Member));
  g_array_set_clear_func (r.members, (GDestroyNotify) member_clear);
  r.ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  r.problems = g_string_new (NULL);
  if (sqlite3_open_v2 (":memory:", &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) !=
      SQLITE_OK)
    {
      way_store_set_error (self->db, error);
      return NULL;
    }
  r.db = self->db;
  return read_archive (&r, error) ? g_steal_pointer (&self) : NULL;
}

void
way_archive_free (WayArchive *self)
{
  if (self == NULL)
    return;
  sqlite3_close (self->db);
  g_free (self);
}
