/* SPDX-License-Identifier: MIT */
/*
 * Writing packets into a DMA buffer, together with the patch list that describes them.
 *
 * Every packet names all the surfaces it works on, so the start of any packet is a place where the
 * buffer can be split, and the patch list says so:
 *   - each surface address has an entry, even where the address is already known;
 *   - the packet's n-th surface is bound to slot n, from the packet's start on;
 *   - a slot the packet does not use is unbound there, through the NULL element 0.
 *
 * Source: DxgkDdiRenderKm, D3DDDI_PATCHLOCATIONLIST; display/splitting-a-dma-buffer.md
 */
#include "softgpu_kmd.h"

_Use_decl_annotations_ SG_PAGED VOID
SgEmitterInit(SG_EMITTER *Emitter, PVOID DmaBuffer, UINT DmaSize,
              D3DDDI_PATCHLOCATIONLIST *PatchList, UINT PatchListSize,
              const DXGK_ALLOCATIONLIST *Allocations, UINT AllocationCount)
{
    PAGED_CODE();
    Emitter->Start = DmaBuffer;
    Emitter->Next = DmaBuffer;
    Emitter->End = Emitter->Start + DmaSize;
    Emitter->PatchNext = PatchList;
    Emitter->PatchEnd = PatchList + PatchListSize;
    Emitter->Allocations = Allocations;
    Emitter->AllocationCount = AllocationCount;
    Emitter->BoundSlots = 0;
}

/* How long the next packet may be: 0 when the patch list is full. */
_Use_decl_annotations_ SG_PAGED UINT
SgEmitterRoom(const SG_EMITTER *Emitter)
{
    PAGED_CODE();
    if (Emitter->PatchEnd - Emitter->PatchNext < (LONG_PTR)SG_SLOT_COUNT) {
        return 0;
    }
    return (UINT)(Emitter->End - Emitter->Next);
}

/* The device's view of an allocation, or NULL when Index does not name one. */
_Use_decl_annotations_ SG_PAGED const SG_OPEN_ALLOCATION *
SgEmitterAllocation(const SG_EMITTER *Emitter, UINT Index)
{
    PAGED_CODE();
    return Index < Emitter->AllocationCount ? Emitter->Allocations[Index].hDeviceSpecificAllocation
                                            : NULL;
}

static SG_PAGED VOID
AddPatch(_Inout_ SG_EMITTER *Emitter, _In_ UINT AllocationIndex, _In_ UINT Slot,
         _In_ UINT PatchOffset)
{
    D3DDDI_PATCHLOCATIONLIST *patch = Emitter->PatchNext++;

    PAGED_CODE();
    RtlZeroMemory(patch, sizeof(*patch));
    patch->AllocationIndex = AllocationIndex;
    patch->SlotId = Slot & 0xFFFFFF;
    patch->PatchOffset = PatchOffset;
    patch->SplitOffset = (UINT)(Emitter->Next - Emitter->Start); /* the packet's start */
}

/* Binds slot Slot. An address that is known is written now, since Patch may never be called; one
 * that is not stays 0 until Patch. */
static SG_PAGED VOID
Bind(_Inout_ SG_EMITTER *Emitter, _In_ UINT Slot, _In_ const SG_REFERENCE *Reference)
{
    const DXGK_ALLOCATIONLIST *allocation = &Emitter->Allocations[Reference->AllocationIndex];
    ULONGLONG address = 0;

    PAGED_CODE();
    if (allocation->SegmentId != 0) {
        address = SgGpuAddress(allocation->SegmentId, allocation->PhysicalAddress);
    }
    RtlCopyMemory(Emitter->Next + Reference->AddressOffset, &address, sizeof(address));
    AddPatch(Emitter, Reference->AllocationIndex, Slot,
             (UINT)(Emitter->Next - Emitter->Start) + Reference->AddressOffset);
}

/* Finishes the packet that was written at Emitter->Next. The caller saw to it that there is room
 * and that the references name allocations. */
_Use_decl_annotations_ SG_PAGED VOID
SgEmitterCommit(SG_EMITTER *Emitter, UINT PacketSize, const SG_REFERENCE *References, UINT Count)
{
    BOOLEAN can_unbind =
        Emitter->AllocationCount != 0 && Emitter->Allocations[0].hDeviceSpecificAllocation == NULL;

    PAGED_CODE();
    for (UINT slot = 0; slot < SG_SLOT_COUNT; slot++) {
        ULONG bit = 1u << slot;
        if (slot < Count) {
            Bind(Emitter, slot, &References[slot]);
            Emitter->BoundSlots |= bit;
        } else if ((Emitter->BoundSlots & bit) != 0 && can_unbind) {
            AddPatch(Emitter, 0, slot, (UINT)(Emitter->Next - Emitter->Start));
            Emitter->BoundSlots &= ~bit;
        } else if ((Emitter->BoundSlots & bit) != 0 && Count != 0) {
            Bind(Emitter, slot, &References[0]); /* a second name for what is bound anyway */
        }
    }
    Emitter->Next += PacketSize;
}

