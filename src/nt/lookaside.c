/* SPDX-License-Identifier: MIT */
/*
 * Lookaside lists. Choice: every entry comes from pool and goes back to it at once, so that the
 * red zones and the rest before reuse work for lookaside entries too.
 * Source: wdm ExInitializeNPagedLookasideList, ExInitializeLookasideListEx
 */
#include "nt/call.h"
#include "nt/lists.h"
#include "nt/pool.h"
#include "nt/resource_kind.h"
#include "nt/storage.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define CALLER ((uintptr_t)__builtin_return_address(0))

static bool is_initialised(struct machine *machine, const void *list, const char *function)
{
    if (nt_listed(&nt_of(machine)->lookasides, list)) {
        return true;
    }
    DXGH_ASSERT(nt_in_driver(machine));
    verify_report(machine, RULE_NT_OBJ_01, function,
                  "%s: the lookaside list at %#llx was never initialised, or was deleted", function,
                  (unsigned long long)(uintptr_t)list);
    return false;
}

/* Documented for the functions with a driver-visible Depth. */
static void check_shape(struct machine *machine, size_t size, unsigned depth, const char *function)
{
    if (nt_in_driver(machine) && (size < LOOKASIDE_MINIMUM_BLOCK_SIZE || depth != 0)) {
        verify_report(machine, RULE_NT_LOOK_01, function,
                      "%s: entries of %zu bytes, depth %u; an entry has %u bytes at least and the "
                      "depth is reserved",
                      function, size, depth, (unsigned)LOOKASIDE_MINIMUM_BLOCK_SIZE);
    }
}

static void note(struct machine *machine, const void *list, const char *function)
{
    nt_storage_resident(machine, RULE_NT_RES_09, list, function, "lookaside list");
    (void)nt_storage_aligned(machine, RULE_NT_RES_11, list, MEMORY_ALLOCATION_ALIGNMENT, function,
                             "lookaside list");
    if (!nt_listed_add(machine, &nt_of(machine)->lookasides, list)) {
        verify_report(machine, RULE_NT_OBJ_02, function,
                      "%s: the lookaside list is initialised already", function);
    }
}

static PVOID take(struct machine *machine, POOL_TYPE type, size_t bytes, ULONG tag, uintptr_t pc)
{
    struct nt_pool_request request = {
        .bytes = DXGH_MAX(bytes, 1u), .tag = tag, .paged = ((uint32_t)type & 1u) != 0, .pc = pc
    };

    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_POOL, bytes, 0);
        return NULL;
    }
    return nt_pool_alloc(machine, &request);
}

static void initialize(struct machine *machine, GENERAL_LOOKASIDE *list,
                       PALLOCATE_FUNCTION allocate, PFREE_FUNCTION free_function, POOL_TYPE type,
                       SIZE_T size, ULONG tag, const char *function)
{
    note(machine, list, function);
    memset(list, 0, sizeof(*list));
    list->Type = type;
    list->Tag = tag;
    list->Size = (ULONG)size;
    list->Allocate = allocate;
    list->Free = free_function;
}

static PVOID allocate_entry(struct machine *machine, GENERAL_LOOKASIDE *list, uintptr_t pc,
                            const char *function)
{
    if (!is_initialised(machine, list, function)) {
        return NULL;
    }
    list->TotalAllocates++;
    return list->Allocate != NULL ? list->Allocate(list->Type, list->Size, list->Tag)
                                  : take(machine, list->Type, list->Size, list->Tag, pc);
}

static void free_entry(struct machine *machine, GENERAL_LOOKASIDE *list, PVOID entry,
                       const char *function)
{
    if (!is_initialised(machine, list, function)) {
        return;
    }
    list->TotalFrees++;
    if (list->Free != NULL) {
        list->Free(entry);
    } else {
        nt_pool_free(machine, entry, list->Tag, function);
    }
}

