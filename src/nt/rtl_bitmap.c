/* SPDX-License-Identifier: MIT */
/* Bitmaps of 32-bit words. Source: wdm RtlInitializeBitMap and its family */
#include "nt/call.h"
#include "nt/storage.h"

#define NOT_FOUND 0xFFFFFFFFu

static bool get(const RTL_BITMAP *map, ULONG bit)
{
    return (map->Buffer[bit / 32] >> (bit % 32) & 1u) != 0;
}

static void put(PRTL_BITMAP map, ULONG bit, bool value)
{
    if (value) {
        map->Buffer[bit / 32] |= 1u << (bit % 32);
    } else {
        map->Buffer[bit / 32] &= ~(1u << (bit % 32));
    }
}

static void put_range(PRTL_BITMAP map, ULONG start, ULONG count, bool value)
{
    for (ULONG i = 0; i < count && start + i < map->SizeOfBitMap; i++) {
        put(map, start + i, value);
    }
}

/* Nothing is written behind the end, but the driver's arithmetic is wrong. */
static bool in_range(const RTL_BITMAP *map, ULONG start, ULONG count, const char *function)
{
    struct machine *machine = nt_enter_quietly();

    if (start <= map->SizeOfBitMap && count <= map->SizeOfBitMap - start) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_BITMAP_01, function,
                  "%s: %u bit(s) from bit %u of a bitmap that has %u", function, count, start,
                  map->SizeOfBitMap);
    return false;
}

static bool all_are(const RTL_BITMAP *map, ULONG start, ULONG count, bool value)
{
    if (count == 0 || start >= map->SizeOfBitMap || count > map->SizeOfBitMap - start) {
        return false;
    }
    for (ULONG i = 0; i < count; i++) {
        if (get(map, start + i) != value) {
            return false;
        }
    }
    return true;
}

/* The first run of `count` such bits at or behind the hint, else from the start. */
static ULONG find(const RTL_BITMAP *map, ULONG count, ULONG hint, bool value)
{
    ULONG start = hint < map->SizeOfBitMap ? hint : 0;

    if (count == 0) {
        return start & ~7u; /* documented: a multiple of eight */
    }
    for (int turn = 0; turn < 2; turn++) {
        ULONG run = 0;

        for (ULONG i = turn == 0 ? start : 0; i < map->SizeOfBitMap; i++) {
            run = get(map, i) == value ? run + 1 : 0;
            if (run == count) {
                return i + 1 - count;
            }
        }
    }
    return NOT_FOUND;
}

void NTAPI RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap)
{
    struct machine *machine = nt_enter_quietly();

    (void)nt_storage_aligned(machine, RULE_NT_BITMAP_02, BitMapBuffer, sizeof(ULONG), __func__,
                             "bitmap");
    BitMapHeader->SizeOfBitMap = SizeOfBitMap;
    BitMapHeader->Buffer = BitMapBuffer;
}

void NTAPI RtlClearAllBits(PRTL_BITMAP BitMapHeader)
{
    memset(BitMapHeader->Buffer, 0, (BitMapHeader->SizeOfBitMap + 31) / 32 * sizeof(ULONG));
}

void NTAPI RtlSetAllBits(PRTL_BITMAP BitMapHeader)
{
    memset(BitMapHeader->Buffer, 0xFF, (BitMapHeader->SizeOfBitMap + 31) / 32 * sizeof(ULONG));
}

void NTAPI RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    if (in_range(BitMapHeader, BitNumber, 1, __func__)) {
        put(BitMapHeader, BitNumber, true);
    }
}

void NTAPI RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    if (in_range(BitMapHeader, BitNumber, 1, __func__)) {
        put(BitMapHeader, BitNumber, false);
    }
}

BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber)
{
    return BitNumber < BitMapHeader->SizeOfBitMap && get(BitMapHeader, BitNumber);
}

void NTAPI RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet)
{
    if (in_range(BitMapHeader, StartingIndex, NumberToSet, __func__)) {
        put_range(BitMapHeader, StartingIndex, NumberToSet, true);
    }
}

void NTAPI RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear)
{
    if (in_range(BitMapHeader, StartingIndex, NumberToClear, __func__)) {
        put_range(BitMapHeader, StartingIndex, NumberToClear, false);
    }
}

BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    return all_are(BitMapHeader, StartingIndex, Length, true);
}

BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    return all_are(BitMapHeader, StartingIndex, Length, false);
}

ULONG NTAPI RtlFindClearBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    return find(BitMapHeader, NumberToFind, HintIndex, false);
}

ULONG NTAPI RtlFindSetBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    return find(BitMapHeader, NumberToFind, HintIndex, true);
}

ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    ULONG start = find(BitMapHeader, NumberToFind, HintIndex, false);

    if (start != NOT_FOUND) {
        put_range(BitMapHeader, start, NumberToFind, true);
    }
    return start;
}

ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex)
{
    ULONG start = find(BitMapHeader, NumberToFind, HintIndex, true);

    if (start != NOT_FOUND) {
        put_range(BitMapHeader, start, NumberToFind, false);
    }
    return start;
}

ULONG NTAPI RtlNumberOfSetBitsInRange(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length)
{
    ULONG count = 0;

    for (ULONG i = 0; i < Length && StartingIndex + i < BitMapHeader->SizeOfBitMap; i++) {
        count += get(BitMapHeader, StartingIndex + i);
    }
    return count;
}

ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader)
{
    return RtlNumberOfSetBitsInRange(BitMapHeader, 0, BitMapHeader->SizeOfBitMap);
}

ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader)
{
    return BitMapHeader->SizeOfBitMap - RtlNumberOfSetBits(BitMapHeader);
}

/* The first run of clear bits at or behind an index; 0 when there is none. */
static ULONG next_clear_run(const RTL_BITMAP *map, ULONG from, ULONG *start)
{
    ULONG first = from;
    ULONG end;

    while (first < map->SizeOfBitMap && get(map, first)) {
        first++;
    }
    end = first;
    while (end < map->SizeOfBitMap && !get(map, end)) {
        end++;
    }
    *start = first;
    return end - first;
}

ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex,
                                       PULONG StartingRunIndex)
{
    return next_clear_run(BitMapHeader, FromIndex, StartingRunIndex);
}

ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex)
{
    return next_clear_run(BitMapHeader, 0, StartingIndex);
}

ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex)
{
    ULONG longest = 0;
    ULONG start = 0;
    ULONG from = 0;
    ULONG run;

    while ((run = next_clear_run(BitMapHeader, from, &start)) > 0) {
        if (run > longest) {
            longest = run;
            *StartingIndex = start;
        }
        from = start + run;
    }
    return longest;
}

CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG Set)
{
    return (CCHAR)(Set == 0 ? -1 : 63 - __builtin_clzll(Set));
}

CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG Set)
{
    return (CCHAR)(Set == 0 ? -1 : __builtin_ctzll(Set));
}

ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target)
{
    return (ULONG)__builtin_popcountll(Target);
}
