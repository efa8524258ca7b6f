/* SPDX-License-Identifier: MIT */
/* The GPU address space: which host memory an address means, if any. */
#include "softgpu.h"

#include <string.h>

static uint64_t min_u64(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

uint8_t *softgpu_memory_gart_entry(struct dxghost_device *device, uint32_t index)
{
    if (index >= device->gart_entries || device->gart_base > device->vram_size_bytes) {
        return NULL;
    }
    uint64_t room = (device->vram_size_bytes - device->gart_base) / 8;
    return index < room ? device->vram + device->gart_base + (uint64_t)index * 8 : NULL;
}

/* The physical page of an aperture page. Returns false when it is not mapped. */
static bool aperture_page(struct dxghost_device *device, uint64_t page, uint64_t *physical)
{
    if ((device->gart_control & SOFTGPU_GART_CONTROL_ENABLE) == 0 || page > UINT32_MAX) {
        return false;
    }
    const uint8_t *where = softgpu_memory_gart_entry(device, (uint32_t)page);
    if (where == NULL) {
        return false;
    }

    uint64_t entry;
    memcpy(&entry, where, sizeof(entry));
    *physical = entry & SOFTGPU_GART_ENTRY_ADDRESS;
    return (entry & SOFTGPU_GART_ENTRY_VALID) != 0;
}

static uint64_t system_span(struct dxghost_device *device, uint64_t physical, uint64_t size_bytes,
                            uint8_t **pointer)
{
    const struct dxghost_bus *bus = device->bus;

    *pointer = bus->dma_map(bus->context, physical, size_bytes);
    if (*pointer != NULL) {
        return size_bytes;
    }
    /* Some byte is not RAM: offer what is good of the first page, a byte run at worst. */
    uint64_t page = SOFTGPU_PAGE_SIZE - (physical & (SOFTGPU_PAGE_SIZE - 1));
    for (uint64_t length = min_u64(size_bytes, page); length > 0; length /= 2) {
        *pointer = bus->dma_map(bus->context, physical, length);
        if (*pointer != NULL) {
            return length;
        }
    }
    return 0;
}

static uint64_t aperture_span(struct dxghost_device *device, uint64_t offset, uint64_t size_bytes,
                              uint8_t **pointer)
{
    uint64_t in_page = offset & (SOFTGPU_PAGE_SIZE - 1);
    uint64_t page = offset >> SOFTGPU_PAGE_SHIFT;
    uint64_t first;

    if (!aperture_page(device, page, &first)) {
        return 0;
    }
    /* Neighbours in the aperture that are neighbours in memory are one piece. */
    uint64_t length = SOFTGPU_PAGE_SIZE - in_page;
    uint64_t next = first;
    while (length < size_bytes && aperture_page(device, ++page, &next) &&
           next == first + in_page + length) {
        length += SOFTGPU_PAGE_SIZE;
    }
    return system_span(device, first + in_page, min_u64(length, size_bytes), pointer);
}

uint64_t softgpu_memory_span(struct dxghost_device *device, uint64_t address, uint64_t size_bytes,
                             uint8_t **pointer)
{
    if (address < device->vram_size_bytes) {
        *pointer = device->vram + address;
        return min_u64(size_bytes, device->vram_size_bytes - address);
    }
    if (address >= SOFTGPU_SYSTEM_WINDOW &&
        address - SOFTGPU_SYSTEM_WINDOW < SOFTGPU_SYSTEM_WINDOW_SIZE) {
        uint64_t physical = address - SOFTGPU_SYSTEM_WINDOW;
        return system_span(device, physical,
                           min_u64(size_bytes, SOFTGPU_SYSTEM_WINDOW_SIZE - physical), pointer);
    }
    if (address >= SOFTGPU_APERTURE_WINDOW &&
        address - SOFTGPU_APERTURE_WINDOW < SOFTGPU_APERTURE_WINDOW_SIZE_MAX) {
        uint64_t offset = address - SOFTGPU_APERTURE_WINDOW;
        return aperture_span(device, offset,
                             min_u64(size_bytes, SOFTGPU_APERTURE_WINDOW_SIZE_MAX - offset),
                             pointer);
    }
    return 0;
}

/* 0 VRAM, 1 aperture, 2 system, 3 nowhere */
static uint32_t window_of(uint64_t address)
{
    if (address < SOFTGPU_VRAM_SIZE_MAX) {
        return 0;
    }
    if (address - SOFTGPU_APERTURE_WINDOW < SOFTGPU_APERTURE_WINDOW_SIZE_MAX) {
        return 1;
    }
    return address >= SOFTGPU_SYSTEM_WINDOW &&
                   address - SOFTGPU_SYSTEM_WINDOW < SOFTGPU_SYSTEM_WINDOW_SIZE
               ? 2
               : 3;
}

/* A range may not wrap or run from one window into the next. */
static bool in_one_window(uint64_t address, uint64_t size_bytes)
{
    uint64_t last = address + (size_bytes - 1);
    return last >= address && window_of(address) == window_of(last);
}

uint8_t *softgpu_memory_map(struct dxghost_device *device, uint64_t address, uint64_t size_bytes)
{
    uint8_t *pointer;

    if (size_bytes == 0 || !in_one_window(address, size_bytes)) {
        return NULL;
    }
    return softgpu_memory_span(device, address, size_bytes, &pointer) == size_bytes ? pointer
                                                                                    : NULL;
}

bool softgpu_memory_check(struct dxghost_device *device, uint64_t address, uint64_t size_bytes,
                          uint64_t *bad)
{
    if (size_bytes != 0 && !in_one_window(address, size_bytes)) {
        *bad = address;
        return false;
    }
    while (size_bytes != 0) {
        uint8_t *pointer;
        uint64_t length = softgpu_memory_span(device, address, size_bytes, &pointer);
        if (length == 0) {
            *bad = address;
            return false;
        }
        address += length;
        size_bytes -= length;
    }
    return true;
}

bool softgpu_memory_read(struct dxghost_device *device, uint64_t address, void *buffer,
                         uint64_t size_bytes, uint64_t *bad)
{
    uint8_t *to = buffer;

    if (size_bytes != 0 && !in_one_window(address, size_bytes)) {
        *bad = address;
        return false;
    }
    while (size_bytes != 0) {
        uint8_t *pointer;
        uint64_t length = softgpu_memory_span(device, address, size_bytes, &pointer);
        if (length == 0) {
            *bad = address;
            return false;
        }
        memcpy(to, pointer, length);
        to += length;
        address += length;
        size_bytes -= length;
    }
    return true;
}

void softgpu_memory_write(struct dxghost_device *device, uint64_t address, const void *buffer,
                          uint64_t size_bytes)
{
    const uint8_t *from = buffer;

    while (size_bytes != 0) {
        uint8_t *pointer;
        uint64_t length = softgpu_memory_span(device, address, size_bytes, &pointer);
        if (length == 0) {
            return; /* the caller checked: only a page that remaps the table itself gets here */
        }
        memcpy(pointer, from, length);
        from += length;
        address += length;
        size_bytes -= length;
    }
}
