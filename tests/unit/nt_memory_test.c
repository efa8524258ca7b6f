/* SPDX-License-Identifier: MIT */
/* Contiguous memory, addresses, device mappings and register access. */
#include "tests/unit/nt_fixture.h"

#include "machine/memory.h"
#include "machine/mmio.h"
#include "nt/exports.h"
#include "nt/pool.h"
#include "nt/user.h"

static const PHYSICAL_ADDRESS anywhere = { .QuadPart = -1 };

static PHYSICAL_ADDRESS physical(uint64_t address)
{
    return (PHYSICAL_ADDRESS){ .QuadPart = (LONGLONG)address };
}

static void contiguous_memory_obeys_its_limits(void **state)
{
    (void)state;
    uint64_t middle = MEMORY_RAM_BASE + (32u << 20);
    char *low = MmAllocateContiguousMemory(5 * 4096, physical(middle - 1));
    char *high = MmAllocateContiguousMemorySpecifyCache(3 * 4096, physical(middle), anywhere,
                                                        physical(0x10000), MmNonCached);
    uint64_t start;

    assert_non_null(low);
    assert_non_null(high);
    start = (uint64_t)MmGetPhysicalAddress(low).QuadPart;
    assert_true(start >= MEMORY_RAM_BASE && start + 5 * 4096 <= middle);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(MmGetPhysicalAddress(low + i * 4096).QuadPart, start + (uint64_t)i * 4096);
    }
    start = (uint64_t)MmGetPhysicalAddress(high).QuadPart;
    assert_true(start >= middle);
    assert_int_equal(start / 0x10000, (start + 3 * 4096 - 1) / 0x10000);
    MmFreeContiguousMemory(low);
    MmFreeContiguousMemorySpecifyCache(high, 3 * 4096, MmNonCached);
    assert_int_equal(memory_pages_in_use(test_machine), 0);
}

static void freeing_contiguous_memory_wrongly_is_reported(void **state)
{
    (void)state;
    char *block;

    as_driver(true);
    block = MmAllocateContiguousMemory(8192, anywhere);
    MmFreeContiguousMemory(block + 4096);
    assert_int_equal(breaches_of(RULE_NT_MEM_01), 1);
    MmFreeContiguousMemorySpecifyCache(block, 4096, MmCached);
    assert_int_equal(breaches_of(RULE_NT_MEM_01), 2);
    MmFreeContiguousMemory(block);
    assert_int_equal(breaches_of(RULE_NT_MEM_01), 3);
}

static void contiguous_memory_left_is_a_leak(void **state)
{
    (void)state;
    struct nt_leaks leaks;

    as_driver(true);
    assert_non_null(MmAllocateContiguousMemory(4096, anywhere));
    as_driver(false);
    nt_leaks(test_machine, &leaks);
    assert_int_equal(leaks.contiguous, 1);
    nt_leaks_discard(test_machine);
    assert_int_equal(memory_pages_in_use(test_machine), 0);
}

static void refused_memory_is_null(void **state)
{
    (void)state;
    test_machine->decision.refuse_at = 1;
    assert_null(MmAllocateContiguousMemory(4096, anywhere));
    test_machine->decision.refuse_at = 1;
    assert_null(MmMapIoSpace(physical(MEMORY_RAM_BASE), 4096, MmNonCached));
}

static void ram_can_be_mapped_and_unmapped(void **state)
{
    (void)state;
    char *block = MmAllocateContiguousMemory(4096, anywhere);
    char *mapped = MmMapIoSpaceEx(MmGetPhysicalAddress(block), 4096, PAGE_READWRITE);

    assert_non_null(mapped);
    mapped[5] = 9;
    assert_int_equal(block[5], 9);
    MmUnmapIoSpace(mapped, 4096);
    as_driver(true);
    MmUnmapIoSpace(mapped, 4096);
    assert_int_equal(breaches_of(RULE_NT_MEM_01), 1);
    as_driver(false);
    MmFreeContiguousMemory(block);
}

static void mapping_nothing_says_so(void **state)
{
    (void)state;
    assert_null(MmMapIoSpace(physical(0x12345678000), 4096, MmNonCached));
    assert_false(list_is_empty(verify_unimplemented_list(test_machine)));
}

static void addresses_are_judged(void **state)
{
    (void)state;
    char *block = ExAllocatePool2(POOL_FLAG_NON_PAGED, 64, 0x6F6D6544);
    char *user = nt_user_alloc(test_machine, 4096);
    int local = 0;

    assert_true(MmIsAddressValid(block));
    assert_true(MmIsAddressValid(&local));
    assert_false(MmIsAddressValid(NULL));
    assert_false(MmIsAddressValid((PVOID)(uintptr_t)0xFFFF900000000000));
    assert_true(MmIsAddressValid(user));
    nt_user_protect(test_machine, user, 4096, NT_USER_NONE);
    assert_false(MmIsAddressValid(user));
    nt_user_free(test_machine, user);
    ExFreePool(block);
}

