#include "core/base/error.h"

G_DEFINE_QUARK (way - error - quark, way_error)

gboolean
way_error_is_about_data (const GError *error)
{
  return error != NULL && error->domain == WAY_ERROR &&
         (error->code == WAY_ERROR_DATA || error->code == WAY_ERROR_NEWER ||
          error->code == WAY_ERROR_LOCKED || error->code == WAY_ERROR_READ_ONLY ||
          error->code == WAY_ERROR_FULL || error->code == WAY_ERROR_ACCESS);
}
