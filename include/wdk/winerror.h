/* SPDX-License-Identifier: MIT */
/*
 * HRESULT values.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_WINERROR_H
#define WDK_WINERROR_H

#include "ntdef.h"

#define E_OUTOFMEMORY (-2147024882)
#define S_OK          0

#include "inline/winerror.h"

#endif
