/* SPDX-License-Identifier: MIT */
/*
 * D3DKMTEscape. The path of a private escape is docs/paths/escape.md.
 *
 * Checks in order, each with its documented status: the structure itself, the adapter, the flags,
 * device and context, the buffer. Only D3DKMT_ESCAPE_DRIVERPRIVATE reaches the driver (KMTESC-04);
 * the other types are the kernel's own, served where their payload is documented.
 *
 * Source: d3dkmthk nf-d3dkmthk-d3dkmtescape, ns-d3dkmthk-_d3dkmt_escape,
 * ne-d3dkmthk-_d3dkmt_escapetype, ns-d3dukmdt-_d3dddi_escapeflags
 */
#include "kmt/escape.h"

#include "dxgk/control.h"
#include "dxgk/escape.h"
#include "kmt/names.h"
#include "kmt/resource.h"
#include "verify/verify.h"

#include <string.h>

/* The headers of the interface we build against name bits 0 to 5 only. */
#define FLAG_HARDWARE_ACCESS 0x01u
#define FLAG_DEVICE_STATUS_QUERY 0x02u
#define FLAG_CHANGE_FRAME_LATENCY 0x04u
#define FLAG_NO_ADAPTER_SYNCHRONIZATION 0x08u
#define FLAG_DRIVER_KNOWN_ESCAPE 0x40u
#define FLAG_DRIVER_COMMON_ESCAPE 0x80u

/* Interface versions that brought a flag, where the headers have no name for them. */
#define INTERFACE_WDDM2_5 0xA00Bu
#define INTERFACE_WDDM2_6 0xB004u

/* D3DDDI_DRIVERESCAPETYPE and the sizes of its structures. Source: gpu-paravirtualization */
#define KNOWN_TRANSLATE_ALLOCATION 0u
#define KNOWN_TRANSLATE_RESOURCE 1u
#define KNOWN_CPU_EVENT_USAGE 2u
#define KNOWN_TRANSLATE_BYTES 8u
#define KNOWN_CPU_EVENT_BYTES 48u

/* Choice: more than any type needs; D3DKMT_MAX_DMM_ESCAPE_DATASIZE is 100 KB. Private escapes are
 * bounded by the machine's memory only. */
#define KERNEL_ESCAPE_BYTES_MAX (1u << 20)

/* Flags a caller may set. DeviceStatusQuery and ChangeFrameLatency are consumed by the user-mode
 * runtime (ESC-08), bit 4 and VirtualMachineData are the kernel's to set (KMTESC-12). */
static uint32_t known_flags(const struct adapter *adapter)
{
    uint32_t version = dxgk_adapter_version(adapter);
    uint32_t flags = FLAG_HARDWARE_ACCESS;

    if (version >= DXGKDDI_INTERFACE_VERSION_WDDM2_0) {
        flags |= FLAG_NO_ADAPTER_SYNCHRONIZATION;
    }
    if (version >= INTERFACE_WDDM2_5) {
        flags |= FLAG_DRIVER_KNOWN_ESCAPE;
    }
    if (version >= INTERFACE_WDDM2_6) {
        flags |= FLAG_DRIVER_COMMON_ESCAPE;
    }
    return flags;
}

static bool flags_are_valid(const struct adapter *adapter, const D3DKMT_ESCAPE *args)
{
    uint32_t flags = args->Flags.Value;

    if ((flags & ~known_flags(adapter)) != 0) {
        return false;
    }
    if ((flags & FLAG_HARDWARE_ACCESS) != 0 && (flags & FLAG_NO_ADAPTER_SYNCHRONIZATION) != 0) {
        return false; /* Choice: one asks for the adapter alone, the other not to touch it */
    }
    return args->Type == D3DKMT_ESCAPE_DRIVERPRIVATE || flags == 0;
}

/* Private escapes */

struct private_escape {
    struct kmt_call *call;
    struct adapter *adapter;
    const D3DKMT_ESCAPE *args;
    struct escape_request request;
    struct escape_buffer buffer;
};

