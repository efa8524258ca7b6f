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

static NTSTATUS adapter_flags(const struct kmt_escape *escape, D3DKMT_VERIFIER_OPTION_MODE mode,
                              D3DKMT_ADAPTER_VERIFIER_VIDMM_FLAGS *flags)
{
    uint32_t unserved;

    if (flags->Reserved != 0 || (flags->AlwaysDiscardOffer && flags->NeverDiscardOffer)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (mode) {
    case D3DKMT_VERIFIER_OPTION_QUERY:
        *flags = dxgk_verifier_flags(escape->adapter);
        return STATUS_SUCCESS;
    case D3DKMT_VERIFIER_OPTION_SET:
        if (!dxgk_tdr_test_mode(escape->adapter)) {
            return STATUS_ACCESS_DENIED; /* Choice: it changes the work of others */
        }
        unserved = dxgk_verifier_set(escape->adapter, *flags);
        return unserved == 0 ? STATUS_SUCCESS
                             : kmt_unimplemented(escape->call, "verifier flags 0x%X", unserved);
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS kmt_escape_adapter_verifier(const struct kmt_escape *escape)
{
    D3DKMT_ADAPTER_VERIFIER_OPTION *args = escape->data;

    if (escape->size_bytes != sizeof(*args)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_FLAGS:
        return adapter_flags(escape, args->Mode, &args->Data.VidMmFlags);
    case D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_TRIM_INTERVAL:
        return kmt_unimplemented(escape->call,
                                 "D3DKMT_ADAPTER_VERIFIER_OPTION_VIDMM_TRIM_INTERVAL");
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

/* What is asked for is what happens anyway: evictions are carried out at once. */
static NTSTATUS process_flags(const struct kmt_escape *escape, D3DKMT_VERIFIER_OPTION_MODE mode,
                              D3DKMT_PROCESS_VERIFIER_VIDMM_FLAGS *flags)
{
    uint32_t *kept = &escape->call->process->gpu_verifier_flags;
    D3DKMT_PROCESS_VERIFIER_VIDMM_FLAGS other = *flags;

    other.ForceSynchronousEvict = 0;
    other.NeverDeferEvictions = 0;
    if (flags->Reserved != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (mode) {
    case D3DKMT_VERIFIER_OPTION_QUERY:
        flags->Value = *kept;
        return STATUS_SUCCESS;
    case D3DKMT_VERIFIER_OPTION_SET:
        if (other.Value != 0) {
            return kmt_unimplemented(escape->call, "verifier flags 0x%X", other.Value);
        }
        *kept = flags->Value;
        return STATUS_SUCCESS;
    default:
        return STATUS_INVALID_PARAMETER;
    }
}

NTSTATUS kmt_escape_process_verifier(const struct kmt_escape *escape)
{
    D3DKMT_PROCESS_VERIFIER_OPTION *args = escape->data;

    if (escape->size_bytes != sizeof(*args) || !kmt_is_this_process(args->hProcess)) {
        return STATUS_INVALID_PARAMETER;
    }
    switch (args->Type) {
    case D3DKMT_PROCESS_VERIFIER_OPTION_VIDMM_FLAGS:
        return process_flags(escape, args->Mode, &args->Data.VidMmFlags);
    case D3DKMT_PROCESS_VERIFIER_OPTION_VIDMM_RESTRICT_BUDGET:
        return kmt_unimplemented(escape->call,
                                 "D3DKMT_PROCESS_VERIFIER_OPTION_VIDMM_RESTRICT_BUDGET");
    default:
        return STATUS_INVALID_PARAMETER;
    }
}
