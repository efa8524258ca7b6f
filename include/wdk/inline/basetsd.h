/* SPDX-License-Identifier: MIT */
/* Conversions between integers and pointers. */
#ifndef WDK_INLINE_BASETSD_H
#define WDK_INLINE_BASETSD_H

#include "base.h"

WDK_INLINE unsigned WDK_LONG PtrToUlong(const void *p)
{
    return (unsigned WDK_LONG)(ULONG_PTR)p;
}
WDK_INLINE WDK_LONG PtrToLong(const void *p)
{
    return (WDK_LONG)(LONG_PTR)p;
}
WDK_INLINE unsigned int PtrToUint(const void *p)
{
    return (unsigned int)(ULONG_PTR)p;
}
WDK_INLINE int PtrToInt(const void *p)
{
    return (int)(LONG_PTR)p;
}
WDK_INLINE unsigned short PtrToUshort(const void *p)
{
    return (unsigned short)(ULONG_PTR)p;
}
WDK_INLINE void *UlongToPtr(unsigned WDK_LONG u)
{
    return (void *)(ULONG_PTR)u;
}
WDK_INLINE void *LongToPtr(WDK_LONG l)
{
    return (void *)(LONG_PTR)l;
}
WDK_INLINE void *UintToPtr(unsigned int u)
{
    return (void *)(ULONG_PTR)u;
}
WDK_INLINE void *IntToPtr(int i)
{
    return (void *)(LONG_PTR)i;
}
#define PtrToPtr64(p) ((void *)(p))
#define Ptr64ToPtr(p) ((void *)(p))
#define HandleToHandle64(h) (PtrToPtr64(h))
#define Handle64ToHandle(h) (Ptr64ToPtr(h))
#define HandleToUlong(h) PtrToUlong(h)
#define HandleToULong(h) PtrToUlong(h)
#define HandleToLong(h) PtrToLong(h)
#define UlongToHandle(u) UlongToPtr(u)
#define ULongToHandle(u) UlongToPtr(u)
#define LongToHandle(l) LongToPtr(l)
#define ULongToPtr(u) UlongToPtr(u)
#define UIntToPtr(u) UintToPtr(u)
#define UintPtrToPtr(u) ((void *)(u))

#endif
