/* SPDX-License-Identifier: MIT */
/* On Windows it takes the second version of the annotations away from older compilers. */
#include "sal.h"
