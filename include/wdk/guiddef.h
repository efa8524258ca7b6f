/* SPDX-License-Identifier: MIT */
/*
 * GUID and the macros that define one.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_GUIDDEF_H
#define WDK_GUIDDEF_H

#include "basetsd.h"

WDK_EXTERN_C_BEGIN

typedef struct _GUID GUID;
typedef struct _GUID IID;
typedef struct _GUID CLSID;
typedef struct _GUID FMTID;
typedef struct _GUID UOW;
typedef struct _GUID CRM_PROTOCOL_ID;
typedef struct _GUID DEVPROPGUID;
typedef struct _GUID CLFS_LOG_ID;
typedef struct _GUID KCRM_PROTOCOL_ID;
typedef struct _GUID UUID;

typedef GUID *LPGUID;
typedef const GUID *LPCGUID;
typedef IID *LPIID;
typedef CLSID *LPCLSID;
typedef FMTID *LPFMTID;

/* ns-guiddef-_guid */
struct _GUID {
    unsigned WDK_LONG Data1;
    unsigned short Data2;
    unsigned short Data3;
    unsigned char Data4[8];
};

WDK_EXTERN_C_END

#include "inline/guiddef.h"

#endif
