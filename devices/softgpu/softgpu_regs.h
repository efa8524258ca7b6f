/* SPDX-License-Identifier: MIT */
/*
 * softgpu: register and command reference of dxghost's simulated board.
 *
 * This file is the whole contract between the board and a driver for it. It uses plain integer
 * types only (unsigned int is 32 bits, unsigned long long is 64 bits wherever it is compiled), so
 * it can be included under any data model and with no other header. All memory formats are little
 * endian and naturally aligned; no structure has implicit padding.
 *
 * CONTENTS
 *   1 PCI and BARs          4 Interrupts        7 Rings and fences     10 Pixel operations
 *   2 GPU address space     5 GART              8 Faults and resets    11 Memory operations
 *   3 Global registers      6 CRTC              9 Packets              12 Private primitives
 *  13 Preemption           14 Test controls
 *
 * RULES FOR EVERY REGISTER. Registers are 32 bits wide. A register named *_LO is the low half of a
 * 64-bit pair whose high half follows it; such a pair may also be accessed as one aligned 64-bit
 * access. Reads of 1 or 2 bytes return the addressed part. Writes of 1 or 2 bytes, writes to
 * read-only registers and accesses to offsets that are not listed are ignored (reads give 0).
 * Reserved bits read 0 and should be written 0. Everything is 0 after power-on unless said so.
 */
#ifndef SOFTGPU_REGS_H
#define SOFTGPU_REGS_H

/* ---------------------------------------------------------------- 1 PCI and BARs */
#define SOFTGPU_PCI_VENDOR_ID 0xD9F0u /* fictive: assigned to nobody when this was written */
#define SOFTGPU_PCI_DEVICE_ID 0x5047u
#define SOFTGPU_PCI_SUBSYSTEM_ID 0x0001u /* with the same vendor id */
#define SOFTGPU_PCI_REVISION 0x01u
/* Class 03 00 00 (VGA-compatible display). One level-triggered interrupt line; with the board
 * option msi=1 one MSI message instead. */

#define SOFTGPU_BAR_REGISTERS 0u
#define SOFTGPU_BAR_REGISTERS_SIZE 0x10000u
#define SOFTGPU_BAR_VRAM 1u /* prefetchable; maps all of VRAM, offset n is GPU address n */
#define SOFTGPU_VRAM_SIZE_DEFAULT 0x04000000ull /* 64 MB; option vram=SIZE, see section 3 */
#define SOFTGPU_VRAM_SIZE_MIN 0x00100000ull
#define SOFTGPU_VRAM_SIZE_STEP 0x00010000ull
#define SOFTGPU_VRAM_SIZE_MAX 0x100000000ull

/* ---------------------------------------------------------------- 2 GPU address space
 * A GPU address is 64 bits. Three windows exist; every other address faults.
 *
 *   0x0000_0000_0000_0000  VRAM, up to the size in VRAM_SIZE
 *   0x0000_0001_0000_0000  aperture: page n of the window goes through entry n of the GART
 *   0x0000_8000_0000_0000  system: bits 0..46 are a physical address of system memory, for
 *                          contiguous memory the driver owns (rings, DMA buffers of segment 0)
 *
 * Report a segment's BaseAddress as the address of its window and every DXGK PhysicalAddress is a
 * GPU address as it stands. An access may not cross from one window into another.
 * The board keeps no cache and no TLB: memory and GART entries are read when they are used. */
#define SOFTGPU_VRAM_WINDOW 0x0000000000000000ull
#define SOFTGPU_APERTURE_WINDOW 0x0000000100000000ull
#define SOFTGPU_APERTURE_WINDOW_SIZE_MAX 0x100000000ull /* 4 GB: 1 Mi entries of 4 KB */
#define SOFTGPU_SYSTEM_WINDOW 0x0000800000000000ull
#define SOFTGPU_SYSTEM_WINDOW_SIZE 0x0000800000000000ull
#define SOFTGPU_PAGE_SIZE 0x1000u
#define SOFTGPU_PAGE_SHIFT 12u

/* ---------------------------------------------------------------- 3 Global registers
 * Board options on the command line: vram=SIZE with suffix K, M or G, a power of two from 1M to
 * 4G (default 64M); msi=0|1 (default 0); preempt=none|entry|packet (default packet, section 13);
 * and those of section 14.
 * Version 1.1 added sections 13 and 14, version 1.2 the monitor of section 6. */
#define SOFTGPU_REG_ID 0x0000u /* RO: SOFTGPU_ID; anything else means "not this board" */
#define SOFTGPU_ID 0x53475055u
#define SOFTGPU_REG_VERSION 0x0004u /* RO: major << 16 | minor; minor adds, major breaks */
#define SOFTGPU_VERSION 0x00010002u
#define SOFTGPU_REG_FEATURES 0x0008u        /* RO: SOFTGPU_FEATURE_* */
#define SOFTGPU_FEATURE_GDI 0x00000001u     /* section 10 */
#define SOFTGPU_FEATURE_DRAW 0x00000002u    /* section 12 */
#define SOFTGPU_FEATURE_PREEMPT 0x00010000u /* section 13; not with the option preempt=none */
#define SOFTGPU_FEATURE_TEST 0x00020000u    /* section 14 */
/* bits 18 and 19 are reserved for cursor and page tables */
#define SOFTGPU_REG_NODE_COUNT 0x000Cu   /* RO: 2 */
#define SOFTGPU_REG_VRAM_SIZE_LO 0x0010u /* RO, 64 bits: bytes */
#define SOFTGPU_REG_VRAM_SIZE_HI 0x0014u
#define SOFTGPU_REG_SCRATCH0 0x0018u /* RW: no effect on the board, kept through resets */
#define SOFTGPU_REG_SCRATCH1 0x001Cu
#define SOFTGPU_REG_INT_STATUS 0x0020u /* see section 4 */
#define SOFTGPU_REG_INT_ENABLE 0x0024u
#define SOFTGPU_REG_TIME_LO 0x0028u /* RO, 64 bits: nanoseconds; read it as one access */
#define SOFTGPU_REG_TIME_HI 0x002Cu
#define SOFTGPU_REG_GART_BASE_LO 0x0030u /* see section 5 */
#define SOFTGPU_REG_GART_BASE_HI 0x0034u
#define SOFTGPU_REG_GART_ENTRIES 0x0038u
#define SOFTGPU_REG_GART_CONTROL 0x003Cu
#define SOFTGPU_REG_BOARD_CONTROL 0x0040u
/* Write 1: power-on state for everything but VRAM, SCRATCHn and the test controls. Reads 0. */
#define SOFTGPU_BOARD_CONTROL_RESET 0x00000001u

