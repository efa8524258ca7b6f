/* SPDX-License-Identifier: MIT */
#include "cdd/cdd.h"

#include "cdd/cdd_private.h"
#include "cdd/shadow.h"
#include "cdd/text_private.h"
#include "dxgk/device.h"
#include "dxgk/display_path.h"
#include "dxgk/render.h"
#include "machine/heap.h"
#include "trace/trace.h"

#include <stdarg.h>
#include <stdio.h>

NTSTATUS cdd_error_set(struct cdd_error *error, NTSTATUS status, const char *format, ...)
{
    if (error != NULL) {
        va_list arguments;

        va_start(arguments, format);
        (void)vsnprintf(error->text, sizeof(error->text), format, arguments);
        va_end(arguments);
        error->status = status;
    }
    return status;
}

static bool is_config_valid(const struct cdd_config *config)
{
    return config->width != 0 && config->height != 0 && config->width <= 16384 &&
           config->height <= 16384 &&
           (config->format == D3DDDIFMT_UNKNOWN || config->format == D3DDDIFMT_X8R8G8B8 ||
            config->format == D3DDDIFMT_A8R8G8B8) &&
           (config->batch_bytes == 0 || config->batch_bytes >= CDD_BATCH_BYTES_MIN);
}

static NTSTATUS create_primary(struct cdd *cdd, const struct cdd_config *config)
{
    const struct surface_request request = {
        .type = D3DKMDT_STANDARDALLOCATION_SHAREDPRIMARYSURFACE,
        .width = config->width,
        .height = config->height,
        .format = config->format == D3DDDIFMT_UNKNOWN ? D3DDDIFMT_X8R8G8B8 : config->format,
        .refresh_rate = { .Numerator = 60, .Denominator = 1 },
        .source_id = 0,
    };
    struct allocation *allocation;
    NTSTATUS status = dxgk_surface_create(cdd->device, &request, &allocation);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    cdd->primary = MACHINE_NEW(cdd->machine, struct cdd_surface);
    *cdd->primary = (struct cdd_surface){
        .cdd = cdd,
        .allocation = allocation,
        .type = D3DKMDT_GDISURFACE_INVALID,
        .is_primary = true,
        .width = request.width,
        .height = request.height,
        .pitch = dxgk_allocation_pitch(allocation),
        .format = request.format,
        .bytes_per_pixel = 4,
    };
    list_push_back(&cdd->surfaces, &cdd->primary->link);
    return STATUS_SUCCESS;
}

/* Show the primary, black: its memory holds whatever was there. */
static NTSTATUS show_primary(struct cdd *cdd)
{
    const struct cdd_fill black = {
        .dst = cdd->primary,
        .dst_rect = cdd_surface_bounds(cdd->primary),
        .color = 0xFF000000u,
        .rop = DXGK_GDIROPCF_PATCOPY,
    };
    NTSTATUS status = cdd_fill(cdd, &black);

    if (NT_SUCCESS(status)) {
        status = cdd_flush(cdd);
    }
    if (NT_SUCCESS(status)) {
        status = dxgk_mode_set(cdd->adapter, cdd->primary->allocation);
        cdd->mode_is_set = NT_SUCCESS(status);
    }
    return status;
}

/* GDI on the driver's engines. */
static NTSTATUS open_accelerated(struct cdd *cdd, const struct cdd_config *config)
{
    NTSTATUS status = dxgk_device_create(cdd->adapter, config->process, true, &cdd->device);

    if (NT_SUCCESS(status)) {
        status = dxgk_context_create(cdd->device, 0, true, NULL, 0, &cdd->context);
    }
    if (NT_SUCCESS(status)) {
        status = create_primary(cdd, config);
    }
    return NT_SUCCESS(status) ? show_primary(cdd) : status;
}

/* GDI by the CPU, and a driver that shows the result. */
static NTSTATUS open_display_only(struct cdd *cdd, const struct cdd_config *config)
{
    bool sideways =
        config->rotation == D3DKMDT_VPPR_ROTATE90 || config->rotation == D3DKMDT_VPPR_ROTATE270;
    NTSTATUS status = shadow_create(cdd, config->width, config->height);

    if (NT_SUCCESS(status)) {
        cdd->shadow->picture.rotate = config->rotation > D3DKMDT_VPPR_IDENTITY;
        status =
            dxgk_mode_set_display_only(cdd->adapter, sideways ? config->height : config->width,
                                       sideways ? config->width : config->height, config->rotation);
        cdd->mode_is_set = NT_SUCCESS(status);
    }
    return status;
}

