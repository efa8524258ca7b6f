/* SPDX-License-Identifier: MIT */
/* Makes DEFINE_GUID and DEFINE_DEVPROPKEY define instead of declare, from here on. */
#ifndef INITGUID
#define INITGUID
#endif
#include "guiddef.h"
#include "inline/guiddef.h"
#ifdef WDK_DEVPROPDEF_H
#include "inline/devpropdef.h"
#endif
