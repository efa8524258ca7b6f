/* SPDX-License-Identifier: MIT */
#include "display/monitor_descriptor.h"

/* Status values that the pages name without the GRAPHICS_ of ntstatus.h are taken as those. */
const struct info_set_class monitor_descriptor_set_class = {
    .object = DISPLAY_OBJECT_DESCRIPTOR_SET,
    .info_bytes = sizeof(D3DKMDT_MONITOR_DESCRIPTOR),
    .name = "monitor descriptor set",
    .member = "target",
    .invalid_set = STATUS_GRAPHICS_INVALID_MONITORDESCRIPTORSET,
    .invalid_info = STATUS_GRAPHICS_INVALID_MONITORDESCRIPTOR,
    .has_ids = true,
};

const struct info_set_class monitor_range_set_class = {
    .object = DISPLAY_OBJECT_FREQUENCY_RANGE_SET,
    .info_bytes = sizeof(D3DKMDT_MONITOR_FREQUENCY_RANGE),
    .name = "monitor frequency range set",
    .member = "target",
    .invalid_set = STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGESET,
    .invalid_info = STATUS_GRAPHICS_INVALID_MONITOR_FREQUENCYRANGE,
    .has_ids = false,
};

void monitor_descriptors_fill(struct info_set *set, uint8_t *bytes, size_t blocks)
{
    for (size_t i = 0; i < blocks; i++) {
        D3DKMDT_MONITOR_DESCRIPTOR descriptor;

        memset(&descriptor, 0, sizeof(descriptor));
        descriptor.Type = i == 0 ? D3DKMDT_MDT_VESA_EDID_V1_BASEBLOCK : D3DKMDT_MDT_OTHER;
        descriptor.DataSize = EDID_BLOCK_BYTES;
        descriptor.pData = bytes + i * EDID_BLOCK_BYTES;
        descriptor.Origin = D3DKMDT_MCO_MONITORDESCRIPTOR;
        (void)info_set_append(set, &descriptor);
    }
}

static D3DDDI_RATIONAL hertz(uint32_t value)
{
    return (D3DDDI_RATIONAL){ .Numerator = value, .Denominator = 1 };
}

void monitor_ranges_fill(struct info_set *set, const struct edid *edid)
{
    D3DKMDT_MONITOR_FREQUENCY_RANGE range;

    if (!edid->has_range) {
        return;
    }
    memset(&range, 0, sizeof(range));
    range.Origin = D3DKMDT_MCO_MONITORDESCRIPTOR;
    range.RangeLimits.MinVSyncFreq = hertz(edid->min_vertical_hz);
    range.RangeLimits.MaxVSyncFreq = hertz(edid->max_vertical_hz);
    range.RangeLimits.MinHSyncFreq = hertz(edid->min_horizontal_khz * 1000);
    range.RangeLimits.MaxHSyncFreq = hertz(edid->max_horizontal_khz * 1000);
    range.ConstraintType = D3DKMDT_MFRC_MAXPIXELRATE;
    range.Constraint.MaxPixelRate = edid->max_pixel_rate_mhz != 0
                                        ? (SIZE_T)edid->max_pixel_rate_mhz * 1000000
                                        : (SIZE_T)D3DKMDT_FREQUENCY_NOTSPECIFIED;
    (void)info_set_append(set, &range);
}

/* Source: nc-d3dkmddi-dxgkddi_monitordescriptorset_getnumdescriptors */
static NTSTATUS APIENTRY get_num_descriptors(const D3DKMDT_HMONITORDESCRIPTORSET handle,
                                             SIZE_T *const count)
{
    return info_set_driver_count(&monitor_descriptor_set_class, handle, count,
                                 "pfnGetNumDescriptors");
}

