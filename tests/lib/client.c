/* SPDX-License-Identifier: MIT */
#include "tests/lib/client.h"

#include "drivers/softgpu/softgpu_umd.h"
#include "object/process.h"
#include "tests/lib/test.h"

void client_open(struct client *client)
{
    D3DKMT_ADAPTERINFO info = { 0 };
    D3DKMT_ENUMADAPTERS2 args = { .NumAdapters = 1, .pAdapters = &info };

    *client = (struct client){ 0 };
    assert_int_equal(D3DKMTEnumAdapters2(&args), STATUS_SUCCESS);
    assert_int_equal(args.NumAdapters, 1);
    client->adapter = info.hAdapter;
}

void client_open_context(struct client *client)
{
    D3DKMT_CREATEDEVICE device = { 0 };

    client_open(client);
    device.hAdapter = client->adapter;
    assert_int_equal(D3DKMTCreateDevice(&device), STATUS_SUCCESS);
    client->device = device.hDevice;
    client->buffers = (D3DKMT_CREATECONTEXT){ .hDevice = client->device, .EngineAffinity = 1 };
    assert_int_equal(D3DKMTCreateContext(&client->buffers), STATUS_SUCCESS);
    client->context = client->buffers.hContext;
}

void client_close(struct client *client)
{
    if (client->context != 0) {
        assert_int_equal(
            D3DKMTDestroyContext(&(D3DKMT_DESTROYCONTEXT){ .hContext = client->context }),
            STATUS_SUCCESS);
    }
    if (client->device != 0) {
        assert_int_equal(D3DKMTDestroyDevice(&(D3DKMT_DESTROYDEVICE){ .hDevice = client->device }),
                         STATUS_SUCCESS);
    }
    assert_int_equal(D3DKMTCloseAdapter(&(D3DKMT_CLOSEADAPTER){ .hAdapter = client->adapter }),
                     STATUS_SUCCESS);
    *client = (struct client){ 0 };
}

D3DKMT_HANDLE client_surface(const struct client *client, uint32_t kind, uint32_t width,
                             uint32_t height)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = kind,
                                    .Width = width,
                                    .Height = height,
                                    .Pitch = (width * 4 + 63) & ~63u,
                                    .Format = D3DDDIFMT_A8R8G8B8 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data) };
    D3DKMT_CREATEALLOCATION args = { .hDevice = client->device,
                                     .NumAllocations = 1,
                                     .pAllocationInfo = &info };

    assert_int_equal(D3DKMTCreateAllocation(&args), STATUS_SUCCESS);
    assert_int_not_equal(info.hAllocation, 0);
    return info.hAllocation;
}

void client_surface_destroy(const struct client *client, D3DKMT_HANDLE surface)
{
    D3DKMT_DESTROYALLOCATION args = { .hDevice = client->device,
                                      .phAllocationList = &surface,
                                      .AllocationCount = 1 };

    assert_int_equal(D3DKMTDestroyAllocation(&args), STATUS_SUCCESS);
}

NTSTATUS client_escape(const struct client *client, uint32_t flags, void *data, uint32_t size)
{
    D3DKMT_ESCAPE args = { .hAdapter = client->adapter,
                           .hDevice = client->device,
                           .hContext = client->context,
                           .Type = D3DKMT_ESCAPE_DRIVERPRIVATE,
                           .Flags.Value = flags,
                           .pPrivateDriverData = data,
                           .PrivateDriverDataSize = size };

    return D3DKMTEscape(&args);
}

SG_ESCAPE_HEADER client_header(uint32_t request, uint32_t size)
{
    return (SG_ESCAPE_HEADER){
        .Magic = SG_ESCAPE_MAGIC, .Version = SG_ESCAPE_VERSION, .Size = size, .Request = request
    };
}

struct process *client_process(struct machine *machine, const char *name, uint32_t id)
{
    struct process *process = process_create(machine, name, id);

    process_attach(machine, process);
    return process;
}

D3DKMT_HANDLE client_sync(const struct client *client, D3DDDI_SYNCHRONIZATIONOBJECTINFO2 *info)
{
    D3DKMT_CREATESYNCHRONIZATIONOBJECT2 args = { .hDevice = client->device, .Info = *info };

    assert_int_equal(D3DKMTCreateSynchronizationObject2(&args), STATUS_SUCCESS);
    *info = args.Info;
    return args.hSyncObject;
}

