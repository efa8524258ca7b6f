/* SPDX-License-Identifier: MIT */
#include "cli/palette.h"

#include <stdlib.h>
#include <unistd.h>

const struct palette *palette_for(FILE *stream)
{
    static const struct palette plain = { "", "", "", "", "" };
    static const struct palette colour = { "\033[31;1m", "\033[32;1m", "\033[2m", "\033[1m",
                                           "\033[0m" };

    return isatty(fileno(stream)) && getenv("NO_COLOR") == NULL ? &colour : &plain;
}
