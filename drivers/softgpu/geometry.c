/* SPDX-License-Identifier: MIT */
/*
 * Rectangles: what the board would fault on is found here, before it is given to the board.
 *
 * Source: DXGK_GDIARG_BITBLT, DXGK_GDIARG_STRETCHBLT and its sisters for how destination
 * coordinates map to the source; softgpu_regs.h section 10 for the exact form.
 */
#include "softgpu_kmd.h"

/* One axis of a copy: how destination coordinates become source coordinates. */
typedef struct _AXIS {
    LONGLONG DstStart;
    LONGLONG DstSize;
    LONGLONG SrcStart;
    LONGLONG SrcSize;
    BOOLEAN Scale;
    BOOLEAN Mirror;
} AXIS;

_Use_decl_annotations_ SG_PAGED BOOLEAN
SgRectIsInside(const struct softgpu_rect *Rect, UINT Width, UINT Height)
{
    PAGED_CODE();
    return Rect->left >= 0 && Rect->top >= 0 && Rect->left <= Rect->right &&
           Rect->top <= Rect->bottom && (LONGLONG)Rect->right <= Width &&
           (LONGLONG)Rect->bottom <= Height;
}

_Use_decl_annotations_ SG_PAGED BOOLEAN
SgRectIsInsideRect(const struct softgpu_rect *Inner, const struct softgpu_rect *Outer)
{
    PAGED_CODE();
    return Inner->left >= Outer->left && Inner->top >= Outer->top && Inner->right <= Outer->right &&
           Inner->bottom <= Outer->bottom;
}

static SG_PAGED LONGLONG
FloorDivide(_In_ LONGLONG Dividend, _In_ LONGLONG Divisor)
{
    LONGLONG quotient = Dividend / Divisor;

    PAGED_CODE();
    return Dividend % Divisor < 0 ? quotient - 1 : quotient;
}

static SG_PAGED LONGLONG
MapCoordinate(_In_ const AXIS *Axis, _In_ LONGLONG Position)
{
    LONGLONG offset = Position - Axis->DstStart;

    PAGED_CODE();
    if (Axis->Scale) {
        offset = FloorDivide((2 * offset + 1) * Axis->SrcSize, 2 * Axis->DstSize);
    }
    return Axis->SrcStart + (Axis->Mirror ? Axis->SrcSize - 1 - offset : offset);
}

/* True when all of [First, Last] maps into [0, Limit). The mapping is monotonic. */
static SG_PAGED BOOLEAN
MapsInside(_In_ const AXIS *Axis, _In_ LONGLONG First, _In_ LONGLONG Last, _In_ LONGLONG Limit)
{
    LONGLONG a = MapCoordinate(Axis, First);
    LONGLONG b = MapCoordinate(Axis, Last);

    PAGED_CODE();
    return min(a, b) >= 0 && max(a, b) < Limit;
}

static SG_PAGED BOOLEAN
IsScale(_In_ LONGLONG SrcSize, _In_ LONGLONG DstSize)
{
    PAGED_CODE();
    return SrcSize > 0 && SrcSize <= SOFTGPU_SURFACE_SIZE_MAX && DstSize > 0 &&
           DstSize <= SOFTGPU_SURFACE_SIZE_MAX;
}

/* Sizes an operation that scales can work with. Plain copies ignore them. */
_Use_decl_annotations_ SG_PAGED BOOLEAN
SgBltScaleIsValid(const struct softgpu_packet_blt *Packet)
{
    const struct softgpu_rect *src = &Packet->src_rect;
    const struct softgpu_rect *dst = &Packet->dst_rect;

    PAGED_CODE();
    return IsScale((LONGLONG)src->right - src->left, (LONGLONG)dst->right - dst->left) &&
           IsScale((LONGLONG)src->bottom - src->top, (LONGLONG)dst->bottom - dst->top);
}

/* BLACKONWHITE and WHITEONBLACK read more than one source pixel for each one they write. */
static SG_PAGED BOOLEAN
IsCombining(_In_ UINT Opcode, _In_ const struct softgpu_packet_blt *Packet)
{
    PAGED_CODE();
    return Opcode == SOFTGPU_OP_STRETCH_BLT &&
           (Packet->flags & SOFTGPU_STRETCH_MODE_MASK) != SOFTGPU_STRETCH_COLORONCOLOR;
}

/* Rect lies in the destination, and all that is read for it lies in the source. */
_Use_decl_annotations_ SG_PAGED BOOLEAN
SgBltRectIsValid(UINT Opcode, const struct softgpu_packet_blt *Packet,
                 const struct softgpu_rect *Rect)
{
    const struct softgpu_rect *src = &Packet->src_rect;
    const struct softgpu_rect *dst = &Packet->dst_rect;
    BOOLEAN scale = Opcode != SOFTGPU_OP_BLT;
    BOOLEAN stretch = Opcode == SOFTGPU_OP_STRETCH_BLT;
    AXIS x = { dst->left, (LONGLONG)dst->right - dst->left,
               src->left, (LONGLONG)src->right - src->left,
               scale,     stretch && (Packet->flags & SOFTGPU_STRETCH_MIRROR_X) != 0 };
    AXIS y = { dst->top, (LONGLONG)dst->bottom - dst->top,
               src->top, (LONGLONG)src->bottom - src->top,
               scale,    stretch && (Packet->flags & SOFTGPU_STRETCH_MIRROR_Y) != 0 };

    PAGED_CODE();
    if (!SgRectIsInside(Rect, Packet->dst.width, Packet->dst.height)) {
        return FALSE;
    }
    if (Rect->left == Rect->right || Rect->top == Rect->bottom) {
        return TRUE; /* nothing is read for it */
    }
    if (IsCombining(Opcode, Packet)) {
        return SgRectIsInside(src, Packet->src.width, Packet->src.height) &&
               SgRectIsInsideRect(Rect, dst);
    }
    return MapsInside(&x, Rect->left, (LONGLONG)Rect->right - 1, Packet->src.width) &&
           MapsInside(&y, Rect->top, (LONGLONG)Rect->bottom - 1, Packet->src.height);
}

static SG_PAGED BOOLEAN
SameBand(_In_ const RECT *A, _In_ const RECT *B)
{
    PAGED_CODE();
    return A->top == B->top && A->bottom == B->bottom;
}

/*
 * Which rectangle is the Position-th one to copy when a picture moves within its surface, so that
 * none overwrites what a later one has still to read: moving down, the lowest band first; moving
 * right, the rightmost rectangle of a band first. The rectangles come as GDI keeps regions: in
 * bands from top to bottom, each from left to right.
 */
_Use_decl_annotations_ SG_PAGED UINT
SgRectInDirection(const RECT *Rects, UINT Count, UINT Position, BOOLEAN MovesRight,
                  BOOLEAN MovesDown)
{
    UINT index = MovesDown ? Count - 1 - Position : Position;
    UINT first = index;
    UINT last = index;

    PAGED_CODE();
    if (MovesRight == MovesDown) {
        return index;
    }
    while (first > 0 && SameBand(&Rects[first - 1], &Rects[index])) {
        first--;
    }
    while (last + 1 < Count && SameBand(&Rects[last + 1], &Rects[index])) {
        last++;
    }
    return first + (last - index);
}

/* A ROP3 code is a truth table indexed by pattern, source, destination. */
_Use_decl_annotations_ SG_PAGED BOOLEAN
SgRop3UsesSource(UINT Code)
{
    PAGED_CODE();
    return ((Code ^ (Code >> 2)) & 0x33) != 0;
}
