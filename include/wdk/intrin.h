/* SPDX-License-Identifier: MIT */
/* Compiler intrinsics under Microsoft's names. */
#ifndef WDK_SHIM_INTRIN_H
#define WDK_SHIM_INTRIN_H

#include "ntddk.h"

#endif
