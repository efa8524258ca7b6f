/* SPDX-License-Identifier: MIT */
#include "kmt/selection.h"

#define HANDLES_MAX 1024u /* of one call. Choice. */

static struct machine *machine_of(const struct kmt_selection *selection)
{
    return selection->device->process->machine;
}

struct opened *kmt_selected(const struct kmt_selection *selection, uint32_t index)
{
    if (selection->opening == NULL) {
        return kmt_opened_find(selection->device,
                               ((const D3DKMT_HANDLE *)selection->handles.data)[index]);
    }
    LIST_FOR_EACH(link, &selection->opening->allocations) {
        if (index-- == 0) {
            return LIST_ENTRY_OF(link, struct opened, link);
        }
    }
    return NULL;
}

static NTSTATUS select_resource(struct kmt_selection *selection, uint32_t resource)
{
    selection->opening = kmt_opening_find(selection->device, resource);
    selection->count = selection->opening == NULL ? 0 : selection->opening->allocation_count;
    return selection->opening == NULL ? STATUS_INVALID_PARAMETER : STATUS_SUCCESS;
}

NTSTATUS kmt_select(const struct kmt_device *device, uint32_t resource, const D3DKMT_HANDLE *list,
                    uint32_t count, struct kmt_selection *selection)
{
    NTSTATUS status;

    *selection = (struct kmt_selection){ .device = device, .count = count };
    if (resource != 0) {
        return select_resource(selection, resource);
    }
    if (count == 0 || count > HANDLES_MAX) {
        return STATUS_INVALID_PARAMETER;
    }
    status = kmt_blob_read_words(machine_of(selection), &selection->handles, list,
                                 count * sizeof(*list));
    for (uint32_t i = 0; NT_SUCCESS(status) && i < count; i++) {
        if (kmt_selected(selection, i) == NULL) {
            kmt_deselect(selection);
            status = STATUS_INVALID_PARAMETER;
        }
    }
    return status;
}

void kmt_deselect(struct kmt_selection *selection)
{
    kmt_blob_fini(machine_of(selection), &selection->handles);
}

bool kmt_selection_in_use(const struct kmt_selection *selection)
{
    for (uint32_t i = 0; i < selection->count; i++) {
        if (dxgk_opened_in_use(kmt_selected(selection, i))) {
            return true;
        }
    }
    return false;
}

NTSTATUS kmt_selection_answer(const struct kmt_selection *selection, void *to,
                              uint32_t (*word_of)(const struct opened *opened))
{
    for (uint32_t i = 0; i < selection->count; i++) {
        uint32_t word = word_of(kmt_selected(selection, i));

        if (!user_write_words(machine_of(selection), (uint32_t *)to + i, &word, sizeof(word))) {
            return STATUS_INVALID_PARAMETER;
        }
    }
    return STATUS_SUCCESS;
}
