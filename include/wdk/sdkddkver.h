/* SPDX-License-Identifier: MIT */
/*
 * Names of Windows releases.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_SDKDDKVER_H
#define WDK_SDKDDKVER_H

#define _WIN32_WINNT_NT4          0x400
#define _WIN32_WINNT_WIN2K        0x500
#define _WIN32_WINNT_WINXP        0x501
#define _WIN32_WINNT_WS03         0x502
#define _WIN32_WINNT_WIN6         0x600
#define _WIN32_WINNT_VISTA        0x600
#define _WIN32_WINNT_WS08         0x600
#define _WIN32_WINNT_LONGHORN     0x600
#define _WIN32_WINNT_WIN7         0x601
#define _WIN32_WINNT_WIN8         0x602
#define _WIN32_WINNT_WINBLUE      0x603
#define _WIN32_WINNT_WINTHRESHOLD 0xA00
#define _WIN32_WINNT_WIN10        0xA00
#define _WIN32_IE_IE20            0x200
#define _WIN32_IE_IE30            0x300
#define _WIN32_IE_IE302           0x302
#define _WIN32_IE_IE40            0x400
#define _WIN32_IE_IE401           0x401
#define _WIN32_IE_IE50            0x500
#define _WIN32_IE_IE501           0x501
#define _WIN32_IE_IE55            0x550
#define _WIN32_IE_IE60            0x600
#define _WIN32_IE_IE60SP1         0x601
#define _WIN32_IE_IE60SP2         0x603
#define _WIN32_IE_IE70            0x700
#define _WIN32_IE_IE80            0x800
#define _WIN32_IE_IE90            0x900
#define _WIN32_IE_IE100           0xA00
#define _WIN32_IE_IE110           0xA00
#define _WIN32_IE_NT4             0x200
#define _WIN32_IE_NT4SP1          0x200
#define _WIN32_IE_NT4SP2          0x200
#define _WIN32_IE_NT4SP3          0x302
#define _WIN32_IE_NT4SP4          0x401
#define _WIN32_IE_NT4SP5          0x401
#define _WIN32_IE_NT4SP6          0x500
#define _WIN32_IE_WIN98           0x401
#define _WIN32_IE_WIN98SE         0x500
#define _WIN32_IE_WINME           0x550
#define _WIN32_IE_WIN2K           0x501
#define _WIN32_IE_WIN2KSP1        0x501
#define _WIN32_IE_WIN2KSP2        0x501
#define _WIN32_IE_WIN2KSP3        0x501
#define _WIN32_IE_WIN2KSP4        0x501
#define _WIN32_IE_XP              0x600
#define _WIN32_IE_XPSP1           0x601
#define _WIN32_IE_XPSP2           0x603
#define _WIN32_IE_WS03            0x602
#define _WIN32_IE_WS03SP1         0x603
#define _WIN32_IE_WIN6            0x700
#define _WIN32_IE_LONGHORN        0x700
#define _WIN32_IE_WIN7            0x800
#define _WIN32_IE_WIN8            0xA00
#define _WIN32_IE_WINBLUE         0xA00
#define _WIN32_IE_WINTHRESHOLD    0xA00
#define _WIN32_IE_WIN10           0xA00
#define NTDDI_WIN2K               0x5000000
#define NTDDI_WIN2KSP1            0x5000100
#define NTDDI_WIN2KSP2            0x5000200
#define NTDDI_WIN2KSP3            0x5000300
#define NTDDI_WIN2KSP4            0x5000400
#define NTDDI_WINXP               0x5010000
#define NTDDI_WINXPSP1            0x5010100
#define NTDDI_WINXPSP2            0x5010200
#define NTDDI_WINXPSP3            0x5010300
#define NTDDI_WINXPSP4            0x5010400
#define NTDDI_WS03                0x5020000
#define NTDDI_WS03SP1             0x5020100
#define NTDDI_WS03SP2             0x5020200
#define NTDDI_WS03SP3             0x5020300
#define NTDDI_WS03SP4             0x5020400
#define NTDDI_WIN6                0x6000000
#define NTDDI_WIN6SP1             0x6000100
#define NTDDI_WIN6SP2             0x6000200
#define NTDDI_WIN6SP3             0x6000300
#define NTDDI_WIN6SP4             0x6000400
#define NTDDI_VISTA               0x6000000
#define NTDDI_VISTASP1            0x6000100
#define NTDDI_VISTASP2            0x6000200
#define NTDDI_VISTASP3            0x6000300
#define NTDDI_VISTASP4            0x6000400
#define NTDDI_LONGHORN            0x6000000
#define NTDDI_WS08                0x6000100
#define NTDDI_WS08SP2             0x6000200
#define NTDDI_WS08SP3             0x6000300
#define NTDDI_WS08SP4             0x6000400
#define NTDDI_WIN7                0x6010000
#define NTDDI_WIN8                0x6020000
#define NTDDI_WINBLUE             0x6030000
#define NTDDI_WINTHRESHOLD        0xA000000
#define NTDDI_WIN10               0xA000000
#define NTDDI_WIN10_TH2           0xA000001
#define NTDDI_WIN10_RS1           0xA000002
#define NTDDI_WIN10_RS2           0xA000003
#define NTDDI_WIN10_RS3           0xA000004
#define WDK_NTDDI_VERSION         0xA000004
#define OSVERSION_MASK            0xFFFF0000
#define SPVERSION_MASK            0xFF00
#define SUBVERSION_MASK           255

#include "inline/sdkddkver.h"

#endif
