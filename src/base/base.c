/* SPDX-License-Identifier: MIT */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>

static void (*assert_note)(void);

void base_assert_note_set(void (*note)(void))
{
    assert_note = note;
}

void base_assert_failed(const char *condition, const char *file, int line)
{
    (void)fprintf(stderr, "dxghost: internal error: %s is false (%s:%d)\n", condition, file, line);
    if (assert_note != NULL) {
        assert_note();
    }
    (void)fprintf(stderr,
                  "dxghost: this is a bug in dxghost, not in your driver; please report it\n");
    abort();
}
