/* SPDX-License-Identifier: MIT */
/* Strings, conversions, bitmaps, times, versions. */
#include "tests/unit/nt_fixture.h"

static UNICODE_STRING text(const WCHAR *literal)
{
    UNICODE_STRING string;

    RtlInitUnicodeString(&string, literal);
    return string;
}

static void strings_are_initialised_copied_and_appended(void **state)
{
    (void)state;
    UNICODE_STRING source = text(L"Hello");
    WCHAR buffer[8];
    UNICODE_STRING copy = { 0, sizeof(buffer), buffer };
    ANSI_STRING narrow;

    assert_int_equal(source.Length, 10);
    assert_int_equal(source.MaximumLength, 12);
    RtlCopyUnicodeString(&copy, &source);
    assert_int_equal(copy.Length, 10);
    assert_memory_equal(buffer, L"Hello", 12);
    assert_int_equal(RtlAppendUnicodeToString(&copy, L"!!!"), STATUS_SUCCESS);
    assert_int_equal(copy.Length, 16);
    assert_int_equal(RtlAppendUnicodeToString(&copy, L"?"), STATUS_BUFFER_TOO_SMALL);
    assert_int_equal(copy.Length, 16);
    RtlCopyUnicodeString(&copy, NULL);
    assert_int_equal(copy.Length, 0);
    RtlInitUnicodeString(&copy, NULL);
    assert_int_equal(copy.MaximumLength, 0);
    RtlInitAnsiString(&narrow, "abc");
    assert_int_equal(narrow.Length, 3);
    assert_int_equal(narrow.MaximumLength, 4);
}

static void strings_compare_with_and_without_case(void **state)
{
    (void)state;
    UNICODE_STRING lower = text(L"display");
    UNICODE_STRING mixed = text(L"DisPlay");
    UNICODE_STRING longer = text(L"display1");

    assert_true(RtlEqualUnicodeString(&lower, &mixed, TRUE));
    assert_false(RtlEqualUnicodeString(&lower, &mixed, FALSE));
    assert_true(RtlCompareUnicodeString(&lower, &longer, FALSE) < 0);
    assert_true(RtlCompareUnicodeString(&lower, &mixed, FALSE) > 0);
    assert_true(RtlPrefixUnicodeString(&mixed, &longer, TRUE));
    assert_false(RtlPrefixUnicodeString(&longer, &mixed, TRUE));
    mixed = text(L"PLAY1");
    assert_true(RtlSuffixUnicodeString(&mixed, &longer, TRUE));
    assert_int_equal(RtlUpcaseUnicodeChar(L'q'), L'Q');
    assert_int_equal(RtlDowncaseUnicodeChar(L'Q'), L'q');
}

static void conversions_allocate_and_check_room(void **state)
{
    (void)state;
    ANSI_STRING narrow;
    UNICODE_STRING wide;
    WCHAR small[3];
    UNICODE_STRING tight = { 0, sizeof(small), small };
    ANSI_STRING back;

    RtlInitAnsiString(&narrow, "abc");
    assert_int_equal(RtlAnsiStringToUnicodeString(&wide, &narrow, TRUE), STATUS_SUCCESS);
    assert_memory_equal(wide.Buffer, L"abc", 8);
    assert_int_equal(RtlAnsiStringToUnicodeString(&tight, &narrow, FALSE), STATUS_BUFFER_OVERFLOW);
    assert_int_equal(RtlUnicodeStringToAnsiString(&back, &wide, TRUE), STATUS_SUCCESS);
    assert_string_equal(back.Buffer, "abc");
    RtlFreeUnicodeString(&wide);
    assert_null(wide.Buffer);
    RtlFreeUnicodeString(&wide); /* harmless */
    RtlFreeAnsiString(&back);
    test_machine->decision.refuse_at = 1;
    assert_int_equal(RtlAnsiStringToUnicodeString(&wide, &narrow, TRUE), STATUS_NO_MEMORY);
    assert_int_equal(verify_breach_count(test_machine), 0);
}

