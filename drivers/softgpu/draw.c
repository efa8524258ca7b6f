/* SPDX-License-Identifier: MIT */
/* Building blocks of drawing packets, common to RenderKm and Present. */
#include "softgpu_kmd.h"

_Use_decl_annotations_ SG_PAGED struct softgpu_rect
SgRectToBoard(const RECT *Rect)
{
    struct softgpu_rect rect = { Rect->left, Rect->top, Rect->right, Rect->bottom };

    PAGED_CODE();
    return rect;
}

/* Colours come as A8R8G8B8; for surfaces with red and blue exchanged they are exchanged too. */
_Use_decl_annotations_ SG_PAGED UINT
SgColourForSurface(const SG_EMITTER *Emitter, UINT AllocationIndex, UINT Argb)
{
    const SG_OPEN_ALLOCATION *open = SgEmitterAllocation(Emitter, AllocationIndex);

    PAGED_CODE();
    if (open == NULL || !open->Allocation->BlueFirst) {
        return Argb;
    }
    return (Argb & 0xFF00FF00) | ((Argb & 0xFF) << 16) | ((Argb >> 16) & 0xFF);
}

/*
 * The surface of an allocation as the board wants it described, without its address.
 * LinearPitch counts only for surfaces the CPU lays out: the command names the pitch of those, and
 * their size is what that leaves of the allocation. SG_OWN_PITCH: the command names none.
 */
_Use_decl_annotations_ SG_PAGED NTSTATUS
SgDescribeSurface(const SG_EMITTER *Emitter, UINT AllocationIndex, UINT LinearPitch,
                  struct softgpu_surface *Surface)
{
    const SG_OPEN_ALLOCATION *open = SgEmitterAllocation(Emitter, AllocationIndex);

    PAGED_CODE();
    RtlZeroMemory(Surface, sizeof(*Surface));
    if (open == NULL) {
        return STATUS_INVALID_HANDLE;
    }
    const SG_ALLOCATION *allocation = open->Allocation;
    Surface->format = allocation->BoardFormat;
    Surface->pitch = allocation->Data.Pitch;
    Surface->width = allocation->Data.Width;
    Surface->height = allocation->Data.Height;
    if (SgSurfaceIsLinear(allocation) && LinearPitch != SG_OWN_PITCH) {
        if (LinearPitch % 4 != 0 || LinearPitch > SOFTGPU_SURFACE_PITCH_MAX ||
            LinearPitch > allocation->Size) {
            return STATUS_INVALID_PARAMETER;
        }
        Surface->pitch = LinearPitch;
        Surface->width = min(LinearPitch / allocation->BytesPerPixel, SOFTGPU_SURFACE_SIZE_MAX);
        Surface->height =
            (UINT)min(allocation->Size / LinearPitch, (SIZE_T)SOFTGPU_SURFACE_SIZE_MAX);
    }
    return STATUS_SUCCESS;
}

_Use_decl_annotations_ SG_PAGED VOID
SgDrawInitFill(SG_DRAW *Draw)
{
    PAGED_CODE();
    RtlZeroMemory(Draw, sizeof(*Draw));
    Draw->Opcode = SOFTGPU_OP_FILL;
    Draw->FixedSize = sizeof(Draw->Packet.Fill);
    Draw->RectCountOffset = FIELD_OFFSET(struct softgpu_packet_fill, rect_count);
}

_Use_decl_annotations_ SG_PAGED VOID
SgDrawInitBlt(SG_DRAW *Draw, UINT Opcode)
{
    PAGED_CODE();
    RtlZeroMemory(Draw, sizeof(*Draw));
    Draw->Opcode = Opcode;
    Draw->FixedSize = sizeof(Draw->Packet.Blt);
    Draw->RectCountOffset = FIELD_OFFSET(struct softgpu_packet_blt, rect_count);
}

_Use_decl_annotations_ SG_PAGED VOID
SgDrawInitClearType(SG_DRAW *Draw)
{
    PAGED_CODE();
    RtlZeroMemory(Draw, sizeof(*Draw));
    Draw->Opcode = SOFTGPU_OP_CLEARTYPE_BLEND;
    Draw->FixedSize = sizeof(Draw->Packet.ClearType);
    Draw->RectCountOffset = FIELD_OFFSET(struct softgpu_packet_cleartype, rect_count);
}

_Use_decl_annotations_ SG_PAGED VOID
SgDrawAddReference(SG_DRAW *Draw, UINT AllocationIndex, UINT AddressOffset)
{
    PAGED_CODE();
    NT_ASSERT(Draw->ReferenceCount < SG_SLOT_COUNT);
    Draw->References[Draw->ReferenceCount].AllocationIndex = AllocationIndex;
    Draw->References[Draw->ReferenceCount].AddressOffset = AddressOffset;
    Draw->ReferenceCount++;
}
