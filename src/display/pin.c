/* SPDX-License-Identifier: MIT */
#include "display/pin.h"

NTSTATUS pin_driver_acquire(const struct info_set_class *class, const void *handle,
                            const void **info)
{
    static const char function[] = "pfnAcquirePinnedModeInfo";
    struct info_set *set = info_set_resolve(class, handle, function);

    if (info == NULL) {
        return STATUS_INVALID_PARAMETER;
    }
    *info = NULL;
    if (set == NULL) {
        return class->invalid_set;
    }
    if (set->pinned != NULL) {
        *info = loan_info(set, set->pinned, function)->pointer;
    }
    return STATUS_SUCCESS;
}

NTSTATUS pin_driver_pin(const struct info_set_class *class, const void *handle, uint32_t id)
{
    static const char function[] = "pfnPinMode";
    struct info_set *set = info_set_resolve(class, handle, function);
    struct info_item *item;
    NTSTATUS status;

    if (set == NULL) {
        return class->invalid_set;
    }
    status = info_set_may_change(set, function);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    item = info_set_find_id(set, id);
    if (item == NULL) {
        return class->invalid_info;
    }
    set->pinned = item;
    return STATUS_SUCCESS;
}

void pin_set(struct info_set *set, struct info_item *item)
{
    set->pinned = item;
}
