/* SPDX-License-Identifier: MIT */
/* Macros of minwindef.h. */
#ifndef WDK_INLINE_MINWINDEF_H
#define WDK_INLINE_MINWINDEF_H

#ifndef MAX_PATH
#define MAX_PATH 260
#endif

#define LOWORD(x) ((WORD)((ULONG_PTR)(x) & 0xFFFF))
#define HIWORD(x) ((WORD)(((ULONG_PTR)(x) >> 16) & 0xFFFF))
#define LOBYTE(x) ((BYTE)((ULONG_PTR)(x) & 0xFF))
#define HIBYTE(x) ((BYTE)(((ULONG_PTR)(x) >> 8) & 0xFF))
#define MAKEWORD(lo, hi) ((WORD)((BYTE)(lo) | ((WORD)(BYTE)(hi) << 8)))
#define MAKELONG(lo, hi) ((LONG)((WORD)(lo) | ((DWORD)(WORD)(hi) << 16)))
#define RGB(r, g, b) \
    ((COLORREF)((BYTE)(r) | ((WORD)(BYTE)(g) << 8) | ((DWORD)(BYTE)(b) << 16)))
#define GetRValue(rgb) LOBYTE(rgb)
#define GetGValue(rgb) LOBYTE(((WORD)(rgb)) >> 8)
#define GetBValue(rgb) LOBYTE((rgb) >> 16)

#endif