/* Without virtualization a handle is its own translation, if it is one (KMTESC-14). */
static NTSTATUS translate(const struct private_escape *escape, enum handle_type type)
{
    D3DKMT_HANDLE handle;

    memcpy(&handle, (const char *)escape->buffer.data + sizeof(uint32_t), sizeof(handle));
    return handle_find(&escape->call->process->handles, type, handle) == NULL
               ? STATUS_INVALID_HANDLE
               : STATUS_SUCCESS;
}

/* KMTESC-13. Returns true when the kernel has answered. */
static bool answer_known(struct private_escape *escape, NTSTATUS *status)
{
    uint32_t size = escape->buffer.size_bytes;
    uint32_t type;

    if ((escape->args->Flags.Value & FLAG_DRIVER_KNOWN_ESCAPE) == 0) {
        return false;
    }
    *status = STATUS_INVALID_PARAMETER;
    if (size < sizeof(type)) {
        return true;
    }
    memcpy(&type, escape->buffer.data, sizeof(type));
    switch (type) {
    case KNOWN_TRANSLATE_ALLOCATION:
    case KNOWN_TRANSLATE_RESOURCE:
        if (size == KNOWN_TRANSLATE_BYTES) {
            *status = translate(escape, type == KNOWN_TRANSLATE_ALLOCATION ? HANDLE_ALLOCATION
                                                                           : HANDLE_RESOURCE);
        }
        return true;
    case KNOWN_CPU_EVENT_USAGE:
        return size != KNOWN_CPU_EVENT_BYTES; /* the driver's to answer (ESC-18) */
    default:
        return true;
    }
}

/* KMTESC-09. Choice: copied back whatever the driver answered, and never more than came in. */
static NTSTATUS give_back(struct private_escape *escape, NTSTATUS status)
{
    if (user_write(escape->call->machine, escape->args->pPrivateDriverData, escape->buffer.data,
                   escape->buffer.size_bytes)) {
        return status;
    }
    return STATUS_INVALID_PARAMETER;
}

static NTSTATUS private_escape(struct private_escape *escape)
{
    const D3DKMT_ESCAPE *args = escape->args;
    NTSTATUS status;

    if (dxgk_is_recovering(escape->adapter)) {
        return STATUS_DEVICE_REMOVED; /* ESC-22 */
    }
    status = escape_buffer_init(escape->adapter, &escape->buffer, args->PrivateDriverDataSize);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    escape->request.flags = args->Flags.Value;
    escape->request.buffer = &escape->buffer;
    if (!user_read_and_probe(escape->call->machine, escape->buffer.data, args->pPrivateDriverData,
                             args->PrivateDriverDataSize)) {
        status = STATUS_INVALID_PARAMETER; /* KMTESC-05: before anybody acts on it */
    } else if (!answer_known(escape, &status)) {
        status = give_back(escape, dxgk_escape(escape->adapter, &escape->request));
    }
    escape_buffer_fini(escape->adapter, &escape->buffer);
    return status;
}

/* The kernel's own */

static NTSTATUS serve(const struct kmt_escape *escape, D3DKMT_ESCAPETYPE type)
{
    switch (type) {
    case D3DKMT_ESCAPE_VIDMM:
        return kmt_escape_vidmm(escape);
    case D3DKMT_ESCAPE_TDRDBGCTRL:
        return kmt_escape_tdr(escape);
    case D3DKMT_ESCAPE_VIDSCH:
        return kmt_escape_vidsch(escape);
    case D3DKMT_ESCAPE_DEVICE:
        return kmt_escape_device(escape);
    case D3DKMT_ESCAPE_DMM:
        return kmt_escape_dmm(escape);
    case D3DKMT_ESCAPE_DEBUG_SNAPSHOT:
        return kmt_escape_snapshot(escape);
    case D3DKMT_ESCAPE_ADAPTER_VERIFIER_OPTION:
        return kmt_escape_adapter_verifier(escape);
    case D3DKMT_ESCAPE_PROCESS_VERIFIER_OPTION:
        return kmt_escape_process_verifier(escape);
    case D3DKMT_ESCAPE_DRIVERPRIVATE: /* not here */
    default:
        break;
    }
    return kmt_escape_name(type) == NULL /* KMTESC-28: no such type */
               ? STATUS_INVALID_PARAMETER
               : kmt_unimplemented(escape->call, "%s", kmt_escape_name(type));
}

