/* SPDX-License-Identifier: MIT */
/* Interlocked operations, ordered reads and writes, bit scans: compiler builtins under the names
 * drivers use. Every Interlocked operation is sequentially consistent. */
#ifndef WDK_INLINE_INTERLOCKED_H
#define WDK_INLINE_INTERLOCKED_H

#include "base.h"

/* Operations on TYPE whose names end in SUFFIX. The old value is returned, except by Increment,
 * Decrement and Add, which return the new one. */
#define WDK_INTERLOCKED(TYPE, SUFFIX)                                                           \
    WDK_INLINE TYPE InterlockedIncrement##SUFFIX(TYPE volatile *Addend)                         \
    {                                                                                           \
        return __atomic_add_fetch(Addend, 1, __ATOMIC_SEQ_CST);                                 \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedDecrement##SUFFIX(TYPE volatile *Addend)                         \
    {                                                                                           \
        return __atomic_sub_fetch(Addend, 1, __ATOMIC_SEQ_CST);                                 \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedAdd##SUFFIX(TYPE volatile *Addend, TYPE Value)                   \
    {                                                                                           \
        return __atomic_add_fetch(Addend, Value, __ATOMIC_SEQ_CST);                             \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedExchangeAdd##SUFFIX(TYPE volatile *Addend, TYPE Value)           \
    {                                                                                           \
        return __atomic_fetch_add(Addend, Value, __ATOMIC_SEQ_CST);                             \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedExchange##SUFFIX(TYPE volatile *Target, TYPE Value)              \
    {                                                                                           \
        return __atomic_exchange_n(Target, Value, __ATOMIC_SEQ_CST);                            \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedOr##SUFFIX(TYPE volatile *Target, TYPE Value)                    \
    {                                                                                           \
        return __atomic_fetch_or(Target, Value, __ATOMIC_SEQ_CST);                              \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedAnd##SUFFIX(TYPE volatile *Target, TYPE Value)                   \
    {                                                                                           \
        return __atomic_fetch_and(Target, Value, __ATOMIC_SEQ_CST);                             \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedXor##SUFFIX(TYPE volatile *Target, TYPE Value)                   \
    {                                                                                           \
        return __atomic_fetch_xor(Target, Value, __ATOMIC_SEQ_CST);                             \
    }                                                                                           \
    WDK_INLINE TYPE InterlockedCompareExchange##SUFFIX(TYPE volatile *Target, TYPE Value,       \
                                                       TYPE Expected)                           \
    {                                                                                           \
        __atomic_compare_exchange_n(Target, &Expected, Value, 0, __ATOMIC_SEQ_CST,              \
                                    __ATOMIC_SEQ_CST);                                          \
        return Expected;                                                                        \
    }

WDK_INTERLOCKED(LONG, )
WDK_INTERLOCKED(LONG64, 64)
WDK_INTERLOCKED(SHORT, 16)
WDK_INTERLOCKED(CHAR, 8)

WDK_INLINE PVOID InterlockedExchangePointer(PVOID volatile *Target, PVOID Value)
{
    return __atomic_exchange_n(Target, Value, __ATOMIC_SEQ_CST);
}
WDK_INLINE PVOID InterlockedCompareExchangePointer(PVOID volatile *Target, PVOID Value,
                                                   PVOID Expected)
{
    __atomic_compare_exchange_n(Target, &Expected, Value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return Expected;
}
WDK_INLINE UCHAR InterlockedBitTestAndSet(LONG volatile *Base, LONG Offset)
{
    ULONG mask = (ULONG)1 << (Offset & 31);
    return (__atomic_fetch_or((ULONG volatile *)Base + (Offset >> 5), mask, __ATOMIC_SEQ_CST) &
            mask) != 0;
}
WDK_INLINE UCHAR InterlockedBitTestAndReset(LONG volatile *Base, LONG Offset)
{
    ULONG mask = (ULONG)1 << (Offset & 31);
    return (__atomic_fetch_and((ULONG volatile *)Base + (Offset >> 5), ~mask, __ATOMIC_SEQ_CST) &
            mask) != 0;
}

#define InterlockedIncrementSizeT(p) InterlockedIncrement64((LONG64 volatile *)(p))
#define InterlockedDecrementSizeT(p) InterlockedDecrement64((LONG64 volatile *)(p))
#define InterlockedExchangeAddSizeT(p, v) InterlockedExchangeAdd64((LONG64 volatile *)(p), v)
#define InterlockedIncrementAcquire InterlockedIncrement
#define InterlockedIncrementRelease InterlockedIncrement
#define InterlockedIncrementNoFence InterlockedIncrement
#define InterlockedDecrementAcquire InterlockedDecrement
#define InterlockedDecrementRelease InterlockedDecrement
#define InterlockedDecrementNoFence InterlockedDecrement
#define InterlockedExchangeAcquire InterlockedExchange
#define InterlockedCompareExchangeAcquire InterlockedCompareExchange
#define InterlockedCompareExchangeRelease InterlockedCompareExchange
#define InterlockedCompareExchangeNoFence InterlockedCompareExchange
#define InterlockedOrAcquire InterlockedOr
#define InterlockedOrRelease InterlockedOr
#define InterlockedAndAcquire InterlockedAnd
#define InterlockedAndRelease InterlockedAnd
#define InterlockedAffinity InterlockedOr64

/* The underscored intrinsics are the same operations. */
#define _InterlockedIncrement InterlockedIncrement
#define _InterlockedDecrement InterlockedDecrement
#define _InterlockedExchange InterlockedExchange
#define _InterlockedExchangeAdd InterlockedExchangeAdd
#define _InterlockedCompareExchange InterlockedCompareExchange
#define _InterlockedOr InterlockedOr
#define _InterlockedAnd InterlockedAnd
#define _InterlockedXor InterlockedXor
#define _InterlockedAdd InterlockedAdd
#define _InterlockedIncrement64 InterlockedIncrement64
#define _InterlockedDecrement64 InterlockedDecrement64
#define _InterlockedExchange64 InterlockedExchange64
#define _InterlockedExchangeAdd64 InterlockedExchangeAdd64
#define _InterlockedCompareExchange64 InterlockedCompareExchange64
#define _InterlockedOr64 InterlockedOr64
#define _InterlockedAnd64 InterlockedAnd64
#define _InterlockedXor64 InterlockedXor64
#define _InterlockedIncrement16 InterlockedIncrement16
#define _InterlockedDecrement16 InterlockedDecrement16
#define _InterlockedExchange16 InterlockedExchange16
#define _InterlockedCompareExchange16 InterlockedCompareExchange16
#define _InterlockedOr16 InterlockedOr16
#define _InterlockedAnd16 InterlockedAnd16
#define _InterlockedXor16 InterlockedXor16
#define _InterlockedExchange8 InterlockedExchange8
#define _InterlockedExchangeAdd8 InterlockedExchangeAdd8
#define _InterlockedOr8 InterlockedOr8
#define _InterlockedAnd8 InterlockedAnd8
#define _InterlockedXor8 InterlockedXor8
#define _InterlockedExchangePointer InterlockedExchangePointer
#define _InterlockedCompareExchangePointer InterlockedCompareExchangePointer
#define _interlockedbittestandset InterlockedBitTestAndSet
#define _interlockedbittestandreset InterlockedBitTestAndReset

/* --- ordered reads and writes ----------------------------------------------------------------- */

#define WDK_ORDERED(TYPE, MIDDLE, SUFFIX)                                                      \
    WDK_INLINE TYPE Read##MIDDLE##Acquire##SUFFIX(TYPE const volatile *Source)                 \
    {                                                                                          \
        return __atomic_load_n(Source, __ATOMIC_ACQUIRE);                                      \
    }                                                                                          \
    WDK_INLINE TYPE Read##MIDDLE##NoFence##SUFFIX(TYPE const volatile *Source)                 \
    {                                                                                          \
        return __atomic_load_n(Source, __ATOMIC_RELAXED);                                      \
    }                                                                                          \
    WDK_INLINE TYPE Read##MIDDLE##Raw##SUFFIX(TYPE const volatile *Source)                     \
    {                                                                                          \
        return __atomic_load_n(Source, __ATOMIC_RELAXED);                                      \
    }                                                                                          \
    WDK_INLINE void Write##MIDDLE##Release##SUFFIX(TYPE volatile *Destination, TYPE Value)     \
    {                                                                                          \
        __atomic_store_n(Destination, Value, __ATOMIC_RELEASE);                                \
    }                                                                                          \
    WDK_INLINE void Write##MIDDLE##NoFence##SUFFIX(TYPE volatile *Destination, TYPE Value)     \
    {                                                                                          \
        __atomic_store_n(Destination, Value, __ATOMIC_RELAXED);                                \
    }                                                                                          \
    WDK_INLINE void Write##MIDDLE##Raw##SUFFIX(TYPE volatile *Destination, TYPE Value)         \
    {                                                                                          \
        __atomic_store_n(Destination, Value, __ATOMIC_RELAXED);                                \
    }

WDK_ORDERED(LONG, , )
WDK_ORDERED(LONG64, , 64)
WDK_ORDERED(SHORT, , 16)
WDK_ORDERED(CHAR, , 8)
WDK_ORDERED(BOOLEAN, Boolean, )
WDK_ORDERED(UCHAR, UChar, )
WDK_ORDERED(USHORT, UShort, )
WDK_ORDERED(ULONG, ULong, )
WDK_ORDERED(ULONG64, ULong64, )
WDK_ORDERED(PVOID, Pointer, )

#define KeMemoryBarrier() __atomic_thread_fence(__ATOMIC_SEQ_CST)
#define KeMemoryBarrierWithoutFence() __atomic_signal_fence(__ATOMIC_SEQ_CST)
#define MemoryBarrier KeMemoryBarrier
#define _ReadWriteBarrier() __atomic_signal_fence(__ATOMIC_SEQ_CST)
#define _ReadBarrier _ReadWriteBarrier
#define _WriteBarrier _ReadWriteBarrier
#define YieldProcessor() __builtin_ia32_pause()
#define PreFetchCacheLine(level, p) __builtin_prefetch(p)
#define PrefetchForWrite(p) __builtin_prefetch((const void *)(p), 1)

/* --- bits ------------------------------------------------------------------------------------- */

/* Stores the index of a set bit and returns 1; returns 0 and stores nothing for a zero mask. */
WDK_INLINE UCHAR WdkBitScanForward(ULONG *Index, ULONG Mask)
{
    if (Mask) {
        *Index = (ULONG)__builtin_ctz(Mask);
    }
    return Mask != 0;
}
WDK_INLINE UCHAR WdkBitScanReverse(ULONG *Index, ULONG Mask)
{
    if (Mask) {
        *Index = 31 - (ULONG)__builtin_clz(Mask);
    }
    return Mask != 0;
}
WDK_INLINE UCHAR WdkBitScanForward64(ULONG *Index, ULONG64 Mask)
{
    if (Mask) {
        *Index = (ULONG)__builtin_ctzll(Mask);
    }
    return Mask != 0;
}
WDK_INLINE UCHAR WdkBitScanReverse64(ULONG *Index, ULONG64 Mask)
{
    if (Mask) {
        *Index = 63 - (ULONG)__builtin_clzll(Mask);
    }
    return Mask != 0;
}
#define _BitScanForward WdkBitScanForward
#define _BitScanReverse WdkBitScanReverse
#define _BitScanForward64 WdkBitScanForward64
#define _BitScanReverse64 WdkBitScanReverse64
#define BitScanForward WdkBitScanForward
#define BitScanReverse WdkBitScanReverse
#define BitScanForward64 WdkBitScanForward64
#define BitScanReverse64 WdkBitScanReverse64

WDK_INLINE ULONG WdkRotateLeft(ULONG Value, int Shift)
{
    return Value << (Shift & 31) | Value >> (-Shift & 31);
}
WDK_INLINE ULONG64 WdkRotateLeft64(ULONG64 Value, int Shift)
{
    return Value << (Shift & 63) | Value >> (-Shift & 63);
}
/* Compilers' own headers spell these as macros; theirs do the same. */
#ifndef _rotl
#define _rotl WdkRotateLeft
#endif
#ifndef _rotr
#define _rotr(v, n) WdkRotateLeft((v), -(n))
#endif
#define _rotl64 WdkRotateLeft64
#define _rotr64(v, n) WdkRotateLeft64((v), -(n))
#define RotateLeft32 WdkRotateLeft
#define RotateLeft64 WdkRotateLeft64

#define _byteswap_ushort(x) __builtin_bswap16(x)
#define _byteswap_ulong(x) __builtin_bswap32(x)
#define _byteswap_uint64(x) __builtin_bswap64(x)
#define RtlUshortByteSwap(x) __builtin_bswap16((USHORT)(x))
#define RtlUlongByteSwap(x) __builtin_bswap32((ULONG)(x))
#define RtlUlonglongByteSwap(x) __builtin_bswap64((ULONGLONG)(x))

#endif
