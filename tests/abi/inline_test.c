/* SPDX-License-Identifier: MIT */
/* The hand-written part of include/wdk: macros and inline functions. seh_test.c has the guards. */
#include "tests/lib/test.h"

#include <ntddk.h>
#include <acpiioct.h>
#include <d3dkmdt.h>
#include <ntintsafe.h>
#include <ntstrsafe.h>
#include <windef.h>
#include <winerror.h>

/* --- the host's side, as small as it can be --------------------------------------------------- */

static int paged_code_checks;
static int map_calls;
static const void *corrupt_entry;

VOID NTAPI DxghListCorrupt(const void *Entry)
{
    corrupt_entry = Entry;
}

void NTAPI DxghAssertPagedCode(void)
{
    paged_code_checks++;
}

PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL Mdl, KPROCESSOR_MODE Mode,
                                         MEMORY_CACHING_TYPE Caching, PVOID Address,
                                         ULONG BugCheckOnFailure, ULONG Priority)
{
    assert_int_equal(Mode, KernelMode);
    assert_int_equal(Caching, MmCached);
    assert_null(Address);
    assert_int_equal(BugCheckOnFailure, FALSE);
    map_calls++;
    Mdl->MappedSystemVa = (PVOID)(ULONG_PTR)(0x1000 + Priority);
    return Mdl->MappedSystemVa;
}

/* --- lists ------------------------------------------------------------------------------------ */

struct node {
    int value;
    LIST_ENTRY link;
};

static int value_of(PLIST_ENTRY entry)
{
    return CONTAINING_RECORD(entry, struct node, link)->value;
}

static void lists_keep_their_order(void **state)
{
    (void)state;
    LIST_ENTRY head;
    struct node nodes[4] = { { .value = 0 }, { .value = 1 }, { .value = 2 }, { .value = 3 } };

    InitializeListHead(&head);
    assert_true(IsListEmpty(&head));
    InsertTailList(&head, &nodes[1].link);
    InsertTailList(&head, &nodes[2].link);
    InsertHeadList(&head, &nodes[0].link);
    InsertTailList(&head, &nodes[3].link);
    assert_false(IsListEmpty(&head));

    assert_int_equal(value_of(RemoveHeadList(&head)), 0);
    assert_int_equal(value_of(RemoveTailList(&head)), 3);
    assert_false(RemoveEntryList(&nodes[1].link));
    assert_true(RemoveEntryList(&nodes[2].link));
    assert_true(IsListEmpty(&head));
}

static void an_entry_its_neighbours_do_not_know_stays(void **state)
{
    (void)state;
    LIST_ENTRY head;
    struct node nodes[2] = { { .value = 0 }, { .value = 1 } };

    InitializeListHead(&head);
    InsertTailList(&head, &nodes[0].link);
    InsertTailList(&head, &nodes[1].link);
    head.Flink = &nodes[1].link;
    corrupt_entry = NULL;
    assert_false(RemoveEntryList(&nodes[0].link));
    assert_ptr_equal(corrupt_entry, &nodes[0].link);
    assert_ptr_equal(nodes[0].link.Flink, &nodes[1].link);
}

static void append_splices_a_headless_ring(void **state)
{
    (void)state;
    LIST_ENTRY head, other;
    struct node nodes[3] = { { .value = 0 }, { .value = 1 }, { .value = 2 } };

    InitializeListHead(&head);
    InitializeListHead(&other);
    InsertTailList(&head, &nodes[0].link);
    InsertTailList(&other, &nodes[1].link);
    InsertTailList(&other, &nodes[2].link);
    RemoveEntryList(&other);
    AppendTailList(&head, &nodes[1].link);

    for (int i = 0; i < 3; i++) {
        assert_int_equal(value_of(RemoveHeadList(&head)), i);
    }
    assert_true(IsListEmpty(&head));
}

static void single_list_is_last_in_first_out(void **state)
{
    (void)state;
    SINGLE_LIST_ENTRY head = { NULL }, first, second;

    assert_null(PopEntryList(&head));
    PushEntryList(&head, &first);
    PushEntryList(&head, &second);
    assert_ptr_equal(PopEntryList(&head), &second);
    assert_ptr_equal(PopEntryList(&head), &first);
    assert_null(PopEntryList(&head));
}

