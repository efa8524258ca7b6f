/* SPDX-License-Identifier: MIT */
/* GDI macros; RGB is all that kernel drivers use. */
#ifndef WDK_SHIM_WINGDI_H
#define WDK_SHIM_WINGDI_H

#include "windef.h"

#endif
