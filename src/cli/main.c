/* waymark-cli: every main job without a display. */
#include "config.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  puts (PACKAGE_VERSION);
  return 0;
}