static NTSTATUS kernel_escape(struct kmt_call *call, struct adapter *adapter,
                              struct kmt_device *device, const D3DKMT_ESCAPE *args)
{
    struct kmt_escape escape = { .call = call, .adapter = adapter, .device = device };
    struct kmt_blob blob;
    NTSTATUS status;

    if (args->PrivateDriverDataSize > KERNEL_ESCAPE_BYTES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!user_can_write(call->machine, args->pPrivateDriverData, args->PrivateDriverDataSize)) {
        return STATUS_INVALID_PARAMETER;
    }
    status =
        kmt_blob_read(call->machine, &blob, args->pPrivateDriverData, args->PrivateDriverDataSize);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    escape.data = blob.data;
    escape.size_bytes = blob.size_bytes;
    status = serve(&escape, args->Type);
    if (NT_SUCCESS(status) || status == STATUS_BUFFER_TOO_SMALL) {
        if (!user_write(call->machine, args->pPrivateDriverData, blob.data, blob.size_bytes)) {
            status = STATUS_INVALID_PARAMETER;
        }
    }
    kmt_blob_fini(call->machine, &blob);
    return status;
}

/* The device and context are the caller's, found and held already. */
static NTSTATUS dispatch(struct kmt_call *call, struct adapter *adapter, struct kmt_device *device,
                         struct kmt_context *context, const D3DKMT_ESCAPE *args)
{
    struct private_escape escape = {
        .call = call,
        .adapter = adapter,
        .args = args,
        .request = { .device = device == NULL ? NULL : device->device,
                     .context = context == NULL ? NULL : context->context },
    };

    return args->Type == D3DKMT_ESCAPE_DRIVERPRIVATE ? private_escape(&escape)
                                                     : kernel_escape(call, adapter, device, args);
}

static NTSTATUS with_device(struct kmt_call *call, const D3DKMT_ESCAPE *args)
{
    struct kmt_device *device;
    struct kmt_context *context = NULL;
    NTSTATUS status = kmt_device_enter(call, args->hDevice, &device);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (args->hContext != 0) {
        context = handle_find(&call->process->handles, HANDLE_CONTEXT, args->hContext);
    }
    if (device->adapter != call->adapter ||
        (args->hContext != 0 && (context == NULL || context->device != device))) {
        status = STATUS_INVALID_PARAMETER;
    } else {
        status = kmt_device_lost(device);
    }
    if (NT_SUCCESS(status)) {
        status = dispatch(call, call->adapter, device, context, args);
    }
    kmt_device_leave(device);
    return status;
}

static NTSTATUS escape(struct kmt_call *call, void *arguments)
{
    const D3DKMT_ESCAPE *args = arguments;

    if (!flags_are_valid(call->adapter, args) || (args->hContext != 0 && args->hDevice == 0)) {
        return STATUS_INVALID_PARAMETER;
    }
    return args->hDevice != 0 ? with_device(call, args)
                              : dispatch(call, call->adapter, NULL, NULL, args);
}

/** Partial: types with a documented payload, as docs/paths/escape.md lists them. */
NTSTATUS APIENTRY D3DKMTEscape(const D3DKMT_ESCAPE *args)
{
    static const struct kmt_function function = { "D3DKMTEscape",
                                                  KMT_BY(ADAPTER, D3DKMT_ESCAPE, hAdapter),
                                                  .body = escape };

    return kmt_call(&function, args);
}
