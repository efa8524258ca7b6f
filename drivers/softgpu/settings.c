/* SPDX-License-Identifier: MIT */
/*
 * Settings an administrator may put into the driver's software key. All are optional.
 *
 *   DmaBufferSize  REG_DWORD  bytes of a GDI context's DMA buffers, 4 KB to 64 KB
 *   AllowHang      REG_DWORD  1: an escape may make a node hang (escape.c)
 *   FailPreempt    REG_DWORD  1: DxgkDdiPreemptCommand fails, which it must not (preempt.c)
 *   ApertureSize   REG_DWORD  bytes of the aperture, in pages, from 256 KB to four times VRAM
 *   HiddenSize     REG_DWORD  bytes at the end of VRAM, in pages, that become a memory segment of
 *                             their own which the CPU does not see
 *   LocalTextures  REG_DWORD  1: textures are never placed in the aperture
 *   EvictThroughAperture REG_DWORD  1: textures leave VRAM through a range of the aperture
 *   SaveAreas      REG_DWORD  1: each context has a context allocation, which the board does not
 *                             use: it saves nothing between buffers
 *   PagingBufferSize REG_DWORD  bytes of a paging buffer, 4 KB to 64 KB
 *
 * Source: kernel/opening-a-device-s-software-key.md (IoOpenDeviceRegistryKey, ZwQueryValueKey)
 */
#include "softgpu_kmd.h"

/* Packets of many rectangles are split to fit, so a page is enough for any GDI operation. */
#define DMA_BUFFER_SIZE_LEAST PAGE_SIZE
#define APERTURE_SIZE_LEAST 0x40000u

/* A REG_DWORD of an open key. FALSE when there is none, or it has another type. */
static SG_PAGED BOOLEAN
ReadDword(_In_ HANDLE Key, _In_ PCWSTR Name, _Out_ ULONG *Value)
{
    /* The record ends in one byte of data; a REG_DWORD has four. */
    union {
        KEY_VALUE_PARTIAL_INFORMATION Information;
        UCHAR Bytes[FIELD_OFFSET(KEY_VALUE_PARTIAL_INFORMATION, Data) + sizeof(ULONG)];
    } buffer;
    UNICODE_STRING name;
    ULONG length;

    PAGED_CODE();
    *Value = 0;
    RtlInitUnicodeString(&name, Name);
    NTSTATUS status =
        ZwQueryValueKey(Key, &name, KeyValuePartialInformation, &buffer, sizeof(buffer), &length);
    if (!NT_SUCCESS(status) || buffer.Information.Type != REG_DWORD ||
        buffer.Information.DataLength != sizeof(ULONG)) {
        return FALSE;
    }
    RtlCopyMemory(Value, buffer.Information.Data, sizeof(*Value));
    return TRUE;
}

/* A missing key, a missing value and a useless one all mean the default: a driver must start. */
_Use_decl_annotations_ SG_PAGED VOID
SgSettingsRead(SG_ADAPTER *Adapter)
{
    HANDLE key;
    ULONG value;

    PAGED_CODE();
    Adapter->GdiDmaBufferSize = SG_DMA_BUFFER_SIZE;
    Adapter->AllowHang = FALSE;
    Adapter->FailPreempt = FALSE;
    Adapter->ApertureSize = 0;
    Adapter->HiddenSize = 0;
    Adapter->LocalTextures = FALSE;
    Adapter->SaveAreas = FALSE;
    Adapter->EvictThroughAperture = FALSE;
    Adapter->PagingBufferSize = SG_PAGING_BUFFER_SIZE;
    NTSTATUS status = IoOpenDeviceRegistryKey(Adapter->PhysicalDeviceObject, PLUGPLAY_REGKEY_DRIVER,
                                              KEY_READ, &key);
    if (!NT_SUCCESS(status)) {
        return;
    }
    if (ReadDword(key, L"DmaBufferSize", &value) && value >= DMA_BUFFER_SIZE_LEAST &&
        value <= SG_DMA_BUFFER_SIZE) {
        Adapter->GdiDmaBufferSize = value;
    }
    Adapter->AllowHang = ReadDword(key, L"AllowHang", &value) && value == 1;
    Adapter->FailPreempt = ReadDword(key, L"FailPreempt", &value) && value == 1;
    Adapter->LocalTextures = ReadDword(key, L"LocalTextures", &value) && value == 1;
    Adapter->EvictThroughAperture = ReadDword(key, L"EvictThroughAperture", &value) && value == 1;
    Adapter->SaveAreas = ReadDword(key, L"SaveAreas", &value) && value == 1;
    if (ReadDword(key, L"ApertureSize", &value) && value >= APERTURE_SIZE_LEAST &&
        value % PAGE_SIZE == 0) {
        Adapter->ApertureSize = value;
    }
    if (ReadDword(key, L"HiddenSize", &value) && value % PAGE_SIZE == 0) {
        Adapter->HiddenSize = value;
    }
    if (ReadDword(key, L"PagingBufferSize", &value) && value >= DMA_BUFFER_SIZE_LEAST &&
        value <= SG_PAGING_BUFFER_SIZE) {
        Adapter->PagingBufferSize = value;
    }
    (void)ZwClose(key);
}