/* --- interlocked ------------------------------------------------------------------------------ */

static void interlocked_returns_what_is_documented(void **state)
{
    (void)state;
    LONG value = 5;
    LONG64 wide = 0x100000000LL;
    PVOID pointer = &value;

    assert_int_equal(InterlockedIncrement(&value), 6);
    assert_int_equal(InterlockedDecrement(&value), 5);
    assert_int_equal(InterlockedExchangeAdd(&value, 10), 5);
    assert_int_equal(InterlockedAdd(&value, 1), 16);
    assert_int_equal(InterlockedExchange(&value, 0x0F), 16);
    assert_int_equal(InterlockedOr(&value, 0xF0), 0x0F);
    assert_int_equal(InterlockedAnd(&value, 0x3C), 0xFF);
    assert_int_equal(InterlockedXor(&value, 0x0C), 0x3C);
    assert_int_equal(value, 0x30);
    assert_int_equal(InterlockedCompareExchange(&value, 1, 2), 0x30);
    assert_int_equal(value, 0x30);
    assert_int_equal(_InterlockedCompareExchange(&value, 1, 0x30), 0x30);
    assert_int_equal(value, 1);

    assert_true(InterlockedIncrement64(&wide) == 0x100000001LL);
    assert_true(InterlockedCompareExchange64(&wide, 7, 0x100000001LL) == 0x100000001LL);
    assert_true(InterlockedExchange64(&wide, 8) == 7);

    assert_ptr_equal(InterlockedExchangePointer(&pointer, &wide), &value);
    assert_ptr_equal(InterlockedCompareExchangePointer(&pointer, NULL, &value), &wide);
    assert_ptr_equal(InterlockedCompareExchangePointer(&pointer, NULL, &wide), &wide);
    assert_null(pointer);

    assert_int_equal(InterlockedBitTestAndSet(&value, 3), 0);
    assert_int_equal(InterlockedBitTestAndSet(&value, 3), 1);
    assert_int_equal(InterlockedBitTestAndReset(&value, 0), 1);
    assert_int_equal(value, 8);
}

static void bit_scans_find_the_ends(void **state)
{
    (void)state;
    ULONG index = 99;

    assert_int_equal(_BitScanForward(&index, 0), 0);
    assert_int_equal(index, 99);
    assert_int_equal(_BitScanForward(&index, 0x50), 1);
    assert_int_equal(index, 4);
    assert_int_equal(_BitScanReverse(&index, 0x50), 1);
    assert_int_equal(index, 6);
    assert_int_equal(_BitScanForward64(&index, 0x300000000ULL), 1);
    assert_int_equal(index, 32);
    assert_int_equal(_BitScanReverse64(&index, 0x300000000ULL), 1);
    assert_int_equal(index, 33);
    assert_int_equal(_BitScanReverse64(&index, 0), 0);
    assert_int_equal(_rotl(0x80000001, 1), 3);
    assert_int_equal(_rotr(3, 1), 0x80000001);
    assert_int_equal(RtlUlongByteSwap(0x01020304), 0x04030201);
}

/* --- macros ----------------------------------------------------------------------------------- */

static void offsets_are_constant_expressions(void **state)
{
    (void)state;
    C_ASSERT(FIELD_OFFSET(LIST_ENTRY, Blink) == 8);
    C_ASSERT(RTL_FIELD_SIZE(UNICODE_STRING, Length) == 2);
    C_ASSERT(RTL_SIZEOF_THROUGH_FIELD(UNICODE_STRING, MaximumLength) == 4);
    C_ASSERT(CTL_CODE(0x22, 0x800, 3, 1) == 0x226003);

    int table[7];
    UNICODE_STRING string = { 0, 0, NULL };

    assert_int_equal(ARRAYSIZE(table), 7);
    assert_true(RTL_CONTAINS_FIELD(&string, 4, MaximumLength));
    assert_false(RTL_CONTAINS_FIELD(&string, 8, Buffer));
}

