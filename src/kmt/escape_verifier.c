/* SPDX-License-Identifier: MIT */
/*
 * D3DKMT_ESCAPE_ADAPTER_VERIFIER_OPTION and _PROCESS_VERIFIER_OPTION: how the memory manager is
 * made harder on drivers. What it does anyway can be asked for; the rest is refused by name.
 *
 * Source: ns-d3dkmthk-_d3dkmt_adapter_verifier_option, -_d3dkmt_process_verifier_option and the
 * flags they hold
 */
#include "dxgk/control.h"
#include "kmt/escape.h"
#include "verify/verify.h"

/* Asks for or sets a word of flags, of which only those that are given can be set. */
static NTSTATUS query_or_set(const struct kmt_escape *escape, D3DKMT_VERIFIER_OPTION_MODE mode,
                             uint32_t possible, uint32_t *flags, UINT32 *value)
{
    if (mode == D3DKMT_VERIFIER_OPTION_QUERY) {
        *value = *flags;
        return STATUS_SUCCESS;
    }
    if (mode != D3DKMT_VERIFIER_OPTION_SET) {
        return STATUS_INVALID_PARAMETER;
    }
    if ((*value & ~possible) != 0) {
        return kmt_unimplemented(escape->call, "verifier flags 0x%X", *value & ~possible);
    }
    *flags = *value;
    return STATUS_SUCCESS;
}

NTSTATUS kmt_escape_adapter_verifier(const struct kmt_escape *escape)
{
    D3DKMT_ADAPTER_VERIFIER_OPTION *args = escape->data;
    D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS possible = { .NeverDiscardOffer = 1, .NeverMoveDefrag = 1 };

    if (escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_FLAGS:
        return args->Data.VidMmFlags.Reserved != 0
                   ? STATUS_INVALID_PARAMETER
                   : query_or_set(escape, args->Mode, possible.Value,
                                  dxgk_verifier_flags(escape->adapter),
                                  &args->Data.VidMmFlags.Value);
    case D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_TRIM_INTERVAL:
        return kmt_unimplemented(escape->call, "adapter verifier option %u", (unsigned)args->Type);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS kmt_escape_process_verifier(const struct kmt_escape *escape)
{
    D3DKMT_PROCESS_VERIFIER_OPTION *args = escape->data;
    D3DKMT_PROCESS_VERIFIER_VIDMM_FLAGS possible = { .ForceSynchronousEvict = 1,
                                                     .NeverDeferEvictions = 1 };

    if (escape->size_bytes != sizeof(*args) || !kmt_is_this_process(args->hProcess)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_PROCESS_VERIFIER_OPTION_VIDMM_FLAGS:
        return args->Data.VidMmFlags.Reserved != 0
                   ? STATUS_INVALID_PARAMETER
                   : query_or_set(escape, args->Mode, possible.Value,
                                  &escape->call->process->gpu_verifier_flags,
                                  &args->Data.VidMmFlags.Value);
    case D3DKMT_PROCESS_VERIFIER_OPTION_VIDMM_RESTRICT_BUDGET:
        return kmt_unimplemented(escape->call, "process verifier option %u", (unsigned)args->Type);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
