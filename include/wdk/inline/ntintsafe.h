/* SPDX-License-Identifier: MIT */
/*
 * Overflow-checked arithmetic and conversions.
 *
 * Each stores the result and answers STATUS_SUCCESS, or stores the type's XXX_ERROR value and
 * answers STATUS_INTEGER_OVERFLOW.
 */
#ifndef WDK_INLINE_NTINTSAFE_H
#define WDK_INLINE_NTINTSAFE_H

#include "base.h"

#define WDK_SAFE_RESULT(overflowed, value, invalid, result) \
    do {                                                    \
        if (overflowed) {                                   \
            *(result) = (invalid);                          \
            return STATUS_INTEGER_OVERFLOW;                 \
        }                                                   \
        *(result) = (value);                                \
        return STATUS_SUCCESS;                              \
    } while (0)

#define WDK_SAFE_MATH(NAME, TYPE, INVALID)                                             \
    WDK_INLINE NTSTATUS Rtl##NAME##Add(TYPE Augend, TYPE Addend, TYPE *Result)         \
    {                                                                                  \
        TYPE sum;                                                                      \
        int overflowed = __builtin_add_overflow(Augend, Addend, &sum);                 \
        WDK_SAFE_RESULT(overflowed, sum, INVALID, Result);                             \
    }                                                                                  \
    WDK_INLINE NTSTATUS Rtl##NAME##Sub(TYPE Minuend, TYPE Subtrahend, TYPE *Result)    \
    {                                                                                  \
        TYPE difference;                                                               \
        int overflowed = __builtin_sub_overflow(Minuend, Subtrahend, &difference);     \
        WDK_SAFE_RESULT(overflowed, difference, INVALID, Result);                      \
    }                                                                                  \
    WDK_INLINE NTSTATUS Rtl##NAME##Mult(TYPE Multiplicand, TYPE Multiplier, TYPE *Result) \
    {                                                                                  \
        TYPE product;                                                                  \
        int overflowed = __builtin_mul_overflow(Multiplicand, Multiplier, &product);   \
        WDK_SAFE_RESULT(overflowed, product, INVALID, Result);                         \
    }

WDK_SAFE_MATH(Int8, INT8, INT8_ERROR)
WDK_SAFE_MATH(UInt8, UINT8, UINT8_ERROR)
WDK_SAFE_MATH(Short, SHORT, SHORT_ERROR)
WDK_SAFE_MATH(UShort, USHORT, USHORT_ERROR)
WDK_SAFE_MATH(Int, INT, INT_ERROR)
WDK_SAFE_MATH(UInt, UINT, UINT_ERROR)
WDK_SAFE_MATH(Long, LONG, LONG_ERROR)
WDK_SAFE_MATH(ULong, ULONG, ULONG_ERROR)
WDK_SAFE_MATH(LongLong, LONGLONG, LONGLONG_ERROR)
WDK_SAFE_MATH(ULongLong, ULONGLONG, ULONGLONG_ERROR)
#define RtlInt32Add RtlIntAdd
#define RtlUInt32Add RtlUIntAdd
#define RtlUInt32Mult RtlUIntMult
#define RtlDWordAdd RtlULongAdd
#define RtlDWordSub RtlULongSub
#define RtlDWordMult RtlULongMult
#define RtlUInt64Add RtlULongLongAdd
#define RtlUInt64Sub RtlULongLongSub
#define RtlUInt64Mult RtlULongLongMult
#define RtlULong64Add RtlULongLongAdd
#define RtlULong64Mult RtlULongLongMult
#define RtlSIZETAdd RtlULongLongAdd
#define RtlSIZETSub RtlULongLongSub
#define RtlSIZETMult RtlULongLongMult
#define RtlULongPtrAdd RtlULongLongAdd
#define RtlULongPtrSub RtlULongLongSub
#define RtlULongPtrMult RtlULongLongMult
#define RtlUIntPtrAdd RtlULongLongAdd
#define RtlUIntPtrMult RtlULongLongMult

/* size_t is not the type behind SIZE_T in native mode. */
WDK_SAFE_MATH(SizeT, size_t, (size_t)-1)

