/* SPDX-License-Identifier: MIT */
/* Aligned allocation, which the compiler's vector headers want declared, does not exist here. */
#ifndef WDK_CRT_MM_MALLOC_H
#define WDK_CRT_MM_MALLOC_H

#include <stdlib.h>

#endif