/* 0x0F00..0x0FFF: see section 14. */
#define SOFTGPU_REG_TEST_FIRST 0x0F00u
#define SOFTGPU_REG_TEST_END 0x1000u

/* ---------------------------------------------------------------- 4 Interrupts
 * INT_STATUS: a bit is set by its event and cleared by writing 1 to it. The line is asserted
 * while INT_STATUS & INT_ENABLE is not 0. Events set their bits whether enabled or not, except
 * VSYNC, which is set only while enabled. With MSI one message is sent each time that expression
 * goes from zero to non-zero, and again after a write to INT_STATUS or INT_ENABLE that leaves it
 * non-zero: read, clear what was read, serve, return is a correct service routine in both modes. */
#define SOFTGPU_INT_NODE_SHIFT(node) ((node)*4u)
#define SOFTGPU_INT_FENCE(node) (0x1u << SOFTGPU_INT_NODE_SHIFT(node))
#define SOFTGPU_INT_PREEMPTED(node) (0x2u << SOFTGPU_INT_NODE_SHIFT(node))
#define SOFTGPU_INT_FAULT(node) (0x4u << SOFTGPU_INT_NODE_SHIFT(node))
#define SOFTGPU_INT_NODES_MASK 0x0000FFFFu /* room for four nodes */
#define SOFTGPU_INT_VSYNC 0x00010000u      /* CRTC 0; bits 17..19 reserved for more */
#define SOFTGPU_INT_MONITOR 0x00100000u    /* one was plugged in or pulled out */
#define SOFTGPU_INT_ALL 0x00110077u        /* every bit this version can set */

/* ---------------------------------------------------------------- 5 GART
 * A table of 64-bit entries in VRAM, one per 4 KB page of the aperture window. GART_BASE is its
 * byte offset in VRAM, 4 KB aligned; GART_ENTRIES its length, at most 1 Mi. The window is as long
 * as the table. The table is ordinary VRAM: write it through BAR 1 or with GART_WRITE/GART_FILL
 * packets; changes count from the next access. A page whose entry is not valid faults. */
#define SOFTGPU_GART_ENTRY_VALID 0x0000000000000001ull
#define SOFTGPU_GART_ENTRY_ADDRESS 0x00007FFFFFFFF000ull /* physical address of the page */
#define SOFTGPU_GART_ENTRIES_MAX 0x00100000u
#define SOFTGPU_GART_CONTROL_ENABLE 0x00000001u     /* 0: the whole window faults */
#define SOFTGPU_GART_CONTROL_INVALIDATE 0x00000002u /* WO: accepted, nothing is cached */

/* ---------------------------------------------------------------- 6 CRTC (one output)
 * The picture is BASE_ACTIVE, PITCH, WIDTH, HEIGHT, FORMAT. While the CRTC is enabled a write to
 * BASE_HI (or a 64-bit write to the pair) arms a flip: at the next vsync BASE_ACTIVE takes the
 * value of BASE and FLIP_PENDING clears. While it is disabled, and at the moment it is enabled,
 * BASE takes effect at once. The other mode registers are read-only while it is enabled.
 * Vsync is the start of vertical blanking, every PERIOD_NS from the moment of enabling. The frame
 * is HEIGHT + 45 lines; SCAN_LINE is below HEIGHT while the picture is being sent. BASE may be in
 * any window. If the surface cannot be read the output is dark. */
#define SOFTGPU_CRTC_BLOCK 0x2000u
#define SOFTGPU_CRTC_CONTROL (SOFTGPU_CRTC_BLOCK + 0x00u)
#define SOFTGPU_CRTC_CONTROL_ENABLE 0x00000001u
#define SOFTGPU_CRTC_CONTROL_BLANK 0x00000002u /* keeps timing, output dark */
#define SOFTGPU_CRTC_STATUS (SOFTGPU_CRTC_BLOCK + 0x04u)
#define SOFTGPU_CRTC_STATUS_FLIP_PENDING 0x00000001u
#define SOFTGPU_CRTC_STATUS_VBLANK 0x00000002u
#define SOFTGPU_CRTC_WIDTH (SOFTGPU_CRTC_BLOCK + 0x08u)  /* pixels, 1..16384 */
#define SOFTGPU_CRTC_HEIGHT (SOFTGPU_CRTC_BLOCK + 0x0Cu) /* pixels, 1..16384 */
#define SOFTGPU_CRTC_PITCH (SOFTGPU_CRTC_BLOCK + 0x10u)  /* bytes */
#define SOFTGPU_CRTC_FORMAT (SOFTGPU_CRTC_BLOCK + 0x14u) /* SOFTGPU_FORMAT_*, not A8 */
#define SOFTGPU_CRTC_BASE_LO (SOFTGPU_CRTC_BLOCK + 0x18u)
#define SOFTGPU_CRTC_BASE_HI (SOFTGPU_CRTC_BLOCK + 0x1Cu)
#define SOFTGPU_CRTC_BASE_ACTIVE_LO (SOFTGPU_CRTC_BLOCK + 0x20u) /* RO, 64 bits */
#define SOFTGPU_CRTC_BASE_ACTIVE_HI (SOFTGPU_CRTC_BLOCK + 0x24u)
#define SOFTGPU_CRTC_PERIOD_NS (SOFTGPU_CRTC_BLOCK + 0x28u) /* reset value below; >= 1000000 */
#define SOFTGPU_CRTC_PERIOD_NS_DEFAULT 16666667u
#define SOFTGPU_CRTC_FRAME_COUNT (SOFTGPU_CRTC_BLOCK + 0x2Cu)   /* RO: vsyncs since enabling */
#define SOFTGPU_CRTC_SCAN_LINE (SOFTGPU_CRTC_BLOCK + 0x30u)     /* RO */
#define SOFTGPU_CRTC_VSYNC_TIME_LO (SOFTGPU_CRTC_BLOCK + 0x38u) /* RO, 64 bits: the last one */
#define SOFTGPU_CRTC_VSYNC_TIME_HI (SOFTGPU_CRTC_BLOCK + 0x3Cu)
#define SOFTGPU_CRTC_BLANK_LINES 45u
/* 0x2040..0x20FF is reserved for the hardware cursor. */