static void page_arithmetic(void **state)
{
    (void)state;
    assert_int_equal(BYTES_TO_PAGES(0), 0);
    assert_int_equal(BYTES_TO_PAGES(1), 1);
    assert_int_equal(BYTES_TO_PAGES(4096), 1);
    assert_int_equal(BYTES_TO_PAGES(4097), 2);
    assert_int_equal(ROUND_TO_PAGES(4097), 8192);
    assert_ptr_equal(PAGE_ALIGN((PVOID)0x12345), (PVOID)0x12000);
    assert_int_equal(BYTE_OFFSET((PVOID)0x12345), 0x345);
    assert_int_equal(ADDRESS_AND_SIZE_TO_SPAN_PAGES((PVOID)0xFFF, 2), 2);
    assert_int_equal(ADDRESS_AND_SIZE_TO_SPAN_PAGES((PVOID)0x1000, 4096), 1);
    assert_int_equal(ADDRESS_AND_SIZE_TO_SPAN_PAGES((PVOID)0x1000, 0), 0);
    assert_int_equal(ALIGN_UP_BY(13, 8), 16);
    assert_int_equal(ALIGN_DOWN_BY(13, 8), 8);
}

static void status_classes(void **state)
{
    (void)state;
    assert_true(NT_SUCCESS(STATUS_SUCCESS) && NT_SUCCESS(STATUS_PENDING));
    assert_false(NT_SUCCESS(STATUS_BUFFER_OVERFLOW) || NT_SUCCESS(STATUS_UNSUCCESSFUL));
    assert_true(NT_WARNING(STATUS_BUFFER_OVERFLOW) && NT_ERROR(STATUS_UNSUCCESSFUL));
    assert_true(NT_INFORMATION(STATUS_OBJECT_NAME_EXISTS));
    assert_true(SUCCEEDED(S_OK) && FAILED(E_OUTOFMEMORY));
    assert_int_equal(RGB(1, 2, 3), 0x030201);
}

static void constant_strings_count_bytes(void **state)
{
    (void)state;
    DECLARE_CONST_UNICODE_STRING(declared, L"dxg");
    DECLARE_UNICODE_STRING_SIZE(room, 16);
    UNICODE_STRING initialised = RTL_CONSTANT_STRING(L"abcd");
    ANSI_STRING narrow = RTL_CONSTANT_STRING("abcd");
    WCHAR buffer[4];
    UNICODE_STRING empty;

    assert_int_equal(declared.Length, 6);
    assert_int_equal(declared.MaximumLength, 8);
    assert_int_equal(declared.Buffer[2], L'g');
    assert_int_equal(room.Length, 0);
    assert_int_equal(room.MaximumLength, 32);
    assert_int_equal(initialised.Length, 8);
    assert_int_equal(narrow.Length, 4);
    assert_int_equal(narrow.MaximumLength, 5);
    RtlInitEmptyUnicodeString(&empty, buffer, sizeof(buffer));
    assert_int_equal(empty.MaximumLength, 8);
    assert_ptr_equal(empty.Buffer, buffer);
}

static void paged_code_asks_the_host(void **state)
{
    (void)state;
    paged_code_checks = 0;
    PAGED_CODE();
    assert_int_equal(paged_code_checks, 1);
    PAGED_CODE_LOCKED();
    assert_int_equal(paged_code_checks, 1);
    ASSERT(this_name_is_not_declared == 1);
}

static void rotation_packs_two_angles(void **state)
{
    (void)state;
    assert_int_equal(D3DKMDT_VPPR_GET_CONTENT_ROTATION(D3DKMDT_VPPR_ROTATE90),
                     D3DKMDT_VPPR_ROTATE90);
    assert_int_equal(D3DKMDT_VPPR_GET_CONTENT_ROTATION(D3DKMDT_VPPR_ROTATE270_OFFSET90),
                     D3DKMDT_VPPR_IDENTITY);
    assert_int_equal(D3DKMDT_VPPR_GET_OFFSET_ROTATION(D3DKMDT_VPPR_IDENTITY_OFFSET180),
                     D3DKMDT_VPPR_ROTATE180);
    assert_int_equal(D3DKMDT_VPPR_GET_CONTENT_ROTATION_PART(D3DKMDT_VPPR_ROTATE90_OFFSET270),
                     D3DKMDT_VPPR_ROTATE90);
}

/* --- memory descriptor lists ------------------------------------------------------------------ */

