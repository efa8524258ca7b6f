/* SPDX-License-Identifier: MIT */
/*
 * The linear frame buffer board: a picture in memory and the registers that say how to read it.
 *
 * BAR 0  video memory, plain. BAR 2  4 KB of registers:
 *
 *   0x000..0x07F  the monitor's EDID, read only; zeros without a monitor
 *   0x500..0x513  the mode registers below, 16 bits each
 *   0x700         the monitor register, 16 bits
 *   0x720..0x725  the pointer registers, 16 bits each
 *
 * One level-triggered interrupt line, asserted while MONITOR_CHANGED and MONITOR_INTERRUPT are both
 * set. The mode registers are those that Bochs made common and QEMU's bochs-display has at the same
 * place, so a driver for that display finds its way here. Firmware sets a mode at power-on.
 */
#ifndef LINEARFB_LINEARFB_REGS_H
#define LINEARFB_LINEARFB_REGS_H

#define LINEARFB_VENDOR_ID 0x1234u
#define LINEARFB_DEVICE_ID 0x1111u

#define LINEARFB_MEMORY_BAR 0u
#define LINEARFB_REGISTER_BAR 2u
#define LINEARFB_REGISTER_BYTES 0x1000u

#define LINEARFB_EDID 0x000u
#define LINEARFB_EDID_BYTES 128u

#define LINEARFB_MODE 0x500u
#define LINEARFB_ID 0x500u /* reads LINEARFB_ID_VALUE */
#define LINEARFB_ID_VALUE 0xB0C5u
#define LINEARFB_WIDTH 0x502u  /* pixels; the next four are read when ENABLE is written */
#define LINEARFB_HEIGHT 0x504u /* pixels */
#define LINEARFB_BITS 0x506u   /* per pixel: 16 (R5G6B5) or 32 (X8R8G8B8) */
#define LINEARFB_ENABLE 0x508u
#define LINEARFB_ENABLE_ON 0x0001u
#define LINEARFB_ENABLE_LINEAR 0x0040u /* accepted and without effect: there is no other way */
#define LINEARFB_ENABLE_KEEP 0x0080u   /* do not clear the picture */
#define LINEARFB_BANK 0x50Au           /* accepted and without effect */
#define LINEARFB_LINE 0x50Cu           /* pixels from one line to the next; at least the width */
#define LINEARFB_LINES 0x50Eu          /* read only: lines of that length in video memory */
#define LINEARFB_LEFT 0x510u           /* first pixel shown; may change at any time */
#define LINEARFB_TOP 0x512u            /* first line shown; may change at any time */

#define LINEARFB_MONITOR 0x700u
#define LINEARFB_MONITOR_CONNECTED 0x0001u /* read only */
#define LINEARFB_MONITOR_CHANGED 0x0002u   /* one came or went; writing 1 clears it */
#define LINEARFB_MONITOR_INTERRUPT 0x0004u /* interrupt on a change; 0 at power-on */

/* The pointer: a picture of 64x64 A8R8G8B8 pixels in the last 16 KB of video memory, blended over
 * modes of 32 bits by its alpha. */
#define LINEARFB_POINTER 0x720u
#define LINEARFB_POINTER_VISIBLE 0x0001u
#define LINEARFB_POINTER_X 0x722u /* of its top left pixel; signed */
#define LINEARFB_POINTER_Y 0x724u
#define LINEARFB_POINTER_SIDE 64u
#define LINEARFB_POINTER_BYTES 0x4000u

#define LINEARFB_SIZE_MAX 16384u /* pixels, either way */

#endif
