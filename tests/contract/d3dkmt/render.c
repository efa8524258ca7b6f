/* SPDX-License-Identifier: MIT */
/* Work for the GPU, and escapes. */
#include "devices/softgpu/softgpu_regs.h"
#include "dxgk/adapter_private.h"
#include "dxgk/control.h"
#include "dxgk/display_path.h"
#include "tests/contract/d3dkmt/status.h"

#include <string.h>

/* A fill of the surface, in the commands of the board. */
static NTSTATUS render_with(struct world *world, D3DKMT_HANDLE surface, uint32_t opcode)
{
    struct softgpu_packet_fill fill = { .header =
                                            SOFTGPU_PACKET_HEADER(opcode, SOFTGPU_FILL_DWORDS(1)),
                                        .dst.address = 1,
                                        .rop = SOFTGPU_FILL_PATCOPY,
                                        .rect_count = 1 };
    struct softgpu_rect rect = { 0, 0, 16, 16 };
    D3DKMT_RENDER args = { .hContext = world->client.context,
                           .CommandLength = sizeof(fill) + sizeof(rect),
                           .AllocationCount = 2 };

    memcpy(world->client.buffers.pCommandBuffer, &fill, sizeof(fill));
    memcpy((char *)world->client.buffers.pCommandBuffer + sizeof(fill), &rect, sizeof(rect));
    world->client.buffers.pAllocationList[1] =
        (D3DDDI_ALLOCATIONLIST){ .hAllocation = surface, .WriteOperation = 1 };
    return D3DKMTRender(&args);
}

static NTSTATUS render(struct world *world)
{
    return render_with(world, world->surface, SOFTGPU_OP_FILL);
}

static NTSTATUS render_to_no_surface(struct world *world)
{
    return render_with(world, world->client.device, SOFTGPU_OP_FILL);
}

static NTSTATUS render_privileged(struct world *world)
{
    return render_with(world, world->surface, SOFTGPU_OP_GART_WRITE);
}

/* To the context itself once more, and to a stranger. */
static NTSTATUS render_broadcast(struct world *world)
{
    D3DKMT_RENDER args = { .hContext = world->client.context,
                           .CommandLength = 4,
                           .BroadcastContextCount = 1,
                           .BroadcastContext = { world->client.device } };

    return D3DKMTRender(&args);
}

static NTSTATUS present(struct world *world)
{
    D3DKMT_PRESENT args = { .hContext = world->client.context,
                            .hDestination = world->surface,
                            .BroadcastContextCount = 1,
                            .BroadcastContext = { world->client.context },
                            .Flags.ColorFill = 1 };

    return D3DKMTPresent(&args);
}

static NTSTATUS present_some(struct world *world)
{
    RECT rect = { 0, 0, 4, 4 };
    D3DKMT_PRESENT args = { .hContext = world->client.context,
                            .hDestination = world->surface,
                            .SubRectCnt = 1,
                            .pSrcSubRects = &rect,
                            .Flags.ColorFill = 1 };

    return D3DKMTPresent(&args);
}

static NTSTATUS present_on_lost(struct world *world)
{
    assert_int_equal(
        D3DKMTMarkDeviceAsError(&(D3DKMT_MARKDEVICEASERROR){
            .hDevice = world->client.device, .Reason = D3DKMT_DEVICE_ERROR_REASON_GENERIC }),
        STATUS_SUCCESS);
    return present(world);
}

/* The adapter recovers from a timeout that has not happened; its devices do not. */
static NTSTATUS present_after_reset(struct world *world)
{
    assert_int_equal(dxgk_force_tdr(world->hardware, 0, true), STATUS_SUCCESS);
    return present(world);
}

/* Must be the last: the desktop does not come back. */
static NTSTATUS present_without_desktop(struct world *world)
{
    D3DKMT_PRESENT args = { .hContext = world->client.context, .Flags.ColorFill = 1 };

    assert_int_equal(dxgk_mode_clear(world->hardware), STATUS_SUCCESS);
    return D3DKMTPresent(&args);
}

static NTSTATUS escape(struct world *world)
{
    SG_ESCAPE_INFO info = { .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(info)) };

    return client_escape(&world->client, 0, &info, sizeof(info));
}

static NTSTATUS escape_with_reserved_flags(struct world *world)
{
    SG_ESCAPE_INFO info = { .Header = client_header(SG_ESCAPE_GPU_INFO, sizeof(info)) };

    return client_escape(&world->client, 0x80000000u, &info, sizeof(info));
}

static NTSTATUS driver_answer;

static NTSTATUS APIENTRY answer_escape(const HANDLE adapter, const DXGKARG_ESCAPE *args)
{
    (void)adapter;
    (void)args;
    return driver_answer;
}

/* What the driver says of the request is what the client hears. */
static NTSTATUS escape_answered(struct world *world, NTSTATUS answer)
{
    PDXGKDDI_ESCAPE original = world->hardware->table.DxgkDdiEscape;
    NTSTATUS status;

    driver_answer = answer;
    world->hardware->table.DxgkDdiEscape = answer_escape;
    status = escape(world);
    world->hardware->table.DxgkDdiEscape = original;
    return status;
}

static NTSTATUS escape_illegal(struct world *world)
{
    return escape_answered(world, STATUS_ILLEGAL_INSTRUCTION);
}

static NTSTATUS escape_privileged(struct world *world)
{
    return escape_answered(world, STATUS_PRIVILEGED_INSTRUCTION);
}

static const struct status_row rows[] = {
    ROW(D3DKMTRender, render, STALE | LOST | STARVED),
    ROW(D3DKMTPresent, present, STALE),
    ROW(D3DKMTPresent, present_some, STALE | STARVED),
    ROW(D3DKMTEscape, escape, STALE | STOPPED | LOST | STARVED),
};

static const struct status_case cases[] = {
    { "D3DKMTRender", STATUS_INVALID_HANDLE, render_to_no_surface },
    { "D3DKMTRender", STATUS_PRIVILEGED_INSTRUCTION, render_privileged },
    { "D3DKMTRender", STATUS_INVALID_PARAMETER, render_broadcast },
    { "D3DKMTPresent", STATUS_GRAPHICS_GPU_EXCEPTION_ON_DEVICE, present_on_lost },
    { "D3DKMTEscape", STATUS_INVALID_PARAMETER, escape_with_reserved_flags },
    { "D3DKMTEscape", STATUS_ILLEGAL_INSTRUCTION, escape_illegal },
    { "D3DKMTEscape", STATUS_PRIVILEGED_INSTRUCTION, escape_privileged },
    { "D3DKMTPresent", STATUS_DEVICE_REMOVED, present_after_reset },
    { "D3DKMTPresent", STATUS_GRAPHICS_ALLOCATION_INVALID, present_without_desktop },
};

const struct status_family render_family = { "render", rows, DXGH_ARRAY_SIZE(rows), cases,
                                             DXGH_ARRAY_SIZE(cases) };