/* The monitor on the output. Without one the output is dark, whatever the CRTC sends. A reset of
 * the board changes none of this, nor INT_STATUS's SOFTGPU_INT_MONITOR. */
#define SOFTGPU_MONITOR_BLOCK 0x2100u
#define SOFTGPU_MONITOR_STATUS (SOFTGPU_MONITOR_BLOCK + 0x00u) /* RO */
#define SOFTGPU_MONITOR_STATUS_CONNECTED 0x00000001u
#define SOFTGPU_MONITOR_EDID (SOFTGPU_MONITOR_BLOCK + 0x80u) /* RO: first block; 0 without one */
#define SOFTGPU_MONITOR_EDID_BYTES 128u

/* ---------------------------------------------------------------- 7 Nodes, rings and fences
 * Two nodes with the same interface: node 0 runs every packet, node 1 (copy engine) runs section
 * 11 only. A ring is RING_ENTRIES entries of 32 bytes at RING_BASE. The driver writes an entry
 * at RING_TAIL and then advances RING_TAIL (the doorbell); the board advances RING_HEAD when an
 * entry retires. Both are entry indices that wrap at RING_ENTRIES; equal means empty, so at most
 * RING_ENTRIES - 1 entries are queued. Program RING_BASE and RING_ENTRIES while ENABLE is 0;
 * setting ENABLE starts with what HEAD and TAIL say.
 *
 * Retiring an entry, in this order and at one instant: all its memory writes are done;
 * FENCE_COMPLETED := its fence id; the id is written as 64 bits to FENCE_ADDRESS unless that
 * register is 0; RING_HEAD advances; the FENCE interrupt is raised if the entry asks for it.
 *
 * Time: 400 ns to fetch an entry, 20 ns per packet plus its work at 8 pixels per ns for fills,
 * 4 for copies, 2 for blends and stretches, 1 for ClearType and triangles, 32 bytes per ns for
 * linear transfers, 100 ns to retire. Nodes run in parallel. */
#define SOFTGPU_NODE_3D 0u
#define SOFTGPU_NODE_COPY 1u
#define SOFTGPU_NODE_COUNT 2u
#define SOFTGPU_NODE_BLOCK(node) (0x1000u + (node)*0x100u)

/* Offsets inside a node block. */
#define SOFTGPU_NODE_CONTROL 0x00u
#define SOFTGPU_NODE_CONTROL_ENABLE 0x00000001u
/* Write 1 (alone): drop the running entry, HEAD = TAIL = 0, ENABLE = 0, fault registers and the
 * node's INT_STATUS bits cleared. FENCE_COMPLETED, FENCE_ADDRESS, RING_BASE, RING_ENTRIES stay.
 * When the write returns the node touches no memory. Reads 0. */
#define SOFTGPU_NODE_CONTROL_RESET 0x00000002u
#define SOFTGPU_NODE_STATUS 0x04u               /* RO */
#define SOFTGPU_NODE_STATUS_BUSY 0x00000001u    /* an entry is being fetched or run */
#define SOFTGPU_NODE_STATUS_FAULTED 0x00000002u /* halted; needs CONTROL_RESET */
#define SOFTGPU_NODE_RING_BASE_LO 0x08u         /* GPU address in any window, 32-byte aligned */
#define SOFTGPU_NODE_RING_BASE_HI 0x0Cu
#define SOFTGPU_NODE_RING_ENTRIES 0x10u     /* power of two, 2..32768 */
#define SOFTGPU_NODE_RING_HEAD 0x14u        /* RO */
#define SOFTGPU_NODE_RING_TAIL 0x18u        /* RW: doorbell; values >= RING_ENTRIES fault */
#define SOFTGPU_NODE_FENCE_COMPLETED 0x1Cu  /* last retired; writable while ENABLE is 0 */
#define SOFTGPU_NODE_FENCE_ADDRESS_LO 0x20u /* system physical, 8-byte aligned; 0: off */
#define SOFTGPU_NODE_FENCE_ADDRESS_HI 0x24u
#define SOFTGPU_NODE_FAULT_CODE 0x28u  /* RO: SOFTGPU_FAULT_* */
#define SOFTGPU_NODE_FAULT_FENCE 0x2Cu /* RO: fence id of the faulting entry */
/* RO, 64 bits: the GPU address that could not be used, or that of the packet's offending dword */
#define SOFTGPU_NODE_FAULT_ADDRESS_LO 0x30u
#define SOFTGPU_NODE_FAULT_ADDRESS_HI 0x34u
#define SOFTGPU_NODE_FAULT_PACKET_LO 0x38u /* RO: address of the packet, 0 if none was read */
#define SOFTGPU_NODE_FAULT_PACKET_HI 0x3Cu
#define SOFTGPU_NODE_CURRENT_FENCE 0x40u     /* RO: of the entry being run; 0 when idle */
#define SOFTGPU_NODE_CURRENT_CONTEXT 0x44u   /* RO: likewise */
#define SOFTGPU_NODE_CURRENT_PACKET_LO 0x48u /* RO: address of the packet being run */
#define SOFTGPU_NODE_CURRENT_PACKET_HI 0x4Cu
#define SOFTGPU_NODE_BUSY_NS_LO 0x50u /* RO, 64 bits: running time since power-on */
#define SOFTGPU_NODE_BUSY_NS_HI 0x54u
#define SOFTGPU_NODE_PACKETS_LO 0x58u /* RO, 64 bits: packets completed since power-on */
#define SOFTGPU_NODE_PACKETS_HI 0x5Cu
/* 0x80..0xBF: see section 13; 0xC0..0xFF: see section 14. */
#define SOFTGPU_NODE_PREEMPTION_FIRST 0x80u
#define SOFTGPU_NODE_TEST_FIRST 0xC0u

