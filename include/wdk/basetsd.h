/* SPDX-License-Identifier: MIT */
/*
 * Integer types of fixed and of pointer width.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_BASETSD_H
#define WDK_BASETSD_H

#include "inline/base.h"

#define ADDRESS_TAG_BIT 0x40000000000LL
#define MAXUINT_PTR     0xFFFFFFFFFFFFFFFFULL
#define MAXINT_PTR      0x7FFFFFFFFFFFFFFFLL
#define MININT_PTR      (-9223372036854775807LL - 1)
#define MAXULONG_PTR    0xFFFFFFFFFFFFFFFFULL
#define MAXLONG_PTR     0x7FFFFFFFFFFFFFFFLL
#define MINLONG_PTR     (-9223372036854775807LL - 1)
#define MAXUHALF_PTR    0xFFFFFFFF
#define MAXHALF_PTR     0x7FFFFFFF
#define MINHALF_PTR     (-2147483647 - 1)
#define MAXUINT8        255
#define MAXINT8         127
#define MININT8         (-128)
#define MAXUINT16       65535
#define MAXINT16        32767
#define MININT16        (-32768)
#define MAXUINT32       0xFFFFFFFF
#define MAXINT32        0x7FFFFFFF
#define MININT32        (-2147483647 - 1)
#define MAXUINT64       0xFFFFFFFFFFFFFFFFULL
#define MAXINT64        0x7FFFFFFFFFFFFFFFLL
#define MININT64        (-9223372036854775807LL - 1)
#define MAXULONG32      0xFFFFFFFF
#define MAXLONG32       0x7FFFFFFF
#define MINLONG32       (-2147483647 - 1)
#define MAXULONG64      0xFFFFFFFFFFFFFFFFULL
#define MAXLONG64       0x7FFFFFFFFFFFFFFFLL
#define MINLONG64       (-9223372036854775807LL - 1)
#define MAXULONGLONG    0xFFFFFFFFFFFFFFFFULL
#define MINLONGLONG     (-9223372036854775807LL - 1)
#define MAXSIZE_T       0xFFFFFFFFFFFFFFFFULL
#define MAXSSIZE_T      0x7FFFFFFFFFFFFFFFLL
#define MINSSIZE_T      (-9223372036854775807LL - 1)
#define MAXUINT         0xFFFFFFFF
#define MAXINT          0x7FFFFFFF
#define MININT          (-2147483647 - 1)
#define MAXDWORD32      0xFFFFFFFF
#define MAXDWORD64      0xFFFFFFFFFFFFFFFFULL

WDK_EXTERN_C_BEGIN

typedef unsigned long long POINTER_64_INT;
typedef signed char INT8;
typedef signed char *PINT8;
typedef short INT16;
typedef short *PINT16;
typedef int INT32;
typedef int *PINT32;
typedef long long INT64;
typedef long long *PINT64;
typedef unsigned char UINT8;
typedef unsigned char *PUINT8;
typedef unsigned short UINT16;
typedef unsigned short *PUINT16;
typedef unsigned int UINT32;
typedef unsigned int *PUINT32;
typedef unsigned long long UINT64;
typedef unsigned long long *PUINT64;
typedef int LONG32;
typedef int *PLONG32;
typedef unsigned int ULONG32;
typedef unsigned int *PULONG32;
typedef unsigned int DWORD32;
typedef unsigned int *PDWORD32;
typedef long long INT_PTR;
typedef long long *PINT_PTR;
typedef unsigned long long UINT_PTR;
typedef unsigned long long *PUINT_PTR;
typedef long long LONG_PTR;
typedef long long *PLONG_PTR;
typedef unsigned long long ULONG_PTR;
typedef unsigned long long *PULONG_PTR;
typedef long long SHANDLE_PTR;
typedef unsigned long long HANDLE_PTR;
typedef unsigned int UHALF_PTR;
typedef unsigned int *PUHALF_PTR;
typedef int HALF_PTR;
typedef int *PHALF_PTR;
typedef ULONG_PTR SIZE_T;
typedef ULONG_PTR *PSIZE_T;
typedef LONG_PTR SSIZE_T;
typedef LONG_PTR *PSSIZE_T;
typedef ULONG_PTR DWORD_PTR;
typedef ULONG_PTR *PDWORD_PTR;
typedef long long LONG64;
typedef long long *PLONG64;
typedef unsigned long long ULONG64;
typedef unsigned long long *PULONG64;
typedef unsigned long long DWORD64;
typedef unsigned long long *PDWORD64;
typedef ULONG_PTR KAFFINITY;
typedef KAFFINITY *PKAFFINITY;

WDK_EXTERN_C_END

#include "inline/basetsd.h"

#endif
