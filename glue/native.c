/* SPDX-License-Identifier: MIT */
/* What a native-mode driver image needs inside itself. */
#include "glue.h"

/*
 * Destructors of global objects are left out: Windows runs none for a driver, and the loader would
 * run them where nothing guards the host against them.
 */
GLUE int __cxa_atexit(void (*function)(void *), void *argument, void *image);

int __cxa_atexit(void (*function)(void *), void *argument, void *image)
{
    (void)function;
    (void)argument;
    (void)image;
    return 0;
}