struct softgpu_ring_entry {
    unsigned long long address; /* GPU address of the commands, 8-byte aligned */
    unsigned int size_bytes;    /* multiple of 8; 0 retires at once */
    unsigned int fence;         /* becomes FENCE_COMPLETED */
    unsigned int flags;         /* SOFTGPU_ENTRY_* */
    unsigned int context;       /* shown in CURRENT_CONTEXT; no meaning to the board */
    unsigned int reserved[2];   /* 0 */
};
#define SOFTGPU_RING_ENTRY_SIZE 32u
#define SOFTGPU_RING_ENTRIES_MIN 2u
#define SOFTGPU_RING_ENTRIES_MAX 32768u
#define SOFTGPU_ENTRY_INTERRUPT 0x00000001u /* raise FENCE when it retires */
#define SOFTGPU_ENTRY_SKIP 0x00000002u      /* null rendering: retire without reading commands */
#define SOFTGPU_ENTRY_PAGING 0x00000004u    /* paging work: only shown in traces and faults */
#define SOFTGPU_ENTRY_FLAGS 0x00000007u     /* any other bit faults */

/* ---------------------------------------------------------------- 8 Faults
 * The node stops before the offending packet writes anything, sets STATUS_FAULTED, the FAULT_*
 * registers and its FAULT interrupt bit. FENCE_COMPLETED and RING_HEAD stay. The other node and
 * the CRTC go on. Only CONTROL_RESET (or a board reset) makes it run again.
 * One exception to "before": SOFTGPU_FAULT_FENCE_WRITE stops after the work itself. */
#define SOFTGPU_FAULT_NONE 0u
#define SOFTGPU_FAULT_RING 1u         /* ring registers make no sense or the ring cannot be read */
#define SOFTGPU_FAULT_ENTRY 2u        /* alignment, unknown flag, reserved field not 0 */
#define SOFTGPU_FAULT_FETCH 3u        /* the commands cannot be read */
#define SOFTGPU_FAULT_OPCODE 4u       /* unknown, or not for this node */
#define SOFTGPU_FAULT_LENGTH 5u       /* packet length: odd, too short or long, past the end */
#define SOFTGPU_FAULT_OPERAND 6u      /* a field has an undefined value */
#define SOFTGPU_FAULT_SURFACE 7u      /* format, size, pitch or alignment of a surface */
#define SOFTGPU_FAULT_RECT 8u         /* a rectangle is ill-ordered or leaves its surface */
#define SOFTGPU_FAULT_ADDRESS 9u      /* memory outside the windows, or its page is not valid */
#define SOFTGPU_FAULT_FENCE_WRITE 10u /* FENCE_ADDRESS is not system memory */
#define SOFTGPU_FAULT_MEMORY 11u      /* the simulation is out of host memory */

/* ---------------------------------------------------------------- 9 Packets
 * Commands are packets of whole 8-byte units; a packet may start at any multiple of 8 and may
 * cross pages. Dword 0: opcode in bits 0..7, bits 8..15 zero, length of the whole packet in dwords
 * (even, header included) in bits 16..31. Dword 1: flags of the operation; undefined bits fault.
 *
 * PATCHING. Every GPU address in a packet is one little-endian 64-bit field at a multiple of 8
 * from the start of the packet. The SOFTGPU_PATCH_* offsets name them all. A patch location's
 * PatchOffset is the packet's offset in the DMA buffer plus that constant. */
#define SOFTGPU_PACKET_HEADER(opcode, dwords)                                                      \
    ((unsigned int)(opcode) | ((unsigned int)(dwords) << 16))
#define SOFTGPU_PACKET_OPCODE(header) ((header)&0xFFu)
#define SOFTGPU_PACKET_DWORDS(header) ((header) >> 16)
#define SOFTGPU_PACKET_DWORDS_MAX 4096u /* 16 KB */

#define SOFTGPU_OP_INVALID 0x00u /* so that cleared memory faults */
#define SOFTGPU_OP_NOP 0x01u     /* any even length; skipped, flags ignored */
#define SOFTGPU_OP_FILL 0x10u
#define SOFTGPU_OP_BLT 0x11u
#define SOFTGPU_OP_ALPHA_BLEND 0x12u
#define SOFTGPU_OP_STRETCH_BLT 0x13u
#define SOFTGPU_OP_TRANSPARENT_BLT 0x14u
#define SOFTGPU_OP_CLEARTYPE_BLEND 0x15u
#define SOFTGPU_OP_COPY_LINEAR 0x20u
#define SOFTGPU_OP_FILL_LINEAR 0x21u
#define SOFTGPU_OP_GART_WRITE 0x22u
#define SOFTGPU_OP_GART_FILL 0x23u
#define SOFTGPU_OP_TOUCH 0x24u
#define SOFTGPU_OP_GRADIENT 0x30u
#define SOFTGPU_OP_TRIANGLES 0x31u

