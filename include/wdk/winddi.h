/* SPDX-License-Identifier: MIT */
/* User-mode driver types; kernel drivers include it for its base types only. */
#ifndef WDK_SHIM_WINDDI_H
#define WDK_SHIM_WINDDI_H

#include "windef.h"

#endif
