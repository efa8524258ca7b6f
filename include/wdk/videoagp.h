/* SPDX-License-Identifier: MIT */
/*
 * AGP services of the video port.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_VIDEOAGP_H
#define WDK_VIDEOAGP_H

#include "ntddvdeo.h"

WDK_EXTERN_C_BEGIN

/* ne-videoagp-video_port_cache_type */
typedef enum {
    VpNonCached     = 0,
    VpWriteCombined = 1,
    VpCached        = 2,
} VIDEO_PORT_CACHE_TYPE;

typedef struct _VIDEO_PORT_AGP_SERVICES VIDEO_PORT_AGP_SERVICES;
typedef struct _VIDEO_PORT_AGP_SERVICES *PVIDEO_PORT_AGP_SERVICES;

typedef PHYSICAL_ADDRESS (NTAPI *PAGP_RESERVE_PHYSICAL)(PVOID, ULONG, VIDEO_PORT_CACHE_TYPE,
    PVOID *);

typedef void (NTAPI *PAGP_RELEASE_PHYSICAL)(PVOID, PVOID);
typedef BOOLEAN (NTAPI *PAGP_COMMIT_PHYSICAL)(PVOID, PVOID, ULONG, ULONG);
typedef void (NTAPI *PAGP_FREE_PHYSICAL)(PVOID, PVOID, ULONG, ULONG);
typedef PVOID (NTAPI *PAGP_RESERVE_VIRTUAL)(PVOID, HANDLE, PVOID, PVOID *);
typedef void (NTAPI *PAGP_RELEASE_VIRTUAL)(PVOID, PVOID);
typedef PVOID (NTAPI *PAGP_COMMIT_VIRTUAL)(PVOID, PVOID, ULONG, ULONG);
typedef void (NTAPI *PAGP_FREE_VIRTUAL)(PVOID, PVOID, ULONG, ULONG);
typedef BOOLEAN (NTAPI *PAGP_SET_RATE)(PVOID, ULONG);

WDK_EXTERN_C_END

#endif