D3DKMT_HANDLE client_fence(const struct client *client)
{
    D3DDDI_SYNCHRONIZATIONOBJECTINFO2 info = { .Type = D3DDDI_MONITORED_FENCE };

    return client_sync(client, &info);
}

NTSTATUS client_gpu_wait(const struct client *client, D3DKMT_HANDLE object, uint64_t value)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECT2 args = { .hContext = client->context,
                                                  .ObjectCount = 1,
                                                  .ObjectHandleArray = { object },
                                                  .Fence.FenceValue = value };

    return D3DKMTWaitForSynchronizationObject2(&args);
}

NTSTATUS client_gpu_signal(const struct client *client, D3DKMT_HANDLE object, uint64_t value)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECT2 args = { .hContext = client->context,
                                                 .ObjectCount = 1,
                                                 .ObjectHandleArray = { object },
                                                 .Fence.FenceValue = value };

    return D3DKMTSignalSynchronizationObject2(&args);
}

NTSTATUS client_cpu_wait(const struct client *client, D3DKMT_HANDLE object, UINT64 value)
{
    D3DKMT_WAITFORSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = client->device,
                                                        .ObjectCount = 1,
                                                        .ObjectHandleArray = &object,
                                                        .FenceValueArray = &value };

    return D3DKMTWaitForSynchronizationObjectFromCpu(&args);
}

NTSTATUS client_cpu_signal(const struct client *client, D3DKMT_HANDLE object, UINT64 value)
{
    D3DKMT_SIGNALSYNCHRONIZATIONOBJECTFROMCPU args = { .hDevice = client->device,
                                                       .ObjectCount = 1,
                                                       .ObjectHandleArray = &object,
                                                       .FenceValueArray = &value };

    return D3DKMTSignalSynchronizationObjectFromCpu(&args);
}

void client_fill(const struct client *client, D3DKMT_HANDLE surface, uint32_t colour)
{
    D3DKMT_PRESENT args = {
        .hContext = client->context, .hDestination = surface, .Color = colour, .Flags.ColorFill = 1
    };

    assert_int_equal(D3DKMTPresent(&args), STATUS_SUCCESS);
}

D3DKMT_HANDLE client_primary(const struct client *client, uint32_t width, uint32_t height)
{
    SG_UMD_ALLOCATION_DATA data = { .Magic = SG_UMD_MAGIC,
                                    .Version = SG_UMD_VERSION,
                                    .Kind = SG_SURFACE_PRIMARY,
                                    .Width = width,
                                    .Height = height,
                                    .Pitch = (width * 4 + 63) & ~63u,
                                    .Format = D3DDDIFMT_X8R8G8B8,
                                    .RefreshNumerator = 60,
                                    .RefreshDenominator = 1 };
    D3DDDI_ALLOCATIONINFO info = { .pPrivateDriverData = &data,
                                   .PrivateDriverDataSize = sizeof(data),
                                   .Flags.Primary = 1 };
    D3DKMT_CREATEALLOCATION args = { .hDevice = client->device,
                                     .NumAllocations = 1,
                                     .pAllocationInfo = &info };

    assert_int_equal(D3DKMTCreateAllocation(&args), STATUS_SUCCESS);
    return info.hAllocation;
}

void client_own_source(const struct client *client)
{
    D3DKMT_VIDPNSOURCEOWNER_TYPE type = D3DKMT_VIDPNSOURCEOWNER_EXCLUSIVE;
    D3DDDI_VIDEO_PRESENT_SOURCE_ID source = 0;
    D3DKMT_SETVIDPNSOURCEOWNER args = {
        .hDevice = client->device, .pType = &type, .pVidPnSourceId = &source, .VidPnSourceCount = 1
    };

    assert_int_equal(D3DKMTSetVidPnSourceOwner(&args), STATUS_SUCCESS);
}

NTSTATUS client_flip(const struct client *client, D3DKMT_HANDLE primary,
                     D3DDDI_FLIPINTERVAL_TYPE interval)
{
    D3DKMT_PRESENT args = {
        .hContext = client->context, .hSource = primary, .FlipInterval = interval, .Flags.Flip = 1
    };

    return D3DKMTPresent(&args);
}