static void numbers_become_text_and_back(void **state)
{
    (void)state;
    WCHAR buffer[12];
    UNICODE_STRING string = { 0, sizeof(buffer), buffer };
    ULONG value;
    LONG64 wide;

    assert_int_equal(RtlIntegerToUnicodeString(0xBEEF, 16, &string), STATUS_SUCCESS);
    assert_memory_equal(buffer, L"BEEF", 10);
    assert_int_equal(RtlIntegerToUnicodeString(0, 0, &string), STATUS_SUCCESS);
    assert_memory_equal(buffer, L"0", 4);
    assert_int_equal(RtlIntegerToUnicodeString(1, 7, &string), STATUS_INVALID_PARAMETER);
    string.MaximumLength = 4;
    assert_int_equal(RtlIntegerToUnicodeString(12345, 10, &string), STATUS_BUFFER_OVERFLOW);
    string = text(L"  0x1aF rest");
    assert_int_equal(RtlUnicodeStringToInteger(&string, 0, &value), STATUS_SUCCESS);
    assert_int_equal(value, 0x1AF);
    string = text(L"-12");
    assert_int_equal(RtlUnicodeStringToInt64(&string, 10, &wide, NULL), STATUS_SUCCESS);
    assert_int_equal(wide, -12);
    assert_int_equal(RtlCharToInteger("777", 8, &value), STATUS_SUCCESS);
    assert_int_equal(value, 0777);
}

static void guids_become_text_and_back(void **state)
{
    (void)state;
    GUID guid = { 0x12345678, 0x9ABC, 0xDEF0, { 1, 2, 3, 4, 5, 6, 7, 0xFF } };
    GUID again;
    UNICODE_STRING string;

    assert_int_equal(RtlStringFromGUID(&guid, &string), STATUS_SUCCESS);
    assert_memory_equal(string.Buffer, L"{12345678-9ABC-DEF0-0102-0304050607FF}", 78);
    assert_int_equal(RtlGUIDFromString(&string, &again), STATUS_SUCCESS);
    assert_memory_equal(&guid, &again, sizeof(guid));
    string.Buffer[3] = L'g';
    assert_int_equal(RtlGUIDFromString(&string, &again), STATUS_INVALID_PARAMETER);
    RtlFreeUnicodeString(&string);
}

static void bitmaps_find_and_set_runs(void **state)
{
    (void)state;
    ULONG words[4];
    RTL_BITMAP map;
    ULONG start;

    RtlInitializeBitMap(&map, words, 100);
    RtlClearAllBits(&map);
    assert_int_equal(RtlFindClearBitsAndSet(&map, 10, 0), 0);
    assert_int_equal(RtlFindClearBitsAndSet(&map, 10, 50), 50);
    assert_int_equal(RtlFindClearBits(&map, 41, 0), 0xFFFFFFFF);
    assert_int_equal(RtlFindClearBits(&map, 40, 0), 10);
    assert_int_equal(RtlFindClearBits(&map, 30, 90), 10); /* wraps to the start */
    assert_int_equal(RtlFindSetBits(&map, 10, 20), 50);
    assert_int_equal(RtlNumberOfSetBits(&map), 20);
    assert_int_equal(RtlNumberOfClearBits(&map), 80);
    assert_true(RtlAreBitsSet(&map, 50, 10));
    assert_false(RtlAreBitsSet(&map, 50, 11));
    assert_false(RtlAreBitsClear(&map, 95, 10)); /* leaves the map */
    RtlClearBits(&map, 52, 2);
    assert_false(RtlTestBit(&map, 52));
    RtlSetBit(&map, 52);
    assert_true(RtlCheckBit(&map, 52));
    assert_int_equal(RtlFindFirstRunClear(&map, &start), 40);
    assert_int_equal(start, 10);
    assert_int_equal(RtlFindLongestRunClear(&map, &start), 40);
    assert_int_equal(RtlFindMostSignificantBit(0x8000), 15);
    assert_int_equal(RtlFindLeastSignificantBit(0), -1);
}

