/* SPDX-License-Identifier: MIT */
#include "tests/unit/nt_fixture.h"

#include <ntstrsafe.h>

static char out[128];
static WCHAR wide_out[64];

#define CHECK(expected, ...)                                                                       \
    do {                                                                                           \
        assert_int_equal(RtlStringCbPrintfA(out, sizeof(out), __VA_ARGS__), STATUS_SUCCESS);       \
        assert_string_equal(out, expected);                                                        \
    } while (0)

static void integers_have_windows_widths(void **state)
{
    (void)state;
    CHECK("-1 4294967295 ffffffff", "%d %u %x", -1, -1, -1);
    CHECK("-1 4294967295", "%ld %lu", (LONG)-1, (ULONG)-1); /* l is 32 bits wide */
    CHECK("123456789abcdef0", "%I64x", 0x123456789ABCDEF0ull);
    CHECK("123456789ABCDEF0 18", "%llX %Iu", 0x123456789ABCDEF0ull, (SIZE_T)18);
    CHECK("9abcdef0", "%I32x", 0x9ABCDEF0u);
    CHECK("-1 255", "%hhd %hhu", 0xFF, 0xFF);
    CHECK("-1 65535", "%hd %hu", 0xFFFF, 0xFFFF);
    CHECK("17", "%o", 15);
}

static void flags_width_and_precision_work(void **state)
{
    (void)state;
    CHECK("[    7][7    ][00007]", "[%5d][%-5d][%05d]", 7, 7, 7);
    CHECK("[+7][ 7][  -07]", "[%+d][% d][%*.*d]", 7, 7, 5, 2, -7);
    CHECK("0x00c0 0XC0 0", "%#06x %#X %#x", 0xC0, 0xC0, 0);
    CHECK("[ab][   ab][ab   ]", "[%.2s][%5.2s][%-5.2s]", "abc", "abc", "abc");
    CHECK("100%", "%d%%", 100);
}

static void pointers_have_sixteen_digits(void **state)
{
    (void)state;
    CHECK("FFFF800012345678", "%p", (PVOID)(uintptr_t)0xFFFF800012345678);
    CHECK("0000000000000000", "%p", NULL);
}

static void wpp_names_take_the_arguments_they_have(void **state)
{
    (void)state;
    CHECK("status 0xC000000D then 7", "status %!STATUS! then %d", STATUS_INVALID_PARAMETER, 7);
    CHECK("[] 7 ? 8", "[%!FUNC!] %d %!MINE! %d", 7, (PVOID)out, 8);
    CHECK("0x0", "%!HRESULT!", 0);
    CHECK("0x1", "%!STATUS", 1); /* never closed */
}

static void strings_of_every_kind_print(void **state)
{
    (void)state;
    UNICODE_STRING unicode;
    ANSI_STRING ansi;

    RtlInitUnicodeString(&unicode, L"wide string");
    unicode.Length = 8;
    RtlInitAnsiString(&ansi, "narrow");
    CHECK("a b c d e", "%s %ws %S %ls %hs", "a", L"b", L"c", L"d", "e");
    CHECK("wide narrow", "%wZ %Z", &unicode, &ansi);
    CHECK("(null) (null) (null)", "%s %ws %wZ", NULL, NULL, NULL);
    CHECK("xyz", "%c%C%wc", 'x', L'y', L'z');
    CHECK("1.50 1.500000", "%.2f %f", 1.5, 1.5);
}

static void wide_formats_swap_the_kinds(void **state)
{
    (void)state;
    assert_int_equal(
        RtlStringCbPrintfW(wide_out, sizeof(wide_out), L"%s %S %hs %d", L"a", "b", "c", 5),
        STATUS_SUCCESS);
    assert_memory_equal(wide_out, L"a b c 5", 16);
}

static void long_output_is_cut_and_terminated(void **state)
{
    (void)state;
    char small[4] = "zzz";
    WCHAR wide[3];
    UNICODE_STRING string = { 0, sizeof(wide), wide };

    assert_int_equal(RtlStringCchPrintfA(small, 4, "%s", "abcdef"), STATUS_BUFFER_OVERFLOW);
    assert_string_equal(small, "abc");
    assert_int_equal(RtlStringCbPrintfA(small, 0, "x"), STATUS_INVALID_PARAMETER);
    assert_int_equal(RtlStringCbPrintfW(wide, sizeof(wide), L"%d", 12), STATUS_SUCCESS);
    assert_int_equal(RtlStringCbPrintfW(wide, sizeof(wide), L"%d", 123), STATUS_BUFFER_OVERFLOW);
    assert_int_equal(wide[2], 0);
    assert_int_equal(RtlUnicodeStringPrintf(&string, L"%d", 123), STATUS_SUCCESS);
    assert_int_equal(string.Length, 6); /* a counted string needs no terminator */
    assert_int_equal(RtlUnicodeStringPrintf(&string, L"%d", 1234), STATUS_BUFFER_OVERFLOW);
}

static uint64_t hash_of_run(PVOID pointer)
{
    (void)close_machine(NULL);
    assert_int_equal(open_machine_with(2, DECISION_FIXED, 1), 0);
    DbgPrint("at %p: %d\n", pointer, 5);
    DbgPrintEx(DPFLTR_IHVVIDEO_ID, DPFLTR_ERROR_LEVEL, "%ws\n", L"wide");
    return trace_hash(test_machine);
}

/* What a driver prints is in the trace; where the host put things is not. */
static void printing_enters_the_trace_without_addresses(void **state)
{
    (void)state;
    uint64_t events = trace_count(test_machine);
    uint64_t first;

    DbgPrint("hello %d\n", 1);
    assert_int_equal(trace_count(test_machine), events + 1);
    first = hash_of_run(out);
    assert_int_equal(hash_of_run(wide_out), first);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(integers_have_windows_widths),
        NT_TEST(flags_width_and_precision_work),
        NT_TEST(pointers_have_sixteen_digits),
        NT_TEST(wpp_names_take_the_arguments_they_have),
        NT_TEST(strings_of_every_kind_print),
        NT_TEST(wide_formats_swap_the_kinds),
        NT_TEST(long_output_is_cut_and_terminated),
        NT_TEST(printing_enters_the_trace_without_addresses),
    };
    return cmocka_run_group_tests_name("nt/format", tests, NULL, NULL);
}
