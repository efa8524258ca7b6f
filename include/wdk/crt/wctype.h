/* SPDX-License-Identifier: MIT */
/* Wide character classes. */
#ifndef WDK_CRT_WCTYPE_H
#define WDK_CRT_WCTYPE_H

#include <wchar.h>

#endif
