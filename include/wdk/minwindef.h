/* SPDX-License-Identifier: MIT */
/*
 * Small part of windef.h.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_MINWINDEF_H
#define WDK_MINWINDEF_H

#include "ntdef.h"

#define MAX_PATH 260

WDK_EXTERN_C_BEGIN

typedef unsigned char BYTE;
typedef unsigned int UINT;
typedef int BOOL;
typedef float FLOAT;
typedef FLOAT *PFLOAT;
typedef BOOL *PBOOL;
typedef BOOL *LPBOOL;
typedef BYTE *PBYTE;
typedef BYTE *LPBYTE;
typedef int *PINT;
typedef int *LPINT;
typedef unsigned short WORD;
typedef WORD *PWORD;
typedef WORD *LPWORD;
typedef WDK_LONG *LPLONG;
typedef unsigned WDK_LONG DWORD;
typedef DWORD *PDWORD;
typedef DWORD *LPDWORD;
typedef void *LPVOID;
typedef const void *LPCVOID;
typedef unsigned int *PUINT;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM;
typedef LONG_PTR LRESULT;
typedef HANDLE *SPHANDLE;
typedef HANDLE *LPHANDLE;
typedef HANDLE HGLOBAL;
typedef HANDLE HLOCAL;
typedef HANDLE GLOBALHANDLE;
typedef HANDLE LOCALHANDLE;
typedef WORD ATOM;
typedef struct HKEY__ *HKEY;
typedef HKEY *PHKEY;
typedef struct HMETAFILE__ *HMETAFILE;
typedef struct HINSTANCE__ *HINSTANCE;
typedef HINSTANCE HMODULE;
typedef struct HRGN__ *HRGN;
typedef struct HRSRC__ *HRSRC;
typedef struct HSPRITE__ *HSPRITE;
typedef struct HLSURF__ *HLSURF;
typedef struct HSTR__ *HSTR;
typedef struct HTASK__ *HTASK;
typedef struct HWINSTA__ *HWINSTA;
typedef struct HKL__ *HKL;
typedef int HFILE;
typedef struct _FILETIME *PFILETIME;
typedef struct _FILETIME *LPFILETIME;

typedef INT_PTR (NTAPI *FARPROC)(void);
typedef INT_PTR (NTAPI *NEARPROC)(void);
typedef INT_PTR (NTAPI *PROC)(void);

/* ns-minwindef-_filetime */
typedef struct _FILETIME {
    DWORD dwLowDateTime;
    DWORD dwHighDateTime;
} FILETIME;

WDK_EXTERN_C_END

#include "inline/minwindef.h"

#endif