/* A rectangle: right and bottom are exclusive. The layout is that of RECT. */
struct softgpu_rect {
    int left;
    int top;
    int right;
    int bottom;
};

/* A linear surface: pixel (x, y) is at address + y * pitch + x * bytes per pixel. */
struct softgpu_surface {
    unsigned long long address; /* multiple of 4, of 1 for A8; see PATCHING */
    unsigned int pitch;         /* bytes, multiple of 4, >= width * bytes per pixel */
    unsigned int format;        /* SOFTGPU_FORMAT_* */
    unsigned int width;         /* pixels, 1..16384 */
    unsigned int height;        /* pixels, 1..16384 */
};
#define SOFTGPU_SURFACE_SIZE_MAX 16384u
#define SOFTGPU_SURFACE_PITCH_MAX 0x00100000u /* 1 MB */

#define SOFTGPU_FORMAT_X8R8G8B8 1u /* dword 0xXXRRGGBB */
#define SOFTGPU_FORMAT_A8R8G8B8 2u /* dword 0xAARRGGBB */
#define SOFTGPU_FORMAT_R5G6B5 3u   /* word */
#define SOFTGPU_FORMAT_A8 4u       /* byte */
/* X8R8G8B8 and A8R8G8B8 are the same to every operation: the top byte is copied, combined and
 * blended like the others. They differ on scan-out only. Other conversions exist in SRCCOPY,
 * ALPHA_BLEND and CLEARTYPE_BLEND: R5G6B5 is widened by repeating its top bits (alpha becomes
 * 255) and narrowed by dropping low bits. */

/* ---------------------------------------------------------------- 10 Pixel operations (node 0)
 *
 * Work is done on the sub-rectangles only; each must be well ordered and inside the destination
 * surface, may be empty, and is applied in order. src_rect and dst_rect only map coordinates: they
 * may hang over their surfaces, but each sub-rectangle, mapped to the source, must stay inside it.
 *
 * SAME SURFACE. The whole packet behaves as if all of its source had been read before its first
 * write, whatever overlaps. (Memory that has two GPU addresses is recognised as the same only if
 * it is contiguous.) This does not reach across packets: a driver that spreads the
 * sub-rectangles of one overlapping command over several packets must order the rectangles by the
 * direction of movement (moving down: lowest first; moving right: rightmost first).
 *
 * MAPPING. BLT:     xs = xd - dst_rect.left + src_rect.left (rows likewise); sizes are ignored.
 * The others:       xs = src_rect.left + floor((2 * (xd - dst_rect.left) + 1) * Ws / (2 * Wd))
 * with Ws, Wd > 0 the widths of src_rect and dst_rect, rows likewise: the "truncate" form of the
 * documents in exact integers. MIRROR_X replaces xs by src_rect.left + src_rect.right - 1 - xs,
 * MIRROR_Y likewise. Here every sub-rectangle must also lie inside dst_rect. Coordinates of
 * src_rect and dst_rect lie within +-SOFTGPU_COORDINATE_LIMIT. */
#define SOFTGPU_COORDINATE_LIMIT (1 << 26)

/* Solid colour. colour is A8R8G8B8 whatever the surface: R5G6B5 drops low bits, A8 takes the
 * alpha byte. */
struct softgpu_packet_fill {
    unsigned int header;
    unsigned int flags;         /* 0 */
    struct softgpu_surface dst; /* any format */
    unsigned int colour;
    unsigned int rop; /* bits 0..7 SOFTGPU_FILL_*, bits 8..15 code if ROP3, else 0 */
    unsigned int rect_count;
    unsigned int reserved; /* 0 */
    /* struct softgpu_rect rects[rect_count] follow; nothing may follow them */
};
/* The values are those of DXGK_GDIROP_COLORFILL. */
#define SOFTGPU_FILL_PATCOPY 1u   /* P */
#define SOFTGPU_FILL_PATINVERT 2u /* P ^ D */
#define SOFTGPU_FILL_PDXN 3u      /* ~(P ^ D) */
#define SOFTGPU_FILL_DSTINVERT 4u /* ~D */
#define SOFTGPU_FILL_PATAND 5u    /* P & D */
#define SOFTGPU_FILL_PATOR 6u     /* P | D */
#define SOFTGPU_FILL_ROP3 7u      /* a code that does not use the source; others fault */

/* Source and destination. Bitwise operations act on whole pixels, alpha byte included. */
struct softgpu_packet_blt {
    unsigned int header;
    unsigned int flags; /* by operation */
    struct softgpu_surface src;
    struct softgpu_surface dst;
    struct softgpu_rect src_rect;
    struct softgpu_rect dst_rect;
    unsigned int operand; /* by operation */
    unsigned int pattern; /* BLT: colour of P, A8R8G8B8, converted as by FILL; others 0 */
    unsigned int rect_count;
    unsigned int reserved; /* 0 */
    /* struct softgpu_rect rects[rect_count] follow; nothing may follow them */
};
#define SOFTGPU_FILL_RECTS_MAX ((SOFTGPU_PACKET_DWORDS_MAX - 12u) / 4u)
#define SOFTGPU_BLT_RECTS_MAX ((SOFTGPU_PACKET_DWORDS_MAX - 26u) / 4u)
#define SOFTGPU_FILL_DWORDS(rect_count) (12u + 4u * (rect_count))
#define SOFTGPU_BLT_DWORDS(rect_count) (26u + 4u * (rect_count))
#define SOFTGPU_PATCH_FILL_DST 8u
#define SOFTGPU_PATCH_BLT_SRC 8u
#define SOFTGPU_PATCH_BLT_DST 32u

