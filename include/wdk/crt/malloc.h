/* SPDX-License-Identifier: MIT */
/* There is no heap but the pool. */
#ifndef WDK_CRT_MALLOC_H
#define WDK_CRT_MALLOC_H

#include <stdlib.h>

#endif
