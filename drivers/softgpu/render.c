/* SPDX-License-Identifier: MIT */
/*
 * Command buffers of the user-mode driver (their format: softgpu_umd.h).
 *
 * Source: DxgkDdiRender, DXGKARG_RENDER; display/validating-private-data-sent-from-user-mode-to-
 * kernel-mode.md
 *
 * pCommand is user memory: it can vanish or change at any moment. Every byte of it is read once,
 * under a guard, into the DMA buffer, which user mode cannot reach; all checks are made there.
 *
 * MultipassOffset is the byte offset of the next packet in the command buffer.
 */
#include "softgpu_kmd.h"

#define SURFACES_MAX 2u
#define NO_COUNT 0u

/* A packet user mode may use: its fixed part, what is repeated behind it, and its surfaces. */
typedef struct _PACKET_FORM {
    UINT Opcode;
    UINT FixedDwords;
    UINT CountOffset; /* of the number of elements; NO_COUNT: there are none */
    UINT ElementDwords;
    UINT SurfaceCount;
    UINT SurfaceOffsets[SURFACES_MAX]; /* the destination is the first */
} PACKET_FORM;

static const PACKET_FORM g_Forms[] = {
    { SOFTGPU_OP_FILL,
      SOFTGPU_FILL_DWORDS(0),
      FIELD_OFFSET(struct softgpu_packet_fill, rect_count),
      4,
      1,
      { SOFTGPU_PATCH_FILL_DST, 0 } },
    { SOFTGPU_OP_BLT,
      SOFTGPU_BLT_DWORDS(0),
      FIELD_OFFSET(struct softgpu_packet_blt, rect_count),
      4,
      2,
      { SOFTGPU_PATCH_BLT_DST, SOFTGPU_PATCH_BLT_SRC } },
    { SOFTGPU_OP_GRADIENT,
      SOFTGPU_GRADIENT_DWORDS,
      NO_COUNT,
      0,
      1,
      { SOFTGPU_PATCH_GRADIENT_DST, 0 } },
    { SOFTGPU_OP_TRIANGLES,
      SOFTGPU_TRIANGLES_DWORDS(0),
      FIELD_OFFSET(struct softgpu_packet_triangles, vertex_count),
      4,
      1,
      { SOFTGPU_PATCH_TRIANGLES_DST, 0 } },
};

/* Reads user memory. Whatever goes wrong with it is the caller's mistake. */
static SG_PAGED NTSTATUS
CopyFromUser(_Out_writes_bytes_(Size) PVOID To, _In_ const VOID *From, _In_ SIZE_T Size)
{
    PAGED_CODE();
    __try {
        RtlCopyMemory(To, From, Size);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        return STATUS_INVALID_USER_BUFFER;
    }
    return STATUS_SUCCESS;
}

static SG_PAGED NTSTATUS
FindForm(_In_ UINT Opcode, _Outptr_ const PACKET_FORM **Form)
{
    PAGED_CODE();
    for (UINT i = 0; i < RTL_NUMBER_OF(g_Forms); i++) {
        if (g_Forms[i].Opcode == Opcode) {
            *Form = &g_Forms[i];
            return STATUS_SUCCESS;
        }
    }
    switch (Opcode) {
    case SOFTGPU_OP_COPY_LINEAR:
    case SOFTGPU_OP_FILL_LINEAR:
    case SOFTGPU_OP_GART_WRITE:
    case SOFTGPU_OP_GART_FILL:
    case SOFTGPU_OP_TOUCH:
        return STATUS_PRIVILEGED_INSTRUCTION; /* these take any address */
    default:
        return STATUS_ILLEGAL_INSTRUCTION;
    }
}

/* Replaces the allocation index of a surface by the truth about the allocation. */
static SG_PAGED NTSTATUS
ResolveSurface(_In_ const SG_EMITTER *Emitter, _In_ PUCHAR Packet, _In_ UINT Offset,
               _In_ BOOLEAN Destination, _Out_ SG_REFERENCE *Reference)
{
    struct softgpu_surface surface;

    PAGED_CODE();
    RtlCopyMemory(&surface, Packet + Offset, sizeof(surface));
    if (surface.address >= Emitter->AllocationCount) {
        return STATUS_INVALID_HANDLE;
    }
    Reference->AllocationIndex = (UINT)surface.address;
    Reference->AddressOffset = Offset;
    NTSTATUS status =
        SgDescribeSurface(Emitter, Reference->AllocationIndex, SG_OWN_PITCH, &surface);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (Destination && (!Emitter->Allocations[Reference->AllocationIndex].WriteOperation ||
                        SgEmitterAllocation(Emitter, Reference->AllocationIndex)->ReadOnly)) {
        return STATUS_INVALID_PARAMETER;
    }
    RtlCopyMemory(Packet + Offset, &surface, sizeof(surface));
    return STATUS_SUCCESS;
}

static SG_PAGED BOOLEAN
RectsAreInside(_In_ const struct softgpu_rect *Rects, _In_ UINT Count,
               _In_ const struct softgpu_surface *Surface)
{
    PAGED_CODE();
    for (UINT i = 0; i < Count; i++) {
        if (!SgRectIsInside(&Rects[i], Surface->width, Surface->height)) {
            return FALSE;
        }
    }
    return TRUE;
}

static SG_PAGED BOOLEAN
BltIsInside(_In_ const struct softgpu_packet_blt *Packet)
{
    const struct softgpu_rect *rects = (const struct softgpu_rect *)(Packet + 1);

    PAGED_CODE();
    for (UINT i = 0; i < Packet->rect_count; i++) {
        if (!SgBltRectIsValid(SOFTGPU_OP_BLT, Packet, &rects[i])) {
            return FALSE;
        }
    }
    return TRUE;
}

