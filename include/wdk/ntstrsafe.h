/* SPDX-License-Identifier: MIT */
/*
 * String operations that know their buffer.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_NTSTRSAFE_H
#define WDK_NTSTRSAFE_H

#include "ntdef.h"
#include "ntstatus.h"

#define NTSTRSAFE_USE_SECURE_CRT           0
#define NTSTRSAFE_MAX_CCH                  0x7FFFFFFF
#define NTSTRSAFE_MAX_LENGTH               0x7FFFFFFE
#define NTSTRSAFE_UNICODE_STRING_MAX_CCH   32767ULL
#define STRSAFE_IGNORE_NULLS               0x100
#define STRSAFE_FILL_BEHIND_NULL           0x200
#define STRSAFE_FILL_ON_FAILURE            0x400
#define STRSAFE_NULL_ON_FAILURE            0x800
#define STRSAFE_NO_TRUNCATION              0x1000
#define STRSAFE_FILL_BEHIND                0x200
#define STRSAFE_ZERO_LENGTH_ON_FAILURE     2048
#define STRSAFE_VALID_FLAGS                0x1FFF
#define STRSAFE_UNICODE_STRING_VALID_FLAGS 0x1FFF

#include "inline/ntstrsafe.h"

#endif