static void delete_list(struct machine *machine, const void *list, const char *function)
{
    if (is_initialised(machine, list, function)) {
        (void)nt_listed_remove(machine, &nt_of(machine)->lookasides, list);
    }
}

#undef ExInitializeNPagedLookasideList
void NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside,
                                           PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free,
                                           ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)Flags;
    check_shape(machine, Size, Depth, __func__);
    initialize(machine, &Lookaside->L, Allocate, Free, NonPagedPool, Size, Tag, __func__);
}

PVOID NTAPI ExAllocateFromNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside)
{
    NT_CALL(DISPATCH_LEVEL);

    return allocate_entry(machine, &Lookaside->L, CALLER, __func__);
}

void NTAPI ExFreeToNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry)
{
    NT_CALL(DISPATCH_LEVEL);

    free_entry(machine, &Lookaside->L, Entry, __func__);
}

void NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside)
{
    NT_CALL(DISPATCH_LEVEL);

    delete_list(machine, &Lookaside->L, __func__);
}

void NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside,
                                          PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free,
                                          ULONG Flags, SIZE_T Size, ULONG Tag, USHORT Depth)
{
    NT_CALL(APC_LEVEL);

    (void)Flags;
    check_shape(machine, Size, Depth, __func__);
    initialize(machine, &Lookaside->L, Allocate, Free, PagedPool, Size, Tag, __func__);
}

PVOID NTAPI ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside)
{
    NT_CALL(APC_LEVEL);

    return allocate_entry(machine, &Lookaside->L, CALLER, __func__);
}

void NTAPI ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry)
{
    NT_CALL(APC_LEVEL);

    free_entry(machine, &Lookaside->L, Entry, __func__);
}

void NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside)
{
    NT_CALL(APC_LEVEL);

    delete_list(machine, &Lookaside->L, __func__);
}

NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside,
                                           PALLOCATE_FUNCTION_EX Allocate, PFREE_FUNCTION_EX Free,
                                           POOL_TYPE PoolType, ULONG Flags, SIZE_T Size, ULONG Tag,
                                           USHORT Depth)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)Flags;
    check_shape(machine, LOOKASIDE_MINIMUM_BLOCK_SIZE, Depth, __func__);
    if (Depth != 0) {
        return STATUS_INVALID_PARAMETER; /* documented: reserved, must be zero */
    }
    note(machine, Lookaside, __func__);
    memset(Lookaside, 0, sizeof(*Lookaside));
    Lookaside->L.Type = PoolType;
    Lookaside->L.Tag = Tag;
    Lookaside->L.Size = (ULONG)Size;
    Lookaside->L.AllocateEx = Allocate;
    Lookaside->L.FreeEx = Free;
    return STATUS_SUCCESS;
}

PVOID NTAPI ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    NT_CALL(DISPATCH_LEVEL);
    GENERAL_LOOKASIDE_POOL *list = &Lookaside->L;

    if (!is_initialised(machine, Lookaside, __func__)) {
        return NULL;
    }
    list->TotalAllocates++;
    return list->AllocateEx != NULL ? list->AllocateEx(list->Type, list->Size, list->Tag, Lookaside)
                                    : take(machine, list->Type, list->Size, list->Tag, CALLER);
}

void NTAPI ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PVOID Entry)
{
    NT_CALL(DISPATCH_LEVEL);

    if (!is_initialised(machine, Lookaside, __func__)) {
        return;
    }
    Lookaside->L.TotalFrees++;
    if (Lookaside->L.FreeEx != NULL) {
        Lookaside->L.FreeEx(Entry, Lookaside);
    } else {
        nt_pool_free(machine, Entry, Lookaside->L.Tag, __func__);
    }
}

void NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    NT_CALL(DISPATCH_LEVEL);

    (void)is_initialised(machine, Lookaside, __func__); /* no entry is ever kept */
}

void NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside)
{
    NT_CALL(DISPATCH_LEVEL);

    delete_list(machine, Lookaside, __func__);
}