/* BLT: flags 0; operand = SOFTGPU_BLT_* | code << 8 if ROP3. Formats of equal pixel size, any of
 * them; SRCCOPY also converts between R5G6B5 and the 32-bit formats. In a ROP3 code bit
 * (P << 2 | S << 1 | D) is the result; a ROP3 code that ignores S still checks the source.
 * The values are those of DXGK_GDIROP_BITBLT. */
#define SOFTGPU_BLT_SRCCOPY 1u
#define SOFTGPU_BLT_SRCINVERT 2u
#define SOFTGPU_BLT_SRCAND 3u
#define SOFTGPU_BLT_SRCOR 4u
#define SOFTGPU_BLT_ROP3 5u

/* ALPHA_BLEND: operand = constant alpha 0..255. Source 32-bit, destination 32-bit or R5G6B5.
 * With m(x, y) = x * y / 255 rounded to nearest, per component c, with the source's alpha taken
 * as 255 unless SOURCE_ALPHA: s' = m(s, constant), a' = m(alpha, constant),
 * result = min(255, s' + m(d, 255 - a')); the alpha byte is treated the same way. The source is
 * premultiplied. Stretches by dropping or repeating pixels (COLORONCOLOR). */
#define SOFTGPU_ALPHA_SOURCE_ALPHA 0x00000001u

/* STRETCH_BLT: flags = mode | SOFTGPU_STRETCH_MIRROR_*; operand 0. Formats of equal pixel size.
 * COLORONCOLOR samples one pixel as mapped. BLACKONWHITE (AND) and WHITEONBLACK (OR) combine, on
 * each axis that shrinks, all source pixels s of the row or column with
 * floor((2 * s + 1) * Wd / (2 * Ws)) = xd - dst_rect.left, s counted from src_rect.left before
 * mirroring; every source pixel belongs to exactly one destination pixel: the one that holds its
 * centre. An axis that does not shrink is sampled. Modes have the values of Wingdi.h. */
#define SOFTGPU_STRETCH_MODE_MASK 0x0000FFFFu
#define SOFTGPU_STRETCH_BLACKONWHITE 1u
#define SOFTGPU_STRETCH_WHITEONBLACK 2u
#define SOFTGPU_STRETCH_COLORONCOLOR 3u
#define SOFTGPU_STRETCH_MIRROR_X 0x00010000u
#define SOFTGPU_STRETCH_MIRROR_Y 0x00020000u

/* TRANSPARENT_BLT: operand = key colour. 32-bit formats on both sides. A sampled pixel that
 * equals the key is not written; without HONOR_ALPHA its top byte is taken as 0 in the comparison
 * (so a key with a top byte other than 0 matches nothing). Pixels are copied with their alpha. */
#define SOFTGPU_TRANSPARENT_HONOR_ALPHA 0x00000001u

/* CLEARTYPE_BLEND: text through a coverage surface with three components. Alpha pixel of (x, y)
 * is (x + offset_x, y + offset_y). The board reads the destination itself, no temporary surface.
 * r(n) = n / 255 rounded to nearest (no ties exist). Per component c of r, g, b; alpha stays.
 *   gamma_row 0..15: t = G[D.c], result = I[r(t * (255 - A.c) + colour.c * A.c)], with G and I the
 *     first and second 256 bytes of that row; A.c = 0 gives D.c, A.c = 255 gives colour2.c.
 *   gamma_row SOFTGPU_GAMMA_NONE: w = colour.c >= D.c ? A.r : A.g,
 *     result = r(D.c * (255 - w) + colour.c * w); w = 255 gives colour2.c. gamma is not read, its
 *     fields may hold anything. */
struct softgpu_packet_cleartype {
    unsigned int header;
    unsigned int flags;           /* 0 */
    struct softgpu_surface dst;   /* 32-bit or R5G6B5 */
    struct softgpu_surface alpha; /* 32-bit */
    struct softgpu_surface gamma; /* A8, at least 512 x 16 */
    unsigned int colour;          /* A8R8G8B8, gamma corrected */
    unsigned int colour2;         /* A8R8G8B8, not gamma corrected */
    unsigned int gamma_row;
    int offset_x;
    int offset_y;
    unsigned int rect_count;
    /* struct softgpu_rect rects[rect_count] follow; nothing may follow them */
};
#define SOFTGPU_GAMMA_NONE 0xFFFFFFFFu
#define SOFTGPU_GAMMA_ROWS 16u
#define SOFTGPU_GAMMA_ROW_BYTES 512u
#define SOFTGPU_CLEARTYPE_RECTS_MAX ((SOFTGPU_PACKET_DWORDS_MAX - 26u) / 4u)
#define SOFTGPU_CLEARTYPE_DWORDS(rect_count) (26u + 4u * (rect_count))
#define SOFTGPU_PATCH_CLEARTYPE_DST 8u
#define SOFTGPU_PATCH_CLEARTYPE_ALPHA 32u
#define SOFTGPU_PATCH_CLEARTYPE_GAMMA 56u

/* ---------------------------------------------------------------- 11 Memory operations (all nodes)
 * Byte granular, any windows, any alignment. COPY_LINEAR behaves as memmove. */
struct softgpu_packet_copy_linear {
    unsigned int header;
    unsigned int flags; /* 0 */
    unsigned long long src;
    unsigned long long dst;
    unsigned long long size_bytes; /* 0 is allowed */
};
#define SOFTGPU_COPY_LINEAR_DWORDS 8u
#define SOFTGPU_PATCH_COPY_LINEAR_SRC 8u
#define SOFTGPU_PATCH_COPY_LINEAR_DST 16u

struct softgpu_packet_fill_linear {
    unsigned int header;
    unsigned int flags; /* 0 */
    unsigned long long dst;
    unsigned long long size_bytes; /* 0 is allowed; the last pattern may be cut */
    unsigned int pattern;          /* repeated from dst on, lowest byte first */
    unsigned int reserved;         /* 0 */
};
#define SOFTGPU_FILL_LINEAR_DWORDS 8u
#define SOFTGPU_PATCH_FILL_LINEAR_DST 8u

