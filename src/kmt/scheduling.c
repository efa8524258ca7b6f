/* SPDX-License-Identifier: MIT */
/*
 * The scheduling class of a process, and the clocks of its nodes. Priorities of contexts within the
 * class are in context.c.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtsetprocessschedulingpriorityclass,
 * -d3dkmtgetprocessschedulingpriorityclass, -d3dkmtqueryclockcalibration
 */
#include "dxgk/gate_calls.h"
#include "kmt/object.h"

_Static_assert((int)D3DKMT_SCHEDULINGPRIORITYCLASS_IDLE == (int)SCHED_CLASS_IDLE &&
                   (int)D3DKMT_SCHEDULINGPRIORITYCLASS_NORMAL == (int)SCHED_CLASS_NORMAL &&
                   (int)D3DKMT_SCHEDULINGPRIORITYCLASS_REALTIME == (int)SCHED_CLASS_REALTIME &&
                   SCHED_CLASS_NORMAL == PROCESS_GPU_CLASS_NORMAL,
               "the scheduler's classes are the documented ones");

struct class_request {
    HANDLE process;
    D3DKMT_SCHEDULINGPRIORITYCLASS class;
    D3DKMT_SCHEDULINGPRIORITYCLASS *answer; /* the caller's */
};

static NTSTATUS set_class(struct kmt_call *call, void *arguments)
{
    const struct class_request *request = arguments;
    struct kmt_device *device;
    uint32_t cursor = 0;

    if (!kmt_is_this_process(request->process) ||
        (uint32_t)request->class > D3DKMT_SCHEDULINGPRIORITYCLASS_REALTIME) {
        return STATUS_INVALID_PARAMETER;
    }
    call->process->gpu_class = (uint32_t)request->class;
    while ((device = handle_next(&call->process->handles, HANDLE_DEVICE, &cursor)) != NULL) {
        if (device->device != NULL) {
            dxgk_device_set_class(device->device, (enum sched_class)request->class);
        }
    }
    return STATUS_SUCCESS;
}

static NTSTATUS get_class(struct kmt_call *call, void *arguments)
{
    const struct class_request *request = arguments;
    D3DKMT_SCHEDULINGPRIORITYCLASS class = (D3DKMT_SCHEDULINGPRIORITYCLASS)call->process->gpu_class;

    return kmt_is_this_process(request->process)
               ? user_answer(call->machine, request->answer, &class, sizeof(class))
               : STATUS_INVALID_PARAMETER;
}

/* Choice: STATUS_NOT_SUPPORTED without DxgkDdiCalibrateGpuClock; the page has no word for it. */
static NTSTATUS calibrate(struct kmt_call *call, void *arguments)
{
    D3DKMT_QUERYCLOCKCALIBRATION *args = arguments;
    NTSTATUS status;

    if (args->NodeOrdinal >= dxgk_adapter_node_count(call->adapter) ||
        args->PhysicalAdapterIndex != 0) {
        return STATUS_INVALID_PARAMETER;
    }
    status = gate_CalibrateGpuClock(call->adapter, args->NodeOrdinal, 0, &args->ClockData);
    return status == STATUS_NOT_IMPLEMENTED ? STATUS_NOT_SUPPORTED : status;
}

/** Partial: of the calling process. */
NTSTATUS APIENTRY D3DKMTSetProcessSchedulingPriorityClass(HANDLE process,
                                                          D3DKMT_SCHEDULINGPRIORITYCLASS class)
{
    static const struct kmt_function function = { "D3DKMTSetProcessSchedulingPriorityClass",
                                                  .body = set_class };
    struct class_request request = { .process = process, .class = class };

    return kmt_call(&function, &request);
}

/** Partial: of the calling process. */
NTSTATUS APIENTRY D3DKMTGetProcessSchedulingPriorityClass(HANDLE process,
                                                          D3DKMT_SCHEDULINGPRIORITYCLASS *class)
{
    static const struct kmt_function function = { "D3DKMTGetProcessSchedulingPriorityClass",
                                                  .body = get_class };
    struct class_request request = { .process = process, .answer = class };

    return kmt_call(&function, &request);
}

NTSTATUS APIENTRY D3DKMTQueryClockCalibration(D3DKMT_QUERYCLOCKCALIBRATION *args)
{
    static const struct kmt_function function = {
        "D3DKMTQueryClockCalibration", KMT_BY(ADAPTER, D3DKMT_QUERYCLOCKCALIBRATION, hAdapter),
        .answer = KMT_ANSWERS, .body = calibrate
    };

    return kmt_call(&function, args);
}
