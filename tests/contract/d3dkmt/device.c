/* SPDX-License-Identifier: MIT */
/* Devices and contexts. */
#include "tests/contract/d3dkmt/status.h"

static NTSTATUS create_device(struct world *world)
{
    D3DKMT_CREATEDEVICE args = { .hAdapter = world->client.adapter };

    return D3DKMTCreateDevice(&args);
}

static NTSTATUS destroy_device(struct world *world)
{
    return D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = world->client.device });
}

static NTSTATUS wait_idle(struct world *world)
{
    return D3DKMTWaitForIdle(&(D3DKMT_WAITFORIDLE){ .hDevice = world->client.device });
}

static NTSTATUS get_state(struct world *world)
{
    D3DKMT_GETDEVICESTATE args = { .hDevice = world->client.device,
                                   .StateType = D3DKMT_DEVICESTATE_EXECUTION };

    return D3DKMTGetDeviceState(&args);
}

static NTSTATUS get_no_state(struct world *world)
{
    D3DKMT_GETDEVICESTATE args = { .hDevice = world->client.device,
                                   .StateType = (D3DKMT_DEVICESTATE_TYPE)99 };

    return D3DKMTGetDeviceState(&args);
}

static NTSTATUS mark(struct world *world)
{
    D3DKMT_MARKDEVICEASERROR args = { .hDevice = world->client.device,
                                      .Reason = D3DKMT_DEVICE_ERROR_REASON_DRIVER_ERROR };

    return D3DKMTMarkDeviceAsError(&args);
}

static NTSTATUS create_context(struct world *world)
{
    D3DKMT_CREATECONTEXT args = { .hDevice = world->client.device, .EngineAffinity = 1 };

    return D3DKMTCreateContext(&args);
}

static NTSTATUS create_context_on_no_node(struct world *world)
{
    D3DKMT_CREATECONTEXT args = { .hDevice = world->client.device, .NodeOrdinal = 99 };

    return D3DKMTCreateContext(&args);
}

static NTSTATUS destroy_context(struct world *world)
{
    return D3DKMTDestroyContext(&(D3DKMT_DESTROYCONTEXT){ .hContext = world->client.context });
}

static NTSTATUS set_priority(struct world *world)
{
    D3DKMT_SETCONTEXTSCHEDULINGPRIORITY args = { .hContext = world->client.context,
                                                 .Priority = -7 };

    return D3DKMTSetContextSchedulingPriority(&args);
}

static NTSTATUS set_no_priority(struct world *world)
{
    D3DKMT_SETCONTEXTSCHEDULINGPRIORITY args = { .hContext = world->client.context, .Priority = 8 };

    return D3DKMTSetContextSchedulingPriority(&args);
}

static NTSTATUS get_priority(struct world *world)
{
    D3DKMT_GETCONTEXTSCHEDULINGPRIORITY args = { .hContext = world->client.context };

    return D3DKMTGetContextSchedulingPriority(&args);
}

static const struct status_row rows[] = {
    ROW(D3DKMTCreateDevice, create_device, STALE | STOPPED | STARVED),
    ROW(D3DKMTDestroyDevice, destroy_device, STALE),
    ROW(D3DKMTWaitForIdle, wait_idle, STALE | STOPPED | LOST),
    ROW(D3DKMTGetDeviceState, get_state, STALE | STOPPED),
    ROW(D3DKMTMarkDeviceAsError, mark, STALE | STOPPED),
    ROW(D3DKMTCreateContext, create_context, STALE | STOPPED | LOST | STARVED),
    ROW(D3DKMTDestroyContext, destroy_context, STALE),
    ROW(D3DKMTSetContextSchedulingPriority, set_priority, STALE),
    ROW(D3DKMTGetContextSchedulingPriority, get_priority, STALE),
};

static const struct status_case cases[] = {
    { "D3DKMTGetDeviceState", STATUS_INVALID_PARAMETER, get_no_state },
    { "D3DKMTCreateContext", STATUS_INVALID_PARAMETER, create_context_on_no_node },
    { "D3DKMTSetContextSchedulingPriority", STATUS_INVALID_PARAMETER, set_no_priority },
};

const struct status_family device_family = { "device", rows, DXGH_ARRAY_SIZE(rows), cases,
                                             DXGH_ARRAY_SIZE(cases) };