/* Write count entries of the GART from first_entry on. Works on the table GART_BASE names,
 * whether the GART is enabled or not. */
struct softgpu_packet_gart_write {
    unsigned int header;
    unsigned int flags; /* 0 */
    unsigned int first_entry;
    unsigned int count;
    /* unsigned long long entries[count] follow; nothing may follow them */
};
#define SOFTGPU_GART_WRITE_COUNT_MAX ((SOFTGPU_PACKET_DWORDS_MAX - 4u) / 2u)
#define SOFTGPU_GART_WRITE_DWORDS(count) (4u + 2u * (count))

/* Write the same entry count times (unmapping: the dummy page, still valid). */
struct softgpu_packet_gart_fill {
    unsigned int header;
    unsigned int flags; /* 0 */
    unsigned int first_entry;
    unsigned int count;
    unsigned long long entry;
};
#define SOFTGPU_GART_FILL_DWORDS 6u

/* One access of 1..8 bytes that changes nothing: reads, and with WRITE writes the same value. */
struct softgpu_packet_touch {
    unsigned int header;
    unsigned int flags;         /* 0 or SOFTGPU_TOUCH_WRITE */
    unsigned long long address; /* any alignment */
    unsigned int size_bytes;    /* 1..8 */
    unsigned int reserved;      /* 0 */
};
#define SOFTGPU_TOUCH_WRITE 0x00000001u
#define SOFTGPU_TOUCH_DWORDS 6u
#define SOFTGPU_PATCH_TOUCH_ADDRESS 8u

/* ---------------------------------------------------------------- 12 Private primitives (node 0)
 * Not part of GDI: what a user-mode driver of this board would put in its command buffers.
 * Destinations are 32-bit formats. */

/* One rectangle, inside the surface, from colour_first to colour_last along one axis. With n
 * pixels along it and i = 0..n-1, each of the four components is
 * (first * (n - 1 - i) + last * i + (n - 1) / 2) / (n - 1), or first when n is 1. */
struct softgpu_packet_gradient {
    unsigned int header;
    unsigned int flags; /* 0 or SOFTGPU_GRADIENT_VERTICAL */
    struct softgpu_surface dst;
    struct softgpu_rect rect;
    unsigned int colour_first; /* A8R8G8B8 */
    unsigned int colour_last;
};
#define SOFTGPU_GRADIENT_VERTICAL 0x00000001u
#define SOFTGPU_GRADIENT_DWORDS 14u
#define SOFTGPU_PATCH_GRADIENT_DST 8u

/* Shaded triangles, opaque. Coordinates are 1/16 pixels within +-(1 << 20); pixel centres are at
 * 8/16. Top-left fill rule, either winding; a triangle without area draws nothing. Each component
 * is the barycentric mean of the three colours, (w0*c0 + w1*c1 + w2*c2) / area rounded down. Only
 * pixels inside clip are written; clip must lie inside the surface. */
struct softgpu_vertex {
    int x;
    int y;
    unsigned int colour;   /* A8R8G8B8 */
    unsigned int reserved; /* 0 */
};
struct softgpu_packet_triangles {
    unsigned int header;
    unsigned int flags; /* 0 or SOFTGPU_TRIANGLES_FLAT: the first vertex gives the colour */
    struct softgpu_surface dst;
    struct softgpu_rect clip;
    unsigned int vertex_count; /* multiple of 3 */
    unsigned int reserved;     /* 0 */
    /* struct softgpu_vertex vertices[vertex_count] follow; nothing may follow them */
};
#define SOFTGPU_TRIANGLES_FLAT 0x00000001u
#define SOFTGPU_VERTEX_LIMIT (1 << 20)
#define SOFTGPU_TRIANGLES_VERTICES_MAX 1020u
#define SOFTGPU_TRIANGLES_DWORDS(vertex_count) (14u + 4u * (vertex_count))
#define SOFTGPU_PATCH_TRIANGLES_DST 8u

/* ---------------------------------------------------------------- 13 Preemption
 * A node can be told to give back what is in its ring. Offsets are inside a node block.
 *
 * PREEMPT_CAPS says where the node can stop: ENTRY, between two ring entries (the running one ends
 * first); PACKET, there and between two packets of an entry. A packet is never half run. On a
 * board with preempt=none it reads NONE and PREEMPT_REQUEST is ignored.
 *
 * REQUEST. Writing PREEMPT_REQUEST, with any 32-bit id, asks for every entry between RING_HEAD and
 * RING_TAIL as they are at that moment, and sets PENDING. A write while PENDING is set is ignored.
 * Entries may be queued meanwhile; they are behind the request and stay.
 *
 * ANSWER. The node stops at its next boundary and needs 200 ns more. An entry that is only being
 * fetched counts as not begun; one that is being retired retires. Then, at one instant:
 *   PREEMPT_FENCE := the id, PREEMPT_COMPLETED := FENCE_COMPLETED;
 *   RING_HEAD := RING_TAIL as it was at the request: the entries between are withdrawn, and the
 *     board will not read them, their commands or their memory any more;
 *   SAVED, SAVED_FENCE and SAVED_BYTES tell about an entry stopped half way, see below;
 *   PENDING clears, DONE is set, the PREEMPTED interrupt is raised.
 * The node then goes on with the entries behind the request. A request that finds no entry, or
 * whose entries have all retired by the time of the answer, is answered in the same way. FENCE
 * interrupts are raised as always, so that both bits may be found set at once. The registers of an
 * answer stay until the next request. ENABLE has no influence. A faulted node does not answer;
 * CONTROL_RESET drops a request and clears all of these registers.
 *
 * GOING ON. Packets keep nothing in the node, so the saved context of an entry is one number:
 * SAVED_BYTES from its address on have run completely and nothing behind them has. SAVED_FENCE is
 * its fence, it is the first of the withdrawn entries, and SAVED_BYTES is neither 0 nor all of it.
 * To go on, queue an entry with address + SAVED_BYTES and size_bytes - SAVED_BYTES, under any
 * fence, any number of times over. To run it from its beginning would run packets twice, and many
 * give another picture then (DSTINVERT, blends, overlapping copies). */
