/* SPDX-License-Identifier: MIT */
/* The part of the user-mode world that D3DKMT clients need. */
#ifndef WDK_SHIM_WINDOWS_H
#define WDK_SHIM_WINDOWS_H

#include "windef.h"
#include "winerror.h"

#endif