#define WDK_SAFE_CAST(NAME, FROM, TO, INVALID)                                        \
    WDK_INLINE NTSTATUS Rtl##NAME(FROM Operand, TO *Result)                           \
    {                                                                                 \
        TO value;                                                                     \
        int overflowed = __builtin_add_overflow(Operand, 0, &value);                  \
        WDK_SAFE_RESULT(overflowed, value, INVALID, Result);                          \
    }

WDK_SAFE_CAST(UShortToUChar, USHORT, UCHAR, (UCHAR)0xFF)
WDK_SAFE_CAST(IntToUInt, INT, UINT, UINT_ERROR)
WDK_SAFE_CAST(IntToUShort, INT, USHORT, USHORT_ERROR)
WDK_SAFE_CAST(IntToULong, INT, ULONG, ULONG_ERROR)
WDK_SAFE_CAST(IntToSizeT, INT, size_t, (size_t)-1)
WDK_SAFE_CAST(UIntToInt, UINT, INT, INT_ERROR)
WDK_SAFE_CAST(UIntToUShort, UINT, USHORT, USHORT_ERROR)
WDK_SAFE_CAST(UIntToLong, UINT, LONG, LONG_ERROR)
WDK_SAFE_CAST(LongToInt, LONG, INT, INT_ERROR)
WDK_SAFE_CAST(LongToUInt, LONG, UINT, UINT_ERROR)
WDK_SAFE_CAST(LongToULong, LONG, ULONG, ULONG_ERROR)
WDK_SAFE_CAST(LongToUShort, LONG, USHORT, USHORT_ERROR)
WDK_SAFE_CAST(LongToSizeT, LONG, size_t, (size_t)-1)
WDK_SAFE_CAST(ULongToInt, ULONG, INT, INT_ERROR)
WDK_SAFE_CAST(ULongToLong, ULONG, LONG, LONG_ERROR)
WDK_SAFE_CAST(ULongToUShort, ULONG, USHORT, USHORT_ERROR)
WDK_SAFE_CAST(ULongToUChar, ULONG, UCHAR, (UCHAR)0xFF)
WDK_SAFE_CAST(LongLongToInt, LONGLONG, INT, INT_ERROR)
WDK_SAFE_CAST(LongLongToLong, LONGLONG, LONG, LONG_ERROR)
WDK_SAFE_CAST(LongLongToUInt, LONGLONG, UINT, UINT_ERROR)
WDK_SAFE_CAST(LongLongToULong, LONGLONG, ULONG, ULONG_ERROR)
WDK_SAFE_CAST(LongLongToULongLong, LONGLONG, ULONGLONG, ULONGLONG_ERROR)
WDK_SAFE_CAST(ULongLongToInt, ULONGLONG, INT, INT_ERROR)
WDK_SAFE_CAST(ULongLongToUInt, ULONGLONG, UINT, UINT_ERROR)
WDK_SAFE_CAST(ULongLongToLong, ULONGLONG, LONG, LONG_ERROR)
WDK_SAFE_CAST(ULongLongToULong, ULONGLONG, ULONG, ULONG_ERROR)
WDK_SAFE_CAST(ULongLongToUShort, ULONGLONG, USHORT, USHORT_ERROR)
WDK_SAFE_CAST(ULongLongToLongLong, ULONGLONG, LONGLONG, LONGLONG_ERROR)
WDK_SAFE_CAST(SizeTToInt, size_t, INT, INT_ERROR)
WDK_SAFE_CAST(SizeTToUInt, size_t, UINT, UINT_ERROR)
WDK_SAFE_CAST(SizeTToLong, size_t, LONG, LONG_ERROR)
WDK_SAFE_CAST(SizeTToULong, size_t, ULONG, ULONG_ERROR)
WDK_SAFE_CAST(SizeTToUShort, size_t, USHORT, USHORT_ERROR)
WDK_SAFE_CAST(SizeTToUChar, size_t, UCHAR, (UCHAR)0xFF)
#define RtlULongPtrToULong RtlULongLongToULong
#define RtlULongPtrToUInt RtlULongLongToUInt
#define RtlUIntToUInt8 RtlULongToUChar
#define RtlSIZETToULong RtlULongLongToULong

#endif
