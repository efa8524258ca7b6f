/* SPDX-License-Identifier: MIT */
/* Opens the first adapter and asks the reference driver about its board. The README shows it. */
#include <dxghost/d3dkmt.h>
#include <softgpu_escape.h>
#include <stdio.h>

int main(void)
{
    D3DKMT_ADAPTERINFO adapter = { 0 };
    D3DKMT_ENUMADAPTERS2 adapters = { .NumAdapters = 1, .pAdapters = &adapter };
    SG_ESCAPE_INFO info = { .Header = { SG_ESCAPE_MAGIC, SG_ESCAPE_VERSION, sizeof(info),
                                        SG_ESCAPE_GPU_INFO } };
    NTSTATUS status = D3DKMTEnumAdapters2(&adapters);
    D3DKMT_ESCAPE escape = { .hAdapter = adapter.hAdapter,
                             .pPrivateDriverData = &info,
                             .PrivateDriverDataSize = sizeof(info) };

    status = NT_SUCCESS(status) ? D3DKMTEscape(&escape) : status;
    printf("0x%08X: %u nodes, %llu MB\n", (unsigned)status, info.NodeCount, info.VramBytes >> 20);
    return !NT_SUCCESS(status);
}
