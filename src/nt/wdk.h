/* SPDX-License-Identifier: MIT */
/*
 * The Windows-facing headers as our own files see them. Include it after host headers: the WDK
 * defines macros such as min, IN and far that host headers would trip over.
 */
#ifndef NT_WDK_H
#define NT_WDK_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ntddk.h>

#include <bugcodes.h>

#endif /* NT_WDK_H */
