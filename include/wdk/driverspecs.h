/* SPDX-License-Identifier: MIT */
/* Annotations. */
#ifndef WDK_SHIM_DRIVERSPECS_H
#define WDK_SHIM_DRIVERSPECS_H

#include "sal.h"

#endif
