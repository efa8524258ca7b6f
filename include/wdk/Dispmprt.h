/* SPDX-License-Identifier: MIT */
/* File names on Windows have no case. */
#include "dispmprt.h"
