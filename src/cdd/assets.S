/* SPDX-License-Identifier: MIT */
/* The icons of the scenes, as they are in assets/icons.png, so that the program needs no files. */
    .section .rodata
    .balign 16
    .globl artwork_icons_png
    .type artwork_icons_png, @object
artwork_icons_png:
    .incbin "cdd/assets/icons.png"
    .globl artwork_icons_png_end
artwork_icons_png_end:
    .size artwork_icons_png, artwork_icons_png_end - artwork_icons_png
    .section .note.GNU-stack, "", @progbits