/* Source: nc-d3dkmddi-dxgkddi_monitordescriptorset_acquirefirstdescriptorinfo */
static NTSTATUS APIENTRY acquire_first_descriptor(const D3DKMDT_HMONITORDESCRIPTORSET handle,
                                                  const D3DKMDT_MONITOR_DESCRIPTOR **descriptor)
{
    return info_set_driver_first(&monitor_descriptor_set_class, handle, (const void **)descriptor,
                                 "pfnAcquireFirstDescriptorInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitordescriptorset_acquirenextdescriptorinfo */
static NTSTATUS APIENTRY acquire_next_descriptor(const D3DKMDT_HMONITORDESCRIPTORSET handle,
                                                 const D3DKMDT_MONITOR_DESCRIPTOR *const current,
                                                 const D3DKMDT_MONITOR_DESCRIPTOR **descriptor)
{
    return info_set_driver_next(&monitor_descriptor_set_class, handle, current,
                                (const void **)descriptor, "pfnAcquireNextDescriptorInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitordescriptorset_releasedescriptorinfo */
static NTSTATUS APIENTRY release_descriptor(const D3DKMDT_HMONITORDESCRIPTORSET handle,
                                            const D3DKMDT_MONITOR_DESCRIPTOR *const descriptor)
{
    return info_set_driver_release(&monitor_descriptor_set_class, handle, descriptor,
                                   "pfnReleaseDescriptorInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorfrequencyrangeset_getnumfrequencyranges */
static NTSTATUS APIENTRY get_num_ranges(const D3DKMDT_HMONITORFREQUENCYRANGESET handle,
                                        SIZE_T *const count)
{
    return info_set_driver_count(&monitor_range_set_class, handle, count,
                                 "pfnGetNumFrequencyRanges");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorfrequencyrangeset_acquirefirstfrequencyrangeinfo */
static NTSTATUS APIENTRY acquire_first_range(const D3DKMDT_HMONITORFREQUENCYRANGESET handle,
                                             const D3DKMDT_MONITOR_FREQUENCY_RANGE **range)
{
    return info_set_driver_first(&monitor_range_set_class, handle, (const void **)range,
                                 "pfnAcquireFirstFrequencyRangeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorfrequencyrangeset_acquirenextfrequencyrangeinfo; the page
 * names STATUS_GRAPHICS_DATASET_IS_EMPTY at the end of the walk. Choice: the end is
 * STATUS_GRAPHICS_NO_MORE_ELEMENTS_IN_DATASET as in every other set. */
static NTSTATUS APIENTRY acquire_next_range(const D3DKMDT_HMONITORFREQUENCYRANGESET handle,
                                            const D3DKMDT_MONITOR_FREQUENCY_RANGE *const current,
                                            const D3DKMDT_MONITOR_FREQUENCY_RANGE **range)
{
    return info_set_driver_next(&monitor_range_set_class, handle, current, (const void **)range,
                                "pfnAcquireNextFrequencyRangeInfo");
}

/* Source: nc-d3dkmddi-dxgkddi_monitorfrequencyrangeset_releasefrequencyrangeinfo */
static NTSTATUS APIENTRY release_range(const D3DKMDT_HMONITORFREQUENCYRANGESET handle,
                                       const D3DKMDT_MONITOR_FREQUENCY_RANGE *const range)
{
    return info_set_driver_release(&monitor_range_set_class, handle, range,
                                   "pfnReleaseFrequencyRangeInfo");
}

const DXGK_MONITORDESCRIPTORSET_INTERFACE *monitor_descriptor_set_interface(void)
{
    static const DXGK_MONITORDESCRIPTORSET_INTERFACE table = {
        .pfnGetNumDescriptors = get_num_descriptors,
        .pfnAcquireFirstDescriptorInfo = acquire_first_descriptor,
        .pfnAcquireNextDescriptorInfo = acquire_next_descriptor,
        .pfnReleaseDescriptorInfo = release_descriptor,
    };

    return &table;
}

const DXGK_MONITORFREQUENCYRANGESET_INTERFACE *monitor_range_set_interface(void)
{
    static const DXGK_MONITORFREQUENCYRANGESET_INTERFACE table = {
        .pfnGetNumFrequencyRanges = get_num_ranges,
        .pfnAcquireFirstFrequencyRangeInfo = acquire_first_range,
        .pfnAcquireNextFrequencyRangeInfo = acquire_next_range,
        .pfnReleaseFrequencyRangeInfo = release_range,
    };

    return &table;
}
