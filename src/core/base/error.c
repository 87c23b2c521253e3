#include "core/base/error.h"

G_DEFINE_QUARK (way - error - quark, way_error)