#define SOFTGPU_NODE_PREEMPT_CAPS 0x80u /* RO: SOFTGPU_PREEMPT_* */
#define SOFTGPU_PREEMPT_NONE 0u
#define SOFTGPU_PREEMPT_ENTRY 1u
#define SOFTGPU_PREEMPT_PACKET 2u
#define SOFTGPU_NODE_PREEMPT_REQUEST 0x84u /* WO: the id */
#define SOFTGPU_NODE_PREEMPT_STATUS 0x88u  /* RO */
#define SOFTGPU_PREEMPT_STATUS_PENDING 0x00000001u
#define SOFTGPU_PREEMPT_STATUS_DONE 0x00000002u
#define SOFTGPU_PREEMPT_STATUS_SAVED 0x00000004u
#define SOFTGPU_NODE_PREEMPT_FENCE 0x8Cu       /* RO: id of the request that was answered */
#define SOFTGPU_NODE_PREEMPT_COMPLETED 0x90u   /* RO: FENCE_COMPLETED at the answer */
#define SOFTGPU_NODE_PREEMPT_SAVED_FENCE 0x94u /* RO */
#define SOFTGPU_NODE_PREEMPT_SAVED_BYTES 0x98u /* RO */

/* ---------------------------------------------------------------- 14 Test controls
 * Ways to make the board misbehave, for those who test drivers and kernels; a driver never touches
 * them. Three hands can set them: board options (in brackets; N is the node, TIME a number with
 * unit ns, us, ms or s), these registers, and softgpu_test_control() in softgpu_device.h.
 *
 * Writes are ignored until TEST_KEY was written to TEST_UNLOCK (any other value locks again).
 * The controls say what is wrong with the board, so no reset changes them; a reset that is obeyed
 * ends a hang that is under way. Each misbehaviour writes a line to the trace. */
#define SOFTGPU_REG_TEST_UNLOCK 0x0F00u /* reads 1 when unlocked */
#define SOFTGPU_TEST_KEY 0x54534554u    /* "TEST" */
/* WO: set bits of INT_STATUS although nothing happened. */
#define SOFTGPU_REG_TEST_SPURIOUS 0x0F04u
/* WO, any value: assert the line with no bit in INT_STATUS, as another device on the same line
 * would, until INT_STATUS is read. With MSI: send one message. */
#define SOFTGPU_REG_TEST_PULSE 0x0F08u
/* RW: bit n: CONTROL_RESET of node n has no effect [ignore-reset=N]; bit 31: BOARD_CONTROL_RESET
 * has none [ignore-reset=board]. */
#define SOFTGPU_REG_TEST_IGNORE_RESET 0x0F0Cu
#define SOFTGPU_TEST_IGNORE_RESET_BOARD 0x80000000u

/* Offsets inside a node block. A hung node keeps STATUS_BUSY and the CURRENT registers, does not
 * run the packet it stands at, retires nothing and answers no preemption, until it is reset.
 * HANG: stop at the next packet; 0 takes the order back. HUNG (RO): it has happened. */
#define SOFTGPU_NODE_TEST_CONTROL 0xC0u
#define SOFTGPU_TEST_CONTROL_HANG 0x00000001u
#define SOFTGPU_TEST_CONTROL_HUNG 0x00000002u
/* RW: n > 0: HANG is set after n more packets [hang-packets=N@COUNT]. */
#define SOFTGPU_NODE_TEST_HANG_PACKETS 0xC4u
/* RW, 64 bits, write as one access: hang at the first packet that begins at this time or later, in
 * TIME's nanoseconds; 0: none [hang=N@TIME, up to 16 times, each hangs the node once; the register
 * shows the earliest and a write replaces them all]. */
#define SOFTGPU_NODE_TEST_HANG_TIME_LO 0xC8u
#define SOFTGPU_NODE_TEST_HANG_TIME_HI 0xCCu
#define SOFTGPU_TEST_HANG_TIMES_MAX 16u
/* RW: every step takes this many times as long; 0 is 1, at most 1000000 [slow=N@FACTOR]. */
#define SOFTGPU_NODE_TEST_SLOW 0xD0u
#define SOFTGPU_TEST_SLOW_MAX 1000000u
/* RW, ns: retiring takes that much longer: late completion [retire-delay=N@TIME]. */
#define SOFTGPU_NODE_TEST_RETIRE_DELAY 0xD4u
/* RW, ns: FENCE and PREEMPTED bits are set that much after the registers have changed; events that
 * come meanwhile are reported with the first [interrupt-delay=N@TIME]. */
#define SOFTGPU_NODE_TEST_INTERRUPT_DELAY 0xD8u
/* RW: the next n FENCE (PREEMPTED) interrupts are not raised [lose-fence=N@COUNT,
 * lose-preempted=N@COUNT]. */
#define SOFTGPU_NODE_TEST_LOSE_FENCE 0xDCu
#define SOFTGPU_NODE_TEST_LOSE_PREEMPTED 0xE0u
/* RW, signed: added to the fence of the next entry that retires, in the register and in memory;
 * then 0 again [wrong-fence=N@DELTA]. */
#define SOFTGPU_NODE_TEST_WRONG_FENCE 0xE4u
/* RW: the next n writes to PREEMPT_REQUEST are ignored [ignore-preempt=N@COUNT]. */
#define SOFTGPU_NODE_TEST_IGNORE_PREEMPT 0xE8u

#endif /* SOFTGPU_REGS_H */
