/* SPDX-License-Identifier: MIT */
/* The icons of the scenes, as they are in assets/icons.png, so that the program needs no files. */
    .section .rodata
    .balign 16
    .globl artwork_icons_png
    .type artwork_icons_png, @object
artwork_icons_png:
    .incbin "cdd/assets/icons.png"
icons_end:
    .size artwork_icons_png, icons_end - artwork_icons_png
    .balign 8
    .globl artwork_icons_png_bytes
    .type artwork_icons_png_bytes, @object
artwork_icons_png_bytes:
    .quad icons_end - artwork_icons_png
    .size artwork_icons_png_bytes, 8
    .section .note.GNU-stack, "", @progbits
