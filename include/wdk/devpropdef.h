/* SPDX-License-Identifier: MIT */
/*
 * Device property types.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_DEVPROPDEF_H
#define WDK_DEVPROPDEF_H

#include "ntdef.h"

#define DEVPROP_TYPEMOD_ARRAY                   0x1000
#define DEVPROP_TYPEMOD_LIST                    0x2000
#define DEVPROP_TYPE_EMPTY                      0
#define DEVPROP_TYPE_NULL                       1
#define DEVPROP_TYPE_SBYTE                      2
#define DEVPROP_TYPE_BYTE                       3
#define DEVPROP_TYPE_INT16                      4
#define DEVPROP_TYPE_UINT16                     5
#define DEVPROP_TYPE_INT32                      6
#define DEVPROP_TYPE_UINT32                     7
#define DEVPROP_TYPE_INT64                      8
#define DEVPROP_TYPE_UINT64                     9
#define DEVPROP_TYPE_FLOAT                      10
#define DEVPROP_TYPE_DOUBLE                     11
#define DEVPROP_TYPE_DECIMAL                    12
#define DEVPROP_TYPE_GUID                       13
#define DEVPROP_TYPE_CURRENCY                   14
#define DEVPROP_TYPE_DATE                       15
#define DEVPROP_TYPE_FILETIME                   0x10
#define DEVPROP_TYPE_BOOLEAN                    17
#define DEVPROP_TYPE_STRING                     18
#define DEVPROP_TYPE_STRING_LIST                0x2012
#define DEVPROP_TYPE_SECURITY_DESCRIPTOR        19
#define DEVPROP_TYPE_SECURITY_DESCRIPTOR_STRING 20
#define DEVPROP_TYPE_DEVPROPKEY                 21
#define DEVPROP_TYPE_DEVPROPTYPE                22
#define DEVPROP_TYPE_BINARY                     0x1003
#define DEVPROP_TYPE_ERROR                      23
#define DEVPROP_TYPE_NTSTATUS                   24
#define DEVPROP_TYPE_STRING_INDIRECT            25
#define MAX_DEVPROP_TYPE                        25
#define MAX_DEVPROP_TYPEMOD                     8192
#define DEVPROP_MASK_TYPE                       0xFFF
#define DEVPROP_MASK_TYPEMOD                    0xF000
#define DEVPROP_FALSE                           0
#define DEVPROPID_FIRST_USABLE                  2

WDK_EXTERN_C_BEGIN

typedef ULONG DEVPROPTYPE;
typedef ULONG *PDEVPROPTYPE;
typedef CHAR DEVPROP_BOOLEAN;
typedef CHAR *PDEVPROP_BOOLEAN;
typedef GUID *PDEVPROPGUID;
typedef ULONG DEVPROPID;
typedef ULONG *PDEVPROPID;
typedef struct _DEVPROPKEY *PDEVPROPKEY;
typedef struct _DEVPROPCOMPKEY DEVPROPCOMPKEY;
typedef struct _DEVPROPCOMPKEY *PDEVPROPCOMPKEY;
typedef struct _DEVPROPERTY DEVPROPERTY;
typedef struct _DEVPROPERTY *PDEVPROPERTY;

/* ns-devpropdef-_devpropkey */
typedef struct _DEVPROPKEY {
    DEVPROPGUID fmtid;
    DEVPROPID pid;
} DEVPROPKEY;

WDK_EXTERN_C_END

#include "inline/devpropdef.h"

#endif
