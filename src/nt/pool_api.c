/* SPDX-License-Identifier: MIT */
/* The exported pool functions: arguments, IRQL, refusals; pool.c does the work. */
#include "nt/call.h"
#include "nt/memory_manager.h"
#include "nt/pool.h"
#include "nt/resource_kind.h"
#include "nt/seh.h"
#include "trace/trace.h"
#include "verify/verify.h"

#define POOL_ZERO_ALLOCATION 0x400u /* POOL_TYPE flag of newer WDKs */
#define TAG_NONE 0x656E6F4Eu        /* "None", what Windows uses for the functions without a tag */

struct request {
    struct nt_pool_request pool;
    bool raise;
    const char *function;
};

static void check_arguments(struct machine *machine, const struct request *request)
{
    const char *function = request->function;

    if (!nt_in_driver(machine)) {
        return;
    }
    if (request->pool.paged && machine->active->irql > APC_LEVEL) {
        verify_report(machine, RULE_NT_IRQL_06, function,
                      "%s: paged pool is asked for at IRQL %u; its limit is APC_LEVEL", function,
                      machine->active->irql);
    }
    if (request->pool.bytes == 0) {
        verify_report(machine, RULE_NT_POOL_07, function, "%s: zero bytes are asked for", function);
    }
    for (int i = 0; i < 4; i++) {
        uint8_t c = (uint8_t)(request->pool.tag >> (8 * i));

        if (c < ' ' || c > 0x7E) {
            if (request->pool.tag != 0 && c == 0 && i > 0) {
                continue; /* tags shorter than four characters are common and accepted */
            }
            verify_report(machine, RULE_NT_POOL_07, function,
                          "%s: the tag %#x is not made of printable characters", function,
                          request->pool.tag);
            break;
        }
    }
}

static void *allocate(struct machine *machine, struct request *request)
{
    void *block = NULL;

    check_arguments(machine, request);
    request->pool.bytes = DXGH_MAX(request->pool.bytes, 1u);
    if (decision_refuse(&machine->decision)) {
        trace_emit(machine, TRACE_RESOURCE_REFUSED, NT_RESOURCE_POOL, request->pool.bytes, 0);
    } else {
        block = nt_pool_alloc(machine, &request->pool);
    }
    if (block == NULL && request->raise) {
        nt_raise(machine, (uint32_t)STATUS_INSUFFICIENT_RESOURCES, request->pool.pc);
    }
    return block;
}

/* POOL_TYPE: bit 0 says paged; some higher bits are flags. */
static void *allocate_typed(POOL_TYPE type, SIZE_T bytes, ULONG tag, bool zero, uintptr_t pc,
                            const char *function)
{
    struct machine *machine = nt_enter(DISPATCH_LEVEL, function);
    struct request request = {
        .pool = { .bytes = bytes,
                  .tag = tag,
                  .paged = ((uint32_t)type & 1u) != 0,
                  .zero = zero || ((uint32_t)type & POOL_ZERO_ALLOCATION) != 0,
                  .pc = pc },
        .raise = ((uint32_t)type & POOL_RAISE_IF_ALLOCATION_FAILURE) != 0,
        .function = function,
    };

    return allocate(machine, &request);
}

#define CALLER ((uintptr_t)__builtin_return_address(0))

PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return allocate_typed(PoolType, NumberOfBytes, TAG_NONE, false, CALLER, __func__);
}

PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return allocate_typed(PoolType, NumberOfBytes, Tag, false, CALLER, __func__);
}

PVOID NTAPI ExAllocatePoolUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    return allocate_typed(PoolType, NumberOfBytes, Tag, false, CALLER, __func__);
}

PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
                                          EX_POOL_PRIORITY Priority)
{
    (void)Priority;
    return allocate_typed(PoolType, NumberOfBytes, Tag, false, CALLER, __func__);
}

/* The quota functions raise unless told not to. Quota itself is not kept. */
PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag)
{
    uint32_t type = (uint32_t)PoolType;

    type |= (type & POOL_QUOTA_FAIL_INSTEAD_OF_RAISE) != 0 ? 0u : POOL_RAISE_IF_ALLOCATION_FAILURE;
    return allocate_typed((POOL_TYPE)(type & ~(uint32_t)POOL_QUOTA_FAIL_INSTEAD_OF_RAISE),
                          NumberOfBytes, Tag, false, CALLER, __func__);
}

PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes)
{
    return ExAllocatePoolWithQuotaTag(PoolType, NumberOfBytes, TAG_NONE);
}

PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag)
{
    NT_CALL(DISPATCH_LEVEL);
    struct request request = {
        .pool = { .bytes = NumberOfBytes,
                  .tag = Tag,
                  .paged = (Flags & POOL_FLAG_PAGED) != 0,
                  .zero = (Flags & POOL_FLAG_UNINITIALIZED) == 0,
                  .pc = CALLER },
        .raise = (Flags & POOL_FLAG_RAISE_ON_FAILURE) != 0,
        .function = __func__,
    };

    /* Documented: exactly one of the three kinds of memory, and a nonzero size and tag. */
    POOL_FLAGS kinds =
        Flags & (POOL_FLAG_PAGED | POOL_FLAG_NON_PAGED | POOL_FLAG_NON_PAGED_EXECUTE);

    if (kinds == 0 || (kinds & (kinds - 1)) != 0 || NumberOfBytes == 0 || Tag == 0) {
        if ((kinds == 0 || (kinds & (kinds - 1)) != 0) && nt_in_driver(machine)) {
            verify_report(machine, RULE_NT_POOL_08, __func__,
                          "%s: flags %#llx name %s kind of pool; name exactly one of PAGED, "
                          "NON_PAGED and NON_PAGED_EXECUTE",
                          __func__, (unsigned long long)Flags, kinds == 0 ? "no" : "more than one");
        }
        check_arguments(machine, &request);
        if (request.raise) {
            nt_raise(machine, (uint32_t)STATUS_INVALID_PARAMETER, CALLER);
        }
        return NULL;
    }
    return allocate(machine, &request);
}

/* Asks for no-execute pool by default; memory of the machine is never executable. */
void NTAPI ExInitializeDriverRuntime(ULONG RuntimeFlags)
{
    (void)RuntimeFlags;
}

static void free_block(PVOID block, ULONG tag, const char *function)
{
    struct machine *machine = nt_enter(DISPATCH_LEVEL, function);
    struct nt_pool_info info;

    if (nt_in_driver(machine) && machine->active->irql > APC_LEVEL &&
        nt_pool_block_of(machine, block, &info) && info.paged) {
        verify_report(machine, RULE_NT_IRQL_06, function,
                      "%s: paged pool is freed at IRQL %u; its limit is APC_LEVEL", function,
                      machine->active->irql);
    }
    if (nt_mdl_holds_pages(machine, block)) {
        verify_report(machine, RULE_NT_MDL_05, function,
                      "%s: the block is an MDL that still holds its pages; free them with "
                      "MmFreePagesFromMdl first",
                      function);
    }
    nt_pool_free(machine, block, tag, function);
}

void NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag)
{
    free_block(P, Tag, __func__);
}

void NTAPI ExFreePool(PVOID P)
{
    free_block(P, 0, __func__);
}
