/* SPDX-License-Identifier: MIT */
#include "dxgk/query_guard.h"

#include "dxgk/gate_calls.h"
#include "machine/heap.h"
#include "verify/verify.h"

#include <string.h>

#define GUARD_BYTES 64u
#define GUARD 0xC5u

static void check_guard(struct adapter *adapter, const DXGKARG_QUERYADAPTERINFO *args,
                        const unsigned char *guard)
{
    uint32_t last = 0;

    for (uint32_t i = 0; i < GUARD_BYTES; i++) {
        if (guard[i] != GUARD) {
            last = i + 1;
        }
    }
    if (last > 0) {
        verify_report(adapter->machine, RULE_QAI_03, "DxgkDdiQueryAdapterInfo",
                      "Type %u was asked for with an OutputDataSize of %u bytes, and at least %u "
                      "bytes behind them were written. Write no more than fits: structures differ "
                      "in size between interface versions.",
                      (unsigned)args->Type, args->OutputDataSize, last);
    }
}

NTSTATUS query_guarded(struct adapter *adapter, const DXGKARG_QUERYADAPTERINFO *args)
{
    DXGKARG_QUERYADAPTERINFO guarded = *args;
    unsigned char *output;
    NTSTATUS status;

    if (args->pOutputData == NULL) {
        return gate_QueryAdapterInfo(adapter, args);
    }
    output = machine_heap_alloc(adapter->machine, args->OutputDataSize + GUARD_BYTES);
    memcpy(output, args->pOutputData, args->OutputDataSize);
    memset(output + args->OutputDataSize, GUARD, GUARD_BYTES);
    guarded.pOutputData = output;
    status = gate_QueryAdapterInfo(adapter, &guarded);
    check_guard(adapter, args, output + args->OutputDataSize);
    memcpy(args->pOutputData, output, args->OutputDataSize);
    machine_heap_free(adapter->machine, output);
    return status;
}
