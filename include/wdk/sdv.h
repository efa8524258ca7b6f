/* SPDX-License-Identifier: MIT */
/* Annotations. */
#ifndef WDK_SHIM_SDV_H
#define WDK_SHIM_SDV_H

#include "sal.h"

#endif