static void mdl_describes_the_pages_it_spans(void **state)
{
    (void)state;
    struct {
        MDL mdl;
        PFN_NUMBER pages[4];
    } list;

    MmInitializeMdl(&list.mdl, (PVOID)0x10FF0, 0x1020);
    assert_int_equal(list.mdl.Size, sizeof(MDL) + 3 * sizeof(PFN_NUMBER));
    assert_ptr_equal(list.mdl.StartVa, (PVOID)0x10000);
    assert_int_equal(MmGetMdlByteOffset(&list.mdl), 0xFF0);
    assert_int_equal(MmGetMdlByteCount(&list.mdl), 0x1020);
    assert_ptr_equal(MmGetMdlVirtualAddress(&list.mdl), (PVOID)0x10FF0);
    assert_ptr_equal(MmGetMdlPfnArray(&list.mdl), list.pages);
}

static void system_address_is_mapped_once(void **state)
{
    (void)state;
    MDL mdl;

    MmInitializeMdl(&mdl, (PVOID)0x1000, 16);
    map_calls = 0;
    assert_ptr_equal(MmGetSystemAddressForMdlSafe(&mdl, NormalPagePriority),
                     (PVOID)(ULONG_PTR)(0x1000 + NormalPagePriority));
    assert_int_equal(map_calls, 1);
    mdl.MdlFlags |= MDL_MAPPED_TO_SYSTEM_VA;
    mdl.MappedSystemVa = (PVOID)0x7000;
    assert_ptr_equal(MmGetSystemAddressForMdlSafe(&mdl, NormalPagePriority), (PVOID)0x7000);
    assert_int_equal(map_calls, 1);
}

/* --- bounded strings and arithmetic ----------------------------------------------------------- */

static void string_copy_cuts_and_terminates(void **state)
{
    (void)state;
    WCHAR wide[4];
    char narrow[8] = "ab";
    size_t length = 0;

    assert_int_equal(RtlStringCbCopyW(wide, sizeof(wide), L"abc"), STATUS_SUCCESS);
    assert_int_equal(wide[3], 0);
    assert_int_equal(RtlStringCbCopyW(wide, sizeof(wide), L"wxyz"), STATUS_BUFFER_OVERFLOW);
    assert_int_equal(wide[2], L'y');
    assert_int_equal(wide[3], 0);
    assert_int_equal(RtlStringCbCopyW(wide, 0, L""), STATUS_INVALID_PARAMETER);

    assert_int_equal(RtlStringCbCatA(narrow, sizeof(narrow), "cde"), STATUS_SUCCESS);
    assert_string_equal(narrow, "abcde");
    assert_int_equal(RtlStringCchCatA(narrow, sizeof(narrow), "fgh"), STATUS_BUFFER_OVERFLOW);
    assert_string_equal(narrow, "abcdefg");
    assert_int_equal(RtlStringCbLengthA(narrow, sizeof(narrow), &length), STATUS_SUCCESS);
    assert_int_equal(length, 7);
    assert_int_equal(RtlStringCbLengthA(narrow, 4, &length), STATUS_INVALID_PARAMETER);
    assert_int_equal(RtlStringCbLengthW(wide, sizeof(wide), &length), STATUS_SUCCESS);
    assert_int_equal(length, 6);
}

static void extended_string_operations_tell_where_they_ended(void **state)
{
    (void)state;
    char narrow[8];
    WCHAR wide[8];
    char *end;
    WCHAR *wide_end;
    size_t left;

    assert_int_equal(RtlStringCchCopyExA(narrow, 8, "abc", &end, &left, 0), STATUS_SUCCESS);
    assert_ptr_equal(end, narrow + 3);
    assert_int_equal(left, 5);
    assert_int_equal(RtlStringCchCatExA(end, left, "def", &end, &left, 0), STATUS_SUCCESS);
    assert_string_equal(narrow, "abcdef");
    assert_int_equal(left, 2);
    assert_int_equal(RtlStringCchCopyExA(end, left, "ghi", &end, &left, 0), STATUS_BUFFER_OVERFLOW);
    assert_string_equal(narrow, "abcdefg");
    assert_int_equal(left, 1);
    assert_int_equal(
        RtlStringCchCopyExA(narrow, 8, "too long by far", &end, &left, STRSAFE_NO_TRUNCATION),
        STATUS_BUFFER_OVERFLOW);
    assert_string_equal(narrow, "");
    assert_int_equal(left, 8);
    assert_int_equal(RtlStringCchCopyExA(narrow, 8, "too long by far", NULL, NULL,
                                         STRSAFE_FILL_ON_FAILURE | 'x'),
                     STATUS_BUFFER_OVERFLOW);
    assert_string_equal(narrow, "xxxxxxx");
    assert_int_equal(RtlStringCchCopyExA(narrow, 8, NULL, NULL, NULL,
                                         STRSAFE_IGNORE_NULLS | STRSAFE_FILL_BEHIND_NULL | 'y'),
                     STATUS_SUCCESS);
    assert_memory_equal(narrow, "\0yyyyyyy", 8);
    assert_int_equal(RtlStringCbCopyExW(wide, sizeof(wide), L"ab", &wide_end, &left, 0),
                     STATUS_SUCCESS);
    assert_ptr_equal(wide_end, wide + 2);
    assert_int_equal(left, 12);
    assert_int_equal(RtlStringCbCopyExW(wide, 0, L"ab", &wide_end, &left, 0),
                     STATUS_INVALID_PARAMETER);
}