/* Keeps work inside its surfaces, so that no client can stop the engine for all others. */
static SG_PAGED BOOLEAN
StaysInside(_In_ UINT Opcode, _In_ const VOID *Packet)
{
    PAGED_CODE();
    switch (Opcode) {
    case SOFTGPU_OP_FILL: {
        const struct softgpu_packet_fill *fill = Packet;
        return RectsAreInside((const struct softgpu_rect *)(fill + 1), fill->rect_count,
                              &fill->dst);
    }
    case SOFTGPU_OP_BLT:
        return BltIsInside(Packet);
    case SOFTGPU_OP_GRADIENT: {
        const struct softgpu_packet_gradient *gradient = Packet;
        return RectsAreInside(&gradient->rect, 1, &gradient->dst);
    }
    default: {
        const struct softgpu_packet_triangles *triangles = Packet;
        return RectsAreInside(&triangles->clip, 1, &triangles->dst);
    }
    }
}

static SG_PAGED BOOLEAN
LengthIsRight(_In_ const PACKET_FORM *Form, _In_ const UCHAR *Packet, _In_ UINT Dwords)
{
    UINT count = 0;

    PAGED_CODE();
    if (Dwords < Form->FixedDwords) {
        return FALSE;
    }
    if (Form->CountOffset != NO_COUNT) {
        RtlCopyMemory(&count, Packet + Form->CountOffset, sizeof(count));
    }
    return Dwords - Form->FixedDwords == (ULONGLONG)count * Form->ElementDwords;
}

/* Checks and completes a packet that was copied to Emitter->Next, and accepts it. */
static SG_PAGED NTSTATUS
AcceptPacket(_Inout_ SG_EMITTER *Emitter, _In_ UINT Header)
{
    SG_REFERENCE references[SURFACES_MAX];
    const PACKET_FORM *form;
    UINT dwords = SOFTGPU_PACKET_DWORDS(Header);

    PAGED_CODE();
    if (SOFTGPU_PACKET_OPCODE(Header) == SOFTGPU_OP_NOP) {
        SgEmitterCommit(Emitter, dwords * sizeof(UINT), NULL, 0);
        return STATUS_SUCCESS;
    }
    NTSTATUS status = FindForm(SOFTGPU_PACKET_OPCODE(Header), &form);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (!LengthIsRight(form, Emitter->Next, dwords)) {
        return STATUS_INVALID_USER_BUFFER;
    }
    for (UINT i = 0; i < form->SurfaceCount; i++) {
        status =
            ResolveSurface(Emitter, Emitter->Next, form->SurfaceOffsets[i], i == 0, &references[i]);
        if (!NT_SUCCESS(status)) {
            return status;
        }
    }
    if (!StaysInside(form->Opcode, Emitter->Next)) {
        return STATUS_INVALID_PARAMETER;
    }
    SgEmitterCommit(Emitter, dwords * sizeof(UINT), references, form->SurfaceCount);
    return STATUS_SUCCESS;
}

/* Moves one packet from the command buffer to the DMA buffer. */
static SG_PAGED NTSTATUS
RenderPacket(_Inout_ SG_EMITTER *Emitter, _In_ const DXGKARG_RENDER *Args, _Inout_ UINT *Offset)
{
    const UCHAR *command = (const UCHAR *)Args->pCommand + *Offset;
    UINT left = Args->CommandLength - *Offset;
    UINT header;

    PAGED_CODE();
    if (left < 2 * sizeof(UINT)) {
        return STATUS_INVALID_USER_BUFFER;
    }
    NTSTATUS status = CopyFromUser(&header, command, sizeof(header));
    if (!NT_SUCCESS(status)) {
        return status;
    }
    UINT size = SOFTGPU_PACKET_DWORDS(header) * (UINT)sizeof(UINT);
    if (size < 2 * sizeof(UINT) || size % 8 != 0 || size > left ||
        size > 4 * SOFTGPU_PACKET_DWORDS_MAX) {
        return STATUS_INVALID_USER_BUFFER;
    }
    if (size > SgEmitterRoom(Emitter)) {
        return STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER;
    }

    status = CopyFromUser(Emitter->Next + sizeof(header), command + sizeof(header),
                          size - sizeof(header));
    if (!NT_SUCCESS(status)) {
        return status;
    }
    RtlCopyMemory(Emitter->Next, &header, sizeof(header)); /* the one that was looked at */
    status = AcceptPacket(Emitter, header);
    if (NT_SUCCESS(status)) {
        *Offset += size;
    }
    return status;
}

_Use_decl_annotations_ SG_PAGED NTSTATUS NTAPI
SgRender(const HANDLE hContext, DXGKARG_RENDER *pRender)
{
    const SG_CONTEXT *context = hContext;
    SG_EMITTER emitter;
    UINT offset = pRender->MultipassOffset;
    NTSTATUS status = STATUS_SUCCESS;

    PAGED_CODE();
    if (context->Node != SOFTGPU_NODE_3D) {
        return STATUS_ILLEGAL_INSTRUCTION; /* the copy engine knows privileged packets only */
    }
    SgEmitterInit(&emitter, pRender->pDmaBuffer, pRender->DmaSize, pRender->pPatchLocationListOut,
                  pRender->PatchLocationListOutSize, pRender->pAllocationList,
                  pRender->AllocationListSize);
    while (NT_SUCCESS(status) && offset < pRender->CommandLength) {
        status = RenderPacket(&emitter, pRender, &offset);
    }
    if (NT_SUCCESS(status) || status == STATUS_GRAPHICS_INSUFFICIENT_DMA_BUFFER) {
        pRender->pDmaBuffer = emitter.Next;
        pRender->pPatchLocationListOut = emitter.PatchNext;
        pRender->MultipassOffset = offset;
    }
    return status;
}