NTSTATUS cdd_create(struct adapter *adapter, const struct cdd_config *config, struct cdd **created)
{
    struct machine *machine = dxgk_adapter_machine(adapter);

    *created = NULL;
    if (!is_config_valid(config)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (!dxgk_adapter_is_display_only(adapter) &&
        (!dxgk_adapter_has_gdi(adapter) || config->rotation > D3DKMDT_VPPR_IDENTITY)) {
        return STATUS_NOT_SUPPORTED;
    }

    struct cdd *cdd = MACHINE_NEW(machine, struct cdd);

    cdd->machine = machine;
    cdd->adapter = adapter;
    cdd->caps = dxgk_adapter_caps(adapter)->PresentationCaps;
    cdd->check_pixels = config->check_pixels;
    cdd->frame_operations = config->frame_operations;
    cdd->frame = config->frame;
    cdd->frame_context = config->frame_context;
    list_init(&cdd->surfaces);
    gamma_fill(&cdd->gamma);
    batch_init(&cdd->batch, machine,
               config->batch_bytes == 0 ? CDD_BATCH_BYTES_DEFAULT : config->batch_bytes);

    NTSTATUS status = dxgk_adapter_is_display_only(adapter) ? open_display_only(cdd, config)
                                                            : open_accelerated(cdd, config);

    if (!NT_SUCCESS(status)) {
        cdd_destroy(cdd); /* undoes any part of the above */
        return status;
    }
    *created = cdd;
    return STATUS_SUCCESS;
}

void cdd_destroy(struct cdd *cdd)
{
    if (cdd == NULL) {
        return;
    }
    struct machine *machine = cdd->machine;

    /* A lost device cannot finish; that is no reason to keep its memory. */
    if (cdd->context != NULL || cdd->mode_is_set) {
        (void)cdd_finish(cdd);
    }
    if (cdd->mode_is_set) {
        (void)dxgk_mode_clear(cdd->adapter);
    }
    text_destroy(cdd->text);
    shadow_destroy(cdd);
    while (!list_is_empty(&cdd->surfaces)) {
        cdd_surface_destroy(LIST_ENTRY_OF(cdd->surfaces.prev, struct cdd_surface, link));
    }
    dxgk_context_destroy(cdd->context);
    dxgk_device_destroy(cdd->device);
    batch_fini(&cdd->batch);
    machine_heap_free(machine, cdd);
}

struct machine *cdd_machine(const struct cdd *cdd)
{
    return cdd->machine;
}

struct adapter *cdd_adapter(const struct cdd *cdd)
{
    return cdd->adapter;
}

struct cdd_surface *cdd_primary(const struct cdd *cdd)
{
    return cdd->primary;
}

const struct cdd_statistics *cdd_statistics(const struct cdd *cdd)
{
    return &cdd->statistics;
}

NTSTATUS cdd_flush(struct cdd *cdd)
{
    struct batch *batch = &cdd->batch;
    /* Also with an empty batch: the CPU may be about to read the coverage itself. */
    NTSTATUS status = cdd->text == NULL ? STATUS_SUCCESS : text_upload(cdd->text);

    if (cdd->shadow != NULL) {
        return NT_SUCCESS(status) ? shadow_flush(cdd) : status;
    }
    if (batch_is_empty(batch)) {
        return status;
    }
    if (NT_SUCCESS(status)) {
        const struct render_request request = {
            .commands = batch->bytes,
            .size_bytes = batch->used,
            .references = batch->references,
            .reference_count = batch->reference_count,
        };

        trace_emit(cdd->machine, TRACE_CDD_FLUSH, batch->record_count, batch->used, 0);
        cdd->statistics.flushes++;
        cdd->statistics.bytes += batch->used;
        status = dxgk_render_km(cdd->context, &request);
    }
    batch_clear(batch);
    return status;
}

NTSTATUS cdd_finish(struct cdd *cdd)
{
    NTSTATUS status = cdd_flush(cdd);

    return NT_SUCCESS(status) && cdd->context != NULL ? dxgk_context_wait_idle(cdd->context)
                                                      : status;
}

NTSTATUS cdd_repaint(struct cdd *cdd)
{
    NTSTATUS status = cdd_finish(cdd);

    if (!NT_SUCCESS(status) || cdd->shadow == NULL) {
        return status; /* the board scans out the primary itself */
    }
    cdd->shadow->picture.dirty[0] = cdd_surface_bounds(cdd->primary);
    cdd->shadow->picture.dirty_count = 1;
    return shadow_flush(cdd);
}
