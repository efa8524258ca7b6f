/* SPDX-License-Identifier: MIT */
/* Annotations. */
#ifndef WDK_SHIM_SPECSTRINGS_H
#define WDK_SHIM_SPECSTRINGS_H

#include "sal.h"

#endif