static void safe_arithmetic_reports_overflow(void **state)
{
    (void)state;
    ULONG sum = 0;
    size_t product = 0;
    LONG narrowed = 0;

    assert_int_equal(RtlULongAdd(0xFFFFFFFE, 1, &sum), STATUS_SUCCESS);
    assert_int_equal(sum, 0xFFFFFFFF);
    assert_int_equal(RtlULongAdd(0xFFFFFFFF, 1, &sum), STATUS_INTEGER_OVERFLOW);
    assert_int_equal(sum, ULONG_ERROR);
    assert_int_equal(RtlULongSub(1, 2, &sum), STATUS_INTEGER_OVERFLOW);
    assert_int_equal(RtlSizeTMult(1ULL << 32, 1ULL << 31, &product), STATUS_SUCCESS);
    assert_int_equal(RtlSizeTMult(1ULL << 32, 1ULL << 32, &product), STATUS_INTEGER_OVERFLOW);
    assert_int_equal(RtlULongLongToLong(0x7FFFFFFF, &narrowed), STATUS_SUCCESS);
    assert_int_equal(narrowed, 0x7FFFFFFF);
    assert_int_equal(RtlULongLongToLong(0x80000000, &narrowed), STATUS_INTEGER_OVERFLOW);
}

static void acpi_arguments_have_a_minimum_length(void **state)
{
    (void)state;
    UCHAR buffer[64] = { 0 };
    PACPI_METHOD_ARGUMENT argument = (PACPI_METHOD_ARGUMENT)buffer;

    ACPI_METHOD_SET_ARGUMENT_INTEGER(argument, 7);
    assert_int_equal(argument->DataLength, 4);
    assert_ptr_equal(ACPI_METHOD_NEXT_ARGUMENT(argument), buffer + 8);
    ACPI_METHOD_SET_ARGUMENT_STRING(argument, "abcdef");
    assert_int_equal(argument->DataLength, 7);
    assert_ptr_equal(ACPI_METHOD_NEXT_ARGUMENT(argument), buffer + 4 + 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_keep_their_order),
        cmocka_unit_test(an_entry_its_neighbours_do_not_know_stays),
        cmocka_unit_test(append_splices_a_headless_ring),
        cmocka_unit_test(single_list_is_last_in_first_out),
        cmocka_unit_test(interlocked_returns_what_is_documented),
        cmocka_unit_test(bit_scans_find_the_ends),
        cmocka_unit_test(offsets_are_constant_expressions),
        cmocka_unit_test(page_arithmetic),
        cmocka_unit_test(status_classes),
        cmocka_unit_test(constant_strings_count_bytes),
        cmocka_unit_test(paged_code_asks_the_host),
        cmocka_unit_test(rotation_packs_two_angles),
        cmocka_unit_test(mdl_describes_the_pages_it_spans),
        cmocka_unit_test(system_address_is_mapped_once),
        cmocka_unit_test(string_copy_cuts_and_terminates),
        cmocka_unit_test(extended_string_operations_tell_where_they_ended),
        cmocka_unit_test(safe_arithmetic_reports_overflow),
        cmocka_unit_test(acpi_arguments_have_a_minimum_length),
    };
    return cmocka_run_group_tests_name("abi/inline", tests, NULL, NULL);
}
