/* SPDX-License-Identifier: MIT */
/*
 * Types of the user-mode world that display headers mention.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_WINDEF_H
#define WDK_WINDEF_H

#include "minwindef.h"

#define HFILE_ERROR                                (-1)
#define DPI_AWARENESS_CONTEXT_UNAWARE              0xFFFFFFFFFFFFFFFFULL
#define DPI_AWARENESS_CONTEXT_SYSTEM_AWARE         0xFFFFFFFFFFFFFFFEULL
#define DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE    0xFFFFFFFFFFFFFFFDULL
#define DPI_AWARENESS_CONTEXT_PER_MONITOR_AWARE_V2 0xFFFFFFFFFFFFFFFCULL

WDK_EXTERN_C_BEGIN

typedef struct tagRECT RECT;
typedef struct _RECTL RECTL;
typedef struct tagSIZE SIZE;

typedef struct HWND__ *HWND;
typedef struct HHOOK__ *HHOOK;
typedef void *HGDIOBJ;
typedef struct HACCEL__ *HACCEL;
typedef struct HBITMAP__ *HBITMAP;
typedef struct HBRUSH__ *HBRUSH;
typedef struct HCOLORSPACE__ *HCOLORSPACE;
typedef struct HDC__ *HDC;
typedef struct HGLRC__ *HGLRC;
typedef struct HDESK__ *HDESK;
typedef struct HENHMETAFILE__ *HENHMETAFILE;
typedef struct HFONT__ *HFONT;
typedef struct HICON__ *HICON;
typedef struct HMENU__ *HMENU;
typedef struct HPALETTE__ *HPALETTE;
typedef struct HPEN__ *HPEN;
typedef struct HWINEVENTHOOK__ *HWINEVENTHOOK;
typedef struct HMONITOR__ *HMONITOR;
typedef struct HUMPD__ *HUMPD;
typedef HICON HCURSOR;
typedef DWORD COLORREF;
typedef DWORD *LPCOLORREF;
typedef struct tagRECT *PRECT;
typedef struct tagRECT *NPRECT;
typedef struct tagRECT *LPRECT;
typedef const RECT *LPCRECT;
typedef struct _RECTL *PRECTL;
typedef struct _RECTL *LPRECTL;
typedef const RECTL *LPCRECTL;
typedef struct tagPOINT *PPOINT;
typedef struct tagPOINT *NPPOINT;
typedef struct tagPOINT *LPPOINT;
typedef struct _POINTL *PPOINTL;
typedef struct tagSIZE *PSIZE;
typedef struct tagSIZE *LPSIZE;
typedef SIZE SIZEL;
typedef SIZE *PSIZEL;
typedef SIZE *LPSIZEL;
typedef struct tagPOINTS *PPOINTS;
typedef struct tagPOINTS *LPPOINTS;
typedef struct DPI_AWARENESS_CONTEXT__ *DPI_AWARENESS_CONTEXT;

/* ns-windef-hdc__ */
typedef struct HDC__ {
    int unused;
} HDC__;

/* ns-windef-hwnd__ */
typedef struct HWND__ {
    int unused;
} HWND__;

/* ns-windef-tagpaletteentry */
typedef struct tagPALETTEENTRY {
    unsigned char peRed;
    unsigned char peGreen;
    unsigned char peBlue;
    unsigned char peFlags;
} PALETTEENTRY;

/* ns-windef-tagpoint */
typedef struct tagPOINT {
    LONG x;
    LONG y;
} POINT;

/* ns-windef-tagrect */
struct tagRECT {
    LONG left;
    LONG top;
    LONG right;
    LONG bottom;
};

/* ns-windef-_rectl */
struct _RECTL {
    LONG left;
    LONG top;
    LONG right;
    LONG bottom;
};

/* ns-windef-_pointl */
typedef struct _POINTL {
    LONG x;
    LONG y;
} POINTL;

/* ns-windef-tagsize */
struct tagSIZE {
    LONG cx;
    LONG cy;
};

/* ns-windef-tagpoints */
typedef struct tagPOINTS {
    SHORT x;
    SHORT y;
} POINTS;

WDK_EXTERN_C_END

#endif