static void time_fields_round_trip(void **state)
{
    (void)state;
    LARGE_INTEGER now;
    LARGE_INTEGER again;
    TIME_FIELDS fields;

    KeQuerySystemTime(&now);
    RtlTimeToTimeFields(&now, &fields);
    assert_int_equal(fields.Year, 2024);
    assert_int_equal(fields.Month, 1);
    assert_int_equal(fields.Day, 1);
    assert_int_equal(fields.Weekday, 1); /* a Monday */
    for (int64_t day = 0; day < 150000; day += 11) {
        now.QuadPart = day * INT64_C(864000000000) + 36610070000 - 36610070000 % 10000;
        RtlTimeToTimeFields(&now, &fields);
        assert_true(RtlTimeFieldsToTime(&fields, &again));
        assert_int_equal(again.QuadPart, now.QuadPart);
    }
    fields = (TIME_FIELDS){ .Year = 2023, .Month = 2, .Day = 29 };
    assert_false(RtlTimeFieldsToTime(&fields, &again));
    fields.Year = 2024;
    assert_true(RtlTimeFieldsToTime(&fields, &again));
}

static void the_clocks_agree(void **state)
{
    (void)state;
    LARGE_INTEGER frequency;
    LARGE_INTEGER counter;
    LARGE_INTEGER ticks;
    ULONGLONG interrupt_time = KeQueryInterruptTime();

    sleep_ms(1000);
    assert_in_range(KeQueryInterruptTime() - interrupt_time, 10000000, 10000010);
    counter = KeQueryPerformanceCounter(&frequency);
    assert_int_equal(frequency.QuadPart, 10000000);
    assert_in_range(counter.QuadPart, 10000000, 10000010);
    KeQueryTickCount(&ticks);
    assert_int_equal(ticks.QuadPart, 64);
    assert_int_equal(KeQueryTimeIncrement(), 156250);
}

static void a_long_stall_is_reported(void **state)
{
    (void)state;
    uint64_t start_ns = test_machine->clock.now_ns;

    as_driver(true);
    KeStallExecutionProcessor(50);
    assert_int_equal(breaches_of(RULE_NT_STALL_01), 0);
    assert_in_range(test_machine->clock.now_ns - start_ns, 50000, 50100);
    KeStallExecutionProcessor(51);
    assert_int_equal(breaches_of(RULE_NT_STALL_01), 1);
}

static void versions_and_comparisons(void **state)
{
    (void)state;
    RTL_OSVERSIONINFOEXW version = { .dwOSVersionInfoSize = sizeof(version) };
    ULONG build;

    assert_int_equal(RtlGetVersion((PRTL_OSVERSIONINFOW)&version), STATUS_SUCCESS);
    assert_int_equal(version.dwMajorVersion, 10);
    PsGetVersion(NULL, NULL, &build, NULL);
    assert_int_equal(build, version.dwBuildNumber);
    version.dwOSVersionInfoSize = 3;
    assert_int_equal(RtlGetVersion((PRTL_OSVERSIONINFOW)&version), STATUS_INVALID_PARAMETER);
    assert_int_equal(RtlCompareMemory("abcdef", "abcxef", 6), 3);
    assert_int_equal(RtlCompareMemory("abc", "abc", 3), 3);
    assert_int_equal(KeQueryActiveProcessorCount(NULL), 2);
    assert_int_equal(KeQueryActiveProcessors(), 3);
    assert_int_equal(KeNumberProcessors, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(strings_are_initialised_copied_and_appended),
        NT_TEST(strings_compare_with_and_without_case),
        NT_TEST(conversions_allocate_and_check_room),
        NT_TEST(numbers_become_text_and_back),
        NT_TEST(guids_become_text_and_back),
        NT_TEST(bitmaps_find_and_set_runs),
        NT_TEST(time_fields_round_trip),
        NT_TEST(the_clocks_agree),
        NT_TEST(a_long_stall_is_reported),
        NT_TEST(versions_and_comparisons),
    };
    return cmocka_run_group_tests_name("nt/rtl", tests, NULL, NULL);
}
