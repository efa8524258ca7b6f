/* SPDX-License-Identifier: MIT */
/* Security descriptors of device objects: the names that drivers of display adapters include it for
 * are in wdm.h. */
#ifndef WDK_SHIM_WDMSEC_H
#define WDK_SHIM_WDMSEC_H

#include "ntddk.h"

#endif