static void physical_ranges_describe_ram(void **state)
{
    (void)state;
    PPHYSICAL_MEMORY_RANGE ranges = MmGetPhysicalMemoryRanges();

    assert_int_equal(ranges[0].BaseAddress.QuadPart, MEMORY_RAM_BASE);
    assert_int_equal(ranges[0].NumberOfBytes.QuadPart, 64u << 20);
    assert_int_equal(ranges[1].NumberOfBytes.QuadPart, 0);
    ExFreePool(ranges);
}

static void a_routine_is_found_by_name(void **state)
{
    (void)state;
    UNICODE_STRING name;

    RtlInitUnicodeString(&name, L"KeSetEvent");
    assert_ptr_equal(MmGetSystemRoutineAddress(&name), (void *)(uintptr_t)&KeSetEvent);
    RtlInitUnicodeString(&name, L"KeSetNothing");
    assert_null(MmGetSystemRoutineAddress(&name));
}

static void the_export_table_is_sorted_and_complete(void **state)
{
    (void)state;
    size_t count = 0;

    for (; nt_export_at(count) != NULL; count++) {
        const struct nt_export *export = nt_export_at(count);

        assert_non_null(export->address);
        assert_ptr_equal(nt_export_find(export->name), export->address);
        if (count > 0) {
            assert_true(strcmp(nt_export_at(count - 1)->name, export->name) < 0);
        }
    }
    assert_true(count > 400);
}

static uint64_t last_write[2];

static uint64_t region_read(void *context, uint64_t offset, uint32_t size_bytes)
{
    (void)context;
    return offset * 16 + size_bytes;
}

static void region_write(void *context, uint64_t offset, uint32_t size_bytes, uint64_t value)
{
    (void)context;
    last_write[0] = offset * 16 + size_bytes;
    last_write[1] = value;
}

static void register_access_reaches_the_device(void **state)
{
    (void)state;
    struct mmio_region region = { .size_bytes = 4096, .read = region_read, .write = region_write };
    ULONG buffer[2] = { 0 };
    uint64_t before;

    assert_true(mmio_region_add(test_machine, &region));
    before = test_machine->clock.now_ns;
    assert_int_equal(READ_REGISTER_ULONG((volatile ULONG *)(region.base + 8)), 8 * 16 + 4);
    assert_true(test_machine->clock.now_ns > before); /* a point */
    assert_int_equal(READ_REGISTER_UCHAR((volatile UCHAR *)(region.base + 1)), 16 + 1);
    assert_int_equal(READ_REGISTER_USHORT((volatile USHORT *)(region.base + 2)), 2 * 16 + 2);
    assert_int_equal(READ_REGISTER_ULONG64((volatile ULONG64 *)(region.base + 16)), 16 * 16 + 8);
    WRITE_REGISTER_ULONG((volatile ULONG *)(region.base + 4), 0xABCD);
    assert_int_equal(last_write[0], 4 * 16 + 4);
    assert_int_equal(last_write[1], 0xABCD);
    READ_REGISTER_BUFFER_ULONG((volatile ULONG *)region.base, buffer, 2);
    assert_int_equal(buffer[0], 4);
    assert_int_equal(buffer[1], 4 * 16 + 4);
    READ_PORT_BUFFER_ULONG((ULONG *)(region.base + 4), buffer, 2); /* one port, twice */
    assert_int_equal(buffer[1], 4 * 16 + 4);
    assert_int_equal(buffer[0], 4 * 16 + 4);
    mmio_region_remove(test_machine, &region);
}

static void register_access_to_memory_is_plain(void **state)
{
    (void)state;
    ULONG64 memory = 0;

    WRITE_REGISTER_ULONG((volatile ULONG *)&memory, 0x11223344);
    assert_int_equal(READ_REGISTER_USHORT((volatile USHORT *)&memory), 0x3344);
    WRITE_REGISTER_UCHAR((volatile UCHAR *)&memory, 0x55);
    assert_int_equal(READ_REGISTER_ULONG64(&memory), 0x11223355);
}

static void what_is_missing_is_named(void **state)
{
    (void)state;
    HANDLE handle;
    IO_STATUS_BLOCK block;
    const struct unimplemented *entry;

    assert_int_equal(ZwCreateFile(&handle, 0, NULL, &block, NULL, 0, 0, 0, 0, NULL, 0),
                     STATUS_NOT_IMPLEMENTED);
    entry =
        LIST_ENTRY_OF(verify_unimplemented_list(test_machine)->next, struct unimplemented, link);
    assert_non_null(strstr(entry->text, "ZwCreateFile"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        NT_TEST(contiguous_memory_obeys_its_limits),
        NT_TEST(freeing_contiguous_memory_wrongly_is_reported),
        NT_TEST(contiguous_memory_left_is_a_leak),
        NT_TEST(refused_memory_is_null),
        NT_TEST(ram_can_be_mapped_and_unmapped),
        NT_TEST(mapping_nothing_says_so),
        NT_TEST(addresses_are_judged),
        NT_TEST(physical_ranges_describe_ram),
        NT_TEST(a_routine_is_found_by_name),
        NT_TEST(the_export_table_is_sorted_and_complete),
        NT_TEST(register_access_reaches_the_device),
        NT_TEST(register_access_to_memory_is_plain),
        NT_TEST(what_is_missing_is_named),
    };
    return cmocka_run_group_tests_name("nt/memory", tests, NULL, NULL);
}
