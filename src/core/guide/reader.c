/* Opening a guide: limits, encoding, and which reader it is for. */
#include "core/guide/reader.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/guide/private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define PACKS "/io/github/waymark/Waymark/core/packs"

static gboolean
fail (GError **error, WayError code, char *message)
{
  g_set_error_literal (error, WAY_ERROR, (int) code, message);
  g_free (message);
  return FALSE;
}

static int
line_of (const char *data, const char *place)
{
  int line = 1;

  for (const char *at = data; at < place; at++)
    line += *at == '\n';
  return line;
}

static gboolean
check_bytes (const char *data, gsize length, const char *name, GError **error)
{
  const char *bad;

  if (length > WAY_GUIDE_MAX_BYTES)
    return fail (error, WAY_ERROR_LIMIT,
                 g_strdup_printf (_ ("%s is too large for a guide: %.1f MB. The limit is %d MB."),
                                  name, (double) length / 1048576.0,
                                  WAY_GUIDE_MAX_BYTES / 1048576));
  if (length == 0)
    return fail (error, WAY_ERROR_INVALID, g_strdup_printf (_ ("%s is empty."), name));
  if (memchr (data, '\0', length) != NULL)
    return fail (error, WAY_ERROR_INVALID,
                 g_strdup_printf (_ ("%s:%d: this is not text. A guide is a text, Markdown or JSON "
                                     "file."),
                                  name, line_of (data, memchr (data, '\0', length))));
  if (!g_utf8_validate (data, (gssize) length, &bad))
    return fail (error, WAY_ERROR_INVALID,
                 g_strdup_printf (_ ("%s:%d: the text is not UTF-8. Save the file as UTF-8 and try "
                                     "again."),
                                  name, line_of (data, bad)));
  return TRUE;
}

WayGuide *
way_guide_read (const char *data, gsize length, const char *name, GError **error)
{
  static const char bom[] = "\xef\xbb\xbf";
  const char *start = data;
  gsize rest = length;

  if (!check_bytes (data, length, name, error))
    return NULL;
  if (length >= 3 && memcmp (data, bom, 3) == 0)
    {
      start += 3;
      rest -= 3;
    }
  gsize space = 0;
  while (space < rest && g_ascii_isspace (start[space]))
    space++;
  if (space == rest)
    {
      fail (error, WAY_ERROR_INVALID, g_strdup_printf (_ ("%s is empty."), name));
      return NULL;
    }
  WayGuide *guide = start[space] == '{' ? way_guide_read_pack (start, rest, name, error)
                                        : way_guide_read_text (start, rest, name, error);
  if (guide != NULL)
    {
      g_free (guide->content_hash);
      guide->content_hash =
          g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, length);
    }
  return guide;
}

WayGuide *
way_guide_read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = way_file_read (path, WAY_GUIDE_MAX_BYTES, error);

  if (bytes == NULL)
    return NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  return way_guide_read (data != NULL ? data : "", length, path, error);
}

GPtrArray *
way_guide_read_built_in (GError **error)
{
  g_autoptr (GPtrArray) guides = g_ptr_array_new_with_free_func ((GDestroyNotify) way_guide_free);
  g_auto (GStrv) names =
      g_resources_enumerate_children (PACKS, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return NULL;
  for (char **name = names; *name != NULL; name++)
    {
      g_autofree char *path = g_build_path ("/", PACKS, *name, NULL);
      g_autoptr (GBytes) bytes =
          g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
      gsize length = 0;
      const char *data = bytes ? g_bytes_get_data (bytes, &length) : NULL;
      WayGuide *guide = data ? way_guide_read (data, length, *name, error) : NULL;
      if (guide == NULL)
        return NULL;
      g_free (guide->origin);
      guide->origin = g_strdup ("built-in");
      g_ptr_array_add (guides, guide);
    }
  return g_steal_pointer (&guides);
}

WayGuide *
way_guide_read_built_in_by_slug (const char *slug, GError **error)
{
  g_autoptr (GPtrArray) guides = way_guide_read_built_in (error);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; guides != NULL && i < guides->len; i++)
    {
      WayGuide *guide = g_ptr_array_index (guides, i);
      if (g_str_equal (guide->slug, slug))
        {
          g_ptr_array_set_free_func (guides, NULL);
          for (guint k = 0; k < guides->len; k++)
            if (k != i)
              way_guide_free (g_ptr_array_index (guides, k));
          return guide;
        }
      g_string_append_printf (known, "%s%s", known->len ? ", " : "", guide->slug);
    }
  if (guides != NULL)
    g_set_error (error, WAY_ERROR, WAY_ERROR_NOT_FOUND,
                 _ ("There is no guide “%s”, and no file of that name. Built in: %s."), slug,
                 known->str);
  return NULL;
}
