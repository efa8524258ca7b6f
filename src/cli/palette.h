/* SPDX-License-Identifier: MIT */
/* Colours of what is printed for people: none in a pipe, and none when NO_COLOR is set. */
#ifndef CLI_PALETTE_H
#define CLI_PALETTE_H

#include <stdio.h>

/* Sequences that switch to a colour; "" where there are none. */
struct palette {
    const char *bad;
    const char *good;
    const char *dim;
    const char *bold;
    const char *off;
};

const struct palette *palette_for(FILE *stream);

#endif /* CLI_PALETTE_H */