static SG_PAGED UINT
RectsThatFit(_In_ const SG_EMITTER *Emitter, _In_ const SG_DRAW *Draw)
{
    UINT room = min(SgEmitterRoom(Emitter), 4 * SOFTGPU_PACKET_DWORDS_MAX);

    PAGED_CODE();
    return room < Draw->FixedSize ? 0 : (room - Draw->FixedSize) / (UINT)sizeof(RECT);
}

static SG_PAGED UINT
RectIndex(_In_ const SG_DRAW *Draw, _In_ UINT Position)
{
    const struct softgpu_packet_blt *blt = &Draw->Packet.Blt;

    PAGED_CODE();
    if (!Draw->SameSurface) {
        return Position;
    }
    return SgRectInDirection(Draw->Rects, Draw->RectCount, Position,
                             blt->dst_rect.left > blt->src_rect.left,
                             blt->dst_rect.top > blt->src_rect.top);
}

static SG_PAGED BOOLEAN
RectIsValid(_In_ const SG_DRAW *Draw, _In_ const struct softgpu_rect *Rect)
{
    PAGED_CODE();
    switch (Draw->Opcode) {
    case SOFTGPU_OP_FILL:
        return SgRectIsInside(Rect, Draw->Packet.Fill.dst.width, Draw->Packet.Fill.dst.height);
    case SOFTGPU_OP_CLEARTYPE_BLEND: {
        const struct softgpu_packet_cleartype *text = &Draw->Packet.ClearType;
        struct softgpu_packet_blt map; /* the alpha surface is read like a copy's source */
        RtlZeroMemory(&map, sizeof(map));
        map.src = text->alpha;
        map.dst = text->dst;
        map.src_rect.left = text->offset_x;
        map.src_rect.top = text->offset_y;
        return SgBltRectIsValid(SOFTGPU_OP_BLT, &map, Rect);
    }
    default:
        return SgBltRectIsValid(Draw->Opcode, &Draw->Packet.Blt, Rect);
    }
}

/* Writes one packet with Count rectangles from Position on. */
static SG_PAGED NTSTATUS
EmitPacket(_Inout_ SG_EMITTER *Emitter, _In_ const SG_DRAW *Draw, _In_ UINT Position,
           _In_ UINT Count)
{
    UINT size = Draw->FixedSize + Count * (UINT)sizeof(RECT);
    UINT header = SOFTGPU_PACKET_HEADER(Draw->Opcode, size / sizeof(UINT));

    PAGED_CODE();
    RtlCopyMemory(Emitter->Next, &Draw->Packet, Draw->FixedSize);
    RtlCopyMemory(Emitter->Next, &header, sizeof(header));
    RtlCopyMemory(Emitter->Next + Draw->RectCountOffset, &Count, sizeof(Count));
    for (UINT i = 0; i < Count; i++) {
        struct softgpu_rect rect = SgRectToBoard(&Draw->Rects[RectIndex(Draw, Position + i)]);
        if (!RectIsValid(Draw, &rect)) {
            return STATUS_INVALID_PARAMETER;
        }
        RtlCopyMemory(Emitter->Next + Draw->FixedSize + i * sizeof(rect), &rect, sizeof(rect));
    }
    SgEmitterCommit(Emitter, size, Draw->References, Draw->ReferenceCount);
    return STATUS_SUCCESS;
}

/*
 * Writes the drawing from its Position-th rectangle on, in as many packets as it needs, and moves
 * Position. STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER: what was written is complete in itself, and
 * Position says where to go on in the next buffer.
 *
 * The board reads all of a packet's source before it writes. A copy within one surface therefore
 * prefers to wait for an empty buffer over being spread; where it must be spread all the same, the
 * order of its rectangles keeps it right.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS
SgEmitDraw(SG_EMITTER *Emitter, const SG_DRAW *Draw, UINT *Position)
{
    PAGED_CODE();
    while (*Position < Draw->RectCount) {
        UINT left = Draw->RectCount - *Position;
        UINT count = min(RectsThatFit(Emitter, Draw), left);
        BOOLEAN wait = Draw->SameSurface && count < left && Emitter->Next != Emitter->Start;
        if (count == 0 || wait) {
            return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
        }
        NTSTATUS status = EmitPacket(Emitter, Draw, *Position, count);
        if (!NT_SUCCESS(status)) {
            return status;
        }
        *Position += count;
    }
    return STATUS_SUCCESS;
}
