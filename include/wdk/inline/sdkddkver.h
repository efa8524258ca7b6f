/* SPDX-License-Identifier: MIT */
/* The Windows release a driver is written for, unless it says otherwise. */
#ifndef WDK_INLINE_SDKDDKVER_H
#define WDK_INLINE_SDKDDKVER_H

#ifndef NTDDI_VERSION
#define NTDDI_VERSION WDK_NTDDI_VERSION
#endif
#ifndef _WIN32_WINNT
#define _WIN32_WINNT _WIN32_WINNT_WIN10
#endif
#ifndef WINVER
#define WINVER _WIN32_WINNT
#endif
#define OSVER(version) ((version) & OSVERSION_MASK)

#endif
